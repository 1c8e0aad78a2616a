/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/book/store-clock.h"

/* @since: (out) (transfer full) (nullable): the moment of the last line, when that lies after @now and the
 * command has to note it. Returns: FALSE with CS_ERROR_CONFLICT when the clock lies too far back */
gboolean _cs_store_check_clock (CsStore *self, const char *now, char **since, GError **error);
