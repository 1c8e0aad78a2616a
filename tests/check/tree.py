# SPDX-License-Identifier: GPL-3.0-or-later
"""What the checks share: finding files of the tree and reading C without its comments and strings."""

import re
import sys
from pathlib import Path

ROOT = Path(sys.argv[1]).resolve()
TOKEN = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.DOTALL)


def files(*patterns, under=("src", "ui")):
    """Files of the tree in the folders @under, sorted."""
    found = (path for folder in under for pattern in patterns for path in (ROOT / folder).rglob(pattern))
    return sorted(found)


def name(path):
    """As it is told to people and written in lists."""
    return path.relative_to(ROOT).as_posix()


def layer(path):
    """The layer a file belongs to, None for one that stands outside of all."""
    parts = path.relative_to(ROOT).parts
    if parts[0] == "ui":
        return "ui"
    return parts[1] if parts[0] == "src" and len(parts) > 2 else None


def read(path):
    return path.read_text(encoding="utf-8")


def code(text, keep_strings=False):
    """@text of a C file with the comments, and the inside of strings, blank; lines keep their numbers."""

    def blank(match):
        token = match[0]
        if token.startswith("/"):
            return re.sub(r"[^\n]", " ", token)
        return token if keep_strings else token[0] + " " * (len(token) - 2) + token[-1]

    return TOKEN.sub(blank, text)


def line_of(text, position):
    return text.count("\n", 0, position) + 1


def functions(text):
    """(name, line, lines of the body) of each function; GNU layout puts its name and its braces into column 0."""
    lines = code(text).splitlines()
    start = None
    for i, line in enumerate(lines):
        if line == "{":
            start = i
        elif line.rstrip() == "}" and start is not None:
            head = next((re.match(r"(\w+) \(", lines[j]) for j in range(start - 1, max(start - 12, -1), -1)
                         if re.match(r"\w", lines[j])), None)
            if head:
                yield head[1], start + 1, i - start - 1
            start = None
