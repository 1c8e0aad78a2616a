/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/app/window.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The program: its windows, one for each open book, and what does not belong to one book:
 *
 *   app.new-book, app.open, app.open-book (s path), app.open-sample,
 *   app.preferences, app.shortcuts, app.about, app.quit
 */

#define CS_TYPE_APPLICATION (cs_application_get_type ())
G_DECLARE_FINAL_TYPE (CsApplication, cs_application, CS, APPLICATION, AdwApplication)

CsApplication *cs_application_new (void);

/**
 * cs_application_open_book:
 * @from: (nullable): the window that asked; takes the book when it has none yet
 *
 * Shows the window that has the book at @path, or opens the book. A failure is told to the person.
 */
void cs_application_open_book (CsApplication *self, const char *path, CsWindow *from);

/* The same for a book that was opened already. */
void cs_application_show_store (CsApplication *self, CsStore *store, CsWindow *from);

G_END_DECLS
