# SPDX-License-Identifier: GPL-3.0-or-later
"""Every table and column of a book, changed by another program in every way that comes to mind: reading it ends, in time and
without a word of GLib, whatever it says.

    test_strange.py READS [SHOWS]

READS is the program that makes a book and reads all there is of it; the changes are made here, in plain SQL. SHOWS shows it
in a window: that is tried with some changes of each table only.
"""

import os
import queue
import random
import re
import select
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

import tap

READS = os.path.abspath(sys.argv[1])
SHOWS = os.path.abspath(sys.argv[2]) if len(sys.argv) > 2 else None
PROGRAM = SHOWS or READS
SECONDS = (30 if SHOWS else 5) * int(os.environ.get("CHAMSAO_SLOW", "1"))  # for one book; a window is drawn a dozen times
SHOWN = 2  # changes of a table
WORKERS = os.cpu_count() or 1
HUGE = 9223372036854775807

_folder = tempfile.TemporaryDirectory(prefix="chamsao-strange-")
HERE = Path(_folder.name)


class Reader:
    """The program, started anew when it fell."""

    def __init__(self):
        self.child = None

    def read(self, path):
        """Returns what happened to it, None when it went well."""
        if self.child is None:
            self.child = subprocess.Popen([PROGRAM], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.child.stdin.write(("%s\n" % path).encode())
        self.child.stdin.flush()
        ready, _, _ = select.select([self.child.stdout], [], [], SECONDS)
        if ready and self.child.stdout.readline() == b"read\n":
            return None
        if not ready:
            self.child.kill()
        _, err = self.child.communicate()
        status, self.child = self.child.returncode, None
        return "%s: %s" % ("no end" if not ready else "status %d" % status, err.decode(errors="replace").strip()[-300:])

    def end(self):
        if self.child is not None:
            self.child.communicate()


class Book:
    """What the changes are made to."""

    def __init__(self, path):
        self.bytes = path.read_bytes()
        db = sqlite3.connect(path)
        self.triggers = db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        self.tables = {name: db.execute("SELECT name, type, pk FROM pragma_table_info (?)", (name,)).fetchall()
                       for name, in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
                                               " ORDER BY name").fetchall() if not name.startswith("search")}
        self.references = {(name, row[3]): (row[2], row[4]) for name in self.tables
                           for row in db.execute("SELECT * FROM pragma_foreign_key_list (?)", (name,)).fetchall()}
        db.close()

    def write(self, path, statements):
        """Returns whether SQLite let it happen, and something changed."""
        path.write_bytes(self.bytes)
        db = sqlite3.connect(path, isolation_level=None)
        try:
            db.execute("PRAGMA foreign_keys = OFF")
            db.execute("PRAGMA ignore_check_constraints = ON")
            db.execute("PRAGMA synchronous = OFF")
            db.execute("BEGIN")
            for name, _ in self.triggers:
                db.execute('DROP TRIGGER "%s"' % name)
            before = db.total_changes
            for statement in statements:
                db.execute(statement)
            changed = db.total_changes > before
            for _, sql in self.triggers:
                db.execute(sql)
            db.execute("COMMIT")
            return changed
        except sqlite3.Error:
            return False
        finally:
            db.close()


def row(table, columns, last):
    """A condition that names the first or the last row."""
    keys = [name for name, _, pk in columns if pk] or ["rowid"]
    order = ", ".join('"%s"%s' % (key, " DESC" if last else "") for key in keys)
    names = ", ".join('"%s"' % key for key in keys)
    return "(%s) IN (SELECT %s FROM %s ORDER BY %s LIMIT 1)" % (names, names, table, order)


def changes(book):
    """Every change: statements that make it."""
    for table, columns in book.tables.items():
        for last in (False, True):
            here = row(table, columns, last)
            yield ["DELETE FROM %s WHERE %s" % (table, here)]
            names = ", ".join('"%s"' % name for name, _, _ in columns)
            others = ", ".join(('"%s" || \'x\'' if kind == "TEXT" else '"%s" + 1000') % name if pk or name == "uuid" else '"%s"' % name
                               for name, kind, pk in columns)
            yield ["INSERT INTO %s (%s) SELECT %s FROM %s WHERE %s" % (table, names, others, table, here)]
        yield ["DELETE FROM %s" % table]
        for name, kind, _ in columns:
            texts = ("NULL", "''", "'x'", "'2024-13-45'", "char (27, 31, 10)", "printf ('%.5000c', 'x')")
            numbers = ("NULL", "0", "-1", "99", str(HUGE), str(-HUGE - 1))
            for last in (False, True):
                here = row(table, columns, last)
                there = row(table, columns, not last)
                values = numbers if kind == "INTEGER" else texts
                for value in values if last else values[:2]:
                    yield ['UPDATE %s SET "%s" = %s WHERE %s' % (table, name, value, here)]
                # what another row says, and what the own key is: a reference to itself
                yield ['UPDATE %s SET "%s" = (SELECT "%s" FROM %s WHERE %s) WHERE %s' % (table, name, name, table, there, here)]
                target = book.references.get((table, name))
                if target is not None and target[0] == table:
                    yield ['UPDATE %s SET "%s" = %s WHERE %s' % (table, name, target[1], here)]
            target = book.references.get((table, name))
            if target is not None and target[0] == table:
                first, second = row(table, columns, False), row(table, columns, True)
                yield ['UPDATE %s SET "%s" = (SELECT %s FROM %s WHERE %s) WHERE %s' % (table, name, target[1], table, b, a)
                       for a, b in ((first, second), (second, first))]
            yield ['UPDATE %s SET "%s" = %s' % (table, name, "'x'" if kind == "TEXT" else "1")]


def some_of_each(book, todo):
    kept = {table: 0 for table in book.tables}
    for statements in todo:
        table = re.match(r"(?:UPDATE|DELETE FROM|INSERT INTO) (\w+)", statements[0])[1]
        if kept[table] < SHOWN:
            kept[table] += 1
            yield statements


def try_all(book, todo):
    """Returns what fell: change and how."""
    work = queue.Queue()
    fell = []
    n = [0]
    for number, statements in enumerate(todo):
        work.put((number, statements))

    def worker(number):
        reader = Reader()
        path = HERE / ("book-%d.chamsao" % number)
        while True:
            try:
                _, statements = work.get_nowait()
            except queue.Empty:
                break
            if book.write(path, statements):
                n[0] += 1
                what = reader.read(path)
                if what is not None:
                    fell.append("%s\n    %s" % ("; ".join(statements), what))
        reader.end()

    threads = [threading.Thread(target=worker, args=(i,)) for i in range(WORKERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return n[0], fell


base = HERE / "base.chamsao"
subprocess.run([READS, "--make", base], check=True)
book = Book(base)
with tap.case("the book as it is, is read"):
    reader = Reader()
    assert reader.read(shutil.copy(base, HERE / "copy.chamsao")) is None
    reader.end()
    empty = [table for table in book.tables if not sqlite3.connect(base).execute("SELECT count (*) FROM %s" % table).fetchone()[0]]
    assert empty == [], empty
todo = list(changes(book))
random.Random(1).shuffle(todo)
if SHOWS:
    todo = list(some_of_each(book, todo))
with tap.case("every table and column, changed from outside"):
    n, fell = try_all(book, todo)
    assert n > len(todo) / 2, (n, len(todo))
    assert not fell, "%d of %d fell:\n%s" % (len(fell), n, "\n".join(fell[:20]))
tap.done()
