/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "summary/paper/minutes.h"

/* Shared by minutes.c (the whole, agreement, conclusion), minutes-session.c (who was there, by which rules)
 * and minutes-item.c (a product). */

/* Fills what the session itself tells. */
void _cs_minutes_fill_session (CsMinutes *minutes,
                               const CsSession *session,
                               const CsCouncil *council,
                               const GPtrArray *history,
                               const char *now);

/* Adds a text in the manner of printf(). */
void _cs_minutes_say (GPtrArray *texts, const char *format, ...) G_GNUC_PRINTF (2, 3);
