/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * CsFigure:
 * A card with one large number: what it is, the number, what belongs to it.
 * Property title: text
 * Property action-name: (nullable) (construct only): an action; the whole card is then a button for it
 */
#define CS_TYPE_FIGURE (cs_figure_get_type ())
G_DECLARE_FINAL_TYPE (CsFigure, cs_figure, CS, FIGURE, AdwBin)

/* @caption: (nullable): a small line below. */
void cs_figure_set (CsFigure *self, const char *number, const char *caption);

/* Returns: (transfer none): the number shown. */
const char *cs_figure_get_number (CsFigure *self);

G_END_DECLS
