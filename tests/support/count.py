#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts what `meson test` left in testlog.json and prints "N passed, N failed, N skipped".

Every TAP line counts for itself. A program that crashed, ran out of time or broke its plan without a "not ok" line
of its own is one failure, and so is a program without TAP that failed. Ends with 1 when anything failed or when
nothing ran.
"""

import json
import re
import sys

RESULT = re.compile(r"(not )?ok\b[^#]*(?:#\s*(SKIP|TODO)\b)?", re.IGNORECASE)
GOOD = ("OK", "EXPECTEDFAIL")


def count_tap(stdout):
    passed = failed = skipped = 0
    for line in stdout.splitlines():
        match = RESULT.match(line)
        if not match:
            continue
        directive = (match[2] or "").upper()
        if directive == "SKIP":
            skipped += 1
        elif match[1] and directive != "TODO":
            failed += 1
        else:
            passed += 1
    return passed, failed, skipped


def count_program(run):
    """Returns (passed, failed, skipped) of one test program."""
    passed, failed, skipped = count_tap(run.get("stdout", ""))
    result = run["result"]
    if result in GOOD:
        return (passed, failed, skipped) if passed + failed + skipped else (1, 0, 0)
    if result == "SKIP":
        return passed, failed, max(skipped, 1)
    return passed, max(failed, 1), skipped


def main(path):
    totals = [0, 0, 0]
    try:
        with open(path, encoding="utf-8") as log:
            for line in log:
                totals = [a + b for a, b in zip(totals, count_program(json.loads(line)))]
    except FileNotFoundError:
        print("count: the test runner left no log", file=sys.stderr)
        totals[1] += 1
    sys.stderr.flush()
    print("%d passed, %d failed, %d skipped" % tuple(totals))
    return 0 if totals[1] == 0 and totals[0] > 0 else 1


sys.exit(main(sys.argv[1]))
