/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/council.h"
#include "service/book/store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A council in the list at the left of its page: unit, level, how many members, a mark when it cannot work as
 * it is. */

#define CS_TYPE_COUNCIL_ROW (cs_council_row_get_type ())
G_DECLARE_FINAL_TYPE (CsCouncilRow, cs_council_row, CS, COUNCIL_ROW, GtkListBoxRow)

GtkWidget *cs_council_row_new (const char *key);

const char *cs_council_row_get_key (CsCouncilRow *self);

/* Shows @council, which is called by the row's key. */
void cs_council_row_show (CsCouncilRow *self, CsStore *store, const CsCouncil *council);

G_END_DECLS
