# SPDX-License-Identifier: GPL-3.0-or-later
"""A bare Debian of this machine's own release, from the mirror this machine uses, in a folder of its own.

Needs root (or sudo without a password), debootstrap and chroot; where one of them is not to be had, it says so and
fails. What was downloaded is kept in the cache folder: the second time needs seconds."""

import glob
import os
import shutil
import subprocess
import tempfile


def run(command, **options):
    """Runs it; on failure raises with everything it said."""
    done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          encoding="utf-8", errors="replace", check=False, **options)
    if done.returncode:
        raise RuntimeError("%s\nended with %d\n%s\n%s" % (
            " ".join(command), done.returncode, done.stdout[-6000:], done.stderr[-6000:]))
    return done.stdout


def as_root(command):
    if os.getuid() == 0:
        return command
    return ["sudo", "-n", "--preserve-env=http_proxy,https_proxy,no_proxy,DEBIAN_FRONTEND", *command]


def release_name():
    with open("/etc/os-release", encoding="utf-8") as file:
        fields = dict(line.rstrip("\n").split("=", 1) for line in file if "=" in line)
    if fields.get("ID") != "debian":
        raise RuntimeError("the package is for Debian, and this machine is not")
    return fields["VERSION_CODENAME"]


def package_sources(release):
    """Lines for sources.list: what this machine has of Debian's own main archive."""
    listed = run(["apt-get", "indextargets", "--format", "$(REPO_URI) $(CODENAME) $(COMPONENT) $(ORIGIN)",
                  "Created-By: Packages"])
    sources = []
    for line in listed.splitlines():
        uri, suite, component, origin = (line.split() + [""] * 4)[:4]
        if origin == "Debian" and component == "main" and suite.split("-")[0] == release:
            # The release itself first: that is the mirror to start from.
            sources.insert(0 if suite == release else len(sources), (uri, suite))
    if not sources or sources[0][1] != release:
        raise RuntimeError("apt knows no archive of Debian %s on this machine" % release)
    return sources


class DebianRoot:
    def __init__(self, cache):
        self.cache = cache
        os.makedirs(os.path.join(cache, "archives"), exist_ok=True)
        self.release = release_name()
        self.sources = package_sources(self.release)
        self.base = os.path.join(cache, self.release + ".tar")
        self.folder = tempfile.mkdtemp(prefix="root-", dir=cache)
        self.path = os.path.join(self.folder, "root")
        try:
            if not os.path.exists(self.base):
                self._bootstrap()
            else:
                os.mkdir(self.path)
                run(as_root(["tar", "-C", self.path, "-xpf", self.base, "--numeric-owner"]))
            self._prepare()
        except BaseException:
            self.remove()
            raise

    def _bootstrap(self):
        print("making a bare Debian %s" % self.release, flush=True)
        mirror = self.sources[0][0]
        options = ["--include=ca-certificates"] if mirror.startswith("https:") else []
        try:
            run(as_root(["debootstrap", "--variant=minbase", *options, self.release, self.path, mirror]))
        except RuntimeError:
            log = os.path.join(self.path, "debootstrap", "debootstrap.log")
            if os.path.exists(log):
                print(run(as_root(["tail", "-n", "30", log])), flush=True)
            raise
        run(as_root(["rm", "-rf", os.path.join(self.path, "var/cache/apt/archives")]))
        partial = self.base + ".partial"
        run(as_root(["tar", "-C", self.path, "-cpf", partial, "--numeric-owner", "."]))
        os.replace(partial, self.base)

    def _prepare(self):
        self.write("/etc/apt/sources.list", "".join("deb %s %s main\n" % source for source in self.sources))
        # No service starts in here, and nothing waits for the disk.
        self.write("/usr/sbin/policy-rc.d", "#!/bin/sh\nexit 101\n", mode="755")
        self.write("/etc/dpkg/dpkg.cfg.d/unsafe-io", "force-unsafe-io\n")
        for name in ("/etc/resolv.conf", "/etc/hosts"):
            with open(name, encoding="utf-8") as file:
                self.write(name, file.read())
        archives = self.path + "/var/cache/apt/archives"
        run(as_root(["mkdir", "-p", archives + "/partial"]))
        for package in glob.glob(os.path.join(self.cache, "archives", "*.deb")):
            run(as_root(["cp", package, archives]))
        run(self.inside(["useradd", "--create-home", "person"]))
        run(self.inside(["apt-get", "update", "-qq"]))

    def write(self, path, text, mode="644"):
        with tempfile.NamedTemporaryFile("w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            run(as_root(["install", "-D", "-m", mode, file.name, self.path + path]))

    def inside(self, command, user=None, environment=None):
        """The command that runs `command` in there, with a process list of its own that ends with it."""
        variables = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C.UTF-8", "DEBIAN_FRONTEND": "noninteractive",
                     "HOME": "/home/" + user if user else "/root"}
        for name in ("http_proxy", "https_proxy", "no_proxy"):
            if name in os.environ:
                variables[name] = os.environ[name]
        variables.update(environment or {})
        return as_root(["unshare", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc=" + self.path + "/proc",
                        "chroot", *(["--userspec=%s" % user] if user else []), self.path,
                        "env", "-i", *("%s=%s" % item for item in variables.items()), *command])

    def install(self, package):
        """With what it depends on, and nothing it only recommends."""
        run(as_root(["cp", package, self.path + "/var/tmp/"]))
        run(self.inside(["apt-get", "install", "-y", "-qq", "--no-install-recommends",
                         "-o", "APT::Keep-Downloaded-Packages=true", "/var/tmp/" + os.path.basename(package)]))
        for fetched in glob.glob(self.path + "/var/cache/apt/archives/*.deb"):
            if not os.path.exists(os.path.join(self.cache, "archives", os.path.basename(fetched))):
                shutil.copy(fetched, os.path.join(self.cache, "archives"))

    def remove(self):
        subprocess.run(as_root(["rm", "-rf", "--one-file-system", self.folder]), check=False)
