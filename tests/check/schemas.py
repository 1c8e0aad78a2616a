# SPDX-License-Identifier: GPL-3.0-or-later
"""The data that is shipped is valid by the schemas that are shipped, and every XML file is well-formed."""

import subprocess

import tap
import tree

SCHEMAS = {"regulations": "regulation.xsd", "units": "units.xsd", "plans": "plan.xsd",
           "templates": "template.xsd"}


def xmllint(name, *arguments):
    run = subprocess.run(["xmllint", "--nonet", "--noout", *map(str, arguments)],
                         capture_output=True, text=True, check=False)
    tap.ok(run.returncode == 0, name, run.stderr)


def main():
    data = tree.ROOT / "data"
    for folder, schema in SCHEMAS.items():
        documents = sorted((data / folder).glob("*.xml"))
        if tap.ok(documents, "there are %s" % folder, "no .xml in data/%s" % folder):
            xmllint("%s: valid by %s" % (folder, schema), "--schema", data / "schema" / schema, *documents)
    others = tree.files("*.xsd", "*.svg", "*.xml", "*.xml.in", under=["data"])
    others += tree.files("*.ui", "*.gresource.xml", under=["ui"])
    templates = [path for path in others if path.suffix == ".ui"]
    tap.ok(templates, "there are templates", "no .ui below ui/")
    for path in others:
        xmllint("%s: well-formed" % tree.name(path), path)
    tap.done()


main()
