/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/book/store.h"

G_BEGIN_DECLS

typedef struct
{
  GPtrArray *dossiers;     /* (element-type CsDossier) */
  GPtrArray *recognitions; /* (element-type CsRecognition) */
} CsSearch;

/* @limit: 0 for all. Returns: (transfer full). */
CsSearch *cs_search_new (CsStore *store, const char *words, guint limit, GError **error);

void cs_search_free (CsSearch *search);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsSearch, cs_search_free)

G_END_DECLS
