/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The copies that the program made of a book by itself: when, why, and what each holds. Restoring one makes
 * another book of it; nothing is replaced. */

#define CS_TYPE_COPIES_WINDOW (cs_copies_window_get_type ())
G_DECLARE_FINAL_TYPE (CsCopiesWindow, cs_copies_window, CS, COPIES_WINDOW, AdwWindow)

/* @path: of the book, which need not be one that can be opened. "win.restore-copy" of @parent is asked to
 * restore what is chosen. */
void cs_copies_window_present (GtkWindow *parent, const char *path);

G_END_DECLS
