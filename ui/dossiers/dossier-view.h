/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/dossiers/dossiers.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* One dossier with everything that can be changed about it. There is no button for saving: a value is written
 * when its row is left or Enter is pressed, a choice at once. What could not be written stays visible, also
 * when another dossier was looked at meanwhile. */

#define CS_TYPE_DOSSIER_VIEW (cs_dossier_view_get_type ())
G_DECLARE_FINAL_TYPE (CsDossierView, cs_dossier_view, CS, DOSSIER_VIEW, AdwBin)

/**
 * CsDossierView::gone:
 * The dossier shown is not in the book any more.
 */

GtkWidget *cs_dossier_view_new (void);

/* @store: (nullable): what was typed for the old one is written first, or lost with it. */
void cs_dossier_view_set_store (CsDossierView *self, CsStore *store);

/* Shows the dossier @key. Returns: FALSE when it is not in the book; then nothing changes. */
gboolean cs_dossier_view_show (CsDossierView *self, CsDossierKey key);

/* Shows nothing. */
void cs_dossier_view_clear (CsDossierView *self);

/* Reads the dossier again; what is being typed stays. */
void cs_dossier_view_refresh (CsDossierView *self);

/* Writes what is typed. Returns: whether nothing is left unsaved. */
gboolean cs_dossier_view_flush (CsDossierView *self);

/* Returns: (transfer none) (nullable): what is shown. */
const CsDossier *cs_dossier_view_get_dossier (CsDossierView *self);

/* Returns: what is shown, zeros for nothing. */
CsDossierKey cs_dossier_view_get_key (CsDossierView *self);

G_END_DECLS
