/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A member who has no part in a product, or in all of one producer: declared by the member or decided by the
 * chair. */
typedef struct
{
  char *uuid;
  char *member_uuid;
  char *member_key;    /* for people: unique in the council alone */
  char *dossier;       /* (nullable): code; NULL: every product of @producer */
  char *producer;      /* (nullable): name */
  char *producer_uuid; /* (nullable) */
  gboolean by_chair;   /* else by the member */
  char *reason;
  char *since;
  char *ended_at;   /* (nullable) */
  char *end_reason; /* (nullable) */
} CsRecusal;

void cs_recusal_free (CsRecusal *recusal);

/* The recusal of the member of that UUID among the CsRecusal of @recusals (nullable: none); owned by it.
 * NULL: the member is not recused. */
const CsRecusal *cs_recusal_of (const GPtrArray *recusals, const char *member_uuid);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsRecusal, cs_recusal_free)

G_END_DECLS
