/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "base/data-dir.h"
#include "base/error.h"
#include "exchange/library.h"
#include "exchange/plan-reader.h"
#include "exchange/units-reader.h"

/* The shipped units and plans, and how ids and paths find them. */

static char *
shipped (const char *folder, const char *file)
{
  g_autofree char *dir = cs_data_dir ();

  return g_build_filename (dir, folder, file, NULL);
}

static void
test_lists (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) regulations = cs_library_list_regulations (&error);
  g_autoptr (GPtrArray) units = cs_library_list_units (&error);
  g_autoptr (GPtrArray) plans = cs_library_list_plans (&error);

  g_assert_no_error (error);
  g_assert_cmpuint (regulations->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (regulations, 0), ==, "qd-148-2023");
  g_assert_cmpstr (g_ptr_array_index (regulations, 1), ==, "qd-26-2026");
  g_assert_cmpuint (units->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (units, 0), ==, "tra-vinh-2023");
  g_assert_cmpstr (g_ptr_array_index (units, 1), ==, "vinh-long-2026");
  g_assert_cmpuint (plans->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (plans, 0), ==, "tra-vinh-2024");
}

static void
test_unknown (void)
{
  static const char *const ids[] = { "", "qd-1", "../regulations/qd-148-2023", "QD-148-2023" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (cs_library_regulation (ids[i], &error));
      g_assert_error (error, CS_ERROR, CS_ERROR_NOT_FOUND);
      g_assert_nonnull (strstr (error->message, "qd-148-2023, qd-26-2026"));
      g_clear_error (&error);
      g_assert_null (cs_library_units (ids[i], &error));
      g_assert_error (error, CS_ERROR, CS_ERROR_NOT_FOUND);
      g_assert_nonnull (strstr (error->message, "tra-vinh-2023, vinh-long-2026"));
      g_clear_error (&error);
      g_assert_null (cs_library_plan (ids[i], &error));
      g_assert_error (error, CS_ERROR, CS_ERROR_NOT_FOUND);
      g_assert_nonnull (strstr (error->message, "tra-vinh-2024"));
    }
}

static void
test_paths (void)
{
  g_autofree char *path = shipped ("regulations", "qd-148-2023.xml");
  g_autoptr (GError) error = NULL;
  g_autoptr (CsRegulation) regulation = cs_library_regulation (path, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (regulation->id, ==, "qd-148-2023");
  g_assert_null (cs_library_regulation ("/nowhere/at/all.xml", &error));
  g_assert_error (error, CS_ERROR, CS_ERROR_NOT_FOUND);
}

static void
test_tra_vinh (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsUnitSet) set = cs_library_units ("tra-vinh-2023", &error);
  g_autoptr (GPtrArray) districts = NULL;
  guint n = 1;

  g_assert_no_error (error);
  g_assert_cmpstr (set->id, ==, "tra-vinh-2023");
  g_assert_cmpstr (set->valid_to, ==, "2025-06-30");
  districts = cs_unit_set_children (set, "84");
  g_assert_cmpuint (districts->len, ==, 9);
  for (guint i = 0; i < districts->len; i++)
    {
      const CsUnit *district = g_ptr_array_index (districts, i);
      g_autoptr (GPtrArray) communes = cs_unit_set_children (set, district->code);

      g_assert_cmpstr (district->kind, ==, "district");
      n += 1 + communes->len;
    }
  g_assert_cmpuint (n, ==, set->units->len);
  g_assert_cmpuint (n, ==, 1 + 9 + 106);
  g_assert_cmpstr (cs_unit_set_find (set, "842")->name, ==, "Thành phố Trà Vinh");
  g_assert_cmpstr (cs_unit_set_ancestor (set, "29236", "district")->code, ==, "842");
  g_assert_cmpstr (cs_unit_set_find (set, "84")->successor, ==, "86");
}

static void
test_vinh_long (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsUnitSet) set = cs_library_units ("vinh-long-2026", &error);
  g_autoptr (GPtrArray) communes = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (set->valid_from, ==, "2025-07-01");
  g_assert_null (set->valid_to);
  communes = cs_unit_set_children (set, "86");
  g_assert_cmpuint (communes->len, ==, 124);
  g_assert_null (cs_unit_set_ancestor (set, "29242", "district"));
}

static void
check_set_of (const char *code, const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsUnitSet) set = cs_library_units_with (code, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (set->id, ==, id);
}

static void
test_units_with (void)
{
  g_autoptr (GError) error = NULL;

  check_set_of ("84", "tra-vinh-2023");
  check_set_of ("842", "tra-vinh-2023");
  check_set_of ("29236", "tra-vinh-2023");  /* merged away */
  check_set_of ("29242", "vinh-long-2026"); /* the code goes on with a new name */
  check_set_of ("86", "vinh-long-2026");
  g_assert_null (cs_library_units_with ("999", &error));
  g_assert_error (error, CS_ERROR, CS_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "999"));
}

static void
test_plan (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsPlan) plan = cs_library_plan ("tra-vinh-2024", &error);
  static const int products[] = { 4, 4, 5, 4, 4, 5, 5, 5, 4 };

  g_assert_no_error (error);
  g_assert_cmpint (plan->year, ==, 2024);
  g_assert_cmpint (plan->trademarks, ==, 5);
  g_assert_cmpstr (plan->unit, ==, "84");
  g_assert_cmpstr (plan->units, ==, "tra-vinh-2023");
  g_assert_cmpuint (plan->targets->len, ==, G_N_ELEMENTS (products));
  for (guint i = 0; i < plan->targets->len; i++)
    g_assert_cmpint (((CsTarget *) g_ptr_array_index (plan->targets, i))->products, ==, products[i]);
  g_assert_cmpuint (plan->rounds->len, ==, 4);
  g_assert_cmpstr (((CsRound *) g_ptr_array_index (plan->rounds, 1))->id, ==, "district-2");
  g_assert_cmpint (((CsRound *) g_ptr_array_index (plan->rounds, 1))->month, ==, 9);
  g_assert_cmpuint (plan->activities->len, >=, 6);
}

static void
write_file (const char *dir, const char *name, const char *text, char **path)
{
  g_autoptr (GError) error = NULL;

  *path = g_build_filename (dir, name, NULL);
  g_file_set_contents (*path, text, -1, &error);
  g_assert_no_error (error);
}

#define UNITS(body) "<units id='x' title='X' valid-from='2025-01-01'>\n" body "</units>"

static void
test_broken_units (void)
{
  static const struct
  {
    const char *text;
    const char *words;
  } files[] = {
    { UNITS (
          "<unit code='2' name='B' kind='commune' parent='1'/>\n<unit code='1' name='A' kind='province'/>"),
      "units.xml:2: unit 2 stands under 1" },
    { UNITS ("<unit code='1' name='A' kind='province'/>\n<unit code='1' name='B' kind='province'/>"),
      "units.xml:3: " },
    { UNITS ("<unit code='2' name='B' kind='commune' parent='9'/>\n"), "units.xml:2: " },
    { UNITS ("<unit code='x' name='A' kind='province'/>"), "units.xml:2: " },
    { UNITS ("<unit code='1' name=' ' kind='province'/>"), "units.xml:2: " },
    { UNITS (""), "units.xml:1: " },
  };
  g_autofree char *dir = g_dir_make_tmp ("chamsao-XXXXXX", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = NULL;
      g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GError) error = NULL;

      write_file (dir, "units.xml", files[i].text, &path);
      g_assert_null (cs_units_read_file (path, problems, &error));
      g_assert_error (error, CS_ERROR, CS_ERROR_INVALID);
      g_test_message ("%s", error->message);
      g_assert_cmpuint (problems->len, >=, 1);
      g_assert_nonnull (strstr (error->message, files[i].words));
      g_unlink (path);
    }
  g_rmdir (dir);
}

static void
test_plan_of_other_units (void)
{
  g_autofree char *dir = g_dir_make_tmp ("chamsao-XXXXXX", NULL);
  g_autofree char *original = shipped ("plans", "tra-vinh-2024.xml");
  g_autofree char *text = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GString) changed = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_get_contents (original, &text, NULL, NULL));
  changed = g_string_new (text);
  g_string_replace (changed, "unit=\"851\"", "unit=\"852\"", 1);
  write_file (dir, "plan.xml", changed->str, &path);
  g_assert_null (cs_library_plan (path, &error));
  g_assert_error (error, CS_ERROR, CS_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "852"));
  g_unlink (path);
  g_rmdir (dir);
}

static void
test_missing_data (void)
{
  g_autofree char *before = g_strdup (g_getenv ("CHAMSAO_DATADIR"));
  g_autofree char *path = shipped ("units", "tra-vinh-2023.xml");
  g_autoptr (GError) error = NULL;

  g_setenv ("CHAMSAO_DATADIR", "/nowhere", TRUE);
  g_assert_null (cs_library_list_units (&error));
  g_assert_nonnull (error);
  g_assert_true (error->domain == CS_ERROR);
  g_clear_error (&error);
  g_assert_null (cs_library_units (path, &error)); /* the schema is missing */
  g_assert_nonnull (error);
  g_assert_true (error->domain == CS_ERROR);
  g_assert_nonnull (strstr (error->message, "install the program again"));
  g_setenv ("CHAMSAO_DATADIR", before, TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/library/lists", test_lists);
  g_test_add_func ("/library/unknown", test_unknown);
  g_test_add_func ("/library/paths", test_paths);
  g_test_add_func ("/library/units/tra-vinh", test_tra_vinh);
  g_test_add_func ("/library/units/vinh-long", test_vinh_long);
  g_test_add_func ("/library/units/with", test_units_with);
  g_test_add_func ("/library/units/broken", test_broken_units);
  g_test_add_func ("/library/plan", test_plan);
  g_test_add_func ("/library/plan/other-units", test_plan_of_other_units);
  g_test_add_func ("/library/missing-data", test_missing_data);
  return g_test_run ();
}
