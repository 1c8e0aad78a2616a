/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/book/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Who did what in this book, and what it changed: the newest first, day by day. Nothing of a score is told
 * before its product is closed. */

#define CS_TYPE_LOG_PAGE (cs_log_page_get_type ())
G_DECLARE_FINAL_TYPE (CsLogPage, cs_log_page, CS, LOG_PAGE, AdwBin)

GtkWidget *cs_log_page_new (void);

/* @store: (nullable): NULL when no book is open */
void cs_log_page_set_store (CsLogPage *self, CsStore *store);

/* The log is one of the whole book: rounds say nothing here. */
void cs_log_page_set_round (CsLogPage *self, const char *round);

G_END_DECLS
