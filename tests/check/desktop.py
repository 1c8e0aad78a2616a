# SPDX-License-Identifier: GPL-3.0-or-later
"""What a desktop reads of the program: entry, metainfo, settings, file type and icons.

    desktop.py SOURCE-ROOT BUILT-DESKTOP-FILE BUILT-METAINFO-FILE
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import tap
import tree

APP_ID = "vn.chamsao.ChamSao"
BOOK_TYPE = "application/vnd.chamsao.book+sqlite3"
DATA = tree.ROOT / "data"


def passes(name, *argv):
    run = subprocess.run([str(word) for word in argv], capture_output=True, text=True, check=False)
    return tap.ok(run.returncode == 0, name, run.stdout + run.stderr)


def database(application_id):
    """The first bytes of an SQLite database, as far as file types are told by."""
    header = bytearray(100)
    header[0:16] = b"SQLite format 3\0"
    header[68:72] = application_id
    return bytes(header)


def type_of(folder, name, content):
    """The file type by the database below @folder/mime and the desktop's own ones."""
    path = folder / name
    path.write_bytes(content)
    env = dict(os.environ, XDG_DATA_HOME=str(folder))
    env.pop("G_DEBUG", None)
    run = subprocess.run(["gio", "info", "-a", "standard::content-type", str(path)],
                         capture_output=True, text=True, check=False, env=env)
    return run.stdout.split("content-type: ")[-1].strip() + run.stderr


def check_file_type():
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        packages = folder / "mime" / "packages"
        packages.mkdir(parents=True)
        shutil.copy(DATA / (APP_ID + ".mime.xml"), packages / (APP_ID + ".xml"))
        if not passes("the file type compiles", "update-mime-database", folder / "mime"):
            return
        for name, content, expected in [
            ("so.chamsao", database(b"CSao"), BOOK_TYPE),
            ("no-suffix", database(b"CSao"), BOOK_TYPE),
            ("other.db", database(b"\0\0\0\0"), "application/vnd.sqlite3"),
        ]:
            seen = type_of(folder, name, content)
            tap.ok(seen == expected, "%s is %s" % (name, expected), "seen as " + seen)


def main():
    entry, metainfo = Path(sys.argv[2]), Path(sys.argv[3])
    tap.ok(entry.name == APP_ID + ".desktop", "the desktop entry bears the application's id", entry.name)
    passes("the desktop entry is valid", "desktop-file-validate", entry)
    passes("the metainfo is valid", "appstreamcli", "validate", "--no-net", metainfo)
    passes("the settings' schema is strict", "glib-compile-schemas", "--strict", "--dry-run", DATA)
    check_file_type()
    icons = sorted(path.name for path in (DATA / "icons").rglob("*.svg"))
    tap.ok({APP_ID + ".svg", APP_ID + "-symbolic.svg"} <= set(icons), "both icons are there", icons)
    tap.done()


main()
