/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "member-id.h"
#include "base/text.h"
#include "book.h"
#include "exchange/export.h"
#include "exchange/library.h"
#include "exchange/sample.h"
#include "model/register.h"
#include "service/book/store-create.h"
#include "service/council/councils.h"
#include "service/dossiers/evidence.h"
#include "service/results/register.h"
#include "service/scoring/closing.h"
#include "service/scoring/grounds.h"
#include "service/scoring/rescoring.h"
#include "service/scoring/submission.h"

#include <glib/gstdio.h>
#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <string.h>

/* What a book exports is judged by xmllint and the shipped schema; and it tells no score before its time. */

static char *
export_path (const Book *book)
{
  return book_file (book, "out.xml");
}

static void
export_book (Book *book, const char *unit, const char *round)
{
  g_autofree char *path = export_path (book);
  CsExportOptions options = { .unit = unit, .round = round };
  g_autoptr (GError) error = NULL;

  cs_export_xml (book->store, path, &options, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static gboolean
is_valid (const char *path)
{
  g_autofree char *schema = g_build_filename (g_getenv ("CHAMSAO_DATADIR"), "schema", "package.xsd", NULL);
  const char *argv[] = { "xmllint", "--nonet", "--noout", "--schema", schema, path, NULL };
  g_autofree char *told = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, &told, &status, &error);
  g_assert_no_error (error);
  if (status != 0)
    g_test_message ("%.600s", told);
  return status == 0;
}

static void
assert_valid (Book *book)
{
  g_autofree char *path = export_path (book);

  g_assert_true (is_valid (path));
}

static xmlDoc *
parse (const Book *book)
{
  g_autofree char *path = export_path (book), *text = NULL;
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
add_paper (Book *book, const char *code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) dossier = book_dossier (book->store, code);
  g_autoptr (CsEvidence) paper = cs_evidence_new ();
  g_autofree char *path = book_file (book, "Giấy \"A\" & <B>.pdf");
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_true (g_file_set_contents (path, "%PDF-1.4", -1, NULL));
  paper->dossier = dossier->id;
  paper->kind = g_strdup ("registration");
  paper->number = g_strdup ("12/GCN & <x>");
  paper->issued_on = g_strdup ("2024-01-31");
  paper->expires_on = g_strdup ("2027-01-31");
  cs_evidence_put (book->store, paper, file, &error);
  g_assert_no_error (error);
}

static void
add_register (Book *book)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) cs_recognition_free);
  g_autoptr (CsTrademark) trademark = g_new0 (CsTrademark, 1);
  static const char *const dates[] = { "2020", "2021-05", "2022-08-22" };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      CsRecognition *recognition = cs_recognition_new ();

      recognition->uuid = g_uuid_string_random ();
      recognition->product = g_strdup ("Kẹo \"dừa\" & <mạch nha>");
      recognition->producer = g_strdup ("HTX");
      recognition->unit = g_strdup (i == 0 ? "29236" : "842");
      recognition->stars = (int) i + 2;
      recognition->decision = g_strdup ("");
      recognition->decided_on = g_strdup (dates[i]);
      recognition->score = g_strdup (i == 1 ? "trên 91" : "");
      recognition->valid_until = i == 2 ? g_strdup ("2025-08-22") : NULL;
      g_ptr_array_add (list, recognition);
    }
  g_assert_true (cs_register_add (book->store, list, &error));
  trademark->name = g_strdup ("Nhãn <hiệu>");
  trademark->owner = g_strdup ("");
  g_assert_true (cs_store_add_trademark (book->store, trademark, &error));
}

/* 1: half a sheet and a whole one; 2: eliminated and closed; 3: closed in two rounds; 4: in no round. */
static void
fill (Book *book)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) second = book_dossier (book->store, book_code (2)),
                        third = book_dossier (book->store, book_code (3));
  g_autoptr (CsDossier) first = book_dossier (book->store, book_code (1));
  g_autoptr (CsGround) ground =
      cs_ground_new ("1.1", "Giả mạo \"hồ sơ\"", "vì <thế>\nvà & thế", "Thành viên"),
                       whole = NULL;
  g_autoptr (CsSheet) sheet = NULL, again = NULL;

  whole = cs_ground_new (NULL, "Khác", "r", "p");
  book_score (book->store, book_code (1), "m1", 50, FALSE);
  sheet = cs_sheets_get (book->store, first, member_id (book->store, "m1"), &error);
  g_assert_true (cs_sheets_choose (book->store, first, sheet, 4, CS_CHOICE_OPEN, &error));
  g_assert_true (cs_sheets_note (book->store, first, sheet, 0, "bí mật của nháp", &error));
  book_score (book->store, book_code (1), "m2", 50, TRUE);
  g_assert_true (cs_grounds_add (book->store, second, ground, &error));
  g_assert_true (cs_grounds_add (book->store, second, whole, &error));
  book_close_product (book->store, book_code (2), 5, 80);
  for (guint i = 1; i <= 5; i++)
    {
      g_autofree char *member = g_strdup_printf ("m%u", i);

      book_score (book->store, book_code (3), member, i == 1 ? -100 : 100, TRUE);
    }
  g_clear_pointer (&sheet, cs_sheet_free);
  sheet = cs_sheets_get (book->store, third, member_id (book->store, "m1"), &error);
  g_assert_true (cs_sheets_discuss (book->store, third, "Đã thảo luận", &error));
  again = cs_sheets_begin_round (book->store, third, sheet, &error);
  g_assert_no_error (error);
  g_assert_true (cs_sheets_note (book->store, third, again, 0, "ghi chú \"<&>\"\n\tdòng hai", &error));
  g_assert_true (cs_sheets_submit (book->store, third, NULL, &error));
  g_assert_true (
      cs_evaluation_close (book->store, third, &(CsCloseOptions){ .reason = "Đã thảo luận <&>" }, &error));
  g_free (book_add_product (book->store, "Chưa \"có\" <đợt> & lệnh \x01\x1f", 26, NULL));
  add_paper (book, book_code (3));
  add_register (book);
}

static void
set_up (Book *book, gconstpointer data)
{
  book_set_up (book, data);
  fill (book);
}

static void
test_valid (Book *book, gconstpointer data)
{
  xmlDoc *document;

  export_book (book, NULL, NULL);
  assert_valid (book);
  document = parse (book);
  assert_told (document, "4", "count(//p:dossier)");
  assert_told (document, "3", "count(//p:evaluation)");
  assert_told (document, "3", "count(//p:recognition)");
  assert_told (document, "Kẹo \"dừa\" & <mạch nha>", "//p:recognition[1]/@product");
  assert_told (document, "ghi chú \"<&>\"\n\tdòng hai",
               "//p:sheet[@scoring-round = 2]/p:answer[@note]/@note");
  assert_told (document, "vì <thế>\nvà & thế", "//p:ground[@criterion = '1.1']/@reason");
  assert_told (document, "Chưa \"có\" <đợt> & lệnh ", "//p:dossier[@form = 26]/@product");
  assert_told (document, "Giấy \"A\" & <B>.pdf", "//p:paper/@file-name");
  assert_told (document, "842", "/p:package/p:book/@unit");
  assert_told (document, "1", "/p:package/@format");
  xmlFreeDoc (document);
}

static void
test_secret (Book *book, gconstpointer data)
{
  xmlDoc *document;
  g_autofree char *path = export_path (book), *text = NULL;

  export_book (book, NULL, NULL);
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

  export_book (book, NULL, NULL);
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
  g_autofree char *path = export_path (book);
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

      export_book (book, cases[i].unit, cases[i].round);
      assert_valid (book);
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

/* The longest texts that the program takes are texts that the schema takes. */
static void
test_longest (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) name = g_string_new (NULL), text = g_string_new (NULL);
  g_autoptr (CsDossier) dossier = book_dossier (book->store, book_code (1));
  g_autoptr (CsGround) ground = NULL, too_long = NULL;
  g_autoptr (CsSheet) sheet = NULL;
  g_autofree char *long_text = NULL;
  CsNewDossier wanted = {
    .producer_kind = "farm", .unit = "29236", .form = 1, .kind = "first", .round = "district-1"
  };
  g_autofree char *code = NULL, *long_code = g_strnfill (CS_CODE_MAX, '7');

  for (int i = 0; i < CS_NAME_MAX; i++)
    g_string_append (name, "ệ");
  for (int i = 0; i < CS_TEXT_MAX; i++)
    g_string_append (text, "ữ");
  wanted.code = long_code;
  wanted.product = wanted.producer = name->str;
  wanted.address = wanted.phone = wanted.representative = wanted.description = text->str;
  code = cs_dossiers_add (book->store, &wanted, &error);
  g_assert_no_error (error);
  ground = cs_ground_new (NULL, name->str, name->str, name->str);
  g_assert_true (cs_grounds_add (book->store, dossier, ground, &error));
  long_text = g_strconcat (name->str, "x", NULL);
  too_long = cs_ground_new (NULL, "g", long_text, "p");
  g_assert_false (cs_grounds_add (book->store, dossier, too_long, &error));
  assert_error (error, CS_ERROR_INVALID);
  sheet = cs_sheets_get (book->store, dossier, member_id (book->store, "m3"), &error);
  g_assert_true (cs_sheets_note (book->store, dossier, sheet, 0, text->str, &error));
  g_string_append (text, "x");
  g_assert_false (cs_sheets_note (book->store, dossier, sheet, 1, text->str, &error));
  assert_error (error, CS_ERROR_INVALID);
  book_score (book->store, code, "m1", 0, TRUE);
  g_clear_pointer (&dossier, cs_dossier_free);
  dossier = book_dossier (book->store, code);
  for (guint i = 2; i <= 4; i++)
    {
      g_autofree char *member = g_strdup_printf ("m%u", i);

      book_score (book->store, code, member, 0, TRUE);
    }
  g_assert_false (
      cs_evaluation_close (book->store, dossier, &(CsCloseOptions){ .reason = text->str }, &error));
  assert_error (error, CS_ERROR_INVALID);
  g_string_truncate (text, text->len - 1);
  g_assert_true (
      cs_evaluation_close (book->store, dossier, &(CsCloseOptions){ .reason = text->str }, &error));
  g_assert_no_error (error);
  export_book (book, NULL, NULL);
  assert_valid (book);
}

static void
test_long_names_refused (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strnfill (CS_NAME_MAX + 1, 'x'), *text = g_strnfill (CS_TEXT_MAX + 1, 'x');
  CsNewMember member = { .council = "district-842", .key = "m9", .name = name, .organisation = "" };
  const char *field = NULL;
  g_autoptr (CsTrademark) trademark = g_new0 (CsTrademark, 1);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) cs_recognition_free);
  CsRecognition *recognition = cs_recognition_new ();

  g_assert_false (cs_councils_check_member (book->store, &member, &field, &error));
  g_assert_cmpstr (field, ==, "name");
  assert_error (error, CS_ERROR_INVALID);
  member = (CsNewMember){ .council = "district-842", .key = name, .name = "Tên", .organisation = "" };
  g_assert_false (cs_councils_check_member (book->store, &member, &field, &error));
  g_assert_cmpstr (field, ==, "member");
  assert_error (error, CS_ERROR_INVALID);
  member = (CsNewMember){ .council = "district-842", .key = "m9", .name = "Tên", .organisation = text };
  g_assert_false (cs_councils_check_member (book->store, &member, &field, &error));
  g_assert_cmpstr (field, ==, "organisation");
  assert_error (error, CS_ERROR_INVALID);
  trademark->name = g_strdup (name);
  trademark->owner = g_strdup ("");
  g_assert_false (cs_store_add_trademark (book->store, trademark, &error));
  assert_error (error, CS_ERROR_INVALID);
  trademark->name[0] = '\0';
  g_assert_false (cs_store_add_trademark (book->store, trademark, &error));
  assert_error (error, CS_ERROR_INVALID);
  recognition->uuid = g_uuid_string_random ();
  recognition->product = g_strdup (name);
  recognition->producer = g_strdup ("HTX");
  recognition->unit = g_strdup ("842");
  recognition->stars = 3;
  recognition->decision = g_strdup ("");
  recognition->decided_on = g_strdup ("2020");
  recognition->score = g_strdup ("");
  g_ptr_array_add (list, recognition);
  g_assert_false (cs_register_add (book->store, list, &error));
  assert_error (error, CS_ERROR_INVALID);
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
  g_autofree char *path = export_path (book), *kept = NULL, *before = NULL;
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
  g_autofree char *path = export_path (book), *copy_path = book_file (book, "copy.xml"), *one = NULL,
                  *other = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CsStore) snapshot = cs_store_snapshot (book->store, &error);

  g_assert_no_error (error);
  export_book (book, NULL, NULL);
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
  export_book (book, NULL, NULL);
  assert_valid (book);
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
      export_book (book, NULL, NULL);
      assert_valid (book);
    }
}

/* --- what the schema refuses --- */

static char *
replace_once (const char *text, const char *from, const char *to)
{
  const char *at = strstr (text, from);
  g_autofree char *head = NULL;

  if (at == NULL)
    g_error ("the export has no “%s”", from);
  head = g_strndup (text, (gsize) (at - text));
  return g_strconcat (head, to, at + strlen (from), NULL);
}

static void
test_broken (Book *book, gconstpointer data)
{
  static const char *const changes[][2] = {
    { "urn:chamsao:package:1", "urn:chamsao:package:2" },
    { "format=\"1\"", "format=\"2\"" },
    { "format=\"1\"", "" },
    { "<package ", "<package more=\"x\" " },
    { " <regulations>", " <more/><regulations>" },
    { "unit=\"842\"", "unit=\"eight\"" },
    { "year=\"2024\"", "year=\"24\"" },
    { "demonstration=\"no\"", "demonstration=\"maybe\"" },
    { "log-head=\"", "log-head=\"X" },
    { "regulation=\"qd-148-2023\" form", "regulation=\"qd-1-1\" form" }, /* a regulation that is not listed */
    { "form=\"1\" unit=\"29236\"", "form=\"1\" unit=\"29999\"" },        /* a unit that is not listed */
    { "round=\"district-1\"", "round=\"district-7\"" },
    { "council=\"district-842\"", "council=\"district-1\"" },
    { "code=\"84-842-29236-2-2024\"", "code=\"84-842-29236-1-2024\"" }, /* twice */
    { "code=\"84-842-29236-2-2024\"", "code=\"\"" },
    { "kind=\"cooperative\"", "kind=\"shop\"" },
    { "kind=\"first\"", "kind=\"again\"" },
    { "registered-on=\"", "registered-on=\"31/12/" },
    { "state=\"submitted\"", "state=\"sealed\"" },
    { "status=\"closed\"", "status=\"done\"" },
    { "seal=\"", "seal=\"0" },
    { "option=\"1\"", "option=\"-1\"" },
    { "points=\"", "points=\"1." },
    { "criterion=\"1.1\"", "criterion=\"one\"" },
    { "stars=\"0\"", "stars=\"6\"" },
    { "mean=\"", "mean=\"1.5" },
    { "eliminated=\"yes\"", "eliminated=\"1\"" },
    { "role=\"chair\"", "role=\"boss\"" },
    { "quorum=\"3/4\"", "quorum=\"0.75\"" },
    { "minimum-rule=\"mean\"", "minimum-rule=\"best\"" },
    { "decided-on=\"2020\"", "decided-on=\"20\"" },
    { "sha256=\"", "sha256=\"/../" },
    { "<verdict ", "<verdict/><verdict " },
    { "</evaluation>", "<sheet/></evaluation>" },
    { "</package>", "" },
    { "<brand ", "<brand id=\"x\" " },
  };
  g_autofree char *path = export_path (book), *text = NULL;

  export_book (book, NULL, NULL);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *broken = replace_once (text, changes[i][0], changes[i][1]);

      g_assert_true (g_file_set_contents (path, broken, -1, NULL));
      if (is_valid (path))
        g_error ("valid after “%s” became “%s”", changes[i][0], changes[i][1]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test)       g_test_add (path, Book, NULL, set_up, test, book_tear_down)
#define ADD_EMPTY(path, test) g_test_add (path, Book, NULL, book_set_up_empty, test, book_tear_down)
  ADD ("/export/valid", test_valid);
  ADD ("/export/secret", test_secret);
  ADD ("/export/totals", test_totals);
  ADD ("/export/filters", test_filters);
  ADD ("/export/longest", test_longest);
  ADD ("/export/long-names-refused", test_long_names_refused);
  ADD ("/export/cancelled", test_cancelled);
  ADD ("/export/snapshot", test_snapshot);
  ADD ("/export/broken", test_broken);
  ADD_EMPTY ("/export/sample", test_sample);
  ADD_EMPTY ("/export/empty-books", test_empty_books);
  return g_test_run ();
}
