/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/book/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Reads a list into the book: the kind of list, its file, and before anything is kept what would happen, row
 * by row. */

#define CS_TYPE_IMPORT_WINDOW (cs_import_window_get_type ())
G_DECLARE_FINAL_TYPE (CsImportWindow, cs_import_window, CS, IMPORT_WINDOW, AdwWindow)

GtkWidget *cs_import_window_new (GtkWindow *parent, CsStore *store);

/* Chooses the list as a person would; for the window's drop target and tests. */
void cs_import_window_set_file (CsImportWindow *self, GFile *file);

G_END_DECLS
