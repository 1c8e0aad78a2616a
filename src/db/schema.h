/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "db/handle.h"

G_BEGIN_DECLS

/* Returns: the version this program writes. */
int cs_db_current_version (void);

/* cs_db_check_schema: are tables, triggers and views as the migrations made them? Appends a sentence for each
 * that is not. */
gboolean cs_db_check_schema (CsDb *db, GPtrArray *problems, GError **error);

G_END_DECLS
