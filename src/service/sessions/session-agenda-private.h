/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/sessions/session-edit-private.h"

gboolean _cs_session_edit_agenda (CsSessionEdit *edit, const GArray *evaluations, GError **error);

gboolean _cs_session_edit_fill (CsSessionEdit *edit, GError **error);

gboolean _cs_session_edit_discuss (CsSessionEdit *edit, gint64 evaluation, GError **error);

/* A product that is on an agenda cannot be deleted, nor leave its council or round.
 * @dossier, @evaluation: rows; @evaluation 0: in any round
 *
 * Returns: FALSE with CS_ERROR_FROZEN when the dossier is on one. */
gboolean _cs_sessions_is_free (CsStore *store, gint64 dossier, gint64 evaluation, GError **error);
