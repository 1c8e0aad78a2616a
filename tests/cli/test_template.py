# SPDX-License-Identifier: GPL-3.0-or-later
"""The words of papers from the command line: shown, changed in a copy, checked, printed with.

    test_template.py CHAMSAO-CLI
"""

import subprocess
from pathlib import Path
from xml.etree import ElementTree

import tap
from cli import SOURCE, Untouched, good, new_book, refused, text_of_pdf

BOOK, OFFICE = "b.chamsao", "office.chamsao"


def shown():
    with tap.case("list names what the program brings along, with paper and name"):
        found = good("template", "list", "--json").json()
        files = sorted(path.stem for path in (SOURCE / "data" / "templates").glob("*.xml"))
        assert [row["id"] for row in found] == files and files, found
        assert good("template", "list").out.splitlines() == ["\t".join((r["id"], r["paper"], r["name"])) for r in found]
    with tap.case("show gives the file itself"):
        for row in found:
            text = good("template", "show", row["id"]).out
            assert text == (SOURCE / "data" / "templates" / (row["id"] + ".xml")).read_text(encoding="utf-8")
            assert ElementTree.fromstring(text.encode()).get("paper") == row["paper"]
    with tap.case("fields tells what a template may name"):
        for row in found:
            fields = good("template", "fields", row["paper"], "--json").json()
            assert any(field["type"] == "list" and field["fields"] for field in fields), fields
            assert len(good("template", "fields", row["paper"]).out.splitlines()) > len(fields)
    return found


def checked(found):
    with tap.case("every template that is shipped is in order, by us and by xmllint"):
        for row in found:
            Path("own.xml").write_text(good("template", "show", row["id"]).out, encoding="utf-8")
            assert row["paper"] in good("template", "check", "own.xml").err
            subprocess.run(["xmllint", "--nonet", "--noout", "--schema", SOURCE / "data/schema/template.xsd", "own.xml"],
                           check=True, capture_output=True)
    with tap.case("every finding is told with its line"):
        text = good("template", "show", "summary").out
        Path("bad.xml").write_text(text.replace("{scored}", "{scord}").replace("{address}", "{adress}"), encoding="utf-8")
        done = refused(1, "template", "check", "bad.xml", says=("{scord}", "{adress}", "3 findings"))
        lines = text.splitlines()
        for said in done.err.splitlines()[:-1]:
            near = "\n".join(lines[int(said.split(":")[1]) - 1:][:4])
            assert "{address}" in near or "{scored}" in near, said
    with tap.case("a wrong call and a name that is none are told"):
        refused(2, "template", "nonsense")
        refused(2, "template", "show")
        refused(1, "template", "show", "nobody", says="summary")
        refused(1, "template", "show", "../templates/summary", says="summary")
        refused(1, "template", "fields", "nobody", says="summary")
        refused(1, "template", "check", "nowhere.xml", says="nowhere.xml")


def printed():
    new_book(BOOK, products=2)
    with tap.case("a paper is printed in an office's own words"):
        text = good("template", "show", "summary").out
        Path("own.xml").write_text(text.replace("Tổng số sản phẩm đăng ký:", "Cả thảy có"), encoding="utf-8")
        good("print", BOOK, "summary", "-o", "ours.pdf")
        good("print", BOOK, "summary", "--template", "own.xml", "-o", "theirs.pdf")
        ours, theirs = text_of_pdf("ours.pdf"), text_of_pdf("theirs.pdf")
        assert "Cả thảy có 2;" in " ".join(theirs.split()), theirs
        assert ours != theirs and "Cả thảy" not in ours, ours
    with tap.case("a template that is broken, or for another paper, writes nothing"):
        Path("other.xml").write_text(text.replace('paper="summary"', 'paper="letter"'), encoding="utf-8")
        with Untouched():
            refused(1, "print", BOOK, "summary", "--template", "bad.xml", "-o", "x.pdf", says="{adress}")
            refused(1, "print", BOOK, "summary", "--template", "other.xml", "-o", "x.pdf", says="letter")
            refused(1, "print", BOOK, "summary", "--template", "nobody", "-o", "x.pdf", says="nobody")


def office():
    council = ("--council", "district-842")
    new_book(OFFICE, products=2)
    with tap.case("an office shows nothing before something is set, then what was set"):
        assert good("office", OFFICE, *council).out == ""
        good("office", OFFICE, *council, "--issuer", "HỘI ĐỒNG OCOP THÀNH PHỐ (MẪU)", "--symbol", "HĐOCOP", "--acting",
             "KT;CHỦ TỊCH", "--role", "PHÓ CHỦ TỊCH", "--on-behalf", "ỦY BAN NHÂN DÂN", "--recipient", "Như trên",
             "--recipient", "Lưu: VT")
        shown = good("office", OFFICE, *council, "--json").json()
        assert (shown["symbol"], shown["acting"], shown["acting_for"], shown["parent"]) == ("HĐOCOP", "KT", "CHỦ TỊCH", None)
        assert shown["recipients"] == ["Như trên", "Lưu: VT"], shown
        assert "symbol\tHĐOCOP" in good("office", OFFICE, *council).out
        good("office", OFFICE, *council, "--place", "Trà Vinh")  # the rest stays
        assert good("office", OFFICE, *council, "--json").json() == {**shown, "place": "Trà Vinh"}
    with tap.case("papers are headed and signed by it"):
        good("print", OFFICE, "summary", "-o", "headed.pdf")
        text = text_of_pdf("headed.pdf")
        for word in ("HỘI ĐỒNG OCOP THÀNH PHỐ (MẪU)", "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lưu: VT"):
            assert word in text, (word, text)
    with tap.case("a wrong call and what does not fit are refused, and nothing is written"):
        with Untouched():
            refused(2, "office", OFFICE, says="--council")
            refused(2, "office", OFFICE, *council, "--acting", "XX;CHỦ TỊCH", says="XX")
            refused(1, "office", OFFICE, *council, "--acting", "TL", says="TL.")
            refused(1, "office", OFFICE, "--council", "district-999", "--place", "x", says="district-999")
    with tap.case("taken back, a setting is derived again"):
        good("office", OFFICE, *council, "--acting", "", "--on-behalf", "")
        good("print", OFFICE, "summary", "-o", "headed.pdf")
        assert "KT. CHỦ TỊCH" not in text_of_pdf("headed.pdf") and "TM. HỘI ĐỒNG" in text_of_pdf("headed.pdf")
    with tap.case("minutes of a closed session get the next number once; a draft and other papers get none"):
        good("session", OFFICE, "--add", "--round", "district-1", "--agenda", "all", "--open")
        with Untouched():
            refused(1, "print", OFFICE, "minutes", "--number", "-o", "x.pdf", says="district-842")
            refused(2, "print", OFFICE, "summary", "--number", "-o", "x.pdf", says="--number")
        good("session", OFFICE, "--close")
        good("print", OFFICE, "minutes", "-o", "m.pdf")
        assert "HĐOCOP" not in text_of_pdf("m.pdf")
        for options in (["--number"], [], ["--number"]):
            good("print", OFFICE, "minutes", *options, "-o", "m.pdf")
            assert "Số: 01/BB-HĐOCOP" in text_of_pdf("m.pdf"), text_of_pdf("m.pdf")
        assert sum(row["verb"] == "number" for row in good("log", OFFICE, "--json").json()) == 1
        good("check", OFFICE)


def main():
    checked(shown())
    printed()
    office()
    tap.done()


main()
