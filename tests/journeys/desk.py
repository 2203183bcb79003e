# SPDX-License-Identifier: GPL-3.0-or-later
"""A desk of its own for a journey: a virtual display with a window manager, a session bus with the accessibility bus and
a keyring on it, and a home that is thrown away. Nothing of the machine's own session is seen or touched."""

import ctypes
import os
import shutil
import signal
import subprocess
import tempfile
import time

KEYRING_PASSWORD = b"correct horse"

BUS_CONFIG = """<busconfig>
  <type>session</type>
  <listen>unix:dir=%(folder)s</listen>
  <auth>EXTERNAL</auth>
  <servicedir>%(services)s</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""

ACCESSIBILITY_LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")


def wait_until(condition, what, seconds=20, pause=0.1):
    """The first true value of condition(); AssertionError naming `what` when none comes. A condition that fails because
    the program is just changing what it shows is asked again."""
    deadline = time.monotonic() + seconds
    last = None
    while True:
        try:
            value = condition()
            if value:
                return value
            last = value
        except Exception as error:  # pylint: disable=broad-except
            if isinstance(error, ProcessEnded):
                raise
            last = error
        if time.monotonic() > deadline:
            raise AssertionError("waited %d s in vain for %s (last: %r)" % (seconds, what, last))
        time.sleep(pause)


class ProcessEnded(Exception):
    """A program of the journey is gone; waiting on makes no sense."""


def _die_with_parent():
    ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG
    os.setpgid(0, 0)


class Desk:
    def __init__(self, keyring=True):
        self.processes = []
        self.scratch = tempfile.mkdtemp(prefix="tokendesk-journey-")
        self.home = os.path.join(self.scratch, "home")
        self.logs = os.path.join(self.scratch, "logs")
        for folder in (self.home, self.logs, "%s/run" % self.scratch, "%s/services" % self.scratch,
                       "%s/tmp" % self.scratch):
            os.makedirs(folder, mode=0o700)
        # Of the outside only what finds programs.
        self.environment = {
            "PATH": os.environ["PATH"],
            "HOME": self.home,
            "TMPDIR": self.scratch + "/tmp",
            "XDG_RUNTIME_DIR": self.scratch + "/run",
            "XDG_CONFIG_HOME": self.home + "/.config",
            "XDG_DATA_HOME": self.home + "/.local/share",
            "XDG_CACHE_HOME": self.home + "/.cache",
            "XDG_STATE_HOME": self.home + "/.local/state",
            "LC_ALL": "C.UTF-8",
            "LANGUAGE": "en",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        }
        try:
            self._start_display()
            self._start_bus()
            if keyring:
                self.start_keyring()
        except BaseException:
            self.close()
            raise

    def start(self, name, command, **options):
        """A program that ends with this process at the latest; what it says goes to logs/<name>.out and .err."""
        files = {}
        for stream, ending in (("stdout", "out"), ("stderr", "err")):
            if stream not in options:
                files[stream] = open("%s/%s.%s" % (self.logs, name, ending), "ab")
        options.setdefault("stdin", subprocess.DEVNULL)
        try:
            process = subprocess.Popen(command, env=self.environment, cwd=self.home, preexec_fn=_die_with_parent,
                                       **files, **options)
        finally:
            for file in files.values():
                file.close()
        self.processes.append(process)
        return process

    def run(self, command, **options):
        """A program's standard output; AssertionError when it fails."""
        done = subprocess.run(command, env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              timeout=30, check=False, **options)
        if done.returncode:
            raise AssertionError("%s ended with %d: %s" % (command, done.returncode, done.stderr.decode()))
        return done.stdout.decode()

    def _start_display(self):
        reader, writer = os.pipe()
        # Without -noreset the server starts over when the first program to look at it is gone again, and takes the
        # window manager that is just connecting with it.
        self.start("xvfb", ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1280x800x24", "-nolisten", "tcp",
                             "-noreset"],
                   pass_fds=[writer])
        os.close(writer)
        with os.fdopen(reader) as pipe:
            number = pipe.readline().strip()
        if not number:
            raise AssertionError("Xvfb did not start: " + self.log("xvfb.err"))
        self.environment["DISPLAY"] = ":" + number
        self.start("openbox", ["openbox", "--sm-disable"])
        # Only a window manager knows how many desktops there are.
        wait_until(lambda: self.run(["xdotool", "get_num_desktops"]), "a window manager")

    def _start_bus(self):
        config = self.scratch + "/bus.conf"
        with open(config, "w", encoding="utf-8") as file:
            file.write(BUS_CONFIG % {"folder": self.scratch + "/run", "services": self.scratch + "/services"})
        launcher = next((path for path in ACCESSIBILITY_LAUNCHERS if os.path.exists(path)), None)
        if not launcher:
            raise AssertionError("at-spi2-core is not installed")
        # Nothing but this is started on demand: whether there is a keyring is for the journey to say.
        with open(self.scratch + "/services/org.a11y.Bus.service", "w", encoding="utf-8") as file:
            file.write("[D-BUS Service]\nName=org.a11y.Bus\nExec=%s\n" % launcher)
        bus = self.start("bus", ["dbus-daemon", "--nofork", "--config-file=" + config, "--print-address=1"],
                         stdout=subprocess.PIPE)
        address = bus.stdout.readline().decode().strip()
        if not address:
            raise AssertionError("dbus-daemon did not start: " + self.log("bus.err"))
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = address

    def start_keyring(self):
        keyring = self.start("keyring", ["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"],
                             stdin=subprocess.PIPE)
        keyring.stdin.write(KEYRING_PASSWORD)
        keyring.stdin.close()
        wait_until(lambda: self.run(["dbus-send", "--session", "--print-reply", "--dest=org.freedesktop.DBus", "/",
                                     "org.freedesktop.DBus.GetNameOwner", "string:org.freedesktop.secrets"]),
                   "the keyring")

    def enter(self):
        """From here on this process, too, is on that desk: for the accessibility and bus libraries."""
        os.environ.clear()
        os.environ.update(self.environment)

    def log(self, name):
        path = os.path.join(self.logs, name)
        if not os.path.exists(path):
            return ""
        with open(path, encoding="utf-8", errors="replace") as file:
            return file.read()

    def screenshot(self, path):
        os.makedirs(os.path.dirname(path), exist_ok=True)
        self.run(["import", "-window", "root", path])

    def clipboard(self, selection="clipboard", target="UTF8_STRING"):
        """What another program would paste; empty where nobody owns the clipboard."""
        done = subprocess.run(["xclip", "-selection", selection, "-t", target, "-o"], env=self.environment,
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=10, check=False)
        return done.stdout.decode() if done.returncode == 0 else ""

    def files(self):
        """Every file under the throwaway home, temporary and log folders: (path, bytes)."""
        for top in (self.home, self.logs, self.scratch + "/tmp", self.scratch + "/run"):
            for folder, _, names in os.walk(top):
                for name in names:
                    path = os.path.join(folder, name)
                    if os.path.isfile(path) and not os.path.islink(path):
                        with open(path, "rb") as file:
                            yield path, file.read()

    def close(self):
        for process in reversed(self.processes):
            if process.poll() is None:
                try:
                    os.killpg(process.pid, signal.SIGTERM)
                    process.wait(5)
                except (ProcessLookupError, PermissionError):
                    pass
                except subprocess.TimeoutExpired:
                    os.killpg(process.pid, signal.SIGKILL)
                    process.wait(5)
            for stream in (process.stdin, process.stdout):
                if stream and not stream.closed:
                    stream.close()
        shutil.rmtree(self.scratch, ignore_errors=True)
