# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures of a council at work, for shots.py: every scene is a function that brings the window there."""

import re

import conduct_book
from uidrv import UIError, run, wait

APART, MIDDLE, CLOSED, FRESH = conduct_book.NAMES


def product(app, name):
    """Chooses the product @name in the list of the page that is shown, where its name then stands twice."""
    for _ in range(3):  # after a popover GTK 4.8 may lose a click
        app.mouse(app.find("label", name))
        try:
            wait(lambda: len(list(app.find_all("label", name))) > 1, "the product " + name)
            return
        except UIError:
            pass


def member(app, number):
    """Lets the @number-th member of the council score."""
    app.mouse(next(app.find_all("combo box", re.compile("Member who scores|Người chấm|Thành viên"))))
    popover = app.find(name="GtkPopover")
    app.mouse(app.find("label", re.compile(conduct_book.MEMBERS[number - 1]), within=popover))
    app._popups_gone()


def more(app, item):
    app.menu(app.find("push button", re.compile("^(More|Việc khác)$")), re.compile(item))


def score(app, number, name):
    app.key("ctrl+3")
    wait(lambda: app.is_there("label", FRESH), "the products")
    member(app, number)
    product(app, name)


def result(app, name):
    app.key("ctrl+5")
    product(app, name)


def score_apart(app):
    score(app, 1, APART)


def score_recused(app):
    score(app, 3, MIDDLE)


def score_returned(app):
    score(app, 2, MIDDLE)


def score_left(app):
    score(app, 6, FRESH)


def score_absent(app):
    score(app, 7, CLOSED)


def result_apart(app):
    result(app, APART)


def result_middle(app):
    result(app, MIDDLE)


def result_closed(app):
    result(app, CLOSED)


def result_history(app):
    """What stands below: minima, members, both rounds, what happened."""
    result(app, CLOSED)
    x, y = app.center(app.find("label", re.compile("^(What Would Change It|Điều gì làm thay đổi)")))
    run("xdotool", "mousemove", str(x), str(y - 120), "click", "--repeat", "12", "--delay", "20", "5")


def close_dialog(app):
    result(app, MIDDLE)
    app.mouse(app.find("push button", re.compile("^(Close the Product…|Chốt kết quả…)$")))


def reopen_dialog(app):
    result(app, CLOSED)
    app.mouse(app.find("push button", re.compile("^(Open Again…|Mở lại…)$")))


def recuse_dialog(app):
    score(app, 1, FRESH)
    more(app, "Recused|không chấm")


def move_dialog(app):
    score(app, 1, APART)
    more(app, "Move|Chuyển phiếu")


def paper_window(app):
    score(app, 1, FRESH)
    more(app, "Paper|giấy")
    app.find("text", re.compile(r"^1\.2 "))
    app.key("Tab")
    for digit in "1234209":
        app.key(digit, "Return")


SCENES = (score_apart, score_recused, score_returned, score_left, score_absent, result_apart, result_middle,
          result_closed, result_history, close_dialog, reopen_dialog, recuse_dialog, move_dialog, paper_window)
