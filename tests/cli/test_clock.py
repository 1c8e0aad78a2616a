# SPDX-License-Identifier: GPL-3.0-or-later
"""One clock: days and times are Vietnam's wherever the machine stands, and a clock that goes back is noticed.

    test_clock.py CHAMSAO-CLI
"""

import calendar
import contextlib
import glob
import os
import time

import tap
from cli import Form, P, Untouched, chance, copy, good, new_book, refused, rows, score, text_of_pdf

FORM = Form("qd-148-2023", 1)
FAKETIME = glob.glob("/usr/lib/*/faketime/libfaketime.so.1")[0]
ZONES = ("UTC", "Asia/Ho_Chi_Minh", "America/Los_Angeles", "Pacific/Kiritimati")


def at(moment, zone="UTC"):
    """The environment in which it is @moment (UTC), on a machine in @zone."""
    seconds = calendar.timegm(time.strptime(moment, "%Y-%m-%d %H:%M:%S"))
    return {"LD_PRELOAD": FAKETIME, "FAKETIME": "@%d" % seconds, "FAKETIME_FMT": "%s", "TZ": zone,
            "FAKETIME_DONT_FAKE_MONOTONIC": "1"}


@contextlib.contextmanager
def clock(moment):
    """Everything that runs in here runs at @moment."""
    before = dict(os.environ)
    os.environ.update(at(moment))
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


def test_zones():
    """The same everywhere: screen, JSON, papers and what is typed."""
    with clock("2024-05-31 08:00:00"):
        new_book("zone.chamsao")
    evening = at("2024-05-31 17:30:00")  # half past midnight of the first of June
    good("session", "zone.chamsao", "--add", "--council", "district-842", "--round", "district-1", "--agenda", "all", "--open",
         env=evening)
    good("attend", "zone.chamsao", "--member", "m1", "--came", "now", env=evening)
    good("attend", "zone.chamsao", "--member", "m2", "--came", "00:15", env=at("2024-05-31 17:31:00", "America/Los_Angeles"))
    assert rows("zone.chamsao", "SELECT held_on FROM session") == [("2024-06-01",)]
    assert rows("zone.chamsao", "SELECT max (came_at), min (came_at) FROM attendance") == [
        ("2024-05-31T17:30:00Z", "2024-05-31T17:15:00Z")]
    told = set()
    for zone in ZONES:
        here = at("2024-05-31 18:00:00", zone)
        text = "".join(good(*words, env=here).out for words in (
            ("session", "zone.chamsao"), ("session", "zone.chamsao", "--json"), ("log", "zone.chamsao"),
            ("log", "zone.chamsao", "--json"), ("info", "zone.chamsao")))
        good("print", "zone.chamsao", "minutes", "-o", "minutes.pdf", env=here)
        told.add(text + text_of_pdf("minutes.pdf"))
    assert len(told) == 1, told
    text = told.pop()
    assert "00:30" in text and "00:15" in text and "17:30 " not in text, text


def test_day():
    """A day begins at midnight of Vietnam."""
    for zone in ZONES:
        for moment, day in (("2024-06-30 16:59:00", "2024-06-30"), ("2024-06-30 17:00:30", "2024-07-01")):
            book = "day-%s-%s.chamsao" % (zone.replace("/", "-"), day)
            copy("zone.chamsao", book)
            done = good("backup", book, env=at(moment, zone))
            assert day in done.err, done


def test_back():
    """Ten minutes back are noted; more is refused, every byte kept, until somebody says that the clock is right."""
    with clock("2030-05-31 02:00:00"):
        new_book("back.chamsao")
    good("session", "back.chamsao", "--add", "--council", "district-842", "--round", "district-1", "--agenda", "all", "--open",
         env=at("2030-05-31 03:00:00"))
    copy("back.chamsao", "far.chamsao")
    for minutes, fits in ((9, True), (10, True), (11, False), (60 * 24 * 400, False)):
        copy("far.chamsao", "b.chamsao")
        seconds = 3 * 3600 - minutes * 60
        moment = at("2030-05-31 %02d:%02d:00" % divmod(seconds // 60, 60)) if seconds > 0 else at("2029-04-26 03:00:00")
        if fits:
            good("attend", "b.chamsao", "--member", "m1", "--came", "now", env=moment)
        else:
            with Untouched():
                refused(1, "attend", "b.chamsao", "--member", "m1", "--absent", "x", says=("31/05/2030", "clock"), env=moment)
                good("results", "b.chamsao", "--json", env=moment)
            good("attend", "b.chamsao", "--member", "m1", "--absent", "x", "--clock-ok", env=moment)
        noted = rows("b.chamsao", "SELECT before, after FROM audit WHERE verb = 'clock'")
        assert len(noted) == 1 and noted[0][0] == "2030-05-31T03:00:00Z" and noted[0][1] < noted[0][0], noted
        assert "clock" in good("log", "b.chamsao").out
        # once noted it goes on from there
        good("attend", "b.chamsao", "--member", "m2", "--absent", "x", env=moment)
        assert len(rows("b.chamsao", "SELECT 1 FROM audit WHERE verb = 'clock'")) == 1
        # and no session ends before it began
        good("session", "b.chamsao", "--close", env=moment)
        opened, closed = rows("b.chamsao", "SELECT opened_at, closed_at FROM session")[0]
        assert opened <= closed, (opened, closed)
        good("audit", "b.chamsao")


def test_closing():
    """What is typed afterwards is closed on the day of its session, or on the day that is given."""
    with clock("2024-12-01 02:00:00"):
        new_book("past.chamsao", products=4, members=6)
    now = at("2024-12-01 03:00:00")
    draw = chance(5)
    for product in P[:4]:
        with clock("2024-12-01 02:30:00"):
            score("past.chamsao", FORM, product, [60] * 6, draw, submit=False)
    for product in P[:4]:
        good("submit", "past.chamsao", "--product", product, env=now)
    with Untouched():
        for day in ("2024-12-02", "2024-02-30", "hôm qua"):
            refused(1, "close", "past.chamsao", "--product", P[0], "--date", day, "--reason", "x", env=now)
    good("close", "past.chamsao", "--product", P[0], "--date", "2024-05-31", "--reason", "x", env=now)
    good("close", "past.chamsao", "--product", P[1], "--reason", "x", env=now)
    good("session", "past.chamsao", "--add", "--council", "district-842", "--round", "district-1", "--date", "2024-06-05",
         "--agenda", ",".join(P[2:4]), "--open", env=now)
    with Untouched():
        refused(1, "close", "past.chamsao", "--product", P[2], "--date", "2024-06-04", "--reason", "x", says="05/06/2024",
                env=now)
    good("close", "past.chamsao", "--product", P[2], "--reason", "x", "--absence", "m1=x", env=now)
    assert rows("past.chamsao", "SELECT day, substr (closed_at, 1, 10) FROM closing ORDER BY id") == [
        ("2024-05-31", "2024-12-01"), ("2024-12-01", "2024-12-01"), ("2024-06-05", "2024-12-01")]
    # a decision may be of any day from then on
    good("check", "past.chamsao")


for test in (test_zones, test_day, test_back, test_closing):
    with tap.case(test.__doc__.splitlines()[0]):
        test()
tap.done()
