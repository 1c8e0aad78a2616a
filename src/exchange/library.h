/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/plan.h"
#include "model/regulation.h"
#include "model/unit.h"

G_BEGIN_DECLS

/* The data that come with the program. Wherever an id is taken, a path ending in ".xml" is taken too. An
 * unknown id is CS_ERROR_NOT_FOUND and the message names those that exist. */

/* Returns: (transfer full) (element-type utf8): the ids, sorted. */
GPtrArray *cs_library_list_regulations (GError **error);
GPtrArray *cs_library_list_units (GError **error);
GPtrArray *cs_library_list_plans (GError **error);

/* Returns: (transfer full) (nullable). */
CsRegulation *cs_library_regulation (const char *id_or_path, GError **error);
CsUnitSet *cs_library_units (const char *id_or_path, GError **error);

/* Also checks the plan's unit codes when its unit set is a shipped one. Returns: (transfer full) (nullable).
 */
CsPlan *cs_library_plan (const char *id_or_path, GError **error);

/**
 * cs_library_units_with:
 * @unit_code: code of a unit
 *
 * Codes of communes outlive mergers, so several sets may hold the same one: the newest set wins.
 *
 * Returns: (transfer full) (nullable): the shipped set of units that contains @unit_code
 */
CsUnitSet *cs_library_units_with (const char *unit_code, GError **error);

G_END_DECLS
