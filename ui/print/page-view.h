/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/page/layout.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A page of a paper on a white sheet, as wide as there is room and as high as that makes it. */
#define CS_TYPE_PAGE_VIEW (cs_page_view_get_type ())
G_DECLARE_FINAL_TYPE (CsPageView, cs_page_view, CS, PAGE_VIEW, GtkWidget)

GtkWidget *cs_page_view_new (void);

/* Shows page @page, from 0, of @layout. */
void cs_page_view_set_page (CsPageView *self, CsLayout *layout, guint page);

/* @width: pixels the page is wide; 0 takes what there is */
void cs_page_view_set_width (CsPageView *self, int width);

G_END_DECLS
