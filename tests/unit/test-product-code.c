/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/product-code.h"

#define OLD "{province}-{district}-{commune}-{serial}-{year}"
#define NEW "{province}-{commune}-{serial}-{year}"

static CsUnitSet *
make_units (void)
{
  CsUnitSet *units = cs_unit_set_new ("test");

  cs_unit_set_add (units, "84", "Tỉnh", "province", NULL);
  cs_unit_set_add (units, "842", "Thành phố", "district", "84");
  cs_unit_set_add (units, "29236", "Phường 4", "commune", "842");
  cs_unit_set_add (units, "86", "Tỉnh mới", "province", NULL);
  cs_unit_set_add (units, "29242", "Phường mới", "commune", "86");
  return units;
}

static void
test_patterns (void)
{
  static const struct
  {
    const char *pattern, *unit;
    int serial, year;
    const char *code;
    gboolean incomplete;
  } cases[] = {
    { OLD, "29236", 1, 2024, "84-842-29236-1-2024", FALSE },
    { OLD, "29236", 12345, 2024, "84-842-29236-12345-2024", FALSE },
    /* filed at the district or the province: what is not known stands out */
    { OLD, "842", 1, 2024, "84-842-00000-1-2024", TRUE },
    { OLD, "84", 7, 2024, "84-00000-00000-7-2024", TRUE },
    /* no districts any more */
    { NEW, "29242", 3, 2026, "86-29242-3-2026", FALSE },
    { NEW, "86", 3, 2026, "86-00000-3-2026", TRUE },
    { OLD, "29242", 3, 2026, "86-00000-29242-3-2026", TRUE },
    { NEW, "nowhere", 3, 2026, "00000-00000-3-2026", TRUE },
    /* text around and an open brace are text */
    { "OCOP/{year}.{serial}", "84", 5, 2024, "OCOP/2024.5", FALSE },
    { "{serial}{year", "84", 5, 2024, "5{year", FALSE },
    { "", "84", 5, 2024, "", FALSE },
  };
  g_autoptr (CsUnitSet) units = make_units ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *code =
          cs_product_code (cases[i].pattern, units, cases[i].unit, cases[i].serial, cases[i].year);

      g_assert_cmpstr (code, ==, cases[i].code);
      g_assert_cmpint (cs_product_code_is_incomplete (code), ==, cases[i].incomplete);
    }
}

static void
test_incomplete (void)
{
  /* zeros inside a number are no missing unit */
  g_assert_false (cs_product_code_is_incomplete ("84-842-29236-100000-2024"));
  g_assert_false (cs_product_code_is_incomplete ("84-842-29236-000001-2024"));
  g_assert_true (cs_product_code_is_incomplete ("84-842-00000-1-2024"));
  g_assert_false (cs_product_code_is_incomplete (""));
}

static void
test_units (void)
{
  g_autoptr (CsUnitSet) units = make_units ();

  g_assert_cmpstr (cs_unit_set_ancestor (units, "29236", "province")->code, ==, "84");
  g_assert_cmpstr (cs_unit_set_ancestor (units, "29236", "commune")->code, ==, "29236");
  g_assert_null (cs_unit_set_ancestor (units, "29242", "district"));
  g_assert_null (cs_unit_set_ancestor (units, "84", "commune"));
  g_assert_true (cs_unit_set_is_within (units, "29236", "84"));
  g_assert_true (cs_unit_set_is_within (units, "84", "84"));
  g_assert_false (cs_unit_set_is_within (units, "84", "842"));
  g_assert_false (cs_unit_set_is_within (units, "nowhere", "84"));
  g_assert_null (cs_unit_set_add (units, "842", "Twice", "district", "84"));
  g_assert_cmpstr (cs_unit_set_find (units, "842")->name, ==, "Thành phố");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/product-code/patterns", test_patterns);
  g_test_add_func ("/product-code/incomplete", test_incomplete);
  g_test_add_func ("/units/ancestors", test_units);
  return g_test_run ();
}
