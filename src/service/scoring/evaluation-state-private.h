/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "repo/sheet-repo.h"
#include "rules/standing.h"
#include "model/closing.h"
#include "model/council.h"
#include "model/dossier.h"
#include "service/book/store-private.h"

/* Everything about one product's evaluation, read together. */
typedef struct
{
  const CsRegulation *regulation; /* (not owned) */
  const CsForm *form;             /* (not owned) */
  CsCouncil *council;
  GPtrArray *recusals; /* (element-type CsRecusal): in force for the product */
  GPtrArray *sheets;   /* (element-type CsSheet): without those that were taken back */
  GPtrArray *grounds;  /* (element-type CsGround): for elimination, also those that were dismissed */
  CsClosing *closing;  /* (nullable): of a closed product */
  CsStanding *standing;
} CsEvaluationState;

CsEvaluationState *_cs_state_load (CsStore *store, const CsDossier *dossier, GError **error);

/* Returns: (transfer full) (element-type CsEvaluationState): those of @dossiers (element-type CsDossier), all
 * different and each in a round, in their order. Asks the book as often for a thousand as for one. */
GPtrArray *_cs_states_load (CsStore *store, const GPtrArray *dossiers, GError **error);

/* Returns: whether the council confirmed a ground for elimination. */
gboolean _cs_state_is_eliminated (const CsEvaluationState *self);

/* The same without any sheet: law, council and who is recused. */
CsEvaluationState *_cs_state_load_frame (CsStore *store, const CsDossier *dossier, GError **error);
void _cs_state_free (CsEvaluationState *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsEvaluationState, _cs_state_free)

/* Returns: (transfer none) (nullable): the member's sheet of the highest scoring round. */
CsSheet *_cs_state_newest (const CsEvaluationState *self, const CsMember *member);

/* Returns: (transfer none): a member who may score the product; CS_ERROR_NOT_FOUND for the UUID of nobody in
 * the council that sits for it, _FORBIDDEN for the secretary, for who has left and for who is recused. */
const CsMember *_cs_state_member (const CsEvaluationState *self, const char *uuid, GError **error);

/* The same for lists, which name a member by the key in the council that sits for the product. */
const CsMember *_cs_state_member_of_key (const CsEvaluationState *self, const char *key, GError **error);

/* The same, and who sits here may open this member's sheets: for the member's own work. */
const CsMember *
_cs_state_own_member (CsStore *store, const CsEvaluationState *self, const char *uuid, GError **error);

/* Returns: (transfer none): the council's chair or vice-chair of that UUID, NULL takes the chair;
 * CS_ERROR_FORBIDDEN for anybody else. */
const CsMember *_cs_state_chair (const CsEvaluationState *self, const char *uuid, GError **error);

/* Returns: (transfer full): a sheet of @member for the product, without any answer and not yet stored. */
CsSheet *
_cs_state_sheet_new (const CsEvaluationState *self, const CsDossier *dossier, const CsMember *member);

/* May all sheets of the product be told? Not while somebody sits here who is recused from it. */
gboolean _cs_sheets_may_list (CsStore *store, const CsDossier *dossier, GError **error);

/* Is what somebody holds still the present state of the product? CS_ERROR_CONFLICT when not. */
gboolean _cs_sheets_refuse_stale (const CsDossier *dossier, GError **error);

/* Is the evaluation still open, asked inside the transaction? CS_ERROR_FROZEN when not: the dossier in
 * somebody's hand may be older than its closing. */
gboolean _cs_evaluation_is_open (CsStore *store, const CsDossier *dossier, GError **error);

/* Refuses a product that is closed as it was shown already. Returns: whether it was. */
gboolean _cs_evaluation_refuse_closed (const CsDossier *dossier, GError **error);
