# SPDX-License-Identifier: GPL-3.0-or-later
"""Calls and types that have no place here, and why."""

import re

import tap
import tree

CALLS = {
    r"strcpy|strcat|sprintf|vsprintf": "knows no end of its buffer; use g_strdup_printf() or GString",
    r"strtod|atof|atoi|atol|strtol|strtoul|strtoll|strtoull": "depends on the locale or takes rubbish; use base/text.h",
    r"system|popen": "runs a shell",
    r"localtime\w*|mktime|g_date_time_new_now_local|g_date_time_new_local|g_date_time_to_local|g_time_zone_new_local":
        "the zone of the machine; days and times are those of Vietnam, see base/date.h and base/moment.h",
    r"g_task_run_in_thread\w*": "a third thread; work goes to the worker of src/service",
    r"gtk_tree_view\w*|gtk_tree_store\w*|gtk_list_store\w*": "deprecated; use GtkColumnView and a GListModel",
    r"gtk_spin_button\w*": "points are chosen, never typed or scrolled",
}
TYPES = {
    r"GtkTreeView|GtkTreeStore|GtkListStore": "deprecated; use GtkColumnView and a GListModel",
    r"GtkSpinButton": "points are chosen, never typed or scrolled",
}
EXACT = ("rules", "model", "summary", "repo")  # layers where numbers are integers and fractions only
# words of papers are data: a Vietnamese letter in a string of report/papers is one of theirs
VIETNAMESE = r"[à-ỹđĐÀ-Ỹ]"
FLOATING_FORMAT = re.compile(r"(?<!%)(?:%%)*%[-+ #0]*(?:\d+|\*)?(?:\.(?:\d+|\*)?)?l?f")


def search(pattern, text, why, path, found):
    for match in re.finditer(pattern, text):
        found.append("%s:%d: %s: %s" % (tree.name(path), tree.line_of(text, match.start()), match[0].rstrip(" ("), why))


def main():
    sources, templates = tree.files("*.c", "*.h"), tree.files("*.ui")
    calls, types, sql, floating, words = [], [], [], [], []
    for path in sources:
        text = tree.code(tree.read(path))
        layer = tree.layer(path)
        for pattern, why in CALLS.items():
            search(r"\b(?:%s) ?\(" % pattern, text, why, path, calls)
        for pattern, why in TYPES.items():
            search(r"\b(?:%s)\b" % pattern, text, why, path, types)
        if layer != "db":
            search(r"\bsqlite3_exec\b", text, "statements are made by src/db", path, sql)
        if layer in EXACT:
            search(r"\b(?:double|float|gdouble|gfloat)\b", text, "use CsFraction", path, floating)
        if layer != "ui":
            search(FLOATING_FORMAT, tree.code(tree.read(path), keep_strings=True),
                   "prints a comma in some locales; use cs_fraction_to_decimal() or g_ascii_formatd()", path, floating)
        if tree.name(path).startswith("src/report/papers/"):
            search(VIETNAMESE, tree.code(tree.read(path), keep_strings=True), "words of papers stand in data/templates",
                   path, words)
        if tree.name(path) != "ui/widgets/wide.c":
            search(r"gtk_scrolled_window_set_policy \([^;]*, GTK_POLICY_NEVER\);", text,
                   "ends the wheel's way to the page; use cs_wide_new()", path, types)
    for path in templates:
        search(r'"vscrollbar-policy">never', tree.read(path), "ends the wheel's way to the page; use cs_wide_new()", path, types)
        for pattern, why in TYPES.items():
            search(r"\b(?:%s)\b" % pattern, tree.read(path), why, path, types)
    tap.ok(sources, "there are sources to read", "no .c or .h below src/ and ui/")
    tap.findings(calls, "no banned call")
    tap.findings(types, "no banned widget or model")
    tap.findings(sql, "only src/db calls sqlite3_exec()")
    tap.findings(floating, "no floating-point number where points are counted, none printed in src/")
    tap.findings(words, "no word of a paper in src/report/papers")
    tap.done()


main()
