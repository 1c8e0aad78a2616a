/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/dossiers/dossiers.h"
#include "service/results/results.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CsResultItem:
 * A row of the list of results: a dossier in one round, read from the book when somebody looks at it.
 * Signal changed: what was read before is no longer true
 */
#define CS_TYPE_RESULT_ITEM (cs_result_item_get_type ())
G_DECLARE_FINAL_TYPE (CsResultItem, cs_result_item, CS, RESULT_ITEM, GObject)

CsResultItem *cs_result_item_new (CsStore *store, CsDossierKey key);

CsDossierKey cs_result_item_get_key (CsResultItem *self);

/* Returns: (transfer none) (nullable): the result, until the item changes; NULL when it cannot be read. */
const CsResult *cs_result_item_get_result (CsResultItem *self);

/* Returns: whether the result was read already. */
gboolean cs_result_item_is_loaded (CsResultItem *self);

/* Forgets what was read if @changes are about it. Returns: whether it did. */
gboolean cs_result_item_refresh (CsResultItem *self, const CsChangeSet *changes);

G_END_DECLS
