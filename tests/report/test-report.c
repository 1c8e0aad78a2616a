/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "judge.h"

#include "report/page/letterhead.h"

#include <glib/gstdio.h>
#include <locale.h>

static void
test_page (void)
{
  CsPage tall = cs_page_a4 (CS_PAGE_PORTRAIT), wide = cs_page_a4 (CS_PAGE_LANDSCAPE);

  g_assert_cmpfloat_with_epsilon (tall.width, 595.28, 0.01);
  g_assert_cmpfloat_with_epsilon (tall.height, 841.89, 0.01);
  g_assert_cmpfloat (wide.width, ==, tall.height);
  g_assert_cmpfloat_with_epsilon (cs_page_text_width (&tall), 165 * CS_PT_PER_MM, 0.01);
  g_assert_cmpfloat_with_epsilon (cs_page_text_height (&wide), 170 * CS_PT_PER_MM, 0.01);
}

static void
test_place_and_date (void)
{
  const struct
  {
    const char *date;
    const char *line;
  } cases[] = {
    { "2024-05-31", "Trà Vinh, ngày 31 tháng 5 năm 2024" },
    { "2024-05-09", "Trà Vinh, ngày 09 tháng 5 năm 2024" },
    { "2024-01-01", "Trà Vinh, ngày 01 tháng 01 năm 2024" },
    { "2024-02-29", "Trà Vinh, ngày 29 tháng 02 năm 2024" },
    { "2024-03-10", "Trà Vinh, ngày 10 tháng 3 năm 2024" },
    { "2024-12-02", "Trà Vinh, ngày 02 tháng 12 năm 2024" },
    { NULL, "Trà Vinh, ngày ....... tháng ....... năm ..........." },
    { "", "Trà Vinh, ngày ....... tháng ....... năm ..........." },
    { "2023-02-29", NULL },
    { "31/05/2024", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *line = cs_letterhead_place_and_date ("Trà Vinh", cases[i].date);

      g_assert_cmpstr (line, ==, cases[i].line);
    }
}

static void
test_number (void)
{
  g_autofree char *one = cs_letterhead_number ("7/BC-HĐ");
  g_autofree char *two = cs_letterhead_number ("12/BC-HĐ");
  g_autofree char *zero = cs_letterhead_number ("07/BC-HĐ");
  g_autofree char *none = cs_letterhead_number ("");

  g_assert_cmpstr (one, ==, "Số: 07/BC-HĐ");
  g_assert_cmpstr (two, ==, "Số: 12/BC-HĐ");
  g_assert_cmpstr (zero, ==, "Số: 07/BC-HĐ");
  g_assert_true (g_str_has_prefix (none, "Số: ..."));
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        remove_folder (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

/* A test that needs a process of its own runs in the folder of its parent. */
#define FOLDER_VARIABLE "CHAMSAO_TEST_FOLDER"

int
main (int argc, char **argv)
{
  g_autofree char *made = NULL;
  int result;

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  if (!g_test_subprocess ())
    {
      made = g_dir_make_tmp ("chamsao-report-XXXXXX", NULL);
      g_assert_nonnull (made);
      g_setenv (FOLDER_VARIABLE, made, TRUE);
    }
  judge_folder = g_getenv (FOLDER_VARIABLE);
  g_test_add_func ("/report/page", test_page);
  g_test_add_func ("/report/letterhead/place-and-date", test_place_and_date);
  g_test_add_func ("/report/letterhead/number", test_number);
  add_font_tests ();
  add_table_tests ();
  add_paper_tests ();
  add_file_tests ();
  add_sheet_paper_tests ();
  add_product_table_tests ();
  add_minutes_tests ();
  add_template_tests ();
  result = g_test_run ();
  if (made != NULL)
    remove_folder (made);
  return result;
}
