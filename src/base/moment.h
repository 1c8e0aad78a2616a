/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Moments are stored in UTC to the second, "2024-05-31T08:00:00Z": they sort and compare as text. People read
 * and write the time of Vietnam, whatever the zone of the machine. */

/* Returns: whether @text is exactly of that form and on the calendar. */
gboolean cs_moment_is_valid (const char *text);

/* Returns: (transfer full) (nullable): @moment moved by @seconds, negative for earlier; NULL when it is no
 * moment. */
char *cs_moment_add_seconds (const char *moment, int seconds);

/* Returns: (transfer full) (nullable): the moment at which a day of Vietnam begins; NULL when @day is none.
 */
char *cs_moment_begin_of_day (const char *day);

/**
 * cs_moment_parse:
 * @text: as people write it, "8:30", "08:30:15" or "2024-05-31 08:30", in Vietnam's time; or a moment
 * @around: a moment of the day that is meant where @text names none
 *
 * Returns: (transfer full) (nullable): the moment, or NULL when @text is none
 */
char *cs_moment_parse (const char *text, const char *around);

/* Returns: (transfer full): @moment as a clock in Vietnam shows it, "08:30"; other text unchanged. */
char *cs_moment_to_clock (const char *moment);

/* Returns: (transfer full): the same with its day, "08:30 31/05/2024". */
char *cs_moment_to_display (const char *moment);

/* Returns: (transfer full): now, in UTC to the second, "2024-05-31T08:00:00Z". */
char *cs_moment_now (void);

G_END_DECLS
