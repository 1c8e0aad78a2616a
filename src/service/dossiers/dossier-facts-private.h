/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-query.h"
#include "service/book/store-private.h"

G_BEGIN_DECLS

/* What lists and overviews look at of every dossier, read once and mended for those that a command changed.
 * Lent: until the next write. */

/* Reads a few thousand more when not all are read yet. @more: (out): whether there are more still. */
gboolean _cs_facts_read_some (CsStore *store, gboolean *more, GError **error);

/* Returns: (transfer none) (element-type CsDossierFact): all of them, by dossier and evaluation, also
 * rehearsals; their places in orders of text may be old. NULL with @error. */
const GArray *_cs_facts_get (CsStore *store, GError **error);

/**
 * _cs_facts_order:
 * @facts: from _cs_facts_get()
 *
 * Returns: (transfer none) (element-type guint32): the indices of @facts in this order; those that are equal
 * by code, then by evaluation. A verdict that is kept from who sits here is none.
 */
const GArray *_cs_facts_order (
    CsStore *store, const GArray *facts, CsDossierOrder order, gboolean descending, GError **error);

G_END_DECLS
