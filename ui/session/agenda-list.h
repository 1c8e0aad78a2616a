/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/session/session-model.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The agenda of a session. Products are moved by mouse or with Alt+Up and Alt+Down, taken off with Delete; a
 * row that is activated becomes what is being discussed. */

#define CS_TYPE_AGENDA_LIST (cs_agenda_list_get_type ())
G_DECLARE_FINAL_TYPE (CsAgendaList, cs_agenda_list, CS, AGENDA_LIST, AdwBin)

/**
 * CsAgendaList::selected:
 * Another product was selected, or none.
 */

void cs_agenda_list_set_scene (CsAgendaList *self, CsSessionModel *scene);

/* Returns: evaluation of the selected product, 0 for none. */
gint64 cs_agenda_list_get_selected (CsAgendaList *self);
void cs_agenda_list_select (CsAgendaList *self, gint64 evaluation);

G_END_DECLS
