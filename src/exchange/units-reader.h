/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/unit.h"

G_BEGIN_DECLS

/**
 * cs_units_read_file:
 * @path: a set of administrative units as XML
 * @findings: (nullable) (element-type utf8): gets everything that is wrong, "file:line: message"
 *
 * Returns: (transfer full) (nullable): the set, or NULL with CS_ERROR_INVALID and all findings
 */
CsUnitSet *cs_units_read_file (const char *path, GPtrArray *problems, GError **error);

G_END_DECLS
