/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier.h"
#include "model/sheet.h"
#include "service/book/store.h"

G_BEGIN_DECLS

/* A note while it is being typed: kept without a line of the log, and a note from the moment it is left or
 * its sheet is handed in, see cs_sheets_note(). */

/* Keeps what is being typed as the note of @question. @sheet is made when it is new. */
gboolean cs_sheets_type (CsStore *store,
                         const CsDossier *dossier,
                         CsSheet *sheet,
                         guint question,
                         const char *text,
                         GError **error);

/* Makes notes of @sheet of what was being typed for it when the program last ended without leaving the field.
 * @sheet is brought up to date. As all that writes, only for who may score it. */
gboolean cs_sheets_take_typed (CsStore *store, const CsDossier *dossier, CsSheet *sheet, GError **error);

G_END_DECLS
