# SPDX-License-Identifier: GPL-3.0-or-later
"""po/POTFILES.in names every file with text to translate and no other. With --write it is made anew:

    PYTHONPATH=tests/support python3 tests/check/potfiles.py . --write
"""

import re
import sys

import tap
import tree

LIST = tree.ROOT / "po" / "POTFILES.in"
C_MARK = re.compile(r"\b(?:_|N_|Q_|C_|NC_|gettext|ngettext|dgettext|g_dgettext|g_dngettext|g_dpgettext2?) ?\(")
BROKEN = re.compile(r'\b(?:_|N_|Q_) ?\(\s*(?:"[^"]*"\s*)+[A-Za-z]\w*')  # on code with blank strings
UI_MARK = re.compile(r'\btranslatable="(?:yes|true|1)"')


def translatable():
    found = [path for path in tree.files("*.desktop.in", under=["data"])]
    found += [path for path in tree.files("*.ui", under=["ui"]) if UI_MARK.search(tree.read(path))]
    found += [path for path in tree.files("*.c", "*.h") if C_MARK.search(tree.code(tree.read(path)))]
    return sorted(tree.name(path) for path in found)


def broken():
    """Texts put together with a macro: xgettext sees only the piece before it, so no translation is ever found."""
    found = []
    for path in tree.files("*.c", "*.h"):
        text = tree.code(tree.read(path))
        found += ["%s:%d" % (tree.name(path), tree.line_of(text, match.start())) for match in BROKEN.finditer(text)]
    return found


def main():
    expected = translatable()
    if "--write" in sys.argv:
        LIST.write_text("".join(line + "\n" for line in expected), encoding="utf-8")
        return
    listed = [line for line in tree.read(LIST).splitlines() if line and not line.startswith("#")]
    tap.ok(expected, "there is text to translate", "no file with translatable text found")
    tap.findings(sorted(set(expected) - set(listed)), "every file with text to translate is in po/POTFILES.in")
    tap.findings(sorted(set(listed) - set(expected)), "po/POTFILES.in names no file without text to translate")
    tap.ok(listed == sorted(set(listed)), "po/POTFILES.in is sorted and names nothing twice")
    tap.findings(broken(), "no text to translate is put together with a macro")
    tap.done()


main()
