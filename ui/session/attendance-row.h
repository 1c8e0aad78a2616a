/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/session/session-model.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A member of the council in a session: there, gone, absent or not come yet, with the times. */

#define CS_TYPE_ATTENDANCE_ROW (cs_attendance_row_get_type ())
G_DECLARE_FINAL_TYPE (CsAttendanceRow, cs_attendance_row, CS, ATTENDANCE_ROW, GtkListBoxRow)

/**
 * CsAttendanceRow::toggle:
 * The member came, or left, now.
 *
 * CsAttendanceRow::absent:
 * The member does not come, for a reason that is to be asked for.
 */

GtkWidget *cs_attendance_row_new (void);

/* Shows @member; a row can show another one at any time. */
void cs_attendance_row_show (CsAttendanceRow *self, CsSessionModel *scene, const CsMember *member);

/* Returns: (transfer none): key of the member. */
const char *cs_attendance_row_get_member (CsAttendanceRow *self);

G_END_DECLS
