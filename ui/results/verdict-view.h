/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/dossiers/dossiers.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* One product's evaluation. Closed: the reason of its stars, the scale, parts, minima, members with their
 * points, and what follows: recognise, or the decision that did. Open: who has handed in and nothing about
 * points, with what can be done: record a ground for elimination, close. */
#define CS_TYPE_VERDICT_VIEW (cs_verdict_view_get_type ())
G_DECLARE_FINAL_TYPE (CsVerdictView, cs_verdict_view, CS, VERDICT_VIEW, AdwBin)

GtkWidget *cs_verdict_view_new (void);

/* Shows the dossier @key of @store; NULL and NULL show nothing. */
void cs_verdict_view_show (CsVerdictView *self, CsStore *store, const CsDossierKey *key);

/* Reads the same dossier again. */
void cs_verdict_view_refresh (CsVerdictView *self);

G_END_DECLS
