# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of the command line share: running the built program from outside, making books and looking into them.

Nothing in here knows the program's code: forms are read from the shipped XML, points are added up here.
"""

import csv
import io
import json
import os
import random
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
from fractions import Fraction
from pathlib import Path
from xml.etree import ElementTree

EXE = os.path.abspath(sys.argv[1])
SOURCE = Path(os.environ["CHAMSAO_DATADIR"]).parent
TIMEOUT = 60

# a folder of its own for every test program; gone when it ends
_folder = tempfile.TemporaryDirectory(prefix="chamsao-cli-")
HERE = Path(_folder.name)
os.chdir(HERE)


class Run:
    def __init__(self, done, argv):
        self.status, self.out, self.err, self.argv = done.returncode, done.stdout, done.stderr, argv

    def json(self):
        return json.loads(self.out)

    def __str__(self):
        return "%s\nstatus %d\n--- out\n%s\n--- err\n%s" % (" ".join(self.argv), self.status, self.out, self.err)


def run(*words, env=None, limit=None, before=None, stdout=subprocess.PIPE, given=None):
    """Runs the program. @limit: the largest file it may write, in bytes. @given: bytes on standard input."""

    def prepare():
        if limit is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        if before is not None:
            before()

    argv = [EXE, *map(str, words)]
    done = subprocess.run(argv, stdout=stdout, stderr=subprocess.PIPE, check=False, timeout=TIMEOUT,
                          env={**os.environ, **(env or {})}, preexec_fn=prepare,
                          **({"stdin": subprocess.DEVNULL} if given is None else {"input": given}))
    for stream in ("stdout", "stderr"):
        if getattr(done, stream) is not None:
            setattr(done, stream, getattr(done, stream).decode())
    return Run(done, [str(w) for w in words])


def good(*words, **options):
    """The program run where it must succeed."""
    done = run(*words, **options)
    assert done.status == 0, done
    assert not done.err or words[0] not in ("results", "overview", "search", "info"), done
    return done


def refused(status, *words, says=(), **options):
    """The program run where it must end with @status, tell why on standard error and nothing on standard output."""
    done = run(*words, **options)
    assert done.status == status, "status %d expected: %s" % (status, done)
    assert not done.out, done
    for text in [says] if isinstance(says, str) else says:
        assert text in done.err, "%r expected: %s" % (text, done)
    assert done.err.strip(), done
    assert "CRITICAL" not in done.err and "WARNING" not in done.err, done
    return done


# ---- looking into a book ----

def dump(book):
    """All of the book as SQL text."""
    db = sqlite3.connect("file:%s?mode=ro" % Path(book).resolve(), uri=True)
    try:
        return "\n".join(db.iterdump())
    finally:
        db.close()


def rows(book, sql, *arguments):
    db = sqlite3.connect("file:%s?mode=ro" % Path(book).resolve(), uri=True)
    try:
        return db.execute(sql, arguments).fetchall()
    finally:
        db.close()


def files():
    """Everything that lies in the test's folder, with its bytes."""
    return {str(p.relative_to(HERE)): p.read_bytes() for p in sorted(HERE.rglob("*")) if p.is_file()}


class Untouched:
    """with Untouched(): no file is made, changed or lost inside."""

    def __enter__(self):
        self.before = files()

    def __exit__(self, kind, *_):
        if kind is None:
            after = files()
            changed = sorted(n for n in set(self.before) | set(after) if self.before.get(n) != after.get(n))
            assert not changed, "changed: " + ", ".join(changed)


class Locked:
    """with Locked(book): another program holds the book."""

    def __init__(self, book):
        self.db = sqlite3.connect(book, isolation_level=None)

    def __enter__(self):
        self.db.execute("BEGIN EXCLUSIVE")

    def __exit__(self, *_):
        self.db.execute("ROLLBACK")
        self.db.close()


def drop_privileges():
    """For root, whom no permission stops: the program it starts is stopped by them like everybody else."""
    if os.getuid() == 0:
        import ctypes
        libc = ctypes.CDLL(None, use_errno=True)
        for capability in (1, 2):  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
            if libc.prctl(24, capability, 0, 0, 0) != 0:  # PR_CAPBSET_DROP
                raise OSError(ctypes.get_errno(), "prctl")


# ---- forms ----

class Question:
    def __init__(self, part, node):
        options = node.findall("option")
        self.part, self.no = part, node.get("no")
        self.points = [int(option.get("points")) for option in options]
        self.minima = [(int(option.get("min-star")), int(option.get("points"))) for option in options
                       if option.get("min-star")]
        if node.get("min-star-whole"):
            self.minima += [(int(node.get("min-star-whole")), points) for points in self.points]
        self.lowest = 1 if 0 in self.points else 0

    def worth(self, choice):
        return self.points[choice - 1] if choice else 0


class Form:
    """A form as the shipped XML has it."""

    def __init__(self, regulation, no):
        root = ElementTree.parse(SOURCE / "data" / "regulations" / (regulation + ".xml")).getroot()
        node = root.find("form[@no='%d']" % no)
        self.no = no
        self.questions = [Question(part.get("code"), criterion) for part in node.findall("part")
                          for criterion in part.iter("criterion") if criterion.get("container") != "yes"]
        assert self.questions

    def total(self, choices):
        return sum(q.worth(c) for q, c in zip(self.questions, choices))

    def parts(self, choices):
        sums = {}
        for q, c in zip(self.questions, choices):
            sums[q.part] = sums.get(q.part, 0) + q.worth(c)
        return sums

    def sheet(self, total, chance):
        """Answers that add up to exactly @total, by chance."""
        choices = [chance.randint(q.lowest, len(q.points)) for q in self.questions]
        for _ in range(100000):
            have = self.total(choices)
            if have == total:
                return choices
            i = chance.randrange(len(choices))
            choice = chance.randint(self.questions[i].lowest, len(self.questions[i].points))
            step = self.questions[i].worth(choice) - self.questions[i].worth(choices[i])
            if abs(have + step - total) <= abs(have - total):
                choices[i] = choice
        raise AssertionError("no sheet of %d points" % total)

    def with_stars(self, stars):
        """The lowest answers that hold the minima up to @stars, then better ones until the band is reached."""
        choices = []
        for q in self.questions:
            needed = max((min(points for s, points in q.minima if s == star and points)
                          for star in range(3, stars + 1) if any(s == star and points for s, points in q.minima)), default=0)
            choices.append(next(c for c in range(q.lowest, len(q.points) + 1) if q.worth(c) >= needed))
        for i in range(1000):
            if self.total(choices) >= {3: 50, 4: 70, 5: 90}[stars]:
                return choices
            q = self.questions[i % len(choices)]
            choices[i % len(choices)] = min(choices[i % len(choices)] + 1, len(q.points))
        raise AssertionError("no sheet of %d stars" % stars)

    def best(self):
        return [max(range(q.lowest, len(q.points) + 1), key=q.worth) for q in self.questions]


def expected_verdict(form, sheets):
    """What the contract says of the counted @sheets, by plain counting."""
    n, totals = len(sheets), [form.total(s) for s in sheets]
    mean = Fraction(sum(totals), n)
    band = max(star for star, least in ((5, 90), (4, 70), (3, 50), (2, 30), (1, 0)) if mean >= least)
    missing, minima, holds = [], {}, True
    for star in (3, 4, 5):
        for i, q in enumerate(form.questions):
            needs = [points for s, points in q.minima if s == star and points]
            if needs and Fraction(sum(q.worth(s[i]) for s in sheets), n) < min(needs):
                have = Fraction(sum(q.worth(s[i]) for s in sheets), n)
                missing.append({"star": star, "criterion": q.no, "have": str(have), "need": min(needs)})
                holds = False
        minima[str(star)] = holds
    return {"counted": n, "sum": sum(totals), "mean_exact": str(mean), "spread": max(totals) - min(totals),
            "band": band, "minima": minima, "missing": [m for m in missing if m["star"] <= band],
            "stars": min([band] + [int(s) - 1 for s, ok in minima.items() if not ok])}


# ---- lists and books ----

def write_csv(name, header, table, delimiter=","):
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(table)
    Path(name).write_text(text.getvalue(), encoding="utf-8")
    return name


PRODUCT_HEADER = ["code", "product", "producer", "producer_kind", "unit", "form", "kind", "round"]
MEMBER_HEADER = ["council", "member", "name", "role", "organisation"]
ANSWER_HEADER = ["product", "member", "criterion", "option"]
P = ["84-842-29236-%d-2024" % i for i in range(1, 10)]  # the codes of the products of new_book()


def council(n, key="district-842"):
    """Chair, vice-chair, members and a secretary: @n who score."""
    roles = ["chair", "vice"] + ["member"] * n
    return [[key, "m%d" % (i + 1), "Thành viên %d" % (i + 1), roles[i], "Phòng %d" % (i + 1)] for i in range(n)] \
        + [[key, "s", "Thư ký", "secretary", ""]]


def new_book(name, products=3, members=6, form=1):
    """A district's book with @products of @form and a council of @members who score."""
    good("new", name, "--regulation", "qd-148-2023", "--unit", "842", "--plan", "tra-vinh-2024")
    good("import-list", name, "products", write_csv("products.csv", PRODUCT_HEADER, [
        ["", "Sản phẩm %d" % (i + 1), "Hợp tác xã %d" % (i + 1), "cooperative", "29236", form, "first", "district-1"]
        for i in range(products)]))
    good("import-list", name, "members", write_csv("members.csv", MEMBER_HEADER, council(members)))
    return name


def answer(book, form, product, sheets, round_no=None):
    """Imports answers. @sheets: choices by member; None leaves a criterion open."""
    header = ANSWER_HEADER + (["scoring_round"] if round_no else [])
    table = [[product, member, q.no, c] + ([round_no] if round_no else [])
             for member, choices in sheets.items() for q, c in zip(form.questions, choices) if c is not None]
    return good("import-list", book, "answers", write_csv("answers.csv", header, table))


def score(book, form, product, totals, chance, submit=True):
    """Members m1, m2, … hand in sheets of @totals; returns their choices."""
    sheets = {"m%d" % (i + 1): form.sheet(total, chance) for i, total in enumerate(totals)}
    answer(book, form, product, sheets)
    if submit:
        good("submit", book, "--product", product)
    return sheets


def result(book, product, *words):
    found = good("results", book, "--product", product, "--json", *words).json()
    assert len(found) == 1, found
    return found[0]


def chance(seed=7):
    return random.Random(seed)


def text_of_pdf(name):
    return subprocess.run(["pdftotext", "-layout", name, "-"], check=True, capture_output=True, text=True).stdout


def copy(book, to):
    """The book, and the files of its papers."""
    shutil.copy(book, to)
    if os.path.isdir(str(book) + ".files"):
        shutil.copytree(str(book) + ".files", str(to) + ".files", dirs_exist_ok=True)
    return to


__all__ = [name for name in dir() if not name.startswith("_")]
