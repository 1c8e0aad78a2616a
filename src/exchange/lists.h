/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/book/store.h"

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

/**
 * cs_list_import:
 * @dry_run: everything is checked, nothing is kept
 * @problems: (element-type utf8): gets "file:line: column: message" for every bad row
 * @notes: (element-type utf8): gets what was taken but deserves a look, such as a row that could not be
 * placed
 * @n_rows: (out): rows in the list
 *
 * Reads a list of shared/design/cli.md: all rows or none.
 *
 * Returns: FALSE with CS_ERROR_INVALID when any row is bad, or with another error of the file or the book
 */
gboolean cs_list_import (CsStore *store,
                         CsListKind kind,
                         const char *path,
                         gboolean dry_run,
                         GPtrArray *problems,
                         GPtrArray *notes,
                         guint *n_rows,
                         GError **error);

G_END_DECLS
