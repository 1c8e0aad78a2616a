/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Rows by which others are asked for, a thousand in one query:
 * "… WHERE s.evaluation IN (SELECT value FROM json_each (:ids))". Each has its place: what the query brings
 * is put to the row that it belongs to. */

typedef struct _CsIdSet CsIdSet;

/* @ids: (element-type gint64): places 0, 1, 2…; one that stands twice has its first. */
CsIdSet *cs_id_set_new (const GArray *ids);
CsIdSet *cs_id_set_new_one (gint64 id);
void cs_id_set_free (CsIdSet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsIdSet, cs_id_set_free)

/* Returns: (transfer none): the ids as a JSON array. */
const char *cs_id_set_json (const CsIdSet *self);

/* Returns: (transfer none): of @lists, one a place, the one of @id; NULL when that is not in the set. */
gpointer cs_id_set_of (const CsIdSet *self, const GPtrArray *lists, gint64 id);

/* Returns: the place of @id, -1 when it is not in the set. */
int cs_id_set_place (const CsIdSet *self, gint64 id);

/* Returns: (transfer full) (element-type GPtrArray): an empty list a place, whose items @free frees. */
GPtrArray *cs_id_set_lists (const CsIdSet *self, GDestroyNotify free);

G_END_DECLS
