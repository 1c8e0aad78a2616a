# SPDX-License-Identifier: GPL-3.0-or-later
"""A book that another program changed: check sees all that audit sees, and what the search reads is made anew.

    test_soundness.py CHAMSAO-CLI
"""

import sqlite3

import tap
from cli import copy, good, run

BOOK, OTHER = "book.chamsao", "other.chamsao"
WORD = "mau"


def outside(*statements):
    copy(BOOK, OTHER)
    db = sqlite3.connect(OTHER)
    for statement in statements:
        assert db.execute(statement).rowcount != 0, statement
    db.commit()
    db.close()


def findings(verb):
    done = run(verb, OTHER)
    assert done.status == 1, done
    return done.err.splitlines()[:-1]  # the last tells how many


good("sample", BOOK)
with open("new.csv", "w", encoding="utf-8") as file:
    file.write("product,producer,producer_kind,unit,form,kind,round\nBánh mới (mẫu),HTX Mới (mẫu),cooperative,29236,1,first,district-1\n")
before = good("search", BOOK, WORD).out
assert before

with tap.case("check sees what audit sees"):
    for statement in ("UPDATE producer SET phone = '0900000000' WHERE id = 1", "UPDATE target SET products = products + 1",
                      "UPDATE row_sum SET rows = rows + 1 WHERE name = 'pin'"):
        outside(statement)
        seen, told = findings("audit"), findings("check")
        assert seen and set(seen) <= set(told), (seen, told)
        assert len(told) == len(set(told)), told

for damage in (["UPDATE search_content SET c0 = 'x'"],
               ["DELETE FROM search_data WHERE id > 10"],
               ["UPDATE search_data SET block = zeroblob (length (block)) WHERE id > 10"],
               ["UPDATE search_data SET block = x'00' WHERE id = 10"],
               ["DELETE FROM search_idx"],
               ["DELETE FROM search_docsize"],
               ["DELETE FROM search_config"],
               ["UPDATE search_config SET v = 99 WHERE k = 'version'"],
               ["DELETE FROM search_content", "DELETE FROM search_data", "DELETE FROM search_docsize", "DELETE FROM search_idx"]):
    with tap.case("the index of the search, damaged: " + "; ".join(damage)):
        outside(*damage)
        told = findings("check")
        assert len(told) == 1 and "reindex" in told[0], told
        assert findings("audit") == told
        done = run("search", OTHER, WORD)
        assert done.status == 0 or done.status == 1 and "reindex" in done.err and "backup" not in done.err, done
        # what is recorded is told as ever
        assert good("results", OTHER, "--json").out == good("results", BOOK, "--json").out
        assert "40" in good("reindex", OTHER).out
        for verb in ("check", "audit"):
            good(verb, OTHER)
        assert good("search", OTHER, WORD).out == before
        assert "reindex" in good("log", OTHER, "--json").out
        # and it goes on: what is named anew is found
        good("import-list", OTHER, "products", "new.csv")
        assert "Bánh mới" in good("search", OTHER, "banh moi").out
        good("audit", OTHER)

tap.done()
