# SPDX-License-Identifier: GPL-3.0-or-later
"""Before a product is closed nobody is told its scores. Two books that differ only in what members scored must
answer alike, whatever is asked of them; only what says by itself who wrote when may differ.

    test_secrecy.py CHAMSAO-CLI
"""

import re
import subprocess
from pathlib import Path

import tap
from cli import Form, P, answer, chance, copy, good, new_book, result, run, text_of_pdf, write_csv

FORM = Form("qd-148-2023", 1)
HIGH, LOW = "high.chamsao", "low.chamsao"

# moments, hashes and ids made by chance when a sheet was made
CHANCE = re.compile(r"\b(?:[0-9a-f]{4} ){15}[0-9a-f]{4}\b|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ|\b[0-9a-f]{64}\b|\b[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}\b")


def make():
    """P[0]: all in, not closed. P[1]: one in, one in the middle. P[2]: closed, for the same points in both."""
    new_book("base.chamsao", products=4)
    draw = chance(2)
    answer("base.chamsao", FORM, P[2], {"m%d" % i: FORM.sheet(75, draw) for i in range(1, 7)})
    good("submit", "base.chamsao", "--product", P[2])
    good("close", "base.chamsao", "--product", P[2])
    good("session", "base.chamsao", "--add", "--round", "district-1", "--date", "2024-05-31", "--agenda", "all", "--open",
         "--discuss", P[0])
    for book, total in ((HIGH, 93), (LOW, 41)):
        copy("base.chamsao", book)
        draw = chance(total)
        answer(book, FORM, P[0], {"m%d" % i: FORM.sheet(total, draw) for i in range(1, 7)})
        good("submit", book, "--product", P[0])
        half = FORM.sheet(total, draw)
        half[-1] = None
        answer(book, FORM, P[1], {"m1": FORM.sheet(total, draw), "m2": half})
        good("submit", book, "--product", P[1], "--member", "m1")


def told(book):
    """Everything that can be asked of a book, by question."""
    answers = {}

    def ask(*words):
        done = run(words[0], book, *words[1:])
        answers["%d %s" % (len(answers), " ".join(words))] = "%d\n%s\n%s" % (done.status, done.out, done.err.replace(book, "BOOK"))

    for verb in ("info", "results", "overview", "council", "session", "agreement"):
        ask(verb)
        ask(verb, "--json")
    ask("agreement", "--session", "1", "--json")
    for product in P[:3]:
        ask("results", "--product", product)
        ask("results", "--product", product, "--json")
    for text in ("san pham", "842", "93", "41"):
        ask("search", text)
        ask("search", text, "--json")
    for options in ([], ["--round", "district-1"], ["--unit", "29236"]):
        ask("print", "summary", *options, "-o", "out.pdf")
        answers["paper " + " ".join(options)] = text_of_pdf("out.pdf")
        ask("export", "out.xml", *options)
        answers["export " + " ".join(options)] = Path("out.xml").read_text(encoding="utf-8")
    for product in P[:2]:
        ask("print", "table", "--product", product, "-o", "no.pdf")
        ask("print", "sheet", "--product", product, "--member", "m1", "--version", "1", "-o", "no.pdf")
    ask("print", "sheet", "--product", P[0], "--member", "m1", "--blank", "-o", "out.pdf")
    answers["empty form"] = text_of_pdf("out.pdf")
    ask("recognise", "--list", "--json")
    for product in P[:2]:
        ask("recognise", "--product", product, "--decision", "1", "--date", "2024-05-31")
        ask("rehearse", "--product", product)
    ask("check")
    ask("audit")
    ask("close", "--product", P[1])
    ask("submit", "--product", P[1])
    write_csv("again.csv", ["product", "member", "criterion", "option"], [[P[0], "m1", "1.1", 1]])
    ask("import-list", "answers", "again.csv")
    # what a council does to a product that is open
    for words in (["recuse", "--product", P[1]], ["recuse", "--council", "district-842", "--json"],
                  ["recuse", "--product", P[1], "--member", "m5", "--reason", "vì"],
                  ["discuss", "--product", P[0], "--note", "không có gì"],
                  ["rescore", "--product", P[0], "--member", "m1"],
                  ["return", "--product", P[0], "--member", "m3", "--reason", "vì"],
                  ["move", "--product", P[0], "--to", P[3], "--member", "m4", "--reason", "vì"],
                  ["eliminate", "--product", P[0], "--ground", "g", "--reason", "r", "--person", "p", "--raise"],
                  ["reopen", "--product", P[0], "--reason", "vì"], ["close", "--product", P[0]],
                  ["member", "--council", "district-842", "--member", "m7", "--name", "Mới", "--replaces", "m6", "--paper",
                   "QĐ"],
                  ["council", "--council", "district-842", "--spread-limit", "8", "--reason", "vì"], ["council", "--json"],
                  ["results", "--json"], ["results", "--product", P[0], "--json"], ["results", "--product", P[3], "--json"],
                  ["agreement", "--json"], ["log", "--json"], ["log", "--product", P[0], "--json"],
                  ["log", "--product", P[1], "--json"], ["print", "minutes", "-o", "minutes.pdf"], ["check"], ["audit"]):
        ask(*words)
    raw = subprocess.run(["pdftotext", "-raw", "minutes.pdf", "-"], check=True, capture_output=True, text=True).stdout
    answers["minutes"] = re.sub(r"\b\d\d:\d\d ngày \d\d/\d\d/\d{4}", "·", " ".join(raw.split()))
    return {question: CHANCE.sub("·", text) for question, text in answers.items()}


def main():
    make()
    high, low = told(HIGH), told(LOW)
    for question, text in high.items():
        tap.ok(text == low[question], "“%s” tells nothing of open sheets" % question, text + "\n<>\n" + low[question])
    with tap.case("the papers and the export do tell what is closed"):
        assert "75,00" in high["paper "] and 'mean="75"' in high["export "], high["paper "]
        assert high["export "].count("<answer ") == 6 * len(FORM.questions), high["export "]
    with tap.case("after closing the two books differ: the comparison above could see it"):
        for book, mean in ((HIGH, "93.00"), (LOW, "41.00")):
            good("eliminate", book, "--product", P[0], "--ground", "g", "--decide", "dismiss", "--reason", "đã xác minh")
            good("submit", book, "--product", P[0])
            good("close", book, "--product", P[0])
            assert result(book, P[0])["mean"] == mean
    tap.done()


main()
