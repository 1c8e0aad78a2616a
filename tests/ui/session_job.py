#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A whole session in a real window: seven members, ten products, from attendance to closing, and a kill in the middle
after which nothing is lost.

usage: session_job.py CHAMSAO CHAMSAO-CLI"""

import csv
import json
import os
import re
import signal
import subprocess
import sys
import tempfile

import tap
from uidrv import App, State, wait

WINDOW, CLI = sys.argv[1:3]
work = tempfile.mkdtemp(prefix="session-job.")
book = os.path.join(work, "district.chamsao")
MEMBERS = ["m%d" % i for i in range(1, 8)]
PRODUCTS = ["Sản phẩm %02d (mẫu)" % i for i in range(1, 11)]
CODES = ["84-842-29236-%d-2024" % i for i in range(1, 11)]
KILLED_AFTER = 5


def cli(*args):
    done = subprocess.run([CLI, *args], capture_output=True, text=True, check=False)
    assert done.returncode == 0, "%s: %s" % (args, done.stderr)
    return done.stdout


def table(name, header, rows):
    path = os.path.join(work, name)
    with open(path, "w", newline="", encoding="utf-8") as out:
        writer = csv.writer(out)
        writer.writerow(header)
        writer.writerows(rows)
    return path


def form():
    told = json.loads(cli("regulation", "show", "qd-148-2023", "--form", "1", "--json"))
    return [(c["no"], [o["points"] for o in c["options"]])
            for p in told["parts"] for s in p["sections"] for c in s["criteria"] if not c["container"]]


def make_book():
    """Everybody has handed in every sheet but the chair the last product's."""
    cli("new", book, "--regulation", "qd-148-2023", "--unit", "842", "--plan", "tra-vinh-2024")
    cli("import-list", book, "products", table("products.csv",
        ["code", "product", "producer", "producer_kind", "unit", "form", "kind", "round"],
        [["", name, "Cơ sở %d (mẫu)" % i, "household", "29236", 1, "first", "district-1"] for i, name in enumerate(PRODUCTS)]))
    roles = ["chair", "vice"] + ["member"] * 5
    cli("import-list", book, "members", table("members.csv", ["council", "member", "name", "role", "organisation"],
        [["district-842", m, "Thành viên %s (mẫu)" % m[1:], role, "Phòng %s" % m[1:]] for m, role in zip(MEMBERS, roles)]
        + [["district-842", "tk", "Thư ký (mẫu)", "secretary", "Phòng Kinh tế"]]))
    rows = []
    for p, code in enumerate(CODES):
        for i, member in enumerate(MEMBERS):
            if (code, member) == (CODES[-1], MEMBERS[0]):
                continue
            # the best answer everywhere but where this member and product say the lowest
            for q, (no, points) in enumerate(CRITERIA):
                best = points.index(max(points)) + 1
                rows.append([code, member, no, points.index(min(points)) + 1 if q == (p + i) % len(CRITERIA) else best])
    cli("import-list", book, "answers", table("answers.csv", ["product", "member", "criterion", "option"], rows))
    for code in CODES:
        cli("submit", book, "--product", code)


def session():
    return json.loads(cli("session", book, "--json"))[0]


def result(code):
    return json.loads(cli("results", book, "--product", code, "--json"))[0]


def start():
    app = App([WINDOW, book], log=os.path.join(work, "app.log"))
    app.key("ctrl+4")
    return app


def row_of(app, text):
    return app.find("list item", re.compile(re.escape(text)))


def take_up(app, product):
    """By keyboard, from a row of the agenda that is in sight: the list is longer than the window."""
    row = wait(lambda: next((r for r in app.find_all("list item", re.compile(r"^\d+\. Sản phẩm")) if app.is_hit(r)), None),
               "a row of the agenda in sight")
    steps = sorted(CODES).index(CODES[PRODUCTS.index(product)]) + 1 - int(row.get_name().split(".")[0])
    app.mouse(row)
    app.key(*["Down" if steps > 0 else "Up"] * abs(steps), "Return")
    app.find("label", product)
    app.find("push button", re.compile("End Discussion"))


def close(app, product):
    """Takes a product up and closes it; its stars are told then, and not before."""
    take_up(app, product)
    button = wait(lambda: next((b for b in app.find_all("push button", re.compile("^Close the Product"))
                                if app.has(b, State.SENSITIVE)), None), "closing to be possible")
    app.mouse(button)
    dialog = wait(lambda: next((w for w in app.windows()[1:] if "lose" in w.get_name()), None), "the question")
    app.mouse(app.find("push button", re.compile("^Close"), within=dialog))
    wait(lambda: len(app.windows()) == 1, "the question to go")
    app.find("label", re.compile(r"points: (band of )?\d stars"))


CRITERIA = form()
make_book()
app = start()
shot = lambda: app.shot(os.environ.get("SESSION_JOB_SHOT", os.path.join(work, "failed.png")))

with tap.case("a session is planned with everything that is not closed on its agenda", shot):
    app.mouse(app.find("push button", re.compile("^New Session")))
    dialog = app.window("New Session")
    app.mouse(app.find("push button", "Plan", within=dialog))
    wait(lambda: len(app.windows()) == 1, "the dialog to go")
    for product in PRODUCTS:
        row_of(app, product)

with tap.case("it is opened, and members come by the space bar until the lamp says enough", shot):
    app.mouse(app.find("push button", "Open Session"))
    app.mouse(row_of(app, "Thành viên 1 (mẫu)"))
    for i in range(1, 8):
        app.key("space")
        app.find("label", re.compile("^%d of 7 there, 6 needed: %s" % (i, "not enough" if i < 6 else "enough")))
        app.key("Down")

with tap.case("products are taken up and closed one after the other", shot):
    for product in PRODUCTS[:KILLED_AFTER]:
        close(app, product)
    take_up(app, PRODUCTS[KILLED_AFTER])

with tap.case("killed in the middle", shot):
    os.kill(app.process.pid, signal.SIGKILL)
    app.process.wait()

with tap.case("what was done is there: attendance, what is discussed, what is closed"):
    told = session()
    assert told["state"] == "open" and told["discussing"] == CODES[KILLED_AFTER], told
    assert sum(a["came"] is not None and a["left"] is None for a in told["attendance"]) == 7, told
    assert [result(code)["status"] == "closed" for code in CODES] == [i < KILLED_AFTER for i in range(10)]
    assert cli("check", book) == "" and cli("audit", book) == ""

app = start()
with tap.case("after a new start the session goes on where it was", shot):
    app.find("label", re.compile("^7 of 7 there, 6 needed: enough"))
    for product in PRODUCTS[KILLED_AFTER:-1]:
        close(app, product)

with tap.case("the last product waits for the sheet that is missing", shot):
    take_up(app, PRODUCTS[-1])
    app.find("label", re.compile("1 sheet is still missing"))

with tap.case("the member scores it by keyboard and hands in", shot):
    app.mouse(app.find("push button", "Score"))
    app.find("label", "0/%d" % len(CRITERIA))
    for i, (no, points) in enumerate(CRITERIA):
        app.key(str(points.index(max(points)) + 1))
        app.find("label", "%d/%d" % (i + 1, len(CRITERIA)))
        app.key("Return")
    app.key("ctrl+Return")
    dialog = app.window("Submit this sheet?")
    app.mouse(app.find("push button", "Submit", within=dialog))
    app.find("label", re.compile("Submitted and sealed"))

with tap.case("then it is closed as well, and the session after it", shot):
    app.key("ctrl+4")
    close(app, PRODUCTS[-1])
    app.mouse(app.find("push button", re.compile("^Close Session")))
    dialog = wait(lambda: app.windows()[1] if len(app.windows()) > 1 else None, "the question")
    app.mouse(app.find("push button", re.compile("^Close"), within=dialog))
    app.find("label", re.compile("^At the end 7 of 7 were there"))

with tap.case("the window ends well"):
    assert app.close() == 0
tap.findings(app.complaints(), "the program has said nothing on its log")

with tap.case("the command line tells the same, and the book is whole"):
    told = session()
    assert told["state"] == "closed" and all(a["left"] for a in told["attendance"] if a["came"]), told
    for code in CODES:
        found = result(code)
        assert found["status"] == "closed" and found["counted"] == 7, found
    assert cli("check", book) == "" and cli("audit", book) == ""
    held = json.loads(cli("agreement", book, "--session", "1", "--json"))
    assert held[0]["products"] == 10 and held[0]["raters"] == 7, held
    cli("print", book, "minutes", "--session", "1", "-o", os.path.join(work, "minutes.pdf"))
    text = subprocess.run(["pdftotext", "-layout", os.path.join(work, "minutes.pdf"), "-"], check=True, capture_output=True,
                          text=True).stdout
    assert all(name in text for name in PRODUCTS) and "Thành viên 7 (mẫu)" in text, text

tap.done()
