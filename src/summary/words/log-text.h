/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/log.h"

G_BEGIN_DECLS

/* Words for the lines of the log, in the reader's language. */

/* Returns: (transfer none): what was done: "Product closed"; the verb itself when it is of another version. */
const char *cs_log_verb_text (const char *verb);

/* Returns: (transfer none): what a thing is: "Dossier". */
const char *cs_log_kind_text (const char *kind);

/* Returns: (transfer none) (nullable): what a field of it is: "Telephone"; NULL when there is no word for it. */
const char *cs_log_field_text (const char *kind, const char *field);

/* Returns: (transfer full): what a field says: a day, a time, yes or no, a word; "–" for nothing. */
char *cs_log_value_text (const char *field, const char *value);

/* Returns: (transfer full): one change as a line: "Producer Hợp tác xã A: telephone: – → 0912". */
char *cs_log_change_text (const CsLogChange *change);

/* Returns: (transfer full) (nullable): what the line itself tells beside its object; NULL for nothing. */
char *cs_log_line_text (const CsLogLine *line);

G_END_DECLS
