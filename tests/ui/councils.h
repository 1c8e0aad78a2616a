/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/council.h"
#include "service/book/store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What the tests of the page of councils share: a page in a window, with a book for it. */

typedef struct
{
  CsStore *store;
  GtkWidget *window;
  GtkWidget *page;
} Councils;

void councils_set_up_empty (Councils *councils, gconstpointer data);

void councils_set_up (Councils *councils, gconstpointer data);

void councils_tear_down (Councils *councils, gconstpointer data);

void councils_show (Councils *councils);

CsCouncil *councils_read (Councils *councils);

/* What a click on the button that activates @action does; with @target (nullable) the one for it. */
void councils_press (Councils *councils, const char *action, GVariant *target);

void councils_click (gpointer within, const char *id);

void councils_type_into (gpointer within, const char *id, const char *text);

gpointer councils_dialog_of (GType type);

G_END_DECLS
