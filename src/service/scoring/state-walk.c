/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/scoring/state-walk-private.h"

#include "repo/dossier-repo.h"
#include "repo/evidence-repo.h"

/* Few enough that what is read for nobody yet is small, many enough that asking costs nothing beside reading.
 */
#define AT_ONCE 256

struct _CsStateWalk
{
  CsStore *store; /* (not owned) */
  GArray *keys;   /* (element-type CsDossierKey) */
  guint read;     /* how many of them */

  GPtrArray *dossiers; /* (nullable) (element-type CsDossier): read together; given away one by one */
  GPtrArray *states;   /* (nullable) (element-type CsEvaluationState): of those that are in a round */
  guint next;          /* in @dossiers */
  guint next_state;

  /* lists that are read when one of them is asked for */
  CsIdSet *evaluations;  /* (nullable): of @states */
  const CsForm **forms;  /* of @states */
  GPtrArray *ended;      /* (nullable) */
  CsIdSet *dossiers_set; /* (nullable): of @dossiers */
  GPtrArray *evidence;   /* (nullable) */
};

CsStateWalk *
_cs_state_walk_new (CsStore *store, GArray *keys)
{
  CsStateWalk *self = g_new0 (CsStateWalk, 1);

  self->store = store;
  self->keys = keys;
  return self;
}

static void
forget (CsStateWalk *self)
{
  g_clear_pointer (&self->dossiers, g_ptr_array_unref);
  g_clear_pointer (&self->states, g_ptr_array_unref);
  g_clear_pointer (&self->evaluations, cs_id_set_free);
  g_clear_pointer (&self->forms, g_free);
  g_clear_pointer (&self->ended, g_ptr_array_unref);
  g_clear_pointer (&self->dossiers_set, cs_id_set_free);
  g_clear_pointer (&self->evidence, g_ptr_array_unref);
  self->next = self->next_state = 0;
}

void
_cs_state_walk_free (CsStateWalk *self)
{
  if (self == NULL)
    return;
  forget (self);
  g_array_unref (self->keys);
  g_free (self);
}

static gboolean
read_more (CsStateWalk *self, GError **error)
{
  guint n = MIN (AT_ONCE, self->keys->len - self->read);
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (CsDossierKey));
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) evaluations = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) in_round = g_ptr_array_new ();

  forget (self);
  g_array_append_vals (keys, &g_array_index (self->keys, CsDossierKey, self->read), n);
  self->read += n;
  self->dossiers = cs_dossier_repo_of_set (self->store->db, keys, error);
  if (self->dossiers == NULL)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      CsDossier *dossier = g_ptr_array_index (self->dossiers, i);

      g_array_append_val (ids, dossier->id);
      if (dossier->evaluation == 0)
        continue;
      g_array_append_val (evaluations, dossier->evaluation);
      g_ptr_array_add (in_round, dossier);
    }
  self->states = _cs_states_load (self->store, in_round, error);
  if (self->states == NULL)
    return FALSE;
  self->dossiers_set = cs_id_set_new (ids);
  self->evaluations = cs_id_set_new (evaluations);
  self->forms = g_new (const CsForm *, in_round->len);
  for (guint i = 0; i < in_round->len; i++)
    self->forms[i] = ((CsEvaluationState *) g_ptr_array_index (self->states, i))->form;
  return TRUE;
}

gboolean
_cs_state_walk_next (CsStateWalk *self, CsDossier **dossier, CsEvaluationState **state, GError **error)
{
  if ((self->dossiers == NULL || self->next == self->dossiers->len)
      && (self->read == self->keys->len || !read_more (self, error)))
    return FALSE;
  *dossier = g_steal_pointer (&self->dossiers->pdata[self->next++]);
  *state = (*dossier)->evaluation != 0 ? g_steal_pointer (&self->states->pdata[self->next_state++]) : NULL;
  return TRUE;
}

static const CsDossierKey *
given_last (const CsStateWalk *self)
{
  return &g_array_index (self->keys, CsDossierKey, self->read - self->dossiers->len + self->next - 1);
}

GPtrArray *
_cs_state_walk_ended (CsStateWalk *self, GError **error)
{
  if (self->ended == NULL)
    self->ended = cs_sheet_repo_ended_of_set (self->store->db, self->evaluations, self->forms, error);
  return self->ended != NULL ? cs_id_set_of (self->evaluations, self->ended, given_last (self)->evaluation)
                             : NULL;
}

GPtrArray *
_cs_state_walk_evidence (CsStateWalk *self, GError **error)
{
  if (self->evidence == NULL)
    self->evidence = cs_evidence_repo_of_set (self->store->db, self->dossiers_set, error);
  return self->evidence != NULL
             ? cs_id_set_of (self->dossiers_set, self->evidence, given_last (self)->dossier)
             : NULL;
}
