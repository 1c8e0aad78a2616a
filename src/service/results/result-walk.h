/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/book/store.h"
#include "summary/result.h"

G_BEGIN_DECLS

/* Many products one after the other, each as cs_results_of() would give it. The book is asked for some
 * hundred at a time, so that a long list costs what it reads and not what it asks. Nothing may be written
 * while one walks. */

typedef struct _CsResultWalk CsResultWalk;

/* @keys: (transfer full) (element-type CsDossierKey) */
CsResultWalk *cs_result_walk_new (CsStore *store, GArray *keys);
void cs_result_walk_free (CsResultWalk *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsResultWalk, cs_result_walk_free)

/**
 * cs_result_walk_next:
 *
 * Returns: (transfer full) (nullable): the next product; NULL with @error, or at the end without one:
 * cs_result_walk_is_over() tells them apart
 */
CsResult *cs_result_walk_next (CsResultWalk *self, GError **error);
gboolean cs_result_walk_is_over (const CsResultWalk *self);

/* Returns: (transfer none) (element-type CsSheet): of the product that was given last, without those that
 * were taken back; empty when it is in no round. CS_ERROR_FORBIDDEN while somebody sits here who is recused.
 */
GPtrArray *cs_result_walk_sheets (CsResultWalk *self, GError **error);

/* The same for those that were taken back. */
GPtrArray *cs_result_walk_ended (CsResultWalk *self, GError **error);

/* Returns: (transfer none) (element-type CsEvidence): of the product that was given last. */
GPtrArray *cs_result_walk_evidence (CsResultWalk *self, GError **error);

G_END_DECLS
