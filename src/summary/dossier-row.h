/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "summary/field.h"
#include "summary/result.h"

G_BEGIN_DECLS

/* A row of the lists of dossiers and results: one dossier in one round, as who asks may see it. */
typedef struct
{
  CsResult *result;       /* (owned by who made the row) */
  const CsUnitSet *units; /* (not owned) */
  const char *within;     /* (not owned): code of the book's unit: it is not told with every row */
  guint required;         /* kinds of evidence that the form asks for */
  guint present;          /* those of them that are in order */
} CsDossierRow;

/* What the row holds, each by one name for the lists in the window, the papers and the tables of programs.
 * Words are the reader's; figures are hidden until the product is closed. */
extern const CsField cs_dossier_row_fields[];

/* Returns: (transfer none): the field of that name; there must be one. */
const CsField *cs_dossier_row_field (const char *id);

G_END_DECLS
