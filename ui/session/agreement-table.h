/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/session/session-model.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* How far the members agreed on what was closed of a session: a column for all products and one a form, the
 * coefficients, what they mean, and how severe each member was. */

#define CS_TYPE_AGREEMENT_TABLE (cs_agreement_table_get_type ())
G_DECLARE_FINAL_TYPE (CsAgreementTable, cs_agreement_table, CS, AGREEMENT_TABLE, AdwBin)

/* Reads and shows it; it listens to nothing. */
void cs_agreement_table_show (CsAgreementTable *self, CsSessionModel *scene);

G_END_DECLS
