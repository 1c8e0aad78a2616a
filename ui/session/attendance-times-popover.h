/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/session/session-model.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A member's coming and leaving in a session, a line a stay, to be corrected or taken back. It reads when it
 * is shown; what cannot be written stays with the reason below. */

#define CS_TYPE_ATTENDANCE_TIMES_POPOVER (cs_attendance_times_popover_get_type ())
G_DECLARE_FINAL_TYPE (
    CsAttendanceTimesPopover, cs_attendance_times_popover, CS, ATTENDANCE_TIMES_POPOVER, GtkPopover)

GtkWidget *cs_attendance_times_popover_new (void);

/* @member: key */
void cs_attendance_times_popover_set_member (CsAttendanceTimesPopover *self,
                                             CsSessionModel *scene,
                                             const char *member);

G_END_DECLS
