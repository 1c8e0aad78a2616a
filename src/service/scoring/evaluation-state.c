/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/scoring/evaluation-state-private.h"

#include "base/error.h"
#include "db/query.h"
#include "repo/closing-repo.h"
#include "repo/council-repo.h"
#include "service/pins/pins-private.h"

#include <glib/gi18n-lib.h>

void
_cs_case_free (CsCase *self)
{
  if (self == NULL)
    return;
  cs_council_free (self->council);
  g_clear_pointer (&self->recusals, g_ptr_array_unref);
  g_clear_pointer (&self->sheets, g_ptr_array_unref);
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

CsCase *
_cs_case_load_frame (CsStore *store, const CsDossier *dossier, GError **error)
{
  g_autoptr (CsCase) self = g_new0 (CsCase, 1);

  if (dossier->evaluation == 0)
    {
      refuse_without_round (dossier, error);
      return NULL;
    }
  self->regulation = cs_store_get_regulation (store, dossier->regulation, error);
  if (self->regulation == NULL)
    return NULL;
  self->form = cs_regulation_form (self->regulation, dossier->form);
  self->council = cs_council_repo_by_key (store->db, dossier->council, error);
  if (self->council == NULL)
    return NULL;
  self->recusals = cs_recusal_repo_of_evaluation (store->db, dossier->evaluation, error);
  return self->recusals != NULL ? g_steal_pointer (&self) : NULL;
}

CsCase *
_cs_case_load (CsStore *store, const CsDossier *dossier, GError **error)
{
  g_autoptr (CsCase) self = _cs_case_load_frame (store, dossier, error);

  if (self == NULL)
    return NULL;
  self->sheets = cs_sheet_repo_of_evaluation (store->db, dossier->evaluation, self->form, 0, error);
  if (self->sheets == NULL || !cs_closing_repo_load (store->db, dossier->evaluation, &self->closing, error))
    return NULL;
  self->standing = self->closing != NULL
                       ? cs_standing_of_closing (self->council, self->form, self->sheets, self->closing)
                       : cs_standing_new (self->council, self->form, self->sheets, self->recusals);
  return g_steal_pointer (&self);
}

CsSheet *
_cs_case_newest (const CsCase *self, const char *member)
{
  CsSheet *best = NULL;

  for (guint i = 0; i < self->sheets->len; i++)
    {
      CsSheet *sheet = g_ptr_array_index (self->sheets, i);

      if (g_str_equal (sheet->member_key, member)
          && (best == NULL || sheet->scoring_round > best->scoring_round))
        best = sheet;
    }
  return best;
}

const CsMember *
_cs_case_member (const CsCase *self, const char *key, GError **error)
{
  const CsMember *member = cs_council_member (self->council, key);

  if (member == NULL)
    g_set_error (error, CS_ERROR, CS_ERROR_NOT_FOUND,
                 _ ("There is no member “%s” in the council %s. Check the member."), key, self->council->key);
  else if (!cs_role_scores (member->role))
    g_set_error (error, CS_ERROR, CS_ERROR_FORBIDDEN, _ ("%s is the secretary and does not score."),
                 member->name);
  else if (member->left_at != NULL)
    g_set_error (error, CS_ERROR, CS_ERROR_FORBIDDEN,
                 _ ("%s has left the council: the sheets that were submitted stay, new ones cannot begin."),
                 member->name);
  else if (cs_recusal_of (self->recusals, member->key) != NULL)
    g_set_error (error, CS_ERROR, CS_ERROR_FORBIDDEN,
                 _ ("%s is recused from this product and has no sheet for it."), member->name);
  else
    return member;
  return NULL;
}

const CsMember *
_cs_case_own_member (CsStore *store, const CsCase *self, const char *key, GError **error)
{
  const CsMember *member = _cs_case_member (self, key, error);

  return member != NULL && _cs_pins_may_open (store, self->council->key, member, error) ? member : NULL;
}

const CsMember *
_cs_case_chair (const CsCase *self, const char *key, GError **error)
{
  for (guint i = 0; i < self->council->members->len; i++)
    {
      const CsMember *member = g_ptr_array_index (self->council->members, i);

      if (member->left_at == NULL
          && (key == NULL ? member->role == CS_ROLE_CHAIR
                          : g_str_equal (member->key, key)
                                && (member->role == CS_ROLE_CHAIR || member->role == CS_ROLE_VICE)))
        return member;
    }
  g_set_error (error, CS_ERROR, CS_ERROR_FORBIDDEN,
               _ ("This is for the chair or the vice-chair of the council %s. Name one of them."),
               self->council->key);
  return NULL;
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
