#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Photographs every page of the window: both languages, light and dark, 1180×800 and 1024×768.

usage: shots.py FOLDER        (run by `./dev shots`; needs CHAMSAO_BUILDDIR and ui-env)"""

import hashlib
import os
import re
import subprocess
import sys
import tempfile

from uidrv import App, State, run, wait

folder = os.path.abspath(sys.argv[1])
build = os.environ["CHAMSAO_BUILDDIR"]
window, cli = os.path.join(build, "ui", "chamsao"), os.path.join(build, "src", "cli", "chamsao-cli")
os.makedirs(folder, exist_ok=True)
work = tempfile.mkdtemp(prefix="shots.")
book = os.path.join(work, "demo.chamsao")
subprocess.run([cli, "sample", book], check=True, capture_output=True)

PAGES = (("overview", "ctrl+1"), ("dossiers", "ctrl+2"), ("score", "ctrl+3"), ("councils", "ctrl+4"),
         ("results", "ctrl+5"))


def calm(app):
    """Until two looks in a row are equal: everything is drawn."""
    looks = [None, None]

    def same():
        name = os.path.join(work, "now.png")
        app.shot(name)
        with open(name, "rb") as image:
            looks[:] = looks[1], hashlib.sha256(image.read()).hexdigest()
        return looks[0] == looks[1]

    wait(same, 10, "the window to come to rest")


def is_chosen(app, row):
    """Whether the @row-th page is marked in the list at the left."""
    pages = next(app.find_all("list", re.compile("^(Pages|Trang)$")))
    return app.has(pages.get_child_at_index(row), State.SELECTED)


def picture(app, name):
    calm(app)
    xid = next(w["id"] for w in app.x_windows() if not w["popup"])
    out = os.path.join(folder, name + ".png")
    run("import", "-window", xid, out)
    run("mogrify", "-trim", "+repage", out)  # without the window's shadow
    print(name)


def resize(app, size):
    xid = next(w["id"] for w in app.x_windows() if not w["popup"])
    run("xdotool", "windowsize", xid, *(str(n) for n in size))


def walk(language, suffix, env, size=None, start=(window, book)):
    app = App(list(start), log=os.path.join(work, "app.log"), env={"LANGUAGE": language, **env})
    run("xdotool", "mousemove", "1", "1")
    if size:
        resize(app, size)
    if len(start) == 1:
        picture(app, "welcome" + suffix)
    else:
        for row, (page, keys) in enumerate(PAGES):
            app.key(keys)
            wait(lambda: is_chosen(app, row), 5, "the page " + page)
            picture(app, page + suffix)
    app.close()


for language in ("vi", "en"):
    walk(language, "-" + language, {}, start=(window,))
    walk(language, "-" + language, {})
walk("vi", "-vi-dark", {"ADW_DEBUG_COLOR_SCHEME": "prefer-dark"})
# xfwm4 counts the shadow of 122 pixels in
walk("vi", "-vi-1024", {}, size=(1024 + 116, 768 + 122))
