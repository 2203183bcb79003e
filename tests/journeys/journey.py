# SPDX-License-Identifier: GPL-3.0-or-later
"""What every journey stands on: a desk, a server, the program, and at the end a search for what must not be left.

Environment: TOKENDESK_PROGRAM, TOKENDESK_SIMULATOR, TOKENDESK_SOURCE_DIR, TOKENDESK_BINARY_DIR."""

import json
import os
import ssl
import subprocess
import sys
import unittest
import urllib.error
import urllib.request

import gi

gi.require_version("Atspi", "2.0")

from desk import Desk, wait_until  # noqa: E402

PROGRAM = os.environ["TOKENDESK_PROGRAM"]
SIMULATOR = os.environ["TOKENDESK_SIMULATOR"]
PICTURES = os.path.join(os.environ["TOKENDESK_BINARY_DIR"], "Testing", "journeys")

sys.path.insert(0, os.path.join(os.environ["TOKENDESK_SOURCE_DIR"], "tests", "support"))
import totals  # noqa: E402,F401  pylint: disable=unused-import


class Simulator:
    """A running tokendesk-simulator."""

    def __init__(self, desk, *options):
        # It stops when its standard input ends.
        self.process = desk.start("simulator", [SIMULATOR, *options], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        line = self.process.stdout.readline()
        if not line:
            raise AssertionError("the simulator did not start: " + desk.log("simulator.err"))
        self.told = json.loads(line)
        self.url = self.told["url"]
        self.bearer = self.told["bearer"]
        self.control_url = self.url.rstrip("/").removesuffix("/api") + "/control"

    def control(self, method, path, body=None):
        request = urllib.request.Request(self.control_url + path, method=method,
                                         data=json.dumps(body).encode() if body is not None else None,
                                         headers={"Content-Type": "application/json"})
        # Its certificate is for the program to judge.
        with urllib.request.urlopen(request, timeout=20, context=ssl._create_unverified_context()) as reply:
            return json.loads(reply.read() or b"null")

    def tokens(self):
        return self.control("GET", "/tokens")["tokens"]

    def token_named(self, name):
        return next((token for token in self.tokens() if token["name"] == name), None)

    def requests(self, method=None):
        requests = self.control("GET", "/requests")["requests"]
        return [request for request in requests if method in (None, request.get("method"))]

    def stop(self):
        self.process.kill()
        self.process.wait(10)


class Journey(unittest.TestCase):
    """One desk for each test; and one process for each, because the accessibility library takes one bus for good."""

    KEYRING = True
    entered = False

    def setUp(self):
        self.assertFalse(Journey.entered, "name one journey: %s Class.test" % sys.argv[0])
        Journey.entered = True
        self.desk = Desk(keyring=self.KEYRING)
        self.addCleanup(self.desk.close)
        self.desk.enter()
        # Only now: the library finds its bus by the environment.
        import screen  # pylint: disable=import-outside-toplevel
        self.kit = screen
        self.screen = None
        self.app = None

    def run(self, result=None):
        """Keeps a picture and the program's words of a failure, before anything is cleared away."""
        method = getattr(self, self._testMethodName)

        def pictured():
            try:
                method()
            except BaseException:
                self.keep_evidence()
                raise
        setattr(self, self._testMethodName, pictured)
        return super().run(result)

    def keep_evidence(self):
        name = os.path.join(PICTURES, "%s.%s" % (type(self).__name__, self._testMethodName))
        try:
            self.desk.screenshot(name + ".png")
            print("screenshot: %s.png" % name, flush=True)
        except Exception as error:  # pylint: disable=broad-except
            print("no screenshot: %s" % error, flush=True)
        for log in ("app.err", "simulator.err", "provider.err"):
            print("--- %s\n%s" % (log, self.desk.log(log)[-4000:]), flush=True)
        if self.screen:
            try:
                print("--- on screen\n%s" % "\n".join(dict.fromkeys(self.screen.texts())), flush=True)
            except Exception as error:  # pylint: disable=broad-except
                print("no texts: %s" % error, flush=True)

    def simulator(self, *options):
        return Simulator(self.desk, *options)

    def start(self, *options):
        self.app = self.desk.start("app", [PROGRAM, *options])
        self.screen = self.kit.Screen(self.desk, self.app)
        self.screen.window()
        return self.screen

    def quit(self):
        """Closes the main window as a person does; the program must end well."""
        self.activate("Token Desk")
        self.screen.keys("alt+F4")
        self.assertEqual(self.app.wait(20), 0, self.desk.log("app.err"))

    def table(self, within=None):
        return self.kit.Table(self.screen, "Provisioning tokens", within)

    def fill_connect_dialog(self, server, name="Plant", access_token=None, session_only=False):
        """From the first start: opens it and types, and leaves the rest to the journey."""
        self.screen.press(lambda text: text.rstrip("…") == "Connect")
        return self.type_connection(server, name, access_token, session_only)

    def type_connection(self, server, name="Plant", access_token=None, session_only=False):
        """Into the dialog that is open."""
        screen = self.screen
        dialog = screen.dialog("Connect")
        screen.type_into("Profile name", name, dialog)
        screen.type_into("Server URL", server.url, dialog)
        screen.type_into("Access token", access_token or server.bearer, dialog)
        if session_only:
            screen.act(screen.find("check", "For this session only", dialog))
        return dialog

    def connect(self, server, **options):
        self.screen.press("Connect", self.fill_connect_dialog(server, **options))

    def activate(self, window):
        """The window with this title, in front and with the keyboard."""
        # A dialog that is just going away may still be found, and be gone when it is asked.
        wait_until(lambda: self.desk.run(["xdotool", "search", "--onlyvisible", "--name", window,
                                          "windowactivate", "--sync"]) is not None, "the window %r" % window)

    def connected(self, server, **options):
        """The program with this server's list on screen."""
        self.start()
        self.connect(server, **options)
        self.screen.wait_gone("dialog", "Connect")
        table = self.table()
        wait_until(table.row_count, "rows in the table")
        return table

    def assert_no_trace(self, secret, where_else=()):
        """Of the created token's secret: in files, in what programs said, in the keychain, on the screen."""
        self.assert_no_traces([secret], where_else)

    def assert_no_traces(self, secrets, where_else=()):
        needles = {(number, form): secret.encode(form) for number, secret in enumerate(secrets)
                   for form in ("utf-8", "utf-16-le", "utf-16-be")}
        searched = 0
        for path, content in [*self.desk.files(), *where_else]:
            searched += 1
            for (_, form), needle in needles.items():
                self.assertNotIn(needle, content, "the secret is in %s as %s" % (path, form))
        self.assertGreater(searched, 4)
        import keychain  # pylint: disable=import-outside-toplevel
        for attributes, value in keychain.dump():
            for secret in secrets:
                self.assertNotIn(secret.encode(), value, "the secret is in the keychain at %s" % attributes)
        for selection in ("clipboard", "primary", "secondary"):
            pasted = self.desk.clipboard(selection)
            for secret in secrets:
                self.assertNotIn(secret, pasted)
