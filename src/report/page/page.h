/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Geometry of a sheet of paper. Every length in this folder is in points, 1/72 inch, from the top left. */

#define CS_PT_PER_MM (72.0 / 25.4)

typedef enum
{
  CS_PAGE_PORTRAIT,
  CS_PAGE_LANDSCAPE, /* Decree 30/2020: only for tables that need the width */
} CsPageOrientation;

typedef struct
{
  double width;
  double height;
  double top; /* margins */
  double bottom;
  double left;
  double right;
} CsPage;

/**
 * cs_page_a4:
 * Margins are those of Decree 30/2020/NĐ-CP, appendix I: top and bottom 20 mm (of 20 to 25), left 30 mm (of
 * 30 to 35), right 15 mm (of 15 to 20), as one looks at the page.
 *
 * Returns: the page
 */
CsPage cs_page_a4 (CsPageOrientation orientation);

/* Returns: the size of the rectangle between the margins. */
double cs_page_text_width (const CsPage *page);
double cs_page_text_height (const CsPage *page);

G_END_DECLS
