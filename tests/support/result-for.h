/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/results/results.h"

/* @dossier: (transfer full): whose result it is, as the book has it now. */
static inline CsResult *
result_for (CsStore *store, CsDossier *dossier, GError **error)
{
  g_autoptr (CsDossier) owned = dossier;

  return cs_results_of (store, (CsDossierKey){ owned->id, owned->evaluation }, error);
}
