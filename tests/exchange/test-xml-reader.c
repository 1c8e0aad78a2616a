/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "base/data-dir.h"
#include "base/error.h"
#include "exchange/library.h"
#include "exchange/regulation-reader.h"
#include "exchange/xml-reader.h"

/* XML made to do harm, damaged, or no XML at all: refused, quickly, with a reason. */

static char *
load_text (const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *dir = cs_data_dir ();
  g_autofree char *path = g_strdup_printf ("%s/regulations/%s.xml", dir, id);
  char *text;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static void
refused (const char *name, const char *data, gsize length, const char *words)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();

  g_assert_null (cs_regulation_read_data (data, length, name, problems, NULL, &error));
  g_assert_error (error, CS_ERROR, CS_ERROR_INVALID);
  g_assert_cmpuint (problems->len, >=, 1);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, words));
  g_assert_cmpint (g_get_monotonic_time () - start, <, 2 * G_USEC_PER_SEC);
}

static void
test_hostile_small (void)
{
  static const struct
  {
    const char *name;
    const char *data;
    const char *words;
  } files[] = {
    { "doctype",
      "<?xml version=\"1.0\"?>\n<!DOCTYPE regulation SYSTEM \"file:///etc/passwd\">\n<regulation/>",
      "doctype:2: " },
    { "bomb",
      "<!DOCTYPE a [<!ENTITY x \"ha\"><!ENTITY y \"&x;&x;&x;\"><!ENTITY z \"&y;&y;&y;\">]><regulation "
      "id=\"&z;\"/>",
      "DOCTYPE" },
    { "parameter", "<!DOCTYPE a [<!ENTITY % p \"<!ENTITY &#37; q '%p;'>\"> %p;]><regulation/>", "DOCTYPE" },
    { "lower", "<!doctype a []><regulation/>", "lower:1: " },
    { "entity", "<regulation>&unknown;</regulation>", "unknown" },
    { "instruction", "<?xml version=\"1.0\"?>\n<?php evil ?><regulation/>", "instruction:2: " },
    { "latin1", "<regulation title=\"\xe9t\xe9\"/>", "UTF-8" },
    { "surrogate", "<regulation title=\"\xed\xa0\x80\"/>", "UTF-8" },
    { "utf7", "<?xml version=\"1.0\" encoding=\"UTF-7\"?>\n+ADwAIQ-DOCTYPE a+AD4-<regulation/>", "utf7:2: " },
    { "truncated", "<regulation id=\"x\"><council", "truncated:1: " },
    { "unclosed", "<regulation id=\"x\"><council>\n", "unclosed:2: " },
    { "quoted", "<regulation id=\">", "quoted:1: " },
    { "empty", "", "empty" },
    { "blank", " \n\n", "blank" },
    { "text", "I am no XML", "text:1: " },
    { "other", "<html/>", "html" },
    { "namespace", "<regulation xmlns=\"urn:x\"/>", "regulation" },
    { "include", "<regulation><include href=\"/etc/passwd\"/></regulation>", "include" },
  };
  static const char nul[] = "<regulation\0/>";

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    refused (files[i].name, files[i].data, strlen (files[i].data), files[i].words);
  refused ("nul", nul, sizeof nul - 1, "NUL");
}

static void
test_hostile_large (void)
{
  g_autoptr (GString) attributes = g_string_new ("<regulation");
  g_autoptr (GString) hidden = g_string_new ("<regulation title='>'");
  g_autoptr (GString) tag = g_string_new ("<regulation title=\"");
  g_autoptr (GString) deep = g_string_new (NULL);
  g_autoptr (GString) many = g_string_new ("<regulation>");
  g_autoptr (GString) comment = g_string_new ("<!--");
  g_autofree char *text = load_text ("qd-148-2023");

  for (int i = 0; i < 200000; i++)
    {
      g_string_append_printf (attributes, " a%d=\"\"", i);
      g_string_append_printf (hidden, " a%d=''", i);
      g_string_append (tag, "long ");
      g_string_append (deep, "<a>");
      g_string_append (many, "<b/>\n");
      g_string_append (comment, " - ");
    }
  g_string_append (attributes, "/>");
  g_string_append (hidden, "/>");
  g_string_append (tag, "\"/>");
  g_string_append (many, "</regulation>");
  g_string_append (comment, "--><regulation/>");
  refused ("attributes", attributes->str, attributes->len, "256 attributes");
  refused ("hidden", hidden->str, hidden->len, "256 attributes");
  refused ("tag", tag->str, tag->len, "64 KiB");
  refused ("comment", comment->str, comment->len, "64 KiB");
  refused ("deep", deep->str, deep->len, "deep:1: ");
  refused ("many", many->str, many->len, "many:1: ");
  refused ("half", text, strlen (text) / 2, "half:");
}

static void
test_files (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *dir = g_dir_make_tmp ("chamsao-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (dir, "large.xml", NULL);
  g_autofree char *none = g_build_filename (dir, "none.xml", NULL);
  g_autofree char *large = g_malloc0 (CS_XML_MAX_BYTES + 1);

  g_assert_null (cs_regulation_read_file (none, NULL, &error));
  g_assert_error (error, CS_ERROR, CS_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "none.xml"));
  g_clear_error (&error);
  g_assert_null (cs_regulation_read_file (dir, NULL, &error));
  g_assert_error (error, CS_ERROR, CS_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (cs_regulation_read_file ("/dev/zero", NULL, &error));
  g_assert_error (error, CS_ERROR, CS_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (path, large, (gssize) CS_XML_MAX_BYTES + 1, NULL));
  g_assert_null (cs_regulation_read_file (path, NULL, &error));
  g_assert_error (error, CS_ERROR, CS_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "larger than"));
  g_unlink (path);
  g_rmdir (dir);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/xml-reader/hostile/small", test_hostile_small);
  g_test_add_func ("/xml-reader/hostile/large", test_hostile_large);
  g_test_add_func ("/xml-reader/files", test_files);
  return g_test_run ();
}
