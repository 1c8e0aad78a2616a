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
  g_free (finding);
}
