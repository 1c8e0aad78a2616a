/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/scoring/evaluation-state-private.h"

#include "base/error.h"
#include "db/query.h"
#include "repo/closing-repo.h"
#include "repo/council-repo.h"
#include "service/council/council-cache-private.h"
#include "service/pins/pins-private.h"

#include <glib/gi18n-lib.h>

void
_cs_state_free (CsEvaluationState *self)
{
  if (self == NULL)
    return;
  cs_council_unref (self->council);
  g_clear_pointer (&self->recusals, g_ptr_array_unref);
  g_clear_pointer (&self->sheets, g_ptr_array_unref);
  g_clear_pointer (&self->grounds, g_ptr_array_unref);
  cs_standing_free (self->standing);
  cs_closing_free (self->closing);
  g_free (self);
}

static gboolean
refuse_without_round (const CsDossier *dossier, GError **error)
{
  g_set_error (error, CS_ERROR, CS_ERROR_INVALID, _ ("%s is in no round yet. Choose its round first."),
               dossier->code);
  return FALSE;
}

/* Only a book that was changed outside the program has such a row. */
static void
refuse_without_council (const CsDossier *dossier, GError **error)
{
  g_set_error (
      error, CS_ERROR, CS_ERROR_CORRUPT,
      _ ("The council of %s is missing: the book was changed outside the program. Check the book, or "
         "restore a backup."),
      dossier->code);
}

CsEvaluationState *
_cs_state_load_frame (CsStore *store, const CsDossier *dossier, GError **error)
{
  g_autoptr (CsEvaluationState) self = g_new0 (CsEvaluationState, 1);

  if (dossier->evaluation == 0)
    {
      refuse_without_round (dossier, error);
      return NULL;
    }
  self->regulation = cs_store_get_regulation (store, dossier->regulation, error);
  if (self->regulation == NULL)
    return NULL;
  self->form = cs_regulation_form (self->regulation, dossier->form);
  self->council =
      dossier->council_uuid != NULL ? _cs_councils_get (store, dossier->council_uuid, error) : NULL;
  if (dossier->council_uuid == NULL)
    refuse_without_council (dossier, error);
  if (self->council == NULL)
    return NULL;
  self->recusals = _cs_recusals_kept (store, dossier->evaluation, error);
  return self->recusals != NULL ? g_steal_pointer (&self) : NULL;
}

/* What is read of all evaluations together: a list each. */
typedef struct
{
  CsIdSet *set;
  GPtrArray *sheets;
  GPtrArray *grounds;
  GPtrArray *closings;
} Rows;

static void
rows_clear (Rows *rows)
{
  cs_id_set_free (rows->set);
  g_clear_pointer (&rows->sheets, g_ptr_array_unref);
  g_clear_pointer (&rows->grounds, g_ptr_array_unref);
  g_clear_pointer (&rows->closings, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Rows, rows_clear)

static gboolean
read_rows (CsStore *store, Rows *rows, const GArray *evaluations, const GPtrArray *states, GError **error)
{
  g_autofree const CsForm **forms = g_new (const CsForm *, states->len);

  for (guint i = 0; i < states->len; i++)
    forms[i] = ((CsEvaluationState *) g_ptr_array_index (states, i))->form;
  rows->set = cs_id_set_new (evaluations);
  rows->sheets = cs_sheet_repo_of_set (store->db, rows->set, forms, error);
  rows->grounds = rows->sheets != NULL ? cs_ground_repo_of_set (store->db, rows->set, error) : NULL;
  rows->closings = rows->grounds != NULL ? cs_closing_repo_of_set (store->db, rows->set, error) : NULL;
  return rows->closings != NULL;
}

static void
fill (CsEvaluationState *self, const Rows *rows, guint place)
{
  GPtrArray *closings = g_ptr_array_index (rows->closings, place);

  self->sheets = g_ptr_array_ref (g_ptr_array_index (rows->sheets, place));
  self->grounds = g_ptr_array_ref (g_ptr_array_index (rows->grounds, place));
  if (closings->len > 0)
    self->closing = g_ptr_array_steal_index (closings, closings->len - 1);
  self->standing = self->closing != NULL
                       ? cs_standing_of_closing (self->council, self->form, self->sheets, self->closing)
                       : cs_standing_new (self->council, self->form, self->sheets, self->recusals);
}

GPtrArray *
_cs_states_load (CsStore *store, const GPtrArray *dossiers, GError **error)
{
  g_autoptr (GPtrArray) states = g_ptr_array_new_full (dossiers->len, (GDestroyNotify) _cs_state_free);
  g_autoptr (GArray) evaluations = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_auto (Rows) rows = { 0 };

  for (guint i = 0; i < dossiers->len; i++)
    g_array_append_val (evaluations, ((CsDossier *) g_ptr_array_index (dossiers, i))->evaluation);
  if (!_cs_recusals_read (store, evaluations, error))
    return NULL;
  for (guint i = 0; i < dossiers->len; i++)
    {
      CsEvaluationState *state = _cs_state_load_frame (store, g_ptr_array_index (dossiers, i), error);

      if (state == NULL)
        return NULL;
      g_ptr_array_add (states, state);
    }
  if (!read_rows (store, &rows, evaluations, states, error))
    return NULL;
  for (guint i = 0; i < states->len; i++)
    fill (g_ptr_array_index (states, i), &rows, i);
  return g_steal_pointer (&states);
}

CsEvaluationState *
_cs_state_load (CsStore *store, const CsDossier *dossier, GError **error)
{
  g_autoptr (GPtrArray) one = g_ptr_array_new ();
  g_autoptr (GPtrArray) states = NULL;

  g_ptr_array_add (one, (gpointer) dossier);
  states = _cs_states_load (store, one, error);
  return states != NULL ? g_ptr_array_steal_index (states, 0) : NULL;
}

gboolean
_cs_state_is_eliminated (const CsEvaluationState *self)
{
  for (guint i = 0; i < self->grounds->len; i++)
    if (((CsGround *) g_ptr_array_index (self->grounds, i))->state == CS_GROUND_CONFIRMED)
      return TRUE;
  return FALSE;
}

CsSheet *
_cs_state_newest (const CsEvaluationState *self, const CsMember *member)
{
  CsSheet *best = NULL;

  for (guint i = 0; i < self->sheets->len; i++)
    {
      CsSheet *sheet = g_ptr_array_index (self->sheets, i);

      if (sheet->member == member->id && (best == NULL || sheet->scoring_round > best->scoring_round))
        best = sheet;
    }
  return best;
}

/* @named: how the member was named, for the message */
static const CsMember *
may_score (const CsEvaluationState *self, const CsMember *member, const char *named, GError **error)
{
  if (member == NULL)
    g_set_error (error, CS_ERROR, CS_ERROR_NOT_FOUND,
                 _ ("There is no member “%s” in the council %s. Check the member."), named,
                 self->council->key);
  else if (!cs_role_scores (member->role))
    g_set_error (error, CS_ERROR, CS_ERROR_FORBIDDEN, _ ("%s is the secretary and does not score."),
                 member->name);
  else if (member->left_at != NULL)
    g_set_error (error, CS_ERROR, CS_ERROR_FORBIDDEN,
                 _ ("%s has left the council: the sheets that were submitted stay, new ones cannot begin."),
                 member->name);
  else if (cs_recusal_of (self->recusals, member->uuid) != NULL)
    g_set_error (error, CS_ERROR, CS_ERROR_FORBIDDEN,
                 _ ("%s is recused from this product and has no sheet for it."), member->name);
  else
    return member;
  return NULL;
}

const CsMember *
_cs_state_member (const CsEvaluationState *self, const char *uuid, GError **error)
{
  return may_score (self, cs_council_member_by_uuid (self->council, uuid), uuid, error);
}

const CsMember *
_cs_state_member_of_key (const CsEvaluationState *self, const char *key, GError **error)
{
  return may_score (self, cs_council_member (self->council, key), key, error);
}

const CsMember *
_cs_state_own_member (CsStore *store, const CsEvaluationState *self, const char *uuid, GError **error)
{
  const CsMember *member = _cs_state_member (self, uuid, error);

  return member != NULL && _cs_pins_may_open (store, member, error) ? member : NULL;
}

const CsMember *
_cs_state_chair (const CsEvaluationState *self, const char *uuid, GError **error)
{
  for (guint i = 0; i < self->council->members->len; i++)
    {
      const CsMember *member = g_ptr_array_index (self->council->members, i);

      if (member->left_at == NULL
          && (uuid == NULL ? member->role == CS_ROLE_CHAIR
                           : g_str_equal (member->uuid, uuid)
                                 && (member->role == CS_ROLE_CHAIR || member->role == CS_ROLE_VICE)))
        return member;
    }
  g_set_error (error, CS_ERROR, CS_ERROR_FORBIDDEN,
               _ ("This is for the chair or the vice-chair of the council %s. Name one of them."),
               self->council->key);
  return NULL;
}

CsSheet *
_cs_state_sheet_new (const CsEvaluationState *self, const CsDossier *dossier, const CsMember *member)
{
  CsSheet *sheet = cs_sheet_new (cs_form_n_questions (self->form));

  sheet->evaluation = dossier->evaluation;
  sheet->member = member->id;
  sheet->member_uuid = g_strdup (member->uuid);
  sheet->member_key = g_strdup (member->key);
  return sheet;
}

gboolean
_cs_sheets_may_list (CsStore *store, const CsDossier *dossier, GError **error)
{
  gboolean hide;

  return _cs_pins_hide (store, dossier->evaluation, &hide, error)
         && (!hide || _cs_pins_refuse_recused (dossier->code, error));
}

gboolean
_cs_evaluation_is_open (CsStore *store, const CsDossier *dossier, GError **error)
{
  CsQuery *q;
  g_autofree char *state = NULL;

  if (dossier->evaluation == 0)
    return refuse_without_round (dossier, error);
  q = cs_query (store->db, "SELECT state FROM evaluation WHERE id = :id");
  cs_query_set_int (q, ":id", dossier->evaluation);
  if (cs_query_next (q))
    state = cs_query_dup (q, 0);
  if (!cs_query_done (q, error))
    return FALSE;
  if (g_strcmp0 (state, "open") != 0)
    g_set_error (error, CS_ERROR, CS_ERROR_FROZEN, _ ("%s is closed: its scores can no longer be changed."),
                 dossier->code);
  return g_strcmp0 (state, "open") == 0;
}

gboolean
_cs_sheets_refuse_stale (const CsDossier *dossier, GError **error)
{
  g_set_error (error, CS_ERROR, CS_ERROR_CONFLICT,
               _ ("The sheet for %s was changed somewhere else meanwhile. Look at it again, then repeat your "
                  "change."),
               dossier->code);
  return FALSE;
}

gboolean
_cs_evaluation_refuse_closed (const CsDossier *dossier, GError **error)
{
  if (dossier->closed)
    g_set_error (error, CS_ERROR, CS_ERROR_FROZEN, _ ("%s is closed already."), dossier->code);
  return dossier->closed;
}
