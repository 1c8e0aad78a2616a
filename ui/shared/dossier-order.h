/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-query.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The order of a list of dossiers, as the titles of its columns show it and change it. The book sorts, not
 * the view: GTK would look at every row. */

/* A click on the title of @column asks for @order. */
void cs_dossier_order_offer (GtkColumnViewColumn *column, CsDossierOrder order);

/* Reads which order @view shows; by code when it shows none. */
void cs_dossier_order_get (GtkColumnView *view, CsDossierOrder *order, gboolean *descending);

/* Lets @view show the order, when a column of it offers it. */
void cs_dossier_order_set (GtkColumnView *view, CsDossierOrder order, gboolean descending);

/* Returns: whether what the view's sorter tells is only a step of cs_dossier_order_set(). */
gboolean cs_dossier_order_is_moving (GtkColumnView *view);

G_END_DECLS
