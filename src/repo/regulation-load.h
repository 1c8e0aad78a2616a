/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "db/db.h"
#include "model/regulation.h"

G_BEGIN_DECLS

/* Returns: (transfer full): the copy, or NULL with CS_ERROR_NOT_FOUND. */
CsRegulation *cs_regulation_repo_load (CsDb *db, const char *id, GError **error);

G_END_DECLS
