# SPDX-License-Identifier: GPL-3.0-or-later
"""Characters that cannot be seen are refused where text enters, and where a book holds some already they break neither a
terminal nor a format.

    test_controls.py CHAMSAO-CLI
"""

import json
import os
import sqlite3
import subprocess

import tap
from cli import SOURCE, Untouched, good, refused, run, text_of_pdf, write_csv
from cli import MEMBER_HEADER, PRODUCT_HEADER

BOOK = "controls.chamsao"
CODE = "84-842-29239-1-2024"
OPEN = "84-842-29236-1-2024"
CONTROLS = ("\x01", "\x07", "\x1b", "\x1f", "\x7f", "\u0085", "\u2028", "\u202e", "\u2066")


def test_entering():
    """Refused with line and column in lists, and in every verb that takes a text."""
    good("sample", BOOK)
    for control in CONTROLS:
        bad = "a%sb" % control
        for header, row, columns in ((PRODUCT_HEADER, ["", "Sản phẩm", "Chủ thể", "cooperative", "29239", "1", "first", "district-1"], (1, 2)),
                                     (MEMBER_HEADER, ["district-842", "m99", "Tên", "member", "Phòng"], (2, 4)),
                                     (["product", "producer", "unit", "stars", "decision", "date"],
                                      ["Kẹo", "Ai", "842", "4", "12/QĐ", "2022"], (0, 1, 4))):
            kind = {8: "products", 5: "members", 6: "recognitions"}[len(header)]
            for column in columns:
                name = write_csv("bad.csv", header, [row, row[:column] + [bad] + row[column + 1:]])
                with Untouched():
                    done = refused(1, "import-list", BOOK, kind, name)
                    assert "bad.csv:3" in done.err and "U+%04X" % ord(control) in done.err, done
                    assert control not in done.err, done
        with Untouched():
            for words in (("recuse", BOOK, "--product", OPEN, "--member", "m3", "--reason", bad),
                          ("eliminate", BOOK, "--product", OPEN, "--ground", bad, "--reason", "r", "--person", "p"),
                          ("member", BOOK, "--council", "district-842", "--member", "m77", "--name", bad, "--role", "member",
                           "--organisation", "x", "--paper", "QĐ"),
                          ("close", BOOK, "--product", OPEN, "--reason", bad),
                          ("discuss", BOOK, "--product", OPEN, "--note", bad)):
                done = run(*words)
                assert done.status in (1, 2), done
                assert control not in done.err, done


def test_held():
    """A book that holds some shows a sign for each: JSON stays JSON, XML fits its schema, nothing raw is printed."""
    db = sqlite3.connect(BOOK, isolation_level=None)
    guards = db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for name, _ in guards:
        db.execute('DROP TRIGGER "%s"' % name)
    db.execute("UPDATE product SET name = ? WHERE id = 1", ("a%sb" % "".join(CONTROLS),))
    db.execute("UPDATE product SET name = ? WHERE id = 2", ("\x01\x02",))
    for _, sql in guards:
        db.execute(sql)
    db.close()
    for words in (("results", BOOK), ("search", BOOK, "mẫu"), ("log", BOOK), ("check", BOOK), ("audit", BOOK)):
        done = run(*words)
        for control in CONTROLS:
            assert control not in done.out + done.err, (words, control)
    done = run("results", BOOK, "--json")
    assert len(json.loads(done.out)) > 10
    for locale in ("C", "vi_VN.UTF-8"):
        assert run("results", BOOK, "--json", env={"LC_ALL": locale}).out == done.out
    good("export", BOOK, "out.xml")
    schema = os.path.join(SOURCE, "data", "schema", "package.xsd")
    judged = subprocess.run(["xmllint", "--noout", "--schema", schema, "out.xml"], capture_output=True, text=True, check=False)
    assert judged.returncode == 0, judged.stderr
    good("print", BOOK, "summary", "-o", "out.pdf")
    assert text_of_pdf("out.pdf")


def test_arguments():
    """What a caller writes comes back as signs, not as it was."""
    for words in (("results", "\x1b[31m.chamsao"), ("\x1b]0;x\x07",), ("results", BOOK, "--product", "\x1b[2J")):
        done = run(*words)
        assert done.status != 0 and "\x1b" not in done.out + done.err, done


for test in (test_entering, test_held, test_arguments):
    with tap.case(test.__doc__.splitlines()[0]):
        test()
tap.done()
