/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/session.h"
#include "rules/agreement.h"
#include "service/book/store.h"

G_BEGIN_DECLS

/* How far the members of a council agreed in a round. Only closed products count: before that nobody may
 * know. Rehearsals are for this and never stand among real products. A figure is the same whoever asks: one
 * with a product in it that who sits here is recused from is not told. */

typedef struct
{
  char *member;
  char *name;
  gboolean compared;   /* scored every product of the group */
  CsFraction severity; /* points above or below the others' mean */
} CsSeverity;

typedef struct
{
  char *criterion; /* no */
  CsAgreement agreement;
} CsCriterionAgreement;

typedef struct
{
  char *council;
  char *round;
  int form; /* 0: totals over all forms */
  guint products;
  CsAgreement totals;
  GPtrArray *members;  /* (element-type CsSeverity) */
  GPtrArray *criteria; /* (element-type CsCriterionAgreement): only for one form */
} CsAgreementGroup;

/**
 * cs_agreements_list:
 * @round: (nullable): only this round
 * @rehearsals: whether rehearsals are compared, and nothing else; else they are left out
 *
 * Of each council and round the totals of all closed products, then of each form with two closed products or
 * more. Members who did not score all products of a group are left out of its coefficients and marked.
 *
 * Returns: (transfer full) (element-type CsAgreementGroup): by council, round and form; CS_ERROR_FORBIDDEN:
 * who sits here is recused from all that could be told
 */
GPtrArray *cs_agreements_list (CsStore *store, const char *round, gboolean rehearsals, GError **error);

/* The same over the products on the agenda of @session that were closed by its end; rehearsals are left out.
 * Of one session all is told or, with CS_ERROR_FORBIDDEN, nothing. */
GPtrArray *cs_agreements_of_session (CsStore *store, const CsSession *session, GError **error);

G_END_DECLS
