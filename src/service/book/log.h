/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/log.h"
#include "service/book/store.h"

G_BEGIN_DECLS

/**
 * cs_log_list:
 * Who did what, and what it changed. Nothing of a score is told before its product is closed.
 *
 * Returns: (transfer full) (element-type CsLogLine): the newest first; CS_ERROR_NOT_FOUND for a dossier that
 * is not in the book, CS_ERROR_INVALID for a day that is none
 */
GPtrArray *cs_log_list (CsStore *store, const CsLogFilter *filter, GError **error);

/* Returns: (transfer full) (element-type utf8): everybody who did something, as they are written, by name. */
GPtrArray *cs_log_people (CsStore *store, GError **error);

G_END_DECLS
