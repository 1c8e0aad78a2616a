/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/shared/dossier-item.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The rows that a filter leaves, as CsDossierItem. Only the keys are in memory; a row is read from the book
 * when a view asks for it and forgotten with its last reference, so that 100,000 rows cost no more than what
 * is on screen.
 *
 * It does not list anew by itself: a page that is not on screen need not read again. */

#define CS_TYPE_DOSSIER_MODEL (cs_dossier_model_get_type ())
G_DECLARE_FINAL_TYPE (CsDossierModel, cs_dossier_model, CS, DOSSIER_MODEL, GObject)

CsDossierModel *cs_dossier_model_new (void);

/* @store: (nullable): NULL empties the list. */
void cs_dossier_model_set_store (CsDossierModel *self, CsStore *store);

/* Copies @filter and shows what it leaves. */
void cs_dossier_model_set_filter (CsDossierModel *self, const CsDossierFilter *filter);

/* Returns: (transfer none): valid until the next cs_dossier_model_set_filter(). */
const CsDossierFilter *cs_dossier_model_get_filter (CsDossierModel *self);

/**
 * cs_dossier_model_refresh:
 * @changes: of CsChange: what a command touched
 *
 * Reads the keys again when they can be others, announces the smallest range that differs, and reads those
 * rows again that somebody holds.
 */
void cs_dossier_model_refresh (CsDossierModel *self, const CsChangeSet *changes);

/* Returns: how many rows there are; as a list a long one grows to that over some frames. */
guint cs_dossier_model_count (CsDossierModel *self);

/* Returns: whether a row has @key, and its @position, at which the list has it from now on. */
gboolean cs_dossier_model_find (CsDossierModel *self, CsDossierKey key, guint *position);

CsDossierKey cs_dossier_model_get_key (CsDossierModel *self, guint position);

G_END_DECLS
