# SPDX-License-Identifier: GPL-3.0-or-later
"""Drafts nobody will finish: what is submitted together leaves them alone, closing takes away those of the absent, and
one that was begun by mistake can be taken away.

    test_drafts.py CHAMSAO-CLI
"""

import tap
from cli import (Form, P, Untouched, answer, chance, copy, good, new_book, refused, result, rows, score)

FORM = Form("qd-148-2023", 1)
B = "drafts.chamsao"
FULL = [1] * len(FORM.questions)
HALF = [1, None] * (len(FORM.questions) // 2)


def states(book, product=P[0]):
    return {m["member"]: m["state"] for m in result(book, product)["members"]}


def test_together():
    """Submitted together: only what is complete, of who sits, may score and is not away."""
    new_book(B, products=2, members=12)
    answer(B, FORM, P[0], {"m1": FULL, "m2": FULL, "m3": HALF, "m4": FULL, "m5": FULL, "m6": FULL})
    good("recuse", B, "--product", P[0], "--member", "m4", "--reason", "em ruột (mẫu)")
    good("member", B, "--council", "district-842", "--member", "m5", "--leaves", "--paper", "QĐ 9 (mẫu)")
    good("session", B, "--add", "--council", "district-842", "--round", "district-1", "--agenda", "all", "--open")
    good("attend", B, "--member", "m6", "--absent", "đi công tác (mẫu)")
    done = good("submit", B, "--product", P[0])
    assert "2 sheets submitted" in done.err and "1 sheet has criteria open" in done.err, done
    assert states(B) == {"m1": "submitted", "m2": "submitted", "m3": "draft", "m4": "recused", "m5": "not_applicable", "m6": "draft", "m7": "none",
                         "m8": "none", "m9": "none", "m10": "none", "m11": "none", "m12": "none"}, \
        states(B)
    # nothing of it is complete now: told why
    with Untouched():
        done = refused(1, "submit", B, "--product", P[0], says="m3")
        assert "criteria open" in done.err, done


def test_absent():
    """Closing takes away the draft of who is noted as absent, and of whom it is told; others still block."""
    for member in ("m7", "m8", "m9", "m10", "m11", "m12"):
        answer(B, FORM, P[0], {member: FULL})
        good("submit", B, "--product", P[0], "--member", member)
    with Untouched():
        refused(1, "close", B, "--product", P[0], "--reason", "x")
    good("close", B, "--product", P[0], "--absence", "m3=ốm (mẫu)", "--reason", "x")
    told = {m["member"]: m for m in result(B, P[0])["members"]}
    assert told["m3"]["state"] == told["m6"]["state"] == "absent", told
    assert result(B, P[0])["counted"] == 8
    assert rows(B, "SELECT end_reason FROM sheet WHERE state = 'withdrawn' ORDER BY id") == [
        ("ốm (mẫu)",), ("đi công tác (mẫu)",)]
    good("audit", B)
    good("check", B)


def test_mistaken():
    """One that was begun by mistake is taken away with a reason, and does not block any more."""
    new_book("stray.chamsao", products=1, members=4)
    score("stray.chamsao", FORM, P[0], [60, 60, 60], chance(3))
    answer("stray.chamsao", FORM, P[0], {"m4": HALF})
    copy("stray.chamsao", "told.chamsao")
    with Untouched():
        refused(1, "close", "stray.chamsao", "--product", P[0], says="still open")
        refused(1, "withdraw-draft", "stray.chamsao", "--product", P[0], "--member", "m1", "--reason", "x", says="no draft")
        refused(1, "withdraw-draft", "stray.chamsao", "--product", P[0], "--member", "m4", "--reason", " ")
        refused(2, "withdraw-draft", "stray.chamsao", "--product", P[0], "--reason", "x")
        refused(1, "withdraw-draft", "stray.chamsao", "--product", P[0], "--member", "m9", "--reason", "x")
    done = good("withdraw-draft", "stray.chamsao", "--product", P[0], "--member", "m4", "--reason",
                "nhập nhầm thành viên (mẫu)", "--person", "Lê Thư (mẫu);thư ký")
    assert "taken away" in done.err, done
    assert states("stray.chamsao")["m4"] == "none"
    good("close", "stray.chamsao", "--product", P[0])
    absent = next(m for m in result("stray.chamsao", P[0])["members"] if m["member"] == "m4")
    assert absent["state"] == "absent", absent
    log = good("log", "stray.chamsao", "--product", P[0]).out
    assert "nhập nhầm thành viên (mẫu)" in log and "Lê Thư (mẫu)" in log, log
    good("print", "stray.chamsao", "table", "--product", P[0], "-o", "table.pdf")
    good("audit", "stray.chamsao")


def test_secret():
    """Before closing the log does not say why a draft was taken away: it may tell of points."""
    good("withdraw-draft", "told.chamsao", "--product", P[0], "--member", "m4", "--reason", "chấm 12 điểm (mẫu)")
    for words in (("log", "told.chamsao"), ("log", "told.chamsao", "--json"), ("results", "told.chamsao", "--json")):
        assert "12 điểm" not in good(*words).out, words
    good("close", "told.chamsao", "--product", P[0])
    assert "12 điểm" in good("log", "told.chamsao").out


for test in (test_together, test_absent, test_mistaken, test_secret):
    with tap.case(test.__doc__.splitlines()[0]):
        test()
tap.done()
