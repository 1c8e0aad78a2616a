/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "db/db.h"
#include "db/transaction.h"
#include "model/office.h"

G_BEGIN_DECLS

/* Returns: (transfer full): of the council of that UUID; an empty one when none is stored; NULL on error. */
CsOffice *cs_office_repo_load (CsDb *db, const char *council, GError **error);

/* Stores @office, the first or another one; sets its uuid. */
gboolean cs_office_repo_set (CsTransaction *transaction, CsOffice *office, GError **error);

/* A number that a paper has. */
typedef struct
{
  char *uuid;
  const char *council; /* UUID */
  int year;
  const char *kind;
  const char *symbol;
  const char *paper;
  const char *subject; /* UUID */
  const char *given_at;
  const char *given_by;
} CsPaperNumber;

/**
 * cs_number_repo_find:
 * @number: (out) (transfer full) (nullable): as it is written; NULL when the paper has none
 */
gboolean
cs_number_repo_find (CsDb *db, const char *paper, const char *subject, char **number, GError **error);

/* Gives the next number of the council's series for year and kind. */
gboolean cs_number_repo_give (CsTransaction *transaction, const CsPaperNumber *wanted, GError **error);

G_END_DECLS
