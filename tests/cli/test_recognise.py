# SPDX-License-Identifier: GPL-3.0-or-later
"""Recognising, withdrawing and the time that certificates have left, from outside.

    test_recognise.py CHAMSAO-CLI
"""

import datetime
import os
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import tap
from cli import (P, Form, Untouched, answer, good, new_book, refused, result, rows, write_csv, PRODUCT_HEADER)

FORM = Form("qd-148-2023", 1)
TODAY = (datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(hours=7)).date()  # in Vietnam
BOOK = "r.chamsao"
LIST = {"product", "name", "producer", "unit", "stars", "decision", "date", "certificate", "state", "valid_until",
        "days_left", "window_from", "window_to", "extended_until", "filed_on", "filed_as", "renewed_by", "withdrawn_on",
        "ground"}


def day(days):
    return (TODAY + datetime.timedelta(days=days)).isoformat()


def close(book, product, stars):
    answer(book, FORM, product, {"m%d" % i: FORM.with_stars(stars) for i in range(1, 7)})
    good("submit", book, "--product", product)
    good("close", book, "--product", product)
    assert result(book, product)["stars"] == stars


def certificates(book, *words):
    found = good("recognise", book, "--list", "--json", *words).json()
    assert all(set(row) >= LIST for row in found), found
    return found


def recognised(book):
    return good("overview", book, "--json").json()["totals"]["recognised"]


def recognise():
    new_book(BOOK, products=6)
    close(BOOK, P[0], 3)
    close(BOOK, P[1], 4)
    with tap.case("a decision is recorded and told with the result"):
        before = result(BOOK, P[0])
        assert before["recognition"] is None and before["status"] == "closed" and before["recognised_here"] is True, before
        done = good("recognise", BOOK, "--product", P[0], "--decision", "12/QĐ-UBND", "--date", day(0), "--certificate", "01/GCN")
        until = TODAY.replace(year=TODAY.year + 3, day=min(TODAY.day, 28 if TODAY.month == 2 else TODAY.day))
        assert until.strftime("%d/%m/%Y") in done.err and P[0] in done.err, done
        after = result(BOOK, P[0])
        assert after["status"] == "recognised", after
        assert after["recognition"] == {"decision": "12/QĐ-UBND", "date": day(0), "certificate": "01/GCN",
                                        "valid_until": until.isoformat()}, after["recognition"]
        assert recognised(BOOK) == {"3": 1, "4": 0, "5": 0}, recognised(BOOK)  # once, not twice
        assert good("info", BOOK, "--json").json()["recognitions"] == 1
        assert rows(BOOK, "SELECT stars_3 FROM unit_progress WHERE unit = '29236'") == [(1,)]
    with tap.case("what may not be recognised is refused with the reason"):
        close(BOOK, P[2], 3)
        good("eliminate", BOOK, "--product", P[3], "--ground", "g", "--reason", "r", "--person", "p")
        close_eliminated(P[3])
        with Untouched():
            said = ["--decision", "1", "--date", day(0)]
            refused(1, "recognise", BOOK, "--product", P[0], *said, says=(P[0], "already"))
            refused(1, "recognise", BOOK, "--product", P[1], *said, says=(P[1], "4 stars"))
            refused(1, "recognise", BOOK, "--product", P[3], *said, says=(P[3], "eliminated"))
            refused(1, "recognise", BOOK, "--product", P[4], *said, says=(P[4], "not closed"))
            refused(1, "recognise", BOOK, "--product", "84-1", *said, says="84-1")
            refused(1, "recognise", BOOK, "--product", P[2], "--round", "district-2", *said, says=P[2])
            for words, says in ((["--decision", " ", "--date", day(0)], "decision"),
                                (["--decision", "1", "--date", day(1)], "future"),
                                (["--decision", "1", "--date", day(-1)], "closed"),
                                (["--decision", "1", "--date", day(0)[:7]], day(0)[:7]),
                                (["--decision", "1", "--date", day(0)[:4]], day(0)[:4]),
                                (["--decision", "1", "--date", "31/05/2024"], "31/05/2024"),
                                (["--decision", "1", "--date", day(0), "--valid-until", day(-1)], "certificate"),
                                (["--decision", "1", "--date", day(0), "--valid-until", "2030"], "2030")):
                refused(1, "recognise", BOOK, "--product", P[2], *words, says=says)
    with tap.case("a wrong call ends with 2"):
        with Untouched():
            refused(2, "recognise", BOOK)
            refused(2, "recognise", BOOK, "--product", P[2], "--decision", "1")
            refused(2, "recognise", BOOK, "--product", P[2], "--date", day(0))
            refused(2, "recognise", BOOK, "--decision", "1", "--date", day(0))
            refused(2, "recognise", BOOK, "--withdraw", "--product", P[0], "--date", day(0))
            refused(2, "recognise", BOOK, "--withdraw", "--date", day(0), "--ground", "g")
            refused(2, "recognise", BOOK, "--withdraw", "--certificate", " ", "--date", day(0), "--ground", "g")
            refused(2, "recognise", BOOK, "--withdraw", "--list")
            refused(2, "recognise", BOOK, "--json")
            refused(2, "recognise", BOOK, "--list", "--today", "2024")
    with tap.case("an end of its own is kept, and a certificate needs no number"):
        good("recognise", BOOK, "--product", P[2], "--decision", "13/QĐ", "--date", day(0), "--valid-until", day(100))
        assert result(BOOK, P[2])["recognition"] == {"decision": "13/QĐ", "date": day(0), "certificate": None,
                                                     "valid_until": day(100)}


def close_eliminated(product):
    answer(BOOK, FORM, product, {"m%d" % i: FORM.with_stars(3) for i in range(1, 7)})
    good("submit", BOOK, "--product", product)
    good("close", BOOK, "--product", product)


def listing():
    with tap.case("the list tells states and days left, most urgent first"):
        found = certificates(BOOK)
        assert [row["product"] for row in found] == [P[2], P[0]], found
        assert [row["state"] for row in found] == ["late", "valid"], found
        assert found[0]["days_left"] == 100 and found[0]["window_from"] == day(-80) and found[0]["window_to"] == day(-20), found
        assert found[1]["certificate"] == "01/GCN" and found[1]["filed_on"] is None and found[1]["ground"] is None, found
        assert [row["state"] for row in certificates(BOOK, "--today", day(101))] == ["expired", "valid"]
        text = good("recognise", BOOK, "--list").out.splitlines()
        shown = "/".join(reversed(day(100).split("-")))  # as people write it
        assert len(text) == 3 and text[1].split("\t")[:3] == ["Overdue for renewal", "100", shown], text
    with tap.case("a renewal that is filed, and one that is recognised"):
        write_csv("old.csv", ["product", "producer", "unit", "stars", "decision", "date", "certificate", "valid_until"], [
            ["Kẹo dừa", "HTX Sáu", "29236", "3", "1/QĐ", "2021", "1/GCN", day(60)],
            ["Mắm", "HTX Bảy", "29236", "4", "2/QĐ", "2020-03-01", "2/GCN", ""],
            ["Mắm", "HTX Bảy", "29236", "4", "3/QĐ", day(-30), "3/GCN", ""],
            ["Bánh", "HTX Tám", "29236", "2", "4/QĐ", "2024", "", ""],
            ["Cốm", "HTX Chín", "29236", "3", "5/QĐ", "2024", "", ""]])
        good("import-list", BOOK, "recognitions", "old.csv")
        states = {row["decision"]: row["state"] for row in certificates(BOOK)}
        assert states == {"12/QĐ-UBND": "valid", "13/QĐ": "late", "1/QĐ": "late", "2/QĐ": "renewed", "3/QĐ": "valid",
                          "5/QĐ": "unknown"}, states
        assert next(row for row in certificates(BOOK) if row["decision"] == "2/QĐ")["renewed_by"] == "3/QĐ"
        assert good("overview", BOOK, "--json").json()["totals"]["expiring"] == 2
        good("import-list", BOOK, "products", write_csv("p.csv", PRODUCT_HEADER, [
            ["", "KẸO DỪA", "htx sáu", "cooperative", "29236", 1, "renewal", "district-2"]]))
        filed = next(row for row in certificates(BOOK) if row["decision"] == "1/QĐ")
        assert (filed["state"], filed["filed_on"]) == ("filed", day(0)) and filed["filed_as"].startswith("84-842-29236-"), filed
        assert next(row for row in certificates(BOOK, "--today", day(-1)) if row["decision"] == "1/QĐ")["state"] == "late"
        assert good("overview", BOOK, "--json").json()["totals"]["expiring"] == 2  # filed is not decided
    with tap.case("the list of an empty register"):
        new_book("empty.chamsao", products=1)
        assert certificates("empty.chamsao") == []
    with tap.case("a bad end in a list is told with its place"):
        write_csv("bad.csv", ["product", "producer", "unit", "stars", "decision", "date", "valid_until"],
                  [["A", "B", "29236", "3", "9/QĐ", "2024", "mai"]])
        with Untouched():
            refused(1, "import-list", BOOK, "recognitions", "bad.csv", says=("bad.csv:2:", "valid_until"))


def withdrawing():
    with tap.case("a withdrawal needs a ground and a day that can be"):
        with Untouched():
            words = ["recognise", BOOK, "--withdraw", "--product", P[0]]
            refused(1, *words, "--date", day(0), "--ground", " ", says="ground")
            refused(1, *words, "--date", day(1), "--ground", "vì", says="future")
            refused(1, *words, "--date", day(-1), "--ground", "vì", says="decision")
            refused(1, *words, "--date", "2024", "--ground", "vì", says="2024")
            refused(1, "recognise", BOOK, "--withdraw", "--product", P[4], "--date", day(0), "--ground", "vì", says=P[4])
            refused(1, "recognise", BOOK, "--withdraw", "--certificate", "99", "--date", day(0), "--ground", "vì", says="99")
    with tap.case("what is withdrawn counts nowhere as recognised, and can be recognised anew"):
        good("recognise", BOOK, "--withdraw", "--certificate", "01/GCN", "--date", day(0), "--ground", "Giả mạo hồ sơ")
        found = result(BOOK, P[0])
        assert found["status"] == "closed" and found["recognition"] is None and found["stars"] == 3, found
        row = next(row for row in certificates(BOOK) if row["certificate"] == "01/GCN")
        assert (row["state"], row["withdrawn_on"], row["ground"]) == ("withdrawn", day(0), "Giả mạo hồ sơ"), row
        assert recognised(BOOK)["3"] == 1, recognised(BOOK)
        assert rows(BOOK, "SELECT stars_3, failed FROM unit_progress WHERE unit = '29236'") == [(1, 2)]  # it, and the eliminated one
        with Untouched():
            refused(1, "recognise", BOOK, "--withdraw", "--product", P[0], "--date", day(0), "--ground", "vì", says=P[0])
        good("recognise", BOOK, "--product", P[0], "--decision", "14/QĐ", "--date", day(0))
        assert recognised(BOOK)["3"] == 2, recognised(BOOK)
        assert result(BOOK, P[0])["recognition"]["decision"] == "14/QĐ"
    with tap.case("one of past years is withdrawn by its certificate, and leaves its year"):
        before = good("overview", BOOK, "--json", "--year", 2020).json()["totals"]["elsewhere"]["4"]
        good("recognise", BOOK, "--withdraw", "--certificate", "2/GCN", "--date", day(0), "--ground", "vì")
        assert good("overview", BOOK, "--json", "--year", 2020).json()["totals"]["elsewhere"]["4"] == before - 1
    with tap.case("the log has a line for each, and the book is in order"):
        verbs = [verb for (verb,) in rows(BOOK, "SELECT verb FROM audit WHERE verb LIKE 'recognise%' ORDER BY seq")]
        assert verbs == ["recognise", "recognise", "recognise-withdraw", "recognise", "recognise-withdraw"], verbs
        good("check", BOOK)
        good("audit", BOOK)


def export():
    with tap.case("the export carries certificates and withdrawals, valid by the schema"):
        good("export", BOOK, "out.xml")
        schema = Path(os.environ["CHAMSAO_DATADIR"]) / "schema" / "package.xsd"
        subprocess.run(["xmllint", "--noout", "--schema", str(schema), "out.xml"], check=True, capture_output=True)
        found = [r.attrib for r in ElementTree.parse("out.xml").getroot().iter("{urn:chamsao:package:1}recognition")]
        by = {r["decision"]: r for r in found}
        assert by["12/QĐ-UBND"]["certificate"] == "01/GCN" and by["12/QĐ-UBND"]["withdrawn-on"] == day(0), by
        assert by["12/QĐ-UBND"]["withdrawn-ground"] == "Giả mạo hồ sơ", by
        assert by["13/QĐ"]["valid-until"] == day(100) and "certificate" not in by["13/QĐ"], by
        assert "withdrawn-on" not in by["13/QĐ"] and "withdrawn-ground" not in by["13/QĐ"], by


def other_level():
    """What was sent up is decided above; the answer is recorded here, and the newest decision in force counts."""
    book = "above.chamsao"
    new_book(book, products=3)
    close(book, P[0], 4)
    close(book, P[1], 3)
    with tap.case("a decision of another level is recorded with its stars"):
        before = result(book, P[0])
        assert before["forwarded"] is True and before["proposed_to"] == "province", before
        totals = good("overview", book, "--json").json()["totals"]
        assert (totals["pipeline"], totals["waiting"], totals["counted"]) == (2, 1, 0), totals  # one not begun, one sent up
        said = ["--decision", "20/QĐ-UBND", "--date", day(0)]
        with Untouched():
            refused(1, "recognise", book, "--product", P[0], *said, says=(P[0], "Province"))
            refused(1, "recognise", book, "--product", P[0], *said, "--stars", 2, says="2 stars")
            refused(1, "recognise", book, "--product", P[1], *said, "--stars", 4, says=(P[1], "not sent up"))
            refused(1, "recognise", book, "--product", P[2], *said, "--stars", 4, says="not closed")
            refused(1, "recognise", book, "--product", P[0], *said, "--stars", 4, "--score", "x" * 1001, says="letters")
            refused(2, "recognise", book, "--product", P[0], *said, "--stars", 6, says="--stars")
            refused(2, "recognise", book, "--product", P[0], *said, "--score", "81", says="--stars")
        done = good("recognise", book, "--product", P[0], *said, "--stars", 4, "--score", "81,5")
        assert "4 stars" in done.err, done
        assert recognised(book) == {"3": 0, "4": 1, "5": 0}, recognised(book)
        # the decision rests on no evaluation of this book
        assert result(book, P[0])["status"] == "closed", result(book, P[0])
        assert rows(book, "SELECT stars, evaluation, dossier IS NOT NULL, score FROM recognition") == [(4, None, 1, "81,5")]
        assert good("check", book)
    with tap.case("what another level decided is opened again only after it is withdrawn"):
        with Untouched():
            refused(1, "reopen", book, "--product", P[0], "--reason", "vì", says=P[0])
        good("recognise", book, "--withdraw", "--product", P[0], "--date", day(0), "--ground", "vì")
        assert good("overview", book, "--json").json()["totals"]["failed"] == 1
        good("recognise", book, "--product", P[0], *said, "--stars", 5)
        assert recognised(book)["5"] == 1


recognise()
other_level()
listing()
withdrawing()
export()
tap.done()
