/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/units-reader.h"

#include <glib/gi18n-lib.h>

#include "exchange/xml-reader.h"

static gboolean
read_unit (CsUnitSet *set, const xmlNode *node, char **problem)
{
  g_autofree char *code = cs_xml_dup_attribute_or_empty (node, "code");
  g_autofree char *name = cs_xml_dup_attribute_or_empty (node, "name");
  g_autofree char *kind = cs_xml_dup_attribute_or_empty (node, "kind");
  g_autofree char *parent = cs_xml_dup_attribute (node, "parent");
  CsUnit *unit;

  /* the order is what keeps the tree free of circles */
  if (parent != NULL && cs_unit_set_find (set, parent) == NULL)
    {
      *problem = g_strdup_printf (
          _ ("unit %s stands under %s, which does not come before it; put the upper unit first"), code,
          parent);
      return FALSE;
    }
  unit = cs_unit_set_add (set, code, name, kind, parent);
  if (unit == NULL)
    {
      *problem = g_strdup_printf (_ ("unit %s is there twice; remove one of them"), code);
      return FALSE;
    }
  unit->successor = cs_xml_dup_attribute (node, "successor");
  return TRUE;
}

CsUnitSet *
cs_units_read_file (const char *path, GPtrArray *problems, GError **error)
{
  g_autoptr (xmlDoc) document = cs_xml_read_file (path, "units.xsd", CS_XML_MAX_BYTES, problems, error);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (CsUnitSet) set = NULL;
  g_autofree char *id = NULL;
  const xmlNode *root;

  if (document == NULL)
    return NULL;
  root = xmlDocGetRootElement (document);
  id = cs_xml_dup_attribute_or_empty (root, "id");
  set = cs_unit_set_new (id);
  cs_xml_take_attribute (root, "title", &set->title);
  cs_xml_take_attribute (root, "valid-from", &set->valid_from);
  set->valid_to = cs_xml_dup_attribute (root, "valid-to");
  for (const xmlNode *node = cs_xml_first (root, "unit"); node != NULL; node = cs_xml_next (node, "unit"))
    {
      g_autofree char *problem = NULL;

      if (!read_unit (set, node, &problem))
        cs_xml_add_problem (found, path, cs_xml_line (node), problem);
    }
  if (found->len == 0)
    return g_steal_pointer (&set);
  cs_xml_set_error (error, found);
  if (problems != NULL)
    g_ptr_array_extend_and_steal (problems, g_steal_pointer (&found));
  return NULL;
}
