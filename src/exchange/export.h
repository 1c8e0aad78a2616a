/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/progress.h"
#include "service/book/store.h"

G_BEGIN_DECLS

typedef struct
{
  const char *unit;  /* (nullable): only this unit and what lies below it */
  const char *round; /* (nullable): only this round */
} CsExportOptions;

/**
 * cs_export_xml:
 * @store: a book, or a snapshot of one when it runs in another thread
 * @path: written under a temporary name, synced and renamed; an existing file is replaced only then
 * @progress: (nullable)
 *
 * Streams what happened as XML, valid against package.xsd. Scores of products that are not closed are left
 * out.
 */
gboolean cs_export_xml (CsStore *store,
                        const char *path,
                        const CsExportOptions *options,
                        CsProgress progress,
                        gpointer data,
                        GCancellable *cancellable,
                        GError **error);

G_END_DECLS
