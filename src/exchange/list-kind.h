/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/csv-table.h"

G_BEGIN_DECLS

typedef enum
{
  CS_LIST_PRODUCTS,
  CS_LIST_MEMBERS,
  CS_LIST_ANSWERS,
  CS_LIST_RECOGNITIONS,
} CsListKind;

/* "products", "members", "answers", "recognitions". */
gboolean cs_list_kind_parse (const char *text, CsListKind *kind);

/* Returns: (transfer none) (array length=n): the columns that a list of @kind may have, with the headings of
 * Vietnamese offices. */
const CsCsvColumn *cs_list_kind_columns (CsListKind kind, guint *n);

G_END_DECLS
