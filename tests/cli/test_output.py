# SPDX-License-Identifier: GPL-3.0-or-later
"""What is written out never takes the place of a book, of what is read, or of anything that is no ordinary file.

    test_output.py CHAMSAO-CLI
"""

import os
import shutil
from pathlib import Path

import tap
from cli import SOURCE, copy, good, refused, run

BOOK, OTHER = "book.chamsao", "other.chamsao"
CODE = "84-842-29239-1-2024"

NEW = ("--regulation", "qd-148-2023", "--unit", "842", "--units", "tra-vinh-2023")

# every verb that writes a file, and how it is called with the name to write as its last word; True: it may write over
# an ordinary file of the same name
WRITERS = [
    (("print", BOOK, "summary", "-o"), True),
    (("print", BOOK, "sheet", "--product", CODE, "--blank", "-o"), True),
    (("print", BOOK, "table", "--product", CODE, "-o"), True),
    (("export", BOOK), True),
    (("backup", BOOK, "-o"), False),
    (("restore", BOOK, "-o"), False),
    (("new", *NEW), False),
    (("sample",), False),
]


def bytes_of(*paths):
    return [Path(path).read_bytes() for path in paths]


def test_targets():
    """The book itself, another book, links to both, a folder, a device: refused, every byte kept."""
    good("sample", BOOK)
    copy(BOOK, OTHER)
    links = ("link.xml", "hard.xml", "folder.xml", "pipe.xml")
    os.symlink(BOOK, links[0])
    os.link(OTHER, links[1])
    os.mkdir(links[2])
    os.mkfifo(links[3])
    log = good("log", BOOK, "--json").out
    for words, _ in WRITERS:
        others = () if words[0] == "export" else (BOOK, OTHER, os.path.abspath(BOOK), "/dev/null")
        for target in links + others:
            before = bytes_of(BOOK, OTHER)
            refused(1, *words, target, says=(target,))
            assert bytes_of(BOOK, OTHER) == before, "%s wrote over %s" % (words[0], target)
            assert os.path.islink(links[0]), words
    assert good("log", BOOK, "--json").out == log
    assert not [name for name in os.listdir(".") if name.startswith(".chamsao")]


def test_number():
    """A paper that cannot be written gets no number."""
    good("session", BOOK, "--add", "--council", "district-842", "--round", "district-1")
    before = bytes_of(BOOK)
    refused(1, "print", BOOK, "table", "--product", CODE, "--number", "-o", OTHER)
    assert bytes_of(BOOK) == before


def test_ordinary():
    """Papers and exports may be written anew; copies and books never replace anything."""
    for words, may in WRITERS:
        out = "out.xml" if words[0] == "export" else "out.pdf"
        Path(out).write_text("old", encoding="utf-8")
        if may:
            good(*words, out)
            assert Path(out).read_bytes() != b"old"
        else:
            refused(1, *words, out, says="exists already")
            assert Path(out).read_bytes() == b"old"


def test_template():
    """The template that is read is not written over."""
    shutil.copy(SOURCE / "data" / "templates" / "table.xml", "words.xml")
    os.symlink("words.xml", "same.pdf")
    before = bytes_of("words.xml")
    for target in ("words.xml", "same.pdf"):
        refused(1, "print", BOOK, "table", "--product", CODE, "--template", "words.xml", "-o", target)
        assert bytes_of("words.xml") == before


def test_dangling():
    """A link to nowhere is a name like another; a copy does not write where it points."""
    os.symlink("nowhere.chamsao", "dangling")
    refused(1, "backup", BOOK, "-o", "dangling", says="exists already")
    assert not os.path.exists("nowhere.chamsao")


def test_killed():
    """Who is killed while a book is made leaves none: at every size of the file up to the whole."""
    good("new", "whole.chamsao", *NEW)
    size = os.path.getsize("whole.chamsao")
    for limit in range(0, size, size // 7):
        run("new", "half.chamsao", *NEW, limit=limit)
        assert not os.path.exists("half.chamsao"), limit
    good("new", "half.chamsao", *NEW)
    good("check", "half.chamsao")


def test_names():
    """A name that is a URI to SQLite is a name; one that is too long for it is told as such."""
    Path("plain.chamsao").write_text("", encoding="utf-8")
    good("new", "file:plain.chamsao", *NEW)
    assert Path("plain.chamsao").read_bytes() == b""
    good("check", "file:plain.chamsao")
    good("backup", "file:plain.chamsao", "-o", "file:copy?mode=memory")
    good("check", "file:copy?mode=memory")
    long = Path(*["thu-muc-dai" * 10] * 5)
    long.mkdir(parents=True)
    refused(1, "new", long / "b.chamsao", *NEW, says="too long")
    refused(1, "info", long / "b.chamsao")
    room = 504 - len(os.path.abspath(long.parent)) - 1
    name = long.parent / ("b" * (room - 8) + ".chamsao")
    assert len(os.path.abspath(name)) == 504
    if room <= 255:
        good("sample", name)
        good("check", name)


for test in (test_targets, test_number, test_ordinary, test_template, test_dangling, test_killed, test_names):
    with tap.case(test.__doc__.splitlines()[0]):
        test()
tap.done()
