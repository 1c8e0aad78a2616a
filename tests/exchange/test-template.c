/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "base/error.h"
#include "exchange/library.h"
#include "exchange/template-reader.h"

/* The templates that come with the program, and what an office might do wrong in a copy. */

static char *folder;

static void
test_shipped (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) ids = cs_library_list_templates (&error);

  g_assert_no_error (error);
  g_assert_cmpuint (ids->len, >, 0);
  for (guint i = 0; i < ids->len; i++)
    {
      const char *id = g_ptr_array_index (ids, i);
      g_autoptr (CsTemplate) template = cs_library_template (id, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (template->id, ==, id);
      g_assert_cmpuint (template->blocks->len, >, 0);
    }
}

/* Line 3 of every file below. */
static char *
write_template (const char *line)
{
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (folder, "t.xml", NULL);
  g_autofree char *text =
      g_strdup_printf ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                       "<template id=\"t\" paper=\"summary\" name=\"Mẫu\" document=\"{unit}\">\n"
                       "%s\n"
                       "</template>\n",
                       line);

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return path;
}

static void
test_good (void)
{
  static const char *const lines[] = {
    "<paragraph>{unit}[, {round}]</paragraph>",
    "<heading when=\"rows\">I. {level:upper}</heading>",
    "<item of=\"rows\" unless=\"open\">{#}. {product} ({unit})</item>",
    "<each of=\"rows\"><paragraph>{product}</paragraph></each>",
    "<table><column title=\"A\"/><column title=\"B\"/><row><cell span=\"2\">x</cell></row>"
    "<each of=\"rows\"><row><cell>{product}</cell><cell>{mean}</cell></row></each></table>",
    "<table><column title=\"A\"/><column of=\"rows\" title=\"{#}\"/>"
    "<row><cell>x</cell><cell of=\"rows\">{stars}</cell></row></table>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *path = write_template (lines[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (CsTemplate) template = cs_template_read_file (path, NULL, &error);

      g_assert_no_error (error);
      g_assert_nonnull (template);
    }
}

static void
test_refused (void)
{
  static const struct
  {
    const char *line;
    const char *words;
  } cases[] = {
    { "<paragraph>{nobody}</paragraph>", "{nobody}" },
    { "<paragraph>{product}</paragraph>", "{product}" }, /* of a row, outside the list */
    { "<paragraph>[{unit}</paragraph>", "not closed" },
    { "<paragraph when=\"nobody\">x</paragraph>", "{nobody}" },
    { "<paragraph unless=\"nobody\">x</paragraph>", "{nobody}" },
    { "<item of=\"unit\">x</item>", "“unit”" }, /* a text is no list */
    { "<item of=\"nobody\">x</item>", "“nobody”" },
    { "<letterhead issuer=\"{nobody}\"/>", "{nobody}" },
    { "<signature><right role=\"{nobody}\"/></signature>", "{nobody}" },
    { "<table><column title=\"{nobody}\"/><row><cell>x</cell></row></table>", "{nobody}" },
    { "<table><column title=\"A\"/><row><cell>x</cell><cell>y</cell></row></table>", "2 cells" },
    { "<table><column title=\"A\"/><column title=\"B\"/><each of=\"rows\"><row><cell>x</cell></row></each>"
      "</table>",
      "1 cells" },
    { "<each of=\"rows\"><table><column title=\"A\"/><row><cell span=\"3\">x</cell></row></table></each>",
      "3 cells" },
    { "<picture/>", "picture" },
    { "<paragraph size=\"4\">x</paragraph>", "size" },
    { "<paragraph align=\"middle\">x</paragraph>", "align" },
    { "<signature/>", "signature" },
    { "<row><cell>x</cell></row>", "row" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = write_template (cases[i].line);
      g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GError) error = NULL;

      g_assert_null (cs_template_read_file (path, problems, &error));
      g_assert_error (error, CS_ERROR, CS_ERROR_INVALID);
      g_assert_cmpuint (problems->len, >=, 1);
      g_assert_nonnull (strstr (error->message, "t.xml:3: "));
      g_assert_nonnull (strstr (error->message, cases[i].words));
    }
}

/* All findings are told, not the first alone. */
static void
test_all_findings (void)
{
  g_autofree char *path = write_template ("<note>{a}</note><note>{unit}</note><note>{b}</note>");
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  g_assert_null (cs_template_read_file (path, problems, &error));
  g_assert_cmpuint (problems->len, ==, 2);
}

static void
test_paper (void)
{
  g_autofree char *path = write_template ("<note>{unit}</note>");
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CsTemplate) template = cs_library_template (path, "summary", &error);
  g_auto (GStrv) halves = NULL;
  g_autofree char *other = NULL;

  g_assert_no_error (error);
  g_assert_nonnull (template);
  g_assert_null (cs_library_template (path, "letter", &error));
  g_assert_error (error, CS_ERROR, CS_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (cs_library_template ("nobody", NULL, &error));
  g_assert_error (error, CS_ERROR, CS_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "summary"));
  g_clear_error (&error);
  g_file_get_contents (path, &text, NULL, NULL);
  halves = g_strsplit (text, "paper=\"summary\"", 2);
  other = g_strjoinv ("paper=\"letter\"", halves);
  g_file_set_contents (path, other, -1, NULL);
  g_assert_null (cs_template_read_file (path, NULL, &error));
  g_assert_error (error, CS_ERROR, CS_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "“letter”"));
}

int
main (int argc, char **argv)
{
  g_autofree char *path = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("chamsao-template-XXXXXX", NULL);
  path = g_build_filename (folder, "t.xml", NULL);
  g_test_add_func ("/template/shipped", test_shipped);
  g_test_add_func ("/template/good", test_good);
  g_test_add_func ("/template/refused", test_refused);
  g_test_add_func ("/template/all-findings", test_all_findings);
  g_test_add_func ("/template/paper", test_paper);
  result = g_test_run ();
  g_unlink (path);
  g_rmdir (folder);
  g_free (folder);
  return result;
}
