/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/dossiers/evidence.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A file on its way into the book: copied beside it in the worker, then written as the file of a paper,
 * whatever the page shows by then. */

#define CS_TYPE_FILE_COPY (cs_file_copy_get_type ())
G_DECLARE_FINAL_TYPE (CsFileCopy, cs_file_copy, CS, FILE_COPY, GObject)

/**
 * CsFileCopy::progress:
 * @share: (as guint): of a hundred
 *
 * CsFileCopy::ended:
 * It is written, given up, or failed and told.
 */

/**
 * cs_file_copy_new:
 * @from: a widget of the window that is told when it fails
 * @paper: that gets the file: as it is in the book, or with id 0 a new one
 *
 * Begins at once. Returns: (transfer full): lives as long as the work does
 */
CsFileCopy *cs_file_copy_new (GtkWidget *from, CsStore *store, const CsEvidence *paper, GFile *file);

/* Nothing of it is kept. */
void cs_file_copy_give_up (CsFileCopy *self);

G_END_DECLS
