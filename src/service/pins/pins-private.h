/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/pins/pins.h"
#include "service/book/store-private.h"

/* May who sits here open the sheets of @member? CS_ERROR_FORBIDDEN tells what to do. */
gboolean _cs_pins_may_open (CsStore *store, const CsMember *member, GError **error);

/* @hide: (out): whether who sits here is recused from the evaluation: then its scores are kept back. */
gboolean _cs_pins_hide (CsStore *store, gint64 evaluation, gboolean *hide, GError **error);

/* @evaluations: (out) (transfer full) (nullable) (element-type gint64): all of which _cs_pins_hide() would
 * say so; NULL: none. */
gboolean _cs_pins_hidden (CsStore *store, GHashTable **evaluations, GError **error);

/* Refuses what cannot be told without the scores of the product with @code: with a gap that nobody sees it
 * would be worse than none. Returns: FALSE. */
gboolean _cs_pins_refuse_recused (const char *code, GError **error);

/* --- shared by pins.c and pin-try.c --- */

/* Returns: (transfer none): who belongs to a council now, with @council: (out) (transfer full);
 * CS_ERROR_NOT_FOUND, _FORBIDDEN. */
const CsMember *_cs_pins_find_member (CsStore *store, const char *uuid, CsCouncil **council, GError **error);

/* Lets @member sit. */
void _cs_pins_seat (CsStore *store, const CsMember *member);
