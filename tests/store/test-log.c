/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "act.h"
#include "db/handle-private.h"
#include "db/query.h"
#include "member-id.h"
#include "repo/audit-change.h"
#include "service/book/log.h"
#include "service/book/store-private.h"
#include "service/council/councils.h"
#include "service/dossiers/evidence.h"
#include "service/scoring/closing.h"
#include "service/scoring/rescoring.h"
#include "service/scoring/submission.h"
#include "summary/words/log-text.h"

#include <string.h>

/* The log tells every change, and no score. What it must tell is found out by comparing the whole book before
 * and after. */

#define N_ACTS 400

/* --- the slow way --- */

/* Tables whose rows have a UUID of their own. */
static const char *const plain[] = { "book",    "brand",        "closing", "council",  "discussion",
                                     "dossier", "evaluation",   "finding", "helper",   "member",
                                     "office",  "paper_number", "paper",   "producer", "producer_join",
                                     "product", "recognition",  "recusal", "session",  "sheet" };
/* Their texts are told by what they name. */
static const char *const by_name[] = { "producer",  "product",    "dossier",    "member",
                                       "replaces",  "council",    "evaluation", "session",
                                       "criterion", "discussing", "kept",       NULL };

/* Returns: (transfer full) (element-type utf8 utf8): text of each cell by "table|uuid|column". */
static GHashTable *
look (CsDb *db)
{
  GHashTable *cells = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint t = 0; t < G_N_ELEMENTS (plain); t++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s", plain[t]);
      sqlite3_stmt *statement = NULL;

      g_assert_cmpint (sqlite3_prepare_v2 (db->handle, sql, -1, &statement, NULL), ==, SQLITE_OK);
      while (sqlite3_step (statement) == SQLITE_ROW)
        {
          const char *uuid = NULL;

          for (int i = 0; i < sqlite3_column_count (statement); i++)
            if (g_str_equal (sqlite3_column_name (statement, i), "uuid"))
              uuid = (const char *) sqlite3_column_text (statement, i);
          for (int i = 0; i < sqlite3_column_count (statement); i++)
            {
              const char *text = (const char *) sqlite3_column_text (statement, i);

              g_hash_table_insert (cells,
                                   g_strdup_printf ("%s|%s|%s", plain[t], uuid,
                                                    sqlite3_column_name (statement, i)),
                                   g_strdup (text != NULL ? text : ""));
            }
        }
      sqlite3_finalize (statement);
    }
  return cells;
}

static gboolean
is_told (char **place)
{
  return cs_audit_changes_tells (place[0], place[2]);
}

static gboolean
is_there (GHashTable *cells, char **place)
{
  g_autofree char *key = g_strdup_printf ("%s|%s|uuid", place[0], place[1]);

  return g_hash_table_contains (cells, key);
}

/* "table|uuid|column|before|after" of every cell that is another one, of things that were there before and
 * are still; "table|uuid|added" and "…|removed" for the others. */
static GHashTable *
compare (GHashTable *before, GHashTable *after)
{
  GHashTable *found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, after);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      g_auto (GStrv) place = g_strsplit (key, "|", 3);
      const char *was = g_hash_table_lookup (before, key);

      if (was == NULL)
        {
          if (!g_str_equal (place[0], "sheet"))
            g_hash_table_add (found, g_strdup_printf ("%s|%s|added", place[0], place[1]));
        }
      else if (!g_str_equal (was, value) && is_told (place))
        g_hash_table_add (found, g_strv_contains (by_name, place[2])
                                     ? g_strdup_printf ("%s|…", (char *) key)
                                     : g_strdup_printf ("%s|%s|%s", (char *) key, was, (char *) value));
    }
  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      g_auto (GStrv) place = g_strsplit (key, "|", 3);

      if (!is_there (after, place))
        g_hash_table_add (found, g_strdup_printf ("%s|%s|removed", place[0], place[1]));
    }
  return found;
}

/* --- what the log says --- */

static gint64
last_line (CsDb *db)
{
  gint64 seq = 0;

  cs_query_one_int (cs_query (db, "SELECT coalesce (max (seq), 0) FROM audit"), &seq, NULL);
  return seq;
}

static const char *
or_empty (const char *text)
{
  return text != NULL ? text : "";
}

/* The same of the lines after @seq; what several of them say of one cell is one change. */
static GHashTable *
read_log (CsStore *store, gint64 seq)
{
  GHashTable *found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) first = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) last = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  CsLogFilter all = { 0 };
  g_autoptr (GPtrArray) lines = cs_log_list (store, &all, NULL);
  GHashTableIter iter;
  gpointer key, was;

  for (guint i = lines->len; i > 0; i--)
    {
      const CsLogLine *line = g_ptr_array_index (lines, i - 1);

      for (guint c = 0; line->seq > seq && c < line->changes->len; c++)
        {
          const CsLogChange *change = g_ptr_array_index (line->changes, c);
          g_autofree char *cell = g_strdup_printf ("%s|%s|%s", change->kind, change->object, change->field);

          if (!g_strv_contains ((const char *const *) plain, change->kind))
            continue;
          if (change->act != CS_LOG_CHANGE)
            g_hash_table_add (found, g_strdup_printf ("%s|%s|%s", change->kind, change->object,
                                                      change->act == CS_LOG_ADD ? "added" : "removed"));
          else
            {
              if (!g_hash_table_contains (first, cell))
                g_hash_table_insert (first, g_strdup (cell), g_strdup (or_empty (change->before)));
              g_hash_table_insert (last, g_strdup (cell), g_strdup (or_empty (change->after)));
            }
        }
    }
  g_hash_table_iter_init (&iter, first);
  while (g_hash_table_iter_next (&iter, &key, &was))
    {
      g_auto (GStrv) place = g_strsplit (key, "|", 3);
      const char *is = g_hash_table_lookup (last, key);

      if (g_strv_contains (by_name, place[2]))
        g_hash_table_add (found, g_strdup_printf ("%s|…", (char *) key));
      else if (!g_str_equal (was, is))
        g_hash_table_add (found, g_strdup_printf ("%s|%s|%s", (char *) key, (char *) was, is));
    }
  return found;
}

static void
assert_in (GHashTable *here, GHashTable *there, const char *what)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, here);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (!g_hash_table_contains (there, key))
      g_error ("%s: %s", what, (char *) key);
}

static void
test_all_changes (Book *book, gconstpointer data)
{
  guint n = 0;

  for (guint i = 0; i < N_ACTS; i++)
    {
      gint64 seq = last_line (book->store->db);
      g_autoptr (GHashTable) before = look (book->store->db), after = NULL, wanted = NULL, told = NULL;

      act_by_chance (book->store);
      after = look (book->store->db);
      wanted = compare (before, after);
      told = read_log (book->store, seq);
      assert_in (wanted, told, "not in the log");
      assert_in (told, wanted, "only in the log");
      n += g_hash_table_size (wanted);
    }
  g_assert_cmpuint (n, >, 50); /* what is closed refuses the rest */
}

/* What is not told is written down here, so that nobody forgets a new column without saying it. */
static void
test_untold (Book *book, gconstpointer data)
{
  g_autoptr (GString) untold = g_string_new (NULL);
  const char *const *tables = cs_audit_changes_tables ();

  for (guint t = 0; tables[t] != NULL; t++)
    {
      CsQuery *q = cs_query (book->store->db, "SELECT name FROM pragma_table_info (:table) ORDER BY cid");

      cs_query_set_text (q, ":table", tables[t]);
      while (cs_query_next (q))
        {
          const char *column = cs_query_text (q, 0);

          if (cs_audit_changes_tells (tables[t], column))
            g_assert_nonnull (cs_log_field_text (tables[t], column)); /* there is a word for it */
          else if (!g_str_equal (column, "id") && !g_str_equal (column, "uuid")
                   && !g_str_equal (column, "version") && !g_str_equal (column, "folded"))
            g_string_append_printf (untold, "%s.%s ", tables[t], column);
        }
      g_assert_true (cs_query_done (q, NULL));
    }
  g_assert_cmpstr (
      untold->str, ==,
      "helper.position sheet.seal sheet.seal_version sheet.end_reason discussion.note closing.rules"
      " paper_number.subject pin.hash pin.failures pin.failed_at ");
}

/* Every table of the book is told of, or it is said here why not. */
static void
test_all_tables (Book *book, gconstpointer data)
{
  static const char *const not_told[] = {
    "answer", "answer_note", /* never, until the product is closed; then they are sealed */
    "closing_member", "outcome",
    "council_rules", /* come with a closing; the last is told, by the council's name */
    "audit", "audit_change", "row_sum", "search", /* how the book is kept */
    "typing",                                     /* no record before it is left */
    /* the law and the plan, frozen when the book is made */
    "regulation", "band", "level", "level_star", "regulation_round", "paper_kind", "form", "form_text",
    "part", "section", "criterion", "criterion_ground", "option", "unit", "target", "round", "activity", NULL
  };
  const char *const *told = cs_audit_changes_tables ();
  CsQuery *q =
      cs_query (book->store->db, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE"
                                 " 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE 'search\\_%' ESCAPE '\\'");

  while (cs_query_next (q))
    {
      const char *table = cs_query_text (q, 0);

      if (!g_strv_contains (told, table) && !g_strv_contains (not_told, table))
        g_error ("“%s” is neither told of nor named here", table);
    }
  g_assert_true (cs_query_done (q, NULL));
}

/* --- what it never says --- */

static char *
all_texts (CsStore *store)
{
  GString *text = g_string_new (NULL);
  CsLogFilter all = { 0 };
  g_autoptr (GPtrArray) lines = cs_log_list (store, &all, NULL);

  for (guint i = lines->len; i > 0; i--)
    {
      const CsLogLine *line = g_ptr_array_index (lines, i - 1);

      g_string_append_printf (text, "%s %s [%s] [%s]\n", line->verb, line->object, line->before, line->after);
      for (guint c = 0; c < line->changes->len; c++)
        {
          const CsLogChange *change = g_ptr_array_index (line->changes, c);

          g_string_append_printf (text, "  %s %s %s [%s] [%s]\n", change->kind, change->name, change->field,
                                  or_empty (change->before), or_empty (change->after));
        }
    }
  return g_string_free (text, FALSE);
}

/* One and the same story with two sets of choices: until the product is closed, the logs are equal. */
static char *
tell_story (const char *path, int choice, const char *note)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsStore) store = book_create (path, &error);
  g_autofree char *code = NULL;
  g_autoptr (CsDossier) dossier = NULL;
  g_autoptr (CsSheet) sheet = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert_no_error (error);
  book_add_council (store, 5);
  code = book_add_product (store, "Mật ong", 1, "district-1");
  dossier = book_dossier (store, code);
  sheet = cs_sheets_get (store, dossier, member_id (store, "m1"), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < sheet->n_questions; i++)
    cs_sheets_choose (store, dossier, sheet, i, choice, &error);
  g_assert_no_error (error);
  cs_sheets_note (store, dossier, sheet, 0, note, &error);
  g_assert_no_error (error);
  cs_sheets_submit (store, dossier, member_id (store, "m1"), NULL, &error);
  g_assert_no_error (error);
  text = all_texts (store);
  lines = g_strsplit (text, "\n", 3);
  return g_strdup (lines[2]); /* the first names the book by its UUID */
}

/* Moments are as long as the day is: they are left out. */
static char *
without_moments (const char *text)
{
  g_autoptr (GRegex) moments = g_regex_new ("\\d{4}-\\d\\d-\\d\\dT[0-9:]+Z", 0, 0, NULL);

  return g_regex_replace_literal (moments, text, -1, 0, "T", 0, NULL);
}

static void
test_no_score (Book *book, gconstpointer data)
{
  g_autofree char *other = book_file (book, "other.chamsao");
  g_autofree char *low = tell_story (book->path, 1, "kém lắm"), *high = tell_story (other, 2, "rất tốt");
  g_autofree char *a = without_moments (low), *b = without_moments (high);

  g_assert_cmpstr (a, ==, b);
  g_assert_nonnull (strstr (a, "sheet-choose"));
  g_assert_null (strstr (low, "kém"));
}

/* A book of before holds the choices in its log. They are not told either. */
static void
test_old_choices (Book *book, gconstpointer data)
{
  g_autofree char *text = NULL;

  book_close (book);
  sql_run (book->path,
           "DROP TRIGGER log_insert; INSERT INTO audit (seq, at, who, verb, object, before, after, previous,"
           " hash) SELECT max (seq) + 1, '2024-05-20T01:02:03Z', 'x', 'sheet-choose', 'C/m1/1/1.1', '1', '3',"
           " '', '' FROM audit");
  sql_run (book->path,
           "INSERT INTO audit (seq, at, who, verb, object, before, after, previous, hash)"
           " SELECT max (seq) + 1, '2024-05-20T01:02:04Z', 'x', 'discuss', 'C', '', 'm1 cho 90', '', ''"
           " FROM audit");
  book_open (book);
  text = all_texts (book->store);
  g_assert_nonnull (strstr (text, "sheet-choose C/m1/1/1.1 [] []\n"));
  g_assert_nonnull (strstr (text, "discuss C [] []\n"));
}

/* --- looking for lines --- */

static guint
count (CsStore *store, const CsLogFilter *filter)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = cs_log_list (store, filter, &error);

  g_assert_no_error (error);
  return lines->len;
}

static void
test_filters (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) dossier = book_dossier (book->store, book_code (2));
  CsLogFilter filter = { .dossier = book_code (2) };
  guint before = count (book->store, &filter);
  g_autoptr (GPtrArray) newest = NULL;

  cs_store_set_person (book->store, "Lê Thị Bưởi", "thư ký");
  book_set (&dossier->product, "Đường thốt nốt");
  g_assert_true (cs_dossiers_update (book->store, dossier, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count (book->store, &filter), ==, before + 1);
  filter = (CsLogFilter){ .dossier = book_code (1) };
  before = count (book->store, &filter);
  g_assert_cmpuint (before, >, 0);
  filter = (CsLogFilter){ .who = "le thi buoi" };
  g_assert_cmpuint (count (book->store, &filter), ==, 1);
  filter = (CsLogFilter){ .words = "THỐT NỐT" };
  g_assert_cmpuint (count (book->store, &filter), ==, 1);
  filter = (CsLogFilter){ .since = "9999-12-31" };
  g_assert_cmpuint (count (book->store, &filter), ==, 0);
  filter = (CsLogFilter){ .most = 1 };
  newest = cs_log_list (book->store, &filter, &error);
  g_assert_cmpuint (newest->len, ==, 1);
  g_assert_cmpstr (((CsLogLine *) newest->pdata[0])->verb, ==, "dossier-edit");
  filter = (CsLogFilter){ .most = 1, .below = ((CsLogLine *) newest->pdata[0])->seq };
  g_clear_pointer (&newest, g_ptr_array_unref);
  newest = cs_log_list (book->store, &filter, &error);
  g_assert_cmpstr (((CsLogLine *) newest->pdata[0])->verb, !=, "dossier-edit");
  filter = (CsLogFilter){ .dossier = "nicht da" };
  g_assert_null (cs_log_list (book->store, &filter, &error));
  assert_error (error, CS_ERROR_NOT_FOUND);
  filter = (CsLogFilter){ .since = "31/05/2024" };
  g_assert_null (cs_log_list (book->store, &filter, &error));
  assert_error (error, CS_ERROR_INVALID);
}

/* A day begins at midnight in Vietnam, which is five in the afternoon of the day before elsewhere. */
static void
test_since_border (Book *book, gconstpointer data)
{
  CsLogFilter filter = { .since = "2024-06-01", .words = "giờ" };

  book_close (book);
  sql_run (
      book->path,
      "DROP TRIGGER log_insert; INSERT INTO audit (seq, at, who, verb, object, before, after, previous,"
      " hash) SELECT max (seq) + 1, '2024-05-31T16:59:59Z', 'x', 'test', 'giờ', '', '', '', '' FROM audit");
  book_open (book);
  g_assert_cmpuint (count (book->store, &filter), ==, 0);
  book_close (book);
  sql_run (book->path,
           "INSERT INTO audit (seq, at, who, verb, object, before, after, previous, hash)"
           " SELECT max (seq) + 1, '2024-05-31T17:00:00Z', 'x', 'test', 'giờ', '', '', '', '' FROM audit");
  book_open (book);
  g_assert_cmpuint (count (book->store, &filter), ==, 1);
}

/* The log names what it is about by UUID, and the member who sits. */
static void
test_subject (Book *book, gconstpointer data)
{
  g_autofree char *told = NULL, *wanted = NULL;

  book_score (book->store, book_code (1), "m1", 30, TRUE);
  book_close_product (book->store, book_code (2), 5, 30);
  book_close (book);
  told = sql_rows (book->path, "SELECT DISTINCT subject FROM audit WHERE verb = 'dossier-add' ORDER BY seq");
  wanted = sql_rows (book->path, "SELECT uuid FROM dossier ORDER BY id");
  g_assert_cmpstr (told, ==, wanted);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add ("/log/" path, Book, NULL, book_set_up, function, book_tear_down)
  ADD ("all-changes", test_all_changes);
  ADD ("untold", test_untold);
  ADD ("all-tables", test_all_tables);
  ADD ("old-choices", test_old_choices);
  ADD ("filters", test_filters);
  ADD ("since-border", test_since_border);
  ADD ("subject", test_subject);
  g_test_add ("/log/no-score", Book, NULL, book_set_up_empty, test_no_score, book_tear_down);
  return g_test_run ();
}
