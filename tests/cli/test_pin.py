# SPDX-License-Identifier: GPL-3.0-or-later
"""Members who open their sheets with a PIN, from the command line: set, reset, submit; and what the book and its log hold.

    test_pin.py CHAMSAO-CLI
"""

from pathlib import Path

import tap
from cli import P, Form, Untouched, answer, chance, dump, good, new_book, refused, rows, run

FORM = Form("qd-148-2023", 1)
BOOK = "p.chamsao"
MEMBER = ["--council", "district-842", "--member"]


def pin_file(name, text):
    Path(name).write_text(text, encoding="utf-8")
    return name


def members():
    found = good("pin", BOOK, "--json").json()
    assert found["pins"] in (True, False), found
    return {m["member"]: m["pin"] for m in found["members"]}, found["pins"]


def log():
    return rows(BOOK, "SELECT verb, object, before, after FROM audit WHERE verb LIKE 'pin%' ORDER BY seq")


def usage():
    with tap.case("what does not go together is a wrong call"), Untouched():
        pin_file("a", "1234\n")
        for words in (["--on", "--off"], ["--set-file", "a"], ["--set-file", "a", "--council", "district-842"],
                      ["--reset", *MEMBER, "m1"], ["--reset", "--by", "s"], ["--on", "--pin-file", "a"],
                      ["--old-file", "a"], ["--reset", "--set-file", "a", *MEMBER, "m1", "--by", "s"]):
            done = run("pin", BOOK, *words)
            assert done.status == 2 and done.err and not done.out, done
        Path("a").unlink()
        refused(2, "submit", BOOK, "--product", P[0], "--pin-file", "a", says="--member")


def on_and_set():
    with tap.case("a book asks for no PINs until it is told to"):
        who, on = members()
        assert not on and not any(who.values()) and set(who) == {"m1", "m2", "m3", "m4", "m5", "m6", "s"}, who
        assert "No PINs" in good("pin", BOOK).out
        good("pin", BOOK, "--on")
        assert members()[1] is True
        assert "with a PIN" in good("pin", BOOK).out
    with tap.case("a PIN is the first line of a file: 4 to 12 digits"):
        before = dump(BOOK)
        for text in ("123\n", "12345678901234\n", "12a4\n", " 1234\n", "\n1234\n", "", "7" * 100000):
            refused(1, "pin", BOOK, *MEMBER, "m1", "--set-file", pin_file("bad", text))
        refused(1, "pin", BOOK, *MEMBER, "m1", "--set-file", "no-such-file", says="no-such-file")
        refused(1, "pin", BOOK, *MEMBER, "m9", "--set-file", pin_file("good", "1234\n"), says="m9")
        assert dump(BOOK) == before
        good("pin", BOOK, *MEMBER, "m1", "--set-file", pin_file("m1", "314159\r\nanother line\n"))
        good("pin", BOOK, *MEMBER, "m2", "--set-file", pin_file("m2", "271828"))
        who, _ = members()
        assert who["m1"] and who["m2"] and not who["m3"], who
    with tap.case("another one takes the old one"):
        pin_file("new", "161803\n")
        refused(1, "pin", BOOK, *MEMBER, "m1", "--set-file", "new")
        refused(1, "pin", BOOK, *MEMBER, "m1", "--set-file", "new", "--old-file", "m2")
        good("pin", BOOK, *MEMBER, "m1", "--set-file", "new", "--old-file", "m1")
    with tap.case("the book holds hashes only, and the log who did what"):
        hashes = [h for (h,) in rows(BOOK, "SELECT hash FROM pin ORDER BY member")]
        assert len(hashes) == 2 and all(h.startswith("$argon2id$v=19$m=262144,t=3,p=1$") for h in hashes), hashes
        assert not any(pin in dump(BOOK) for pin in ("314159", "271828", "161803"))
        assert [line[:2] for line in log()] == [
            ("pins", rows(BOOK, "SELECT title FROM book")[0][0]), ("pin-set", "district-842/m1"),
            ("pin-set", "district-842/m2"), ("pin-wrong", "district-842/m1"), ("pin-set", "district-842/m1")], log()


def submit():
    draw = chance(3)
    answer(BOOK, FORM, P[0], {"m1": FORM.sheet(70, draw), "m2": FORM.sheet(72, draw)})  # lists stay the secretary's
    with tap.case("a sheet is submitted by who gives the member's PIN"):
        before = dump(BOOK)
        refused(1, "submit", BOOK, "--product", P[0])
        refused(1, "submit", BOOK, "--product", P[0], "--member", "m1")
        assert dump(BOOK) == before
        refused(1, "submit", BOOK, "--product", P[0], "--member", "m1", "--pin-file", "m1", says="wrong")
        assert rows(BOOK, "SELECT count(*) FROM sheet WHERE state = 'submitted'") == [(0,)]
        good("submit", BOOK, "--product", P[0], "--member", "m1", "--pin-file", "new")
        assert rows(BOOK, "SELECT m.key FROM sheet s JOIN member m ON m.id = s.member WHERE s.state = 'submitted'") == [("m1",)]
        assert rows(BOOK, "SELECT who FROM audit WHERE verb = 'sheet-submit'") == [("Thành viên 1",)]
    with tap.case("the third wrong PIN in a row costs time, for the right one too"):
        for says in ("wrong", "wrong", "30 seconds"):
            refused(1, "submit", BOOK, "--product", P[0], "--member", "m2", "--pin-file", "m1", says=says)
        refused(1, "submit", BOOK, "--product", P[0], "--member", "m2", "--pin-file", "m2", says="seconds")
        assert [line[1:] for line in log() if line[0] == "pin-wrong"][-3:] == [
            ("district-842/m2", str(n), str(n + 1)) for n in range(3)], log()


def reset():
    with tap.case("the secretary takes a PIN away, and the log tells"):
        refused(1, "pin", BOOK, *MEMBER, "m2", "--reset", "--by", "m1", says="secretary")
        good("pin", BOOK, *MEMBER, "m2", "--reset", "--by", "s")
        assert not members()[0]["m2"]
        assert log()[-1] == ("pin-reset", "district-842/m2", "Thành viên 2", "Thư ký"), log()
        refused(1, "pin", BOOK, *MEMBER, "m2", "--reset", "--by", "s")
        good("pin", BOOK, *MEMBER, "m2", "--set-file", "m2")
        good("submit", BOOK, "--product", P[0], "--member", "m2", "--pin-file", "m2")  # and no delay is left
    with tap.case("a secretary who has a PIN gives it, to reset and to switch off"):
        good("pin", BOOK, *MEMBER, "s", "--set-file", pin_file("s", "8642\n"))
        refused(1, "pin", BOOK, *MEMBER, "m2", "--reset", "--by", "s")
        refused(1, "pin", BOOK, *MEMBER, "m2", "--reset", "--by", "s", "--pin-file", "m2")
        good("pin", BOOK, *MEMBER, "m2", "--reset", "--by", "s", "--pin-file", "s")
        refused(1, "pin", BOOK, "--off")
        good("pin", BOOK, "--off", "--council", "district-842", "--by", "s", "--pin-file", "s")
        assert members()[1] is False
    with tap.case("where no PINs are asked, all is as before"):
        answer(BOOK, FORM, P[1], {"m1": FORM.sheet(70, chance(4))})
        good("submit", BOOK, "--product", P[1])
        answer(BOOK, FORM, P[2], {"m1": FORM.sheet(70, chance(4))})
        good("submit", BOOK, "--product", P[2], "--member", "m1", "--pin-file", "m2")  # not asked, not read
        good("check", BOOK)
        good("audit", BOOK)


def main():
    new_book(BOOK)
    usage()
    on_and_set()
    submit()
    reset()
    tap.done()


main()
