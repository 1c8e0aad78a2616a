# SPDX-License-Identifier: GPL-3.0-or-later
"""The minutes of a session: every fact of the day is on the paper, every figure is that of the results, and nothing that
was scored for a product that is still open.

    test_minutes.py CHAMSAO-CLI
"""

import os
import re
import subprocess
from datetime import datetime, timedelta, timezone

import tap
from cli import (P, Form, Untouched, answer, chance, copy, dump, good, new_book, refused, result,
                 rows, text_of_pdf, write_csv)

os.environ["TZ"] = "ICT-7"  # as in Vietnam, which papers write whatever the clock here
BOOK = "m.chamsao"
C, R = "district-842", "district-1"
FORM = Form("qd-148-2023", 1)
DRAFT = "DỰ THẢO – phiên họp chưa kết thúc"
HASH = re.compile(r"\b(?:[0-9a-f]{4} ){15}[0-9a-f]{4}\b")


MEANINGS = {"alike": "xếp thứ tự sản phẩm như nhau.", "mostly": "xếp thứ tự sản phẩm phần lớn như nhau.",
            "different": "xếp thứ tự sản phẩm khác nhau.", "none": "Không có gì để so sánh."}


def moment(minutes):
    return (datetime.now(timezone.utc) - timedelta(minutes=minutes)).strftime("%Y-%m-%dT%H:%M:%SZ")


def clock(at):
    return (datetime.strptime(at, "%Y-%m-%dT%H:%M:%SZ") + timedelta(hours=7)).strftime("%H:%M")


def flow_text(name):
    """Words in reading order with single blanks: what is wrapped is whole again."""
    raw = subprocess.run(["pdftotext", "-raw", name, "-"], check=True, capture_output=True, text=True).stdout
    return re.sub(r"\s+", " ", raw)


def minutes(*words, book=BOOK, name="minutes.pdf"):
    good("print", book, "minutes", *words, "-o", name)
    return text_of_pdf(name)


def says(text, *wanted):
    for word in wanted:
        assert word in text, "no “%s” in\n%s" % (word, text)


def comma(decimal):
    return decimal.replace(".", ",")


def make(t):
    """P[0]: recusal, absence, a returned sheet, one from paper. P[1]: spread, discussion, second round, dismissed ground.
    P[2]: eliminated after being opened again. P[3]: two have submitted, one is in the middle. P[4]: untouched."""
    draw = chance(11)
    new_book(BOOK, products=5)
    good("council", BOOK, "--council", C, "--decision", "56/QĐ-UBND", "--date", "2024-03-01", "--authority",
         "Chủ tịch Ủy ban nhân dân thành phố", "--helper", "Trần Tổ Trưởng;Phòng Kinh tế;tổ trưởng")
    good("session", BOOK, "--add", "--round", R, "--date", "2024-05-31", "--place", "Hội trường Ủy ban", "--agenda",
         ",".join([P[1], P[0], P[2], P[3], P[4]]))
    good("session", BOOK, "--open")
    for member, came in (("s", 50), ("m2", 50), ("m3", 50), ("m4", 50), ("m5", 50), ("m1", 40)):
        good("attend", BOOK, "--member", member, "--came", t[came])
    good("attend", BOOK, "--member", "m6", "--absent", "Đi công tác tỉnh")
    # P[0]
    good("recuse", BOOK, "--product", P[0], "--member", "m5", "--reason", "Là em ruột của chủ thể")
    answer(BOOK, FORM, P[0], {"m%d" % i: FORM.sheet(70 + i, draw) for i in (1, 2, 3)})
    good("submit", BOOK, "--product", P[0])
    good("return", BOOK, "--product", P[0], "--member", "m3", "--reason", "Nhầm tiêu chí 1.4")
    good("submit", BOOK, "--product", P[0])
    paper = FORM.sheet(76, draw)
    good("enter", BOOK, "--product", P[0], "--member", "m4", "--answers", ",".join(map(str, paper)), "--total", 76,
         "--typed-by", "Lê Thị Gõ", "--checked-by", "Phạm Văn Soát")
    good("close", BOOK, "--product", P[0])
    # P[1]
    answer(BOOK, FORM, P[1], {"m1": FORM.sheet(80, draw), "m2": FORM.sheet(60, draw),
                              **{"m%d" % i: FORM.sheet(80, draw) for i in (3, 4, 5)}})
    good("submit", BOOK, "--product", P[1])
    # the council waits for who is absent before it calls a spread: his seat is given to another
    good("member", BOOK, "--council", C, "--member", "m7", "--name", "Trịnh Người Thay", "--organisation", "Phòng Y tế",
         "--replaces", "m6", "--paper", "QĐ 61/QĐ-UBND")
    good("attend", BOOK, "--member", "m7", "--came", t[30])
    answer(BOOK, FORM, P[1], {"m7": FORM.sheet(79, draw)})
    good("submit", BOOK, "--product", P[1])
    good("discuss", BOOK, "--product", P[1], "--note", "Thống nhất cách hiểu tiêu chí 2.1")
    good("rescore", BOOK, "--product", P[1], "--member", "m2")
    answer(BOOK, FORM, P[1], {"m2": FORM.sheet(78, draw)}, round_no=2)
    good("submit", BOOK, "--product", P[1])
    good("eliminate", BOOK, "--product", P[1], "--ground", "Giả mạo hồ sơ", "--reason", "Con dấu mờ", "--person", "m2", "--raise")
    good("eliminate", BOOK, "--product", P[1], "--ground", "Giả mạo hồ sơ", "--decide", "dismiss", "--reason",
         "Đã đối chiếu bản gốc")
    good("close", BOOK, "--product", P[1])
    # the rules change in the middle
    good("council", BOOK, "--council", C, "--spread-limit", "8", "--reason", "Quy chế mới của Hội đồng")
    # P[2]
    answer(BOOK, FORM, P[2], {"m%d" % i: FORM.sheet(84, draw) for i in (1, 2, 3, 4, 5, 7)})
    good("submit", BOOK, "--product", P[2])
    good("close", BOOK, "--product", P[2])
    good("reopen", BOOK, "--product", P[2], "--reason", "Có đơn phản ánh")
    good("eliminate", BOOK, "--product", P[2], "--ground", "Sao chép sản phẩm", "--reason", "Trùng nhãn", "--person", "m4")
    good("close", BOOK, "--product", P[2])
    # P[3]
    half = FORM.sheet(72, draw)
    half[-1] = None
    answer(BOOK, FORM, P[3], {"m1": FORM.sheet(72, draw), "m2": FORM.sheet(72, draw), "m3": half})
    good("submit", BOOK, "--product", P[3], "--member", "m1")
    good("submit", BOOK, "--product", P[3], "--member", "m2")
    good("attend", BOOK, "--member", "m1", "--left", "now")
    left = moment(0)
    tap.until(lambda: moment(0) != left, "the next second: the vice-chair leads at least for one")


def draft():
    with tap.case("of an open session it is a draft, and says so at the top and on every page"):
        text = minutes("--council", C)
        pages = text.count("\f")
        assert text.count(DRAFT) == 1 + pages, text
        says(text.split("I. THÀNH PHẦN")[0], DRAFT, "chưa kết thúc")
        says(text, "đang họp")


def head(text, flow, t):
    with tap.case("letterhead, founding decision, session, who led and who wrote"):
        says(text, "BIÊN BẢN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Hội trường Ủy ban", "31/05/2024")
        says(flow, "Căn cứ Quyết định số 56/QĐ-UBND ngày 01/03/2024 của Chủ tịch Ủy ban nhân dân thành phố",
             "Quyết định số 148/QĐ-TTg", "Phiên họp số 1 của Hội đồng", "phiên họp số 1, đợt 1 năm 2024, cấp huyện")
        says(flow, "Chủ tọa: Thành viên 1, Chủ tịch Hội đồng; khi Chủ tịch không có mặt: Thành viên 2, Phó Chủ tịch",
             "Thư ký: Thư ký")
        assert DRAFT not in text, text
    with tap.case("the log's head is on every page, and pages are counted"):
        (log,), = rows(BOOK, "SELECT hash FROM audit ORDER BY seq DESC LIMIT 1")
        pages = text.count("\f")
        assert text.count(" ".join(log[i:i + 4] for i in range(0, 64, 4))) == pages, text
        for page in range(1, pages + 1):
            says(text, "Trang %d/%d" % (page, pages))
        (uuid,), = rows(BOOK, "SELECT uuid FROM book")
        assert text.count("Sổ %s:" % uuid[:8]) == pages, text
    with tap.case("attendance with times, absences with reasons, the working group"):
        for member, came in ((2, 50), (3, 50), (1, 40)):
            assert re.search(r"Thành viên %d .*%s" % (member, clock(t[came])), text), text
        says(flow, "Vắng: Đi công tác tỉnh", "Trần Tổ Trưởng, Phòng Kinh tế: tổ trưởng", "Trịnh Người Thay")


def rules(text, flow):
    with tap.case("the quorum at opening, at the end, and whenever it was reached or lost"):
        session, = good("session", BOOK, "--council", C, "--no", 1, "--json").json()
        assert session["quorum_changes"] and session["quorum_changes"][0]["met"], session
        for change in session["quorum_changes"] + [{"at": session["closed"], **session["quorum"]}]:
            assert re.search(r"%s(?: ngày \d\d/\d\d/\d{4})?, [^:;]*: có mặt %d/%d thành viên chấm điểm, cần ít nhất %d" % (
                clock(change["at"]), change["present"], change["members"], change["needed"]), flow), (change, flow)
        says(flow, "khai mạc: có mặt", "bắt đầu đủ số thành viên: có mặt", "kết thúc: có mặt")
    with tap.case("the working rules, what was changed and why, who took whose seat by which paper"):
        says(flow, "Số thành viên tối thiểu: ít nhất 3/4 (75%) số thành viên chấm điểm", "Chênh lệch tổng điểm: không quá 8 điểm",
             "Chênh lệch tổng điểm: không quá 8 điểm (trước đó: không quá 10 điểm). Lý do: Quy chế mới của Hội đồng.",
             "Trịnh Người Thay, Thành viên Hội đồng thay Thành viên 6 từ", "theo QĐ 61/QĐ-UBND.")


def items(flow):
    first, second, third, fourth, fifth = (flow.index("%d. Sản phẩm %d (mã %s)" % (i + 1, n, P[n - 1]))
                                           for i, n in enumerate((2, 1, 3, 4, 5)))
    end = flow.index("IV. BẢNG TỔNG HỢP")
    with tap.case("products stand in the order of the agenda"):
        assert first < second < third < fourth < fifth < end
    with tap.case("spread, discussion, second round and a dismissed ground are told"):
        says(flow[first:second], "Lần chấm 1: Tổng điểm cao nhất 80, thấp nhất 60, chênh lệch 20 điểm", "chênh lệch quá mức",
             "Thảo luận sau lần chấm 1: Thống nhất cách hiểu tiêu chí 2.1",
             "Lần chấm 2 (chấm lại: Thành viên 2): Tổng điểm cao nhất 80, thấp nhất 78, chênh lệch 2 điểm",
             "Căn cứ loại: Giả mạo hồ sơ. Lý do: Con dấu mờ", "Hội đồng bác bỏ", "Đã đối chiếu bản gốc",
             "Chốt theo quy định lúc đó: Chênh lệch tổng điểm: không quá 10 điểm.")
    with tap.case("a recusal, an absence, a returned sheet and one from paper are told"):
        says(flow[second:third], "Chủ thể: Hợp tác xã 1 (Hợp tác xã). Bộ phiếu 1:",
             "Không tham gia chấm: Thành viên 5 (thành viên tự khai); lý do: Là em ruột của chủ thể.",
             "4/5 thành viên được chấm sản phẩm này đã nộp phiếu; cần ít nhất 4. Số phiếu được tính: 4.",
             "Không có phiếu của Thành viên 6, vắng: Đi công tác tỉnh",
             "Phiếu giấy của Thành viên 4: người nhập Lê Thị Gõ, người kiểm tra Phạm Văn Soát.",
             "Phiếu của Thành viên 3, lần chấm 1, trả lại để sửa lúc", "lý do: Nhầm tiêu chí 1.4.")
    with tap.case("closing, opening again and elimination are told"):
        says(flow[third:fourth], "Mở lại lúc", "lý do: Có đơn phản ánh", "Căn cứ loại: Sao chép sản phẩm", "Hội đồng xác nhận",
             "bị loại: không được hạng sao", "Đề xuất: Loại.", "Thông báo kết quả cho chủ thể.")
        assert flow[third:fourth].count("Chốt kết quả lúc") == 2, flow[third:fourth]
    with tap.case("of an open product only who has submitted"):
        says(flow[fourth:fifth], "Chưa chốt kết quả. Đã nộp phiếu: Thành viên 1, Thành viên 2 (2/6).")
        says(flow[fifth:end], "Chưa có thành viên nào nộp phiếu.")
        for text in (flow[fourth:fifth], flow[fifth:end]):
            for word in ("Tổng điểm", "chênh lệch", "Kết luận", "72"):
                assert word not in HASH.sub("", text), text


def figures(text, flow):
    table = text[text.index("IV. BẢNG"):text.index("V. KẾT LUẬN")]
    with tap.case("the table and the verdicts have the figures of the results, and no product that is open"):
        for product in P[:3]:
            told = result(BOOK, product)
            row = r"%s .* %s +%d +%s" % (re.escape(product), r" +".join(
                comma(x) for x in [*(part["mean"] for part in told["parts"].values()), told["mean"]]), told["spread"],
                "Loại" if told["eliminated"] else "%d sao" % told["stars"])
            assert re.search(row, table), (row, table)
            for missing in told["missing"]:
                assert re.search("hạng %d sao: [^.]*(?:[.][0-9][^.]*)*tiêu chí %s cần %d điểm, trung bình [0-9,]+, %d/%d phiếu" % (
                    missing["star"], re.escape(missing["criterion"]), missing["need"], missing["reached_by"],
                    told["counted"]), flow), missing
        assert P[3] not in table and P[4] not in table, table
        for product in P[:3]:
            told = good("results", BOOK, "--product", product, env={"LANGUAGE": "vi"}).out.splitlines()[0]
            says(flow, "Kết luận: " + told.split("\t")[3])
    with tap.case("how far the members agreed is an annex for who asks for it, and says nothing of any one of them"):
        assert "thống nhất" not in flow and "Kendall" not in flow, flow
        group = [g for g in good("agreement", BOOK, "--round", R, "--json", env={"LANGUAGE": "vi"}).json() if g["form"] is None][0]
        minutes("--template", "agreement", name="annex.pdf")
        part = flow_text("annex.pdf").replace("−", "-")
        figures = [comma(group[k]) if isinstance(group[k], str) else str(group[k])
                   for k in ("kendall_w", "chi2", "df", "icc1", "icc2", "icc3", "alpha")]
        says(part, "Tất cả %d %d %s" % (group["products"], group["raters"], " ".join(figures)), MEANINGS[group["meaning"]])
        signed = part[:part.index("NGƯỜI LẬP")]
        assert len(group["members"]) > 3 and not any(m["name"] in signed for m in group["members"]), signed
    with tap.case("conclusion and signatures"):
        says(flow, "Kết quả 3 sản phẩm trong chương trình họp đã được chốt.", "2 sản phẩm chưa chốt kết quả",
             "NGƯỜI GHI BIÊN BẢN", "CHỦ TỌA", "CHỦ TỊCH HỘI ĐỒNG", "THƯ KÝ HỘI ĐỒNG", "Thành viên dự họp ký tên")


def secrecy():
    """Two books that differ only in what was scored for what is open give the same paper."""
    texts = []
    for i, total in enumerate((95, 40)):
        book = copy(BOOK, "open%d.chamsao" % i)
        draw = chance(total)
        apart = 20 if i == 0 else 0  # only in one of them the council has to talk
        answer(book, FORM, P[4], {"m%d" % n: FORM.sheet(total - (apart if n == 2 else 0), draw) for n in (1, 2, 3, 4, 5, 7)})
        good("submit", book, "--product", P[4])
        minutes(book=book, name="open.pdf")
        texts.append(HASH.sub("·", flow_text("open.pdf")))
    with tap.case("what is open tells nothing: also not that its totals lie too far apart"):
        assert texts[0] == texts[1], "\n<>\n".join(texts)
        says(texts[0], "(6/6)")


def refusals():
    with tap.case("what has no minutes is refused, and nothing is written"):
        good("session", BOOK, "--add", "--round", R)
        with Untouched():
            refused(1, "print", BOOK, "minutes", "--session", 2, "-o", "x.pdf", says=C)
            refused(1, "print", BOOK, "minutes", "--session", 9, "-o", "x.pdf")
            refused(1, "print", BOOK, "minutes", "--council", "district-1", "-o", "x.pdf", says="district-1")
            refused(1, "print", BOOK, "minutes", "--round", "district-9", "-o", "x.pdf", says="district-9")
            refused(2, "print", BOOK, "minutes", "--session", -1, "-o", "x.pdf")
            refused(2, "print", BOOK, "minutes", says="-o")
    with tap.case("several sessions: one must be named"):
        good("session", BOOK, "--no", 2, "--agenda", "all", "--open")
        with Untouched():
            refused(2, "print", BOOK, "minutes", "-o", "x.pdf")
        says(minutes("--session", 2), "Phiên họp số 2", "Chưa có sản phẩm nào được chốt kết quả.")
        says(minutes("--council", C, "--round", R, "--session", 1), "Phiên họp số 1")


def later():
    with tap.case("what is closed after the session is no part of it"):
        answer(BOOK, FORM, P[4], {"m%d" % i: FORM.sheet(64, chance(i)) for i in (1, 2, 3, 4, 5, 7)})
        good("submit", BOOK, "--product", P[4])
        good("close", BOOK, "--product", P[4])
        good("print", BOOK, "minutes", "--session", 1, "-o", "first.pdf")
        flow = flow_text("first.pdf")
        says(flow, "Chưa chốt kết quả khi phiên họp kết thúc. Kết quả được chốt sau phiên họp, lúc", "2 sản phẩm chưa chốt")
        assert "64,00" not in flow, flow
        says(minutes("--session", 2), "64,00")


def main():
    t = {ago: moment(ago) for ago in (50, 40, 30)}
    make(t)
    draft()
    secrecy()
    good("session", BOOK, "--close")
    before = dump(BOOK)
    text, flow = minutes("--council", C), flow_text("minutes.pdf")
    head(text, flow, t)
    rules(text, flow)
    items(flow)
    figures(text, flow)
    with tap.case("minutes are Vietnamese whatever the reader speaks"):
        assert minutes(name="en.pdf") == text
        good("print", BOOK, "minutes", "-o", "vi.pdf", env={"LANGUAGE": "vi"})
        assert text_of_pdf("vi.pdf") == text
    assert dump(BOOK) == before, "printing wrote into the book"
    refusals()
    later()
    tap.done()


main()
