/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/regulation.h"

G_BEGIN_DECLS

/**
 * cs_regulation_digest:
 * Returns: (transfer full): SHA-256 over a canonical text of everything above; the copy frozen in a book is
 * checked against it
 */
char *cs_regulation_digest (const CsRegulation *regulation);

G_END_DECLS
