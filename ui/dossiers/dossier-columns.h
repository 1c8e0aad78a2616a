/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/dossiers/dossiers.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The columns of the list of dossiers. */

/* How much room there is for them. */
typedef enum
{
  CS_DOSSIER_COLUMNS_FEW,  /* beside an open dossier: code, product, state */
  CS_DOSSIER_COLUMNS_MOST, /* without form and kind */
  CS_DOSSIER_COLUMNS_ALL,
} CsDossierColumns;

/* Adds all columns to @view, whose model must hold CsDossierItem. */
void cs_dossier_columns_add (GtkColumnView *view);

/* Shows those columns that there is room for. */
void cs_dossier_columns_fit (GtkColumnView *view, CsDossierColumns fit);

/**
 * cs_dossier_columns_get_order:
 * @order, @descending: (out): by which column the person sorts
 *
 * The list is sorted by the book, never in memory, so GTK's sorter is only asked what was clicked.
 */
void cs_dossier_columns_get_order (GtkColumnView *view, CsDossierOrder *order, gboolean *descending);

/* Sorts by @order alone; GTK keeps an arrow at every column that was ever clicked. */
void cs_dossier_columns_set_order (GtkColumnView *view, CsDossierOrder order, gboolean descending);

G_END_DECLS
