/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/session/session-model.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What is done with a session as a whole. @from: any widget of the window concerned; what is refused is told
 * there. */

void cs_session_commands_open (GtkWidget *from, CsSessionModel *scene);

/* Asks first, telling what it means. */
void cs_session_commands_close (GtkWidget *from, CsSessionModel *scene);

/* @evaluation: what is to be discussed, 0 for nothing. Returns: whether that is so now. */
gboolean cs_session_commands_discuss (GtkWidget *from, CsSessionModel *scene, gint64 evaluation);

G_END_DECLS
