/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/library.h"

#include <glib/gi18n-lib.h>

#include "base/data-dir.h"
#include "base/error.h"
#include "exchange/plan-reader.h"
#include "exchange/regulation-reader.h"
#include "exchange/template-reader.h"
#include "exchange/units-reader.h"

#define SUFFIX ".xml"

static char *
dup_folder (const char *folder)
{
  g_autofree char *dir = cs_data_dir ();

  return g_build_filename (dir, folder, NULL);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static GPtrArray *
list (const char *folder, GError **error)
{
  g_autofree char *path = dup_folder (folder);
  g_autoptr (GDir) dir = g_dir_open (path, 0, error);
  GPtrArray *ids;
  const char *name;

  if (dir == NULL)
    {
      cs_error_take_gio (error);
      g_prefix_error (error, "%s", _ ("The data of the program are missing, install the program again: "));
      return NULL;
    }
  ids = g_ptr_array_new_with_free_func (g_free);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, SUFFIX) && name[0] != '.')
      g_ptr_array_add (ids, g_strndup (name, strlen (name) - strlen (SUFFIX)));
  g_ptr_array_sort (ids, compare_ids);
  return ids;
}

GPtrArray *
cs_library_list_regulations (GError **error)
{
  return list ("regulations", error);
}

GPtrArray *
cs_library_list_units (GError **error)
{
  return list ("units", error);
}

GPtrArray *
cs_library_list_plans (GError **error)
{
  return list ("plans", error);
}

GPtrArray *
cs_library_list_templates (GError **error)
{
  return list ("templates", error);
}

static char *
join (GPtrArray *ids)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", (const char *) g_ptr_array_index (ids, i));
  return g_string_free (text, FALSE);
}

/* An id never becomes a path unless it is one of the list, so "../x" finds nothing. */
static char *
locate (const char *folder, const char *id_or_path, const char *unknown, GError **error)
{
  g_autoptr (GPtrArray) ids = NULL;
  g_autofree char *dir = NULL;
  g_autofree char *file = NULL;
  g_autofree char *names = NULL;

  if (g_str_has_suffix (id_or_path, SUFFIX))
    return g_strdup (id_or_path);
  ids = list (folder, error);
  if (ids == NULL)
    return NULL;
  if (g_ptr_array_find_with_equal_func (ids, id_or_path, g_str_equal, NULL))
    {
      dir = dup_folder (folder);
      file = g_strconcat (id_or_path, SUFFIX, NULL);
      return g_build_filename (dir, file, NULL);
    }
  names = join (ids);
  g_set_error (error, CS_ERROR, CS_ERROR_NOT_FOUND, "%s: %s. %s %s", id_or_path, unknown,
               _ ("Give the path of an .xml file or one of:"), names);
  return NULL;
}

CsRegulation *
cs_library_regulation (const char *id_or_path, GError **error)
{
  g_autofree char *path =
      locate ("regulations", id_or_path, _ ("no regulation of this name comes with the program"), error);

  return path != NULL ? cs_regulation_read_file (path, NULL, error) : NULL;
}

CsUnitSet *
cs_library_units (const char *id_or_path, GError **error)
{
  g_autofree char *path =
      locate ("units", id_or_path, _ ("no list of units of this name comes with the program"), error);

  return path != NULL ? cs_units_read_file (path, NULL, error) : NULL;
}

static gboolean
check_plan_units (const CsPlan *plan, GError **error)
{
  g_autoptr (CsUnitSet) units = NULL;
  g_autoptr (GPtrArray) shipped = cs_library_list_units (error);

  if (shipped == NULL)
    return FALSE;
  /* a plan may go with a file of units that we do not know */
  if (!g_ptr_array_find_with_equal_func (shipped, plan->units, g_str_equal, NULL))
    return TRUE;
  units = cs_library_units (plan->units, error);
  return units != NULL && cs_plan_fits_units (plan, units, error);
}

CsPlan *
cs_library_plan (const char *id_or_path, GError **error)
{
  g_autofree char *path =
      locate ("plans", id_or_path, _ ("no plan of this name comes with the program"), error);
  g_autoptr (CsPlan) plan = NULL;

  if (path == NULL)
    return NULL;
  plan = cs_plan_read_file (path, NULL, error);
  if (plan == NULL || !check_plan_units (plan, error))
    return NULL;
  return g_steal_pointer (&plan);
}

CsTemplate *
cs_library_template (const char *id_or_path, const char *paper, GError **error)
{
  g_autofree char *path =
      locate ("templates", id_or_path, _ ("no template of this name comes with the program"), error);
  g_autoptr (CsTemplate) template = path != NULL ? cs_template_read_file (path, NULL, error) : NULL;

  if (template == NULL || paper == NULL || g_str_equal (template->paper, paper))
    return g_steal_pointer (&template);
  g_set_error (error, CS_ERROR, CS_ERROR_INVALID,
               _ ("%s is a template for the paper “%s”, not for “%s”; name another one"), path,
               template->paper, paper);
  return NULL;
}

char *
cs_library_template_source (const char *id_or_path, GError **error)
{
  g_autofree char *path =
      locate ("templates", id_or_path, _ ("no template of this name comes with the program"), error);
  g_autofree char *text = NULL;

  if (path == NULL || g_file_get_contents (path, &text, NULL, error))
    return g_steal_pointer (&text);
  cs_error_take_gio (error);
  return NULL;
}

CsUnitSet *
cs_library_units_with (const char *unit_code, GError **error)
{
  g_autoptr (GPtrArray) ids = cs_library_list_units (error);
  g_autoptr (CsUnitSet) newest = NULL;
  g_autofree char *names = NULL;

  if (ids == NULL)
    return NULL;
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (CsUnitSet) set = cs_library_units (g_ptr_array_index (ids, i), error);

      if (set == NULL)
        return NULL;
      if (cs_unit_set_find (set, unit_code) != NULL
          && (newest == NULL || strcmp (set->valid_from, newest->valid_from) > 0))
        {
          g_clear_pointer (&newest, cs_unit_set_unref);
          newest = g_steal_pointer (&set);
        }
    }
  if (newest != NULL)
    return g_steal_pointer (&newest);
  names = join (ids);
  g_set_error (
      error, CS_ERROR, CS_ERROR_NOT_FOUND,
      _ ("No unit has the code %s in the lists that come with the program (%s); correct the code or name a "
         "file of units"),
      unit_code, names);
  return NULL;
}
