/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier.h"
#include "service/book/store.h"

G_BEGIN_DECLS

/* What the producer hands in beside the dossier, with its files. */

GPtrArray *cs_evidence_list (CsStore *store, gint64 dossier, GError **error); /* (element-type CsEvidence) */

/* Adds (id 0) or writes a paper. @file: (nullable): a file to copy beside the book. */
gboolean cs_evidence_put (CsStore *store, CsEvidence *paper, GFile *file, GError **error);

gboolean cs_evidence_remove (CsStore *store, const CsEvidence *paper, GError **error);

/* Returns: (transfer full) (element-type utf8): digests of the files that lie beside the book for its papers.
 */
GPtrArray *cs_evidence_digests (CsStore *store, GError **error);

/* Returns: (transfer full) (nullable): the stored file of @paper; NULL without error when it has none. */
GFile *cs_evidence_locate (CsStore *store, const CsEvidence *paper);

G_END_DECLS
