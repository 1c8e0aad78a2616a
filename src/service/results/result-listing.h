/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/book/store.h"

G_BEGIN_DECLS

/* What cs_results_list() lists, some at a time: for windows, which must not stand still meanwhile. When the
 * book is changed between two steps, it begins anew. */
typedef struct _CsResultListing CsResultListing;

/* As cs_results_list(), without a product. */
CsResultListing *cs_result_listing_new (CsStore *store, const char *round, const char *unit, GError **error);
void cs_result_listing_free (CsResultListing *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsResultListing, cs_result_listing_free)

/* Reads @n more. @more: (out): whether there are more still */
gboolean cs_result_listing_step (CsResultListing *self, guint n, gboolean *more, GError **error);

/* Returns: (transfer full) (element-type CsResult): the whole list, once there are no more. */
GPtrArray *cs_result_listing_take (CsResultListing *self);

G_END_DECLS
