/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A row of the navigation list: icon, name of the page, how many things wait there. */

#define CS_TYPE_NAV_ROW (cs_nav_row_get_type ())
G_DECLARE_FINAL_TYPE (CsNavRow, cs_nav_row, CS, NAV_ROW, GtkListBoxRow)

/* @page: name that cs_nav_row_get_page() gives back; @title is for people. */
GtkWidget *cs_nav_row_new (const char *page, const char *title, const char *icon);

const char *cs_nav_row_get_page (CsNavRow *self);

/* @count: negative shows none. */
void cs_nav_row_set_count (CsNavRow *self, int count);

G_END_DECLS
