/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-query.h"
#include "service/scoring/evaluation-state-private.h"

G_BEGIN_DECLS

/* Many products one after the other, each as _cs_state_load() would give it, read some hundred at a time: a
 * list asks the book a few times, however long it is. Nothing may be written while one walks. */

typedef struct _CsStateWalk CsStateWalk;

/* @keys: (transfer full) (element-type CsDossierKey) */
CsStateWalk *_cs_state_walk_new (CsStore *store, GArray *keys);
void _cs_state_walk_free (CsStateWalk *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsStateWalk, _cs_state_walk_free)

/**
 * _cs_state_walk_next:
 * @dossier: (out) (transfer full): the next one, in the order of the keys
 * @state: (out) (transfer full) (nullable): NULL when it is in no round
 *
 * Returns: FALSE with @error, or without one at the end
 */
gboolean
_cs_state_walk_next (CsStateWalk *self, CsDossier **dossier, CsEvaluationState **state, GError **error);

/* Returns: (transfer none) (element-type CsSheet): of the evaluation that was given last, which there must
 * be, those that were returned or moved; NULL with @error. */
GPtrArray *_cs_state_walk_ended (CsStateWalk *self, GError **error);

/* Returns: (transfer none) (element-type CsEvidence): of the dossier that was given last, read in the same
 * way; NULL with @error. */
GPtrArray *_cs_state_walk_evidence (CsStateWalk *self, GError **error);

G_END_DECLS
