# SPDX-License-Identifier: GPL-3.0-or-later
"""Who may include whom. src/DESIGN.md says it in words; this table is what counts."""

import re

import tap
import tree

VALUES = {"base", "model", "rules", "summary"}
ALLOWED = {
    "base": set(),
    "model": {"base"},
    "rules": {"base", "model"},
    "summary": {"base", "model", "rules"},
    "db": {"base"},
    "repo": VALUES | {"db"},
    "service": VALUES | {"db", "repo"},
    "exchange": VALUES | {"service"},
    "report": VALUES | {"service"},
    "cli": VALUES | {"service", "exchange", "report"},
    "ui": VALUES | {"service", "exchange", "report"},
}
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(["<])([^">]+)[">]', re.MULTILINE)
TOOLKIT = re.compile(r"^(gtk|gdk|gsk|adwaita)")


def target(path, include):
    """The layer that a quoted include of the file @path comes from; None for generated files."""
    for base in (path.parent, tree.ROOT, tree.ROOT / "src"):
        found = (base / include).resolve()
        if found.is_file() and tree.ROOT in found.parents:
            return tree.layer(found)
    # not there (yet), or generated: the path tells, and config.h belongs to nobody
    parts = include.removeprefix("src/").split("/")
    return parts[0] if len(parts) > 1 else None


def main():
    sources = tree.files("*.c", "*.h")
    tap.ok(sources, "there are sources to read", "no .c or .h below src/ and ui/")
    arrows, sqlite, toolkit, homeless = [], [], [], []
    for path in sources:
        text = tree.code(tree.read(path), keep_strings=True)
        mine = tree.layer(path)
        if mine not in ALLOWED:
            homeless.append("%s: the folder is in no layer" % tree.name(path))
            continue
        for match in INCLUDE.finditer(text):
            where = "%s:%d: " % (tree.name(path), tree.line_of(text, match.start(2)))
            include = match[2]
            if match[1] == '"':
                other = target(path, include)
                if other is not None and other != mine and other not in ALLOWED[mine]:
                    arrows.append(where + "%s may not include %s (%s)" % (mine, other, include))
            if include == "sqlite3.h" and mine != "db":
                sqlite.append(where + "only db talks to SQLite")
            if TOOLKIT.match(include) and mine != "ui":
                toolkit.append(where + "<%s> belongs into ui/" % include)
    tap.findings(homeless, "every source lies in a folder of the table")
    tap.findings(arrows, "every include follows the arrows of the layers")
    tap.findings(sqlite, "only src/db includes sqlite3.h")
    tap.findings(toolkit, "nothing in src/ includes GTK or libadwaita")
    tap.done()


main()
