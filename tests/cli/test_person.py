# SPDX-License-Identifier: GPL-3.0-or-later
"""Who did it: what --person tells stands in the log and with the records, a login of the machine never does.

    test_person.py CHAMSAO-CLI
"""

import getpass
import sqlite3

import tap
from cli import P, Form, answer, good, new_book, refused, run

BOOK = "p.chamsao"
FORM = Form("qd-148-2023", 1)
NAME, DUTY = "Nguyễn Thị Lan (mẫu)", "Thư ký"
SIGNED = NAME + ", " + DUTY
NOT_SIGNED = "The book does not say who did this"


def ask(sql):
    with sqlite3.connect(BOOK) as book:
        return [row[0] for row in book.execute(sql)]


def last():
    return ask("SELECT who FROM audit ORDER BY seq DESC LIMIT 1")[0]


def not_told():
    with tap.case("without --person nothing is refused, nobody is named, and it is said once"):
        done = run("import-list", BOOK, "members", "m.csv")
        assert done.status == 0, done
        assert done.err.count(NOT_SIGNED) == 1, done.err
        assert last() == ""
    with tap.case("no login of the machine stands in the book"):
        assert not set(ask("SELECT DISTINCT who FROM audit")) & {getpass.getuser(), "root"}
    with tap.case("reading says nothing of it"):
        assert NOT_SIGNED not in good("results", BOOK, "--json").err


def told():
    with tap.case("a name with its duty stands in the log and with the closing"):
        done = good("close", BOOK, "--product", P[0], "--person", NAME + ";" + DUTY)
        assert NOT_SIGNED not in done.err, done.err
        assert last() == SIGNED
        assert ask("SELECT closed_by FROM closing") == [SIGNED]
    with tap.case("a name alone is enough, white space around it is not kept"):
        good("reopen", BOOK, "--product", P[0], "--reason", "Nhầm phiếu", "--person", "  " + NAME + " ; ")
        assert last() == NAME
    with tap.case("it may stand before the verb; eliminate keeps its own --person"):
        good("--person", NAME, "eliminate", BOOK, "--product", P[1], "--ground", "Giả mạo hồ sơ", "--reason", "r",
             "--person", "Người phát hiện")
        assert last() == NAME
        assert ask("SELECT person FROM finding") == ["Người phát hiện"]
        good("--person=" + SIGNED, "rehearse", BOOK, "--product", P[2])
        assert last() == SIGNED


def wrong():
    with tap.case("what is no name is wrong use, and nothing is done"):
        lines = ask("SELECT count (*) FROM audit")
        for text in ("", "  ", ";Thư ký", "x" * 101, NAME + ";" + "y" * 101):
            refused(2, "rehearse", BOOK, "--product", P[2], "--off", "--person", text)
        refused(2, "--person", NAME)
        assert ask("SELECT count (*) FROM audit") == lines


def own_sheet():
    with tap.case("a member who submits the own sheet signs it, when nobody else is told"):
        answer(BOOK, FORM, P[3], {"m1": FORM.with_stars(3)})
        done = good("submit", BOOK, "--product", P[3], "--member", "m1")
        assert NOT_SIGNED not in done.err, done.err
        assert last() == ask("SELECT name FROM member WHERE key = 'm1'")[0]


def main():
    new_book(BOOK, products=4)
    with open("m.csv", "w", encoding="utf-8") as file:
        file.write("council,member,name,role,organisation\ndistrict-842,m9,Người thêm (mẫu),member,Hội mẫu\n")
    for product in P[:2]:
        answer(BOOK, FORM, product, {"m%d" % i: FORM.with_stars(3) for i in range(1, 7)})
        good("submit", BOOK, "--product", product)
    not_told()
    told()
    wrong()
    own_sheet()
    tap.done()


main()
