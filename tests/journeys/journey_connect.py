# SPDX-License-Identifier: GPL-3.0-or-later
"""Connecting: for the first time, again after a restart, with a token the server does not take, and with a new one for
one that has run out."""

from desk import wait_until
from journey import Journey, totals


class Connecting(Journey):
    def test_firstConnectIsKeptInTheKeychainAndOutlivesARestart(self):
        import keychain  # pylint: disable=import-outside-toplevel
        server = self.simulator("--tokens", "12", "--organization", "Acme Manufacturing")
        screen = self.start()
        screen.wait_text("Not connected yet")
        self.fill_connect_dialog(server, name="Hamburg plant")
        dialog = screen.dialog("Connect")
        self.assertEqual(screen.text_of(screen.find("field", "Access token", dialog)), "",
                         "a screen reader can read the access token")
        screen.press("Test Connection", dialog)
        screen.wait_text("Acme Manufacturing", dialog)
        self.assertEqual(keychain.dump(), [], "testing a connection stores nothing")
        screen.press("Connect", dialog)
        screen.wait_gone("dialog", "Connect")
        wait_until(lambda: self.table().row_count() == 12, "12 rows")

        stored = keychain.dump()
        self.assertEqual(len(stored), 1, stored)
        attributes, secret = stored[0]
        self.assertEqual(secret.decode(), server.bearer)
        self.assertTrue(attributes["user"].startswith("tokendesk/"), attributes)
        self.assertEqual(self.desk.run(["secret-tool", "lookup", "user", attributes["user"],
                                        "server", attributes["server"]]), server.bearer)
        self.quit()
        self.assert_settings_without(server.bearer, "Hamburg plant")

        before = len(server.requests("GET"))
        self.start()
        wait_until(lambda: self.table().row_count() == 12, "12 rows after the restart")
        self.assertEqual(self.screen.all("dialog"), [])
        self.assertGreater(len(server.requests("GET")), before)
        self.screen.wait_text("Hamburg plant")
        self.quit()

    def test_forOneSessionOnlyNothingIsStored(self):
        import keychain  # pylint: disable=import-outside-toplevel
        server = self.simulator("--tokens", "3")
        self.connected(server, session_only=True)
        self.assertEqual(keychain.dump(), [])
        self.quit()
        self.assert_settings_without(server.bearer, "Plant")
        self.start()
        self.screen.wait_text("for one session only")
        self.quit()

    def test_aWrongTokenIsSaidAndTheRightOneGoesOn(self):
        import keychain  # pylint: disable=import-outside-toplevel
        server = self.simulator("--tokens", "5")
        screen = self.start()
        self.connect(server, access_token="not-the-token-of-this-server")
        dialog = screen.dialog("Connect")
        screen.wait_text("does not accept this access token", dialog)
        self.assertEqual(keychain.dump(), [])
        screen.type_into("Access token", server.bearer, dialog)
        screen.press("Connect", dialog)
        screen.wait_gone("dialog", "Connect")
        wait_until(lambda: self.table().row_count() == 5, "5 rows")
        self.quit()

    def test_aTokenThatRanOutIsReplacedAndTheListStays(self):
        server = self.simulator("--tokens", "5")
        table = self.connected(server)
        screen = self.screen
        server.control("POST", "/expire-bearer")
        screen.press("Refresh")
        screen.wait_text("no longer accepted")
        self.assertEqual(table.row_count(), 5, "the list stays")
        self.assertFalse(screen.enabled(screen.find("button", "New Token…")), "nothing can be created now")
        server.control("POST", "/bearer", {"bearer": "a-new-access-token"})
        screen.press("New Access Token…")
        dialog = screen.dialog("Connect")
        screen.type_into("Access token", "a-new-access-token", dialog)
        screen.press("Connect", dialog)
        screen.wait_gone("dialog", "Connect")
        wait_until(lambda: not any("no longer accepted" in text for text in screen.texts()), "the banner to go")
        self.assertEqual(table.row_count(), 5)
        wait_until(lambda: screen.enabled(screen.find("button", "New Token…")), "New Token… to be offered again")
        self.quit()

    def assert_settings_without(self, secret, with_text):
        """with_text shows that the search looked where settings are."""
        found = False
        for path, content in self.desk.files():
            if path.startswith(self.desk.home):
                found = found or with_text.encode() in content
                if "/keyrings/" not in path:
                    self.assertNotIn(secret.encode(), content, path)
        self.assertTrue(found, "%r is in no file" % with_text)


if __name__ == "__main__":
    totals.main()
