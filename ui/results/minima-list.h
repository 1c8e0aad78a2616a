/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "summary/result.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The minima of a form for 3, 4 and 5 stars: what is reached with a tick, what is missing in red with what it
 * has and what it needs. */
#define CS_TYPE_MINIMA_LIST (cs_minima_list_get_type ())
G_DECLARE_FINAL_TYPE (CsMinimaList, cs_minima_list, CS, MINIMA_LIST, AdwBin)

/* Shows the minima of @result, (nullable); without a verdict there is nothing to show. */
void cs_minima_list_show (CsMinimaList *self, const CsResult *result);

G_END_DECLS
