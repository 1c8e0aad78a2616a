#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Typing is not lost, in a real window: the program is killed while a note, and a field of a dossier, is being typed; and what
is typed in a list is searched for.

usage: typing_job.py CHAMSAO CHAMSAO-CLI"""

import csv
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile

import tap
from uidrv import App, State, wait

WINDOW, CLI = map(os.path.abspath, sys.argv[1:3])
work = tempfile.mkdtemp(prefix="typing-job.")
os.chdir(work)
CODES = ["84-842-29236-1-2024", "84-842-29236-2-2024"]


def cli(*args):
    done = subprocess.run([CLI, *args], capture_output=True, text=True, check=False)
    assert done.returncode == 0, "%s: %s" % (args, done.stderr)
    return done.stdout


def table(name, *rows):
    with open(name, "w", newline="", encoding="utf-8") as out:
        csv.writer(out).writerows(rows)
    return name


def make_book():
    cli("new", "made.chamsao", "--regulation", "qd-148-2023", "--unit", "842", "--plan", "tra-vinh-2024")
    cli("import-list", "made.chamsao", "members", table("members.csv",
        ["council", "member", "name", "role", "organisation"],
        *[["district-842", "m%d" % i, "Thành viên %d (mẫu)" % i, role, "Phòng %d" % i]
          for i, role in enumerate(["chair", "vice", "member", "member", "member"], 1)]))
    cli("import-list", "made.chamsao", "products", table("products.csv",
        ["product", "producer", "producer_kind", "unit", "form", "kind", "round"],
        *[["Sản phẩm %d (mẫu)" % i, "HTX Mẫu %d" % i, "cooperative", "29236", 1, "first", "district-1"] for i in (1, 2)]))


def sql(book, query):
    with sqlite3.connect(book) as db:
        return db.execute(query).fetchall()


def notes(book):
    return sql(book, "SELECT d.code, n.note FROM answer_note n JOIN sheet s ON s.id = n.sheet"
                     " JOIN evaluation e ON e.id = s.evaluation JOIN dossier d ON d.id = e.dossier ORDER BY 1")


def begin(name):
    """The scoring page of the first product, with the first digit chosen."""
    book = name + ".chamsao"
    shutil.copy("made.chamsao", book)
    app = App([WINDOW, book], log=name + ".log")
    app.key("ctrl+3")
    app.find("label", re.compile(r"^0/"))
    app.key("1")
    app.find("label", re.compile(r"^1/"))
    return app, book


def begin_note(app):
    app.key("n")
    wait(lambda: any(app.has(field, State.FOCUSED) for field in app.find_all("text")), "the note")


def open_dossier(app):
    app.key("ctrl+2")
    app.mouse(app.find("label", CODES[0]), clicks=2)


def stamp(book):
    told = os.stat(book)
    return told.st_mtime_ns, told.st_ctime_ns


def is_written(book, before):
    """Is a change since @before whole? While it is being made its journal is not empty."""
    return stamp(book) != before and os.path.getsize(book + "-journal") == 0


# --- a kill ---

def test_killed():
    with tap.case("what is being typed is there after a kill, and a note when its product is shown again"):
        app, book = begin("killed")
        begin_note(app)
        before = stamp(book)
        app.type("ghi chu dang go")
        wait(lambda: is_written(book, before), "the book to keep what is typed")
        app.process.send_signal(signal.SIGKILL)
        app.process.wait()
        kept = sql(book, "SELECT text FROM typing")
        assert len(kept) == 1 and "ghi chu dang go".startswith(kept[0][0]) and kept[0][0], kept
        assert notes(book) == []
        app = App([WINDOW, book], log="killed2.log")
        app.key("ctrl+3")
        app.find("label", re.compile(r"^1/"))
        assert app.close() == 0
        assert notes(book) == [(CODES[0], kept[0][0])], notes(book)
        cli("audit", book)
        assert sql(book, "SELECT count (*) FROM typing") == [(0,)]

    with tap.case("a field of a dossier too: it is shown again as not written"):
        book = "dossier.chamsao"
        shutil.copy("made.chamsao", book)
        app = App([WINDOW, book], log="dossier.log")
        open_dossier(app)
        app.mouse(app.find("text", re.compile("Description")))
        before = stamp(book)
        app.type("Ong Mau")
        wait(lambda: is_written(book, before), "the book to keep what is typed")
        app.process.send_signal(signal.SIGKILL)
        app.process.wait()
        kept = sql(book, "SELECT field, text FROM typing")
        assert len(kept) == 1 and kept[0][0] == "description" and "Ong Mau".startswith(kept[0][1]), kept
        app = App([WINDOW, book], log="dossier2.log")
        open_dossier(app)
        app.find("label", re.compile("Description.*not written yet"))
        assert app.close() == 0


def test_search():
    with tap.case("what is typed in a list is searched for, with its blanks"):
        shutil.copy("made.chamsao", "search.chamsao")
        app = App([WINDOW, "search.chamsao"], log="search.log")
        app.key("ctrl+2")
        app.mouse(app.find("label", CODES[1]))
        app.type("san pham 2")
        entry = app.find("entry", re.compile("Search"))
        wait(lambda: app.text(entry) == "san pham 2", "the words: %r" % app.text(entry))
        assert app.close() == 0


make_book()
test_search()
test_killed()
shutil.rmtree(work)
tap.done()
