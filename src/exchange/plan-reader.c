/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/plan-reader.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "exchange/round-reader.h"
#include "exchange/xml-reader.h"

static void
read_target (CsPlan *plan, const xmlNode *node)
{
  g_autofree char *unit = cs_xml_dup_attribute_or_empty (node, "unit");

  cs_plan_add_target (plan, unit, cs_xml_int (node, "products", 0));
}

static void
read_activity (CsPlan *plan, const xmlNode *node)
{
  g_autofree char *id = cs_xml_dup_attribute_or_empty (node, "id");
  g_autofree char *title = cs_xml_dup_attribute_or_empty (node, "title");

  cs_plan_add_activity (plan, id, title);
}

CsPlan *
cs_plan_read_file (const char *path, GPtrArray *problems, GError **error)
{
  g_autoptr (xmlDoc) document = cs_xml_read_file (path, "plan.xsd", CS_XML_MAX_BYTES, problems, error);
  g_autofree char *id = NULL;
  const xmlNode *root;
  CsPlan *plan;

  if (document == NULL)
    return NULL;
  root = xmlDocGetRootElement (document);
  id = cs_xml_dup_attribute_or_empty (root, "id");
  plan = cs_plan_new (id);
  cs_xml_take_attribute (root, "title", &plan->title);
  cs_xml_take_attribute (root, "source", &plan->source);
  cs_xml_take_attribute (root, "unit", &plan->unit);
  cs_xml_take_attribute (root, "units", &plan->units);
  if (xmlHasProp ((xmlNode *) root, BAD_CAST "counts") != NULL)
    cs_xml_take_attribute (root, "counts", &plan->counts);
  plan->year = cs_xml_int (root, "year", 0);
  plan->trademarks = cs_xml_int (root, "brands", 0);
  for (const xmlNode *node = cs_xml_first (root, NULL); node != NULL; node = cs_xml_next (node, NULL))
    if (cs_xml_is (node, "target"))
      read_target (plan, node);
    else if (cs_xml_is (node, "round"))
      g_ptr_array_add (plan->rounds, cs_round_read (node));
    else if (cs_xml_is (node, "activity"))
      read_activity (plan, node);
  return plan;
}

gboolean
cs_plan_fits_units (const CsPlan *plan, const CsUnitSet *units, GError **error)
{
  const char *missing = cs_unit_set_find (units, plan->unit) == NULL ? plan->unit : NULL;

  for (guint i = 0; i < plan->targets->len && missing == NULL; i++)
    {
      const CsTarget *target = g_ptr_array_index (plan->targets, i);

      if (!cs_unit_set_is_within (units, target->unit, plan->unit))
        missing = target->unit;
    }
  if (missing == NULL)
    return TRUE;
  g_set_error (
      error, CS_ERROR, CS_ERROR_INVALID,
      _ ("Plan %s names unit %s, which the units %s do not have under %s; correct the code or the plan's "
         "units"),
      plan->id, missing, units->id, plan->unit);
  return FALSE;
}
