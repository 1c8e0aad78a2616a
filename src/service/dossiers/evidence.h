/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier.h"
#include "service/book/store.h"

G_BEGIN_DECLS

/* What the producer hands in beside the dossier, with its files. */

GPtrArray *cs_dossiers_papers (CsStore *store, gint64 dossier, GError **error); /* (element-type CsPaper) */

/* Adds (id 0) or writes a paper. @file: (nullable): a file to copy beside the book. */
gboolean cs_dossiers_put_paper (CsStore *store, CsPaper *paper, GFile *file, GError **error);

gboolean cs_dossiers_remove_paper (CsStore *store, const CsPaper *paper, GError **error);

/* Returns: (transfer full) (nullable): the stored file of @paper; NULL without error when it has none. */
GFile *cs_dossiers_paper_file (CsStore *store, const CsPaper *paper);

G_END_DECLS
