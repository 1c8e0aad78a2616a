/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/completeness.h"
#include "service/book/store.h"
#include "summary/result.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The head of a dossier: what it is, how far it is, what is missing, and the way to scoring or to the result.
 */

#define CS_TYPE_DOSSIER_HEADER (cs_dossier_header_get_type ())
G_DECLARE_FINAL_TYPE (CsDossierHeader, cs_dossier_header, CS, DOSSIER_HEADER, AdwBin)

/**
 * CsDossierHeader::find:
 * @kind: id of a paper kind that is missing, which the person wants to see
 */

/* @completeness: (nullable): NULL when the form is unknown. */
void cs_dossier_header_show (CsDossierHeader *self,
                             CsStore *store,
                             const CsResult *result,
                             const CsCompleteness *completeness);

G_END_DECLS
