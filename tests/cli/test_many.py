# SPDX-License-Identifier: GPL-3.0-or-later
"""Several products in one call: all or nothing, or one by one.

    test_many.py CHAMSAO-CLI
"""

import shutil

import tap
from cli import P, Form, Untouched, answer, good, new_book, refused, result, rows, run

FORM = Form("qd-148-2023", 1)
ROUND = ["--round", "district-1"]
DECISION = ["--decision", "12/QĐ-UBND", "--date"]


def fill(book, products, stars=3):
    new_book(book, products=products)
    for product in P[:products - 1]:  # the last one nobody has begun
        answer(book, FORM, product, {"m%d" % i: FORM.with_stars(stars) for i in range(1, 7)})


def stand(book):
    """What stands in the book, without moments and ids."""
    results = good("results", book, "--json").json()
    lines = [(line["verb"], line["object"]) for line in good("log", book, "--json").json()]
    return results, sorted(map(str, lines))


def together():
    fill("one.chamsao", 5)
    shutil.copy("one.chamsao", "all.chamsao")
    shutil.copy("one.chamsao", "in.chamsao")
    today = rows("one.chamsao", "SELECT date ('now', '+7 hours')")[0][0]
    with tap.case("all of a round, and those on standard input, become what they become one by one"):
        for product in P[:4]:
            good("submit", "one.chamsao", "--product", product)
        for product in P[:4]:
            good("close", "one.chamsao", "--product", product)
        for product in P[:4]:
            good("recognise", "one.chamsao", "--product", product, *DECISION, today)
        done = good("submit", "all.chamsao", *ROUND, "--all")
        assert [line.split(":")[0] for line in done.err.splitlines()[:4]] == P[:4], done
        good("close", "all.chamsao", *ROUND, "--all")
        good("recognise", "all.chamsao", *ROUND, "--all", *DECISION, today)
        codes = ("\n".join(["", P[3], "  " + P[0] + " ", P[2], P[1], P[0], ""])).encode()
        good("submit", "in.chamsao", "-", given=codes)
        good("close", "in.chamsao", *(word for product in P[:4] for word in ("--product", product)))
        good("recognise", "in.chamsao", "-", *DECISION, today, given=codes)
        wanted = stand("one.chamsao")
        for book in ("all.chamsao", "in.chamsao"):
            assert stand(book) == wanted, (book, stand(book), wanted)
            good("check", book)
            good("audit", book)
        assert good("overview", "all.chamsao", "--json").json()["totals"]["recognised"]["3"] == 4
    with tap.case("where nothing is left to do that is said, and nothing changes"):
        with Untouched():
            for words in (["submit", "all.chamsao", *ROUND, "--all"], ["recognise", "all.chamsao", *ROUND, "--all", *DECISION, today],
                          ["close", "all.chamsao", *ROUND, "--all"], ["close", "all.chamsao", "-"]):
                assert "Nothing was changed" in good(*words, given=b"\n").err, words


def refusals():
    fill("r.chamsao", 5)
    good("submit", "r.chamsao", "--product", P[0])
    good("submit", "r.chamsao", "--product", P[1])
    with tap.case("one that is refused keeps all of them back, without a byte changed"):
        with Untouched():
            # P[2] has drafts: the first two could be closed
            refused(1, "close", "r.chamsao", *ROUND, "--all", says=P[2])
            refused(1, "close", "r.chamsao", "--product", P[0], "--product", P[4], says=P[4])
            refused(1, "submit", "r.chamsao", "--product", P[2], "--product", "84-1", says="84-1")
            refused(1, "submit", "r.chamsao", "-", given=(P[2] + "\nnobody\n").encode(), says="nobody")
            refused(1, "submit", "r.chamsao", "-", given=b"\xff\n", says="UTF-8")
            refused(1, "close", "r.chamsao", "--round", "district-9", "--all", says="district-9")
    with tap.case("one by one what is refused is told, and the others are done"):
        done = refused(1, "close", "r.chamsao", *ROUND, "--all", "--each", says=(P[0], P[1], P[2], P[3], "2 of 4"))
        assert "points" in done.err, done
        assert [result("r.chamsao", p)["status"] for p in P[:5]] == ["closed", "closed", "scoring", "scoring", "registered"]
        good("audit", "r.chamsao")
        good("submit", "r.chamsao", *ROUND, "--all", "--each")
        good("close", "r.chamsao", *ROUND, "--all", "--each")
    with tap.case("a wrong call ends with 2"):
        with Untouched():
            for verb, more in (("submit", []), ("close", []), ("recognise", [*DECISION, "2024-01-01"])):
                refused(2, verb, "r.chamsao", *more, says="--product")
                refused(2, verb, "r.chamsao", "--all", *more, says="--round")
                refused(2, verb, "r.chamsao", "x", *more, says="-")
                refused(2, verb, "r.chamsao", "-", "--product", P[0], *more, given=b"")
                refused(2, verb, "r.chamsao", *ROUND, "--all", "--product", P[0], *more)
            refused(2, "recognise", "r.chamsao", *ROUND, "--all", *DECISION, "2024-01-01", "--certificate", "1", says="--certificate")
            refused(2, "recognise", "r.chamsao", "--withdraw", *ROUND, "--all", "--date", "2024-01-01", "--ground", "g")
            refused(2, "submit", "r.chamsao", *ROUND, "--all", "--member", "m1", "--pin-file", "x", says="PIN")


def faults():
    """A disk that is full in the middle leaves nothing half done."""
    fill("f.chamsao", 5)
    with tap.case("a full disk keeps all of them back"):
        size = len(open("f.chamsao", "rb").read())
        before = stand("f.chamsao")
        done = run("submit", "f.chamsao", *ROUND, "--all", limit=size + 4096)
        assert done.status == 3, done
        assert stand("f.chamsao") == before
        good("audit", "f.chamsao")


together()
refusals()
faults()
tap.done()
