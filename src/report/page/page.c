/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/page/page.h"

CsPage
cs_page_a4 (CsPageOrientation orientation)
{
  gboolean wide = orientation == CS_PAGE_LANDSCAPE;

  return (CsPage){
    .width = (wide ? 297 : 210) * CS_PT_PER_MM,
    .height = (wide ? 210 : 297) * CS_PT_PER_MM,
    .top = 20 * CS_PT_PER_MM,
    .bottom = 20 * CS_PT_PER_MM,
    .left = 30 * CS_PT_PER_MM,
    .right = 15 * CS_PT_PER_MM,
  };
}

double
cs_page_text_width (const CsPage *page)
{
  return page->width - page->left - page->right;
}

double
cs_page_text_height (const CsPage *page)
{
  return page->height - page->top - page->bottom;
}
