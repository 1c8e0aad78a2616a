/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/finding.h"

#include "base/id.h"

CsFinding *
cs_finding_new (const char *criterion, const char *ground, const char *reason, const char *person)
{
  CsFinding *finding = g_new0 (CsFinding, 1);

  finding->uuid = cs_id_new ();
  finding->criterion = g_strdup (criterion);
  finding->ground = g_strdup (ground);
  finding->reason = g_strdup (reason);
  finding->person = g_strdup (person);
  return finding;
}

void
cs_finding_free (CsFinding *finding)
{
  if (finding == NULL)
    return;
  g_free (finding->uuid);
  g_free (finding->criterion);
  g_free (finding->ground);
  g_free (finding->reason);
  g_free (finding->person);
  g_free (finding->found_at);
  g_free (finding->decided_at);
  g_free (finding->decided_by);
  g_free (finding->decision);
  g_free (finding);
}

static const char *const state_texts[] = { "confirmed", "raised", "dismissed" };

const char *
cs_finding_state_to_text (CsFindingState state)
{
  return state_texts[state];
}

gboolean
cs_finding_state_parse (const char *text, CsFindingState *state)
{
  for (guint i = 0; i < G_N_ELEMENTS (state_texts); i++)
    if (g_strcmp0 (text, state_texts[i]) == 0)
      {
        *state = (CsFindingState) i;
        return TRUE;
      }
  return FALSE;
}
