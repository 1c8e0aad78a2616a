/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-query.h"
#include "model/dossier.h"
#include "service/book/store.h"
#include "service/dossiers/new-dossier.h"

G_BEGIN_DECLS

/* Commands and reads on producers, products and dossiers. */

/* Returns: (transfer full) (nullable) with @error unset: code of a dossier that is this one already: the same
 * name of the product, producer, form and round. A list that is read twice makes no doubles. */
char *cs_dossiers_find_same (CsStore *store, const CsNewDossier *dossier, GError **error);

/* Returns: (transfer full): one row. */
CsDossier *cs_dossiers_get (CsStore *store, CsDossierKey key, GError **error);

/* @round: (nullable): the newest. Returns: (transfer full): CS_ERROR_NOT_FOUND. */
CsDossier *cs_dossiers_by_code (CsStore *store, const char *code, const char *round, GError **error);

/* Returns: (transfer full): the code that the next dossier filed in @unit gets. */
char *cs_dossiers_next_code (CsStore *store, const char *unit, GError **error);

/**
 * cs_dossiers_is_scored:
 * Returns: whether form and unit of @dossier are fixed, because it has a sheet in any round or is closed
 */
gboolean cs_dossiers_is_scored (CsStore *store, const CsDossier *dossier);

/* Adds one. Returns: (transfer full): its code; CS_ERROR_INVALID, CS_ERROR_CONFLICT when the code exists. */
char *cs_dossiers_add (CsStore *store, const CsNewDossier *dossier, GError **error);

/* Adds all or none, as one command. @warnings: (nullable) (element-type utf8). */
gboolean cs_dossiers_add_many (CsStore *store, const GArray *dossiers, GPtrArray *warnings, GError **error);

/* Writes all of @dossier's and its producer's fields; CS_ERROR_CONFLICT when stale, _FROZEN when already
 * scored and the form or unit would change. */
gboolean cs_dossiers_update (CsStore *store, const CsDossier *dossier, GError **error);

/* Deleting hides a dossier; it can be brought back. CS_ERROR_FROZEN when it has sheets. */
gboolean cs_dossiers_delete (CsStore *store, gint64 id, GError **error);
gboolean cs_dossiers_restore (CsStore *store, gint64 id, GError **error);

G_END_DECLS
