# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the unittest cases of the calling script and ends with the line that Qt Test programs end with, which
scripts/count_tests.py adds up."""

import sys
import unittest


def main():
    program = unittest.main(module="__main__", exit=False, verbosity=2, warnings="ignore")
    result = program.result
    failed = len(result.failures) + len(result.errors) + len(result.unexpectedSuccesses)
    passed = result.testsRun - failed - len(result.skipped) - len(result.expectedFailures)
    # An error outside of a test, in a class's set-up, is a failure of no counted test.
    print("Totals: %d passed, %d failed, %d skipped" % (max(passed, 0), failed, len(result.skipped)), flush=True)
    sys.exit(0 if passed > 0 and not failed else 1)
