# SPDX-License-Identifier: GPL-3.0-or-later
"""A rehearsal is scored and closed, and appears in no statistic, export or paper. Two books, of which one has a
rehearsal more, must answer alike wherever a rehearsal has no place.

    test_rehearsal.py CHAMSAO-CLI
"""

import re
from pathlib import Path

import tap
from cli import (P, Form, Untouched, answer, copy, good, new_book, refused, result, rows, run,
                 text_of_pdf, write_csv, PRODUCT_HEADER)

FORM = Form("qd-148-2023", 1)
WITH, WITHOUT = "with.chamsao", "without.chamsao"
NAME = "Tập dượt chấm điểm"
CODE = P[3]

# moments, hashes and ids made by chance
CHANCE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ|\b[0-9a-f]{64}\b|\b[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}\b")


def close(book, product, stars):
    answer(book, FORM, product, {"m%d" % i: FORM.with_stars(stars) for i in range(1, 7)})
    good("submit", book, "--product", product)
    good("close", book, "--product", product)


def make():
    new_book(WITHOUT, products=3)
    close(WITHOUT, P[0], 3)
    close(WITHOUT, P[1], 4)
    copy(WITHOUT, WITH)
    good("import-list", WITH, "products", write_csv("p.csv", PRODUCT_HEADER, [
        ["", NAME, "Hợp tác xã 1", "cooperative", "29236", 1, "renewal", "district-1"]]))
    good("rehearse", WITH, "--product", CODE)
    close(WITH, CODE, 3)


def told(book):
    """Everything that is counted, listed or printed of a book, by question."""
    answers = {}

    def ask(*words):
        done = run(words[0], book, *words[1:])
        answers[" ".join(words)] = "%d\n%s\n%s" % (done.status, done.out, done.err.replace(book, "BOOK"))

    for verb in ("info", "results", "overview", "council", "agreement"):
        ask(verb)
        ask(verb, "--json")
    ask("results", "--round", "district-1", "--json")
    ask("overview", "--round", "district-1", "--json")
    ask("agreement", "--round", "district-1", "--json")
    ask("recognise", "--list", "--json")
    ask("check")
    for options in ([], ["--round", "district-1"], ["--unit", "29236"]):
        ask("print", "summary", *options, "-o", "out.pdf")
        answers["paper " + " ".join(options)] = text_of_pdf("out.pdf")
        ask("export", "out.xml", *options)
        answers["export " + " ".join(options)] = Path("out.xml").read_text(encoding="utf-8")
    for view in ("product_results", "dossier_progress", "unit_progress"):
        answers["view " + view] = str(rows(book, "SELECT * FROM %s ORDER BY 1, 2" % view))
    return {question: CHANCE.sub("·", text) for question, text in answers.items()}


def nowhere():
    seen, plain = told(WITH), told(WITHOUT)
    for question, text in seen.items():
        tap.ok(text == plain[question], "“%s” tells nothing of a rehearsal" % question, text + "\n<>\n" + plain[question])
        if CODE in text or NAME in text:
            tap.ok(False, "“%s” does not name it" % question, text)


def found():
    with tap.case("it is found by its code and by searching, with a mark"):
        one = result(WITH, CODE)
        assert (one["rehearsal"], one["status"], one["stars"]) == (True, "closed", 3), one
        assert result(WITH, P[0])["rehearsal"] is False
        assert "rehearsal" in good("results", WITH, "--product", CODE).out
        hits = good("search", WITH, "tap duot", "--json").json()
        assert [(hit["product"], hit["rehearsal"]) for hit in hits] == [(CODE, True)], hits
        assert "rehearsal" in good("search", WITH, "tap duot").out
        assert "rehearsal" not in good("search", WITH, "san pham").out
    with tap.case("members are compared over rehearsals when it is asked for, and over nothing else then"):
        only = good("agreement", WITH, "--rehearsal", "--json").json()
        assert [group["products"] for group in only] == [1], only
        assert [group["products"] for group in good("agreement", WITH, "--json").json()] == [2, 2]
        assert good("agreement", WITHOUT, "--rehearsal", "--json").json() == []
    with tap.case("it is never recognised"):
        with Untouched():
            refused(1, "recognise", WITH, "--product", CODE, "--decision", "1", "--date", "2024-05-31", says=(CODE, "rehearsal"))


def marking():
    with tap.case("marking ends with the first sheet, in both directions"):
        good("rehearse", WITHOUT, "--product", P[2])
        assert good("overview", WITHOUT, "--json").json()["totals"]["registered"] == 2
        with Untouched():
            refused(1, "rehearse", WITHOUT, "--product", P[2], says=P[2])
            refused(1, "rehearse", WITHOUT, "--product", P[0], says=P[0])
            refused(1, "rehearse", WITHOUT, "--product", "84-1", says="84-1")
            refused(2, "rehearse", WITHOUT)
        good("rehearse", WITHOUT, "--product", P[2], "--off")
        assert good("overview", WITHOUT, "--json").json()["totals"]["registered"] == 3
        with Untouched():
            refused(1, "rehearse", WITHOUT, "--product", P[2], "--off", says=P[2])
            refused(1, "rehearse", WITH, "--product", CODE, "--off", says=(CODE, "never become real"))
        good("rehearse", WITHOUT, "--product", P[2])
        answer(WITHOUT, FORM, P[2], {"m1": FORM.with_stars(3)})
        with Untouched():
            refused(1, "rehearse", WITHOUT, "--product", P[2], "--off", says=P[2])
        lines = rows(WITHOUT, "SELECT object, before, after FROM audit WHERE verb = 'rehearse' ORDER BY seq")
        assert lines == [(P[2], "off", "on"), (P[2], "on", "off"), (P[2], "off", "on")], lines
        good("check", WITHOUT)
        good("audit", WITHOUT)


make()
nowhere()
found()
marking()
tap.done()
