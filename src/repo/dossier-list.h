/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "db/db.h"
#include "model/book.h"
#include "model/dossier-query.h"
#include "model/dossier.h"

G_BEGIN_DECLS

/* Lists over all dossiers: what a page or a command goes through. */

/* Appends the facts of the next @n dossiers behind @cursor (0 to begin with) to @facts (element-type
 * CsDossierFact), by dossier and evaluation, without the places in orders of text; their words are of @words;
 * @cursor is G_MAXINT64 when there are no more. */
gboolean
cs_dossier_repo_facts (CsDb *db, GArray *facts, GStringChunk *words, gint64 *cursor, guint n, GError **error);

/* Appends the facts of one dossier. */
gboolean
cs_dossier_repo_facts_of (CsDb *db, gint64 dossier, GArray *facts, GStringChunk *words, GError **error);

typedef void (*CsDossierPlaced) (gint64 dossier, guint32 place, gpointer data);

/* Tells the place of every dossier, from 1, in the order of codes or of the names of products or producers.
 */
gboolean cs_dossier_repo_places (
    CsDb *db, CsDossierOrder order, CsDossierPlaced placed, gpointer data, GError **error);

/* Returns: (transfer full) (nullable) with @error unset: code of a dossier of the product of that name, of
 * that producer (row), under @form and in @round (nullable), that is not deleted. */
char *cs_dossier_repo_find_same (
    CsDb *db, const char *product, gint64 producer, int form, const char *round, GError **error);

/* Returns: (transfer full) (element-type CsFiling): the dossiers by which a certificate may be renewed,
 * oldest first; rehearsals and deleted ones are none, nor is one that every council it went to has decided on
 * and none in favour: it keeps no certificate alive any more. */
GPtrArray *cs_dossier_repo_filings (CsDb *db, GError **error);

G_END_DECLS
