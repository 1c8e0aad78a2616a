/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Sets CS_ERROR_INVALID with @message (transfer full) and names the wrong @field. Returns: FALSE, for the
 * caller to return. */
gboolean _cs_refuse_field (const char **field, const char *name, GError **error, char *message);

/* Refuses what is no full day (ISO) of the calendar, lies in the future, or before anything of this field can
 * have happened. @day: (nullable): none is refused */
gboolean _cs_require_past_day (const char **field, const char *name, const char *day, GError **error);

/* Refuses an @end that is no day of this world, or lies before @start (nullable: not known). */
gboolean
_cs_require_end (const char **field, const char *name, const char *start, const char *end, GError **error);

/* Refuses a text that is blank or longer than @most; @what names it for the message. */
gboolean _cs_require_text (const char *text, int most, const char *what, GError **error);

/* Refuses a text of more than @most letters. */
gboolean _cs_require_fits (const char *text, int most, GError **error);

/* The same for the field of a form: @name is where the wrong text stands. */
gboolean
_cs_require_field_fits (const char **field, const char *name, const char *text, int most, GError **error);
