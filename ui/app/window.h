/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/book/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A window with one book, or with none and the welcome page. Pages talk to each other by its actions only:
 *
 *   win.show-page       (s)  "overview", "dossiers", "score", "session", "results", "councils", "log"
 *   win.show-dossiers   (s)  code of a unit: the dossiers of that unit
 *   win.open-dossier    (s)  code of a product
 *   win.score           (s)  code of a product
 *   win.show-result     (s)  code of a product
 *   win.print-summary   (ss) code of a unit or "" for the book's own, id of a round or "" for the whole year
 *   win.print                the summary of what is shown
 *   win.print-table     (ss) code of a closed product, id of its round or "" for the newest
 *   win.print-sheet    (sss) the same and key of a member
 *   win.export               the book as XML
 *   win.undo-delete     (x)  id of a dossier
 *   win.show-folder     (s)  path of a file
 *   win.lock                 locks the score sheets that were opened with a PIN
 *   win.search               the search entry of the dossiers page
 *   win.close-book           back to the welcome page
 */

#define CS_TYPE_WINDOW (cs_window_get_type ())
G_DECLARE_FINAL_TYPE (CsWindow, cs_window, CS, WINDOW, AdwApplicationWindow)

/* @application: (nullable): only in tests there is none */
CsWindow *cs_window_new (GtkApplication *application);

/* @store: (nullable): NULL shows the welcome page. One whose file is still to be checked is checked
 * meanwhile. */
void cs_window_set_store (CsWindow *self, CsStore *store);

/* Returns: (transfer none) (nullable). */
CsStore *cs_window_get_store (CsWindow *self);

/* Shows the page called @name, see above; does nothing without a book or for an unknown name. */
void cs_window_show_page (CsWindow *self, const char *name);

/* Says below the header what is wrong and what to do; NULL takes it away. */
void cs_window_set_notice (CsWindow *self, const char *text);

G_END_DECLS
