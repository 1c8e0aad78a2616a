/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/results/result-walk.h"
#include "summary/words/verdict-text.h"

#include "service/pins/pins-private.h"
#include "service/results/result-of-state-private.h"
#include "service/scoring/state-walk-private.h"

struct _CsResultWalk
{
  CsStore *store; /* (owned) */
  CsStateWalk *states;
  guint n;     /* all of them */
  guint given; /* of these */

  char *code;        /* (nullable): of the product that was given last */
  GPtrArray *sheets; /* (nullable): its */
  gboolean hidden;
  GError *changed; /* (nullable): why nothing may be told of what was given last */
};

CsResultWalk *
cs_result_walk_new (CsStore *store, GArray *keys)
{
  CsResultWalk *self = g_new0 (CsResultWalk, 1);

  self->store = g_object_ref (store);
  self->n = keys->len;
  self->states = _cs_state_walk_new (store, keys);
  return self;
}

void
cs_result_walk_free (CsResultWalk *self)
{
  if (self == NULL)
    return;
  _cs_state_walk_free (self->states);
  g_clear_pointer (&self->sheets, g_ptr_array_unref);
  g_free (self->code);
  g_object_unref (self->store);
  g_clear_error (&self->changed);
  g_free (self);
}

CsResult *
cs_result_walk_next (CsResultWalk *self, GError **error)
{
  CsDossier *dossier;
  g_autoptr (CsEvaluationState) state = NULL;
  CsResult *result;

  if (!_cs_state_walk_next (self->states, &dossier, &state, error))
    return NULL;
  g_clear_pointer (&self->sheets, g_ptr_array_unref);
  self->sheets = state != NULL ? g_ptr_array_ref (state->sheets) : g_ptr_array_new ();
  g_free (self->code);
  self->code = g_strdup (dossier->code);
  if (!_cs_pins_hide (self->store, dossier->evaluation, &self->hidden, error))
    {
      cs_dossier_free (dossier);
      return NULL;
    }
  result = _cs_result_of_state (self->store, dossier, state, error);
  g_clear_error (&self->changed);
  if (result != NULL)
    cs_result_is_sealed (result, &self->changed);
  self->given += result != NULL;
  return result;
}

gboolean
cs_result_walk_is_over (const CsResultWalk *self)
{
  return self->given == self->n;
}

static gboolean
may_tell (const CsResultWalk *self, GError **error)
{
  if (self->changed == NULL)
    return !self->hidden || _cs_pins_refuse_recused (self->code, error);
  g_propagate_error (error, g_error_copy (self->changed));
  return FALSE;
}

GPtrArray *
cs_result_walk_sheets (CsResultWalk *self, GError **error)
{
  return may_tell (self, error) ? self->sheets : NULL;
}

GPtrArray *
cs_result_walk_ended (CsResultWalk *self, GError **error)
{
  return may_tell (self, error) ? _cs_state_walk_ended (self->states, error) : NULL;
}

GPtrArray *
cs_result_walk_evidence (CsResultWalk *self, GError **error)
{
  return _cs_state_walk_evidence (self->states, error);
}
