/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * CsLayout:
 * A document on its pages. The same painter serves the screen, GtkPrintOperation and the PDF. It may be made
 * in one thread and used in another, but never by two at once.
 */
typedef struct _CsLayout CsLayout;

CsLayout *cs_layout_ref (CsLayout *layout);
void cs_layout_unref (CsLayout *layout);

/* Returns: (transfer full) (nullable): what on it is not as it was written, because the font lacks letters.
 */
char *cs_layout_dup_warning (const CsLayout *layout);

/* Returns: how many pages there are, at least 1. */
guint cs_layout_n_pages (const CsLayout *layout);

/* Writes the size of page @i (from 0) in points. */
void cs_layout_page_size (const CsLayout *layout, guint i, double *width, double *height);

/**
 * cs_layout_draw_page:
 * @i: page, from 0
 * @cr: a context with points as units and the corner of the sheet as origin; scaled for a preview
 *
 * Draws in black on whatever is there: a preview paints its own white sheet. @cr is left as it was.
 */
void cs_layout_draw_page (const CsLayout *layout, guint i, cairo_t *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsLayout, cs_layout_unref)

G_END_DECLS
