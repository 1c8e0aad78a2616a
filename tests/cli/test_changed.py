# SPDX-License-Identifier: GPL-3.0-or-later
"""No verdict is told of sheets that are not what their members sealed: whatever of a closed product is changed outside the
program, results, papers and exports say so and end with 1; other products are told as before.

    test_changed.py CHAMSAO-CLI
"""

import os
import re
import sqlite3

import tap
from cli import copy, good, run, text_of_pdf

BASE, BOOK = "base.chamsao", "changed.chamsao"
CODE, OTHER = "84-842-29239-1-2024", "84-844-29311-1-2024"
SHEETS = ("(SELECT s.id FROM sheet s JOIN evaluation e ON e.id = s.evaluation JOIN dossier d ON d.id = e.dossier"
          " WHERE d.code = '%s')" % CODE)
CLOSING = ("(SELECT z.id FROM closing z JOIN evaluation e ON e.id = z.evaluation JOIN dossier d ON d.id = e.dossier"
           " WHERE d.code = '%s')" % CODE)

# what somebody may do with another program, one at a time
EDITS = [
    "UPDATE answer SET option = 1 WHERE sheet IN %s" % SHEETS,
    "UPDATE answer SET option = CASE option WHEN 1 THEN 2 ELSE 1 END WHERE (sheet, criterion) ="
    " (SELECT sheet, criterion FROM answer WHERE sheet IN %s LIMIT 1)" % SHEETS,
    "DELETE FROM answer WHERE (sheet, criterion) = (SELECT sheet, criterion FROM answer WHERE sheet IN %s LIMIT 1)" % SHEETS,
    "DELETE FROM answer WHERE sheet IN %s" % SHEETS,
    "UPDATE answer SET option = 99 WHERE sheet IN %s" % SHEETS,
    "UPDATE sheet SET seal = replace (seal, substr (seal, 1, 1), 'z') WHERE id = (SELECT min (id) FROM sheet WHERE id IN %s)" % SHEETS,
    "UPDATE sheet SET scoring_round = 2 WHERE id = (SELECT min (id) FROM sheet WHERE id IN %s)" % SHEETS,
    "UPDATE outcome SET sum = sum + 5 WHERE closing IN %s" % CLOSING,
    "UPDATE outcome SET stars = 5 WHERE closing IN %s" % CLOSING,
    "DELETE FROM closing_member WHERE closing IN %s AND member = (SELECT max (member) FROM closing_member WHERE closing IN %s"
    " AND state = 'submitted')" % (CLOSING, CLOSING),
]


def edit(path, sql):
    db = sqlite3.connect(path, isolation_level=None)
    db.create_function("id_derive", -1, lambda *words: "")
    guards = db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    db.execute("PRAGMA foreign_keys = OFF")
    db.execute("PRAGMA ignore_check_constraints = ON")
    for name, _ in guards:
        db.execute('DROP TRIGGER "%s"' % name)
    n = db.execute(sql).rowcount
    for _, text in guards:
        db.execute(text)
    db.close()
    assert n > 0, sql


def told(book, *words):
    done = run(*words)
    assert done.status == 1, done
    assert "changed outside" in done.err and "CRITICAL" not in done.err, done
    return done


good("sample", BASE)
good("print", BASE, "summary", "-o", "whole.pdf")
whole = " ".join(text_of_pdf("whole.pdf").split())
assert "ngoài" not in whole
SCORED = int(re.search(r"đã đánh giá xong: (\d+);", whole)[1])
before = {r["product"]: r for r in good("results", BASE, "--json").json()}
for sql in EDITS:
    with tap.case("told of: %s" % sql[:90]):
        copy(BASE, BOOK)
        edit(BOOK, sql)
        result, = told(BOOK, "results", BOOK, "--product", CODE, "--json").json()
        assert result["changed_outside"] is True and result["status"] == before[CODE]["status"], result
        for key in ("sum", "mean", "mean_exact", "stars", "band", "spread", "minima"):
            assert not result[key], (key, result[key])
        assert all(m["total"] is None for m in result["members"]), result["members"]
        text = told(BOOK, "results", BOOK).out
        line, = [l for l in text.splitlines() if l.startswith(CODE)]
        assert "changed outside" in line and "stars" not in line, line
        # all others as they were
        for other in run("results", BOOK, "--json").json():
            if other["product"] != CODE:
                assert other == before[other["product"]]
        for words in (("print", BOOK, "table", "--product", CODE, "-o", "o.pdf"), ("export", BOOK, "o.xml")):
            told(BOOK, *words)
            assert not os.path.exists(words[-1]), words
        # a paper of many says it in the place of the one's result
        told(BOOK, "print", BOOK, "summary", "-o", "o.pdf")
        paper = " ".join(text_of_pdf("o.pdf").split())
        os.unlink("o.pdf")
        assert paper.count("ngoài") == 1, paper
        assert "đã đánh giá xong: %d;" % (SCORED - 1) in paper, paper
        if not sql.startswith(("UPDATE outcome", "DELETE FROM closing_member")):
            told(BOOK, "agreement", BOOK)
        assert run("check", BOOK).status == 1
        assert run("audit", BOOK).status == 1
tap.done()
