# SPDX-License-Identifier: GPL-3.0-or-later
"""The search for what must not be left finds it, wherever it was left."""

from desk import wait_until
from journey import Journey, totals

SECRET = "apt_0123456789abcdef"


class Rig(Journey):
    def test_theSearchFindsASecretWhereverItWasLeft(self):
        for name in ("one", "two", "three", "four", "five"):
            self.leave_file(name, b"harmless")
        self.assert_no_trace(SECRET)
        for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
            path = self.leave_file("settings.conf", b"[x]\ny=" + SECRET.encode(encoding))
            self.assert_found("settings.conf")
            self.desk.run(["rm", path])
        self.assert_no_trace(SECRET)
        self.desk.start("app", ["sh", "-c", "echo creating %s >&2" % SECRET]).wait(10)
        self.assert_found("app.err")
        self.desk.run(["sh", "-c", ": > %s/app.err" % self.desk.logs])
        self.desk.run(["secret-tool", "store", "--label=x", "user", "u", "server", "s"], input=SECRET.encode())
        self.assert_found("keychain")
        self.desk.run(["secret-tool", "clear", "user", "u", "server", "s"])
        self.assert_no_trace(SECRET)
        self.desk.start("xclip", ["sh", "-c", "printf %s | xclip -selection primary -quiet" % SECRET])
        wait_until(lambda: self.desk.clipboard("primary") == SECRET, "the selection")
        self.assert_found(SECRET)

    def leave_file(self, name, content):
        path = "%s/%s" % (self.desk.home, name)
        with open(path, "wb") as file:
            file.write(content)
        return path

    def assert_found(self, where):
        with self.assertRaises(AssertionError) as found:
            self.assert_no_trace(SECRET)
        self.assertIn(where, str(found.exception))


if __name__ == "__main__":
    totals.main()
