/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/book/store.h"

G_BEGIN_DECLS

/* Commands that are one: all are kept or none, each with its own line in the log. Reading in between sees
 * what they did; everybody is told when they are kept. After one of them was refused nothing more can be done
 * but dropping. */

typedef struct _CsMany CsMany;

gboolean cs_store_begin_many (CsStore *store, GError **error);

/* Keeps them. Returns: FALSE with @error when that fails; then, and after a refusal, none is kept. */
gboolean cs_store_end_many (CsStore *store, GError **error);

/* Gives all of them up; nothing happens when there are none. */
void cs_store_drop_many (CsStore *store);

G_END_DECLS
