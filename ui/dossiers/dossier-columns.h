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

G_END_DECLS
