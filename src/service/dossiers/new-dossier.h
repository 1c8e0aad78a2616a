/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/book/store.h"

G_BEGIN_DECLS

/* What a list or a form gives for a new dossier; every text may be NULL where nothing is known. */
typedef struct
{
  const char *code; /* NULL or "": by the regulation's pattern */
  const char *product;
  const char *description;
  const char *producer_uuid; /* (nullable): one of the book, chosen; NULL: who has this name, kind and unit */
  const char *producer;
  const char *producer_kind;
  const char *address;
  const char *phone;
  const char *representative;
  gboolean woman, minority, disability;
  const char *unit;
  int form;
  const char *kind;
  const char *round;
  const char *registered_on; /* (nullable): day, as ISO or as people write it; NULL: today */
  gboolean rehearsal;
} CsNewDossier;

/**
 * cs_new_dossier_check:
 * @problem_field: (out) (optional) (transfer none): name of the field of CsNewDossier that is wrong
 *
 * Tells whether @dossier could be added, without adding it.
 */
gboolean cs_new_dossier_check (CsStore *store,
                               const CsNewDossier *dossier,
                               const char **problem_field,
                               GError **error);

G_END_DECLS
