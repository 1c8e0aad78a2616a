/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/shared/unit-chooser.h"

#include "summary/words/formats.h"

static void
add_below (CsChooser *self, const CsUnitSet *units, const char *code, const char *root, guint level)
{
  g_autoptr (GPtrArray) children = cs_unit_set_children (units, code);

  for (guint i = 0; i < children->len; i++)
    {
      const CsUnit *unit = g_ptr_array_index (children, i);
      /* the unit above is written where a name alone means nothing: nine wards are called "Phường 1" */
      const char *above = g_str_equal (code, root) ? NULL : cs_unit_set_find (units, code)->name;

      cs_chooser_add (self, unit->code, unit->name, above, level);
      add_below (self, units, unit->code, root, level + 1);
    }
}

void
cs_chooser_add_units (CsChooser *self, const CsUnitSet *units, const char *root, gboolean with_root)
{
  const CsUnit *unit = cs_unit_set_find (units, root);

  g_return_if_fail (unit != NULL);

  if (with_root)
    cs_chooser_add (self, root, unit->name, NULL, 0);
  add_below (self, units, root, root, with_root ? 1 : 0);
}

void
cs_chooser_add_forms (CsChooser *self, const CsRegulation *regulation)
{
  for (guint i = 0; i < regulation->forms->len; i++)
    {
      const CsForm *form = g_ptr_array_index (regulation->forms, i);
      g_autofree char *id = g_strdup_printf ("%d", form->no);
      g_autofree char *title = cs_format_form (form);

      cs_chooser_add (self, id, title, form->group, 0);
    }
}
