/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "summary/field.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Adds the fields of @row to the object that is open: numbers as numbers, texts as texts, "a.b" as b in an
 * object a. What is derived is left out: whoever reads JSON can count. */
void cs_json_row (JsonBuilder *builder, const CsField *fields, gconstpointer row);

/* The same of a row of totals: only what has a sum. */
void cs_json_totals (JsonBuilder *builder, const CsField *fields, gconstpointer row);

G_END_DECLS
