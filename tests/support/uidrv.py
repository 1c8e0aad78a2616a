# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives a GTK 4 program from outside: AT-SPI to look, AT-SPI or the mouse and keyboard to act.

Runs inside ui-env, with Debian's own /usr/bin/python3:

    from uidrv import App, wait
    app = App([path_of_chamsao, book])
    app.mouse(app.find("push button", "Nộp phiếu"))
    app.find("label", "Đã nộp phiếu")
    assert app.close() == 0 and not app.complaints()

What GTK 4.8 does differently from the books, and this file works around:
- only toplevels have the state SHOWING, so visibility is judged by VISIBLE, size and a hit test;
- extents are relative to the toplevel, and inside a popover to the popover's parent: the X windows tell the rest;
- extents in SCREEN or PARENT coordinates make the program complain: only WINDOW is asked for;
- check buttons, drop-downs and rows have no action: click them;
- a button with a mnemonic is called "_Lưu Lưu";
- Text.get_text (0, -1) is empty.
"""

import os
import re
import subprocess
import sys
import time
import warnings

import tap

# libatspi warns about interfaces that GTK 4 does not have; that must not be fatal here. The program keeps it.
PROGRAM_DEBUG = os.environ.pop("G_DEBUG", "")

import gi  # noqa: E402

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

APP_ID = "vn.chamsao.ChamSao"
State, Role = Atspi.StateType, Atspi.Role
TOPLEVELS = (Role.FRAME, Role.DIALOG, Role.WINDOW, Role.ALERT, Role.APPLICATION)

warnings.simplefilter("ignore", DeprecationWarning)
Atspi.init()
Atspi.set_timeout(60000, 60000)


class UIError(AssertionError):
    pass


def wait(condition, *told):
    """Returns the first true value of @condition; an object that vanishes while it is asked counts as not yet.

    @told: what is waited for. Scripts of others give seconds before it: nothing here hangs on how fast a machine is.
    """
    return tap.until(condition, told[-1] if told else "the condition", retried=GLib.Error)


def run(*argv):
    return subprocess.run(argv, check=True, capture_output=True, text=True).stdout


def plain_name(name):
    """The name as people see it: GTK 4.8 calls a mnemonic button "_Lưu Lưu"."""
    name = name.replace("_", "")
    half = len(name) // 2
    return name[:half] if len(name) % 2 and name[half] == " " and name[:half] == name[half + 1:] else name


class App:
    """A running program and its windows.

    @argv: the command; @wm_class: the X class of its windows and its name on the AT-SPI bus (both g_get_prgname());
    @env: added to the environment; @log: where its output goes.
    """

    def __init__(self, argv, wm_class=APP_ID, log="app.log", env=None):
        self.wm_class, self.log_path = wm_class, log
        started = time.monotonic()
        with open(log, "w", encoding="utf-8") as out:
            self.process = subprocess.Popen(argv, stdout=out, stderr=subprocess.STDOUT,
                                            env={**self._environment(), **(env or {})})
        try:
            self.root = wait(self._root, "the program on the AT-SPI bus")
            wait(lambda: any(self.has(w, State.SHOWING) for w in self.windows()), "a window that shows")
            wait(self.x_windows, "a mapped X window")
        except AssertionError:
            self.process.kill()
            sys.stderr.write(self.log())
            raise
        self.ready_ms = 1000 * (time.monotonic() - started)

    @staticmethod
    def _environment():
        env = dict(os.environ, GTK_A11Y="atspi")
        if PROGRAM_DEBUG:
            env["G_DEBUG"] = PROGRAM_DEBUG
        # GTK 4.8 itself leaks when it answers over AT-SPI
        env["ASAN_OPTIONS"] = env.get("ASAN_OPTIONS", "") + ":detect_leaks=0"
        return env

    def _root(self):
        if self.process.poll() is not None:
            raise UIError("the program ended with %s" % self.process.returncode)
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            app = desktop.get_child_at_index(i)
            if app and app.get_name() == self.wm_class and app.get_child_count():
                app.set_cache_mask(Atspi.Cache.NONE)  # the cache is refreshed from a main loop that we have not
                return app
        return None

    # ---- looking ----

    def windows(self):
        children = (self.root.get_child_at_index(i) for i in range(self.root.get_child_count()))
        return [w for w in children if w]

    def window(self, title):
        return wait(lambda: next((w for w in self.windows() if w.get_name() == title), None), "the window %r" % title)

    @staticmethod
    def has(widget, state):
        return widget.get_state_set().contains(state)

    @staticmethod
    def extents(widget):
        component = widget.get_component_iface()
        return component.get_extents(Atspi.CoordType.WINDOW) if component else None

    def walk(self, within=None):
        """Every widget that is not hidden, depth first."""
        for top in [within] if within else self.windows():
            yield from self._walk(top)

    def _walk(self, widget):
        if not self.has(widget, State.VISIBLE) and widget.get_component_iface():
            return
        yield widget
        for i in range(widget.get_child_count()):
            child = widget.get_child_at_index(i)
            if child is not None:
                yield from self._walk(child)

    def is_allocated(self, widget):
        """Popovers that are closed and pages never shown have no size."""
        e = self.extents(widget)
        return e is None or (e.width > 0 and e.height > 0)

    def find_all(self, role=None, name=None, within=None):
        """@name: the plain name, or a compiled regular expression searched in it."""
        for widget in self.walk(within):
            if role and widget.get_role_name() != role:
                continue
            if name is not None:
                seen = plain_name(widget.get_name())
                if not (name.search(seen) if hasattr(name, "search") else seen == name):
                    continue
            if self.is_allocated(widget):
                yield widget

    def find(self, role=None, name=None, within=None):
        return wait(lambda: next(self.find_all(role, name, within), None), "a widget %r %r" % (role, name))

    def is_there(self, role=None, name=None, within=None):
        return next(self.find_all(role, name, within), None) is not None

    def gone(self, role=None, name=None, within=None):
        wait(lambda: not self.is_there(role, name, within), "no more widget %r %r" % (role, name))

    @staticmethod
    def text(widget):
        return Atspi.Text.get_text(widget, 0, Atspi.Text.get_character_count(widget))

    @staticmethod
    def value(widget):
        return Atspi.Value.get_current_value(widget)

    def dump(self, within=None):
        """The tree as text, for finding out names and roles while a test is written."""
        lines = []

        def add(widget, depth):
            if self.has(widget, State.VISIBLE) or not widget.get_component_iface():
                lines.append("%s%s %r" % ("  " * depth, widget.get_role_name(), plain_name(widget.get_name())))
                for i in range(widget.get_child_count()):
                    child = widget.get_child_at_index(i)
                    if child is not None:
                        add(child, depth + 1)

        for top in [within] if within else self.windows():
            add(top, 0)
        return "\n".join(lines)

    # ---- acting through AT-SPI ----

    def act(self, widget, action=None):
        """Buttons, switches, page tabs, menu items; on a window every win.* action without a parameter."""
        iface = widget.get_action_iface()
        names = [iface.get_action_name(i) for i in range(iface.get_n_actions())] if iface else []
        if not names:
            raise UIError("%s %r has no action" % (widget.get_role_name(), widget.get_name()))
        if action is not None and action not in names:
            raise UIError("%r has no action %r, only %s" % (widget.get_name(), action, names))
        if not iface.do_action(names.index(action) if action else 0):
            raise UIError("%r refused %r" % (widget.get_name(), action or names[0]))

    @staticmethod
    def set_text(widget, text):
        if not Atspi.EditableText.set_text_contents(widget, text):
            raise UIError("%r refused the text" % widget.get_name())

    @staticmethod
    def set_value(widget, value):
        if not Atspi.Value.set_current_value(widget, value):
            raise UIError("%r refused the value" % widget.get_name())

    # ---- where things are ----

    def x_windows(self):
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--class", "^%s$" % re.escape(self.wm_class)],
                               capture_output=True, text=True, check=False).stdout
        windows = []
        for xid in found.split():
            info = subprocess.run(["xwininfo", "-id", xid], capture_output=True, text=True, check=False)
            if info.returncode:
                continue  # gone meanwhile
            x, y, width, height = (int(re.search(key + r":\s+(-?\d+)", info.stdout)[1]) for key in (
                "Absolute upper-left X", "Absolute upper-left Y", "Width", "Height"))
            windows.append({"id": xid, "x": x, "y": y, "w": width, "h": height,
                            "popup": "Override Redirect State: yes" in info.stdout})
        return windows

    @staticmethod
    def _is_toplevel(widget):
        return widget.get_role() in TOPLEVELS or widget.get_parent().get_role() == Role.APPLICATION

    def origin(self, widget):
        """Where on the screen the extents of @widget count from."""
        windows = self.x_windows()
        while not self._is_toplevel(widget):
            e = self.extents(widget)
            for w in windows if e else ():
                if w["popup"] and (w["w"], w["h"]) == (e.width, e.height):
                    return w["x"] - e.x, w["y"] - e.y
            widget = widget.get_parent()
        e = self.extents(widget)
        for w in windows:
            if w["popup"] or run("xdotool", "getwindowname", w["id"]).rstrip("\n") != widget.get_name():
                continue
            shadow = re.search(r"= (\d+), (\d+), (\d+), (\d+)", run("xprop", "-id", w["id"], "_GTK_FRAME_EXTENTS"))
            if shadow:
                return w["x"] + int(shadow[1]), w["y"] + int(shadow[3])
            return w["x"] + (w["w"] - e.width) // 2, w["y"] + (w["h"] - e.height) // 2
        raise UIError("no X window for %r" % widget.get_name())

    def center(self, widget):
        e = self.extents(widget)
        x, y = self.origin(widget)
        return x + e.x + e.width // 2, y + e.y + e.height // 2

    def is_hit(self, widget):
        """Whether @widget is what lies under its own centre: rows scrolled out of a list keep their old place."""
        top = widget
        while not self._is_toplevel(top):
            if top.get_name() in ("GtkPopover", "GtkPopoverMenu"):
                return True
            top = top.get_parent()
        e = self.extents(widget)
        found = Atspi.Component.get_accessible_at_point(top, e.x + e.width // 2, e.y + e.height // 2,
                                                        Atspi.CoordType.WINDOW)
        if found is None:  # over text fields, switches and menu buttons GTK 4.8 does not tell
            return True
        while found is not None and found != top:
            if found == widget:
                return True
            found = found.get_parent()
        return False

    # ---- acting like a person ----

    def mouse(self, widget, button=1, clicks=1, check=True):
        """Clicks on the middle of @widget, once it has come to rest and nothing covers it."""
        places = []

        def rests():
            places.append(self.center(widget))
            return len(places) > 2 and places[-1] == places[-2] == places[-3]

        wait(rests, "%s %r to come to rest" % (widget.get_role_name(), widget.get_name()))
        if check:
            wait(lambda: self.is_hit(widget), "nothing to cover %s %r" % (widget.get_role_name(), widget.get_name()))
        x, y = places[-1]
        # After a popover GTK 4.8 loses a click before which no motion arrived on its own: so two, and the program
        # answers after each. Not "mousemove --sync": it waits 15 s when the pointer is there already.
        for move in (2, 0):
            run("xdotool", "mousemove", str(x - move), str(y - move))
            self.answers()
        run("xdotool", "click", "--repeat", str(clicks), "--delay", "50", str(button))

    def answers(self):
        """The program has turned its main loop since, a few times over: each question takes a turn."""
        for window in self.windows() * 3:
            self.extents(window)

    @staticmethod
    def key(*keys):
        """xdotool's names: "ctrl+s", "Tab", "Return", "1"."""
        run("xdotool", "key", "--clearmodifiers", "--delay", "15", *keys)

    @staticmethod
    def type(text):
        run("xdotool", "type", "--delay", "8", "--", text)

    def fill(self, entry, text):
        self.mouse(entry)
        self.key("ctrl+a", "BackSpace")
        self.type(text)
        wait(lambda: self.text(entry) == text, "the text %r" % text)

    def choose(self, combo, label):
        """An item of a GtkDropDown or an AdwComboRow."""
        self.mouse(combo)
        popover = self.find(name="GtkPopover", within=combo)
        self.mouse(self.find("label", label, within=popover))
        self._popups_gone()

    def menu(self, button, *path):
        """An item of the menu that @button opens; sub-menus by their names in between."""
        self.mouse(button)
        for item in path:
            self.mouse(self.find("menu item", item))
        self._popups_gone()

    def _popups_gone(self):
        """A popover that is closing still swallows the next click."""
        wait(lambda: not any(w["popup"] for w in self.x_windows()), "the popover to close")

    @staticmethod
    def shot(path):
        """The whole screen as a PNG."""
        run("import", "-window", "root", path)

    # ---- the end ----

    def log(self):
        with open(self.log_path, encoding="utf-8", errors="replace") as log:
            return log.read()

    def complaints(self):
        """Warnings and worse that the program wrote."""
        return [line for line in self.log().splitlines()
                if re.search(r"\b(WARNING|CRITICAL|ERROR) \*\*|AddressSanitizer|runtime error:", line)]

    def close(self, timeout=60):
        """Closes the main window; returns the exit status. A test that kills the program instead sees no leaks."""
        try:
            self.act(self.windows()[0], "window.close")
        except GLib.Error:
            pass  # gone before it could answer
        return self.process.wait(timeout)
