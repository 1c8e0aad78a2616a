# SPDX-License-Identifier: GPL-3.0-or-later
"""A book in which a council is at work: a product whose totals lie too far apart, one in the middle of everything, one
that was closed after two rounds. Made by the command line on top of the demonstration book; all of it is invented."""

import csv
import json
import os
import subprocess
import tempfile

COUNCIL = "district-842"
NAMES = ("Bánh tét mẫu A", "Bánh tét mẫu B", "Bánh tét mẫu C", "Bánh tét mẫu D")
MEMBERS = ("Nguyễn Văn An", "Trần Thị Bình", "Lê Minh Châu", "Phạm Thị Dung", "Thạch Sô Đa", "Huỳnh Ngọc Giàu",
           "Võ Thị Hạnh")  # of the demonstration, m1 to m7


class Maker:
    def __init__(self, cli, path):
        self.cli_path, self.book = cli, path
        self.work = tempfile.mkdtemp(prefix="conduct.")
        self.run("sample", path)
        self.form = json.loads(self.run("regulation", "show", "qd-148-2023", "--form", "5", "--json"))
        self.criteria = [c for p in self.form["parts"] for s in p["sections"] for c in s["criteria"]
                         if not c["container"]]

    def run(self, *args):
        done = subprocess.run([self.cli_path, *args], capture_output=True, text=True, check=False)
        assert done.returncode == 0, "%s: %s" % (args, done.stderr)
        return done.stdout

    def do(self, verb, *args):
        return self.run(verb, self.book, *args)

    def table(self, kind, header, rows):
        path = os.path.join(self.work, kind + ".csv")
        with open(path, "w", newline="", encoding="utf-8") as out:
            csv.writer(out).writerows([header, *rows])
        self.do("import-list", kind, path)

    def products(self):
        """Four products of one producer in one commune; returns their codes by name."""
        self.table("products", ("product", "producer", "producer_kind", "unit", "form", "kind", "round"),
                   [(name, "Hộ kinh doanh Bánh tét Mẫu", "household", "29239", "5", "first", "district-1")
                    for name in NAMES])
        found = json.loads(self.do("results", "--json"))
        codes = {r["name"]: r["product"] for r in found if r["name"] in NAMES}
        return [codes[name] for name in NAMES]

    def choices(self, share, shift=0):
        """Options of about @share of the most that can be had; @shift makes two sheets of one total differ."""
        chosen = []
        for i, c in enumerate(self.criteria):
            points = [o["points"] for o in c["options"]]
            wanted = max(points) * min(max(share + ((i + shift) % 3 - 1) * 0.1, 0), 1)
            chosen.append(1 + min(range(len(points)), key=lambda k: abs(points[k] - wanted)))
        return chosen

    def score(self, code, member, share, shift=0, submit=True):
        self.table("answers", ("product", "member", "criterion", "option"),
                   [(code, member, c["no"], option)
                    for c, option in zip(self.criteria, self.choices(share, shift))])
        if submit:
            self.do("submit", "--product", code, "--member", member)


def make(cli, path):
    """Returns the codes: apart, in the middle, closed, not begun."""
    m = Maker(cli, path)
    apart, middle, closed, fresh = m.products()
    # closed after two rounds, with everything that can happen on the way
    m.do("recuse", "--product", closed, "--member", "m5", "--reason", "Em ruột của chủ hộ")
    for i, share in enumerate((0.9, 0.5, 0.72, 0.72, None, 0.7)):
        if share is not None:
            m.score(closed, "m%d" % (i + 1), share, 0 if i in (2, 3) else i)
    m.do("return", "--product", closed, "--member", "m2", "--reason", "Mục 3.2 chấm nhầm dòng")
    m.do("submit", "--product", closed, "--member", "m2")
    m.do("discuss", "--product", closed, "--note",
         "Thống nhất lại cách hiểu tiêu chí về bao bì và câu chuyện sản phẩm")
    for i, share in enumerate((0.78, 0.7, 0.72, 0.72)):
        member = "m%d" % (i + 1)
        m.do("rescore", "--product", closed, "--member", member)
        m.score(closed, member, share, 0 if i in (2, 3) else i)
    m.do("member", "--council", COUNCIL, "--member", "m6", "--leaves", "--paper", "QĐ 15/QĐ-UBND")
    m.do("close", "--product", closed, "--reason", "Đã thảo luận, hội đồng nhất trí",
         "--absence", "m7=Đi công tác theo giấy mời của tỉnh")
    # far apart: everybody is in
    for i, share in enumerate((0.9, 0.72, 0.72, 0.7, 0.52)):
        m.score(apart, "m%d" % (i + 1), share, i)
    m.score(apart, "m7", 0.71, 7)
    # in the middle: one recused, one returned, one only begun, one without a sheet, one ground raised
    m.do("recuse", "--product", middle, "--member", "m3", "--reason", "Là người góp vốn của cơ sở")
    for i in (1, 2, 4):
        m.score(middle, "m%d" % i, 0.7, i)
    m.score(middle, "m5", 0.6, 5, submit=False)
    m.do("return", "--product", middle, "--member", "m2", "--reason", "Thiếu căn cứ ở mục 1.5, xem lại hợp đồng")
    m.do("eliminate", "--product", middle, "--raise", "--ground", "Hồ sơ có dấu hiệu làm giả",
         "--reason", "Ngày trên hợp đồng liên kết bị sửa", "--person", "Kim Thị Lan")
    return apart, middle, closed, fresh
