# SPDX-License-Identifier: GPL-3.0-or-later
"""scripts/test must not say that all is well when it is not: what its count makes of each way a test can end.

Environment: TOKENDESK_SOURCE_DIR."""

import contextlib
import io
import os
import sys
import tempfile
import unittest

sys.path.insert(0, os.path.join(os.environ["TOKENDESK_SOURCE_DIR"], "scripts"))
sys.path.insert(0, os.path.join(os.environ["TOKENDESK_SOURCE_DIR"], "tests", "support"))
import count_tests  # noqa: E402
import totals  # noqa: E402

QT_TEST = """PASS   : FilterTest::initTestCase()
PASS   : FilterTest::findsPlainWords()
PASS   : FilterTest::foldsAccents()
PASS   : FilterTest::cleanupTestCase()
Totals: %d passed, %d failed, %d skipped, 0 blacklisted, 3ms
"""


def case(status="run", output=QT_TEST % (4, 0, 0), message=""):
    failure = '<failure message="%s"/>' % message if message else ""
    return '<testcase name="unit/x" status="%s">%s<system-out>%s</system-out></testcase>' % (status, failure, output)


class CountTests(unittest.TestCase):
    def count(self, *files):
        """(status, last line) for files with these test cases; None is a file that is not there."""
        with tempfile.TemporaryDirectory() as folder:
            paths = []
            for number, cases in enumerate(files):
                paths.append(os.path.join(folder, "%d.xml" % number))
                if cases is not None:
                    with open(paths[-1], "w", encoding="utf-8") as file:
                        file.write("<testsuite>%s</testsuite>" % "".join(cases))
            output = io.StringIO()
            with contextlib.redirect_stdout(output):
                status = count_tests.main(paths)
        return status, output.getvalue().splitlines()[-1]

    def test_functionsAreCountedAndNotPrograms(self):
        self.assertEqual(self.count([case()]), (0, "2 passed, 0 failed"))

    def test_filesAreAddedUp(self):
        self.assertEqual(self.count([case(), case()], [case()]), (0, "6 passed, 0 failed"))

    def test_aProgramWithoutTotalsIsOneTest(self):
        self.assertEqual(self.count([case(output="fine")]), (0, "1 passed, 0 failed"))

    def test_aFailureIsCounted(self):
        self.assertEqual(self.count([case("fail", QT_TEST % (3, 2, 0), "Failed")]), (1, "1 passed, 2 failed"))

    def test_aCrashIsAFailure(self):
        self.assertEqual(self.count([case(), case("fail", "PASS   : X::y()", "SEGFAULT")]), (1, "2 passed, 1 failed"))

    def test_aReportAfterTheLastTestIsAFailure(self):
        output = QT_TEST % (4, 0, 0) + "ERROR: LeakSanitizer: detected memory leaks"
        self.assertEqual(self.count([case("fail", output, "Failed")]), (1, "2 passed, 1 failed"))

    def test_aProgramThatDidNotRunIsAFailure(self):
        self.assertEqual(self.count([case(), case("notrun", "", "Unable to find executable")]),
                         (1, "2 passed, 1 failed"))
        self.assertEqual(self.count([case(), case("disabled", "")]), (1, "2 passed, 1 failed"))

    def test_aSkippedTestIsAFailure(self):
        self.assertEqual(self.count([case(output=QT_TEST % (4, 0, 1))]), (1, "2 passed, 1 failed"))

    def test_aProgramWithoutATestIsAFailure(self):
        self.assertEqual(self.count([case(), case(output="Totals: 0 passed, 0 failed, 0 skipped")]),
                         (1, "2 passed, 1 failed"))

    def test_aPartThatDidNotRunIsAFailure(self):
        self.assertEqual(self.count([case()], None), (1, "2 passed, 1 failed"))
        self.assertEqual(self.count([case()], []), (1, "2 passed, 1 failed"))

    def test_nothingAtAllIsNotASuccess(self):
        self.assertEqual(self.count(), (1, "0 passed, 0 failed"))


if __name__ == "__main__":
    totals.main()
