/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier.h"
#include "service/dossiers/new-dossier.h"

/* Everything of cs_new_dossier_check() but whether it agrees with what the book tells of its producer. */
gboolean _cs_new_dossier_check_fields (CsStore *store,
                                       const CsNewDossier *dossier,
                                       const char **field,
                                       GError **error);

/* @producer: (out) (transfer full) (nullable): the one of the book that @dossier belongs to, NULL: a new one.
 * Returns: FALSE with @error */
gboolean
_cs_new_dossier_producer (CsStore *store, const CsNewDossier *dossier, CsProducer **producer, GError **error);
