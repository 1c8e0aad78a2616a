/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "db/db.h"
#include "db/transaction.h"

G_BEGIN_DECLS

/* What members prove with that it is they who sit here: only hashes are stored. */

typedef struct
{
  char *hash;
  int failures;    /* wrong tries in a row */
  char *failed_at; /* (nullable): when the last of them was */
} CsPin;

void cs_pin_free (CsPin *pin);

/* @pin: (out) (transfer full) (nullable): NULL when the member has none. */
gboolean cs_pin_repo_load (CsDb *db, gint64 member, CsPin **pin, GError **error);

/* Stores the hash of a first or another PIN; no tries are counted against it. */
gboolean
cs_pin_repo_set (CsTransaction *transaction, gint64 member, const char *hash, const char *at, GError **error);
gboolean cs_pin_repo_remove (CsTransaction *transaction, gint64 member, GError **error);

/* Writes how many wrong tries there were in a row. @failed_at: (nullable). */
gboolean cs_pin_repo_count (
    CsTransaction *transaction, gint64 member, int failures, const char *failed_at, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsPin, cs_pin_free)

G_END_DECLS
