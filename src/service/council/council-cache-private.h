/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/book/store-private.h"

/* Councils, and who is recused from what, as they stand in the book: asked for with every choice and every
 * row of a list, changed a few times a year. They are read again when a row of theirs was written, also
 * inside a command and when that was rolled back. Values: nobody changes what is lent here. */

/* Returns: (transfer none) (element-type CsCouncil): all of the book; lent until the next write. */
const GPtrArray *_cs_councils_kept (CsStore *store, GError **error);

/* Returns: (transfer full): CS_ERROR_NOT_FOUND. */
CsCouncil *_cs_councils_get (CsStore *store, const char *uuid, GError **error);

/* Returns: (transfer full): the same for the short name that people use, "district-842". */
CsCouncil *_cs_councils_find (CsStore *store, const char *key, GError **error);

/* Returns: (transfer none): the member of that UUID, also one who left; lives as long as @council: (out)
 * (transfer full). CS_ERROR_NOT_FOUND. */
const CsMember *
_cs_councils_find_member (CsStore *store, const char *uuid, CsCouncil **council, GError **error);

/* Reads what is to be kept of the recusals from @evaluations (element-type gint64), at most 1,024, together.
 */
gboolean _cs_recusals_read (CsStore *store, const GArray *evaluations, GError **error);

/* Returns: (transfer full) (element-type CsRecusal): in force for the evaluation. */
GPtrArray *_cs_recusals_kept (CsStore *store, gint64 evaluation, GError **error);
