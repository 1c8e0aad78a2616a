# SPDX-License-Identifier: GPL-3.0-or-later
"""The Vietnamese man pages tell what the English ones do: block by block the same macros, verbs, options and names of files."""

import re
import subprocess

import tap
import tree

FOLDER = tree.ROOT / "data" / "man"
# what stands the same in every language: options, and what an example types
TOKENS = re.compile(r"\\-\\-[a-z\\-]+|^chamsao\\-cli [a-z].*$|\\fB[a-z]+\\fR", re.MULTILINE)


def blocks(text):
    """Sections and paragraphs with their macro."""
    found, macro, lines = [], None, []
    for line in text.splitlines():
        match = re.match(r"\.(SH|SS|TP|PP|IP|EX|EE)\b", line)
        if match:
            found.append((macro, "\n".join(lines)))
            macro, lines = match[1], []
        else:
            lines.append(line)
    return found + [(macro, "\n".join(lines))]


def main():
    for page in ("chamsao", "chamsao-cli"):
        english = blocks(tree.read(FOLDER / (page + ".1")))
        path = FOLDER / (page + ".vi.1")
        vietnamese = blocks(tree.read(path))
        wrong = []
        if [macro for macro, _ in english] != [macro for macro, _ in vietnamese]:
            wrong.append("%s: %d blocks, the English page has %d, or they are of other kinds" % (
                tree.name(path), len(vietnamese), len(english)))
        for (_, ours), (_, theirs) in zip(english, vietnamese):
            lost = set(TOKENS.findall(ours)) ^ set(TOKENS.findall(theirs))
            if lost:
                wrong.append("%s: only in one of them: %s, near “%s”" % (tree.name(path), ", ".join(sorted(lost)), theirs[:60]))
        tap.findings(wrong, "%s tells in Vietnamese what it tells in English" % page)
        said = subprocess.run(["groff", "-K", "utf8", "-man", "-Tutf8", "-ww", path], capture_output=True, text=True, check=False)
        tap.ok(said.returncode == 0 and not said.stderr, "%s is set without a warning" % path.name, said.stderr)
    tap.done()


main()
