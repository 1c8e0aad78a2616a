# SPDX-License-Identifier: GPL-3.0-or-later
"""Numbers of rows stay in the file: a book whose rows all have other numbers tells the same, whatever is asked of it,
and its exports and papers are the same to the letter.

    test_rows.py CHAMSAO-CLI
"""

import re
import sqlite3

import tap
from cli import copy, good, run, text_of_pdf

BOOK, OTHER = "book.chamsao", "other.chamsao"
BY = 100000  # no number of the sample is as large
CODE = "84-842-29239-1-2024"

# what says by itself when it was made
MADE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def keys(db):
    """{table: its key} where that is a number of a row, and {table: {column: table}} of what refers to those."""
    tables = [name for name, in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%STRICT%'")]
    own, refers = {}, {}
    for table in tables:
        columns = db.execute("SELECT name, type, pk FROM pragma_table_info (?)", (table,)).fetchall()
        key = [name for name, kind, pk in columns if pk]
        # the log is told by its numbers; the book itself is one row
        if key == ["id"] and table not in ("audit", "audit_change") and any(name == key[0] and kind == "INTEGER" for name, kind, pk in columns):
            own[table] = key[0]
    for table in tables:
        refers[table] = {column: other for other, column, to in
                         db.execute('SELECT "table", "from", "to" FROM pragma_foreign_key_list (?)', (table,))
                         if other in own and to in (None, own[other])}
    return own, refers


def renumber(path):
    """Returns: how many rows got another number."""
    db = sqlite3.connect(path, isolation_level=None)
    db.create_function("id_derive", -1, lambda *words: "")
    own, refers = keys(db)
    guards = db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    db.execute("PRAGMA foreign_keys = OFF")
    db.execute("BEGIN")
    for name, _ in guards:
        db.execute('DROP TRIGGER "%s"' % name)
    n = 0
    for table in own:
        n += db.execute('UPDATE "%s" SET "%s" = "%s" + %d' % (table, own[table], own[table], BY)).rowcount
    for table, columns in refers.items():
        for column, other in columns.items():
            db.execute('UPDATE "%s" SET "%s" = "%s" + %d WHERE "%s" <> 0' % (table, column, column, BY, column))
    words = db.execute("SELECT rowid, words FROM search").fetchall()
    db.execute("DELETE FROM search")
    db.executemany("INSERT INTO search (rowid, words) VALUES (? + %d, ?)" % BY, words)
    for _, sql in guards:
        db.execute(sql)
    db.execute("COMMIT")
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    db.close()
    return n


def told(book):
    answers = {}

    def ask(*words):
        done = run(words[0], book, *words[1:])
        answers[" ".join(words)] = "%d\n%s\n%s" % (done.status, done.out, done.err.replace(book, "BOOK"))

    for verb in ("info", "results", "overview", "council", "session", "agreement", "log"):
        ask(verb)
        ask(verb, "--json")
    ask("results", "--product", CODE, "--json")
    ask("recognise", "--list", "--json")
    ask("recuse", "--council", "district-842", "--json")
    ask("search", "mẫu", "--json")
    ask("office", "--council", "district-842", "--json")
    good("export", book, "out.xml")
    with open("out.xml", encoding="utf-8") as file:
        answers["export"] = MADE.sub("MOMENT", file.read())
    for words in (("summary",), ("table", "--product", CODE), ("minutes",),
                  ("sheet", "--product", CODE, "--member", "m1")):
        good("print", book, *words, "-o", "paper.pdf")
        answers["print " + " ".join(words)] = text_of_pdf("paper.pdf")
    return answers


with tap.case("a book whose rows have other numbers"):
    good("sample", BOOK)
    good("session", BOOK, "--add", "--council", "district-842", "--round", "district-1", "--date", "2024-05-31",
         "--agenda", "all", "--open")
    good("attend", BOOK, "--council", "district-842", "--member", "m1", "--came", "now")
    good("session", BOOK, "--close")
    good("recuse", BOOK, "--product", "84-842-29257-1-2024", "--member", "m2", "--reason", "em của chủ hộ (mẫu)")
    copy(BOOK, OTHER)
    assert renumber(OTHER) > 1000

before, after = told(BOOK), told(OTHER)
for question, answer in before.items():
    with tap.case("tells the same: " + question):
        assert answer.startswith("0\n") or not question.startswith(("results", "overview", "log")), answer
        assert answer == after[question], "%s\n%s" % (answer[:2000], after[question][:2000])

tap.done()
