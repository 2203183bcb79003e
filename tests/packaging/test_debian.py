# SPDX-License-Identifier: GPL-3.0-or-later
"""The Debian package: its parts are valid, it names what it needs, and it starts on a Debian that has nothing else.

Environment: TOKENDESK_SOURCE_DIR, TOKENDESK_BINARY_DIR (a release build), TOKENDESK_VERSION."""

import glob
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree

from debianroot import DebianRoot, run

SOURCE_DIR = os.environ["TOKENDESK_SOURCE_DIR"]
BINARY_DIR = os.environ["TOKENDESK_BINARY_DIR"]
VERSION = os.environ["TOKENDESK_VERSION"]
APP_ID = "io.github.tokendesk.TokenDesk"

sys.path.insert(0, os.path.join(SOURCE_DIR, "tests", "support"))
import totals  # noqa: E402


def make_package():
    packages = os.path.join(BINARY_DIR, "packages")
    shutil.rmtree(packages, ignore_errors=True)
    run(["cpack", "-G", "DEB"], cwd=BINARY_DIR)
    made = glob.glob(os.path.join(packages, "*.deb"))
    if len(made) != 1:
        raise RuntimeError("cpack made %d packages" % len(made))
    return made[0]


class Package(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.package = make_package()
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        cls.tree = cls.folder.name
        run(["dpkg-deb", "--extract", cls.package, cls.tree])

    def field(self, name):
        return run(["dpkg-deb", "--field", self.package, name]).strip()

    def test_itsFieldsSayWhatItIs(self):
        self.assertEqual(self.field("Package"), "tokendesk")
        self.assertEqual(self.field("Version"), VERSION)
        self.assertEqual(self.field("Section"), "net")
        self.assertIn("provisioning tokens", self.field("Description"))

    def test_itNamesWhatIsLoadedWhileRunning(self):
        depends = [entry.split()[0] for entry in self.field("Depends").split(",")]
        # The last four by what the program links: dpkg-shlibdeps found them.
        for name in ("libsecret-1-0", "libqt6sql6-sqlite", "qt6-qpa-plugins", "libqt6svg6", "libqt6widgets6", "libqt6keychain1", "libqrencode4", "libc6"):
            self.assertIn(name, depends)

    def test_itHoldsItsFilesAndNoOthers(self):
        found = sorted(os.path.relpath(os.path.join(folder, name), self.tree)
                       for folder, _, names in os.walk(self.tree) for name in names)
        self.assertEqual(found, sorted([
            "usr/bin/tokendesk",
            "usr/bin/tokendesk-simulator",
            "usr/share/applications/%s.desktop" % APP_ID,
            "usr/share/doc/tokendesk/copyright",
            "usr/share/icons/hicolor/scalable/apps/%s.svg" % APP_ID,
            "usr/share/man/man1/tokendesk.1.gz",
            "usr/share/metainfo/%s.metainfo.xml" % APP_ID,
        ]))

    def test_itsProgramsLookForLibrariesWhereTheSystemDoes(self):
        for name in ("tokendesk", "tokendesk-simulator"):
            self.assertNotRegex(run(["readelf", "--dynamic", "%s/usr/bin/%s" % (self.tree, name)]), "R(UN)?PATH")

    def test_itsProgramsDoNotNameTheMachineTheyWereBuiltOn(self):
        for name in ("tokendesk", "tokendesk-simulator"):
            with open("%s/usr/bin/%s" % (self.tree, name), "rb") as file:
                self.assertNotIn(SOURCE_DIR.encode(), file.read())

    def test_itsDesktopFileIsValid(self):
        path = "%s/usr/share/applications/%s.desktop" % (self.tree, APP_ID)
        self.assertEqual(run(["desktop-file-validate", path]), "")

    def test_itsMetadataIsValidAndNamesThisVersion(self):
        path = "%s/usr/share/metainfo/%s.metainfo.xml" % (self.tree, APP_ID)
        run(["appstreamcli", "validate", "--no-net", path])
        self.assertEqual(ElementTree.parse(path).find("releases/release").get("version"), VERSION)

    def test_itsManualPageNamesEveryOption(self):
        page = run(["gzip", "-dc", self.tree + "/usr/share/man/man1/tokendesk.1.gz"]).replace("\\-", "-")
        told = run([self.tree + "/usr/bin/tokendesk", "--help"],
                   env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8"})
        options = {word.rstrip(",") for line in told.splitlines() if line.lstrip().startswith("-")
                   for word in line.split() if word.startswith("--")} - {"--help-all"}
        self.assertIn("--demo", options)
        for option in sorted(options):
            self.assertIn(option, page)


class BareDebian(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        package = make_package()
        cls.root = DebianRoot(os.path.join(BINARY_DIR, "debian-root"))
        cls.addClassCleanup(cls.root.remove)
        cls.root.install(package)

    def start(self, *options):
        run(self.root.inside(["install", "-d", "-m", "700", "-o", "person", "/tmp/run"]))
        return run(self.root.inside(["tokendesk", *options], user="person", environment={
            "QT_QPA_PLATFORM": "offscreen", "XDG_RUNTIME_DIR": "/tmp/run"}), timeout=120)

    def test_itTellsItsVersion(self):
        self.assertIn(VERSION, self.start("--version"))

    def test_itShowsItsWindowWithAList(self):
        said = self.start("--self-check")
        self.assertGreater(json.loads(said.strip().splitlines()[-1])["rows"], 0, said)

    def test_whatALookAtTheScreenNeedsIsThere(self):
        """The platform for a real display is loaded at run time; each library it wants has come along."""
        missing = run(self.root.inside(["sh", "-c", "ldd /usr/lib/*/qt6/plugins/platforms/libqxcb.so "
                                        "/usr/lib/*/qt6/plugins/tls/libqopensslbackend.so /usr/lib/*/libsecret-1.so.0"
                                        " /usr/lib/*/qt6/plugins/iconengines/libqsvgicon.so"
                                        " /usr/lib/*/qt6/plugins/sqldrivers/libqsqlite.so"]))
        self.assertNotIn("not found", missing)

    def test_itIsRemovedWithoutATrace(self):
        files = run(self.root.inside(["dpkg-query", "--listfiles", "tokendesk"])).split()
        run(self.root.inside(["apt-get", "purge", "-y", "-qq", "tokendesk"]))
        try:
            left = [path for path in files if os.path.isfile(self.root.path + path)]
            self.assertEqual(left, [])
        finally:
            self.root.install(glob.glob(os.path.join(BINARY_DIR, "packages", "*.deb"))[0])


if __name__ == "__main__":
    totals.main()
