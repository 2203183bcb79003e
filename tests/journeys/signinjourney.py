# SPDX-License-Identifier: GPL-3.0-or-later
"""What the journeys stand on that sign in at a provider."""

import keychain
from desk import wait_until
from journey import Journey
from provider import Provider, StandInBrowser

BROWSER = "In the browser (OpenID Connect)"
DEVICE = "With a code on another device (OpenID Connect)"


class SignInJourney(Journey):
    def begin(self, person="ada", tokens=5, bearer_seconds=0, **options):
        """A provider, a browser in which this person sits, a server that takes any token, and the program."""
        self.provider = Provider(self.desk, **options)
        self.browser = StandInBrowser(self.desk, person)
        self.server = self.simulator("--tokens", str(tokens), "--any-bearer", str(bearer_seconds))
        return self.start()

    def fill_sign_in(self, method=BROWSER, name="Plant"):
        """The dialog "Connect", filled in and ready for "Sign In"."""
        screen = self.screen
        screen.press(lambda text: text.rstrip("…") == "Connect")
        dialog = screen.dialog("Connect")
        screen.type_into("Profile name", name, dialog)
        screen.type_into("Server URL", self.server.url, dialog)
        screen.choose(method, dialog)
        screen.type_into("Issuer", self.provider.issuer, dialog)
        screen.type_into("Client ID", "tokendesk", dialog)
        return dialog

    def sign_in(self, **options):
        """From the first start to the list: the table."""
        self.screen.press("Sign In", self.fill_sign_in(**options))
        return self.signed_in()

    def signed_in(self):
        self.screen.wait_gone("dialog", "Sign In")
        self.screen.wait_gone("dialog", "Connect")
        table = self.table()
        wait_until(table.row_count, "rows in the table")
        return table

    def answered(self):
        """How many lists the server gave."""
        return sum(1 for request in self.server.requests("GET")
                   if request["status"] == 200 and "provisioning-tokens" in request["path"])

    def refresh(self):
        before = self.answered()
        self.screen.press("Refresh")
        wait_until(lambda: self.answered() > before, "the list to be given again")

    def the_refresh_token(self):
        """The only secret that the keychain has."""
        stored = keychain.dump()
        self.assertEqual(len(stored), 1, [attributes for attributes, _ in stored])
        attributes, secret = stored[0]
        self.assertTrue(attributes["user"].endswith("/refresh-token"), attributes)
        return secret.decode()

    def assert_no_trace_of_tokens(self):
        """Of any that the provider ever gave."""
        secrets = self.provider.secrets()
        self.assertTrue(secrets)
        self.assert_no_traces(secrets)
