/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/page/font.h"
#include "report/page/page.h"

G_BEGIN_DECLS

/* Private to this folder. Every block of a document is cut into strips as wide as the text: a line, a table
 * row, a letterhead. The layout then only has to put strips on pages. */

typedef struct _CsStrip CsStrip;

/* Draws @strip; the origin of @cr is its top left corner. @last: nothing follows on this page. */
typedef void (*CsStripDraw) (const CsStrip *strip, cairo_t *cr, gboolean last);

struct _CsStrip
{
  double height;
  double gap;    /* above it; dropped at the top of a page */
  gboolean keep; /* must not be the first of a page: stays with the strip above */
  int header;    /* index of the strip that is repeated above it when it comes first on a page; -1: none */
  CsStripDraw draw;
  gpointer data;
  GDestroyNotify free_data; /* (nullable) */
};

typedef struct
{
  CsFonts *fonts; /* outlives the strips */
  double width;   /* of the text, points */
  double height;
  GArray *strips; /* (element-type CsStrip) */
} CsComposer;

void cs_composer_init (CsComposer *composer, CsFonts *fonts, const CsPage *page);
void cs_composer_clear (CsComposer *composer);

/* Adds a strip. Returns: (transfer none): it, until the next one is added. */
CsStrip *cs_composer_add (
    CsComposer *composer, double height, CsStripDraw draw, gpointer data, GDestroyNotify free_data);

/* Texts and rules at fixed places: the strips that are neither lines nor rows. */
typedef struct _CsPicture CsPicture;

CsPicture *cs_picture_new (void);
void cs_picture_free (CsPicture *picture);

/* Takes @layout; (@x, @y) is its top left corner. */
void cs_picture_take_text (CsPicture *picture, PangoLayout *layout, double x, double y);

/**
 * cs_picture_take_centred:
 * Takes @layout and centres it between @x and @x + @width. When it needs several lines they are made about
 * equally long, so that no word hangs alone below a title.
 *
 * Returns: the width of the longest line
 */
double cs_picture_take_centred (CsPicture *picture, PangoLayout *layout, double x, double y, double width);

void cs_picture_add_rule (CsPicture *picture, double x, double y, double length);

/* Makes @picture a strip of @composer, which takes it. */
CsStrip *cs_composer_take_picture (CsComposer *composer, CsPicture *picture, double height);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsPicture, cs_picture_free)

G_END_DECLS
