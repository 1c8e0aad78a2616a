/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/book/store.h"

G_BEGIN_DECLS

/**
 * cs_store_check:
 * @findings: (element-type utf8): gets a sentence for everything that is wrong
 *
 * Database, frozen law against its digest, seals of sheets, files of papers, and all that cs_store_audit()
 * finds.
 */
gboolean cs_store_check (CsStore *self, GPtrArray *problems, GError **error);

/* cs_store_reindex: makes what the search reads anew from the rows; the log says so. @n: (out): how many
 * dossiers are in it */
gboolean cs_store_reindex (CsStore *self, guint *n, GError **error);

/* cs_check_file: what can be told of a book that cannot be opened: the pages of its file, its schema, what
 * its rows refer to. @problems: (element-type utf8): gets a sentence for each finding */
void cs_check_file (const char *path, GPtrArray *problems);

G_END_DECLS
