/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/session/session-model.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What everybody in the room may see of a session, as large as there is room: the product in discussion, how
 * far it is, how many sheets are missing. No name of a member is in it, and no score before the closing. */

#define CS_TYPE_PROJECTOR_BOARD (cs_projector_board_get_type ())
G_DECLARE_FINAL_TYPE (CsProjectorBoard, cs_projector_board, CS, PROJECTOR_BOARD, GtkWidget)

void cs_projector_board_show (CsProjectorBoard *self, CsSessionModel *scene);

/* Returns: (transfer none): all it shows, a line each. */
const char *cs_projector_board_get_text (CsProjectorBoard *self);

G_END_DECLS
