#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program as a person meets it, on a virtual display, seen by its pixels and moved by its keys: how soon its window is
painted, how soon a long list is there, how soon a key in the filter shows. Beside the least Qt window with a table, and
beside DB Browser for SQLite over the same rows. Prints lines as bench.h describes them.

usage: outside.py TOKENDESK SIMULATOR MINIMALWINDOW [--quick] [--tokens N]
"""
import contextlib
import json
import os
import shutil
import signal
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request

from Xlib import X, XK, display
from Xlib.ext import xtest

PAINT_POLL = 0.0005
GIVE_UP = 60
SETTLED = 0.6
QUIET = 0.4
SCREEN = (1280, 1024)
MAGENTA = 0xFF00FF
WHITE = 0xFFFFFF


def report(row, ours, peer, unit, bar):
    ratio = ours / peer
    print(json.dumps({"row": row, "ours": ours, "peer": peer, "unit": unit, "ratio": ratio, "bar": bar,
                      "holds": ratio <= bar}), flush=True)


class Desk:
    """A display of its own, a home of its own, and no bus."""

    def __init__(self, folder):
        self.folder = folder
        self.children = []
        reader, writer = os.pipe()
        self._start(["Xvfb", "-displayfd", str(writer), "-screen", "0", "%dx%dx24" % SCREEN, "-nolisten", "tcp",
                     "-noreset"], dict(os.environ), pass_fds=[writer])
        os.close(writer)
        with os.fdopen(reader) as said:
            name = ":" + said.readline().strip()
        self.display = display.Display(name)
        self.root = self.display.screen().root
        home = os.path.join(folder, "home")
        os.makedirs(home, mode=0o700)
        self.environment = {"PATH": os.environ["PATH"], "HOME": home, "XDG_RUNTIME_DIR": home, "DISPLAY": name,
                            "LANG": "C.UTF-8"}

    def _start(self, command, environment, **more):
        child = subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                 stderr=subprocess.DEVNULL, **more)
        self.children.append(child)
        return child

    def start(self, command):
        return self._start(command, self.environment)

    def manage_windows(self):
        self.start(["openbox", "--sm-disable"])
        atom = self.display.intern_atom("_NET_SUPPORTING_WM_CHECK")
        self.wait(lambda: self.root.get_full_property(atom, X.AnyPropertyType))

    def wait(self, condition, pause=0.01):
        end = time.monotonic() + GIVE_UP
        while time.monotonic() < end:
            found = condition()
            if found:
                return found
            time.sleep(pause)
        sys.exit("outside.py: what was waited for did not come")

    def pixels(self, x, y, width, height):
        return self.root.get_image(x, y, width, height, X.ZPixmap, 0xFFFFFFFF).data

    def empty(self, colour):
        self.root.change_attributes(background_pixel=colour)
        self.root.clear_area()
        self.display.sync()

    def end(self, child):
        child.send_signal(signal.SIGKILL)  # some ask before they go
        child.wait()
        self.children.remove(child)

    def close(self):
        for child in reversed(self.children):
            child.kill()
            child.wait()

    # What a person does.

    def press(self, key):
        code = self.display.keysym_to_keycode(XK.string_to_keysym(key))
        xtest.fake_input(self.display, X.KeyPress, code)
        xtest.fake_input(self.display, X.KeyRelease, code)
        self.display.flush()

    def click(self, x, y):
        xtest.fake_input(self.display, X.MotionNotify, x=x, y=y)
        xtest.fake_input(self.display, X.ButtonPress, 1)
        xtest.fake_input(self.display, X.ButtonRelease, 1)
        self.display.sync()

    def window_of(self, title):
        clients = self.display.intern_atom("_NET_CLIENT_LIST")
        name = self.display.intern_atom("_NET_WM_NAME")

        def find():
            listed = self.root.get_full_property(clients, X.AnyPropertyType)
            for number in listed.value if listed else []:
                window = self.display.create_resource_object("window", number)
                with contextlib.suppress(Exception):  # it may be gone already
                    said = window.get_full_property(name, X.AnyPropertyType)
                    if said and title in said.value.decode():
                        return window
            return None

        return self.wait(find)


def memory_of(pid):
    with open("/proc/%d/status" % pid) as status:
        for line in status:
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) * 1024
    sys.exit("outside.py: the memory of a program cannot be seen")


# Start-up


def start_once(desk, command):
    """Milliseconds from exec to pixels on the screen, and the resident memory then."""
    desk.empty(MAGENTA)
    line = (0, 300, SCREEN[0], 1)
    blank = desk.pixels(*line)
    began = time.perf_counter()
    child = desk.start(command)
    desk.wait(lambda: desk.pixels(*line) != blank, PAINT_POLL)
    painted = (time.perf_counter() - began) * 1000
    time.sleep(SETTLED)
    memory = memory_of(child.pid)
    desk.end(child)
    return painted, memory


def medians_of(measured):
    return [statistics.median(values) for values in zip(*measured)]


def start_up(folder, programs, rounds):
    desk = Desk(folder)
    try:
        commands = [[programs["tokendesk"]], [programs["minimal"]], ["sqlitebrowser"]]
        measured = [[] for _ in commands]
        for number in range(rounds + 1):  # the first one warms up
            for command, values in zip(commands, measured):
                value = start_once(desk, command)
                if number > 0:
                    values.append(value)
        ours, minimal, browser = [medians_of(values) for values in measured]
    finally:
        desk.close()
    report("Start to a painted window : a minimal Qt window with a table", ours[0], minimal[0], "ms", 1.3)
    report("Start to a painted window : sqlitebrowser", ours[0], browser[0], "ms", 0.5)
    report("Empty, resident memory : a minimal Qt window with a table", ours[1], minimal[1], "bytes", 1.2)


# A long list


class Program:
    """`rows`: a part of the window, left, top, width and height in it, that is without text until rows are there;
    `filter_field`: where in the window to click before keys are pressed."""

    def __init__(self, desk, command, title, rows, filter_field):
        self.desk = desk
        self.command = command
        self.title = title
        self.rows = rows
        self.filter_field = filter_field

    def seen(self):
        return self.desk.pixels(*self.area)

    def has_rows(self):
        dark = sum(1 for byte in self.seen()[1::4] if byte < 100)  # the green of each pixel
        return dark > 1500

    def open(self):
        self.desk.empty(WHITE)
        began = time.perf_counter()
        self.child = self.desk.start(self.command)
        window = self.desk.window_of(self.title)

        def place():
            at = window.translate_coords(self.desk.root, 0, 0)
            # translate_coords tells where the root lies in the window.
            return (-at.x, -at.y) if (at.x, at.y) != (0, 0) else None

        x, y = self.desk.wait(place)
        self.area = (x + self.rows[0], y + self.rows[1], self.rows[2], self.rows[3])
        self.desk.wait(self.has_rows, 0.002)
        shown = (time.perf_counter() - began) * 1000
        self.settle()
        # sqlitebrowser asks at times whether to abort reading its rows; the answer is no.
        self.desk.press("Escape")
        self.settle()
        self.desk.click(x + self.filter_field[0], y + self.filter_field[1])
        return shown

    def settle(self):
        """Waits until nothing has moved for a while."""
        last, since = self.seen(), time.monotonic()
        while time.monotonic() - since < QUIET:
            time.sleep(0.02)
            now = self.seen()
            if now != last:
                last, since = now, time.monotonic()
        return last

    def keystroke(self, key):
        """Milliseconds from a key in the filter to other rows on the screen."""
        before = self.settle()
        began = time.perf_counter()
        self.desk.press(key)
        self.desk.wait(lambda: self.seen() != before, PAINT_POLL)
        shown = (time.perf_counter() - began) * 1000
        self.desk.press("BackSpace")
        return shown

    def run(self, keys):
        shown = self.open()
        memory = memory_of(self.child.pid)
        keys = statistics.median(self.keystroke(key) for key in keys)
        self.desk.end(self.child)
        return shown, keys, memory


class Server:
    """A simulator that runs already, and beside it a folder with the program in it: what the program starts there for its
    demo says only where that simulator is."""

    def __init__(self, folder, programs, tokens):
        self.process = subprocess.Popen([programs["simulator"], "--tokens", str(tokens)], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE)
        line = self.process.stdout.readline()
        self.said = json.loads(line)
        self.program = os.path.join(folder, "tokendesk")
        shutil.copy2(programs["tokendesk"], self.program)
        said = os.path.join(folder, "said.json")
        with open(said, "wb") as file:
            file.write(line)
        stand_in = os.path.join(folder, "tokendesk-simulator")
        with open(stand_in, "w") as file:
            file.write("#!/bin/sh\ncat '%s'\nexec cat >/dev/null\n" % said)
        os.chmod(stand_in, 0o755)

    def rows(self):
        request = urllib.request.Request(self.said["url"] + "/provisioning-tokens",
                                         headers={"Authorization": "Bearer " + self.said["bearer"],
                                                  "Accept-Encoding": "identity"})
        with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request) as answer:
            return json.load(answer)["data"]

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def make_database(path, rows):
    columns = ("id", "name", "single_use", "use_count", "created_at", "expires_at", "last_used_at", "revoked_at")
    database = sqlite3.connect(path)
    database.execute("CREATE TABLE tokens (%s)" % ", ".join(columns))
    database.executemany("INSERT INTO tokens VALUES (%s)" % ", ".join("?" * len(columns)),
                         [tuple(row[column] for column in columns) for row in rows])
    database.commit()
    database.close()


def long_list(folder, programs, tokens, rounds, keys):
    server = Server(folder, programs, tokens)
    path = os.path.join(folder, "tokens.db")
    make_database(path, server.rows())
    desk = Desk(folder)
    try:
        desk.manage_windows()
        ours = Program(desk, [server.program, "--demo"], "Token Desk", (100, 100, 260, 500), (600, 40))
        browser = Program(desk, ["sqlitebrowser", "-t", "tokens", path], "DB Browser", (70, 205, 390, 400), (409, 184))
        measured = {ours: [], browser: []}
        for number in range(rounds + 1):
            for program, values in measured.items():
                value = program.run(keys)
                if number > 0:
                    values.append(value)
        our_medians, their_medians = medians_of(measured[ours]), medians_of(measured[browser])
    finally:
        desk.close()
        server.close()
    words = "{:,} tokens".format(tokens)
    report("%s, start to rows on screen : sqlitebrowser" % words, our_medians[0], their_medians[0], "ms", 1.0)
    report("%s, a key in the filter to other rows on screen : sqlitebrowser" % words, our_medians[1], their_medians[1],
           "ms", 0.5)
    report("%s, resident memory : sqlitebrowser" % words, our_medians[2], their_medians[2], "bytes", 1.0)


def main():
    arguments = sys.argv[1:]
    quick = "--quick" in arguments
    tokens = 100_000
    if "--tokens" in arguments:
        at = arguments.index("--tokens")
        tokens = int(arguments[at + 1])
        del arguments[at:at + 2]
    paths = [argument for argument in arguments if not argument.startswith("--")]
    if len(paths) != 3:
        sys.exit(__doc__)
    programs = dict(zip(("tokendesk", "simulator", "minimal"), map(os.path.abspath, paths)))
    for part, work in (("start", lambda folder: start_up(folder, programs, 5 if quick else 15)),
                       ("list", lambda folder: long_list(folder, programs, tokens, 5 if quick else 7,
                                                         "w" if quick else "wkz"))):
        folder = tempfile.mkdtemp(prefix="tokendesk-bench-" + part)
        try:
            work(folder)
        finally:
            shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
