/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/results/results.h"

/* As cs_results_of(), and nothing hidden from who sits here: for sums over many products. Takes @dossier in
 * any case. */
CsResult *_cs_results_unseen (CsStore *store, CsDossier *dossier, GError **error);
