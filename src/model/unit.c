/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/unit.h"

static void
unit_free (gpointer data)
{
  CsUnit *unit = data;

  g_free (unit->code);
  g_free (unit->name);
  g_free (unit->kind);
  g_free (unit->parent);
  g_free (unit->successor);
  g_free (unit);
}

CsUnitSet *
cs_unit_set_new (const char *id)
{
  CsUnitSet *set = g_rc_box_new0 (CsUnitSet);

  set->id = g_strdup (id);
  set->title = g_strdup ("");
  set->valid_from = g_strdup ("");
  set->units = g_ptr_array_new_with_free_func (unit_free);
  set->by_code = g_hash_table_new (g_str_hash, g_str_equal);
  return set;
}

static void
unit_set_clear (gpointer data)
{
  CsUnitSet *set = data;

  g_free (set->id);
  g_free (set->title);
  g_free (set->valid_from);
  g_free (set->valid_to);
  g_hash_table_unref (set->by_code);
  g_ptr_array_unref (set->units);
}

void
cs_unit_set_unref (CsUnitSet *set)
{
  if (set != NULL)
    g_rc_box_release_full (set, unit_set_clear);
}

CsUnit *
cs_unit_set_add (CsUnitSet *set, const char *code, const char *name, const char *kind, const char *parent)
{
  CsUnit *unit;

  if (g_hash_table_contains (set->by_code, code))
    return NULL;
  unit = g_new0 (CsUnit, 1);
  unit->code = g_strdup (code);
  unit->name = g_strdup (name);
  unit->kind = g_strdup (kind);
  unit->parent = g_strdup (parent);
  g_ptr_array_add (set->units, unit);
  g_hash_table_insert (set->by_code, unit->code, unit);
  return unit;
}

const CsUnit *
cs_unit_set_find (const CsUnitSet *set, const char *code)
{
  return code != NULL ? g_hash_table_lookup (set->by_code, code) : NULL;
}

const CsUnit *
cs_unit_set_ancestor (const CsUnitSet *set, const char *code, const char *kind)
{
  const CsUnit *unit = cs_unit_set_find (set, code);

  /* a parent stands before its children, so this ends */
  while (unit != NULL && !g_str_equal (unit->kind, kind))
    unit = cs_unit_set_find (set, unit->parent);
  return unit;
}

gboolean
cs_unit_set_is_within (const CsUnitSet *set, const char *code, const char *ancestor)
{
  for (const CsUnit *unit = cs_unit_set_find (set, code); unit != NULL;
       unit = cs_unit_set_find (set, unit->parent))
    if (g_str_equal (unit->code, ancestor))
      return TRUE;
  return FALSE;
}

GPtrArray *
cs_unit_set_children (const CsUnitSet *set, const char *parent)
{
  GPtrArray *children = g_ptr_array_new ();

  for (guint i = 0; i < set->units->len; i++)
    {
      CsUnit *unit = g_ptr_array_index (set->units, i);

      if (g_strcmp0 (unit->parent, parent) == 0)
        g_ptr_array_add (children, unit);
    }
  return children;
}
