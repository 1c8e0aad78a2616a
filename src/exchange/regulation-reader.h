/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/regulation.h"

G_BEGIN_DECLS

/**
 * cs_regulation_read_file:
 * @path: a regulation as XML
 * @findings: (nullable) (element-type utf8): gets everything that is wrong, "file:line: message"
 *
 * Reads, validates by the schema and by cs_regulation_check(). A file with any finding is refused whole.
 *
 * Returns: (transfer full) (nullable): the regulation, or NULL with CS_ERROR_INVALID and all findings
 */
CsRegulation *cs_regulation_read_file (const char *path, GPtrArray *problems, GError **error);

/**
 * cs_regulation_read_checked:
 * @warnings: (nullable) (element-type utf8): gets the sums that are known not to add up in forms marked as
 * not verified, "file:line: message"; they do not make the file refused
 *
 * Like cs_regulation_read_file(), and tells the known oddities too: for `regulation check`.
 */
CsRegulation *
cs_regulation_read_checked (const char *path, GPtrArray *problems, GPtrArray *warnings, GError **error);

/* The same for bytes in memory; @name stands for the file in messages. */
CsRegulation *cs_regulation_read_data (const char *data,
                                       gsize length,
                                       const char *name,
                                       GPtrArray *problems,
                                       GPtrArray *warnings,
                                       GError **error);

G_END_DECLS
