# SPDX-License-Identifier: GPL-3.0-or-later
"""A template and its class agree: every child and callback that the source binds is in the .ui file, and no handler
in the .ui file is left without its function. What GTK would say only when the widget is made is said here of all."""

import re
import xml.etree.ElementTree as xml

import tap
import tree

CHILD = re.compile(r"bind_template_child(?:_internal)?(?:_private)? \(\w+,\s*\w+,\s*(\w+)\)")
CALLBACK = re.compile(r"bind_template_callback \(\w+,\s*(\w+)\)")


def family(path):
    return [file for file in path.parent.glob("*.c") if file.stem == path.stem or file.stem.startswith(path.stem + "-")]


def main():
    templates = tree.files("*.ui", under=["ui"])
    tap.ok(templates, "there are templates", "no .ui below ui/")
    missing, unbound, orphans, n = [], [], [], 0
    for path in templates:
        root = xml.parse(path).getroot()
        template = root.find("template")
        if template is None:
            continue
        ids = {element.get("id") for element in root.iter() if element.get("id")}
        handlers = {signal.get("handler") for signal in root.iter("signal")}
        sources = family(path)
        if not sources:
            orphans.append("%s: no source is named after it" % tree.name(path))
        text = "\n".join(tree.code(tree.read(file), keep_strings=True) for file in sources)
        children, callbacks = set(CHILD.findall(text)), set(CALLBACK.findall(text))
        n += len(children)
        missing += ["%s: there is no “%s”" % (tree.name(path), child) for child in sorted(children - ids)]
        unbound += ["%s: “%s” is bound by no source" % (tree.name(path), handler)
                    for handler in sorted(handlers - callbacks)]
    tap.ok(n > 300, "there are children bound by sources", "%d found" % n)
    tap.findings(orphans, "every template has the source of its class beside it")
    tap.findings(missing, "every child that a source binds is in its template")
    tap.findings(unbound, "every handler in a template is bound by its source")
    tap.done()


main()
