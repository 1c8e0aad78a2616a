#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job in a real window, by keyboard: score a product on the official form, submit, close it, see the overview
move, export; and a kill in the middle of a sheet, after which every choice is there.

usage: main_job.py CHAMSAO CHAMSAO-CLI"""

import csv
import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
import tempfile

import tap
from uidrv import App, run, wait

WINDOW, CLI = sys.argv[1:3]
work = tempfile.mkdtemp(prefix="main-job.")
book = os.path.join(work, "demo.chamsao")
PRODUCT = "84-842-29236-1-2024"  # registered in the demonstration, nobody has begun
SECOND = "84-842-29257-1-2024"


def cli(*args):
    done = subprocess.run([CLI, *args], capture_output=True, text=True, check=False)
    assert done.returncode == 0, "%s: %s" % (args, done.stderr)
    return done.stdout


def results(code):
    return json.loads(cli("results", book, "--product", code, "--json"))[0]


def unit_row():
    overview = json.loads(cli("overview", book, "--json"))
    return next(row for row in overview["units"] if row["unit"] == "842")


def form_of(code):
    """The criteria of the product's form in printed order, each with its options' points."""
    form = json.loads(cli("regulation", "show", "qd-148-2023", "--form", str(results(code)["form"]), "--json"))
    return [(c["no"], [o["points"] for o in c["options"]])
            for p in form["parts"] for s in p["sections"] for c in s["criteria"] if not c["container"]]


def others_submit(code, criteria):
    """Members 2 to 7 hand in the best option of each criterion."""
    path = os.path.join(work, "answers.csv")
    with open(path, "w", newline="", encoding="utf-8") as out:
        writer = csv.writer(out)
        writer.writerow(["product", "member", "criterion", "option"])
        for m in range(2, 8):
            for no, points in criteria:
                writer.writerow([code, "m%d" % m, no, points.index(max(points)) + 1])
    cli("import-list", book, "answers", path)
    cli("submit", book, "--product", code)


def start():
    return App([WINDOW, book], log=os.path.join(work, "app.log"))


def answered(app, text):
    return wait(lambda: app.is_there("label", text), "the header to tell %s" % text)


cli("sample", book)
criteria = form_of(PRODUCT)
others_submit(PRODUCT, criteria)
before = unit_row()
app = start()
shot = lambda: app.shot(os.environ.get("MAIN_JOB_SHOT", os.path.join(work, "failed.png")))

def choose(app, title, path):
    """Types @path into the file chooser called @title."""
    chooser = wait(lambda: next((w for w in app.windows() if w.get_name() == title), None), "the file chooser “%s”" % title)
    wait(lambda: chooser.get_name() in run("xdotool", "getwindowfocus", "getwindowname"), "the focus in the chooser")
    app.key("ctrl+a")
    app.type(path)
    app.key("Return")


with tap.case("the product is chosen in the list, and the member is who scored last or the first", shot):
    app.key("ctrl+3")
    app.find("label", "0/%d" % len(criteria))
    assert app.is_there("label", re.compile("Mai vàng chậu mẫu 1"))

with tap.case("until all is answered no star is named and the sheet cannot be submitted", shot):
    app.key("ctrl+Return")
    app.find("label", re.compile("up to . stars can still be reached"))
    assert len(app.windows()) == 1, "no question is asked"

with tap.case("a whole product is scored by keyboard", shot):
    for i, (no, points) in enumerate(criteria):
        app.key(str(points.index(max(points)) + 1))
        answered(app, "%d/%d" % (i + 1, len(criteria)))
        app.key("Return")
    app.find("label", re.compile(r"100 points"))

with tap.case("a choice can be taken back and made again", shot):
    app.key("ctrl+z")
    answered(app, "%d/%d" % (len(criteria) - 1, len(criteria)))
    app.key(str(criteria[-1][1].index(max(criteria[-1][1])) + 1))
    answered(app, "%d/%d" % (len(criteria), len(criteria)))

with tap.case("submitting asks once and seals", shot):
    app.key("ctrl+Return")
    dialog = app.window("Submit this sheet?")
    app.mouse(app.find("push button", "Submit", within=dialog))
    app.find("label", re.compile("Submitted and sealed"))
    app.key("1")  # a sealed sheet takes no more choices
    app.find("label", "%d/%d" % (len(criteria), len(criteria)))

with tap.case("the product is closed in the results and the verdict is told", shot):
    app.mouse(app.find("push button", "Result"))
    app.mouse(app.find("push button", re.compile("^Close the Product")))
    dialog = wait(lambda: next((w for w in app.windows() if "lose" in w.get_name() and "?" in w.get_name()), None), "the question")
    app.mouse(app.find("push button", re.compile("^Close"), within=dialog))
    app.find("label", re.compile("100 points: 5 stars"))

with tap.case("the district's line moves in the overview", shot):
    app.key("ctrl+1")
    app.find(name=re.compile(r"Thành phố Trà Vinh.*scored %d" % (before["scored"] + 1)))

with tap.case("the wheel moves the page also over the table in it", shot):
    app.mouse(app.find("push button", "Table"))
    cell = app.find("label", "Huyện Cầu Kè")
    x, y = app.center(cell)
    before_wheel = app.extents(cell).y
    run("xdotool", "mousemove", str(x + 40), str(y), "click", "5", "click", "5")
    wait(lambda: app.extents(cell).y < before_wheel, "the page to move")
    app.mouse(app.find("push button", "Bars"), check=False)

with tap.case("the officer exports what happened", shot):
    out = os.path.join(work, "out.xml")
    app.key("ctrl+1")
    app.act(app.windows()[0], "win.export")
    choose(app, "Export the Book", out)
    wait(lambda: os.path.exists(out), "the exported file")
    schema = os.path.join(os.environ["CHAMSAO_DATADIR"], "schema", "package.xsd")
    subprocess.run(["xmllint", "--noout", "--schema", schema, out], check=True, capture_output=True)

with tap.case("the officer backs the book up, and it is restored beside it and opened", shot):
    copy, back = os.path.join(work, "copy.chamsao-backup"), os.path.join(work, "back.chamsao")
    app.act(app.windows()[0], "win.back-up")
    choose(app, "Back the Book Up", copy)
    wait(lambda: os.path.exists(copy), "the backup")
    subprocess.run(["unzip", "-tqq", copy], check=True)
    app.find("label", re.compile("^Backed up as copy.chamsao-backup"))
    app.act(app.windows()[0], "win.restore")
    choose(app, "Restore a Backup", copy)
    choose(app, "Where the Restored Book Goes", back)
    wait(lambda: os.path.exists(back), "the restored book")
    wait(lambda: subprocess.run([sys.argv[2], "info", back], capture_output=True).returncode == 3, "the window to hold it")
    wait(lambda: len(app.windows()) == 2, "a window of its own")
    app.key("ctrl+w")
    wait(lambda: len(app.windows()) == 1, "the window to be closed")

with tap.case("the window ends well"):
    assert app.close() == 0
tap.findings(app.complaints(), "the program has said nothing on its log")

with tap.case("the command line, SQLite and the window agree"):
    told = results(PRODUCT)
    assert (told["status"], told["counted"], told["sum"], told["stars"]) == ("closed", 7, 700, 5), told
    row = sqlite3.connect("file:%s?mode=ro" % book, uri=True).execute(
        "SELECT counted, sum, spread, band, stars FROM product_results WHERE code = ?", (PRODUCT,)).fetchone()
    assert row == (7, 700, 0, 5, 5), row
    assert unit_row()["scored"] == before["scored"] + 1

criteria = form_of(SECOND)
app = start()
with tap.case("killed in the middle of a sheet", shot):
    app.key("ctrl+3")
    app.mouse(app.find("label", "Trà lá sen mẫu 1"))
    app.find("label", "0/%d" % len(criteria))
    for i in range(5):
        app.key("1")
        answered(app, "%d/%d" % (i + 1, len(criteria)))
        app.key("Return")
    os.kill(app.process.pid, signal.SIGKILL)
    app.process.wait()

with tap.case("every choice is there after a new start"):
    app = start()
    app.key("ctrl+3")
    app.mouse(app.find("label", "Trà lá sen mẫu 1"))
    answered(app, "5/%d" % len(criteria))
    assert app.close() == 0
    assert cli("check", book) == "" and cli("audit", book) == ""

tap.done()
