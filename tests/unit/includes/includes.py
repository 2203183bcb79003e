# SPDX-License-Identifier: GPL-3.0-or-later
"""Who may include whom, read off the text of src/ (docs/architecture.md, "Rooms")."""

import os
import re

# The rooms a room may name, besides itself.
MAY_INCLUDE = {
    "core": set(),
    "transport": {"core"},
    "api": {"transport", "core"},
    "auth": {"transport", "core"},
    "history": {"core"},
    "session": {"api", "auth", "history", "transport", "core"},
    "models": {"session", "core"},
    "gui": {"models", "session", "core"},
    "app": {"gui", "models", "session", "api", "auth", "history", "transport", "core"},
    "simulator": {"core"},
}

# The Qt modules a room may name; app may name any.
MAY_USE = {
    "core": {"QtCore"},
    "transport": {"QtCore", "QtNetwork"},
    "api": {"QtCore", "QtNetwork"},
    "history": {"QtCore", "QtSql"},
    "auth": {"QtCore", "QtDBus", "QtNetwork"},
    "session": {"QtCore"},
    "models": {"QtCore", "QtGui"},
    "gui": {"QtCore", "QtGui", "QtWidgets", "QtSvg", "QtSvgWidgets"},
    "simulator": {"QtCore", "QtNetwork"},
}

# What must not even be seen from a room through what it includes.
HIDDEN_FROM = {
    "models": ("api/", "auth/keychain", "history/", "transport/"),
    "gui": ("api/", "auth/keychain", "history/", "transport/"),
}

KEYCHAIN_USER = "auth/keychaincredentialstore.cpp"

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.MULTILINE)
GENERATED = re.compile(r"^(?:ui_\w+\.h|\w+\.moc|moc_\w+\.cpp)$")


def qt_modules(include_dir):
    """{"QWidget": "QtWidgets", ...}: which module a Qt header belongs to, by the folder it was installed in."""
    modules = {}
    for module in sorted(os.listdir(include_dir)):
        folder = os.path.join(include_dir, module)
        if module.startswith("Qt") and os.path.isdir(folder):
            modules[module] = module
            for header in os.listdir(folder):
                modules.setdefault(header, module)
    return modules


def includes_of_tree(source_dir):
    """{"gui/mainwindow.cpp": [("<" or '"', "QWidget"), ...]}"""
    tree = {}
    for folder, _, names in os.walk(source_dir):
        for name in names:
            if name.endswith((".h", ".cpp")):
                path = os.path.join(folder, name)
                with open(path, encoding="utf-8") as file:
                    found = INCLUDE.findall(file.read())
                tree[os.path.relpath(path, source_dir).replace(os.sep, "/")] = found
    return tree


def seen_from(tree, start):
    """Yields (header, way) for every header of ours that `start` sees, nearest first."""
    ways = {start: [start]}
    queue = [start]
    for current in queue:
        for quote, header in tree.get(current, []):
            if quote == '"' and header in tree and header not in ways:
                ways[header] = ways[current] + [header]
                queue.append(header)
                yield header, ways[header]


def violations(source_dir, modules):
    """Sentences, one for each include that points the wrong way."""
    tree = includes_of_tree(source_dir)
    wrong = []
    for path, includes in sorted(tree.items()):
        room = path.split("/")[0]
        if room not in MAY_INCLUDE:
            wrong.append("%s: the room '%s' is not known; say in includes.py what it may include" % (path, room))
            continue
        for quote, header in includes:
            if quote == "<":
                if "keychain" in header.lower() and path != KEYCHAIN_USER:
                    wrong.append("%s includes <%s>; only %s may" % (path, header, KEYCHAIN_USER))
                module = modules.get(header) or modules.get(header.split("/")[0])
                if module and room in MAY_USE and module not in MAY_USE[room]:
                    wrong.append("%s includes <%s> of %s, which %s does not use" % (path, header, module, room))
            elif "/" not in header:
                if not GENERATED.match(header):
                    wrong.append('%s includes "%s" without its room' % (path, header))
            elif header.split("/")[0] not in MAY_INCLUDE[room] | {room}:
                wrong.append('%s includes "%s"; %s may not know it' % (path, header, room))
            elif header not in tree:
                wrong.append('%s includes "%s", which does not exist' % (path, header))
        for header, way in seen_from(tree, path):
            if len(way) > 2 and header.startswith(HIDDEN_FROM.get(room, ())) and HIDDEN_FROM.get(room):
                wrong.append("%s sees %s: %s" % (path, header, " -> ".join(way)))
    return wrong
