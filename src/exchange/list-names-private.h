/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/book/store.h"

G_BEGIN_DECLS

/* What people write in lists in the place of codes: names of units, forms and rounds. Nothing is guessed:
 * what fits two is none of them. */

/* Returns: (transfer container) (element-type CsUnit): all units called @name below @parent, right below when
 * @direct. */
GPtrArray *
_cs_list_units_called (const CsUnitSet *units, const char *name, const char *parent, gboolean direct);

/* Returns: (transfer none) (nullable): the unit of the book that @cell names, by code or by name. */
const CsUnit *_cs_list_find_unit (CsStore *store, const char *cell);

/* Returns: the number of the form that @cell names, by number or by name; 0: none. */
int _cs_list_find_form (const CsRegulation *regulation, const char *cell);

/* Returns: (transfer none): the id of the round that @cell names, by id or by name; @cell itself when there
 * is none. */
const char *_cs_list_find_round (CsStore *store, const char *cell);

G_END_DECLS
