# SPDX-License-Identifier: GPL-3.0-or-later
"""A certified OpenID Connect provider on loopback, and a browser in which somebody signs in there."""

import json
import os
import shlex
import shutil
import subprocess
import urllib.parse
import urllib.request

SOURCES = os.environ["TOKENDESK_SOURCE_DIR"]


class Provider:
    """tests/support/oidc/provider.mjs; scripts/install-oidc-provider has put its modules into build/oidc. Its client is
    "tokendesk"; whoever signs in as "ada" is ada@example.com."""

    def __init__(self, desk, **options):
        command = [shutil.which("node"), os.path.join(SOURCES, "tests/support/oidc/provider.mjs"),
                   os.path.join(SOURCES, "build/oidc"), json.dumps(options)]
        # It ends when its standard input does.
        self.process = desk.start("provider", command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        line = self.process.stdout.readline()
        if not line:
            raise AssertionError("the provider did not start: " + desk.log("provider.err"))
        self.issuer = json.loads(line)["issuer"]

    def told(self, path):
        with urllib.request.urlopen(self.issuer + "/control/" + path, timeout=20) as reply:
            return json.loads(reply.read())

    def requests(self):
        return self.told("requests")

    def secrets(self):
        """Every access, refresh and ID token that was given."""
        return self.told("secrets")

    def revoke(self, token):
        """As an administrator does who ends the sign-in that this token is of (RFC 7009)."""
        form = urllib.parse.urlencode({"client_id": "tokendesk", "token": token})
        with urllib.request.urlopen(self.issuer + "/token/revocation", form.encode(), timeout=20):
            pass

    def granted(self, grant):
        """How often tokens were given for "authorization_code", "refresh_token", ..."""
        return sum(1 for request in self.requests() if request.get("granted") == grant)

    def count(self, path):
        return sum(1 for request in self.requests() if request["path"] == path)


class StandInBrowser:
    """Whatever the program opens in the system's browser ends here; before the program is started."""

    def __init__(self, desk, person="ada"):
        self.folder = os.path.join(desk.scratch, "browser")
        os.makedirs(self.folder)
        script = os.path.join(os.path.dirname(os.path.abspath(__file__)), "standinbrowser.py")
        # The way the desktop opens addresses, found before the system's own.
        opener = os.path.join(self.folder, "xdg-open")
        with open(opener, "w", encoding="utf-8") as file:
            file.write("#!/bin/sh\nexec /usr/bin/python3 -B %s %s \"$1\" 2>>%s\n"
                       % (shlex.quote(script), shlex.quote(self.folder), shlex.quote(self.folder + "/errors")))
        os.chmod(opener, 0o700)
        desk.environment["PATH"] = self.folder + os.pathsep + desk.environment["PATH"]
        self.person(person)

    def person(self, name):
        self.write("mode", name)

    def enter_code(self, desk, url, code):
        self.write("code", code)
        desk.run([os.path.join(self.folder, "xdg-open"), url])

    def write(self, name, text):
        with open(os.path.join(self.folder, name), "w", encoding="utf-8") as file:
            file.write(text)

    def read(self, name):
        path = os.path.join(self.folder, name)
        if not os.path.exists(path):
            return ""
        with open(path, encoding="utf-8") as file:
            return file.read()
