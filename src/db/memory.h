/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "db/handle.h"

G_BEGIN_DECLS

/* Gives back what was read of the file and is kept in case it is wanted again: up to 64 MiB. */
void cs_db_release_memory (CsDb *db);

G_END_DECLS
