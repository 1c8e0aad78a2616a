# SPDX-License-Identifier: GPL-3.0-or-later
"""Every verb of chamsao-cli from outside: arguments in; status, messages and book looked at.

    test_cli.py CHAMSAO-CLI
"""

import json
import os
import re
import shutil
import sqlite3
import subprocess
from pathlib import Path

import tap
from cli import (EXE, HERE, SOURCE, P, Form, Locked, Untouched, answer, chance, copy, drop_privileges, dump, files, good, new_book,
                 refused, result, rows, run, score, signal, write_csv, PRODUCT_HEADER)

# verb, its arguments after BOOK, whether it writes to the book
VERBS = {
    "info": [],
    "import-list": ["products", "more.csv"],
    "submit": ["--product", P[0]],
    "eliminate": ["--product", P[0], "--ground", "g", "--reason", "r", "--person", "p"],
    "close": ["--product", P[1]],
    "recognise": ["--list"],
    "rehearse": ["--product", P[2]],
    "council": [],
    "member": ["--council", "district-842", "--member", "n", "--name", "Mới"],
    "office": ["--council", "district-842"],
    "producer": ["list"],
    "recuse": ["--product", P[0], "--member", "m2", "--reason", "vì"],
    "return": ["--product", P[0], "--member", "m2", "--reason", "vì"],
    "withdraw-draft": ["--product", P[0], "--member", "m1", "--reason", "vì"],
    "move": ["--product", P[0], "--to", P[1], "--member", "m2", "--reason", "vì"],
    "enter": ["--product", P[0], "--member", "m2", "--answers", "1", "--total", "1"],
    "discuss": ["--product", P[0], "--note", "n"],
    "rescore": ["--product", P[0], "--member", "m2"],
    "reopen": ["--product", P[0], "--reason", "vì"],
    "session": [],
    "attend": ["--member", "m1", "--came", "now"],
    "agreement": [],
    "pin": [],
    "results": [],
    "overview": [],
    "search": ["san pham"],
    "print": ["summary", "-o", "out.pdf"],
    "export": ["out.xml"],
    "check": [],
    "audit": [],
    "reindex": [],
    "log": [],
    "backup": ["-o", "copy.chamsao"],
}
JSON = ("info", "results", "overview", "search", "council", "session", "agreement", "recognise", "pin", "office", "log", "producer")
# verbs that are not about a book that is there
OTHERS = ("new", "sample", "regulation", "template", "restore")
FORM = Form("qd-148-2023", 1)


def man_page():
    """Options of every verb stand in the man page, with the verb."""
    with open(SOURCE / "data" / "man" / "chamsao-cli.1", encoding="utf-8") as file:
        page = file.read().replace("\\-", "-")
    blocks = re.split(r"\n\.TP\n", page)
    everywhere = {"--help", "--person", "--clock-ok", "--output", "--round"}  # told once for all verbs
    with tap.case("every option of a verb stands in the man page"):
        for verb in [*OTHERS, *VERBS]:
            told = set(re.findall(r"--[a-z][a-z-]+", good(verb, "--help").out.split("Options:")[1]))
            name = re.compile(r"\\fB%s\\fR(\||\n| )" % re.escape(verb))
            own = "\n".join(block for block in blocks if name.search(block.split("\n")[0] + "\n"))
            missing = sorted(option for option in told - everywhere if option not in own)
            assert own and not missing, (verb, missing)


def help_and_usage():
    with tap.case("--help and --version are told on standard output with status 0"):
        for words in (["--help"], ["-h"], ["help"]):
            done = good(*words)
            assert "Usage" in done.out and done
            # every verb is tried below
            told = {line.split()[0] for line in done.out.split("Verbs:")[1].splitlines() if line.startswith("  ")}
            assert told == {*VERBS, *OTHERS}, told ^ {*VERBS, *OTHERS}
        assert good("--version").out.startswith("chamsao "), done
    with tap.case("every verb tells its own --help, also after other arguments"):
        for verb in [*OTHERS, *VERBS]:
            for words in ([verb, "--help"], [verb, "-h"], [verb, "nowhere.chamsao", "--help"]):
                done = good(*words)
                assert verb in done.out and "--help" in done.out, done
    with tap.case("a wrong call ends with 2"):
        assert run().status == 2
        refused(2, "nonsense", says="nonsense")
        for verb in [*OTHERS, *VERBS]:
            refused(2, verb)
            refused(2, verb, "b", "c", "d", "e", "f")
            refused(2, verb, "--no-such-option")


def new():
    with tap.case("new makes a book and tells its title"):
        done = good("new", "n.chamsao", "--regulation", "qd-148-2023", "--unit", "842", "--plan", "tra-vinh-2024")
        assert "n.chamsao" in done.err and not done.out, done
        info = good("info", "n.chamsao", "--json").json()
        assert (info["unit"], info["level"], info["year"], info["plan"]) == ("842", "district", 2024, "tra-vinh-2024"), info
        assert info["regulations"] == ["qd-148-2023"] and info["products"] == 0 and info["schema"] >= 1, info
        assert sorted(p.name for p in HERE.iterdir()) == ["n.chamsao"], list(HERE.iterdir())
    with tap.case("new does not overwrite"):
        with Untouched():
            refused(1, "new", "n.chamsao", "--regulation", "qd-148-2023", "--unit", "842", says="n.chamsao")
    with tap.case("new refuses what it does not know and leaves no file"):
        with Untouched():
            for words, says in (
                (["--regulation", "qd-1-1999", "--unit", "842"], "qd-1-1999"),
                (["--regulation", "missing.xml", "--unit", "842"], "missing.xml"),
                (["--regulation", "qd-148-2023", "--unit", "99999"], "99999"),
                (["--regulation", "qd-148-2023", "--unit", "842", "--units", "vinh-long-2026"], "842"),
                (["--regulation", "qd-148-2023", "--unit", "86", "--plan", "tra-vinh-2024"], "86"),
                (["--regulation", "qd-26-2026", "--unit", "842", "--plan", "tra-vinh-2024"], "district"),
                (["--regulation", "qd-148-2023", "--unit", "842", "--plan", "no-plan"], "no-plan"),
            ):
                refused(1, "new", "x.chamsao", *words, says=says)
            refused(2, "new", "x.chamsao", "--regulation", "qd-148-2023")
            refused(2, "new", "x.chamsao", "--unit", "842")
            refused(2, "new", "x.chamsao", "--regulation", "qd-148-2023", "--unit", "842", "--year", "20244")
            refused(3, "new", "no/such/folder/x.chamsao", "--regulation", "qd-148-2023", "--unit", "842")
    with tap.case("new without a plan takes the regulation's calendar and this year or the one given"):
        good("new", "p.chamsao", "--regulation", "qd-26-2026", "--unit", "86", "--year", "2027", "--title", "Sổ thử")
        info = good("info", "p.chamsao", "--json").json()
        assert (info["year"], info["title"], info["plan"], info["units"]) == (2027, "Sổ thử", None, "vinh-long-2026"), info
        assert ("commune-1",) in rows("p.chamsao", "SELECT id FROM round")


def sample():
    with tap.case("the same seed makes the same book"):
        for name in ("s1.chamsao", "s2.chamsao"):
            good("sample", name, "--products", 50, "--members", 5, "--seed", 7)
        assert dump("s1.chamsao") == dump("s2.chamsao")
        assert good("results", "s1.chamsao", "--json").out == good("results", "s2.chamsao", "--json").out
        good("sample", "s3.chamsao", "--products", 50, "--members", 5, "--seed", 8)
        assert good("results", "s1.chamsao", "--json").out != good("results", "s3.chamsao", "--json").out
    with tap.case("a sample has what was asked for and is in order"):
        info = good("info", "s1.chamsao", "--json").json()
        assert info["products"] == 50 and info["demonstration"] is True and 0 < info["closed"] < 50, info
        members = rows("s1.chamsao", "SELECT council, count (*) FROM member WHERE role <> 'secretary' GROUP BY council")
        assert members and all(n == 5 for _, n in members), members
        good("check", "s1.chamsao")
        good("audit", "s1.chamsao")
    with tap.case("the demonstration is alive: decisions, one that is waited for, one from above, a recusal, certificates"):
        good("sample", "alive.chamsao")
        totals = good("overview", "alive.chamsao", "--json").json()["totals"]
        assert totals["recognised"]["3"] > 1 and totals["recognised"]["4"] == 1 and totals["waiting"] >= 1 and totals["expiring"] >= 1, totals
        assert rows("alive.chamsao", "SELECT m.key FROM recusal r JOIN member m ON m.id = r.member") == [("m3",)]
        assert all("(mẫu)" in row["decision"] for row in good("recognise", "alive.chamsao", "--list", "--json").json())
        good("check", "alive.chamsao")
        good("audit", "alive.chamsao")
    with tap.case("samples of one member and of no closed product work"):
        good("sample", "one.chamsao", "--products", 12, "--members", 1, "--seed", 3)
        good("check", "one.chamsao")
        assert len(good("results", "one.chamsao", "--json").json()) == 12
    with tap.case("sample refuses wrong numbers and does not overwrite"):
        with Untouched():
            for words in (["--products", -1], ["--members", 100], ["--seed", -1], ["--seed", 2 ** 32], ["--products", "x"]):
                refused(2, "sample", "x.chamsao", *words)
            refused(1, "sample", "s1.chamsao", "--products", 3)
            refused(3, "sample", "no/such/folder/x.chamsao")


def statuses():
    new_book("b.chamsao")
    write_csv("more.csv", PRODUCT_HEADER, [["", "Sản phẩm mới", "Hợp tác xã mới", "cooperative", "29236", 1, "first", "district-1"]])
    answer("b.chamsao", FORM, P[0], {"m1": FORM.best()})
    score("b.chamsao", FORM, P[1], [80] * 6, chance())
    good("session", "b.chamsao", "--add", "--round", "district-1", "--agenda", "all", "--open")
    before = dump("b.chamsao")
    for verb, words in VERBS.items():
        with tap.case("%s: no book, no book of ours, a locked book" % verb):
            Path("text.chamsao").write_text("not a book\n" * 1000, encoding="utf-8")
            Path("empty.chamsao").write_bytes(b"")
            with Untouched():
                refused(1, verb, "missing.chamsao", *words, says="missing.chamsao")
                refused(1, verb, "text.chamsao", *words, says="text.chamsao")
                refused(1, verb, "empty.chamsao", *words, says="empty.chamsao")
                refused(1, verb, ".", *words)
            with Locked("b.chamsao"):
                refused(3, verb, "b.chamsao", *words, says="b.chamsao")
            assert dump("b.chamsao") == before
    with tap.case("JSON is the only thing on standard output, in every locale the same"):
        for verb in JSON:
            plain = good(verb, "b.chamsao", *VERBS[verb], "--json").out
            for locale in ("C", "C.UTF-8", "vi_VN.UTF-8", "POSIX"):
                assert good(verb, "b.chamsao", *VERBS[verb], "--json", env={"LC_ALL": locale}).out == plain, (verb, locale)
    with tap.case("standard output that cannot be written ends with 3"):
        with open("/dev/full", "w", encoding="utf-8") as full:
            for verb in JSON:
                done = run(verb, "b.chamsao", *VERBS[verb], "--json", stdout=full)
                assert done.status == 3 and done.err, done
            assert run("regulation", "show", "qd-148-2023", stdout=full).status == 3
    assert dump("b.chamsao") == before


def forget(there):
    """Deletes everything that is not among @there, but the copy being tried."""
    for name in set(os.listdir(".")) - {*there, "w.chamsao"}:
        shutil.rmtree(name) if os.path.isdir(name) else os.unlink(name)


def environment():
    with tap.case("a book that may not be written is read; what would write ends with 3; it stays"):
        os.chmod("b.chamsao", 0o400)
        before = dump("b.chamsao")
        n_writing = 0
        there = os.listdir(".")
        try:
            with Untouched():
                for verb, words in VERBS.items():
                    copy("b.chamsao", "w.chamsao")
                    os.chmod("w.chamsao", 0o600)
                    free = run(verb, "w.chamsao", *words)
                    forget(there)
                    if dump("w.chamsao") != before:
                        n_writing += 1
                        refused(3, verb, "b.chamsao", *words, says="reading only", before=drop_privileges)
                    else:
                        done = run(verb, "b.chamsao", *words, before=drop_privileges)
                        if free.status == 0:
                            assert done.status == 0 and done.out == free.out, done
                        else:
                            assert done.status in (free.status, 3) and done.err, done
                    forget(there)
                    os.unlink("w.chamsao")
            assert n_writing > 5
        finally:
            os.chmod("b.chamsao", 0o600)
    with tap.case("a full disk ends with 3 and leaves everything as it was"):
        size = os.path.getsize("b.chamsao")
        writing = {"import-list": VERBS["import-list"], "eliminate": VERBS["eliminate"], "submit": VERBS["submit"],
                   "close": VERBS["close"], "attend": VERBS["attend"], "member": VERBS["member"],
                   "recuse": VERBS["recuse"], "rehearse": VERBS["rehearse"], "session": ["--place", "Phòng 2"]}
        with Untouched():
            for limit in (0, 1, 512, 4096, 8192):
                for verb, words in writing.items():
                    refused(3, verb, "b.chamsao", *words, limit=limit)
            for limit in (0, 1000, 4096, 20000, size - 1):
                refused(3, "backup", "b.chamsao", "-o", "copy.chamsao", limit=limit)
            for limit in (0, 100, 4096):
                refused(3, "export", "b.chamsao", "out.xml", limit=limit)
                refused(3, "print", "b.chamsao", "summary", "-o", "out.pdf", limit=limit)
            for limit in (0, 1, 4096, 65536, 300000):
                refused(3, "new", "x.chamsao", "--regulation", "qd-148-2023", "--unit", "842", limit=limit)
                refused(3, "sample", "x.chamsao", limit=limit)
    with tap.case("after that it works"):
        good("check", "b.chamsao")
        good("audit", "b.chamsao")
        good("submit", "b.chamsao", "--product", P[0])
    with tap.case("killed by a signal it leaves a book that opens"):
        process = subprocess.Popen([EXE, "sample", "k.chamsao", "--products", "50000", "--members", "1"],
                                   stderr=subprocess.DEVNULL)
        while process.poll() is None and not (Path("k.chamsao").exists() and os.path.getsize("k.chamsao") > 2000000):
            pass
        process.send_signal(signal.SIGKILL)
        assert process.wait() == -signal.SIGKILL
        good("check", "k.chamsao")
        good("audit", "k.chamsao")


def regulation():
    with tap.case("regulation list and show"):
        listed = good("regulation", "list", "--json").json()
        assert [r["id"] for r in listed] == ["qd-148-2023", "qd-26-2026"], listed
        assert all(r["forms"] == 26 and len(r["digest"]) == 64 for r in listed), listed
        assert "qd-26-2026" in good("regulation", "list").out
        for regulation_id in ("qd-148-2023", "qd-26-2026"):
            for no in range(1, 27):
                form = good("regulation", "show", regulation_id, "--form", no, "--json").json()
                assert form["no"] == no and [p["code"] for p in form["parts"]] == ["A", "B", "C"], form
        assert "1.5" in good("regulation", "show", "qd-148-2023", "--form", 1).out
        refused(1, "regulation", "show", "qd-148-2023", "--form", 27, says="27")
        refused(1, "regulation", "show", "nothing", says="nothing")
        refused(2, "regulation", "nonsense")
    with tap.case("regulation check names every finding with its line"):
        shipped = Path(os.environ["CHAMSAO_DATADIR"]) / "regulations" / "qd-148-2023.xml"
        # what the decision itself prints wrongly is found, too: a finding is a finding
        for path in sorted(shipped.parent.glob("*.xml")):
            done = run("regulation", "check", path)
            findings = [line for line in done.err.splitlines() if line.startswith(str(path) + ":") and line[len(str(path)) + 1].isdigit()]
            assert done.status == (1 if findings else 0), done
        assert "4 findings" in refused(1, "regulation", "check", shipped).err
        text = shipped.read_text(encoding="utf-8")
        assert text.count('<criterion no="1.1" title="Nguồn gốc sản phẩm" max="5"') >= 1
        Path("bad.xml").write_text(text.replace('<criterion no="1.1" title="Nguồn gốc sản phẩm" max="5"',
                                                '<criterion no="1.1" title="Nguồn gốc sản phẩm" max="6"', 2), encoding="utf-8")
        done = refused(1, "regulation", "check", "bad.xml", says="bad.xml:")
        assert len([line for line in done.err.splitlines() if line.startswith("bad.xml:")]) >= 2, done
        Path("bad.xml").write_text("<regulation/>", encoding="utf-8")
        refused(1, "regulation", "check", "bad.xml", says="bad.xml:1")
        refused(1, "regulation", "check", "missing.xml", says="missing.xml")


def says_something():
    """What a verb did stands in one line at least, and what found nothing says so; JSON stands alone."""
    new_book("say.chamsao", products=6)
    answer("say.chamsao", FORM, P[0], {"m%d" % i: FORM.with_stars(3) for i in range(1, 7)})
    answer("say.chamsao", FORM, P[1], {"m1": FORM.with_stars(3)})
    calls = [("eliminate", "--product", P[2], "--ground", "g", "--reason", "r", "--person", "p"), ("rehearse", "--product", P[3]),
             ("member", "--council", "district-842", "--member", "n", "--name", "Mới"), ("office", "--council", "district-842", "--place", "X"),
             ("recuse", "--product", P[4], "--member", "m2", "--reason", "vì"), ("submit", "--product", P[0], "--member", "m1"),
             ("return", "--product", P[0], "--member", "m1", "--reason", "vì"), ("withdraw-draft", "--product", P[1], "--member", "m1", "--reason", "vì"),
             ("session", "--add", "--round", "district-1"), ("session", "--open"), ("attend", "--member", "m1", "--came", "now"),
             ("session", "--close"), ("submit", "--product", P[0]), ("close", "--product", P[0]), ("reopen", "--product", P[0], "--reason", "vì"),
             ("export", "say.xml"), ("print", "summary", "-o", "say.pdf"), ("backup", "-o", "say-copy.chamsao"), ("check",), ("audit",)]
    with tap.case("every verb says in one line what it did"):
        for verb, *more in calls:
            done = good(verb, "say.chamsao", *more)
            assert done.err.strip() or done.out.strip(), (verb, more)
            assert "nothing to show" not in done.err, done
    with tap.case("what finds nothing says so, and JSON stays alone"):
        good("new", "none.chamsao", "--regulation", "qd-148-2023", "--unit", "842", "--plan", "tra-vinh-2024")
        for words in (("search", "zzz"), ("results",), ("council",), ("session",), ("agreement",)):
            done = run(words[0], "none.chamsao", *words[1:])
            assert done.status == 0 and not done.out and "nothing to show" in done.err, done
            done = run(words[0], "none.chamsao", *words[1:], "--json")
            assert done.status == 0 and not done.err and json.loads(done.out) in ([], {}), done
    with tap.case("papers of a later version are announced"):
        for paper in ("letter", "overview"):
            refused(2, "print", "say.chamsao", paper, "-o", "later.pdf", says="later version")


def submit_and_close():
    new_book("c.chamsao", products=7)
    draw = chance(11)
    with tap.case("submit refuses a sheet with an open criterion and names it"):
        part = FORM.best()
        part[7] = None
        answer("c.chamsao", FORM, P[0], {"m1": part, "m2": FORM.best()})
        with Untouched():
            refused(1, "submit", "c.chamsao", "--product", P[0], "--member", "m1",
                    says=(P[0], "m1", FORM.questions[7].no))
            refused(1, "submit", "c.chamsao", "--product", P[0], "--member", "m3", says=P[0])
            refused(1, "submit", "c.chamsao", "--product", P[0], "--member", "nobody", says="nobody")
            refused(1, "submit", "c.chamsao", "--product", P[0], "--member", "s")
            refused(1, "submit", "c.chamsao", "--product", "84-1", says="84-1")
            refused(1, "submit", "c.chamsao", "--product", P[1], says=P[1])
            refused(1, "submit", "c.chamsao", "--product", P[0], "--round", "district-2", says=P[0])
            refused(2, "submit", "c.chamsao")
        good("submit", "c.chamsao", "--product", P[0])
        with Untouched():
            refused(1, "submit", "c.chamsao", "--product", P[0], says=FORM.questions[7].no)
        states = {m["member"]: m["state"] for m in result("c.chamsao", P[0])["members"]}
        assert states == {"m1": "draft", "m2": "submitted", "m3": "none", "m4": "none", "m5": "none", "m6": "none"}, states
    with tap.case("a sealed sheet takes no more answers"):
        with Untouched():
            refused(1, "submit", "c.chamsao", "--product", P[0], "--member", "m2")
        write_csv("a.csv", ["product", "member", "criterion", "option"], [[P[0], "m2", "1.1", 1]])
        with Untouched():
            refused(1, "import-list", "c.chamsao", "answers", "a.csv", says=("a.csv:2:", "m2"))
    with tap.case("close: an open sheet, too few, nobody who leads"):
        with Untouched():
            refused(1, "close", "c.chamsao", "--product", P[0], says=(P[0], "Thành viên 1"))
            refused(1, "close", "c.chamsao", "--product", "84-1", says="84-1")
            refused(2, "close", "c.chamsao")
        score("c.chamsao", FORM, P[1], [80] * 4, draw)
        with Untouched():
            refused(1, "close", "c.chamsao", "--product", P[1], says=(P[1], "4", "6", "5"))
        sheets = {"m%d" % i: FORM.sheet(80, draw) for i in (3, 4, 5, 6)}
        answer("c.chamsao", FORM, P[2], sheets)
        good("submit", "c.chamsao", "--product", P[2])
        with Untouched():
            refused(1, "close", "c.chamsao", "--product", P[2], says=P[2])
    with tap.case("close: five of six with the vice-chair are enough"):
        answer("c.chamsao", FORM, P[2], {"m2": FORM.sheet(80, draw)})
        good("submit", "c.chamsao", "--product", P[2])
        done = good("close", "c.chamsao", "--product", P[2])
        assert P[2] in done.err and not done.out, done
        assert result("c.chamsao", P[2])["status"] == "closed"
    with tap.case("close: without a leader even enough are not enough"):
        new_book("v.chamsao", products=1, members=8)
        answer("v.chamsao", FORM, P[0], {"m%d" % i: FORM.sheet(80, draw) for i in range(3, 9)})
        good("submit", "v.chamsao", "--product", P[0])
        with Untouched():
            refused(1, "close", "v.chamsao", "--product", P[0], "--reason", "vì", says=("chair", P[0]))
    with tap.case("close: ten points apart are allowed, eleven need a reason or another round"):
        score("c.chamsao", FORM, P[3], [70, 80, 75, 75, 75, 75], draw)
        good("close", "c.chamsao", "--product", P[3])
        score("c.chamsao", FORM, P[4], [70, 81, 75, 75, 75, 75], draw)
        assert result("c.chamsao", P[4])["status"] == "rescoring"
        with Untouched():
            done = refused(1, "close", "c.chamsao", "--product", P[4], says=(P[4], "10"))
            assert "81" not in done.err and "70" not in done.err, done
            refused(1, "close", "c.chamsao", "--product", P[4], "--reason", "   ", says=P[4])
        good("close", "c.chamsao", "--product", P[4], "--reason", "Đã thảo luận")
        assert rows("c.chamsao", "SELECT reason FROM closing WHERE reason <> ''") == [("Đã thảo luận",)]
    with tap.case("close: a second round settles it, both rounds are kept"):
        score("c.chamsao", FORM, P[5], [60, 80, 75, 75, 75, 75], draw)
        answer("c.chamsao", FORM, P[5], {"m1": FORM.sheet(71, draw)}, round_no=2)
        with Untouched():
            refused(1, "close", "c.chamsao", "--product", P[5], says="Thành viên 1")
        good("submit", "c.chamsao", "--product", P[5])
        good("close", "c.chamsao", "--product", P[5])
        found = result("c.chamsao", P[5])
        assert found["sum"] == 451 and found["spread"] == 9, found
        assert rows("c.chamsao", "SELECT count (*) FROM sheet s JOIN evaluation e ON e.id = s.evaluation"
                    " JOIN dossier d ON d.id = e.dossier WHERE d.code = ?", P[5]) == [(7,)]
    with tap.case("what is closed stays closed"):
        write_csv("a.csv", ["product", "member", "criterion", "option"], [[P[2], "m1", "1.1", 1]])
        with Untouched():
            refused(1, "close", "c.chamsao", "--product", P[2], says=P[2])
            refused(1, "submit", "c.chamsao", "--product", P[2], says=P[2])
            refused(1, "eliminate", "c.chamsao", "--product", P[2], "--ground", "g", "--reason", "r", "--person", "p", says=P[2])
            refused(1, "import-list", "c.chamsao", "answers", "a.csv", says=("a.csv:2:", P[2]))
    with tap.case("an eliminated product has no star"):
        with Untouched():
            refused(2, "eliminate", "c.chamsao", "--product", P[6], "--ground", "g")
            refused(1, "eliminate", "c.chamsao", "--product", P[6], "--ground", "g", "--reason", " ", "--person", "p")
            refused(1, "eliminate", "c.chamsao", "--product", P[6], "--criterion", "99.9", "--ground", "g", "--reason", "r",
                    "--person", "p", says="99.9")
        score("c.chamsao", FORM, P[6], [95] * 6, draw)
        good("eliminate", "c.chamsao", "--product", P[6], "--criterion", "1.1", "--ground", "Giả mạo hồ sơ", "--reason",
             "Giấy giả", "--person", "Thành viên 3")
        good("close", "c.chamsao", "--product", P[6])
        found = result("c.chamsao", P[6])
        assert found["eliminated"] is True and found["stars"] == 0 and found["band"] == 5, found
        assert found["grounds"] == [{"ground": "Giả mạo hồ sơ", "criterion": "1.1", "reason": "Giấy giả",
                                     "person": "Thành viên 3", "state": "confirmed"}], found
        assert found["forwarded"] is False, found
    good("check", "c.chamsao")
    good("audit", "c.chamsao")


def councils():
    with tap.case("council shows rules and members, and sets rules while no sheet is handed in"):
        new_book("rules.chamsao", products=2)
        shown = good("council", "rules.chamsao", "--json").json()
        assert [c["council"] for c in shown] == ["district-842"], shown
        assert (shown[0]["quorum"], shown[0]["spread_limit"], shown[0]["minimum_rule"]) == ("3/4", 10, "mean"), shown
        assert [m["member"] for m in shown[0]["members"]] == ["m1", "m2", "m3", "m4", "m5", "m6", "s"], shown
        good("council", "rules.chamsao", "--council", "district-842", "--quorum", "2/3", "--spread-limit", 12, "--spread-inclusive",
             "yes", "--minimum-rule", "every")
        shown = good("council", "rules.chamsao", "--council", "district-842", "--json").json()
        assert (shown[0]["quorum"], shown[0]["spread_limit"], shown[0]["spread_inclusive"], shown[0]["minimum_rule"]) == (
            "2/3", 12, True, "every"), shown
        with Untouched():
            refused(1, "council", "rules.chamsao", "--council", "district-1", says="district-1")
            for words in (["--quorum", "5/4"], ["--quorum", "0/4"], ["--quorum", "0.75"], ["--spread-limit", "-1"],
                          ["--spread-limit", "x"], ["--minimum-rule", "best"], ["--chair-required", "maybe"]):
                refused(2, "council", "rules.chamsao", "--council", "district-842", *words)
            refused(2, "council", "rules.chamsao", "--quorum", "1/2")
        score("rules.chamsao", FORM, P[0], [80] * 6, chance())
        with Untouched():
            refused(1, "council", "rules.chamsao", "--council", "district-842", "--spread-limit", 5, says="district-842")
    with tap.case("the rules of a council decide: twelve points are too much, and 2/3 of six are four"):
        score("rules.chamsao", FORM, P[1], [70, 82, 76, 76], chance())
        with Untouched():
            refused(1, "close", "rules.chamsao", "--product", P[1], says=("12", P[1]))
        good("close", "rules.chamsao", "--product", P[1], "--reason", "Đã thảo luận")
        assert result("rules.chamsao", P[1])["quorum"] == {"present": 4, "members": 6, "needed": 4, "met": True}


def papers_and_copies():
    with tap.case("print makes a PDF of one unit or round and refuses others"):
        good("print", "c.chamsao", "summary", "-o", "s.pdf")
        assert Path("s.pdf").read_bytes().startswith(b"%PDF-"), "no PDF"
        good("print", "c.chamsao", "summary", "--unit", "29236", "--round", "district-1", "-o", "s.pdf")
        with Untouched():
            refused(2, "print", "c.chamsao", "nonsense", "-o", "x.pdf", says="nonsense")
            refused(2, "print", "c.chamsao", "summary")
            refused(1, "print", "c.chamsao", "summary", "--unit", "999", "-o", "x.pdf", says="999")
            refused(1, "print", "c.chamsao", "summary", "--round", "district-9", "-o", "x.pdf", says="district-9")
            refused(3, "print", "c.chamsao", "summary", "-o", "no/such/folder/x.pdf", says="x.pdf")
    with tap.case("export refuses what it does not know"):
        with Untouched():
            refused(1, "export", "c.chamsao", "x.xml", "--unit", "999", says="999")
            refused(1, "export", "c.chamsao", "x.xml", "--round", "district-9", says="district-9")
            refused(3, "export", "c.chamsao", "no/such/folder/x.xml", says="x.xml")
            refused(2, "export", "c.chamsao", "x.zip")
    with tap.case("a backup is a book of its own with the same content and is not overwritten"):
        good("backup", "c.chamsao", "-o", "copy.chamsao")
        assert dump("copy.chamsao") == dump("c.chamsao")
        good("check", "copy.chamsao")
        with Untouched():
            refused(1, "backup", "c.chamsao", "-o", "copy.chamsao", says="copy.chamsao")
            refused(1, "backup", "c.chamsao", "-o", "c.chamsao")
            refused(3, "backup", "c.chamsao", "-o", "no/such/folder/x.chamsao", says="x.chamsao")
        known = set(files())
        good("backup", "c.chamsao")
        made = set(files()) - known
        assert len(made) == 1, made
        name = made.pop()
        assert name.startswith("c-2") and name.endswith(".chamsao-backup"), name
        good("restore", name, "-o", "out-of-it.chamsao")
        assert dump("out-of-it.chamsao") == dump("c.chamsao")
    with tap.case("a backup says how many files of papers stay behind, by their different contents"):
        assert "stay" not in good("backup", "c.chamsao", "-o", "bare.chamsao").err
        copy("c.chamsao", "papers.chamsao")
        db = sqlite3.connect("papers.chamsao", isolation_level=None)
        for i, digest in enumerate(("a", "b", "b")):
            db.execute("INSERT INTO paper (uuid, dossier, kind, file_sha256, file_name) VALUES (?, 1, 'x', ?, 'f')",
                       ("u%d" % i, digest * 64))
        db.close()
        done = good("backup", "papers.chamsao", "-o", "other.chamsao")
        assert "2 files" in done.err and "papers.chamsao.files" in done.err and "other.chamsao.files" in done.err, done


def check_and_audit():
    import sqlite3
    with tap.case("check and audit find what was changed from outside"):
        copy("c.chamsao", "d.chamsao")
        db = sqlite3.connect("d.chamsao")
        for (trigger,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
            db.execute("DROP TRIGGER " + trigger)
        sealed = "(SELECT id FROM sheet WHERE state = 'submitted' LIMIT 1)"
        db.execute("UPDATE answer SET option = option - 1 WHERE sheet = %s AND criterion ="
                   " (SELECT max (criterion) FROM answer WHERE sheet = %s AND option > 1)" % (sealed, sealed))
        db.execute("UPDATE audit SET who = 'x' WHERE seq = 3")
        db.commit()
        db.close()
        refused(1, "check", "d.chamsao", says=("d.chamsao", "84-842-29236-", "sealed_answer_update"))
        refused(1, "audit", "d.chamsao", says="3")
    with tap.case("audit names the table of a row that was changed from outside, also after further commands"):
        copy("c.chamsao", "e.chamsao")
        db = sqlite3.connect("e.chamsao")
        db.execute("UPDATE member SET name = name || ' ' WHERE key = 'm1'")
        db.commit()
        db.close()
        for verb in ("check", "audit"):
            refused(1, verb, "e.chamsao", says=("e.chamsao", "member"))
        answer("e.chamsao", FORM, P[1], {"m5": FORM.best()})
        refused(1, "audit", "e.chamsao", says=("e.chamsao", "member"))


man_page()
help_and_usage()
new()
sample()
statuses()
environment()
regulation()
says_something()
submit_and_close()
councils()
papers_and_copies()
check_and_audit()
tap.done()
