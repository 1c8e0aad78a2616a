/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/list-names-private.h"

#include "base/text.h"
#include "summary/words/formats.h"

/* "Thị xã Duyên Hải", "TX Duyên Hải", "Duyên Hải" → "duyen hai" and the kind words in front, if any. */
static char *
bare_name (const char *name, char **kind)
{
  static const char *const prefixes[][2] = {
    { "thanh pho ", "thanh pho" }, { "tp ", "thanh pho" }, { "thi xa ", "thi xa" }, { "tx ", "thi xa" },
    { "huyen ", "huyen" },         { "tinh ", "tinh" },    { "xa ", "xa" },         { "phuong ", "phuong" },
    { "thi tran ", "thi tran" },   { "tt ", "thi tran" },
  };
  g_autofree char *folded = cs_text_fold (name);

  *kind = NULL;
  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (g_str_has_prefix (folded, prefixes[i][0]) && !g_ascii_isdigit (folded[strlen (prefixes[i][0])]))
      {
        *kind = g_strdup (prefixes[i][1]);
        return g_strdup (folded + strlen (prefixes[i][0]));
      }
  return g_steal_pointer (&folded);
}

static gboolean
is_called (const CsUnit *unit, const char *bare, const char *kind)
{
  g_autofree char *own_kind = NULL;
  g_autofree char *own = bare_name (unit->name, &own_kind);

  return g_str_equal (own, bare) && (kind == NULL || g_strcmp0 (kind, own_kind) == 0);
}

GPtrArray *
_cs_list_units_called (const CsUnitSet *units, const char *name, const char *parent, gboolean direct)
{
  g_autofree char *kind = NULL;
  g_autofree char *bare = bare_name (name, &kind);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < units->units->len; i++)
    {
      CsUnit *unit = g_ptr_array_index (units->units, i);

      if (direct ? g_strcmp0 (unit->parent, parent) != 0 : !cs_unit_set_is_within (units, unit->code, parent))
        continue;
      if (is_called (unit, bare, kind))
        g_ptr_array_add (found, unit);
    }
  return found;
}

const CsUnit *
_cs_list_find_unit (CsStore *store, const char *cell)
{
  const CsUnitSet *units = cs_store_get_units (store);
  const CsUnit *unit = cs_unit_set_find (units, cell);
  g_autoptr (GPtrArray) named = NULL;

  if (unit != NULL)
    return unit;
  named = _cs_list_units_called (units, cell, cs_store_get_book (store)->unit, FALSE);
  return named->len == 1 ? g_ptr_array_index (named, 0) : NULL;
}

int
_cs_list_find_form (const CsRegulation *regulation, const char *cell)
{
  g_autofree char *folded = NULL;
  int no, found = 0;

  if (cs_text_to_int (cell, 1, 9999, &no))
    return no;
  folded = cs_text_fold (cell);
  for (guint i = 0; i < regulation->forms->len; i++)
    {
      const CsForm *form = g_ptr_array_index (regulation->forms, i);
      g_autofree char *name = cs_text_fold (form->name);

      if (!g_str_equal (name, folded))
        continue;
      if (found != 0)
        return 0; /* two of one name: which one is meant is not guessed */
      found = form->no;
    }
  return found;
}

const char *
_cs_list_find_round (CsStore *store, const char *cell)
{
  const GPtrArray *rounds = cs_store_get_rounds (store);
  g_autofree char *folded = NULL;

  if (cs_store_find_round (store, cell) != NULL)
    return cell;
  folded = cs_text_fold (cell);
  for (guint i = 0; i < rounds->len; i++)
    {
      const CsRound *round = g_ptr_array_index (rounds, i);
      g_autofree char *text = cs_format_round (cs_store_get_current_regulation (store), round);
      g_autofree char *name = cs_text_fold (text), *id = cs_text_fold (round->id);

      if (g_str_equal (id, folded) || g_str_equal (name, folded))
        return round->id;
    }
  return cell;
}
