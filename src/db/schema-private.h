/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "db/handle-private.h"

/* Brings the schema to the present version, one step after the other. */
gboolean _cs_db_migrate (CsDb *db, GError **error);
