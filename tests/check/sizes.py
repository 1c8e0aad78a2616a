# SPDX-License-Identifier: GPL-3.0-or-later
"""Sizes that keep the tree readable: told when passed by a little, an error when passed by much."""

import collections

import tap
import tree

FILE_WARN, FILE_FAIL = 500, 600
FUNCTION_WARN, FUNCTION_FAIL = 40, 60
UI_FAIL = 300
FOLDER_FAIL = 25  # sources in a folder: more ask for rooms
FLAT = "src/cli"  # one file a verb, a table that is read from top to bottom
TABLES = ("_class_init", "_interface_init", "_iface_init", "_init")  # lists of calls, not logic


def main():
    sources, templates = tree.files("*.c", "*.h"), tree.files("*.ui")
    long_files, long_functions, long_templates, long_tests = [], [], [], []
    n_functions = 0
    for path in sources:
        text = tree.read(path)
        n_lines = text.count("\n")
        if n_lines > FILE_WARN:
            finding = "%s: %d lines" % (tree.name(path), n_lines)
            tap.note("long file " + finding)
            if n_lines > FILE_FAIL:
                long_files.append(finding)
        for name, line, length in tree.functions(text):
            n_functions += 1
            if length > FUNCTION_WARN and not name.endswith(TABLES):
                finding = "%s:%d: %s() has %d lines" % (tree.name(path), line, name, length)
                tap.note("long function " + finding)
                if length > FUNCTION_FAIL:
                    long_functions.append(finding)
    for path in templates:
        n_lines = tree.read(path).count("\n")
        if n_lines > UI_FAIL:
            long_templates.append("%s: %d lines" % (tree.name(path), n_lines))
    tests = tree.files("*.c", "*.h", "*.py", under=("tests",))
    for path in tests:
        n_lines = tree.read(path).count("\n")
        if n_lines > FILE_FAIL:
            long_tests.append("%s: %d lines" % (tree.name(path), n_lines))
    folders = collections.Counter(tree.name(path.parent) for path in sources if path.suffix == ".c")
    crowded = ["%s: %d sources" % (folder, n) for folder, n in sorted(folders.items())
               if n > (1 if folder == "ui" else FOLDER_FAIL) and folder != FLAT]
    tap.ok(sources and n_functions, "there are functions to measure", "none found below src/ and ui/")
    tap.ok(templates, "there are templates to measure", "no .ui below ui/")
    tap.ok(tests, "there are tests to measure", "none found below tests/")
    tap.findings(long_files, "no source is longer than %d lines" % FILE_FAIL)
    tap.findings(long_tests, "no test is longer than %d lines: cut it by what it tests" % FILE_FAIL)
    tap.findings(crowded, "no folder holds more than %d sources, and ui itself at most one" % FOLDER_FAIL)
    tap.findings(long_functions, "no function is longer than %d lines" % FUNCTION_FAIL)
    tap.findings(long_templates, "no template is longer than %d lines" % UI_FAIL)
    tap.done()


main()
