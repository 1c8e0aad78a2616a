/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/session/session-model.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A product on the agenda: its place, how far it is, how many sheets are in, whether it is in discussion. */

#define CS_TYPE_AGENDA_ROW (cs_agenda_row_get_type ())
G_DECLARE_FINAL_TYPE (CsAgendaRow, cs_agenda_row, CS, AGENDA_ROW, GtkListBoxRow)

GtkWidget *cs_agenda_row_new (void);

/* Shows item @position of the agenda; a row can show another one at any time. */
void cs_agenda_row_show (CsAgendaRow *self, CsSessionModel *scene, guint position);

gint64 cs_agenda_row_get_evaluation (CsAgendaRow *self);

G_END_DECLS
