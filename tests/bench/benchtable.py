#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes one table of lines as bench.h describes them, on standard input. Ends with 1 where one falls short.

usage: benchtable.py [--quick] [--record FILE]
--record writes the table between two marks of FILE, with the machine and the date.
"""
import datetime
import json
import os
import platform
import re
import sys

BEGIN = "<!-- scripts/bench --record writes from here ... -->"
END = "<!-- ... to here -->"
HEADER = ("What", "Ours", "Peer", "Ratio", "Bar", "")


def amount(value, unit):
    if unit == "bytes":
        for size, name in ((1024**3, "GB"), (1024**2, "MB"), (1024, "kB")):
            if value >= 2 * size:
                return "%.4g %s" % (value / size, name)
        return "%.4g B" % value
    return "%.3g%s" % (value, "" if unit == "ratio" else " " + unit)


def cells(line):
    return (line["row"], amount(line["ours"], line["unit"]), amount(line["peer"], line["unit"]), "%.2f" % line["ratio"],
            "<= %g" % line["bar"], "holds" if line["holds"] else "FALLS SHORT")


def plain(rows):
    widths = [max(len(row[i]) for row in rows) for i in range(len(HEADER))]
    return "\n".join("  ".join(cell.ljust(width) if i == 0 or i == 5 else cell.rjust(width)
                               for i, (cell, width) in enumerate(zip(row, widths))).rstrip() for row in rows)


def machine():
    processor = platform.machine()
    with open("/proc/cpuinfo") as info:
        for line in info:
            if line.startswith("model name"):
                processor = line.split(":", 1)[1].strip()
                break
    system = "Linux"
    with open("/etc/os-release") as release:
        for line in release:
            if line.startswith("PRETTY_NAME="):
                system = line.split("=", 1)[1].strip().strip('"')
    return "%d cores (%s), %s" % (os.cpu_count(), processor, system)


def record(path, rows, quick):
    table = ["| %s |" % " | ".join(row) for row in rows]
    table.insert(1, "|---|--:|--:|--:|--:|---|")
    text = "%s\n%s, %s%s.\n\n%s\n%s" % (BEGIN, machine(), datetime.date.today().isoformat(),
                                        ", quick" if quick else "", "\n".join(table), END)
    with open(path) as page:
        before = page.read()
    after, times = re.subn(re.escape(BEGIN) + ".*?" + re.escape(END), lambda match: text, before, flags=re.S)
    if times != 1:
        sys.exit("benchtable.py: %s has not one place for the table" % path)
    with open(path, "w") as page:
        page.write(after)


def main():
    lines = [json.loads(line) for line in sys.stdin if line.startswith("{")]
    rows = [HEADER] + [cells(line) for line in lines]
    print(plain(rows))
    if "--record" in sys.argv:
        record(sys.argv[sys.argv.index("--record") + 1], rows, "--quick" in sys.argv)
    short = sum(not line["holds"] for line in lines)
    print("%d hold, %d fall short" % (len(lines) - short, short))
    sys.exit(1 if short or not lines else 0)


if __name__ == "__main__":
    main()
