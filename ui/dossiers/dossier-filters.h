/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/dossiers/dossiers.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What stands above the list of dossiers: the search, the filters with the number of dossiers in each state,
 * and the button for a new dossier. */

#define CS_TYPE_DOSSIER_FILTERS (cs_dossier_filters_get_type ())
G_DECLARE_FINAL_TYPE (CsDossierFilters, cs_dossier_filters, CS, DOSSIER_FILTERS, AdwBin)

/**
 * CsDossierFilters::changed:
 * The person filters by something else.
 *
 * CsDossierFilters::entered:
 * Enter was pressed in the search.
 *
 * CsDossierFilters::new:
 * The person wants to enter a dossier.
 */

/* @store: (nullable). Clears the filters, without telling. */
void cs_dossier_filters_set_store (CsDossierFilters *self, CsStore *store);

/* Writes words, unit, form and state into @filter; the texts are valid until the next change. */
void cs_dossier_filters_fill (CsDossierFilters *self, CsDossierFilter *filter);

/* Shows what is filtered by and how many dossiers there are of each state. */
void cs_dossier_filters_show (CsDossierFilters *self, const CsDossierFilter *filter);

/* Returns: whether the person left something out. */
gboolean cs_dossier_filters_is_filtered (const CsDossierFilter *filter);

void cs_dossier_filters_clear (CsDossierFilters *self);

/* Leaves what was filed in @unit and below it, and takes away the other filters. */
void cs_dossier_filters_show_unit (CsDossierFilters *self, const char *unit);

/* Returns: (transfer none) (nullable): the unit filtered by. */
const char *cs_dossier_filters_get_unit (CsDossierFilters *self);

/* @begun: the button for a new dossier goes on with one that was begun. */
void cs_dossier_filters_set_begun (CsDossierFilters *self, gboolean begun);

/* @wide: all filters stand in one line. */
void cs_dossier_filters_set_wide (CsDossierFilters *self, gboolean wide);

/* Typing anywhere in @widget searches. */
void cs_dossier_filters_capture (CsDossierFilters *self, GtkWidget *widget);

void cs_dossier_filters_focus (CsDossierFilters *self);

G_END_DECLS
