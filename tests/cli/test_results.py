# SPDX-License-Identifier: GPL-3.0-or-later
"""The JSON of chamsao-cli: shape and numbers, against plain counting in here.

    test_results.py CHAMSAO-CLI
"""

import os
import subprocess
from fractions import Fraction

import tap
from cli import (EXE, P, Form, answer, chance, council, expected_verdict, good, new_book, refused, result, rows, score,
                 write_csv, MEMBER_HEADER, PRODUCT_HEADER)

FORM = Form("qd-148-2023", 1)

# the contract; more keys may stand beside these
SCORES = ("sum", "mean", "mean_exact", "parts", "spread", "spread_exceeded", "band", "minima", "missing", "stars")
SHAPE = {"product": str, "name": str, "producer": str, "unit": str, "regulation": str, "form": int, "round": str,
         "status": str, "members": list, "counted": int, "spread_limit": int, "quorum": dict, "eliminated": bool,
         "grounds": list}
QUORUM = {"present": int, "members": int, "needed": int, "met": bool}
COUNTS = {"target": int, "registered": int, "scored": int, "recognised": dict, "forwarded": int, "expiring": int, "potential5": int,
          "waiting": int, "pipeline": int, "failed": int, "recognised_elsewhere": int, "elsewhere": dict, "kinds": dict,
          "counted": int}


def has_shape(data, shape):
    for key, kind in shape.items():
        assert key in data, "no %s in %s" % (key, sorted(data))
        assert type(data[key]) is kind, "%s is %r" % (key, data[key])


def assert_open(found):
    has_shape(found, SHAPE)
    has_shape(found["quorum"], QUORUM)
    assert found["status"] in ("registered", "scoring", "rescoring"), found
    for key in SCORES:
        assert key in found and found[key] is None, (key, found[key])
    for member in found["members"]:
        assert member["total"] is None and member["parts"] is None, member


def assert_closed(found, form, sheets):
    """@sheets: choices of the members that count."""
    has_shape(found, SHAPE)
    has_shape(found["quorum"], QUORUM)
    has_shape(found, {"sum": int, "mean": str, "mean_exact": str, "parts": dict, "spread": int, "spread_exceeded": bool,
                      "band": int, "minima": dict, "missing": list, "stars": int})
    assert found["status"] in ("closed", "recognised"), found
    for key, value in expected_verdict(form, list(sheets.values())).items():
        seen = found[key]
        if key == "missing":
            seen = [{k: m[k] for k in ("star", "criterion", "have", "need")} for m in seen]
        assert seen == value, "%s: %r, expected %r" % (key, seen, value)
    assert sorted(found["minima"]) == ["3", "4", "5"], found["minima"]
    for code in ("A", "B", "C"):
        mean = Fraction(sum(form.parts(s)[code] for s in sheets.values()), len(sheets))
        assert found["parts"][code]["mean_exact"] == str(mean), found["parts"]
        assert abs(Fraction(found["parts"][code]["mean"]) - mean) <= Fraction(1, 200), found["parts"]
    assert abs(Fraction(found["mean"]) - Fraction(found["mean_exact"])) <= Fraction(1, 200), found
    for member in found["members"]:
        choices = sheets.get(member["member"])
        assert member["state"] == ("submitted" if choices else "absent"), member
        assert member["total"] == (form.total(choices) if choices else None), member
        assert member["parts"] == (form.parts(choices) if choices else None), member


def states():
    new_book("b.chamsao", products=6)
    draw = chance(3)
    with tap.case("registered: no sheet at all"):
        found = result("b.chamsao", P[0])
        assert_open(found)
        assert (found["status"], found["counted"], found["unit"], found["regulation"], found["form"], found["round"]) == (
            "registered", 0, "842", "qd-148-2023", 1, "district-1"), found
        assert found["quorum"] == {"present": 0, "members": 6, "needed": 5, "met": False}, found
        assert [m["state"] for m in found["members"]] == ["none"] * 6, found
        assert [m["role"] for m in found["members"]] == ["chair", "vice"] + ["member"] * 4, found
        assert found["grounds"] == [] and found["spread_limit"] == 10 and found["eliminated"] is False, found
    with tap.case("scoring: drafts and submitted sheets are told, their points are not"):
        part = FORM.best()
        part[0] = None
        answer("b.chamsao", FORM, P[1], {"m1": part, "m2": FORM.best(), "m3": FORM.best()})
        assert_open(result("b.chamsao", P[1]))
        good("submit", "b.chamsao", "--product", P[1], "--member", "m2")
        good("submit", "b.chamsao", "--product", P[1], "--member", "m3")
        found = result("b.chamsao", P[1])
        assert_open(found)
        assert found["status"] == "scoring" and found["counted"] == 2, found
        assert [m["state"] for m in found["members"]] == ["draft", "submitted", "submitted", "none", "none", "none"], found
        assert found["quorum"] == {"present": 2, "members": 6, "needed": 5, "met": False}, found
    with tap.case("rescoring: all are in and too far apart, and nobody is told how far"):
        score("b.chamsao", FORM, P[2], [60, 80, 70, 70, 70, 70], draw)
        found = result("b.chamsao", P[2])
        assert_open(found)
        assert found["status"] == "rescoring" and found["counted"] == 6 and found["quorum"]["met"], found
    with tap.case("closed: every number, and who was absent"):
        sheets = {"m%d" % i: FORM.sheet(total, draw) for i, total in ((1, 78), (2, 77), (4, 80), (5, 78), (6, 78))}
        answer("b.chamsao", FORM, P[3], sheets)
        good("submit", "b.chamsao", "--product", P[3])
        good("close", "b.chamsao", "--product", P[3])
        found = result("b.chamsao", P[3])
        assert_closed(found, FORM, sheets)
        assert (found["mean"], found["mean_exact"], found["sum"]) == ("78.20", "391/5", 391), found
        assert found["quorum"] == {"present": 5, "members": 6, "needed": 5, "met": True}, found
        assert [m["member"] for m in found["members"] if m["state"] == "absent"] == ["m3"], found
    with tap.case("a draft of the next round does not take the sheet of the last one away"):
        sheets = score("b.chamsao", FORM, P[4], [60, 71, 65, 65, 65, 65], draw)
        again = FORM.sheet(62, draw)
        answer("b.chamsao", FORM, P[4], {"m1": again}, round_no=2)
        found = result("b.chamsao", P[4])
        assert_open(found)
        assert found["status"] == "rescoring" and found["counted"] == 6, found
        assert found["members"][0]["state"] == "draft", found
        good("submit", "b.chamsao", "--product", P[4])
        good("close", "b.chamsao", "--product", P[4])
        assert_closed(result("b.chamsao", P[4]), FORM, {**sheets, "m1": again})
    with tap.case("all products in the order of their codes, one or those of a round"):
        found = good("results", "b.chamsao", "--json").json()
        assert [r["product"] for r in found] == P[:6], found
        assert good("results", "b.chamsao", "--json", "--round", "district-1").json() == found
        assert good("results", "b.chamsao", "--json", "--round", "district-2").json() == []
        refused(1, "results", "b.chamsao", "--json", "--round", "district-9", says="district-9")
        refused(1, "results", "b.chamsao", "--json", "--product", "84-1", says="84-1")


def random_councils():
    """Other forms, other members, every verdict counted again in here."""
    draw = chance(5)
    for no in (4, 9, 14, 22, 26):
        form = Form("qd-148-2023", no)
        members = draw.randint(1, 9)
        book = "r%d.chamsao" % no
        new_book(book, products=6, members=members, form=no)
        sheets, table = {}, []
        for product in P[:6]:
            best = draw.random()
            sheets[product] = {}
            for i in range(members):
                choices = [c if draw.random() > best else b for c, b in
                           zip(form.sheet(form.total(form.best()) // 2, draw), form.best())]
                sheets[product]["m%d" % (i + 1)] = choices
                table += [[product, "m%d" % (i + 1), q.no, c] for q, c in zip(form.questions, choices)]
        good("import-list", book, "answers",
             write_csv("answers.csv", ["product", "member", "criterion", "option"], table))
        with tap.case("form %d with %d members: every number is right" % (no, members)):
            for product in P[:6]:
                good("submit", book, "--product", product)
                good("close", book, "--product", product, "--reason", "Đã thảo luận")
                assert_closed(result(book, product), form, sheets[product])
            views = dict(rows(book, "SELECT code, stars FROM product_results"))
            assert views == {r["product"]: r["stars"] for r in good("results", book, "--json").json()}, views


def borders():
    with tap.case("a mean just below a border is shown below it, however many decimals it takes"):
        members = 251
        new_book("w.chamsao", products=4, members=members)
        draw = chance(9)
        at, below, above = FORM.sheet(90, draw), FORM.sheet(89, draw), FORM.sheet(91, draw)
        table = []
        for product, odd in ((P[0], below), (P[1], at), (P[2], above)):
            table += [[product, "m%d" % (i + 1), q.no, c] for i in range(members)
                      for q, c in zip(FORM.questions, odd if i == 7 else at)]
        good("import-list", "w.chamsao", "answers", write_csv("a.csv", ["product", "member", "criterion", "option"], table))
        seen = []
        for product in P[:3]:
            good("submit", "w.chamsao", "--product", product)
            good("close", "w.chamsao", "--product", product)
            found = result("w.chamsao", product)
            seen.append((found["mean"], found["mean_exact"], found["band"]))
        assert seen == [("89.996", "22589/251", 4), ("90.00", "90", 5), ("90.00", "22591/251", 5)], seen


def overview():
    with tap.case("overview: the keys of the contract, rows that add up to totals"):
        good("sample", "s.chamsao", "--products", 60, "--members", 3, "--seed", 5)
        data = good("overview", "s.chamsao", "--json").json()
        has_shape(data, {"year": int, "unit": str, "target": int, "brands": dict, "units": list, "totals": dict})
        assert (data["year"], data["unit"], data["target"], data["brands"]) == (2024, "84", 40, {"target": 5, "done": 0}), data
        assert len(data["units"]) == 9, data
        has_shape(data["totals"], COUNTS)
        for row in data["units"]:
            has_shape(row, {"unit": str, "name": str, **COUNTS})
            assert sorted(row["recognised"]) == ["3", "4", "5"], row
            classes = sum(row["recognised"].values()) + sum(row[key] for key in ("potential5", "waiting", "pipeline", "failed"))
            assert classes == row["registered"], row  # every dossier is in one of them
        for key in ("target", "registered", "scored", "forwarded", "expiring", "waiting", "pipeline", "failed", "counted"):
            assert sum(row[key] for row in data["units"]) == data["totals"][key], key
        for star in "345":
            assert sum(row["recognised"][star] for row in data["units"]) == data["totals"]["recognised"][star], star
        assert data["totals"]["registered"] == 60 and data["totals"]["scored"] > 0, data
    with tap.case("overview as text: the same columns and figures as in JSON, a title each"):
        table = [line.split("\t") for line in good("overview", "s.chamsao").out.splitlines()]
        assert table[0] == ["Unit", "Target", "Registered", "Scored", "3★", "4★", "5★", "Recognised", "Missing", "Waiting", "Under way",
                            "Failed", "Forwarded", "Ending"], table[0]
        wanted = [[row["name"], row["target"], row["registered"], row["scored"], *row["recognised"].values(),
                   sum(row["recognised"].values()), row["target"] - row["counted"], row["waiting"], row["pipeline"],
                   row["failed"], row["forwarded"], row["expiring"]] for row in [*data["units"], {"name": "total", **data["totals"]}]]
        assert table[1:] == [[str(cell) for cell in row] for row in wanted], (table, wanted)
    with tap.case("overview equals results and the view unit_progress"):
        found = good("results", "s.chamsao", "--json").json()
        for row in data["units"]:
            mine = [r for r in found if r["unit"] == row["unit"]]
            assert len(mine) == row["registered"], row
            assert sum(r["status"] == "closed" for r in mine) == row["scored"], row
            # nobody has decided anything: verdicts are no decisions
            assert row["recognised"] == {"3": 0, "4": 0, "5": 0}, row
            assert sum(r["forwarded"] is False and r["stars"] >= 3 for r in mine) == row["waiting"], row
            assert sum(r["forwarded"] is False and r["stars"] < 3 for r in mine) == row["failed"], row
            assert sum(r["forwarded"] is True for r in mine) == row["forwarded"], row
        view = rows("s.chamsao", "SELECT unit, target, registered, scored, stars_3, stars_4, stars_5, forwarded FROM unit_progress")
        mine = [(r["unit"], r["target"], r["registered"], r["scored"], r["recognised"]["3"], r["recognised"]["4"],
                 r["recognised"]["5"], r["forwarded"]) for r in data["units"]]
        assert sorted(view) == sorted(mine), view
    with tap.case("overview of another year comes from the register, of one round from that round"):
        write_csv("old.csv", ["product", "producer", "unit", "stars", "decision", "date"], [
            ["Kẹo dừa", "HTX A", "842", "3", "12/QĐ", "2022-08-22"], ["Mắm", "HTX B", "29239", "4", "13/QĐ", "2022"],
            ["Bánh", "HTX C", "84", "3", "14/QĐ", "2022-09"]])
        good("import-list", "s.chamsao", "recognitions", "old.csv")
        past = good("overview", "s.chamsao", "--json", "--year", 2022).json()
        assert past["year"] == 2022 and past["totals"]["registered"] == 0, past
        assert past["totals"]["recognised"] == {"3": 0, "4": 0, "5": 0}, past
        assert past["totals"]["elsewhere"] == {"3": 2, "4": 1, "5": 0} and past["totals"]["recognised_elsewhere"] == 3, past
        assert sorted(r["unit"] for r in past["units"] if r["recognised_elsewhere"]) == ["84", "842"], past
        first, second = (good("overview", "s.chamsao", "--json", "--round", "district-%d" % i).json() for i in (1, 2))
        assert first["totals"]["registered"] + second["totals"]["registered"] == 60, (first, second)
        refused(1, "overview", "s.chamsao", "--round", "district-9", says="district-9")
        refused(2, "overview", "s.chamsao", "--year", "x")


def languages():
    with tap.case("JSON is the same in every language, and tells why in codes"):
        for verb in (["results"], ["overview"], ["council"], ["session"], ["recognise", "--list"], ["producer", "list"], ["info"]):
            words = [verb[0], "s.chamsao", *verb[1:], "--json"]
            english, vietnamese = (good(*words, env={"LANGUAGE": language}).json() for language in ("en", "vi"))
            assert english == vietnamese, words
        closed = [r for r in good("results", "s.chamsao", "--json").json() if r["status"] == "closed"]
        for r in closed:
            reason, = r["reasons"]
            if r["eliminated"]:
                assert reason == {"code": "eliminated"}, r
            elif r["stars"] < r["band"]:
                assert {**reason, "reached_by": r["missing"][0]["reached_by"]} == {"code": "minimum", **r["missing"][0]}, r
            else:
                assert reason == {"code": "band", "stars": r["band"]}, r
        assert closed


def peak(*words):
    """Most memory that the program held, in KB."""
    with open(os.devnull, "wb") as nowhere:
        child = subprocess.Popen([EXE, *words], stdout=nowhere)
        _, status, used = os.wait4(child.pid, 0)
    assert status == 0, words
    return used.ru_maxrss


def memory():
    with tap.case("a long answer is never in memory as a whole"):
        good("sample", "few.chamsao", "--products", 300, "--members", 3)
        good("sample", "many.chamsao", "--products", 3000, "--members", 3)
        few, many = (peak("results", book, "--json") - peak("info", book, "--json") for book in ("few.chamsao", "many.chamsao"))
        assert many < max(2 * few, 16000), (few, many)


def search():
    with tap.case("search: accents, case and đ do not count, the beginnings of words do"):
        good("new", "q.chamsao", "--regulation", "qd-148-2023", "--unit", "842")
        good("import-list", "q.chamsao", "products", write_csv("p.csv", PRODUCT_HEADER, [
            ["", "Đường thốt nốt", "HTX Trà Vinh", "cooperative", "29236", 1, "first", "district-1"],
            ["", "Mật hoa dừa", "Công ty Đồng Khởi", "company", "29236", 1, "first", "district-1"],
            ["", "Dưa hấu", "Hộ Năm", "household", "29239", 1, "first", ""]]))

        def names(*words):
            return [hit["name"] for hit in good("search", "q.chamsao", *words, "--json").json()]

        for text in ("đường", "DUONG", "duong thot", "nôt đuong", "Đường", "đườ"):
            assert names(text) == ["Đường thốt nốt"], (text, names(text))
        assert names("dong khoi") == ["Mật hoa dừa"]
        assert sorted(names("dua")) == ["Dưa hấu", "Mật hoa dừa"]
        assert names("842 29239") == ["Dưa hấu"]
        for text in ("hoi", "oa", "xyz", "", "   ", "%", '"', "'", "*", "dua AND hau", "dua NOT", "-"):
            assert names(text) == [], (text, names(text))
        good("import-list", "q.chamsao", "recognitions", write_csv("r.csv", [
            "product", "producer", "unit", "stars", "decision", "date"], [["Rượu Xuân Thạnh", "Cơ sở", "842", 4, "1", "2020"]]))
        hits = good("search", "q.chamsao", "ruou xuan", "--json").json()
        assert len(hits) == 1 and hits[0]["stars"] == 4 and hits[0]["product"] is None, hits


states()
random_councils()
borders()
overview()
languages()
memory()
search()
tap.done()
