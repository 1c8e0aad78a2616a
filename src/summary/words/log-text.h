/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/log.h"

G_BEGIN_DECLS

/* Words for the lines of the log, in the reader's language. */

/* Returns: (transfer none): what was done: "Product closed"; the verb itself when it is of another version.
 */
const char *cs_log_verb_text (const char *verb);

/* Returns: (transfer none): what a thing is: "Dossier". */
const char *cs_log_kind_text (const char *kind);

/* Returns: (transfer none) (nullable): what a field of it is: "Telephone"; NULL when there is no word for it.
 */
const char *cs_log_field_text (const char *kind, const char *field);

/* Returns: (transfer full): what a field says: a day, a time, yes or no, a word; "–" for nothing. */
char *cs_log_value_text (const char *field, const char *value);

/* Returns: (transfer full) (nullable): one change of @line as a line: "Producer Hợp tác xã A: telephone: – →
 * 0912", "telephone: – → 0912" of what the line itself is about; NULL when that was added, as its verb says.
 */
char *cs_log_change_text (const CsLogLine *line, const CsLogChange *change);

/* Returns: (transfer none): what it was done to: as it is called in the changes, else as the line says. */
const char *cs_log_object_text (const CsLogLine *line);

/* Returns: (transfer full) (nullable): what the line itself tells beside its object; NULL when that is
 * nothing, or the changes tell it field by field. */
char *cs_log_line_text (const CsLogLine *line);

G_END_DECLS
