# SPDX-License-Identifier: GPL-3.0-or-later
"""Sessions and attendance from outside: planning, agenda, coming and going, quorum, closing.

    test_session.py CHAMSAO-CLI
"""

import os
import re
from datetime import datetime, timedelta, timezone

import tap
from cli import P, Form, Untouched, answer, chance, good, new_book, refused, rows, write_csv

BOOK = "s.chamsao"
C, R = "district-842", "district-1"
FORM = Form("qd-148-2023", 1)
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")

os.environ["TZ"] = "ICT-7"  # as in Vietnam


def ago(minutes):
    return (datetime.now(timezone.utc) - timedelta(minutes=minutes)).strftime("%Y-%m-%dT%H:%M:%SZ")


def local(moment):
    """The moment as people there write it."""
    there = datetime.strptime(moment, "%Y-%m-%dT%H:%M:%SZ") + timedelta(hours=7)
    return there.strftime("%Y-%m-%d %H:%M:%S")


def sessions(*words):
    return good("session", BOOK, *words, "--json").json()


def session(no, *words):
    found = sessions("--council", C, "--no", no, *words)
    assert len(found) == 1, found
    return found[0]


def attend(member, *words):
    return good("attend", BOOK, "--council", C, "--member", member, *words)


def planning():
    new_book(BOOK, products=4)
    with tap.case("a book without sessions has none"):
        assert sessions() == []
        assert good("session", BOOK).out == ""
    with tap.case("session --add plans one under the next number"):
        done = good("session", BOOK, "--add", "--council", C, "--round", R, "--date", "2024-05-31", "--place", "Hội trường")
        assert not done.out and "2024-05-31" in done.err, done
        good("session", BOOK, "--add", "--round", R)
        found = sessions()
        assert [(s["council"], s["round"], s["no"], s["state"]) for s in found] == [(C, R, 1, "planned"), (C, R, 2, "planned")], found
        first = found[0]
        assert (first["date"], first["place"], first["discussing"]) == ("2024-05-31", "Hội trường", None), first
        assert first["agenda"] == [] and first["attendance"] == [] and first["quorum_changes"] == [], first
        assert first["quorum"] == {"present": 0, "members": 6, "needed": 5, "met": False}, first
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", found[1]["date"]) and found[1]["place"] == "", found
    with tap.case("session refuses what it does not know, and changes nothing"):
        with Untouched():
            refused(1, "session", BOOK, "--council", "district-1", says="district-1")
            refused(1, "session", BOOK, "--round", "district-9", says="district-9")
            refused(1, "session", BOOK, "--no", 9)
            refused(2, "session", BOOK, "--no", -1)
            refused(2, "session", BOOK, "--no", "x")
            refused(2, "session", BOOK, "--add", "--council", C)
            refused(2, "session", BOOK, "--add", "--round", R, "--no", 7)
            refused(1, "session", BOOK, "--add", "--council", "district-1", "--round", R, says="district-1")
            refused(1, "session", BOOK, "--add", "--round", "district-9", says="district-9")
            refused(1, "session", BOOK, "--add", "--round", "province-1", says="province-1")
            refused(1, "session", BOOK, "--add", "--round", R, "--date", "31/05/2024", says="31/05/2024")
            refused(1, "session", BOOK, "--no", 1, "--date", "2024-02-30")
            refused(2, "session", BOOK, "--place", "x")  # two are meant
            refused(1, "session", BOOK, "--close")  # none is open
    with tap.case("day and place can change"):
        good("session", BOOK, "--no", 1, "--date", "2024-06-01", "--place", "Phòng 2")
        assert (session(1)["date"], session(1)["place"]) == ("2024-06-01", "Phòng 2")


def agenda():
    with tap.case("--agenda gives the products in their order, or all of them"):
        good("session", BOOK, "--no", 1, "--agenda", "%s, %s" % (P[2], P[0]))
        items = session(1)["agenda"]
        assert [i["product"] for i in items] == [P[2], P[0]] and items[0]["name"] == "Sản phẩm 3", items
        good("session", BOOK, "--no", 1, "--agenda", "all")
        assert [i["product"] for i in session(1)["agenda"]] == [P[2], P[0], P[1], P[3]]
        good("session", BOOK, "--no", 1, "--agenda", "none")
        assert session(1)["agenda"] == []
        good("session", BOOK, "--no", 1, "--agenda", ",".join(P[:3]))
        assert [i["product"] for i in session(1)["agenda"]] == P[:3]
    with tap.case("--agenda refuses what does not belong there"):
        with Untouched():
            refused(1, "session", BOOK, "--no", 1, "--agenda", "%s,84-1" % P[0], says="84-1")
            refused(1, "session", BOOK, "--no", 1, "--agenda", "%s,%s" % (P[0], P[0]))
            refused(2, "session", BOOK, "--no", 1, "--agenda", "")
            refused(1, "session", BOOK, "--add", "--round", R, "--agenda", "84-1", says="84-1")
    with tap.case("one call is one command: what cannot end does not begin"):
        with Untouched():
            refused(1, "session", BOOK, "--no", 1, "--open", "--discuss", P[3], says=C)
            refused(1, "session", BOOK, "--add", "--round", R, "--agenda", "all", "--close")


def room():
    with tap.case("who comes before the session is open"):
        with Untouched():
            refused(1, "attend", BOOK, "--member", "m1", "--came", "now")
            refused(1, "attend", BOOK, "--member", "m1", "--no", 1, "--came", "now")
            refused(2, "attend", BOOK, "--came", "now")
            refused(2, "attend", BOOK, "--member", "m1")
            refused(2, "attend", BOOK, "--member", "m1", "--came", "now", "--absent", "x")
            refused(2, "attend", BOOK, "--member", "m1", "--correct")
        good("attend", BOOK, "--member", "m6", "--no", 1, "--absent", "Đi công tác")
    with tap.case("one session of a council is open at a time"):
        good("session", BOOK, "--no", 1, "--open")
        assert session(1)["state"] == "open"
        with Untouched():
            refused(1, "session", BOOK, "--no", 2, "--open", says=C)
            refused(1, "session", BOOK, "--no", 1, "--open")
    with tap.case("attend notes coming and leaving, and the lamp follows"):
        t = {minutes: ago(minutes) for minutes in (50, 40, 30, 20, 10)}
        for member in ("s", "m1", "m2", "m3"):
            attend(member, "--came", local(t[50]))
        assert session(1)["quorum"] == {"present": 3, "members": 6, "needed": 5, "met": False}
        attend("m4", "--came", t[40])
        attend("m5", "--came", local(t[40]), "--left", local(t[20]))
        now = session(1)
        assert now["quorum"] == {"present": 4, "members": 6, "needed": 5, "met": False}, now
        assert now["quorum_changes"] == [
            {"at": t[40], "present": 5, "members": 6, "needed": 5, "met": True},
            {"at": t[20], "present": 4, "members": 6, "needed": 5, "met": False}], now
        attend("m6", "--came", "now")
        now = session(1)
        assert now["quorum"]["met"] and now["quorum"]["present"] == 5, now
        assert len(now["quorum_changes"]) == 3, now
        seen = {a["member"]: a for a in now["attendance"]}
        assert list(seen) == ["m1", "m2", "m3", "m4", "m5", "m6", "s"], seen
        assert seen["m5"] == {"member": "m5", "name": "Thành viên 5", "role": "member", "came": t[40], "left": t[20],
                              "absence": None}, seen
        assert seen["s"]["role"] == "secretary" and seen["s"]["left"] is None, seen
        assert MOMENT.fullmatch(seen["m6"]["came"]) and seen["m6"]["absence"] is None, seen
    with tap.case("attend refuses what cannot be"):
        with Untouched():
            for words, status, says in (
                (["--member", "m1", "--came", "now"], 1, "Thành viên 1"),
                (["--member", "m5", "--left", "now"], 1, "Thành viên 5"),
                (["--member", "m5", "--came", local(ago(-5))], 1, ()),
                (["--member", "m5", "--came", local(ago(13 * 60))], 1, ()),
                (["--member", "m1", "--left", local(ago(60))], 1, ()),
                (["--member", "m1", "--absent", "ốm"], 1, "Thành viên 1"),
                (["--member", "m9", "--came", "now"], 1, "m9"),
                (["--member", "m9", "--correct", "--left", "now"], 1, "m9"),
                (["--member", "m5", "--came", "8h30"], 2, "8h30"),
                (["--member", "m5", "--council", "district-1", "--came", "now"], 1, "district-1"),
            ):
                refused(status, "attend", BOOK, *words, says=says)
    with tap.case("what was noted wrongly is corrected, and the log knows both"):
        attend("m5", "--correct", "--left", local(t[10]))
        attend("m5", "--correct", "--came", local(t[30]), "--left", "none")
        assert [(a["came"], a["left"]) for a in session(1)["attendance"] if a["member"] == "m5"] == [(t[30], None)]
        attend("m5", "--correct", "--left", t[10])
        attend("s", "--remove")
        assert "s" not in [a["member"] for a in session(1)["attendance"]]
        lines = rows(BOOK, "SELECT before, after FROM audit WHERE verb = 'attend-correct' ORDER BY seq")
        assert lines == [("%s/%s" % (t[40], t[20]), "%s/%s" % (t[40], t[10])), ("%s/%s" % (t[40], t[10]), "%s/" % t[30]),
                         ("%s/" % t[30], "%s/%s" % (t[30], t[10]))], lines
    with tap.case("a clock is that of the day on which the session was opened"):
        opened = datetime.strptime(session(1)["opened"], "%Y-%m-%dT%H:%M:%SZ") + timedelta(hours=7)
        attend("s", "--came", opened.strftime("%H:%M:%S"))
        assert [a["came"] for a in session(1)["attendance"] if a["member"] == "s"] == [session(1)["opened"]]
    with tap.case("people read it too"):
        text = good("session", BOOK, "--no", 1).out
        for word in (C, R, "01/06/2024", "Phòng 2", P[0], "Sản phẩm 1", "Thành viên 5", "5"):
            assert word in text, text


def discussing():
    with tap.case("--discuss tells what is being discussed now"):
        good("session", BOOK, "--discuss", P[1])
        assert session(1)["discussing"] == P[1]
        with Untouched():
            refused(1, "session", BOOK, "--discuss", P[3], says=C)
            refused(1, "session", BOOK, "--no", 1, "--agenda", P[0], says=P[1])
            refused(1, "session", BOOK, "--discuss", "84-1", says="84-1")
        good("session", BOOK, "--discuss", "none")
        assert session(1)["discussing"] is None


def closing():
    with tap.case("a product cannot be closed while somebody in the room has no sheet"):
        sheets = {"m%d" % i: FORM.sheet(80, chance()) for i in range(1, 6)}
        answer(BOOK, FORM, P[0], sheets)
        good("submit", BOOK, "--product", P[0])
        with Untouched():
            refused(1, "close", BOOK, "--product", P[0], says=(P[0], "Thành viên 6"))
        attend("m6", "--left", "now")
        good("close", BOOK, "--product", P[0])
        assert session(1)["agenda"][0]["closed"] is True
        with Untouched():
            refused(1, "session", BOOK, "--discuss", P[0], says=P[0])
    with tap.case("the reason of an absence goes into the closing"):
        attend("m6", "--remove")
        attend("m6", "--absent", "Đi công tác")
        answer(BOOK, FORM, P[1], sheets)
        good("submit", BOOK, "--product", P[1])
        good("close", BOOK, "--product", P[1])
        assert rows(BOOK, "SELECT m.key, c.reason FROM closing_member c JOIN member m ON m.id = c.member"
                    " WHERE c.state = 'absent' ORDER BY c.closing") == [("m6", ""), ("m6", "Đi công tác")]
    with tap.case("closing the session ends every stay, for ever"):
        good("session", BOOK, "--close")
        held = session(1)
        assert held["state"] == "closed" and MOMENT.fullmatch(held["closed"]), held
        assert all(a["absence"] or a["left"] for a in held["attendance"]), held
        assert held["quorum"]["present"] == 4 and held["quorum"]["met"] is False, held  # as it was at the end
        with Untouched():
            for words in (["--place", "x"], ["--agenda", "all"], ["--open"], ["--close"], ["--discuss", "none"]):
                refused(1, "session", BOOK, "--no", 1, *words, says=C)
            refused(1, "attend", BOOK, "--no", 1, "--member", "m6", "--came", "now")
            refused(1, "attend", BOOK, "--no", 1, "--member", "m6", "--remove")
            refused(1, "attend", BOOK, "--member", "m6", "--came", "now", says="--open")
        assert session(1) == held
    with tap.case("the next one is open at once, in one call"):
        good("session", BOOK, "--add", "--round", R, "--agenda", "all", "--open", "--discuss", P[2])
        last = session(3)
        assert (last["state"], last["discussing"]) == ("open", P[2]), last
        assert [i["product"] for i in last["agenda"]] == P[2:4], last
    with tap.case("check and audit are content"):
        good("check", BOOK)
        good("audit", BOOK)


def agreeing():
    with tap.case("agreement --session counts only what was closed of that session's agenda"):
        sheets = {"m%d" % i: FORM.sheet(70 + i, chance(i)) for i in range(1, 7)}
        answer(BOOK, FORM, P[2], sheets)
        good("submit", BOOK, "--product", P[2])
        for m in range(1, 7):
            attend("m%d" % m, "--came", "now")
        good("close", BOOK, "--product", P[2])
        whole, held = (good("agreement", BOOK, *words, "--json").json() for words in ([], ["--session", 1]))
        assert [(g["form"], g["products"]) for g in whole] == [(None, 3), (1, 3)], whole
        assert [(g["form"], g["products"], g["council"], g["round"]) for g in held] == [(None, 2, C, R), (1, 2, C, R)], held
        assert held[0]["small"] and held[0]["raters"] == 5, held
        last = good("agreement", BOOK, "--session", 3, "--council", C, "--round", R, "--json").json()
        assert [g["products"] for g in last] == [1] and last[0]["kendall_w"] is None, last
        assert good("agreement", BOOK, "--session", 2, "--json").json() == []
        with Untouched():
            refused(1, "agreement", BOOK, "--session", 9)
            refused(1, "agreement", BOOK, "--session", 1, "--council", "district-1", says="district-1")
            refused(2, "agreement", BOOK, "--session", -1)
            refused(2, "agreement", BOOK, "--council", C, says="--session")


planning()
agenda()
room()
discussing()
closing()
agreeing()
tap.done()
