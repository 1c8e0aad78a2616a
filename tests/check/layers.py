# SPDX-License-Identifier: GPL-3.0-or-later
"""Who may include whom: layers of src/ and ui/, and the rooms inside ui. src/DESIGN.md says it in words; these
tables are what counts. What a file sees through the headers that it includes counts as well."""

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
# Rooms stand on floors: each may look into those below, none into one beside it.
FLOORS = [
    {"widgets"},
    {"shared"},
    {"conduct", "pin", "print", "certificates"},
    {"overview", "dossiers", "score", "session", "results", "councils", "log"},
    {"app"},
]
ROOMS = {room: set().union(*FLOORS[:i]) for i, floor in enumerate(FLOORS) for room in floor}
# a widget of no subject sees nothing of the field, not even its values
WIDGETS_SEE = {"base", "ui"}
GENERATED = re.compile(r"^config\.h$|-resources\.h$")
PRIVATE = "-private.h"
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(["<])([^">]+)[">]', re.MULTILINE)
TOOLKIT = re.compile(r"^(gtk|gdk|gsk|adwaita)")


def found(path, include):
    """The file that a quoted include of the file @path names; None for a generated one."""
    for base in (path.parent, tree.ROOT, tree.ROOT / "src"):
        file = (base / include).resolve()
        if file.is_file() and tree.ROOT in file.parents:
            return file
    return None


class Includes:
    """What each file includes, directly (with the line) and in the end."""

    def __init__(self, sources):
        self.direct = {path: self.read(path) for path in sources}
        self.closures = {}

    @staticmethod
    def read(path):
        text = tree.code(tree.read(path), keep_strings=True)
        return [(tree.line_of(text, match.start(2)), match[1] == '"', match[2]) for match in INCLUDE.finditer(text)]

    def quoted(self, path):
        files = (found(path, include) for _, quoted, include in self.direct[path] if quoted)
        return [file for file in files if file in self.direct]

    def closure(self, path):
        """{file: the first header on the way to it}, of everything that @path sees."""
        if path not in self.closures:
            seen = {}
            rest = [(file, file) for file in self.quoted(path)]
            while rest:
                file, by = rest.pop()
                if file not in seen:
                    seen[file] = by
                    rest += [(other, by) for other in self.quoted(file)]
            seen.pop(path, None)
            self.closures[path] = seen
        return self.closures[path]

    def modules(self):
        """{module: the modules that it includes}. A module is a .c and its .h; see family()."""
        known = {}
        for path in self.direct:
            mine = self.family(path)
            known.setdefault(mine, set()).update({self.family(file) for file in self.quoted(path)} - {mine})
        return known

    def circles(self):
        """Modules that know each other, also over others between them: one line a circle."""
        known = self.modules()
        reached = {}
        for module in known:
            seen, rest = set(), list(known[module])
            while rest:
                other = rest.pop()
                if other not in seen:
                    seen.add(other)
                    rest += known.get(other, ())
            reached[module] = seen
        circles = {frozenset([module] + [other for other in reached[module] if module in reached.get(other, ())])
                   for module in known if module in reached[module]}
        return sorted(" <-> ".join(sorted(circle)) for circle in circles)

    @staticmethod
    def family(path):
        """The module of @path. One class may stand in several files (score-page.c, score-page-actions.c): then they
        share score-page-private.h, which makes them one module."""
        stem = path.stem.removesuffix("-private")
        words = stem.split("-")
        for i in range(1, len(words)):
            base = "-".join(words[:i])
            if path.with_name(base + PRIVATE).is_file() and path.with_name(base + ".c").is_file():
                stem = base
                break
        return tree.name(path.with_name(stem))


def room(path):
    parts = path.relative_to(tree.ROOT).parts
    return parts[1] if parts[0] == "ui" and len(parts) > 2 else None


def may_see(path, other):
    mine, layer = tree.layer(path), tree.layer(other)
    if mine == layer == "ui":
        return room(path) == room(other) or room(other) in ROOMS.get(room(path), ())
    if room(path) == "widgets" and layer not in WIDGETS_SEE:
        return False
    return mine == layer or layer in ALLOWED[mine]


def main():
    sources = tree.files("*.c", "*.h")
    includes = Includes(sources)
    tap.ok(sources, "there are sources to read", "no .c or .h below src/ and ui/")
    arrows, private, sqlite, toolkit, homeless, unfound, through = [], [], [], [], [], [], {}
    for path in sources:
        if tree.layer(path) not in ALLOWED or (tree.layer(path) == "ui" and room(path) not in ROOMS):
            homeless.append("%s: the folder is in no layer, or in no room of ui" % tree.name(path))
            continue
        for line, quoted, include in includes.direct[path]:
            where = "%s:%d: " % (tree.name(path), line)
            file = found(path, include) if quoted else None
            if quoted and file is None and not GENERATED.search(include):
                unfound.append(where + "there is no %s" % include)
            if file is not None and not may_see(path, file):
                arrows.append(where + "may not include %s" % include)
            if include == "sqlite3.h" and tree.layer(path) != "db":
                sqlite.append(where + "only db talks to SQLite")
            if TOOLKIT.match(include) and tree.layer(path) != "ui":
                toolkit.append(where + "<%s> belongs into ui/" % include)
            if file is not None and include.endswith(PRIVATE) and tree.layer(file) != tree.layer(path):
                private.append(where + "%s is for its own layer" % include)
        for file, by in includes.closure(path).items():
            if not may_see(path, file):
                through.setdefault((file, by), path)
    tap.findings(homeless, "every source lies in a folder of the table")
    tap.findings(unfound, "every include that is not generated is a file of the tree")
    tap.findings(arrows, "every include follows the arrows of the layers and rooms")
    tap.findings(private, "private headers are included by their own layer alone")
    tap.findings(["%s is seen through %s, by %s at first" % (tree.name(file), tree.name(by), tree.name(path))
                  for (file, by), path in through.items()], "nothing forbidden is seen through another header")
    tap.findings(includes.circles(), "modules do not include each other in a circle")
    tap.findings(sqlite, "only src/db includes sqlite3.h")
    tap.findings(toolkit, "nothing in src/ includes GTK or libadwaita")
    tap.done()


main()
