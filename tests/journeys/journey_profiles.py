# SPDX-License-Identifier: GPL-3.0-or-later
"""Two organizations side by side: told apart, kept apart, there again after a restart, and one of them deleted."""

import glob

import keychain
from desk import wait_until
from journey import Journey, totals


class Profiles(Journey):
    def connect_as(self, server, name, color, tokens):
        dialog = self.type_connection(server, name=name)
        self.screen.press("More", dialog, role="tab")
        self.screen.choose(color, dialog)
        self.screen.press("Connect", dialog)
        self.screen.wait_gone("dialog", "Connect")
        wait_until(lambda: self.table().row_count() == tokens, "%d rows" % tokens)

    def window(self, name):
        return self.screen.find("window", name + " – Token Desk")

    def assert_told_apart(self):
        for name, color, tokens in (("Production", "Red", 6), ("Trial", "Green", 4)):
            window = self.window(name)
            wait_until(lambda: self.table(window).row_count() == tokens, "the list of " + name)
            switcher = self.screen.find("button", "Profile: " + name, window)
            self.assertEqual(switcher.get_description(), color)

    def histories(self):
        return glob.glob(self.desk.home + "/.local/share/**/*.sqlite", recursive=True)

    def test_twoProfilesInTwoWindowsAreKeptApartAndOneIsDeleted(self):
        production = self.simulator("--tokens", "6", "--seed", "1", "--organization", "Acme Manufacturing")
        trial = self.simulator("--tokens", "4", "--seed", "2", "--organization", "Acme Trial")
        screen = self.start()
        screen.press("Connect…")
        self.connect_as(production, "Production", "Red", 6)
        screen.choose_in_menu("Profiles", "New Profile…")
        self.connect_as(trial, "Trial", "Green", 4)
        screen.choose_in_menu("Profiles", "Open in New Window", "Production")
        self.assert_told_apart()

        # What is done in one window is nothing to the other, whichever has been there first.
        self.activate("Production – Token Desk")
        window = self.window("Production")
        table = self.table(window)
        row = table.values("State").index("Active")
        name = table.cell(row, "Name")
        table.click(row)
        screen.press("Revoke…", window)
        dialog = screen.dialog("Revoke Tokens")
        screen.press("Revoke 1 Token", dialog)
        wait_until(lambda: production.token_named(name)["revoked_at"], "the server to have revoked it")
        screen.press("Close", dialog)
        screen.wait_gone("dialog", "Revoke Tokens")
        self.assertEqual(len(production.requests("DELETE")), 1)
        self.assertEqual([request for request in trial.requests() if request["method"] != "GET"], [])
        for server in (production, trial):
            self.assertEqual({request["authorization"] for request in server.requests()}, {"valid"})
        screen.keys("ctrl+q")
        self.assertEqual(self.app.wait(20), 0, self.desk.log("app.err"))

        screen = self.start()
        self.assert_told_apart()
        self.assertEqual(len(keychain.dump()), 2)
        self.assertEqual(len(self.histories()), 2)

        self.activate("Production – Token Desk")
        screen.choose_in_menu("Profiles", "Manage Profiles…", within=self.window("Production"))
        dialog = screen.dialog("Profiles")
        screen.keys("End")
        screen.press("Delete", dialog)
        question = screen.dialog("Delete Profile")
        screen.wait_text("Delete the profile \u2068Trial\u2069?", question)
        screen.act(screen.find("check", lambda text: text.startswith("Also delete the history"), question))
        screen.press("Delete Profile", question)
        screen.wait_text("\u2068Trial\u2069 was deleted.", dialog)
        screen.press("Close", dialog)
        screen.wait_gone("window", "Trial – Token Desk")
        self.assertEqual([secret.decode() for _, secret in keychain.dump()], [production.bearer])
        self.assertEqual(len(self.histories()), 1)
        self.assertEqual(self.table(self.window("Production")).row_count(), 6)
        self.quit()
        for path, content in self.desk.files():
            self.assertNotIn(b"Trial", content, path)


if __name__ == "__main__":
    totals.main()
