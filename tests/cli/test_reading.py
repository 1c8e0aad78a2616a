# SPDX-License-Identifier: GPL-3.0-or-later
"""Books on a medium that cannot be written are read as they are, and not a byte beside them is made.

    test_reading.py CHAMSAO-CLI
"""

import gzip
import os
import shutil
import sqlite3
from pathlib import Path

import cli
import tap
from cli import SOURCE, copy, good, refused, run

CODE = "84-842-29239-1-2024"
OPEN = "84-842-29236-1-2024"
READING = [("info", "--json"), ("results", "--json"), ("overview", "--json"), ("search", "mẫu", "--json"), ("log", "--json"),
           ("audit",), ("check",), ("member", "--council", "district-842"), ("session",), ("agreement", "--round", "district-1")]
WRITING = [("submit", "--product", OPEN), ("close", "--product", OPEN, "--reason", "x"),
           ("session", "--add", "--council", "district-842", "--round", "district-1"),
           ("discuss", "--product", OPEN, "--note", "x")]

# whoever may do everything may also write where nobody may
if os.geteuid() == 0:
    Path("powerless").write_text('#!/bin/sh\nexec setpriv --bounding-set=-all --inh-caps=-all "%s" "$@"\n' % cli.EXE,
                                 encoding="utf-8")
    os.chmod("powerless", 0o755)
    cli.EXE = os.path.abspath("powerless")


def stick(name, *files):
    """A folder that cannot be written, with copies of @files that cannot be written either."""
    folder = Path(name)
    folder.mkdir()
    for file in files:
        copy(file, folder / Path(file).name)
        os.chmod(folder / Path(file).name, 0o444)
    os.chmod(folder, 0o555)
    return folder


def content(folder):
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_reading():
    """Every reading verb says what it says of the same book at home; every writing one refuses."""
    good("sample", "home.chamsao")
    folder = stick("stick", "home.chamsao")
    before = content(folder)
    for verb, *words in READING:
        here, there = run(verb, "home.chamsao", *words), run(verb, folder / "home.chamsao", *words)
        assert here.status == there.status and here.out == there.out, there
    for paper in ("summary", "table"):
        good("print", folder / "home.chamsao", paper, *(("--product", CODE) if paper == "table" else ()), "-o", paper + ".pdf")
    good("export", folder / "home.chamsao", "out.xml")
    good("backup", folder / "home.chamsao", "-o", "back.chamsao")
    good("audit", "back.chamsao")  # the files of papers stay behind
    for verb, *words in WRITING:
        refused(3, verb, folder / "home.chamsao", *words, says="reading only")
    assert content(folder) == before


def test_folder():
    """A file that may be written in a folder that may not is read only as well: its journal has no place."""
    folder = Path("half")
    folder.mkdir()
    shutil.copy("home.chamsao", folder)
    os.chmod(folder, 0o555)
    before = content(folder)
    good("results", folder / "home.chamsao", "--json")
    refused(3, "submit", folder / "home.chamsao", "--product", OPEN, says="reading only")
    assert content(folder) == before


def test_older():
    """A book of an older version is read, and restored, without becoming a new one."""
    old = []
    for version in (1, 2, 3, 4):
        name = "v%d.chamsao" % version
        with gzip.open(SOURCE / "tests" / "data" / ("book-v%d.chamsao.gz" % version)) as packed:
            Path(name).write_bytes(packed.read())
        old.append(name)
    folder = stick("archive", *old)
    before = content(folder)
    for name in old:
        good("results", folder / name, "--json")
        good("restore", folder / name, "-o", "new-" + name)
        good("results", "new-" + name, "--json")
        # also one that could be written
        kept = Path(name).read_bytes()
        good("restore", name, "-o", "again-" + name)
        assert Path(name).read_bytes() == kept
    assert content(folder) == before


def test_half_written():
    """What a killed program left half written is taken back in what is read, not where it lies."""
    copy("home.chamsao", "torn.chamsao")
    db = sqlite3.connect("torn.chamsao", isolation_level=None)
    db.execute("PRAGMA cache_size = 1")
    db.execute("PRAGMA synchronous = FULL")
    db.execute("BEGIN")
    db.execute("UPDATE product SET name = 'X'")
    db.execute("CREATE TABLE filler AS WITH n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)"
               " SELECT i, zeroblob (200) FROM n")
    # as a pulled plug leaves it
    for name in ("torn.chamsao", "torn.chamsao-journal"):
        shutil.copy(name, "plug-" + name)
    db.execute("ROLLBACK")
    db.close()
    os.rename("plug-torn.chamsao-journal", "plug.chamsao-journal")
    os.rename("plug-torn.chamsao", "plug.chamsao")
    assert os.path.getsize("plug.chamsao-journal") > 0
    assert Path("plug.chamsao").read_bytes() != Path("home.chamsao").read_bytes(), "nothing was half written"
    folder = stick("torn", "plug.chamsao", "plug.chamsao-journal")
    before = content(folder)
    here, there = good("results", "home.chamsao", "--json"), good("results", folder / "plug.chamsao", "--json")
    assert here.out == there.out
    good("restore", folder / "plug.chamsao", "-o", "whole.chamsao")
    good("audit", "whole.chamsao")
    assert good("results", "whole.chamsao", "--json").out == here.out
    assert content(folder) == before


def test_no_book():
    """What is no book, or damaged, is refused as at home, and leaves nothing behind."""
    Path("words.chamsao").write_text("no book", encoding="utf-8")
    damaged = bytearray(Path("home.chamsao").read_bytes())
    damaged[4096 * 20:4096 * 60] = bytes(4096 * 40)
    Path("bad.chamsao").write_bytes(damaged)
    folder = stick("bad", "words.chamsao", "bad.chamsao")
    for name in ("words.chamsao", "bad.chamsao", "absent.chamsao"):
        refused(1, "info", folder / name)
        refused(1, "restore", folder / name, "-o", "never.chamsao")
        assert not os.path.exists("never.chamsao")
    assert not [name for name in os.listdir(".") if name.startswith(".chamsao")]


for test in (test_reading, test_folder, test_older, test_half_written, test_no_book):
    with tap.case(test.__doc__.splitlines()[0]):
        test()
tap.done()
