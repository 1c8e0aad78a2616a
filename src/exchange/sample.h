/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/progress.h"
#include "service/book/store.h"

G_BEGIN_DECLS

/* Books to try the program on. All producers, products and scores in them are invented and marked "mẫu". */
typedef struct
{
  guint products; /* 0: the demonstration's own list */
  guint members;  /* of each council; 0: 7 */
  guint32 seed;   /* the same seed gives the same book */
} CsSampleOptions;

/**
 * cs_sample_create:
 * @options: (nullable): NULL makes the demonstration: the real plan and units of 2024, invented dossiers over
 * the nine districts and both rounds, some of them scored
 *
 * Returns: (transfer full): the open book; an existing file is refused
 */
CsStore *cs_sample_create (
    const char *path, const CsSampleOptions *options, CsProgress progress, gpointer data, GError **error);

G_END_DECLS
