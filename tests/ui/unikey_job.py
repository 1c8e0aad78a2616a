#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A note typed with the real Unikey and left while its last word is still being composed, in every way a note is left: the
word is in it, once.

usage: unikey_job.py CHAMSAO CHAMSAO-CLI"""

import csv
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile

import tap
from uidrv import App, State, run, wait

WINDOW, CLI = map(os.path.abspath, sys.argv[1:3])
work = tempfile.mkdtemp(prefix="unikey-job.")
os.chdir(work)
KEYS, TYPED = "chu ddatj luowngj", "chu đạt lượng"
WAYS = {"the next product": "Page_Down", "another page": "ctrl+5", "the next field": "Tab", "the window closed": "ctrl+w",
        "the program ended": "ctrl+q"}


def table(name, *rows):
    with open(name, "w", newline="", encoding="utf-8") as out:
        csv.writer(out).writerows(rows)
    return name


def make_book():
    for words in (["new", "made.chamsao", "--regulation", "qd-148-2023", "--unit", "842", "--plan", "tra-vinh-2024"],
                  ["import-list", "made.chamsao", "members", table(
                      "members.csv", ["council", "member", "name", "role", "organisation"],
                      *[["district-842", "m%d" % i, "Thành viên %d (mẫu)" % i, role, "Phòng %d" % i]
                        for i, role in enumerate(["chair", "vice", "member"], 1)])],
                  ["import-list", "made.chamsao", "products", table(
                      "products.csv", ["product", "producer", "producer_kind", "unit", "form", "kind", "round"],
                      *[["Sản phẩm %d (mẫu)" % i, "HTX Mẫu %d" % i, "cooperative", "29236", 1, "first", "district-1"]
                        for i in (1, 2)])]):
        subprocess.run([CLI, *words], check=True, capture_output=True)


def sql(book, query):
    with sqlite3.connect(book) as db:
        return db.execute(query).fetchall()


def engine(*name):
    return subprocess.run(["ibus", "engine", *name], capture_output=True, text=True, check=False).stdout.strip()


def use_unikey():
    def is_on():
        engine("Unikey")
        return engine() == "Unikey"

    wait(is_on, "the input method")


def kept(book):
    """What the book, which the program has for itself, keeps of what is being typed: of a copy between two commands."""
    def stamp():
        told = os.stat(book)
        return told.st_mtime_ns, told.st_size, os.path.exists(book + "-journal") and os.path.getsize(book + "-journal")

    before = stamp()
    shutil.copy(book, "look.chamsao")
    if stamp() != before or before[2]:
        return "not yet"
    rows = sql("look.chamsao", "SELECT text FROM typing")
    return rows[0][0] if rows else None


def begin(book):
    app = App([WINDOW, book], log="app.log")
    app.key("ctrl+3")
    app.find("label", re.compile(r"^0/"))
    app.key("1")
    app.find("label", re.compile(r"^1/"))
    app.key("n")
    wait(lambda: any(app.has(field, State.FOCUSED) for field in app.find_all("text")), "the note")
    use_unikey()
    run("xdotool", "type", "--delay", "40", "--", KEYS)
    # the last word is not in the text yet, and its keys go the same way as the one that leaves
    wait(lambda: any(app.text(field) == "chu đạt " for field in app.find_all("text")), "all but the last word")
    return app


def leave(book, key):
    app = begin(book)
    app.key(key)
    if key in ("ctrl+w", "ctrl+q"):
        app.process.wait()
    else:
        assert app.close() == 0


make_book()
daemon = subprocess.Popen(["ibus-daemon", "-x", "-r", "-p", "disable", "--config", "disable", "--emoji-extension", "disable"],
                          stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
os.environ["GTK_IM_MODULE"] = "ibus"
try:
    use_unikey()
    for way, key in WAYS.items():
        with tap.case("the last word of a note is kept once, left for " + way):
            shutil.copy("made.chamsao", key + ".chamsao")
            leave(key + ".chamsao", key)
            notes = sql(key + ".chamsao", "SELECT note FROM answer_note")
            assert notes == [(TYPED,)], notes
    with tap.case("it is kept while it is being composed, by who only stops typing"):
        shutil.copy("made.chamsao", "killed.chamsao")
        app = begin("killed.chamsao")
        wait(lambda: kept("killed.chamsao") == TYPED, "the book to keep it: %r" % kept("killed.chamsao"))
        app.process.kill()
        app.process.wait()
finally:
    daemon.terminate()
    daemon.wait()
shutil.rmtree(work)
tap.done()
