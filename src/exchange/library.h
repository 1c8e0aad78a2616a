/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/plan.h"
#include "model/regulation.h"
#include "model/template.h"
#include "model/unit.h"

G_BEGIN_DECLS

/* The data that come with the program. Wherever an id is taken, a path ending in ".xml" is taken too. An
 * unknown id is CS_ERROR_NOT_FOUND and the message names those that exist. */

/* Returns: (transfer full) (element-type utf8): the ids, sorted. */
GPtrArray *cs_library_list_regulations (GError **error);
GPtrArray *cs_library_list_units (GError **error);
GPtrArray *cs_library_list_plans (GError **error);
GPtrArray *cs_library_list_templates (GError **error);

/* Returns: (transfer full) (nullable). */
CsRegulation *cs_library_regulation (const char *id_or_path, GError **error);
CsUnitSet *cs_library_units (const char *id_or_path, GError **error);

/* Also checks the plan's unit codes when its unit set is a shipped one. Returns: (transfer full) (nullable).
 */
CsPlan *cs_library_plan (const char *id_or_path, GError **error);

/**
 * cs_library_template:
 * @paper: (nullable): the paper that it must be for, like "summary"
 *
 * Returns: (transfer full) (nullable): the words of a paper; a template for another one is CS_ERROR_INVALID
 */
CsTemplate *cs_library_template (const char *id_or_path, const char *paper, GError **error);

/* Returns: (transfer full) (nullable): the file of a template as it is, to be changed by an office. */
char *cs_library_template_source (const char *id_or_path, GError **error);

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
