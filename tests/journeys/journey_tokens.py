# SPDX-License-Identifier: GPL-3.0-or-later
"""A new token and its secret, shown once; and revoking."""

from desk import wait_until
from journey import Journey, totals


class Tokens(Journey):
    def create(self, server, name):
        """Up to the dialog that shows the secret: (dialog, the secret as the server knows it)."""
        screen = self.screen
        screen.press("New Token…")
        dialog = screen.dialog("New Token")
        screen.type_into("Name", name, dialog)
        screen.press("Create", dialog)
        created = screen.dialog("Token Created")
        return created, server.token_named(name)["token"]

    def test_createCopyPasteElsewhereAndCleared(self):
        server = self.simulator("--tokens", "4")
        table = self.connected(server)
        screen = self.screen
        dialog, secret = self.create(server, "Production Line 5")
        self.assertRegex(secret, "^apt_[0-9a-f]{16,}$")
        posts = server.requests("POST")
        self.assertEqual([request["status"] for request in posts], [201])

        # Masked for the eye and for a screen reader, until asked.
        self.assertFalse([text for text in screen.texts(dialog) if secret in text])
        screen.press("Reveal", dialog, role="check")
        wait_until(lambda: secret in screen.text_of(screen.find("field", "Token", dialog)), "the secret")
        screen.press("Hide", dialog, role="check")
        wait_until(lambda: not [text for text in screen.texts(dialog) if secret in text], "the secret to be hidden")

        screen.press("Copy Token", dialog)
        wait_until(lambda: self.desk.clipboard() == secret, "the secret in the clipboard")
        self.assertEqual(self.desk.clipboard(target="x-kde-passwordManagerHint"), "secret")
        self.assertNotIn(secret, self.desk.clipboard("primary"))
        screen.wait_text("The clipboard is cleared in", dialog)
        screen.press("Copy Setup Command", dialog)
        wait_until(lambda: self.desk.clipboard().startswith("curl "), "the setup command in the clipboard")
        self.assertIn(secret, self.desk.clipboard())
        screen.press("Copy Token", dialog)
        wait_until(lambda: self.desk.clipboard() == secret, "the secret in the clipboard again")

        # Copied: it closes without a question, and the new token is in the list.
        screen.press("Done", dialog)
        screen.wait_gone("dialog", "Token Created")
        wait_until(lambda: table.row_of("Production Line 5") is not None, "the new row")
        wait_until(lambda: self.desk.clipboard() == "", "the clipboard to be cleared", seconds=60)
        self.quit()
        self.assert_no_trace(secret)

    def test_theClipboardIsClearedOnQuit(self):
        server = self.simulator("--tokens", "1")
        self.connected(server)
        dialog, secret = self.create(server, "Short life")
        self.screen.press("Copy Token", dialog)
        wait_until(lambda: self.desk.clipboard() == secret, "the secret in the clipboard")
        self.screen.press("Done", dialog)
        self.screen.wait_gone("dialog", "Token Created")
        self.quit()
        self.assertEqual(self.desk.clipboard(), "")
        self.assert_no_trace(secret)

    def test_whatWasCopiedSinceIsNotCleared(self):
        server = self.simulator("--tokens", "1")
        self.connected(server)
        dialog, secret = self.create(server, "Overtaken")
        self.screen.press("Copy Token", dialog)
        wait_until(lambda: self.desk.clipboard() == secret, "the secret in the clipboard")
        self.desk.start("xclip", ["sh", "-c", "printf elsewhere | xclip -selection clipboard -quiet"])
        wait_until(lambda: self.desk.clipboard() == "elsewhere", "what another program copied")
        self.screen.press("Done", dialog)
        self.screen.wait_gone("dialog", "Token Created")
        self.quit()
        self.assertEqual(self.desk.clipboard(), "elsewhere")
        self.assert_no_trace(secret)

    def test_closingWithoutCopyingAsksOnceAndOffersToRevoke(self):
        server = self.simulator("--tokens", "2")
        self.connected(server)
        screen = self.screen
        dialog, secret = self.create(server, "Forgotten")
        screen.focus(screen.find("button", "Done", dialog))
        screen.keys("Escape")
        screen.wait_text("Close without copying?")
        self.assertTrue(screen.focused(screen.find("button", "Keep Open")), "the harmless answer has the focus")
        screen.press("Keep Open")
        wait_until(lambda: not any("Close without copying?" in text for text in screen.texts()), "the question to go")
        screen.press("Done", screen.dialog("Token Created"))
        screen.wait_text("Close without copying?")
        screen.press("Revoke This Token")
        revoke = screen.dialog("Revoke Tokens")
        screen.press("Revoke 1 Token", revoke)
        wait_until(lambda: server.token_named("Forgotten")["revoked_at"], "the server to have revoked it")
        screen.press("Close", revoke)
        wait_until(lambda: self.table().state_of("Forgotten") == "Revoked", "the row to say so")
        self.quit()
        self.assert_no_trace(secret)

    def test_asIfTheComputerWasShutDownASecretThatWasNotCopiedIsAskedFor(self):
        server = self.simulator("--tokens", "2")
        self.connected(server)
        screen = self.screen
        dialog, secret = self.create(server, "Interrupted")
        self.app.terminate()
        screen.wait_text("Close without copying?")
        screen.press("Keep Open")
        wait_until(lambda: not any("Close without copying?" in text for text in screen.texts()), "the question to go")
        self.app.terminate()
        screen.wait_text("Close without copying?")
        screen.press("Keep Open")
        screen.press("Copy Token", dialog)
        wait_until(lambda: self.desk.clipboard() == secret, "the secret in the clipboard")
        self.app.terminate()
        self.assertEqual(self.app.wait(20), 0, self.desk.log("app.err"))
        self.assert_no_trace(secret)

    def test_revokeTwo(self):
        server = self.simulator("--tokens", "0")
        server.control("PUT", "/tokens", [{"name": name, "created_at": "2026-01-0%dT00:00:00Z" % (number + 1)}
                                          for number, name in enumerate(("Keep", "Drop A", "Drop B"))])
        table = self.connected(server)
        screen = self.screen
        table.click(table.row_of("Drop A"))
        table.click(table.row_of("Drop B"), modifiers=("ctrl",))
        wait_until(lambda: len(table.selected_rows()) == 2, "two selected rows")
        screen.press("Revoke…")
        dialog = screen.dialog("Revoke Tokens")
        screen.wait_text("stay connected", dialog)
        wait_until(lambda: screen.enabled(screen.find("button", "Revoke 2 Tokens", dialog)), "the button")
        self.assertTrue(screen.focused(screen.find("button", "Cancel", dialog)), "the harmless answer has the focus")
        self.assertEqual(server.requests("DELETE"), [])
        screen.press("Revoke 2 Tokens", dialog)
        wait_until(lambda: all(server.token_named(name)["revoked_at"] for name in ("Drop A", "Drop B")),
                   "the server to have revoked both")
        screen.press("Close", dialog)
        wait_until(lambda: table.state_of("Drop A") == table.state_of("Drop B") == "Revoked", "the rows to say so")
        self.assertEqual(table.state_of("Keep"), "Active")
        self.assertIsNone(server.token_named("Keep")["revoked_at"])
        self.assertEqual(len(server.requests("DELETE")), 2)
        self.quit()


if __name__ == "__main__":
    totals.main()
