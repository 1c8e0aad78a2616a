#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Photographs every page of the window, and the projector: both languages, light and dark, 1180×800 and 1024×768.

usage: shots.py FOLDER        (run by `./dev shots`; needs CHAMSAO_BUILDDIR and ui-env)"""

import hashlib
import os
import re
import subprocess
import sys
import tempfile

import conduct_book
import conduct_shots
from uidrv import App, State, run, wait

folder = os.path.abspath(sys.argv[1])
build = os.environ["CHAMSAO_BUILDDIR"]
window, cli = os.path.join(build, "ui", "chamsao"), os.path.join(build, "src", "cli", "chamsao-cli")
os.makedirs(folder, exist_ok=True)
work = tempfile.mkdtemp(prefix="shots.")
book = os.path.join(work, "demo.chamsao")
subprocess.run([cli, "sample", book], check=True, capture_output=True)
at_work = os.path.join(work, "conduct.chamsao")
conduct_book.make(cli, at_work)

COUNCIL = ("--council", "district-842")
AGENDA = ["84-842-%d-1-2024" % commune for commune in (29239, 29257, 29248)]
for arguments in (["session", "--add", *COUNCIL, "--round", "district-1", "--date", "2024-05-31", "--place", "Hội trường",
                   "--agenda", ",".join(AGENDA), "--open", "--discuss", AGENDA[1]],
                  *(["attend", *COUNCIL, "--member", "m%d" % m, "--came", "now"] for m in (1, 2, 3, 4, 8)),
                  ["attend", *COUNCIL, "--member", "m7", "--absent", "Đi công tác"]):
    subprocess.run([cli, arguments[0], book, *arguments[1:]], check=True, capture_output=True)

PAGES = (("overview", "ctrl+1"), ("dossiers", "ctrl+2"), ("score", "ctrl+3"), ("session", "ctrl+4"), ("results", "ctrl+5"),
         ("councils", "ctrl+6"), ("log", "ctrl+7"))


def calm(app):
    """Until two looks in a row are equal: everything is drawn."""
    looks = [None, None]

    def same():
        name = os.path.join(work, "now.png")
        app.shot(name)
        with open(name, "rb") as image:
            looks[:] = looks[1], hashlib.sha256(image.read()).hexdigest()
        return looks[0] == looks[1]

    wait(same, "the window to come to rest")


def is_chosen(app, row):
    """Whether the @row-th page is marked in the list at the left."""
    pages = next(app.find_all("list", re.compile("^(Pages|Trang)$")))
    return app.has(pages.get_child_at_index(row), State.SELECTED)


def window_of(app, title=None):
    """The X window whose title holds @title, or the first."""
    return next(w["id"] for w in app.x_windows()
                if not w["popup"] and (title is None or re.search(title, run("xdotool", "getwindowname", w["id"]))))


def picture(app, name, title=None):
    calm(app)
    xid = window_of(app, title)
    out = os.path.join(folder, name + ".png")
    run("import", "-window", xid, out)
    run("mogrify", "-trim", "+repage", out)  # without the window's shadow
    print(name)


def resize(app, size):
    xid = window_of(app)
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
            wait(lambda: is_chosen(app, row), "the page " + page)
            picture(app, page + suffix)
            if page == "session":
                app.key("F11")
                wait(lambda: len(app.windows()) == 2, "the projector")
                picture(app, "projector" + suffix, "Projector|Màn hình chiếu")
                app.key("F11")
                wait(lambda: len(app.windows()) == 1, "no projector")
    app.close()


def conduct(language, suffix, env, size=None):
    """A council at work: pages and dialogs, so the whole screen is taken."""
    for scene in conduct_shots.SCENES:
        app = App([window, at_work], log=os.path.join(work, "app.log"), env={"LANGUAGE": language, **env})
        run("xdotool", "mousemove", "1", "1")
        if size:
            resize(app, size)
        scene(app)
        run("xdotool", "mousemove", "1", "1")
        calm(app)
        name = scene.__name__.replace("_", "-") + suffix
        out = os.path.join(folder, name + ".png")
        app.shot(out)
        run("mogrify", "-trim", "+repage", out)
        print(name)
        app.process.terminate()  # nothing was changed, and some dialogs ask before they close
        app.process.wait(10)


for language in ("vi", "en"):
    walk(language, "-" + language, {}, start=(window,))
    walk(language, "-" + language, {})
walk("vi", "-vi-dark", {"ADW_DEBUG_COLOR_SCHEME": "prefer-dark"})
# xfwm4 counts the shadow of 122 pixels in
walk("vi", "-vi-1024", {}, size=(1024 + 116, 768 + 122))
conduct("vi", "-vi", {})
conduct("en", "-en", {})
conduct("vi", "-vi-dark", {"ADW_DEBUG_COLOR_SCHEME": "prefer-dark"})
conduct("vi", "-vi-1024", {}, size=(1024 + 116, 768 + 122))
