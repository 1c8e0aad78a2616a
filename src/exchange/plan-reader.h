/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/plan.h"
#include "model/unit.h"

G_BEGIN_DECLS

/**
 * cs_plan_read_file:
 * @path: a plan of a year as XML
 * @findings: (nullable) (element-type utf8): gets everything that is wrong, "file:line: message"
 *
 * Returns: (transfer full) (nullable): the plan, or NULL with CS_ERROR_INVALID and all findings
 */
CsPlan *cs_plan_read_file (const char *path, GPtrArray *problems, GError **error);

/**
 * cs_plan_fits_units:
 * Are the plan's own unit and the units of all its targets in @units?
 *
 * Returns: FALSE and CS_ERROR_INVALID naming the first code that is not
 */
gboolean cs_plan_fits_units (const CsPlan *plan, const CsUnitSet *units, GError **error);

G_END_DECLS
