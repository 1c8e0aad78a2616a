# SPDX-License-Identifier: GPL-3.0-or-later
"""The book goes while a verb works on it: its stick is pulled, somebody deletes it, another file takes its place. The verb ends
with a status and words of its own, and never says that something was kept which is nowhere.

    test_vanish.py CHAMSAO-CLI
"""

import os
import subprocess

import tap
from cli import EXE, P, Form, answer, chance, copy, good, new_book, run

FORM = Form("qd-148-2023", 1)
BOOK = "b.chamsao"
DECISION = ("--decision", "01/QĐ (mẫu)", "--date", "2024-06-01")


def make():
    """P[0] is begun, P[1] handed in."""
    draw = chance(3)
    new_book(BOOK, products=3)
    for product in P[:2]:
        answer(BOOK, FORM, product, {"m%d" % i: FORM.sheet(80, draw) for i in range(1, 7)})
    good("submit", BOOK, "--product", P[1])


def has_open(pid, path):
    folder = "/proc/%d/fd" % pid
    for fd in os.listdir(folder):
        try:
            if os.readlink(os.path.join(folder, fd)) == os.path.realpath(path):
                return True
        except FileNotFoundError:
            pass
    return False


def work(verb, product, happens, *words):
    """Returns status and words of @verb; @happens to the book while it waits for the codes it is given."""
    copy(BOOK, "v.chamsao")
    with subprocess.Popen([EXE, verb, "v.chamsao", "-", *words], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE) as process:
        tap.until(lambda: has_open(process.pid, "v.chamsao"), "%s to have the book open" % verb)
        happens("v.chamsao")
        out, err = process.communicate((product + "\n").encode(), timeout=60)
    return process.returncode, out.decode(), err.decode()


def replaced(path):
    copy(BOOK, "other.chamsao")
    os.rename("other.chamsao", path)


make()
for verb, product, words in (("submit", P[0], ()), ("close", P[1], ())):
    with tap.case("%s does its work when nothing happens" % verb):
        status, out, err = work(verb, product, lambda path: None, *words)
        assert status == 0, (status, out, err)
    for happens in (os.unlink, replaced):
        with tap.case("%s, and the book is %s" % (verb, happens.__name__)):
            status, out, err = work(verb, product, happens, *words)
            assert status in (1, 3), (status, out, err)
            assert err.strip() and not out, (out, err)
            assert "CRITICAL" not in err and "WARNING" not in err, err
            if happens is replaced:
                assert run("check", "v.chamsao").status == 0  # who took its place is as it was
tap.done()
