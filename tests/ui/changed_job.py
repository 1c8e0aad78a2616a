#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sheets that another program changed after they were sealed, in a real window: the overview says so by itself and counts no
verdict of them.

usage: changed_job.py CHAMSAO CHAMSAO-CLI"""

import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile

import tap
from uidrv import App

WINDOW, CLI = map(os.path.abspath, sys.argv[1:3])
work = tempfile.mkdtemp(prefix="changed-job.")
os.chdir(work)
BOOK = "book.chamsao"
CODE = "84-842-29239-1-2024"  # of the town


def change():
    db = sqlite3.connect(BOOK, isolation_level=None)
    db.create_function("id_derive", -1, lambda *words: "")
    guards = db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for name, _ in guards:
        db.execute('DROP TRIGGER "%s"' % name)
    n = db.execute("UPDATE answer SET option = 1 WHERE sheet IN (SELECT s.id FROM sheet s JOIN evaluation e ON e.id = s.evaluation"
                   " JOIN dossier d ON d.id = e.dossier WHERE d.code = ?)", (CODE,)).rowcount
    for _, text in guards:
        db.execute(text)
    db.close()
    assert n > 0


def scored(app):
    town = app.find(name=re.compile("Thành phố Trà Vinh.*scored"))
    return int(re.search(r"scored (\d+)", town.get_name())[1]), "changed outside" in town.get_name()


subprocess.run([CLI, "sample", BOOK], check=True, capture_output=True)

with tap.case("a book whose sheets are what was sealed says nothing"):
    app = App([WINDOW, BOOK], log="whole.log")
    before, marked = scored(app)
    assert before > 0 and not marked
    app.key("ctrl+6")
    app.key("ctrl+1")
    assert not app.is_there("label", re.compile("changed outside"))
    assert app.close() == 0 and not app.complaints()

change()
with tap.case("changed sheets are told of by a strip and in the unit's row, and are no longer counted"):
    app = App([WINDOW, BOOK], log="changed.log")
    app.find("label", re.compile("1 product has no result any more"))
    after, marked = scored(app)
    assert (after, marked) == (before - 1, True), (before, after, marked)

with tap.case("what is wrong is listed"):
    app.mouse(app.find("push button", "What Is Wrong…"))
    window = app.window("What Is Wrong With the Book")
    app.find("label", re.compile(CODE + ".*changed outside the program"), within=window)
    app.key("Escape")

with tap.case("the window ends well"):
    assert app.close() == 0
tap.findings(app.complaints(), "the program has said nothing on its log")
shutil.rmtree(work)
tap.done()
