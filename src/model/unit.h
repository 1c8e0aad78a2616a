/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Administrative units of one time: units merge and vanish, old years must still add up. */

typedef struct
{
  char *code;      /* official code, "842" */
  char *name;      /* "Thành phố Trà Vinh" */
  char *kind;      /* "province", "district", "commune" */
  char *parent;    /* (nullable): code of the unit above */
  char *successor; /* (nullable): code of the unit it became part of */
} CsUnit;

typedef struct
{
  char *id; /* "tra-vinh-2023" */
  char *title;
  char *valid_from;    /* ISO */
  char *valid_to;      /* (nullable) ISO */
  GPtrArray *units;    /* (element-type CsUnit), parents first */
  GHashTable *by_code; /* (element-type utf8 CsUnit) */
} CsUnitSet;

CsUnitSet *cs_unit_set_new (const char *id);
void cs_unit_set_unref (CsUnitSet *set);

/* Returns: (transfer none) (nullable): the unit added, or NULL when @code exists already. */
CsUnit *
cs_unit_set_add (CsUnitSet *set, const char *code, const char *name, const char *kind, const char *parent);

/* Returns: (transfer none) (nullable). */
const CsUnit *cs_unit_set_find (const CsUnitSet *set, const char *code);

/* Returns: (transfer none) (nullable): @code itself or the nearest unit above it that is of @kind. */
const CsUnit *cs_unit_set_ancestor (const CsUnitSet *set, const char *code, const char *kind);

/* Returns: whether @code is @ancestor or lies below it. */
gboolean cs_unit_set_is_within (const CsUnitSet *set, const char *code, const char *ancestor);

/* Returns: (transfer container) (element-type CsUnit): the units right below @parent, in the set's order. */
GPtrArray *cs_unit_set_children (const CsUnitSet *set, const char *parent);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsUnitSet, cs_unit_set_unref)

G_END_DECLS
