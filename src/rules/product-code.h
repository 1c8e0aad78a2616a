/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/unit.h"

G_BEGIN_DECLS

/**
 * cs_product_code:
 * @pattern: of the regulation: names of unit kinds, {serial} and {year} in braces
 * @unit: code of the unit the dossier was filed in
 * @serial: from 1
 *
 * A part whose unit is not known (filed at a district, the pattern asks the commune) is written as zeros, so
 * that it stands out and is found by the list of what is missing.
 *
 * Returns: (transfer full): the code, "84-842-29236-1-2024"
 */
char *cs_product_code (const char *pattern, const CsUnitSet *units, const char *unit, int serial, int year);

/* Returns: whether @code was made without one of its units. */
gboolean cs_product_code_is_incomplete (const char *code);

G_END_DECLS
