/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier.h"
#include "model/recusal.h"
#include "service/book/store.h"

G_BEGIN_DECLS

/* Members who have no part in a product or in everything of a producer. From then on the member can neither
 * open nor see the dossier's scores, and does not count for its quorum. */

typedef struct
{
  const char *member;       /* UUID */
  const CsDossier *dossier; /* the product, or any product of the producer */
  gboolean whole_producer;  /* every product of the producer, also later ones */
  gboolean by_chair;        /* the chair decides; else the member declares */
  const char *reason;
} CsNewRecusal;

/* cs_recusals_declare: CS_ERROR_FORBIDDEN for who does not score or has left, CS_ERROR_CONFLICT when it is so
 * already, CS_ERROR_FROZEN for a product that is closed. */
gboolean cs_recusals_declare (CsStore *store, const CsNewRecusal *wanted, GError **error);

/* cs_recusals_end: for one that was noted by mistake; it stays in the book. */
gboolean cs_recusals_end (CsStore *store, const CsRecusal *recusal, const char *reason, GError **error);

/* Returns: (transfer full) (element-type CsRecusal): of @council (UUID), oldest first, also ended ones. */
GPtrArray *cs_recusals_list (CsStore *store, const char *council, GError **error);

/* Returns: (transfer full) (element-type CsRecusal): in force for the product in its round. */
GPtrArray *cs_recusals_of (CsStore *store, const CsDossier *dossier, GError **error);

/* Returns: (transfer container) (element-type CsMember): members of @council who are not recused and whose
 * organisation is the producer of @dossier: the chair should ask. They are owned by @council. */
GPtrArray *
cs_recusals_suspects (CsStore *store, const CsCouncil *council, const CsDossier *dossier, GError **error);

G_END_DECLS
