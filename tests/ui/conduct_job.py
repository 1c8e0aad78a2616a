#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A council at work in a real window, by keyboard alone: a discussion and a second round, a recusal that was noted by
mistake, a sheet from paper, a product closed with everything that has to be settled, and opened again.

usage: conduct_job.py CHAMSAO CHAMSAO-CLI"""

import json
import os
import re
import subprocess
import sys
import tempfile

import tap
from uidrv import App, State, run, wait

import conduct_book

WINDOW, CLI = sys.argv[1:3]
work = tempfile.mkdtemp(prefix="conduct-job.")
book = os.path.join(work, "demo.chamsao")
apart, middle, closed, fresh = conduct_book.make(CLI, book)
APART, MIDDLE, CLOSED, FRESH = conduct_book.NAMES


def cli(*args):
    done = subprocess.run([CLI, *args], capture_output=True, text=True, check=False)
    assert done.returncode == 0, "%s: %s" % (args, done.stderr)
    return done.stdout


def result(code):
    return json.loads(cli("results", book, "--product", code, "--json"))[0]


def state_of(code, member):
    return next(m for m in result(code)["members"] if m["member"] == member)


def form():
    told = json.loads(cli("regulation", "show", "qd-148-2023", "--form", "5", "--json"))
    return [[o["points"] for o in c["options"]]
            for p in told["parts"] for s in p["sections"] for c in s["criteria"] if not c["container"]]


def focused(app, role, name):
    """The widget of that name has the focus."""
    return wait(lambda: next((w for w in app.find_all(role, name) if app.has(w, State.FOCUSED)), None),
                "the focus on %s %r" % (role, name))


def go_to(app, product):
    """Page Up or Down until @product is the chosen one in the list."""
    found = app.find("list", "Products to score")
    rows = [found.get_child_at_index(i) for i in range(found.get_child_count())]
    names = [next(app.find_all("label", within=row)).get_name() for row in rows]
    chosen = next(i for i, row in enumerate(rows) if app.has(row, State.SELECTED))
    steps = names.index(product) - chosen
    app.key(*["Page_Down" if steps > 0 else "Page_Up"] * abs(steps))
    wait(lambda: app.has(rows[names.index(product)], State.SELECTED), "the product " + product)


def titled(app, text):
    """The window of that title, once keys go to it."""
    window = wait(lambda: next((w for w in app.windows() if text in w.get_name()), None), "the window " + text)
    wait(lambda: text in run("xdotool", "getwindowfocus", "getwindowname"), "the focus in the window " + text)
    return window


def gone(app, text):
    wait(lambda: not any(text in w.get_name() for w in app.windows()), "the window %s to close" % text)


cli("submit", book, "--product", middle)  # all but one are in now; a ground waits for the council
app = App([WINDOW, book], log=os.path.join(work, "app.log"))
shot = lambda: app.shot(os.environ.get("CONDUCT_SHOT", os.path.join(work, "failed.png")))

with tap.case("totals too far apart are discussed first, and then scored again", shot):
    app.key("ctrl+3")
    app.find("label", APART)
    go_to(app, APART)
    app.find("label", re.compile("lie further apart than the 10 points"))
    app.key("alt+s")
    app.type("thong nhat muc 9.1 (mau)")
    app.key("ctrl+Return")
    app.find("label", "Who Does This")
    app.type("Kim Thi Lan (mau)")
    app.key("Return")
    app.find("label", "Discussed")
    focused(app, "push button", "Score Again")
    app.key("space")
    app.find("label", re.compile("^All criteria answered"))

with tap.case("a member is recused, and scores again when that was a mistake", shot):
    go_to(app, FRESH)
    app.key("alt+m")
    app.find("menu item", "I Am Recused…")
    app.key("r")
    titled(app, "I Am Recused")
    app.type("em ruot (mau)")
    app.key("Return")
    app.find("label", "Recused From This Product")
    app.key("alt+b")
    titled(app, "Recusal Noted by Mistake")
    app.type("nham nguoi (mau)")
    app.key("Return")
    app.find("label", re.compile("^32 criteria still open"))

with tap.case("a sheet from paper is typed with digits and Enter, and refused while its total is another", shot):
    app.key("alt+m")
    app.find("menu item", "Enter a Sheet From Paper…")
    app.key("e")
    dialog = titled(app, "Enter a Sheet From Paper")
    app.key("Tab")
    total = 0
    for points in form():
        total += points[0]
        app.key("1", "Return")
    app.type(str(total + 1))
    app.find(name=re.compile("The options come to %d points, the paper says %d" % (total, total + 1)))
    app.key("BackSpace", "BackSpace")
    app.type(str(total))
    app.key("Return")
    app.type("Ly Thi Go")
    app.key("Return")
    app.type("Son Kiem")
    app.key("Return")
    app.find(name=re.compile("stored and sealed"), within=dialog)
    app.key("Escape")
    gone(app, "Paper")

with tap.case("a product is closed with a ground dismissed and an absence explained", shot):
    go_to(app, MIDDLE)
    app.key("alt+r")  # its result
    app.find("label", re.compile("^Being scored"))
    app.key("alt+c")
    dialog = titled(app, "Close “")
    app.find(name="2 things are missing before it can be closed.", within=dialog)
    app.key("Tab", "Tab", "Tab", "Tab")  # line by line: quorum, chair, sheets, spread
    app.type("da thao luan (mau)")
    app.find(name="1 thing is missing before it can be closed.", within=dialog)
    app.key("Tab", "Tab", "Tab", "Tab")  # grounds, the ground itself, its button
    app.type("ban goc khop (mau)")
    app.key("Tab", "space")
    app.find("label", "Dismissed", within=dialog)
    app.find(name="Everything is settled.", within=dialog)
    app.key("Tab")
    app.type("di cong tac (mau)")
    app.key("Return")
    gone(app, "Close “")
    app.find("label", re.compile(r"^What Would Change It"))
    app.find("label", "Absent")
    app.find("label", re.compile("di cong tac"))

with tap.case("it is opened again by the vice-chair", shot):
    app.key("alt+o")
    titled(app, "Again")
    app.type("co don khieu nai (mau)")
    app.key("Tab", "Down", "space")
    app.key("alt+o")
    gone(app, "Again")
    app.find("label", "Opened again")
    app.find("label", re.compile("^Being scored"))

with tap.case("the window ends well"):
    assert app.close() == 0
tap.findings(app.complaints(), "the program has said nothing on its log")
with tap.case("the command line tells the same"):
    assert result(apart)["apart"] is None and result(apart)["status"] == "rescoring"
    assert state_of(fresh, "m1")["state"] == "submitted"
    assert result(middle)["status"] == "scoring" and result(middle)["sum"] is None
    assert result(middle)["grounds"][0]["state"] == "dismissed"
    assert (state_of(middle, "m7")["state"], state_of(middle, "m3")["state"]) == ("none", "recused")
with tap.case("the book is sound"):
    cli("check", book)
    cli("audit", book)
tap.done()
