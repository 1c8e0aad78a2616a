/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/dossiers/dossiers.h"
#include "summary/dossier-row.h"

#include <glib-object.h>

G_BEGIN_DECLS

/* A row of a list of dossiers or results: a dossier in one round, read from the book when somebody looks at
 * it. */

#define CS_TYPE_DOSSIER_ITEM (cs_dossier_item_get_type ())
G_DECLARE_FINAL_TYPE (CsDossierItem, cs_dossier_item, CS, DOSSIER_ITEM, GObject)

/**
 * CsDossierItem::changed:
 * What was read before is no longer true, and was read again.
 */

/**
 * CsDossierItemRead:
 * @evidence: (out) (transfer full) (element-type CsEvidence)
 *
 * Returns: (transfer full) (nullable): the row, which may have been read together with others; NULL: it is
 * read alone
 */
typedef CsResult *(*CsDossierItemRead) (CsDossierItem *item, GPtrArray **evidence, gpointer data);

CsDossierItem *cs_dossier_item_new (CsStore *store, CsDossierKey key);

/* @read: (nullable): asked for the row, with @data, until it is exchanged */
void cs_dossier_item_set_read (CsDossierItem *self, CsDossierItemRead read, gpointer data);

/* Reads the row again, if it was read before. */
void cs_dossier_item_reload (CsDossierItem *self);

CsDossierKey cs_dossier_item_get_key (CsDossierItem *self);

/* Returns: (transfer none) (nullable): as who sits here may see it, until the item changes; NULL when it
 * cannot be read. */
const CsResult *cs_dossier_item_get_result (CsDossierItem *self);

/* Returns: whether it was read already. */
gboolean cs_dossier_item_is_loaded (CsDossierItem *self);

/* Returns: (transfer none) (nullable): UUID of the dossier; NULL while nothing was read. */
const char *cs_dossier_item_get_uuid (CsDossierItem *self);

/* Returns: (transfer none) (nullable): the same with what its columns need, see cs_dossier_row_fields. */
const CsDossierRow *cs_dossier_item_get_row (CsDossierItem *self);

/* Never NULL. */
const char *cs_dossier_item_get_product (CsDossierItem *self);
const char *cs_dossier_item_get_producer (CsDossierItem *self);

/* Returns: whether it is scored for practice only. */
gboolean cs_dossier_item_is_rehearsal (CsDossierItem *self);

/* Returns: how often a row was read in this process, for tests and measurements. */
guint cs_dossier_item_n_loads (void);

G_END_DECLS
