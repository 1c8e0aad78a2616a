/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/ground.h"

#include "base/id.h"

CsGround *
cs_ground_new (const char *criterion, const char *text, const char *reason, const char *person)
{
  CsGround *ground = g_new0 (CsGround, 1);

  ground->uuid = cs_id_new ();
  ground->criterion = g_strdup (criterion);
  ground->text = g_strdup (text);
  ground->reason = g_strdup (reason);
  ground->person = g_strdup (person);
  return ground;
}

void
cs_ground_free (CsGround *ground)
{
  if (ground == NULL)
    return;
  g_free (ground->uuid);
  g_free (ground->criterion);
  g_free (ground->text);
  g_free (ground->reason);
  g_free (ground->person);
  g_free (ground->found_at);
  g_free (ground->decided_at);
  g_free (ground->decided_by);
  g_free (ground->decision);
  g_free (ground);
}

static const char *const state_texts[] = { "confirmed", "raised", "dismissed" };

const char *
cs_ground_state_to_text (CsGroundState state)
{
  return state_texts[state];
}

gboolean
cs_ground_state_parse (const char *text, CsGroundState *state)
{
  for (guint i = 0; i < G_N_ELEMENTS (state_texts); i++)
    if (g_strcmp0 (text, state_texts[i]) == 0)
      {
        *state = (CsGroundState) i;
        return TRUE;
      }
  return FALSE;
}
