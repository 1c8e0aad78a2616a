# SPDX-License-Identifier: GPL-3.0-or-later
"""One .c, one .h: what a header declares is defined in the source of its name. A header ending in -private.h is what
the files of one class share (score-page.c, score-page-actions.c): it may declare what any of them defines."""

import re

import tap
import tree

PROTOTYPE = re.compile(r"^[\w \*\n]*?\b(\w+) \([^;{}]*\)(?:\s+G_GNUC_\w+(?: \([^;]*\))?)*;", re.MULTILINE)
KEYWORDS = {"sizeof", "typeof", "return", "if", "while"}


def declared(path):
    text = re.sub(r"(?ms)^(?:typedef|struct|enum)\b.*?;$|^#.*?$", "", tree.code(tree.read(path)))
    text = re.sub(r"(?s)\{.*?\}", "", text)
    found = []
    for match in PROTOTYPE.finditer(text):
        # G_DEFINE_BOXED_TYPE () defines what is told here
        if match[1].startswith(("cs_", "_cs_")) and not match[1].endswith("_get_type") and not match[0].lstrip().startswith("extern"):
            found.append(match[1])
    return found


def family(path):
    """Sources of the class that a private header is named after."""
    stem = path.stem.removesuffix("-private")
    return [file for file in path.parent.glob("*.c") if file.stem == stem or file.stem.startswith(stem + "-")]


def main():
    headers = tree.files("*.h")
    tap.ok(headers, "there are headers to read", "no .h below src/ and ui/")
    elsewhere, alone, n = [], [], 0
    for path in headers:
        source = path.with_suffix(".c")
        private = path.stem.endswith("-private")
        sources = family(path) if private else [source] if source.is_file() else []
        functions = declared(path)
        if functions and not sources:
            alone.append("%s: there is no %s" % (tree.name(path), source.name))
            continue
        defined = {name for file in sources for name, _, _ in tree.functions(tree.read(file))}
        n += len(functions)
        elsewhere += ["%s: %s () is not defined in its source" % (tree.name(path), name)
                      for name in functions if name not in defined]
    tap.ok(n > 500, "there are functions declared in headers", "%d found" % n)
    tap.findings(alone, "every header that declares functions has its source")
    tap.findings(elsewhere, "every function is defined in the source of its header")
    tap.done()


main()
