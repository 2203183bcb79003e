# SPDX-License-Identifier: GPL-3.0-or-later
"""The list: sorting, filtering, refreshing; and a server that goes away and comes back."""

import urllib.parse

from desk import wait_until
from journey import Journey, totals

# Newest first, as the server sends them: in no order that a sort could be mistaken for.
TOKENS = [
    {"name": "Line 2", "use_count": 9, "last_used_at": "2026-01-05T00:00:00Z", "created_at": "2026-01-01T06:00:00Z"},
    {"name": "Café kiosk", "use_count": 0, "created_at": "2026-01-01T05:00:00Z"},
    {"name": "Line 10", "use_count": 10, "last_used_at": "2026-01-03T00:00:00Z", "created_at": "2026-01-01T04:00:00Z"},
    {"name": "Old depot", "use_count": 3, "last_used_at": "2026-01-02T00:00:00Z", "created_at": "2026-01-01T03:00:00Z",
     "revoked_at": "2026-01-09T00:00:00Z"},
    {"name": "line 1", "use_count": 200, "last_used_at": "2026-01-04T00:00:00Z", "created_at": "2026-01-01T02:00:00Z"},
    {"name": "Trade fair", "use_count": 2, "last_used_at": "2026-01-01T12:00:00Z", "created_at": "2026-01-01T01:00:00Z",
     "expires_at": "2026-01-08T00:00:00Z"},
]
NAMES = [token["name"] for token in TOKENS]


class Listing(Journey):
    def opened(self, *options):
        server = self.simulator("--tokens", "0", *options)
        server.control("PUT", "/tokens", list(reversed(TOKENS)))
        self.start()
        self.connect(server)
        self.screen.wait_gone("dialog", "Connect")
        table = self.table()
        wait_until(lambda: table.row_count() == len(TOKENS), "the rows")
        return server, table

    def wait_names(self, table, *names):
        wait_until(lambda: table.values("Name") == list(names), "the rows %s" % (names,))

    def test_listSortFilter(self):
        _, table = self.opened()
        screen = self.screen
        self.assertEqual(sorted(table.values("Name")), sorted(NAMES))
        self.assertEqual(table.state_of("Line 2"), "Active")
        self.assertEqual(table.state_of("Old depot"), "Revoked")
        self.assertEqual(table.state_of("Trade fair"), "Expired")
        self.assertEqual(table.cell(table.row_of("Café kiosk"), "Last used"), "Never")

        # Names by the numbers in them, numbers as numbers, times as times with "never" last either way.
        self.sort(table, "Name")
        self.wait_names(table, "Café kiosk", "line 1", "Line 2", "Line 10", "Old depot", "Trade fair")
        self.sort(table, "Name")
        self.wait_names(table, "Trade fair", "Old depot", "Line 10", "Line 2", "line 1", "Café kiosk")
        self.sort(table, "Uses")
        uses = ["Café kiosk", "Trade fair", "Old depot", "Line 2", "Line 10", "line 1"]
        wait_until(lambda: table.values("Name") in (uses, uses[::-1]), "the order by uses")
        self.sort(table, "Last used")
        first = table.values("Name")
        self.assertEqual(first[-1], "Café kiosk")
        self.sort(table, "Last used")
        self.assertEqual(table.values("Name"), first[-2::-1] + ["Café kiosk"])

        screen.type_into("Filter", "LINE")
        wait_until(lambda: sorted(table.values("Name")) == ["Line 10", "Line 2", "line 1"], "the lines only")
        screen.wait_text("3 of 6")
        screen.type_into("Filter", "cafe")
        self.wait_names(table, "Café kiosk")
        screen.type_into("Filter", "nothing of that name")
        screen.wait_text("Nothing matches")
        screen.press("Clear Filter")
        wait_until(lambda: table.row_count() == len(TOKENS), "all rows again")
        screen.choose("Revoked")
        self.wait_names(table, "Old depot")
        screen.choose("All tokens")
        wait_until(lambda: table.row_count() == len(TOKENS), "all rows again")
        self.quit()

        # Order and columns come back.
        self.start()
        table = self.table()
        wait_until(lambda: table.row_count() == len(TOKENS), "the rows after the restart")
        self.assertEqual(table.values("Name"), first[-2::-1] + ["Café kiosk"])
        self.quit()

    def sort(self, table, column):
        before = table.values("Name")
        table.sort_by(column)
        wait_until(lambda: table.values("Name") != before, "another order by %s" % column)

    def test_aRefreshBringsNewsAndKeepsTheSelection(self):
        server, table = self.opened()
        self.sort(table, "Name")
        table.click(table.row_of("Line 10"))
        wait_until(lambda: table.selected_rows() == [3], "the selection")
        server.control("POST", "/tokens", {"name": "Assembly", "created_at": "2026-02-01T00:00:00Z"})
        self.screen.keys("F5")
        wait_until(lambda: table.row_of("Assembly") == 0, "the new token in its place")
        self.assertEqual(table.selected_rows(), [table.row_of("Line 10")])
        server.control("POST", "/provision", {"id": server.token_named("Line 2")["id"]})
        self.screen.press("Refresh")
        wait_until(lambda: table.cell(table.row_of("Line 2"), "Uses") == "10", "the new use count")
        self.assertEqual(table.selected_rows(), [table.row_of("Line 10")])
        self.quit()

    def test_aServerThatIsGoneAndComesBack(self):
        server, table = self.opened()
        port = urllib.parse.urlsplit(server.url).port
        server.stop()
        self.screen.press("Refresh")
        self.screen.wait_text("could not be reached")
        self.assertEqual(sorted(table.values("Name")), sorted(NAMES), "the list stays")
        back = self.simulator("--tokens", "0", "--port", str(port), "--bearer", server.bearer)
        back.control("PUT", "/tokens", list(reversed(TOKENS)) + [{"name": "After the outage"}])
        self.screen.press("Try Again")
        wait_until(lambda: table.row_of("After the outage") is not None, "the new list")
        wait_until(lambda: not any("could not be reached" in text for text in self.screen.texts()), "the banner to go")
        self.quit()


if __name__ == "__main__":
    totals.main()
