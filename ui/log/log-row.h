/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/log.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One line of the log: when, what was done to what, by whom, and below it what it changed. */

#define CS_TYPE_LOG_ROW (cs_log_row_get_type ())
G_DECLARE_FINAL_TYPE (CsLogRow, cs_log_row, CS, LOG_ROW, GtkListBoxRow)

GtkWidget *cs_log_row_new (const CsLogLine *line);

/* Returns: (transfer none): the day on which it was done, as people write it. */
const char *cs_log_row_get_day (CsLogRow *self);

/* Returns: number of the line. */
gint64 cs_log_row_get_seq (CsLogRow *self);

G_END_DECLS
