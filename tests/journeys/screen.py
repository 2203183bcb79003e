# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader sees of a running program, and what a person does with it. Widgets are found by role and name;
buttons are pressed by their accessible action, text is typed on the keyboard."""

import subprocess
import time
import warnings

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402  pylint: disable=wrong-import-position

from desk import ProcessEnded, wait_until  # noqa: E402

# The bindings call a part of their own interface deprecated and offer no other name for it.
warnings.filterwarnings("ignore", category=DeprecationWarning)

# One word for what different versions of the bus and of Qt call differently.
ROLES = {
    "window": ("frame", "window"),
    "dialog": ("dialog", "alert"),
    "button": ("push button", "button", "push button menu"),
    "field": ("text", "password text", "entry", "spin button"),
    "combo": ("combo box",),
    "table": ("table", "tree table"),
    "label": ("label", "static", "text", "status bar"),
    # Qt calls a button that stays down a check box.
    "check": ("check box", "radio button", "toggle button"),
    "menu item": ("menu item", "check menu item"),
    "tab": ("page tab",),
}
# Never walked into: a table has a cell for each token.
CLOSED = ("table", "tree table", "list box", "list")


class Screen:
    def __init__(self, desk, process):
        self.desk = desk
        self.process = process

    def application(self):
        """None until the program is on the accessibility bus."""
        self.alive()
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(index)
            if child is not None and child.get_process_id() == self.process.pid:
                child.clear_cache()
                return child
        return None

    def alive(self):
        if self.process.poll() is not None:
            raise ProcessEnded("the program ended with %d\n%s" % (self.process.returncode, self.desk.log("app.err")))

    # Looking

    def all(self, role, name=None, within=None):
        """Every visible widget of that role; `name` is a text, or a function of a text."""
        found = []
        top = within or self.application()
        if top is not None:
            self._walk(top, ROLES[role], name, found, 0)
        return found

    def _walk(self, node, roles, name, found, depth):
        if node is None or depth > 25:
            return
        node_role = node.get_role_name()
        if depth and not node.get_state_set().contains(Atspi.StateType.SHOWING) and node_role != "menu":
            return
        if node_role in roles:
            node_name = node.get_name() or ""
            if name is None or (name(node_name) if callable(name) else node_name == name):
                found.append(node)
        if node_role in CLOSED:
            return
        for index in range(min(node.get_child_count(), 400)):
            self._walk(node.get_child_at_index(index), roles, name, found, depth + 1)

    def find(self, role, name=None, within=None, seconds=20):
        # Asked once: what is just going away elsewhere on the screen makes the next question fail.
        return wait_until(lambda: self.all(role, name, within), "%s %r" % (role, name), seconds)[0]

    def window(self, seconds=60):
        return self.find("window", lambda name: "Token Desk" in name, seconds=seconds)

    def dialog(self, name, seconds=20):
        return self.find("dialog", name, seconds=seconds)

    def wait_gone(self, role, name, seconds=20):
        wait_until(lambda: not self.all(role, name), "%s %r to go away" % (role, name), seconds)

    def texts(self, within=None):
        """What can be read: the names of labels and buttons, and the contents of fields."""
        said = []
        for role in ("label", "button", "field", "check"):
            for node in self.all(role, None, within):
                said.append(node.get_name() or "")
                said.append(node.get_description() or "")
                said.append(self.text_of(node))
        return [text for text in said if text]

    def wait_text(self, part, within=None, seconds=20):
        """A text on the screen that contains `part`, whatever its case."""
        return wait_until(lambda: next((text for text in self.texts(within) if part.lower() in text.lower()), None),
                          "the text %r" % part, seconds)

    @staticmethod
    def text_of(node):
        return Atspi.Text.get_text(node, 0, -1) if "Text" in node.get_interfaces() else ""

    @staticmethod
    def enabled(node):
        node.clear_cache()
        states = node.get_state_set()
        return states.contains(Atspi.StateType.ENABLED) and states.contains(Atspi.StateType.SENSITIVE)

    @staticmethod
    def focused(node):
        node.clear_cache()
        return node.get_state_set().contains(Atspi.StateType.FOCUSED)

    # Doing

    def press(self, name, within=None, role="button", seconds=20):
        """A button, once it can be pressed."""
        def enabled():
            return next((node for node in self.all(role, name, within) if self.enabled(node)), None)
        self.act(wait_until(enabled, "%s %r that can be pressed" % (role, name), seconds))

    @staticmethod
    def act(node, wanted=("press", "toggle", "click")):
        names = [(Atspi.Action.get_action_name(node, index) or "").lower()
                 for index in range(Atspi.Action.get_n_actions(node))]
        for action in wanted:
            if action in names:
                Atspi.Action.do_action(node, names.index(action))
                return
        raise AssertionError("%r can be none of %s, only %s" % (node.get_name(), wanted, names))

    def keys(self, *keys):
        """xdotool's names: ctrl+a, Return, F5."""
        self.desk.run(["xdotool", "key", "--clearmodifiers", "--delay", "20", *keys])

    def focus(self, node):
        def try_it():
            Atspi.Component.grab_focus(node)
            time.sleep(0.1)
            return self.focused(node)
        wait_until(try_it, "the focus on %r" % node.get_name())

    def type_into(self, name, text, within=None, role="field"):
        """Over what is there. What arrived is compared, unless the field keeps it from being read."""
        node = self.find(role, name, within)
        self.focus(node)
        self.keys("ctrl+a", "Delete")
        if text:
            subprocess.run(["xdotool", "type", "--delay", "8", "--file", "-"], input=text.encode(),
                           env=self.desk.environment, timeout=120, check=True)
        if node.get_role_name() != "password text":
            wait_until(lambda: self.text_of(node).startswith(text) and (text or not self.text_of(node)),
                       "%r in the field %r" % (text, name))
        return node

    def combo_with(self, entry, within=None, seconds=20):
        """The combo box that offers this entry, perhaps with a count behind it: "Active (12)". Not by its name: Qt 6.4
        tells the chosen entry as the name, and a label only as a relation."""
        return wait_until(lambda: next((combo for combo in self.all("combo", None, within)
                                        if self._entry(combo, entry) is not None), None),
                          "a choice of %r" % entry, seconds)

    @staticmethod
    def entries(combo):
        combo.clear_cache()
        for index in range(combo.get_child_count()):
            child = combo.get_child_at_index(index)
            if child is not None and child.get_role_name() in CLOSED:
                return [child.get_child_at_index(entry).get_name() for entry in range(child.get_child_count())]
        return []

    def _entry(self, combo, entry):
        return next((index for index, text in enumerate(self.entries(combo))
                     if text == entry or text.startswith(entry + " (")), None)

    def choose(self, entry, within=None):
        """Opens the combo box that has this entry, and takes it."""
        combo = self.combo_with(entry, within)
        place = Atspi.Component.get_extents(combo, Atspi.CoordType.SCREEN)
        self.click(place.x + place.width // 2, place.y + place.height // 2)
        time.sleep(0.3)  # nothing tells over the bus that the list is up and has the keyboard
        self.keys("Home", *["Down"] * self._entry(combo, entry), "Return")

        def chosen():
            combo.clear_cache()
            return combo.get_name() == self.entries(combo)[self._entry(combo, entry)]
        wait_until(chosen, "the choice %r" % entry)

    def choose_in_menu(self, *path, within=None):
        """With the pointer: the menu in the menu bar, what it leads to, and the entry."""
        for name in path:
            # Within the menu before it: a profile has an entry in two of them.
            within = self.find("menu item", name, within)
            self.click_on(within)

    def click_on(self, node):
        place = Atspi.Component.get_extents(node, Atspi.CoordType.SCREEN)
        self.click(place.x + place.width // 2, place.y + place.height // 2)

    def click(self, x, y, modifiers=()):
        held = [word for key in modifiers for word in ("keydown", key)]
        released = [word for key in modifiers for word in ("keyup", key)]
        self.desk.run(["xdotool", *held, "mousemove", str(x), str(y), "click", "1", *released])


class Table:
    """A table through its Table interface, by column names."""

    def __init__(self, screen, name, within=None):
        self.screen = screen
        self.name = name
        self.node = screen.find("table", name, within)

    def _fresh(self):
        self.node.clear_cache()
        return self.node

    def row_count(self):
        return Atspi.Table.get_n_rows(self._fresh())

    def columns(self):
        node = self._fresh()
        return [Atspi.Table.get_column_header(node, column).get_name()
                for column in range(Atspi.Table.get_n_columns(node))]

    def column(self, name):
        return self.columns().index(name)

    def cell(self, row, column):
        cell = Atspi.Table.get_accessible_at(self._fresh(), row, self.column(column))
        return cell.get_name() or ""

    def values(self, column, rows=None):
        """The texts of a column, top to bottom."""
        node = self._fresh()
        number = self.column(column)
        count = Atspi.Table.get_n_rows(node)
        return [Atspi.Table.get_accessible_at(node, row, number).get_name() or ""
                for row in range(count if rows is None else min(rows, count))]

    def row_of(self, name):
        """The row whose Name is this, or None."""
        values = self.values("Name")
        return values.index(name) if name in values else None

    def state_of(self, name):
        row = self.row_of(name)
        return self.cell(row, "State") if row is not None else None

    def click(self, row, column="Name", modifiers=(), header=False):
        """With the pointer, as a person does."""
        if header:
            target = Atspi.Table.get_column_header(self._fresh(), self.column(column))
        else:
            target = Atspi.Table.get_accessible_at(self._fresh(), row, self.column(column))
        place = Atspi.Component.get_extents(target, Atspi.CoordType.SCREEN)
        self.screen.click(place.x + min(place.width // 2, 40), place.y + place.height // 2, modifiers)

    def sort_by(self, column):
        time.sleep(0.6)  # two clicks in a row are a double click, which sorts once only
        self.click(0, column, header=True)

    def selected_rows(self):
        return list(Atspi.Table.get_selected_rows(self._fresh()))
