/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Dates are stored and exchanged as ISO 8601 text ("2024-05-31"): they sort and compare as text. */

/* Returns: whether @text is exactly YYYY-MM-DD and a day of the calendar. */
gboolean cs_date_is_valid (const char *text);

/* Returns: whether @iso is a day that papers of today can bear, from 1990 to 2100: a slip of the hand is
 * none. */
gboolean cs_date_is_plausible (const char *iso);

/* Returns: (transfer full): @text (ISO) as people here write it, 31/05/2024; other text unchanged. */
char *cs_date_to_display (const char *text);

/**
 * cs_date_from_display:
 * @text: 31/05/2024, 31-5-2024 or the ISO form
 *
 * Returns: (transfer full) (nullable): the ISO form, or NULL when it is no date
 */
char *cs_date_from_display (const char *text);

/* Returns: (transfer full): the zone of Vietnam, the only one in which days and times are told. */
GTimeZone *cs_date_zone_new (void);

/* Returns: (transfer full): today's date in Vietnam in ISO form, whatever the machine's own zone. Only
 * services may ask; rules get it passed in. */
char *cs_date_today (void);

/* Returns: (transfer full) (nullable): the day of @moment ("2024-05-31T18:00:00Z") in Vietnam, where papers
 * are signed: "2024-06-01"; NULL when it is no moment. */
char *cs_date_of_moment (const char *moment);

/* Returns: (transfer full): the same for people, "01:00 ngày 01/06/2024"; other text unchanged. */
char *cs_date_moment_on_paper (const char *moment);

/* Returns: (transfer full) (nullable): @iso moved by @months, kept within the month (31/01 + 1 = 28 or
 * 29/02); NULL when @iso is no day, or after the year 9999. */
char *cs_date_add_months (const char *iso, int months);

/* Returns: (transfer full) (nullable): @iso moved by @days, negative for earlier; NULL when @iso is no day,
 * or before the year 1 or after 9999. */
char *cs_date_add_days (const char *iso, int days);

/* Returns: days from @from to @to, both ISO; negative when @to is earlier. */
int cs_date_days_between (const char *from, const char *to);

G_END_DECLS
