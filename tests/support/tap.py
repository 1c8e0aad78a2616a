# SPDX-License-Identifier: GPL-3.0-or-later
"""Test Anything Protocol for tests that are Python programs.

    import tap
    tap.ok(condition, "what is true", "what was seen instead")
    with tap.case("what is done"):      # fails when the block raises
        ...
    tap.done()
"""

import contextlib
import sys
import time
import traceback

_count = 0
_failed = 0


def note(text):
    """Prints @text, which may have several lines, as a diagnostic."""
    for line in str(text).splitlines():
        print("#", line)
    sys.stdout.flush()


def ok(condition, name, details=""):
    """Reports one test; @details are told on standard error when it failed. Returns whether it passed."""
    global _count, _failed
    _count += 1
    if not condition:
        _failed += 1
        print("%s\n%s" % (name, details), file=sys.stderr, flush=True)
    print("%s %d - %s" % ("ok" if condition else "not ok", _count, name.replace("#", "no. ")), flush=True)
    return bool(condition)


def findings(found, name):
    """A test that passes when the list @found is empty; each finding is told otherwise."""
    return ok(not found, name, "\n".join(found))


def skip(name, reason):
    global _count
    _count += 1
    print("ok %d - %s # SKIP %s" % (_count, name, reason), flush=True)


@contextlib.contextmanager
def case(name, on_failure=None):
    """A block as one test: it fails when the block raises; then @on_failure is called (to take a picture, say)."""
    start = time.monotonic()
    try:
        yield
    except Exception:
        ok(False, name, traceback.format_exc())
        if on_failure is not None:
            on_failure()
    else:
        ok(True, name)
        note("%.0f ms" % (1000 * (time.monotonic() - start)))


def until(condition, what="the condition", retried=(), patience=60.0):
    """Returns the first true value of @condition. How fast the machine is must not matter: it has a minute, and what
    happens outside of this process sends no event, so it is looked at again and again. An error of the kinds @retried
    counts as not yet."""
    end, last = time.monotonic() + patience, None
    while True:
        try:
            value = condition()
            if value:
                return value
        except retried as error:
            last = error
        if time.monotonic() > end:
            raise AssertionError("waited %g s for %s %s" % (patience, what, last or ""))
        time.sleep(0.02)


def done():
    """Ends the program; no test at all is a failure."""
    if _count == 0:
        ok(False, "there is something to test", "nothing was tested")
    print("1..%d" % _count, flush=True)
    sys.exit(1 if _failed else 0)
