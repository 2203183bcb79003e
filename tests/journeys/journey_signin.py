# SPDX-License-Identifier: GPL-3.0-or-later
"""Signing in at a certified OpenID Connect provider: with the browser, with a code on another device, against
resistance; and staying signed in."""

import keychain
from desk import wait_until
from journey import totals
from signinjourney import DEVICE, SignInJourney


class SigningIn(SignInJourney):
    def test_signedInOnceAndStaysSignedInUntilSignedOut(self):
        screen = self.begin(tokens=7, bearer_seconds=5, accessTokenSeconds=5)
        table = self.sign_in()
        screen.wait_text("Signed in as ")
        self.assertEqual(table.row_count(), 7)
        page = self.browser.read("page.html")
        self.assertIn("close", page, "the last page says that it can be closed")
        self.assertNotRegex(page, "https?:", "the last page loads nothing from anywhere")
        first = self.the_refresh_token()
        self.assertIn(first, self.provider.secrets())

        # Three lives of an access token: neither provider nor server takes any for longer than five seconds.
        wait_until(lambda: self.provider.granted("refresh_token") >= 2, "the sign-in to be renewed twice", seconds=60)
        self.refresh()
        self.assertEqual(table.row_count(), 7)
        self.assertEqual(screen.all("button", "Sign In"), [], "nobody has to do anything")
        wait_until(lambda: self.the_refresh_token() != first, "the rotated refresh token in the keychain")
        self.quit()

        visited = self.browser.read("visited")
        screen = self.start()
        wait_until(lambda: self.table().row_count() == 7, "the list after the restart")
        screen.wait_text("Signed in as ")
        self.assertEqual(self.browser.read("visited"), visited, "no browser was needed")
        self.assertEqual(self.provider.granted("authorization_code"), 1)

        screen.choose_in_menu("File", "Sign Out…")
        screen.press("Sign Out", screen.dialog("Sign Out"))
        screen.wait_text("You are signed out")
        screen.wait_text("The sign-in service has withdrawn it.")
        revocations = [request for request in self.provider.requests() if request["path"] == "/token/revocation"]
        self.assertTrue(revocations)
        self.assertEqual({request["status"] for request in revocations}, {200})
        self.assertEqual(keychain.dump(), [])
        self.assert_no_trace_of_tokens()
        self.quit()
        self.assert_no_trace_of_tokens()

    def test_cancelledAndDeclinedInTheBrowserAndTriedAgain(self):
        screen = self.begin(person="nothing")
        editor = self.fill_sign_in()
        screen.press("Sign In", editor)
        dialog = screen.dialog("Sign In")
        screen.wait_text("Waiting for your browser", dialog)
        screen.press("Cancel", dialog)
        screen.wait_gone("dialog", "Sign In")

        self.browser.person("decline")
        screen.press("Sign In", editor)
        dialog = screen.dialog("Sign In")
        screen.wait_text("Signing in did not work", dialog)
        screen.wait_text("declined", dialog)
        self.assertEqual(keychain.dump(), [])
        self.assertEqual(self.server.requests(), [], "without a token the server is asked nothing")

        self.browser.person("ada")
        screen.press("Try Again", dialog)
        self.signed_in()
        screen.wait_text("Signed in as ")
        self.the_refresh_token()
        self.quit()

    def test_asIfTheComputerWasShutDownASignInIsEnded(self):
        screen = self.begin(person="nothing")
        screen.press("Sign In", self.fill_sign_in())
        screen.wait_text("Waiting for your browser", screen.dialog("Sign In"))
        self.app.terminate()
        self.assertEqual(self.app.wait(20), 0, self.desk.log("app.err"))
        self.assertEqual(keychain.dump(), [])

    def test_aCodeOnTheScreenIsEnteredOnAnotherDevice(self):
        screen = self.begin()
        screen.press("Sign In", self.fill_sign_in(method=DEVICE))
        dialog = screen.dialog("Sign In")
        screen.wait_text("Valid for another", dialog)
        address = screen.text_of(screen.find("field", "Address of the sign-in page", dialog))
        self.assertTrue(address.startswith(self.provider.issuer), address)
        screen.press("Copy Code", dialog)
        code = wait_until(self.desk.clipboard, "the code in the clipboard")
        self.assertIn(code, screen.texts(dialog), "what is copied is what is shown")
        self.assertEqual(self.browser.read("visited"), "", "no browser on this machine is opened")
        self.browser.enter_code(self.desk, address, code)
        self.signed_in()
        screen.wait_text("Signed in as ")
        self.assertEqual(self.provider.granted("urn:ietf:params:oauth:grant-type:device_code"), 1)
        self.the_refresh_token()
        self.quit()

    def test_aSignInThatTheProviderEndedIsRenewedWithOneClick(self):
        screen = self.begin()
        table = self.sign_in()
        refresh_token = self.the_refresh_token()
        self.provider.revoke(refresh_token)
        self.server.control("POST", "/expire-bearer")
        screen.press("Refresh")
        screen.wait_text("The list is from before")
        self.assertEqual(table.row_count(), 5, "the list stays")
        self.assertFalse(screen.enabled(screen.find("button", "New Token…")), "nothing can be created now")
        self.assertEqual(self.provider.granted("refresh_token"), 0)

        before = self.answered()
        screen.press("Sign In")
        wait_until(lambda: self.answered() > before, "the list to be given again")
        self.signed_in()
        wait_until(lambda: not any("The list is from before" in text for text in screen.texts()), "the banner to go")
        wait_until(lambda: screen.enabled(screen.find("button", "New Token…")), "New Token… to be offered again")
        self.assertNotEqual(self.the_refresh_token(), refresh_token)
        self.quit()


if __name__ == "__main__":
    totals.main()
