/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/dossiers/dossiers.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The list of dossiers with its search, filters and order, and what to do when it is empty. */

#define CS_TYPE_DOSSIER_LIST (cs_dossier_list_get_type ())
G_DECLARE_FINAL_TYPE (CsDossierList, cs_dossier_list, CS, DOSSIER_LIST, AdwBin)

/**
 * CsDossierList:order:
 * "code", "product", "producer", "unit" or "form"; the action dossiers.order.
 *
 * CsDossierList:descending:
 * The other way round; the action dossiers.descending.
 *
 * CsDossierList::open:
 * @dossier, @evaluation: of the row that was activated
 *
 * CsDossierList::chosen:
 * @dossier, @evaluation: of the row that a person moved to
 *
 * CsDossierList::delete:
 * @dossier, @evaluation: of the row on which Delete was pressed
 *
 * CsDossierList::new:
 * The person wants to enter a dossier.
 */

GtkWidget *cs_dossier_list_new (void);

/* @store: (nullable). */
void cs_dossier_list_set_store (CsDossierList *self, CsStore *store);

/* @round: (nullable): NULL lists those of all rounds. */
void cs_dossier_list_set_round (CsDossierList *self, const char *round);

/* Leaves what was filed in @unit and below it, and takes away the other filters. */
void cs_dossier_list_show_unit (CsDossierList *self, const char *unit);

/* Returns: (transfer none) (nullable): the unit filtered by. */
const char *cs_dossier_list_get_unit (CsDossierList *self);

/* @changes: of CsChange; @key: the row that stays or becomes chosen, zeros for none. */
void cs_dossier_list_refresh (CsDossierList *self, const CsChangeSet *changes, CsDossierKey key);

/* Chooses the row of @key, zeros for none. Returns: whether it is listed. */
gboolean cs_dossier_list_choose (CsDossierList *self, CsDossierKey key, gboolean scroll);

/* @beside: the list stands beside an open dossier and shows only few columns. */
void cs_dossier_list_set_beside (CsDossierList *self, gboolean beside);

/* @begun: the button for a new dossier goes on with one that was begun. */
void cs_dossier_list_set_begun (CsDossierList *self, gboolean begun);

void cs_dossier_list_focus_search (CsDossierList *self);
void cs_dossier_list_focus_rows (CsDossierList *self);

G_END_DECLS
