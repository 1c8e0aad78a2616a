# SPDX-License-Identifier: GPL-3.0-or-later
"""A council's day by the command line: founding, recusal, replacement, returned and moved sheets, sheets typed from paper,
totals that lie too far apart, grounds, closing with reasons, opening again.

    test_council.py CHAMSAO-CLI
"""

import tap
from cli import (P, Form, Untouched, answer, chance, council, expected_verdict, good, new_book, refused, result, rows, run,
                 score, write_csv)

FORM = Form("qd-148-2023", 1)
B = "council.chamsao"


def states(product, book=B):
    return {m["member"]: m["state"] for m in result(book, product)["members"]}


def the_council(book=B):
    return good("council", book, "--council", "district-842", "--json").json()[0]


def founding(draw):
    with tap.case("council: founding decision, working group and manner are stored and told"):
        good("council", B, "--council", "district-842", "--decision", "56/QĐ-UBND", "--date", "2024-03-01", "--authority",
             "Chủ tịch UBND thành phố", "--helper", "Trần Tổ Trưởng;Phòng Kinh tế;tổ trưởng", "--helper", "Lê Tổ Viên",
             "--manner", "written", "--former-sheets", "leave-out", "--chair-required", "chair")
        told = the_council()
        assert (told["decision"], told["decided_on"]) == ("56/QĐ-UBND", "2024-03-01"), told
        assert told["authority"] == "Chủ tịch UBND thành phố", told
        assert [h["name"] for h in told["working_group"]] == ["Trần Tổ Trưởng", "Lê Tổ Viên"], told
        assert told["working_group"][0]["duty"] == "tổ trưởng", told
        assert (told["manner"], told["former_sheets"], told["presence"]) == ("written", "leave-out", "chair"), told
        good("council", B, "--council", "district-842", "--manner", "meeting", "--former-sheets", "count",
             "--chair-required", "yes")
        assert len(the_council()["rules_history"]) == 1
    with tap.case("council: what cannot be is refused whole"):
        with Untouched():
            refused(1, "council", B, "--council", "district-842", "--date", "2024-02-30")
            refused(2, "council", B, "--council", "district-842", "--manner", "anyhow")
            refused(2, "council", B, "--council", "district-842", "--chair-required", "maybe")
            refused(1, "council", B, "--council", "district-842", "--helper", ";Phòng")


def five_kinds(draw):
    """P[0]: not yet, left open, recused, absent, not applicable stay apart."""
    with tap.case("recusal: declared, told, and the member's sheet is out of reach"):
        good("recuse", B, "--product", P[0], "--member", "m3", "--reason", "anh em ruột")
        assert states(P[0]) == {"m1": "none", "m2": "none", "m3": "recused", "m4": "none", "m5": "none", "m6": "none"}
        answers = write_csv("r.csv", ["product", "member", "criterion", "option"], [[P[0], "m3", "1.1", 1]])
        with Untouched():
            refused(1, "import-list", B, "answers", answers, says="recused")
            refused(1, "submit", B, "--product", P[0], "--member", "m3", says="recused")
            refused(1, "recuse", B, "--product", P[0], "--member", "m3", "--reason", "lần nữa")
            refused(1, "recuse", B, "--product", P[0], "--member", "s", "--reason", "vì")
            refused(1, "recuse", B, "--product", P[0], "--member", "m4", "--reason", " ")
        told = good("recuse", B, "--product", P[0], "--json").json()
        assert [(r["member"], r["product"], r["by"], r["reason"]) for r in told] == [("m3", P[0], "member", "anh em ruột")]
    with tap.case("recusal: who comes from the producer is named"):
        good("member", B, "--council", "district-842", "--member", "m7", "--name", "Người nhà", "--organisation",
             "hợp tác xã 2", "--paper", "QĐ 60")
        done = run("recuse", B, "--product", P[1])
        assert done.status == 0 and "Người nhà" in done.err, done
        good("recuse", B, "--product", P[1], "--member", "m7", "--reason", "của cơ sở", "--producer", "--by-chair")
        assert states(P[1])["m7"] == "recused"
        assert "Người nhà" not in run("recuse", B, "--product", P[1]).err
    with tap.case("replacement: from when, by what paper; the former sheet counts until the successor begins one"):
        answer(B, FORM, P[0], {"m6": FORM.sheet(80, draw)})
        good("submit", B, "--product", P[0], "--member", "m6")
        with Untouched():
            refused(1, "member", B, "--council", "district-842", "--member", "m8", "--name", "Người thay", "--replaces", "m6")
            refused(1, "member", B, "--council", "district-842", "--member", "m8", "--name", "x", "--replaces", "m99",
                    "--paper", "QĐ")
            refused(2, "member", B, "--council", "district-842", "--member", "m8")
            refused(2, "member", B, "--council", "district-842", "--member", "m8", "--name", "x", "--role", "king")
        good("member", B, "--council", "district-842", "--member", "m8", "--name", "Người thay", "--replaces", "m6",
             "--paper", "QĐ 61/QĐ-UBND")
        members = {m["member"]: m for m in the_council()["members"]}
        assert members["m6"]["left_by"] == members["m8"]["added_by"] == "QĐ 61/QĐ-UBND", members
        assert members["m6"]["left_at"] and members["m8"]["replaces"] == "m6", members
        assert states(P[0])["m6"] == "submitted" and states(P[0])["m8"] == "not_applicable"
        assert "m6" not in states(P[2]) and states(P[2])["m8"] == "none"
    with tap.case("the kinds of nothing stay apart, before closing and after"):
        answer(B, FORM, P[0], {"m%d" % i: FORM.sheet(78, draw) for i in (1, 2, 4)})
        good("submit", B, "--product", P[0])
        half = FORM.sheet(70, draw)
        half[3] = None
        answer(B, FORM, P[0], {"m5": half})
        assert states(P[0]) == {"m1": "submitted", "m2": "submitted", "m3": "recused", "m4": "submitted", "m5": "draft",
                                "m6": "submitted", "m7": "none", "m8": "not_applicable"}, states(P[0])
        with Untouched():
            refused(1, "close", B, "--product", P[0], says="Thành viên 5")
        write_csv("a.csv", ["product", "member", "criterion", "option"], [[P[0], "m5", FORM.questions[3].no, 1]])
        good("import-list", B, "answers", "a.csv")
        good("submit", B, "--product", P[0])
        with Untouched():
            refused(2, "close", B, "--product", P[0], "--absence", "m7")
        good("close", B, "--product", P[0], "--reason", "đã thảo luận", "--absence", "m7=đi công tác")
        found = result(B, P[0])
        kinds = {m["member"]: (m["state"], m["reason"], m["former"], m["total"] is None) for m in found["members"]}
        assert kinds["m3"] == ("recused", "anh em ruột", False, True), kinds
        assert kinds["m7"] == ("absent", "đi công tác", False, True), kinds
        assert kinds["m8"] == ("not_applicable", None, False, True), kinds
        assert kinds["m6"] == ("submitted", None, True, False), kinds
        assert found["counted"] == 5 and found["quorum"]["members"] == 6, found


def rules(draw):
    with tap.case("rules: frozen with the first sheet, changed with a reason, and what is closed stays what it was"):
        before = result(B, P[0])
        with Untouched():
            refused(1, "council", B, "--council", "district-842", "--minimum-rule", "every", says="frozen")
        good("council", B, "--council", "district-842", "--minimum-rule", "every", "--quorum", "1/1", "--reason",
             "quy chế mới")
        history = the_council()["rules_history"]
        assert [h["minimum_rule"] for h in history] == ["mean", "every"] and history[1]["reason"] == "quy chế mới", history
        after = result(B, P[0])
        assert after == before, (before, after)
        good("council", B, "--council", "district-842", "--minimum-rule", "mean", "--quorum", "1/2", "--reason", "như trước")


def taken_back(draw):
    sheets = {"m%d" % i: FORM.sheet(75, draw) for i in (1, 2, 3, 4, 5, 8)}
    answer(B, FORM, P[2], sheets)
    good("submit", B, "--product", P[2])
    with tap.case("return: by the chair, with a reason, both versions kept"):
        with Untouched():
            refused(1, "return", B, "--product", P[2], "--member", "m4", says="reason")
            refused(1, "return", B, "--product", P[2], "--member", "m4", "--reason", "sai", "--by", "m3", says="chair")
            refused(2, "return", B, "--product", P[2], "--reason", "sai")
        good("return", B, "--product", P[2], "--member", "m4", "--reason", "nhầm dòng", "--by", "m2")
        assert states(P[2])["m4"] == "draft"
        kept = rows(B, "SELECT state, end_reason, seal IS NOT NULL FROM sheet WHERE state = 'returned'")
        assert kept == [("returned", "nhầm dòng", 1)], kept
        good("submit", B, "--product", P[2], "--member", "m4")
        assert not run("check", B).err.strip() or run("check", B).status == 0
    with tap.case("move: to the product it was meant for, with a line on both"):
        with Untouched():
            refused(1, "move", B, "--product", P[2], "--to", P[0], "--member", "m5", "--reason", "nhầm")  # closed
            refused(2, "move", B, "--product", P[2], "--member", "m5", "--reason", "nhầm")
        good("move", B, "--product", P[2], "--to", P[3], "--member", "m5", "--reason", "nhầm sản phẩm")
        assert states(P[2])["m5"] == "none" and states(P[3])["m5"] == "draft"
        lines = rows(B, "SELECT object FROM audit WHERE verb = 'sheet-move' ORDER BY seq")
        assert [line[0].split("/")[0] for line in lines] == [P[2], P[3]], lines
    with tap.case("enter: numbers and the paper's total, by two persons"):
        numbers = ",".join(str(c) for c in sheets["m5"])
        paper = ["enter", B, "--product", P[2], "--member", "m5", "--answers", numbers, "--typed-by", "Người gõ"]
        with Untouched():
            refused(1, *paper, "--total", "74", "--checked-by", "Người dò", says=("75", "74"))
            refused(1, *paper, "--total", "75", "--checked-by", "Người gõ")
            refused(1, *paper, "--total", "75")
            refused(2, *paper, "--total", "x", "--checked-by", "Người dò")
            refused(1, "enter", B, "--product", P[2], "--member", "m5", "--answers", numbers + ",1", "--total", "75",
                    "--typed-by", "a", "--checked-by", "b", says=str(len(FORM.questions)))
            refused(1, "enter", B, "--product", P[2], "--member", "m3", "--answers", numbers, "--total", "75",
                    "--typed-by", "a", "--checked-by", "b")  # has a sheet
        good(*paper, "--total", "75", "--checked-by", "Người dò")
        assert states(P[2])["m5"] == "submitted"
        assert rows(B, "SELECT typed_by, checked_by FROM sheet WHERE entry = 'paper'") == [("Người gõ", "Người dò")]
    with tap.case("copies: told after the closing, not before"):
        good("return", B, "--product", P[2], "--member", "m1", "--reason", "chép")
        write_csv("copy.csv", ["product", "member", "criterion", "option"],
                  [[P[2], "m1", q.no, c] for q, c in zip(FORM.questions, sheets["m2"])])
        good("import-list", B, "answers", "copy.csv")
        done = good("submit", B, "--product", P[2])
        assert result(B, P[2])["copies"] == [] and "m2" not in done.err and "Thành viên 2" not in done.err, done
        good("close", B, "--product", P[2])
        assert result(B, P[2])["copies"] == [["m1", "m2"]], result(B, P[2])["copies"]


def apart(draw):
    with tap.case("far apart: the pair and the criteria are named, no score and no order is"):
        new_book("apart.chamsao", products=3, members=4)
        sheets = score("apart.chamsao", FORM, P[0], [85, 70, 72, 60], draw)
        told = result("apart.chamsao", P[0])
        assert told["status"] == "rescoring" and told["apart"]["members"] == ["m1", "m4"], told
        gap = {q.no: abs(q.worth(a) - q.worth(b)) for q, a, b in zip(FORM.questions, sheets["m1"], sheets["m4"])}
        assert sorted((gap[c] for c in told["apart"]["criteria"]), reverse=True) == sorted(gap.values(), reverse=True)[:3]
        assert told["sum"] is None and all(m["total"] is None for m in told["members"]), told
    with tap.case("far apart: discussed first, then scored again from the first sheets; both rounds are kept"):
        with Untouched():
            refused(1, "rescore", "apart.chamsao", "--product", P[0], "--member", "m4", says="discuss")
            refused(1, "discuss", "apart.chamsao", "--product", P[0], "--note", " ")
            refused(1, "discuss", "apart.chamsao", "--product", P[1], "--note", "không có gì")
        good("discuss", "apart.chamsao", "--product", P[0], "--note", "Thống nhất cách hiểu tiêu chí bao bì")
        good("rescore", "apart.chamsao", "--product", P[0], "--member", "m4")
        first, second = [dict(rows("apart.chamsao",
                                   "SELECT c.no, a.option FROM answer a JOIN sheet s ON s.id = a.sheet JOIN member m ON"
                                   " m.id = s.member JOIN criterion c ON c.id = a.criterion WHERE m.key = 'm4' AND"
                                   " s.scoring_round = ?", n)) for n in (1, 2)]
        assert first == second and len(first) == len(FORM.questions)
        with Untouched():
            refused(1, "rescore", "apart.chamsao", "--product", P[0], "--member", "m4")
            refused(1, "close", "apart.chamsao", "--product", P[0], "--reason", "vì", says="Thành viên 4")
        write_csv("second.csv", ["product", "member", "criterion", "option", "scoring_round"],
                  [[P[0], "m4", q.no, c, 2] for q, c in zip(FORM.questions, FORM.sheet(76, draw))])
        good("import-list", "apart.chamsao", "answers", "second.csv")
        good("submit", "apart.chamsao", "--product", P[0])
        with Untouched():
            refused(1, "close", "apart.chamsao", "--product", P[0], says="10")
        good("close", "apart.chamsao", "--product", P[0], "--reason", "chủ tịch quyết định")
        found = result("apart.chamsao", P[0])
        assert found["spread"] == 15 and found["sum"] == 85 + 70 + 72 + 76, found
        assert rows("apart.chamsao", "SELECT note FROM discussion") == [("Thống nhất cách hiểu tiêu chí bao bì",)]


def decided(draw):
    with tap.case("grounds: raised, decided, and closing waits for it"):
        score("apart.chamsao", FORM, P[1], [95, 95, 94, 93], draw)
        good("eliminate", "apart.chamsao", "--product", P[1], "--ground", "Giả mạo hồ sơ", "--reason", "con dấu lạ",
             "--person", "m3", "--raise")
        told = result("apart.chamsao", P[1])
        assert told["eliminated"] is False and told["grounds"][0]["state"] == "raised", told
        with Untouched():
            refused(1, "close", "apart.chamsao", "--product", P[1], says="Giả mạo hồ sơ")
            refused(1, "eliminate", "apart.chamsao", "--product", P[1], "--ground", "giả mạo hồ sơ", "--decide", "dismiss")
            refused(1, "eliminate", "apart.chamsao", "--product", P[1], "--ground", "khác", "--decide", "confirm")
            refused(2, "eliminate", "apart.chamsao", "--product", P[1], "--ground", "Giả mạo hồ sơ", "--decide", "maybe")
        good("eliminate", "apart.chamsao", "--product", P[1], "--ground", "Giả mạo hồ sơ", "--decide", "dismiss", "--reason",
             "đã xác minh")
        good("close", "apart.chamsao", "--product", P[1])
        found = result("apart.chamsao", P[1])
        assert found["eliminated"] is False and found["grounds"][0]["state"] == "dismissed" and found["band"] == 5, found


def firmness(draw):
    with tap.case("firmness: without which member, and by which single answer, the stars would be others"):
        score("apart.chamsao", FORM, P[2], [70, 70, 70, 71], draw)
        good("close", "apart.chamsao", "--product", P[2])
        found = result("apart.chamsao", P[2])
        firm = found["robustness"]
        sheets = {m: [c for _, c in sorted((FORM_INDEX[no], option) for no, option in rows(
            "apart.chamsao", "SELECT c.no, a.option FROM answer a JOIN sheet s ON s.id = a.sheet JOIN member m ON m.id ="
            " s.member JOIN evaluation e ON e.id = s.evaluation JOIN dossier d ON d.id = e.dossier JOIN criterion c ON"
            " c.id = a.criterion WHERE d.code = ? AND m.key = ?", P[2], m))] for m in ("m1", "m2", "m3", "m4")}
        stars = expected_verdict(FORM, list(sheets.values()))["stars"]
        assert stars == found["stars"], found
        without = {m: expected_verdict(FORM, [s for k, s in sheets.items() if k != m])["stars"] for m in sheets}
        assert {w["member"]: w["stars"] for w in firm["without"]} == {m: s for m, s in without.items() if s != stars}, firm
        for way in ("up", "down"):
            step = firm[way]
            if step is None:
                continue
            changed = {m: list(s) for m, s in sheets.items()}
            changed[step["member"]][FORM_INDEX[step["criterion"]]] = step["option"]
            assert expected_verdict(FORM, list(changed.values()))["stars"] == step["stars"], step
        assert found["robustness"]["stable"] == (not firm["without"] and not firm["up"] and not firm["down"])
        assert result(B, P[3])["robustness"] is None


def reopening(draw):
    with tap.case("reopen: by the chair, with a reason; scores are out of sight again"):
        with Untouched():
            refused(1, "reopen", B, "--product", P[0], says="reason")
            refused(1, "reopen", B, "--product", P[0], "--reason", "vì", "--by", "m4", says="chair")
            refused(1, "reopen", B, "--product", P[3], "--reason", "vì")  # is open
        good("reopen", B, "--product", P[0], "--reason", "sót một hồ sơ", "--by", "m2")
        told = result(B, P[0])
        assert told["status"] != "closed" and told["mean"] is None and told["robustness"] is None, told
        assert [r[1:] for r in rows(B, "SELECT id, reopen_reason FROM closing WHERE reopened_at IS NOT NULL")] \
            == [("sót một hồ sơ",)]
        with Untouched():
            refused(1, "close", B, "--product", P[0], says="10")  # the reason of the first closing is not that of the second
        good("close", B, "--product", P[0], "--reason", "như lần trước", "--absence", "m7=đi công tác")
        assert result(B, P[0])["status"] == "closed"


FORM_INDEX = {q.no: i for i, q in enumerate(FORM.questions)}


def main():
    draw = chance(11)
    new_book(B, products=4, members=6)
    for part in (founding, five_kinds, rules, taken_back, apart, decided, firmness, reopening):
        part(draw)
    with tap.case("after all of it the books are whole"):
        for book in (B, "apart.chamsao"):
            good("check", book)
            good("audit", book)
    tap.done()


main()
