/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/session/session-model.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Who is in the room, below the lamp that tells whether that is enough. Space notes that the member of the
 * selected row came or left, A that it does not come. */

#define CS_TYPE_ATTENDANCE_LIST (cs_attendance_list_get_type ())
G_DECLARE_FINAL_TYPE (CsAttendanceList, cs_attendance_list, CS, ATTENDANCE_LIST, AdwBin)

void cs_attendance_list_set_scene (CsAttendanceList *self, CsSessionModel *scene);

G_END_DECLS
