/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book.h"
#include "service/book/snapshot.h"
#include "exported.h"
#include "member-id.h"

#include "exchange/export.h"
#include "exchange/library.h"
#include "exchange/sample.h"
#include "service/book/store-create.h"

#include <glib/gstdio.h>
#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

/* What a book exports is judged by xmllint and the shipped schema; and it tells nothing of what is open. */

static xmlDoc *
parse (const Book *book)
{
  g_autofree char *path = exported_path (book), *text = NULL;
  gsize length;
  xmlDoc *document;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  document = xmlReadMemory (text, (int) length, NULL, NULL, XML_PARSE_NONET);
  g_assert_nonnull (document);
  return document;
}

/* Returns: (transfer full): what an XPath gives as text; the prefix is p. */
static char *
ask (xmlDoc *document, const char *xpath)
{
  xmlXPathContext *context = xmlXPathNewContext (document);
  xmlXPathObject *found;
  xmlChar *text;
  char *copy;

  xmlXPathRegisterNs (context, BAD_CAST "p", BAD_CAST "urn:chamsao:package:1");
  found = xmlXPathEvalExpression (BAD_CAST xpath, context);
  g_assert_nonnull (found);
  text = xmlXPathCastToString (found);
  copy = g_strdup ((const char *) text);
  xmlFree (text);
  xmlXPathFreeObject (found);
  xmlXPathFreeContext (context);
  return copy;
}

static void assert_told (xmlDoc *document, const char *wanted, const char *format, ...) G_GNUC_PRINTF (3, 4);

static void
assert_told (xmlDoc *document, const char *wanted, const char *format, ...)
{
  va_list args;
  g_autofree char *xpath = NULL, *seen = NULL;

  va_start (args, format);
  xpath = g_strdup_vprintf (format, args);
  va_end (args);
  seen = ask (document, xpath);
  if (!g_str_equal (seen, wanted))
    g_error ("%s is “%s”, not “%s”", xpath, seen, wanted);
}

/* --- a book with everything in it --- */

static void
test_valid (Book *book, gconstpointer data)
{
  xmlDoc *document;

  exported_make (book, NULL, NULL);
  exported_assert_valid (book);
  document = parse (book);
  assert_told (document, "4", "count(//p:dossier)");
  assert_told (document, "3", "count(//p:evaluation)");
  assert_told (document, "3", "count(//p:recognition)");
  assert_told (document, "Kẹo \"dừa\" & <mạch nha>", "//p:recognition[1]/@product");
  assert_told (document, "ghi chú \"<&>\"\n\tdòng hai",
               "//p:sheet[@scoring-round = 2]/p:answer[@note]/@note");
  assert_told (document, "vì <thế>\nvà & thế", "//p:ground[@criterion = '1.1']/@reason");
  assert_told (document, "2", "count(//p:ground[@state = 'confirmed'])");
  assert_told (document, "không đúng <&>", "//p:ground[@state = 'dismissed'][@decided-at]/@decision");
  assert_told (document, "Chưa \"có\" <đợt> & lệnh", "//p:dossier[@form = 26]/@product");
  assert_told (document, "Giấy \"A\" & <B>.pdf", "//p:paper/@file-name");
  assert_told (document, "842", "/p:package/p:book/@unit");
  assert_told (document, "1", "/p:package/@format");
  /* who and what is meant holds outside the book */
  assert_told (document, member_id (book->store, "m2"), "//p:member[@key = 'm2']/@id");
  assert_told (document, "0", "count(//p:sheet[not (@member = //p:member/@id)])");
  assert_told (document, "3", "count(//p:evaluation[@council = //p:council[@key = 'district-842']/@id])");
  xmlFreeDoc (document);
}

static void
test_secret (Book *book, gconstpointer data)
{
  xmlDoc *document;
  g_autofree char *path = exported_path (book), *text = NULL;

  exported_make (book, NULL, NULL);
  document = parse (book);
  /* of what is open: who began, who handed in, and nothing that could be added up */
  assert_told (document, "1", "count(//p:evaluation[@status = 'scoring'])");
  assert_told (document, "2", "count(//p:evaluation[@status = 'scoring']/p:sheet)");
  assert_told (document, "0", "count(//p:evaluation[@status != 'closed']//p:answer)");
  assert_told (document, "0", "count(//p:evaluation[@status != 'closed']//p:verdict)");
  assert_told (document, "0", "count(//p:evaluation[@status != 'closed']/p:sheet/*)");
  assert_told (
      document, "0",
      "count(//p:evaluation[@status != 'closed']/p:sheet/@*[not (contains ('|id|member|scoring-round|state|"
      "submitted-at|seal|', concat ('|', name (), '|')))])");
  assert_told (document, "2", "count(//p:verdict)");
  assert_told (document, "11", "count(//p:evaluation[@status = 'closed']/p:sheet[p:answer])");
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_null (strstr (text, "bí mật"));
  xmlFreeDoc (document);
}

static void
test_totals (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) results = cs_results_list (book->store, NULL, NULL, NULL, &error);
  xmlDoc *document;
  guint compared = 0;

  exported_make (book, NULL, NULL);
  document = parse (book);
  for (guint i = 0; i < results->len; i++)
    {
      const CsResult *r = g_ptr_array_index (results, i);
      const CsVerdict *v = r->verdict;
      g_autofree char *where =
          g_strdup_printf ("//p:dossier[@code = '%s']/p:evaluation/p:verdict", r->dossier->code);
      g_autofree char *mean = v != NULL ? cs_fraction_to_exact (v->mean) : NULL;
      g_autofree char *numbers = NULL;

      if (v == NULL)
        {
          assert_told (document, "0", "count(%s)", where);
          continue;
        }
      numbers = g_strdup_printf ("%u %d %d %d %d %s %s %s", v->counted, v->sum, v->spread, v->band, v->stars,
                                 v->eliminated ? "yes" : "no", r->recognised_here ? "yes" : "no",
                                 r->forwarded ? "yes" : "no");
      assert_told (
          document, numbers,
          "concat(%1$s/@counted, ' ', %1$s/@sum, ' ', %1$s/@spread, ' ', %1$s/@band, ' ', %1$s/@stars, ' ',"
          " %1$s/@eliminated, ' ', %1$s/@recognised-here, ' ', %1$s/@forwarded)",
          where);
      assert_told (document, mean, "string(%s/@mean)", where);
      for (guint p = 0; p < v->n_parts; p++)
        {
          g_autofree char *sum = g_strdup_printf ("%d", v->part_sums[p]);

          assert_told (document, sum, "string(%s/p:part[%u]/@sum)", where, p + 1);
        }
      /* and the points of the answers that count add up to the sum */
      compared++;
    }
  assert_told (document, "true",
               "sum(//p:dossier[@code = '84-842-29236-2-2024']//p:answer/@points) ="
               " //p:dossier[@code = '84-842-29236-2-2024']//p:verdict/@sum");
  g_assert_cmpuint (compared, ==, 2);
  xmlFreeDoc (document);
}

static void
test_filters (Book *book, gconstpointer data)
{
  g_autofree char *path = exported_path (book);
  static const struct
  {
    const char *unit, *round, *dossiers, *recognitions;
  } cases[] = {
    { "842", NULL, "4", "3" },        { "29236", NULL, "4", "1" },      { "29239", NULL, "0", "0" },
    { NULL, "district-1", "3", "3" }, { NULL, "district-2", "0", "3" }, { "29236", "district-1", "3", "1" },
  };
  CsExportOptions wrong[] = { { .unit = "99999" }, { .round = "district-9" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      xmlDoc *document;

      exported_make (book, cases[i].unit, cases[i].round);
      exported_assert_valid (book);
      document = parse (book);
      assert_told (document, cases[i].dossiers, "count(//p:dossier)");
      assert_told (document, cases[i].recognitions, "count(//p:recognition)");
      xmlFreeDoc (document);
    }
  g_unlink (path);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (cs_export_xml (book->store, path, &wrong[i], NULL, NULL, NULL, &error));
      assert_error (error, CS_ERROR_NOT_FOUND);
      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
    }
}

static void
progress_cb (guint done, guint total, gpointer data)
{
  guint *last = data;

  g_assert_cmpuint (done, <=, total);
  g_assert_cmpuint (done, >=, last[0]);
  last[0] = done;
  last[1]++;
}

static void
test_cancelled (Book *book, gconstpointer data)
{
  g_autofree char *path = exported_path (book), *kept = NULL, *before = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  guint last[2] = { 0 };
  g_autoptr (GDir) dir = NULL;
  guint n = 0, now = 0;

  g_assert_true (cs_export_xml (book->store, path, NULL, progress_cb, last, NULL, &error));
  g_assert_cmpuint (last[1], >, 0);
  g_assert_true (g_file_get_contents (path, &before, NULL, NULL));
  dir = g_dir_open (book->folder, 0, NULL);
  while (g_dir_read_name (dir) != NULL)
    n++;
  /* what stood there stays when the new one is not finished */
  g_cancellable_cancel (cancellable);
  g_assert_false (cs_export_xml (book->store, path, NULL, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (g_file_get_contents (path, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, before);
  g_dir_rewind (dir);
  while (g_dir_read_name (dir) != NULL)
    now++;
  g_assert_cmpuint (now, ==, n);
}

static void
test_snapshot (Book *book, gconstpointer data)
{
  g_autofree char *path = exported_path (book), *copy_path = book_file (book, "copy.xml"), *one = NULL,
                  *other = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CsStore) snapshot = cs_store_snapshot (book->store, &error);

  g_assert_no_error (error);
  exported_make (book, NULL, NULL);
  g_assert_true (cs_export_xml (snapshot, copy_path, NULL, NULL, NULL, NULL, &error));
  g_assert_true (g_file_get_contents (path, &one, NULL, NULL));
  g_assert_true (g_file_get_contents (copy_path, &other, NULL, NULL));
  g_assert_cmpstr (one, ==, other);
}

/* --- other books --- */

static void
test_sample (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  CsSampleOptions options = { .products = 60, .members = 3, .seed = (guint32) g_test_rand_int () };

  book->store = cs_sample_create (book->path, &options, NULL, NULL, &error);
  g_assert_no_error (error);
  exported_make (book, NULL, NULL);
  exported_assert_valid (book);
}

/* A book of a unit of any kind, by either decision, with nothing in it. */
static void
test_empty_books (Book *book, gconstpointer data)
{
  static const struct
  {
    const char *regulation, *units, *unit;
  } cases[] = {
    { "qd-26-2026", "vinh-long-2026", "86" },
    { "qd-26-2026", "vinh-long-2026", "29242" },
    { "qd-148-2023", "tra-vinh-2023", "29236" }, /* a commune has no level in this decision */
    { "qd-148-2023", "tra-vinh-2023", "84" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CsRegulation) regulation = cs_library_regulation (cases[i].regulation, &error);
      g_autoptr (CsUnitSet) units = cs_library_units (cases[i].units, &error);
      CsNewBook wanted = {
        .regulation = regulation, .units = units, .unit = cases[i].unit, .title = i == 1 ? "  " : NULL
      };

      g_assert_no_error (error);
      g_assert_nonnull (cs_unit_set_find (units, cases[i].unit));
      g_clear_object (&book->store);
      g_unlink (book->path);
      book->store = cs_store_create (book->path, &wanted, &error);
      g_assert_no_error (error);
      exported_make (book, NULL, NULL);
      exported_assert_valid (book);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test)       g_test_add (path, Book, NULL, exported_set_up, test, book_tear_down)
#define ADD_EMPTY(path, test) g_test_add (path, Book, NULL, book_set_up_empty, test, book_tear_down)
  ADD ("/export/valid", test_valid);
  ADD ("/export/secret", test_secret);
  ADD ("/export/totals", test_totals);
  ADD ("/export/filters", test_filters);
  ADD ("/export/cancelled", test_cancelled);
  ADD ("/export/snapshot", test_snapshot);
  ADD_EMPTY ("/export/sample", test_sample);
  ADD_EMPTY ("/export/empty-books", test_empty_books);
  return g_test_run ();
}
