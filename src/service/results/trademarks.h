/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/register.h"
#include "service/book/store.h"

G_BEGIN_DECLS

/* OCOP brands that a unit built in the year. */

/* Returns: (transfer full) (element-type CsTrademark): all of the book, by name. */
GPtrArray *cs_trademarks_list (CsStore *store, GError **error);

/**
 * cs_trademarks_add:
 * @trademark: gets a UUID when it has none; one that was taken away comes back with its own
 * @problem_field: (out) (optional) (transfer none): "name", "owner" or "registered_on"
 *
 * CS_ERROR_INVALID: a text that is missing or too long, a day that is none or lies in the future.
 */
gboolean
cs_trademarks_add (CsStore *store, CsTrademark *trademark, const char **problem_field, GError **error);

/* Writes all of @trademark's fields, found by its UUID. Refused as by cs_trademarks_add(); CS_ERROR_CONFLICT:
 * it is not in the book any more. */
gboolean cs_trademarks_update (CsStore *store,
                               const CsTrademark *trademark,
                               const char **problem_field,
                               GError **error);

/* CS_ERROR_CONFLICT: it is not in the book any more. */
gboolean cs_trademarks_remove (CsStore *store, const CsTrademark *trademark, GError **error);

G_END_DECLS
