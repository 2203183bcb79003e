# SPDX-License-Identifier: GPL-3.0-or-later
"""A screen reader remembers what it saw, and asks for it when it is gone. No question from outside ends the program."""

from desk import ProcessEnded, wait_until
from journey import Journey, totals

# Of a list that may be long only this many children are walked into.
FEW = 12


class Reader(Journey):
    KEYRING = False

    def nodes(self):
        """Everything the program tells of itself, shown or hidden."""
        found = []
        waiting = [self.screen.application()]
        while waiting:
            node = waiting.pop()
            if node is None or len(found) > 3000:
                continue
            found.append(node)
            try:
                waiting += [node.get_child_at_index(index) for index in range(min(node.get_child_count(), FEW))]
            except Exception:  # pylint: disable=broad-except
                pass  # it has just gone
        return found

    def ask(self, question, *arguments):
        """What is answered is of no interest, only that somebody is still there to answer."""
        self.asked += 1
        try:
            question(*arguments)
        except Exception as error:  # pylint: disable=broad-except
            if isinstance(error, ProcessEnded):
                raise

    def ask_for_what_is_not_there(self, nodes):
        atspi = self.kit.Atspi
        for node in nodes:
            count = node.get_child_count()
            for index in (-1, count, count + 1, count + 1000, 2**31 - 1):
                self.ask(node.get_child_at_index, index)
            for wanted in (node.get_name, node.get_role_name, node.get_state_set, node.get_index_in_parent,
                           node.get_parent, node.get_relation_set, node.get_attributes):
                self.ask(wanted)
            interfaces = node.get_interfaces()
            if "Table" in interfaces:
                rows, columns = atspi.Table.get_n_rows(node), atspi.Table.get_n_columns(node)
                for row in (-1, 0, rows, rows + 7):
                    for column in (-1, 0, columns, columns + 7):
                        self.ask(atspi.Table.get_accessible_at, node, row, column)
                    self.ask(atspi.Table.get_row_header, node, row)
                    self.ask(atspi.Table.get_column_header, node, row)
                    self.ask(atspi.Table.is_row_selected, node, row)
                for index in (-1, rows * columns, (rows + 1) * columns + 1):
                    self.ask(atspi.Table.get_row_at_index, node, index)
                    self.ask(atspi.Table.get_column_at_index, node, index)
            if "Selection" in interfaces:
                for index in (-1, 0, count + 1):
                    self.ask(atspi.Selection.get_selected_child, node, index)
                    self.ask(atspi.Selection.is_child_selected, node, index)
            if "Text" in interfaces:
                for start, end in ((0, -1), (-1, -1), (5, 2), (0, 2**31 - 1), (1000, 2000)):
                    self.ask(atspi.Text.get_text, node, start, end)
                self.ask(atspi.Text.get_string_at_offset, node, 5000, atspi.TextGranularity.WORD)
                self.ask(atspi.Text.get_character_extents, node, 5000, atspi.CoordType.SCREEN)
            if "Component" in interfaces:
                self.ask(atspi.Component.get_extents, node, atspi.CoordType.SCREEN)
                self.ask(atspi.Component.get_accessible_at_point, node, 1, 1, atspi.CoordType.WINDOW)
            self.screen.alive()

    def test_noQuestionOfAScreenReaderEndsTheProgram(self):
        self.asked = 0
        screen = self.start("--demo")
        table = self.table()
        wait_until(table.row_count, "the demo's tokens")
        seen = self.nodes()
        self.ask_for_what_is_not_there(seen)

        # What was seen is asked for again when it is out of sight, filtered away, or about another list.
        screen.press("Audit", role="check")
        screen.find("table", "Findings, worst first")
        self.ask_for_what_is_not_there(seen)
        seen = self.nodes()
        self.ask_for_what_is_not_there(seen)
        screen.press("Tokens", role="check")
        screen.type_into("Filter", "no token is called this")
        wait_until(lambda: table.row_count() == 0, "an empty table")
        self.ask_for_what_is_not_there(seen)
        screen.keys("Escape")
        wait_until(table.row_count, "all tokens again")
        table.click(0)
        screen.keys("ctrl+a")
        screen.press("New Token…")
        screen.dialog("New Token")
        self.ask_for_what_is_not_there(self.nodes())
        screen.keys("Escape")
        screen.wait_gone("dialog", "New Token")
        self.ask_for_what_is_not_there(seen)
        self.assertGreater(self.asked, 5000)
        self.quit()


if __name__ == "__main__":
    totals.main()
