/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/register.h"

void
cs_trademark_free (CsTrademark *trademark)
{
  if (trademark == NULL)
    return;
  g_free (trademark->uuid);
  g_free (trademark->name);
  g_free (trademark->owner);
  g_free (trademark->registered_on);
  g_free (trademark);
}

CsRecognition *
cs_recognition_new (void)
{
  CsRecognition *recognition = g_new0 (CsRecognition, 1);

  recognition->certificate = g_strdup ("");
  recognition->withdrawn_ground = g_strdup ("");
  return recognition;
}

CsRecognition *
cs_recognition_copy (const CsRecognition *recognition)
{
  CsRecognition *copy = g_memdup2 (recognition, sizeof *recognition);
  char **texts[] = { &copy->uuid,         &copy->product,          &copy->producer,
                     &copy->unit,         &copy->decision,         &copy->decided_on,
                     &copy->score,        &copy->certificate,      &copy->valid_until,
                     &copy->withdrawn_on, &copy->withdrawn_ground, &copy->dossier,
                     &copy->round,        &copy->regulation };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    *texts[i] = g_strdup (*texts[i]);
  return copy;
}

void
cs_recognition_free (CsRecognition *recognition)
{
  if (recognition == NULL)
    return;
  g_free (recognition->uuid);
  g_free (recognition->product);
  g_free (recognition->producer);
  g_free (recognition->unit);
  g_free (recognition->decision);
  g_free (recognition->decided_on);
  g_free (recognition->score);
  g_free (recognition->certificate);
  g_free (recognition->valid_until);
  g_free (recognition->withdrawn_on);
  g_free (recognition->withdrawn_ground);
  g_free (recognition->dossier);
  g_free (recognition->round);
  g_free (recognition->regulation);
  g_free (recognition);
}

void
cs_filing_free (CsFiling *filing)
{
  if (filing == NULL)
    return;
  g_free (filing->code);
  g_free (filing->product);
  g_free (filing->producer);
  g_free (filing->registered_on);
  g_free (filing);
}
