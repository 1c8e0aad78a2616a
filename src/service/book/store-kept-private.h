/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/book/change-set.h"
#include "service/book/store.h"

G_BEGIN_DECLS

/* What a reader made of the book and keeps under the name @what while the number @as_of stays the same:
 * _cs_store_generation() of what it shows, or cs_row_sums_count() of the tables that it was read from.
 * Returns: (transfer none) (nullable): what was kept, NULL when there is nothing or it is old */
gpointer _cs_store_kept (CsStore *self, const char *what, guint64 as_of);

/* Keeps @data (transfer full). @what: static text. */
void _cs_store_keep (CsStore *self, const char *what, guint64 as_of, gpointer data, GDestroyNotify free_data);

/**
 * _cs_store_followed:
 * @since: (out) (transfer full): what changed since it was kept or asked for last; only with an answer
 *
 * The same for what is large and is mended by what changed instead of being made anew: it never grows old,
 * and who asks for it mends it, or drops it by keeping another one.
 */
gpointer _cs_store_followed (CsStore *self, const char *what, CsChangeSet **since);
void _cs_store_follow (CsStore *self, const char *what, gpointer data, GDestroyNotify free_data);

/* Keeps nothing under the name @what any more. */
void _cs_store_drop (CsStore *self, const char *what);

/* For the store itself. Returns: (transfer full): nothing kept yet. */
GHashTable *_cs_store_kept_new (void);

/* What is mended hears of @changes. */
void _cs_store_age_kept (CsStore *self, const CsChangeSet *changes);

G_END_DECLS
