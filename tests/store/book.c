/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "member-id.h"
#include "result-for.h"
#include "book.h"
#include "remove-tree.h"

#include "repo/audit.h"

#include "exchange/library.h"
#include "service/book/check.h"
#include "service/book/store-create.h"
#include "service/council/councils.h"
#include "service/scoring/bulk.h"
#include "service/council/recusals.h"
#include "service/scoring/closing.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

void
book_set_up_empty (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  book->folder = g_dir_make_tmp ("chamsao-store-XXXXXX", &error);
  g_assert_no_error (error);
  book->path = book_file (book, "test.chamsao");
}

void
book_set_up (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  book_set_up_empty (book, data);
  book->store = book_create (book->path, &error);
  g_assert_no_error (error);
  book_add_council (book->store, 5);
  for (guint i = 1; i <= 3; i++)
    {
      g_autofree char *name = g_strdup_printf ("Sản phẩm %u", i);
      g_autofree char *code = book_add_product (book->store, name, 1, "district-1");

      g_assert_cmpstr (code, ==, book_code (i));
    }
}

void
book_tear_down (Book *book, gconstpointer data)
{
  g_clear_object (&book->store);
  remove_tree (book->folder);
  g_free (book->path);
  g_free (book->folder);
}

void
book_open (Book *book)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (book->store);
  book->store = cs_store_open (book->path, &error);
  g_assert_no_error (error);
}

void
book_close (Book *book)
{
  g_assert_nonnull (book->store);
  g_clear_object (&book->store);
}

guint
book_n_files (const Book *book)
{
  g_autoptr (GDir) dir = g_dir_open (book->folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    n += !g_str_has_suffix (name, ".copies");
  return n;
}

char *
book_file (const Book *book, const char *name)
{
  return g_build_filename (book->folder, name, NULL);
}

void
book_unpack (const char *name, const char *to)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", name, NULL);
  g_autoptr (GFile) packed = g_file_new_for_path (path), file = g_file_new_for_path (to);
  g_autoptr (GConverter) converter = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) in = G_INPUT_STREAM (g_file_read (packed, NULL, &error)), plain = NULL;
  g_autoptr (GOutputStream) out = NULL;

  g_assert_no_error (error);
  plain = g_converter_input_stream_new (in, converter);
  out = G_OUTPUT_STREAM (g_file_create (file, G_FILE_CREATE_NONE, NULL, &error));
  g_assert_no_error (error);
  g_output_stream_splice (out, plain, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, &error);
  g_assert_no_error (error);
}

CsStore *
book_create (const char *path, GError **error)
{
  return book_create_for (path, "842", error);
}

CsStore *
book_create_for (const char *path, const char *unit, GError **error)
{
  g_autoptr (CsRegulation) regulation = cs_library_regulation ("qd-148-2023", error);
  g_autoptr (CsUnitSet) units = regulation != NULL ? cs_library_units ("tra-vinh-2023", error) : NULL;
  g_autoptr (CsPlan) plan = units != NULL ? cs_library_plan ("tra-vinh-2024", error) : NULL;
  CsNewBook wanted = { .regulation = regulation, .units = units, .unit = unit, .plan = plan };

  return plan != NULL ? cs_store_create (path, &wanted, error) : NULL;
}

void
book_add_council (CsStore *store, guint n)
{
  g_autoptr (GArray) members = g_array_new (FALSE, TRUE, sizeof (CsNewMember));
  g_autoptr (GStringChunk) texts = g_string_chunk_new (256);
  g_autoptr (GError) error = NULL;

  for (guint i = 1; i <= n + 1; i++)
    {
      g_autofree char *key = g_strdup_printf ("m%u", i);
      CsNewMember member = { .council = "district-842", .organisation = "" };

      member.key = i <= n ? g_string_chunk_insert (texts, key) : "s";
      member.name = member.key;
      member.role = i > n    ? CS_ROLE_SECRETARY
                    : i == 1 ? CS_ROLE_CHAIR
                    : i == 2 ? CS_ROLE_VICE
                             : CS_ROLE_MEMBER;
      g_array_append_val (members, member);
    }
  cs_councils_add_members (store, members, &error);
  g_assert_no_error (error);
}

char *
book_add_product (CsStore *store, const char *name, int form, const char *round)
{
  CsNewDossier wanted = { .product = name,
                          .producer = "Hợp tác xã Mẫu",
                          .producer_kind = "cooperative",
                          .unit = "29236",
                          .form = form,
                          .kind = "first",
                          .round = round };
  g_autoptr (GError) error = NULL;
  char *code = cs_dossiers_add (store, &wanted, &error);

  g_assert_no_error (error);
  return code;
}

CsDossier *
book_dossier (CsStore *store, const char *code)
{
  g_autoptr (GError) error = NULL;
  CsDossier *dossier = cs_dossiers_by_code (store, code, NULL, &error);

  g_assert_no_error (error);
  return dossier;
}

const char *
book_code (guint i)
{
  static char codes[10][32];

  g_assert_cmpuint (i, <, G_N_ELEMENTS (codes));
  g_snprintf (codes[i], sizeof codes[i], "84-842-29236-%u-2024", i);
  return codes[i];
}

void
book_draw (const CsForm *form, int bias, int *choices)
{
  for (guint q = 0; q < cs_form_n_questions (form); q++)
    {
      const CsCriterion *criterion = cs_form_question (form, q);
      int low = cs_criterion_prints_zero (criterion) ? 1 : CS_CHOICE_NONE,
          high = (int) criterion->options->len;

      choices[q] = g_test_rand_int_range (low, high + 1);
      while (g_test_rand_int_range (0, 100) < bias && choices[q] < high)
        choices[q]++;
      while (g_test_rand_int_range (0, 100) < -bias && choices[q] > low)
        choices[q]--;
    }
}

void
book_score (CsStore *store, const char *code, const char *member, int bias, gboolean submit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) dossier = book_dossier (store, code);
  const CsForm *form = cs_regulation_form (cs_store_get_current_regulation (store), dossier->form);
  g_autofree int *choices = g_new (int, cs_form_n_questions (form));
  g_autoptr (CsBulk) bulk = cs_bulk_begin (store, "test", NULL, &error);

  g_assert_no_error (error);
  book_draw (form, bias, choices);
  cs_bulk_add_sheet (bulk, dossier, member, 1, choices, submit, &error);
  g_assert_no_error (error);
  cs_bulk_commit (g_steal_pointer (&bulk), "test", &error);
  g_assert_no_error (error);
}

void
book_close_product (CsStore *store, const char *code, guint n_members, int bias)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) dossier = book_dossier (store, code);

  for (guint i = 1; i <= n_members; i++)
    {
      g_autofree char *member = g_strdup_printf ("m%u", i);

      book_score (store, code, member, bias, TRUE);
    }
  cs_evaluation_close (store, dossier, &(CsCloseOptions){ .reason = "Đã thảo luận" }, &error);
  g_assert_no_error (error);
}

/* The lowest answers that hold the minima up to @stars, then better ones until the band is reached. */
static void
aim_at (const CsForm *form, int stars, int *choices)
{
  static const int borders[] = { 0, 0, 0, 50, 70, 90 };
  int total = 0;

  for (guint q = 0; q < cs_form_n_questions (form); q++)
    {
      const CsCriterion *criterion = cs_form_question (form, q);
      int needed = 0;

      for (int star = CS_STAR_MIN; star <= stars; star++)
        needed = MAX (needed, cs_criterion_needed (criterion, star));
      choices[q] = cs_criterion_prints_zero (criterion) ? 1 : CS_CHOICE_NONE;
      while (cs_criterion_points (criterion, choices[q]) < needed)
        choices[q]++;
      total += cs_criterion_points (criterion, choices[q]);
    }
  for (guint q = 0; total < borders[stars]; q = (q + 1) % cs_form_n_questions (form))
    {
      const CsCriterion *criterion = cs_form_question (form, q);

      if (choices[q] == (int) criterion->options->len)
        continue;
      total -= cs_criterion_points (criterion, choices[q]);
      choices[q]++;
      total += cs_criterion_points (criterion, choices[q]);
    }
}

void
book_close_with_stars (CsStore *store, const char *code, int stars)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) dossier = book_dossier (store, code);
  const CsForm *form =
      cs_regulation_form (cs_store_get_regulation (store, dossier->regulation, NULL), dossier->form);
  g_autofree int *choices = g_new (int, cs_form_n_questions (form));
  g_autoptr (CsBulk) bulk = cs_bulk_begin (store, "test", NULL, &error);

  aim_at (form, stars, choices);
  for (guint i = 1; i <= 5; i++)
    {
      g_autofree char *member = g_strdup_printf ("m%u", i);

      cs_bulk_add_sheet (bulk, dossier, member, 1, choices, TRUE, &error);
      g_assert_no_error (error);
    }
  cs_bulk_close (bulk, dossier, NULL, &error);
  g_assert_no_error (error);
  cs_bulk_commit (g_steal_pointer (&bulk), "test", &error);
  g_assert_no_error (error);
}

char *
book_examine (CsStore *store)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  if (!cs_store_check (store, problems, &error) || !cs_store_audit (store, problems, &error))
    g_string_append_printf (text, "%s\n", error->message);
  for (guint i = 0; i < problems->len; i++)
    g_string_append_printf (text, "%s\n", (const char *) g_ptr_array_index (problems, i));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

CsResult *
book_result (Book *book, guint product)
{
  g_autoptr (GError) error = NULL;
  CsResult *result = result_for (book->store, book_dossier (book->store, book_code (product)), &error);

  g_assert_no_error (error);
  return result;
}

char *
book_states (Book *book, guint product)
{
  g_autoptr (CsResult) result = book_result (book, product);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < result->members->len; i++)
    {
      const CsMemberResult *member = g_ptr_array_index (result->members, i);

      g_string_append_printf (text, "%s%s=%s", i > 0 ? " " : "", member->key,
                              cs_member_state_to_text (member->state));
    }
  return g_string_free (text, FALSE);
}

void
book_assert_clean (Book *book)
{
  g_autofree char *found = book_examine (book->store);

  g_assert_cmpstr (found, ==, "");
}

gboolean
book_recuse (
    Book *book, const char *member, guint product, gboolean producer, const char *reason, GError **error)
{
  g_autoptr (CsDossier) dossier = book_dossier (book->store, book_code (product));
  CsNewRecusal wanted = { .member = member_id (book->store, member),
                          .dossier = dossier,
                          .whole_producer = producer,
                          .reason = reason };

  return cs_recusals_declare (book->store, &wanted, error);
}

/* --- from outside --- */

static sqlite3 *
connect_to (const char *path)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  sqlite3_exec (db, "PRAGMA synchronous = OFF", NULL, NULL, NULL);
  return db;
}

int
sql_try (const char *path, const char *sql)
{
  sqlite3 *db = connect_to (path);
  int code = sqlite3_exec (db, sql, NULL, NULL, NULL);

  if (code != SQLITE_OK)
    g_test_message ("%s: %s", sql, sqlite3_errmsg (db));
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
  return code;
}

void
sql_run (const char *path, const char *sql)
{
  g_assert_cmpint (sql_try (path, sql), ==, SQLITE_OK);
}

static void
add_rows (sqlite3 *db, const char *sql, GString *text)
{
  sqlite3_stmt *statement = NULL;
  int code = sqlite3_prepare_v2 (db, sql, -1, &statement, NULL);

  if (code == SQLITE_OK)
    while ((code = sqlite3_step (statement)) == SQLITE_ROW)
      {
        for (int i = 0; i < sqlite3_column_count (statement); i++)
          {
            const char *cell = (const char *) sqlite3_column_text (statement, i);

            g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", cell != NULL ? cell : "NULL");
          }
        g_string_append_c (text, '\n');
      }
  if (code != SQLITE_DONE)
    g_string_append_printf (text, "error: %s\n", sqlite3_errmsg (db));
  sqlite3_finalize (statement);
}

char *
sql_rows (const char *path, const char *sql)
{
  sqlite3 *db = connect_to (path);
  GString *text = g_string_new (NULL);

  add_rows (db, sql, text);
  sqlite3_close (db);
  return g_string_free (text, FALSE);
}

char *
sql_dump (const char *path)
{
  g_autofree char *names =
      sql_rows (path, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name");
  g_auto (GStrv) tables = g_strsplit (names, "\n", -1);
  sqlite3 *db = connect_to (path);
  GString *text = g_string_new (NULL);

  add_rows (db, "SELECT type, name, sql FROM sqlite_schema ORDER BY name", text);
  for (guint i = 0; tables[i] != NULL && *tables[i] != '\0'; i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT '%s', * FROM \"%s\"", tables[i], tables[i]);

      add_rows (db, sql, text);
    }
  sqlite3_close (db);
  return g_string_free (text, FALSE);
}

char *
sql_sealed (const char *path)
{
  static const char *const queries[] = {
    "SELECT id, uuid, evaluation, member, scoring_round, state, seal FROM sheet WHERE state <> 'draft' ORDER "
    "BY id",
    "SELECT s.id, s.uuid, e.uuid, m.key FROM sheet s JOIN evaluation e ON e.id = s.evaluation"
    " JOIN member m ON m.id = s.member WHERE s.state <> 'draft' ORDER BY s.id",
    "SELECT a.sheet, c.no, a.option FROM answer a JOIN sheet s ON s.id = a.sheet"
    " JOIN criterion c ON c.id = a.criterion WHERE s.state <> 'draft' ORDER BY a.sheet, a.criterion",
    "SELECT a.sheet, c.no, a.note FROM answer_note a JOIN sheet s ON s.id = a.sheet"
    " JOIN criterion c ON c.id = a.criterion WHERE s.state <> 'draft' ORDER BY a.sheet, a.criterion",
    "SELECT seq, at, who, verb, object, before, after, previous, hash FROM audit ORDER BY seq",
  };
  sqlite3 *db = connect_to (path);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    add_rows (db, queries[i], text);
  sqlite3_close (db);
  return g_string_free (text, FALSE);
}

void
book_set (char **field, const char *value)
{
  g_free (*field);
  *field = g_strdup (value);
}

gboolean
book_log (CsTransaction *tx, const char *object, GError **error)
{
  CsAuditLine line = { .at = "2024", .who = "t", .verb = "test", .object = object };

  return cs_audit_add (tx, &line, NULL, error);
}
