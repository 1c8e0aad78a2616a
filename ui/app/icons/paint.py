#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""paint.py OUTPUT.c WORK APP.svg SYMBOLIC.svg…: paints the icons in the sizes in which they are shown and packs them
as a GResource. A picture that is painted already needs no reader of SVG in the program, which takes as much time and
memory as all of its widgets."""

import subprocess
import sys
from pathlib import Path

BASE = "/vn/chamsao/ChamSao/icons"
SYMBOLIC_SIZES = (16, 32, 128)
APP_SIZES = (32, 128)


def run(*words):
    subprocess.run([str(word) for word in words], check=True, stdout=subprocess.DEVNULL)


def main(output, work, app, *symbolic):
    work = Path(work)
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', "<gresources>"]
    for size in SYMBOLIC_SIZES:
        folder = work / str(size)
        folder.mkdir(parents=True, exist_ok=True)
        lines.append('  <gresource prefix="%s/%dx%d/actions">' % (BASE, size, size))
        for svg in symbolic:
            name = Path(svg).stem + ".symbolic.png"
            run("gtk4-encode-symbolic-svg", "-o", folder, svg, "%dx%d" % (size, size))
            lines.append('    <file alias="%s">%d/%s</file>' % (name, size, name))
        lines.append("  </gresource>")
    for size in APP_SIZES:
        name = Path(app).stem + ".png"
        (work / str(size)).mkdir(exist_ok=True)
        run("rsvg-convert", "-w", size, "-h", size, "-o", work / str(size) / name, app)
        lines += ['  <gresource prefix="%s/%dx%d/apps">' % (BASE, size, size),
                  '    <file alias="%s">%d/%s</file>' % (name, size, name), "  </gresource>"]
    lines.append("</gresources>")
    xml = work / "icons.gresource.xml"
    xml.write_text("\n".join(lines) + "\n")
    run("glib-compile-resources", "--generate-source", "--internal", "--c-name", "cs_ui_icons", "--sourcedir", work,
        "--target", output, xml)


main(*sys.argv[1:])
