/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/book/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The assistant that makes a book: decision, unit, plan and year, file. One can go back at any time without
 * losing what was chosen; nothing is written before the last step. */

#define CS_TYPE_NEW_BOOK_WINDOW (cs_new_book_window_get_type ())
G_DECLARE_FINAL_TYPE (CsNewBookWindow, cs_new_book_window, CS, NEW_BOOK_WINDOW, AdwWindow)

/**
 * CsNewBookWindow::made:
 * @store: the new book, open; the window goes away by itself
 */

/* @parent: (nullable) */
GtkWidget *cs_new_book_window_new (GtkWindow *parent);

G_END_DECLS
