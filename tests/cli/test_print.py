# SPDX-License-Identifier: GPL-3.0-or-later
"""The papers of one product from the command line: a member's sheet and the council's table.

    test_print.py CHAMSAO-CLI
"""

import re
import subprocess

import tap
from cli import P, Form, Untouched, answer, chance, dump, good, new_book, refused, result, rows, text_of_pdf

FORM = Form("qd-148-2023", 1)
BOOK = "b.chamsao"


def pages(name):
    info = subprocess.run(["pdfinfo", name], check=True, capture_output=True, text=True).stdout
    return int(re.search(r"Pages: +(\d+)", info)[1])


def groups(seal):
    return " ".join(seal[i:i + 4] for i in range(0, 64, 4))


def make():
    """P[0]: closed after a return. P[1]: m1 in, m2 in the middle, m3 from paper. P[2]: untouched."""
    draw = chance(4)
    new_book(BOOK, products=3)
    sheets = {"m%d" % i: FORM.sheet(74 + i, draw) for i in range(1, 7)}
    answer(BOOK, FORM, P[0], sheets)
    good("submit", BOOK, "--product", P[0])
    good("return", BOOK, "--product", P[0], "--member", "m2", "--reason", "Nhầm tiêu chí 1.4")
    good("submit", BOOK, "--product", P[0])
    good("close", BOOK, "--product", P[0])
    half = FORM.sheet(70, draw)
    half[3] = half[10] = None
    answer(BOOK, FORM, P[1], {"m1": FORM.sheet(80, draw), "m2": half})
    good("submit", BOOK, "--product", P[1], "--member", "m1")
    paper = FORM.sheet(66, draw)
    good("enter", BOOK, "--product", P[1], "--member", "m3", "--answers", ",".join(map(str, paper)), "--total", 66,
         "--typed-by", "Lê Thị Gõ", "--checked-by", "Phạm Văn Soát")
    return sheets


def sheet(product, *words):
    good("print", BOOK, "sheet", "--product", product, *words, "-o", "sheet.pdf")
    return text_of_pdf("sheet.pdf")


def filled():
    with tap.case("a submitted sheet has its seal and the log's head on every page, and its total"):
        text = sheet(P[1], "--member", "m1")
        (seal,), = rows(BOOK, "SELECT s.seal FROM sheet s JOIN member m ON m.id = s.member JOIN evaluation e"
                        " ON e.id = s.evaluation JOIN dossier d ON d.id = e.dossier WHERE d.code = ? AND m.key = 'm1'",
                        P[1])
        (head,), = rows(BOOK, "SELECT hash FROM audit ORDER BY seq DESC LIMIT 1")
        assert text.count("Niêm phong: " + groups(seal)) == pages("sheet.pdf"), text
        assert text.count("Đầu nhật ký: " + groups(head)) == pages("sheet.pdf"), text
        assert re.search(r"Tổng cộng +100 +80\n", text), text
        assert "NHÁP" not in text and text.count("■") == len(FORM.questions), text
    with tap.case("a draft says so and names what is open"):
        text = sheet(P[1], "--member", "m2")
        assert text.count("NHÁP – chưa nộp, chưa niêm phong") == pages("sheet.pdf"), text
        assert "Niêm phong:" not in text, text
        opened = [FORM.questions[3].no, FORM.questions[10].no]
        assert "Còn bỏ trống: %s." % ", ".join(opened) in text, text
        assert text.count("■") == len(FORM.questions) - 2, text
    with tap.case("a sheet from paper says who typed and who checked"):
        text = sheet(P[1], "--member", "m3")
        assert "người nhập: Lê Thị Gõ; người kiểm tra: Phạm Văn Soát" in text, text
    with tap.case("the empty form has boxes only, with or without a name"):
        for words in ([], ["--member", "m4"]):
            text = sheet(P[2], "--blank", *words)
            assert "■" not in text and "Phiếu trống" in text and "Niêm phong" not in text, text
            assert ("Thành viên 4" in text) == bool(words), text


def versions():
    with tap.case("after closing every version can be printed; a returned one says so"):
        text = sheet(P[0], "--member", "m2", "--version", 1)
        assert text.count("ĐÃ TRẢ LẠI") == 1 + pages("sheet.pdf") and "Nhầm tiêu chí 1.4" in text, text
        assert "ĐÃ TRẢ LẠI" not in sheet(P[0], "--member", "m2", "--version", 2)
        assert "ĐÃ TRẢ LẠI" not in sheet(P[0], "--member", "m2")


def table(sheets):
    with tap.case("the council's table has everybody's totals and the mean of the results"):
        good("print", BOOK, "table", "--product", P[0], "--round", "district-1", "-o", "table.pdf")
        text = text_of_pdf("table.pdf")
        found = result(BOOK, P[0])
        row = r"Tổng cộng +100 " + "".join(r" +%d" % FORM.total(sheets["m%d" % i]) for i in range(1, 7))
        assert re.search(row + r" +%s\n" % found["mean"].replace(".", ","), text), text
        for q in FORM.questions:
            assert len(re.findall(r"^ *%s " % re.escape(q.no), text, re.MULTILINE)) == 1, (q.no, text)
        assert "trả lại" in text and "Nhầm tiêu chí 1.4" in text, text
    with tap.case("papers are Vietnamese whatever the reader speaks"):
        for language in ("en", "vi"):
            good("print", BOOK, "table", "--product", P[0], "-o", language + ".pdf", env={"LANGUAGE": language})
        assert text_of_pdf("en.pdf") == text_of_pdf("vi.pdf")


def refusals():
    with tap.case("what may not be printed is refused, and nothing is written"):
        good("recuse", BOOK, "--product", P[2], "--member", "m6", "--reason", "Người nhà")
        with Untouched():
            for product in P[1:3]:
                refused(1, "print", BOOK, "table", "--product", product, "-o", "x.pdf", says=("closed", product))
            refused(1, "print", BOOK, "sheet", "--product", P[1], "--member", "m4", "-o", "x.pdf", says="empty form")
            refused(1, "print", BOOK, "sheet", "--product", P[1], "--member", "m1", "--version", 1, "-o", "x.pdf",
                    says="not closed")
            refused(1, "print", BOOK, "sheet", "--product", P[2], "--member", "m6", "-o", "x.pdf", says="recused")
            refused(1, "print", BOOK, "sheet", "--product", P[2], "--member", "m6", "--blank", "-o", "x.pdf", says="recused")
            refused(1, "print", BOOK, "sheet", "--product", P[1], "--member", "s", "-o", "x.pdf", says="secretary")
            refused(1, "print", BOOK, "sheet", "--product", P[1], "--member", "m9", "-o", "x.pdf", says="m9")
            refused(1, "print", BOOK, "sheet", "--product", P[0], "--member", "m2", "--version", 3, "-o", "x.pdf", says="m2")
            refused(1, "print", BOOK, "sheet", "--product", "84-1", "--member", "m1", "-o", "x.pdf", says="84-1")
            refused(1, "print", BOOK, "table", "--product", P[0], "--round", "district-2", "-o", "x.pdf", says=P[0])
    with tap.case("a wrong call is told"):
        with Untouched():
            refused(2, "print", BOOK, "sheet", "--product", P[0], "-o", "x.pdf", says="--member")
            refused(2, "print", BOOK, "sheet", "--member", "m1", "-o", "x.pdf", says="--product")
            refused(2, "print", BOOK, "table", "-o", "x.pdf", says="--product")
            refused(2, "print", BOOK, "table", "--product", P[0], says="-o")
            refused(2, "print", BOOK, "sheet", "--product", P[0], "--member", "m1", "--blank", "--version", 1, "-o", "x.pdf")
            for number in ("0", "-1", "x", "1.5", "99999999999"):
                refused(2, "print", BOOK, "sheet", "--product", P[0], "--member", "m1", "--version", number, "-o", "x.pdf",
                        says=number)


def words(name):
    """In reading order with single blanks: what is wrapped is whole again."""
    raw = subprocess.run(["pdftotext", "-raw", name, "-"], check=True, capture_output=True, text=True).stdout
    return re.sub(r"\s+", " ", raw)


def summary(book, *options):
    good("print", book, "summary", *options, "-o", "summary.pdf")
    return words("summary.pdf")


def counts(results):
    stars = [r["stars"] for r in results if r["status"] not in ("registered", "scoring")]
    return {"registered": len(results), "scored": len(stars), 5: stars.count(5), 4: stars.count(4), 3: stars.count(3),
            "below": sum(s < 3 for s in stars), "forwarded": sum(bool(r["forwarded"]) for r in results)}


def summaries():
    good("sample", "province.chamsao")
    results = good("results", "province.chamsao", "--json").json()
    units = {u["unit"]: u["name"] for u in good("overview", "province.chamsao", "--json").json()["units"]}
    with tap.case("a province's summary has its districts with subtotals that come to the total"):
        text = summary("province.chamsao")
        seen = 0
        for code, name in units.items():
            mine = [r for r in results if r["product"].split("-")[1] == code]
            if not mine:
                continue
            n = counts(mine)
            seen += 1
            below = ", dưới 3 sao %d" % n["below"] if n["below"] else ""
            wanted = ("Cộng %s: đăng ký %d; đã đánh giá xong %d; đạt 5 sao %d, đạt 4 sao %d, đạt 3 sao %d%s; đề nghị chuyển"
                      " cấp trên %d") % (name, n["registered"], n["scored"], n[5], n[4], n[3], below, n["forwarded"])
            assert wanted in text, (wanted, text)
        assert seen > 5, units
        n = counts(results)
        assert "Tổng số sản phẩm đăng ký: %d; đã đánh giá xong: %d; trong đó: đạt 5 sao: %d" % (n["registered"], n["scored"], n[5]) in text
        assert "ỦY BAN NHÂN DÂN TỈNH TRÀ VINH" in text
    with tap.case("what nobody has begun is not said to be scored; what is out says why; what is rounded says so"):
        begun = [r for r in results if r["status"] == "scoring"]
        untouched = [r for r in results if r["status"] == "registered"]
        assert (text.count("đang chấm"), text.count("chưa chấm")) == (len(begun), len(untouched)), text
        out = [r for r in results if r["eliminated"]]
        for product in out:
            grounds = [g["text"] for g in product["grounds"] if g["state"] == "confirmed"]
            assert grounds and all(g in text for g in grounds), (grounds, text)
        apart = [r for r in results if r.get("parts") and sum(int(p["mean"].replace(".", "")) for p in r["parts"].values())
                 != int(r["mean"].replace(".", ""))]
        assert apart and "Điểm trung bình được làm tròn khi in" in text
    with tap.case("a district's year is the district's paper, also out of the province's book"):
        text = summary("province.chamsao", "--unit", "842")
        assert "ỦY BAN NHÂN DÂN THÀNH PHỐ TRÀ VINH" in text and "cấp huyện - Thành phố Trà Vinh" in text, text
        assert "ỦY BAN NHÂN DÂN TỈNH" not in text and "Cộng " not in text, text
        (chair,), = rows("province.chamsao", "SELECT m.name FROM member m JOIN council c ON c.id = m.council"
                         " WHERE c.key = 'district-842' AND m.role = 'chair'")
        assert chair in text, text


def signers():
    """@absent: who has no sheet in which product. Who signs the summary then."""
    draw = chance(5)

    def signed(*absent):
        book = "s%s.chamsao" % "".join("-".join(names) + "_" for names in absent)
        new_book(book, products=2)
        for product, without in zip(P[:2], absent):
            answer(book, FORM, product, {"m%d" % i: FORM.sheet(70 + i, draw) for i in range(1, 7) if "m%d" % i not in without})
            good("submit", book, "--product", product)
            good("close", book, "--product", product)
        good("print", book, "summary", "--round", "district-1", "-o", "s.pdf")
        text = text_of_pdf("s.pdf")
        return "KT. CHỦ TỊCH" in text, [name for name in ("Thành viên 1", "Thành viên 2") if name in text]

    with tap.case("the chair signs the summary who took part in one of its products, else the vice-chair for the chair"):
        assert signed([], []) == (False, ["Thành viên 1"])
        assert signed(["m1"], []) == (False, ["Thành viên 1"])
        assert signed(["m1"], ["m1"]) == (True, ["Thành viên 2"])
    with tap.case("a vice-chair who had no part in one of them does not sign for the chair"):
        assert signed(["m2"], ["m1"]) == (False, ["Thành viên 1"])


def main():
    sheets = make()
    before = dump(BOOK)
    filled()
    versions()
    table(sheets)
    assert dump(BOOK) == before, "printing wrote into the book"
    refusals()
    summaries()
    with tap.case("thirteen members lie on one table"):
        new_book("large.chamsao", products=1, members=13)
        draw = chance(9)
        answer("large.chamsao", FORM, P[0], {"m%d" % i: FORM.sheet(80, draw) for i in range(1, 14)})
        good("submit", "large.chamsao", "--product", P[0])
        good("close", "large.chamsao", "--product", P[0])
        good("print", "large.chamsao", "table", "--product", P[0], "-o", "large.pdf")
        assert re.search(r"Tổng cộng +100( +80){13} +80,00\n", text_of_pdf("large.pdf"))
        info = subprocess.run(["pdfinfo", "large.pdf"], check=True, capture_output=True, text=True).stdout
        assert "841.89 x 595.276 pts (A4)" in info, info
    signers()
    tap.done()


main()
