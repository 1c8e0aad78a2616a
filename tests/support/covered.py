#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""covered.py BUILD FOLDER…: what the tests touched of the sources in these folders, from a build with coverage. Prints
each module with the share of its lines, the least first; the status is 1 when a module is touched by no test."""

import json
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


def measured(build):
    """{source: {line: how often}}, of all programs together."""
    lines = defaultdict(dict)
    for notes in build.rglob("*.gcno"):
        if "meson-generated" in notes.name or not notes.with_suffix(".gcda").exists():
            continue
        told = subprocess.run(["gcov", "--json-format", "--stdout", notes.name], cwd=notes.parent, check=True,
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout
        for report in told.decode().splitlines():
            for file in json.loads(report)["files"]:
                path = (build / file["file"]).resolve()
                for line in file["lines"]:
                    seen = lines[path]
                    seen[line["line_number"]] = seen.get(line["line_number"], 0) + line["count"]
    return lines


def main(build, *folders):
    lines = measured(Path(build).resolve())
    sources = [path for folder in folders for path in sorted((ROOT / folder).rglob("*.c"))]
    shares = []
    for path in sources:
        seen = lines.get(path, {})
        touched = sum(count > 0 for count in seen.values())
        shares.append((touched / len(seen) if seen else 0.0, str(path.relative_to(ROOT))))
    shares.sort()
    for share, name in shares:
        print("%5.1f %%  %s" % (100 * share, name))
    untouched = [name for share, name in shares if share == 0]
    print("%d of %d modules are touched by a test" % (len(shares) - len(untouched), len(shares)))
    return 1 if untouched else 0


sys.exit(main(*sys.argv[1:]))
