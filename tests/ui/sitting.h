/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/session.h"
#include "service/book/store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What the tests of sessions share: a page in a window, with a book for it, and doing as a person would. */

#define COUNCIL "district-842"
#define ROUND   "district-1"

/* A book with five members who score, four of them needed, and three products. */
typedef struct
{
  CsStore *store;
  char *codes[3];
  GtkWidget *window;
  GtkWidget *page;
} Sitting;

void sitting_set_up (Sitting *sitting, gconstpointer data);

void sitting_tear_down (Sitting *sitting, gconstpointer data);

void sitting_show (Sitting *sitting);

void sitting_plan (CsStore *store, gboolean open);

CsSession *sitting_stored (CsStore *store);

void sitting_score_all (CsStore *store, const char *code, const int totals[5]);

void sitting_arrive (CsStore *store, const char *const *members);

void sitting_discuss (CsStore *store, const char *code);

/* Presses keys as a person would: "alt+Down". */
void sitting_press (const char *keys);

void sitting_click (gpointer within, const char *label);

GtkWidget *sitting_row (Sitting *sitting, GType type, guint position);

void sitting_focus_row (Sitting *sitting, GType type, guint position);

const char *sitting_projector_text (Sitting *sitting);

G_END_DECLS
