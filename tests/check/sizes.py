# SPDX-License-Identifier: GPL-3.0-or-later
"""Sizes that keep the tree readable: told when passed by a little, an error when passed by much."""

import tap
import tree

FILE_WARN, FILE_FAIL = 500, 600
FUNCTION_WARN, FUNCTION_FAIL = 40, 60
UI_FAIL = 300
TABLES = ("_class_init", "_interface_init", "_iface_init", "_init")  # lists of calls, not logic


def main():
    sources, templates = tree.files("*.c", "*.h"), tree.files("*.ui")
    long_files, long_functions, long_templates = [], [], []
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
    tap.ok(sources and n_functions, "there are functions to measure", "none found below src/ and ui/")
    tap.ok(templates, "there are templates to measure", "no .ui below ui/")
    tap.findings(long_files, "no source is longer than %d lines" % FILE_FAIL)
    tap.findings(long_functions, "no function is longer than %d lines" % FUNCTION_FAIL)
    tap.findings(long_templates, "no template is longer than %d lines" % UI_FAIL)
    tap.done()


main()
