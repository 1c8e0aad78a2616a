/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "summary/field.h"

G_BEGIN_DECLS

/* Returns: (transfer full): the value as people read it in a cell of a list: "78,20", "31/05/2024", "★★★";
 * "–" for a figure that nobody may see yet, "" for a text that is none. */
char *cs_field_dup_shown (const CsField *field, gconstpointer row);

G_END_DECLS
