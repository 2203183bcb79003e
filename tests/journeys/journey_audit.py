# SPDX-License-Identifier: GPL-3.0-or-later
"""The audit: what should go is found, revoked, reviewed and reported, in the demo that everybody can start."""

import os
import re
import subprocess

from desk import wait_until
from journey import Journey, totals


class Audit(Journey):
    KEYRING = False

    def card(self, word):
        return self.screen.find("check", lambda name: name.startswith(word + ": "))

    def number_on(self, word):
        return int(re.sub(r"\D", "", self.card(word).get_name().split(": ")[1]))

    def test_staleTokensAreFoundRevokedReviewedAndReported(self):
        screen = self.start("--demo")
        table = self.table()
        wait_until(table.row_count, "the demo's tokens")
        total = table.row_count()

        screen.press("Audit", role="check")
        stale = wait_until(lambda: self.number_on("Stale"), "stale tokens in the demo")
        findings = self.kit.Table(screen, "Findings, worst first")
        before = wait_until(findings.row_count, "findings")
        self.assertTrue([reason for reason in findings.values("Reason") if "unused for" in reason.lower()],
                        "a finding says how long a token was not used")

        # The card is a filter for pictures and table alike.
        screen.act(self.card("Stale"))
        screen.wait_text("%d of %d tokens" % (stale, total))
        screen.press("Tokens", role="check")
        screen.find("table", table.name)
        wait_until(lambda: table.row_count() == stale, "the stale rows only")
        self.assertLessEqual(set(table.values("State")), {"Active", "Expiring"}, "only live tokens are stale")

        table.click(0)
        screen.keys("ctrl+a")
        wait_until(lambda: len(table.selected_rows()) == stale, "all of them selected")
        screen.press("Revoke…")
        dialog = screen.dialog("Revoke Tokens")
        screen.press("Revoke %d Tokens" % stale, dialog)
        screen.press("Close", dialog, seconds=60)
        screen.wait_gone("dialog", "Revoke Tokens")

        screen.press("Audit", role="check")
        wait_until(lambda: self.number_on("Stale") == 0, "no stale token to be left")
        screen.act(self.card("Stale"))
        wait_until(lambda: 0 < findings.row_count() <= before - stale // 2, "the findings to go")
        self.assertFalse([reason for reason in findings.values("Reason") if "unused for" in reason.lower()])

        screen.press("Mark as Reviewed…")
        dialog = screen.dialog("Mark as Reviewed")
        screen.type_into(lambda name: True, "Stale ones revoked", dialog)
        screen.press("Mark as Reviewed", dialog)
        screen.wait_text("Reviewed ")
        screen.wait_text("Stale ones revoked")

        screen.press("Report…")
        dialog = screen.dialog("Save Report")
        path = os.path.join(self.desk.home, "audit.pdf")
        screen.type_into(lambda name: name.startswith("File name"), path, dialog)
        screen.press("Save", dialog)
        wait_until(lambda: os.path.exists(path), "the report", seconds=60)
        text = subprocess.run(["pdftotext", "-layout", path, "-"], stdout=subprocess.PIPE, check=True,
                              timeout=60).stdout.decode()
        self.assertIn("Acme Manufacturing", text)
        self.assertRegex(text, r"Stale\D*\b0\b")
        active = self.number_on("Active")
        self.assertRegex(text, r"Active\D*\b%d\b" % active)
        self.assertRegex(text, r"[0-9a-f]{64}")
        self.quit()


if __name__ == "__main__":
    totals.main()
