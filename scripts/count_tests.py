#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Adds up what ctest's JUnit files say: count_tests.py FILE...

A program of ours prints "Totals: N passed, M failed, ..." and may hold many tests; those are counted. A program that
prints none is one test. A crash, a timeout, a sanitizer's report at exit, a skipped test and a file that is missing or
empty each count as a failure. The last line is "N passed, M failed"; the status is 0 only when something passed and
nothing failed.
"""

import re
import sys
import xml.etree.ElementTree as ElementTree

TOTALS = re.compile(r"^Totals: (\d+) passed, (\d+) failed, (\d+) skipped", re.MULTILINE)
# Qt Test counts these two in every program, whether it has them or not.
FIXTURE = re.compile(r"^PASS +: \w+::(?:initTestCase|cleanupTestCase)\(\)$", re.MULTILINE)


def count_program(case):
    """(passed, failed, remark) of one program that ctest ran."""
    output = case.findtext("system-out") or ""
    totals = TOTALS.findall(output)
    passed = sum(int(t[0]) for t in totals) - len(FIXTURE.findall(output))
    failed = sum(int(t[1]) for t in totals)
    skipped = sum(int(t[2]) for t in totals)
    if case.get("status") != "run":
        failure = case.find("failure")
        reason = (failure.get("message") if failure is not None else "") or case.get("status")
        # Nothing it counted explains it: it crashed, hung, leaked, or never started.
        return max(passed, 0), max(failed, 1) + skipped, reason
    if skipped:
        return passed, failed + skipped, "%d skipped" % skipped
    if not totals:
        return 1, 0, ""
    if passed <= 0:
        return 0, 1, "it held no test"
    return passed, failed, ""


def count_file(path):
    """(passed, failed, remarks) of one JUnit file."""
    try:
        cases = ElementTree.parse(path).getroot().findall("testcase")
    except (OSError, ElementTree.ParseError) as error:
        return 0, 1, ["%s: %s" % (path, error)]
    if not cases:
        return 0, 1, ["%s: no test ran" % path]
    passed = failed = 0
    remarks = []
    for case in cases:
        case_passed, case_failed, remark = count_program(case)
        passed += case_passed
        failed += case_failed
        if case_failed:
            remarks.append("%s: %d failed%s" % (case.get("name"), case_failed, " (%s)" % remark if remark else ""))
    return passed, failed, remarks


def main(paths):
    passed = failed = 0
    for path in paths:
        file_passed, file_failed, remarks = count_file(path)
        passed += file_passed
        failed += file_failed
        print("%s: %d passed, %d failed" % (path, file_passed, file_failed))
        for remark in remarks:
            print("    " + remark)
    print("%d passed, %d failed" % (passed, failed))
    return 0 if passed and not failed else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
