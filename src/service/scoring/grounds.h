/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier.h"
#include "model/finding.h"
#include "service/book/store.h"

G_BEGIN_DECLS

/* Grounds for elimination: raised by somebody, decided by the council. */

/* Adds a ground: raised, or confirmed at once when @finding's state says so. */
gboolean cs_sheets_add_finding (CsStore *store, const CsDossier *dossier, CsFinding *finding, GError **error);

gboolean
cs_sheets_remove_finding (CsStore *store, const CsDossier *dossier, const CsFinding *finding, GError **error);

/* Decides on a ground that was raised. @why: needed to dismiss it. */
gboolean cs_sheets_decide_finding (CsStore *store,
                                   const CsDossier *dossier,
                                   const CsFinding *finding,
                                   gboolean confirmed,
                                   const char *why,
                                   GError **error);

GPtrArray *
cs_sheets_findings (CsStore *store, const CsDossier *dossier, GError **error); /* (element-type CsFinding) */

G_END_DECLS
