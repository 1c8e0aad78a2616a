# SPDX-License-Identifier: GPL-3.0-or-later
"""A copy with everything: the book and the files of its papers in one zip; restored whole or not at all.

    test_backup.py CHAMSAO-CLI
"""

import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
import zipfile
from pathlib import Path

import tap
from cli import Untouched, dump, files, good, new_book, refused, run

BOOK = "so.chamsao"
COPY = "so.chamsao-backup"
CONTENTS = [b"%PDF-1.4 m\xc3\xa0u\n", b"\x89PNG\r\n" + bytes(range(256)) * 4000, b""]


def add_papers(book):
    """Three files beside the book, one of them named by two papers."""
    folder = Path(book + ".files")
    folder.mkdir(exist_ok=True)
    db = sqlite3.connect(book)
    for i, content in enumerate([*CONTENTS, CONTENTS[0]]):
        digest = hashlib.sha256(content).hexdigest()
        (folder / digest).write_bytes(content)
        db.execute("INSERT INTO paper (uuid, dossier, kind, file_sha256, file_name, media_type, size) VALUES (?, 1, 'registration', ?, 'x', 'y', ?)",
                   ("u%d" % i, digest, len(content)))
    db.commit()
    db.close()


def content(book):
    return dump(book), {p.name: p.read_bytes() for p in Path(book + ".files").glob("*")}


def written():
    new_book(BOOK, products=3)
    add_papers(BOOK)
    with tap.case("the copy is a zip with a manifest of digests, by outside judges"):
        done = good("backup", BOOK, "-o", COPY)
        assert "3 files" in done.err, done
        subprocess.run(["unzip", "-tqq", COPY], check=True)
        with zipfile.ZipFile(COPY) as packed:
            manifest = json.loads(packed.read("manifest.json"))
            assert manifest["format"] == 1, manifest
            book = packed.read("book.chamsao")
            assert manifest["book"] == {"sha256": hashlib.sha256(book).hexdigest(), "size": len(book)}, manifest
            told = {"files/" + f["sha256"]: f["size"] for f in manifest["files"]}
            assert sorted(packed.namelist()) == sorted(["manifest.json", "book.chamsao", *told]), packed.namelist()
            for name, size in told.items():
                data = packed.read(name)
                assert hashlib.sha256(data).hexdigest() == name[6:] and len(data) == size, name
        assert os.stat(COPY).st_mode & 0o077 == 0  # it holds scores
    with tap.case("the name that is not given tells the day, and what it is"):
        done = good("backup", BOOK)
        name, = Path(".").glob("so-20??-??-??.chamsao-backup")
        assert str(name) in done.err, done
        name.unlink()
    with tap.case("it comes back whole: the book and every file"):
        good("restore", COPY, "-o", "back.chamsao")
        assert content("back.chamsao") == content(BOOK)
        # its papers were put in by SQL: that is all that is wrong with both
        here, there = run("check", BOOK), run("check", "back.chamsao")
        assert (there.status, there.err) == (here.status, here.err.replace(BOOK, "back.chamsao")), there
        assert "“paper”" in here.err and "files" not in here.err, here
        shutil.rmtree("back.chamsao.files")
        os.unlink("back.chamsao")
    with tap.case("nothing is written over"):
        Path("there.chamsao.files").mkdir()
        with Untouched():
            refused(1, "backup", BOOK, "-o", COPY, says=COPY)
            refused(1, "restore", COPY, "-o", BOOK, says=BOOK)
            refused(1, "restore", COPY, "-o", "there.chamsao", says="there.chamsao.files")
            refused(3, "restore", COPY, "-o", "no/such/folder/x.chamsao", says="x.chamsao")
        Path("there.chamsao.files").rmdir()
    with tap.case("a file that is gone or is another one is told, and the rest is kept"):
        lost = hashlib.sha256(CONTENTS[1]).hexdigest()
        shutil.copytree(BOOK + ".files", "other.chamsao.files")
        shutil.copy(BOOK, "other.chamsao")
        Path("other.chamsao.files", lost).write_bytes(b"x")
        done = good("backup", "other.chamsao", "-o", "other.chamsao-backup")
        assert "2 files" in done.err and "1 file of papers is not in" in done.err, done
        good("restore", "other.chamsao-backup", "-o", "less.chamsao")
        assert len(list(Path("less.chamsao.files").iterdir())) == 2
    with tap.case("a book without papers makes a copy without files, and no folder comes of it"):
        new_book("bare.chamsao", products=1)
        good("backup", "bare.chamsao", "-o", "bare.chamsao-backup")
        good("restore", "bare.chamsao-backup", "-o", "again.chamsao")
        assert dump("again.chamsao") == dump("bare.chamsao") and not Path("again.chamsao.files").exists()


def repack(name, change):
    """The copy with its entries as @change (name, bytes) gives them: None leaves one out."""
    with zipfile.ZipFile(COPY) as source, zipfile.ZipFile(name, "w") as target:
        for entry in source.namelist():
            for new in change(entry, source.read(entry)) or []:
                target.writestr(*new)


def damaged():
    with tap.case("what is not as its manifest says is refused, and nothing is left"):
        first = "files/" + hashlib.sha256(CONTENTS[0]).hexdigest()

        def without(gone):
            return lambda name, data: [] if name == gone else [(name, data)]

        def other(which, new):
            return lambda name, data: [(name, new(data) if name == which else data)]

        def manifest(edit):
            def new(data):
                told = json.loads(data)
                edit(told)
                return json.dumps(told).encode()
            return other("manifest.json", new)

        cases = {
            "no-manifest": without("manifest.json"), "no-book": without("book.chamsao"), "no-file": without(first),
            "other-file": other(first, lambda data: data + b"x"), "other-book": other("book.chamsao", lambda data: data[:-1] + b"x"),
            "one-more": lambda name, data: [(name, data)] + ([("files/../../evil", b"x")] if name == "manifest.json" else []),
            "no-json": other("manifest.json", lambda data: b"{"), "no-object": other("manifest.json", lambda data: b"[]"),
            "no-text": other("manifest.json", lambda data: b"\xff\xfe"),
            "newer": manifest(lambda told: told.update(format=2)), "no-format": manifest(lambda told: told.pop("format")),
            "strange-book": manifest(lambda told: told.update(book=3)), "strange-files": manifest(lambda told: told.update(files=[1, 2, 3])),
            "path": manifest(lambda told: told["files"][0].update(sha256="../" * 20 + "evil")),
            "size": manifest(lambda told: told["files"][0].update(size=1 << 40)), "negative": manifest(lambda told: told["book"].update(size=-1)),
            "no-book-at-all": lambda name, data: [(name, data if name != "book.chamsao" else b"x" * len(data))],
        }
        for name, change in cases.items():
            repack(name + ".chamsao-backup", change)
            with Untouched():
                refused(1, "restore", name + ".chamsao-backup", "-o", "never.chamsao", says=name)
    with tap.case("a copy that was cut off or turned at one bit is refused, or is whole"):
        data = Path(COPY).read_bytes()
        for at in [0, 1, 100, len(data) // 2, len(data) - 30, len(data) - 1] + list(range(5, len(data), len(data) // 40)):
            Path("bit.chamsao-backup").write_bytes(data[:at] + bytes([data[at] ^ 0x10]) + data[at + 1:])
            before = files()
            done = run("restore", "bit.chamsao-backup", "-o", "bit.chamsao")
            if done.status == 0:
                assert content("bit.chamsao") == content(BOOK), at
                shutil.rmtree("bit.chamsao.files")
                os.unlink("bit.chamsao")
            else:
                assert done.status == 1, (at, done)
            assert files() == before, at
            Path("bit.chamsao-backup").write_bytes(data[:at])
            refused(1, "restore", "bit.chamsao-backup", "-o", "bit.chamsao")
            os.unlink("bit.chamsao-backup")


def faults():
    with tap.case("a full disk leaves nothing behind, writing or restoring"):
        for limit in (0, 100_000, 600_000, 900_000):
            with Untouched():
                refused(3, "backup", BOOK, "-o", "full.chamsao-backup", limit=limit)
                refused(3, "restore", COPY, "-o", "full.chamsao", limit=limit)


def automatic():
    """Copies that the program makes by itself, beside the book."""
    with tap.case("a list is not imported without a copy of what was before, one of each state"):
        new_book("auto.chamsao", products=2)
        told = json.loads(good("backup", "auto.chamsao", "--list", "--json").out)
        assert [(c["reason"], c["dossiers"]) for c in told] in ([("import", 2), ("import", 0)], [("import", 0), ("import", 2)]), told
        for copy in told:
            assert sqlite3.connect(copy["file"]).execute("PRAGMA integrity_check").fetchone() == ("ok",), copy
            assert os.stat(copy["file"]).st_mode & 0o077 == 0  # it holds scores
        listed = good("backup", "auto.chamsao", "--list").out.splitlines()
        assert len(listed) == 2 and all("Before a list was imported" in line for line in listed), listed
    with tap.case("a book that is damaged has its copies listed, and one of them restored"):
        newest = max(told, key=lambda c: (c["dossiers"], c["made_at"]))["file"]
        Path("auto.chamsao").write_bytes(b"torn")
        assert json.loads(good("backup", "auto.chamsao", "--list", "--json").out) == told
        good("restore", newest, "-o", "back.chamsao")
        assert len(json.loads(good("results", "back.chamsao", "--json").out)) == 2
    with tap.case("where no copy can be made the work goes on and says so"):
        good("new", "lonely.chamsao", "--regulation", "qd-148-2023", "--unit", "842", "--plan", "tra-vinh-2024")
        Path("lonely.chamsao.copies").write_text("in the way")
        done = good("import-list", "lonely.chamsao", "products", "products.csv")
        assert "No copy of the book" in done.err and "lonely.chamsao.copies" in done.err, done
        assert "made no copy" in good("backup", "back.chamsao", "--list").err
    with tap.case("--list goes with no copy"):
        refused(2, "backup", "back.chamsao", "--list", "-o", "x.chamsao")
        refused(2, "backup", "back.chamsao", "--json")


written()
damaged()
faults()
automatic()
tap.done()
