/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier.h"
#include "service/book/store.h"

G_BEGIN_DECLS

/* Closing a product: what counted is held fast, by which the verdict follows. */

typedef struct
{
  const char *reason;   /* (nullable): why the product is closed although the totals lie too far apart */
  GHashTable *absences; /* (nullable) (element-type utf8 utf8): why a member has no sheet, by UUID */
  const char *day; /* (nullable): when the council closed it, for what is typed afterwards; NULL: the day of
                      the session that has it on its agenda, else today */
} CsCloseOptions;

/**
 * cs_evaluation_close:
 * @options: (nullable)
 *
 * CS_ERROR_FORBIDDEN tells what is missing: quorum, open sheets, spread, an undecided ground, the reason why
 * a member who is in the room has no sheet. Members without a sheet become absent. CS_ERROR_INVALID: a day
 * that has not come, lies before the day on which a member submitted the own sheet, or is not that of the
 * session.
 */
gboolean
cs_evaluation_close (CsStore *store, const CsDossier *dossier, const CsCloseOptions *options, GError **error);

/* Tells whether nothing but the spread of the totals keeps the product from being closed: then a reason is
 * enough. */
gboolean
cs_evaluation_needs_reason (CsStore *store, const CsDossier *dossier, gboolean *needs, GError **error);

G_END_DECLS
