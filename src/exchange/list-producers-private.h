/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/csv-table.h"
#include "service/dossiers/dossiers.h"

G_BEGIN_DECLS

/* Which producers the rows of a list of products are about: ones of the book, new ones, and those of which
 * only a person can say whether they are somebody who is there already. */

typedef struct _CsListProducers CsListProducers;

/* @table: must outlive it */
CsListProducers *_cs_list_producers_new (CsStore *store, const CsCsvTable *table);
void _cs_list_producers_free (CsListProducers *self);

/* Looks at the producer of the next row: told as a problem when an earlier row tells other things of it, else
 * noted when it is in the book, or when somebody is called nearly so. */
void
_cs_list_producers_meet (CsListProducers *self, guint row, const CsNewDossier *dossier, GPtrArray *problems);

/* Returns: (transfer none) (element-type utf8): what there is to tell about the rows so far, in their order.
 */
GPtrArray *_cs_list_producers_notes (CsListProducers *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsListProducers, _cs_list_producers_free)

G_END_DECLS
