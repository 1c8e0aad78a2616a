/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/dossier.h"

const char *const cs_producer_kinds[] = { "cooperative", "group",       "company", "farm",
                                          "household",   "association", NULL };
const char *const cs_dossier_kinds[] = { "first", "upgrade", "renewal", NULL };

CsDossier *
cs_dossier_new (void)
{
  return g_new0 (CsDossier, 1);
}

static void
producer_clear (CsProducer *producer)
{
  g_free (producer->uuid);
  g_free (producer->name);
  g_free (producer->kind);
  g_free (producer->address);
  g_free (producer->phone);
  g_free (producer->representative);
  g_free (producer->commune);
  g_free (producer->joined_to);
}

CsProducer *
cs_producer_new (void)
{
  return g_new0 (CsProducer, 1);
}

void
cs_producer_free (CsProducer *producer)
{
  if (producer == NULL)
    return;
  producer_clear (producer);
  g_free (producer);
}

void
cs_dossier_free (CsDossier *dossier)
{
  if (dossier == NULL)
    return;
  producer_clear (&dossier->producer);
  g_free (dossier->uuid);
  g_free (dossier->code);
  g_free (dossier->product);
  g_free (dossier->description);
  g_free (dossier->regulation);
  g_free (dossier->unit);
  g_free (dossier->kind);
  g_free (dossier->registered_on);
  g_free (dossier->product_uuid);
  g_free (dossier->evaluation_uuid);
  g_free (dossier->council_uuid);
  g_free (dossier->round);
  g_free (dossier->council);
  g_free (dossier->closed_at);
  g_free (dossier->close_reason);
  g_free (dossier->recognised_on);
  g_free (dossier->withdrawn_on);
  g_free (dossier);
}

CsEvidence *
cs_evidence_new (void)
{
  return g_new0 (CsEvidence, 1);
}

static void
replace (char **field, const char *text)
{
  g_free (*field);
  *field = g_strdup (text);
}

CsEvidence *
cs_evidence_dup (const CsEvidence *paper)
{
  CsEvidence *copy = cs_evidence_new ();

  copy->id = paper->id;
  copy->dossier = paper->dossier;
  copy->version = paper->version;
  replace (&copy->uuid, paper->uuid);
  replace (&copy->kind, paper->kind);
  replace (&copy->number, paper->number);
  replace (&copy->issued_on, paper->issued_on);
  replace (&copy->expires_on, paper->expires_on);
  cs_evidence_take_file (copy, paper);
  return copy;
}

void
cs_evidence_take_file (CsEvidence *paper, const CsEvidence *from)
{
  replace (&paper->file_sha256, from->file_sha256);
  replace (&paper->file_name, from->file_name);
  replace (&paper->media_type, from->media_type);
  paper->size = from->size;
}

void
cs_evidence_free (CsEvidence *paper)
{
  if (paper == NULL)
    return;
  g_free (paper->uuid);
  g_free (paper->kind);
  g_free (paper->number);
  g_free (paper->issued_on);
  g_free (paper->expires_on);
  g_free (paper->file_sha256);
  g_free (paper->file_name);
  g_free (paper->media_type);
  g_free (paper);
}
