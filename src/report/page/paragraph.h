/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/page/composer.h"

G_BEGIN_DECLS

/* Running text by Decree 30/2020/NĐ-CP: 13 or 14 pt, justified, first line indented, 6 pt between paragraphs.
 */

#define CS_PARAGRAPH_SIZE 13.0

typedef struct
{
  const char *text; /* line ends begin new lines of the same paragraph */
  CsFontStyle style;
  double size; /* points; 0: CS_PARAGRAPH_SIZE */
  CsAlign align;
  gboolean indent; /* first line by 10 mm */
  gboolean lead;   /* introduces what follows: never the last on a page */
  gboolean trail;  /* belongs to what is above: never the first on a page */
} CsParagraph;

CsParagraph *cs_paragraph_copy (const CsParagraph *paragraph);
void cs_paragraph_free (CsParagraph *paragraph);

/* For the layout: a strip a line, never a single line of a longer paragraph on a page.
 * Returns: FALSE and CS_ERROR_INVALID when the text cannot be drawn. */
gboolean cs_paragraph_compose (const CsParagraph *paragraph, CsComposer *composer, GError **error);

G_END_DECLS
