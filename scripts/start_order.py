#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints a linker script that puts side by side what a program ran through.

usage: start_order.py PROGRAM CALLS...
CALLS: what callgrind wrote with --demangle=no (Valgrind's manual, "Callgrind Format Specification").
"""
import os
import re
import subprocess
import sys

HEAD = """/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The functions that a start runs through, side by side: a page of the program that nothing of the start is on need not
 * be read. Written by scripts/start-order.
 */
SECTIONS
{
    .text.start :
    {
        *crt*.o(.text .text.*)
        *(.text.startup .text.startup.*)"""
TAIL = """    }
}
INSERT BEFORE .text;"""


def ran_in(calls, program):
    """Names of the program's functions that were run. Callgrind numbers names, and says each once."""
    names, objects, ran = {}, {}, set()
    current = ""
    for line in calls:
        found = re.match(r"(c?)(ob|fn)=\((\d+)\)(?: (.*))?$", line)
        if not found:
            continue
        called, kind, number, name = found.groups()
        known = objects if kind == "ob" else names
        if name:
            known[number] = name
        if called:
            continue
        if kind == "ob":
            current = objects[number]
        elif os.path.basename(current) == program:
            ran.add(number)
    return {names[number].split("'")[0] for number in ran}  # '2: called by itself


def same_place(program):
    """The names of each function: a constructor has two, and its section only one of them."""
    by_address, address_of = {}, {}
    for line in subprocess.run(["nm", "--defined-only", program], check=True, capture_output=True,
                               text=True).stdout.splitlines():
        address, _, name = line.split(" ", 2)
        by_address.setdefault(address, set()).add(name)
        address_of[name] = address
    return lambda name: by_address.get(address_of.get(name), {name})


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    program = sys.argv[1]
    ran = set()
    for path in sys.argv[2:]:
        with open(path) as calls:
            ran |= ran_in(calls, os.path.basename(program))
    names_of = same_place(program)
    # GCC makes variants of a function as it sees fit: name.isra.0, name.constprop.1
    names = {re.sub(r"\.(isra|constprop|part|lto_priv)\..*", "", alias) for name in ran for alias in names_of(name)}
    names = sorted(name for name in names if name.startswith("_Z"))
    if not names:
        sys.exit("start_order.py: no function of the program was run")
    print(HEAD)
    for name in names:
        print("        *(.text.%s .text.%s.*)" % (name, name))
    print(TAIL)


if __name__ == "__main__":
    main()
