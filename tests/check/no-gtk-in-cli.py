# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line needs no toolkit, not even an installed one."""

import os
import re
import subprocess
import sys

import tap

TOOLKIT = re.compile(r"lib(?:gtk-|gdk-|adwaita)\S*?\.so\S*")


def main():
    program = sys.argv[2] if len(sys.argv) > 2 else ""
    if tap.ok(os.access(program, os.X_OK), "chamsao-cli was built", "no program at %r" % program):
        run = subprocess.run(["ldd", program], capture_output=True, text=True, check=False)
        tap.ok(run.returncode == 0 and "libc.so" in run.stdout, "its libraries can be listed", run.stdout + run.stderr)
        tap.findings(sorted(set(TOOLKIT.findall(run.stdout))),
                     "none of them is GTK or libadwaita")
    tap.done()


main()
