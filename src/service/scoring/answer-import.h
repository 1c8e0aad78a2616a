/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/book/store.h"

G_BEGIN_DECLS

/* Answers that come with a list. */

typedef struct
{
  const char *product;
  const char *member;
  const char *criterion;
  int option;        /* CS_CHOICE_OPEN: @points is meant */
  int points;        /* -1: @option is meant */
  int scoring_round; /* 0: the member's present one */
} CsAnswerRow;

/**
 * cs_answers_import:
 * @rows: (element-type CsAnswerRow)
 * @problems: (element-type utf8): gets a message for each bad row
 * @lines: (array): line in the file of each row, for the messages
 *
 * All rows or none. Returns: FALSE when any row is bad.
 */
gboolean cs_answers_import (CsStore *store,
                            const GArray *rows,
                            const guint *lines,
                            const char *file,
                            GPtrArray *problems,
                            GError **error);

G_END_DECLS
