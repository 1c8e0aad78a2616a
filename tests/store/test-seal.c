/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book.h"
#include "service/book/check.h"
#include "exchange/library.h"
#include "model/regulation-digest.h"
#include "member-id.h"
#include "repo/regulation-repo.h"
#include "service/results/overview.h"
#include "service/results/seal-watch.h"
#include "service/scoring/reopening.h"
#include "service/book/store-create.h"
#include "service/book/store-private.h"

#include <sqlite3.h>
#include <string.h>

/* What is sealed: neither the program nor plain SQL changes it, and who gets round that is found. */

static void
set_up (Book *book, gconstpointer data)
{
  book_set_up (book, data);
  book_score (book->store, book_code (1), "m1", 30, TRUE);
  book_score (book->store, book_code (1), "m2", 30, FALSE);
  book_score (book->store, book_code (2), "m3", 30, FALSE);
  book_close_product (book->store, book_code (3), 5, 60);
  book_close (book);
}

/* Plain SQL of any tool, with its usual settings. */
static void
test_triggers (Book *book, gconstpointer data)
{
#define SEALED "(SELECT min (id) FROM sheet WHERE state = 'submitted')"
#define DRAFT  "(SELECT min (id) FROM sheet WHERE state = 'draft')"
  static const char *const refused[] = {
    "UPDATE answer SET option = 1 WHERE sheet = " SEALED,
    "DELETE FROM answer WHERE sheet = " SEALED,
    "INSERT INTO answer SELECT " SEALED ", id, 1 FROM criterion WHERE form = 2 LIMIT 1",
    "INSERT OR REPLACE INTO answer SELECT sheet, criterion, 1 FROM answer WHERE sheet = " SEALED,
    "REPLACE INTO answer SELECT sheet, criterion, 1 FROM answer WHERE sheet = " SEALED,
    "INSERT INTO answer SELECT sheet, criterion, 1 FROM answer WHERE sheet = " SEALED
    " ON CONFLICT DO UPDATE SET option = 1",
    "UPDATE answer SET criterion = criterion + 1 WHERE sheet = " SEALED,
    /* moving answers in and out */
    "UPDATE answer SET sheet = " DRAFT " WHERE sheet = " SEALED,
    "UPDATE OR REPLACE answer SET sheet = " SEALED " WHERE sheet = " DRAFT,
    "INSERT INTO answer_note SELECT " SEALED ", criterion, 'x' FROM answer WHERE sheet = " SEALED " LIMIT 1",
    "UPDATE answer_note SET note = 'x' WHERE sheet IN (SELECT id FROM sheet WHERE state = 'submitted')",
    "DELETE FROM answer_note WHERE sheet IN (SELECT id FROM sheet WHERE state = 'submitted')",
    /* the sheet itself: opened again, given to somebody else, thrown away */
    "UPDATE sheet SET state = 'draft', seal = NULL WHERE id = " SEALED,
    "UPDATE sheet SET member = member + 1 WHERE id = " SEALED,
    "UPDATE sheet SET seal = upper (seal) WHERE id = " SEALED,
    "DELETE FROM sheet WHERE id = " SEALED,
    "PRAGMA foreign_keys = OFF; DELETE FROM sheet WHERE id = " SEALED,
    "INSERT INTO typing SELECT uuid, '1.1', 'x', '' FROM sheet WHERE id = " SEALED,
    /* the log only grows */
    "UPDATE audit SET who = 'x' WHERE seq = 2",
    "DELETE FROM audit WHERE seq = (SELECT max (seq) FROM audit)",
    "INSERT OR REPLACE INTO audit SELECT seq, at, 'x', verb, object, before, after, previous, hash, book,"
    " subject, member FROM audit LIMIT 1",
    "UPDATE audit_change SET after = 'x'",
    "DELETE FROM audit_change",
    "INSERT INTO audit_change (line, kind, object, name, dossier, act, field) SELECT line, kind, object, "
    "name,"
    " dossier, act, 'x' FROM audit_change LIMIT 1",
    "REPLACE INTO audit_change SELECT id, 99999, kind, object, name, dossier, act, 'x', 'y', 'z' FROM "
    "audit_change",
    "UPDATE outcome SET stars = 5",
    "DELETE FROM outcome",
    "REPLACE INTO outcome SELECT closing, counted, sum, spread, 5, decides, forwarded FROM outcome",
    "UPDATE closing SET day = '2020-01-01'",
    "UPDATE sheet SET seal_version = 1 WHERE id = " SEALED,
    /* what is closed */
    "UPDATE evaluation SET state = 'open' WHERE state = 'closed'",
    "UPDATE closing SET closed_at = '2020'",
    "UPDATE closing SET reason = 'x'",
    "UPDATE closing SET reopened_at = '2024', reopen_reason = 'x', closed_by = 'x'",
    "DELETE FROM closing",
    "INSERT INTO closing (uuid, evaluation, rules, closed_at, closed_by, reason) SELECT 'u', evaluation, "
    "rules, '1',"
    " 'x', '' FROM closing",
    "UPDATE closing_member SET state = 'absent', sheet = NULL",
    "DELETE FROM closing_member",
    "INSERT INTO closing_member (closing, member, state) SELECT closing, 99, 'absent' FROM closing_member",
    "UPDATE council_rules SET minimum_rule = 'every'",
    "DELETE FROM council_rules",
    "UPDATE sheet SET state = 'returned', ended_at = '2024', seal = upper (seal) WHERE id = " SEALED,
    "UPDATE sheet SET state = 'returned', ended_at = '2024' WHERE evaluation IN (SELECT id FROM evaluation "
    "WHERE state ="
    " 'closed')",
    "DELETE FROM evaluation WHERE state = 'closed'",
    "INSERT INTO finding (uuid, evaluation, ground, reason, person, found_at) SELECT 'u', id, 'g', 'r', 'p', "
    "'2024'"
    " FROM evaluation WHERE state = 'closed'",
    "INSERT INTO sheet (uuid, evaluation, member, scoring_round) SELECT 'u', e.id, m.id, 9 FROM evaluation "
    "e, member m"
    " WHERE e.state = 'closed' LIMIT 1",
  };
  g_autofree char *before = NULL, *after = NULL;

  /* a note on a sealed sheet, so that there is one to be changed */
  sql_run (book->path,
           "CREATE TEMP TABLE keep AS SELECT sql FROM sqlite_schema WHERE name = 'sealed_note_insert';"
           "DROP TRIGGER IF EXISTS sealed_note_insert;"
           "INSERT INTO answer_note SELECT " SEALED ", criterion, 'note' FROM answer WHERE sheet = " SEALED
           " LIMIT 1");
  before = sql_dump (book->path);
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      if (strstr (refused[i], "INSERT INTO answer_note") != NULL)
        continue; /* its trigger was taken away above; test_notes() is about it */
      g_test_message ("%s", refused[i]);
      g_assert_cmpint (sql_try (book->path, refused[i]), ==, SQLITE_CONSTRAINT);
      g_free (after);
      after = sql_dump (book->path);
      g_assert_cmpstr (before, ==, after);
    }
}

static void
test_notes (Book *book, gconstpointer data)
{
  g_assert_cmpint (sql_try (book->path, "INSERT INTO answer_note SELECT " SEALED
                                        ", criterion, 'x' FROM answer WHERE sheet = " SEALED " LIMIT 1"),
                   ==, SQLITE_CONSTRAINT);
}

/* Drafts are drafts. */
static void
test_drafts_must_not_fail (Book *book, gconstpointer data)
{
  sql_run (book->path, "UPDATE answer SET option = 1 WHERE sheet = " DRAFT);
  sql_run (book->path, "INSERT INTO answer_note SELECT sheet, criterion, 'x' FROM answer WHERE sheet = " DRAFT
                       " LIMIT 1");
  sql_run (book->path, "DELETE FROM answer_note WHERE sheet = " DRAFT);
  sql_run (book->path, "DELETE FROM answer WHERE sheet = " DRAFT);
  sql_run (book->path, "DELETE FROM sheet WHERE id = " DRAFT);
}

/* Does "check" say @word about a book that somebody changed by @sql, triggers taken away? */
static void
assert_found (Book *book, const char *sql, const char *word)
{
  g_autofree char *names = sql_rows (book->path, "SELECT name FROM sqlite_schema WHERE type = 'trigger'");
  g_auto (GStrv) triggers = g_strsplit (names, "\n", -1);
  g_autofree char *found = NULL;
  g_autoptr (GString) all = g_string_new (NULL);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; triggers[i] != NULL && *triggers[i] != '\0'; i++)
    g_string_append_printf (all, "DROP TRIGGER %s;", triggers[i]);
  sql_run (book->path, g_string_append (all, sql)->str);
  book->store = cs_store_open (book->path, &error);
  if (book->store != NULL)
    found = book_examine (book->store);
  else
    {
      /* too damaged to be opened: looked at as a file */
      assert_error (error, CS_ERROR_CORRUPT);
      cs_check_file (book->path, problems);
      g_ptr_array_add (problems, NULL);
      found = g_strjoinv ("\n", (char **) problems->pdata);
    }
  g_test_message ("%s: %s", sql, found);
  g_assert_nonnull (strstr (found, word));
  g_clear_object (&book->store);
}

static void
test_check_finds (Book *book, gconstpointer data)
{
  static const struct
  {
    const char *sql, *word;
  } cases[] = {
    { "UPDATE answer SET option = option - 1 WHERE sheet = " SEALED
      " AND criterion = (SELECT max (criterion) FROM answer"
      " WHERE sheet = " SEALED " AND option > 1)",
      "84-842-29236-1-2024" },
    { "UPDATE answer SET option = 99 WHERE sheet = " SEALED, "84-842-29236-1-2024" },
    { "DELETE FROM answer WHERE sheet = " SEALED " AND criterion = (SELECT min (criterion) FROM answer)",
      "84-842-29236-1-2024" },
    { "INSERT INTO answer_note SELECT sheet, criterion, 'x' FROM answer WHERE sheet = " SEALED " LIMIT 1",
      "84-842-29236-1-2024" },
    { "UPDATE sheet SET member = member + 1 WHERE id = " SEALED
      " AND 0; UPDATE sheet SET member = (SELECT id FROM member"
      " WHERE key = 'm4') WHERE id = " SEALED,
      "m4" },
    { "UPDATE sheet SET scoring_round = 2 WHERE id = " SEALED, "m1" },
    { "UPDATE sheet SET uuid = CASE substr (uuid, 1, 1) WHEN 'a' THEN 'b' ELSE 'a' END || substr (uuid, 2)"
      " WHERE id = " SEALED,
      "m1" },
    { "UPDATE sheet SET seal = replace (seal, substr (seal, 1, 1), 'x') WHERE id = " SEALED, "m1" },
    { "UPDATE sheet SET evaluation = (SELECT max (id) FROM evaluation WHERE state = 'open') WHERE id "
      "= " SEALED,
      "m1" },
    { "UPDATE evaluation SET uuid = 'z' WHERE id = (SELECT evaluation FROM sheet WHERE id = " SEALED ")",
      "m1" },
    /* answers to another form's criteria: they would count in the views */
    { "INSERT INTO answer SELECT " SEALED
      ", c.id, 1 FROM criterion c WHERE form = 2 AND container = 0 LIMIT 1",
      "84-842-29236-1-2024" },
    { "INSERT INTO answer SELECT " DRAFT
      ", c.id, 1 FROM criterion c WHERE form = 2 AND container = 0 LIMIT 1",
      "84-842-29236-1-2024" },
    { "UPDATE answer SET option = 77 WHERE sheet = " DRAFT, "84-842-29236-1-2024" },
    /* what is told of a closing */
    { "UPDATE outcome SET stars = 5 - stars", "84-842-29236-3-2024" },
    { "UPDATE outcome SET forwarded = 1 - forwarded", "84-842-29236-3-2024" },
    { "UPDATE outcome SET spread = spread + 1", "84-842-29236-3-2024" },
    /* a whole product hidden away */
    { "UPDATE dossier SET deleted = 1 WHERE code = '84-842-29236-3-2024'", "84-842-29236-3-2024" },
    /* the law */
    { "UPDATE option SET points = points + 1 WHERE points = 3", "qd-148-2023" },
    { "UPDATE band SET from_points = 85 WHERE stars = 5", "qd-148-2023" },
    { "UPDATE level SET forward_from = 0", "qd-148-2023" },
    { "UPDATE form SET name = name || ' ' WHERE no = 26", "qd-148-2023" },
    { "DELETE FROM criterion_ground", "qd-148-2023" },
    { "UPDATE criterion SET min_star_whole = 5 WHERE no = '1.1' AND form = 3", "qd-148-2023" },
    { "UPDATE regulation SET spread_limit = 20", "qd-148-2023" },
    { "UPDATE paper_kind SET required = 0", "qd-148-2023" },
    { "UPDATE regulation_round SET month = 1", "qd-148-2023" },
    /* references into nothing */
    { "PRAGMA foreign_keys = OFF; UPDATE evaluation SET council = 999", "evaluation refers to" },
    { "PRAGMA foreign_keys = OFF; DELETE FROM member WHERE key = 'm1'", "sheet refers to" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *copy = book_file (book, "changed.chamsao");
      g_autofree char *path = book->path;
      g_autofree char *bytes = NULL;
      gsize length;

      g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
      g_assert_true (g_file_set_contents (copy, bytes, (gssize) length, NULL));
      book->path = copy;
      assert_found (book, cases[i].sql, cases[i].word);
      book->path = g_steal_pointer (&path);
    }
}

/* Triggers and views are part of what protects a book: who takes one away or adds one is told. A guard that
 * is missing changes nothing of what is read; whatever else is not as the program made it keeps the book from
 * being opened. */
static void
test_schema_found (Book *book, gconstpointer data)
{
  static const struct
  {
    const char *sql, *word;
  } cases[] = {
    { "DROP TRIGGER sealed_answer_update", "sealed_answer_update" },
    { "DROP VIEW product_results; CREATE VIEW product_results AS SELECT 5 AS stars", "product_results" },
    { "CREATE TRIGGER mine AFTER INSERT ON answer BEGIN DELETE FROM brand; END", "mine" },
    { "CREATE TABLE notes (x)", "notes" },
    { "ALTER TABLE brand ADD COLUMN price INTEGER", "brand" },
    { "DROP INDEX producer_folded", "producer_folded" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GError) error = NULL;
      g_autofree char *found = NULL;

      sql_run (book->path, cases[i].sql);
      if (i == 0)
        {
          book_open (book);
          found = book_examine (book->store);
          g_assert_nonnull (strstr (found, cases[i].word));
          book_close (book);
          continue;
        }
      g_assert_null (cs_store_open (book->path, &error));
      assert_error (error, CS_ERROR_CORRUPT);
      cs_check_file (book->path, problems);
      g_ptr_array_add (problems, NULL);
      found = g_strjoinv ("\n", (char **) problems->pdata);
      for (guint k = 0; k <= i; k++)
        g_assert_nonnull (strstr (found, cases[k].word));
    }
}

static void
test_clean (Book *book, gconstpointer data)
{
  g_autofree char *found = NULL;

  book_open (book);
  found = book_examine (book->store);
  g_assert_cmpstr (found, ==, "");
}

/* --- seals and digests --- */

/* The seal that is stored is the one that anybody can work out from what is told in the header. */
static void
test_seal_by_hand (Book *book, gconstpointer data)
{
  g_autofree char *parts = NULL, *stored = NULL, *computed = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean old = data != NULL;

  if (old)
    {
      book_unpack (data, book->path);
      book_open (book);
      book_close (book);
    }
  g_string_append_printf (text, "chamsao-sheet-%d\n", old ? 1 : 2);

  parts = sql_rows (
      book->path,
      "SELECT s.uuid || char (10) || e.uuid || char (10) || r.digest || char (10)"
      " || CASE s.seal_version WHEN 1 THEN m.key ELSE m.uuid END || char (10)"
      " || s.scoring_round FROM sheet s JOIN evaluation e ON e.id = s.evaluation JOIN member m ON m.id ="
      " s.member JOIN dossier d ON d.id = e.dossier JOIN regulation r ON r.id = d.regulation WHERE s.id "
      "= " SEALED);
  g_string_append (text, parts);
  g_free (parts);
  parts =
      sql_rows (book->path, "SELECT c.no || '=' || a.option || ' 0:' FROM answer a JOIN criterion c ON c.id ="
                            " a.criterion WHERE a.sheet = " SEALED " ORDER BY c.id");
  g_string_append (text, parts);
  computed = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text->str, -1);
  stored = g_strstrip (sql_rows (book->path, "SELECT seal FROM sheet WHERE id = " SEALED));
  g_assert_cmpstr (stored, ==, computed);
}

static void
test_seal_covers (void)
{
  CsForm *form = cs_form_new (1);
  CsSection *section = cs_part_add_section (cs_form_add_part (form, "A", 2), "1", 2);
  g_autoptr (CsSheet) sheet = cs_sheet_new (2);
  g_autoptr (GHashTable) seals = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  cs_criterion_add_option (cs_section_add_criterion (section, "1.1", 1), 1);
  cs_criterion_add_option (cs_section_add_criterion (section, "1.2", 1), 1);
  cs_form_seal (form);
  sheet->uuid = g_strdup ("u");
  sheet->member_key = g_strdup ("m1");
  sheet->member_uuid = g_strdup ("uuid-of-m1");
  sheet->choices[0] = sheet->choices[1] = 1;
#define TAKE() g_assert_true (g_hash_table_add (seals, cs_sheet_seal (sheet, form, "e", "d")))
  TAKE ();
  sheet->choices[0] = 0;
  TAKE ();
  sheet->choices[0] = CS_CHOICE_OPEN;
  TAKE ();
  sheet->notes[0] = g_strdup ("n");
  TAKE ();
  /* the same text on the next criterion; and text that looks like the next line */
  sheet->notes[1] = g_steal_pointer (&sheet->notes[0]);
  TAKE ();
  g_free (sheet->notes[1]);
  sheet->notes[1] = g_strdup ("\n1.3=1 0:");
  TAKE ();
  sheet->scoring_round = 2;
  TAKE ();
  g_free (sheet->member_uuid);
  sheet->member_uuid = g_strdup ("uuid-of-m2");
  TAKE ();
  /* the short key is another council's too: it says nothing, but in the seals of the first version */
  g_free (sheet->member_key);
  sheet->member_key = g_strdup ("m2");
  g_assert_false (g_hash_table_add (seals, cs_sheet_seal (sheet, form, "e", "d")));
  sheet->seal_version = 1;
  TAKE ();
  g_free (sheet->member_key);
  sheet->member_key = g_strdup ("m3");
  TAKE ();
  sheet->seal_version = 2;
  g_free (sheet->uuid);
  sheet->uuid = g_strdup ("v");
  TAKE ();
  g_assert_true (g_hash_table_add (seals, cs_sheet_seal (sheet, form, "f", "d")));
  g_assert_true (g_hash_table_add (seals, cs_sheet_seal (sheet, form, "e", "c")));
  cs_form_free (form);
}

/* The frozen copy of each decision is the decision, after writing and reading and opening anew. */
static void
test_digest (Book *book, gconstpointer id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsRegulation) regulation = cs_library_regulation (id, &error);
  g_autoptr (CsUnitSet) units = cs_library_units ("vinh-long-2026", &error);
  CsNewBook wanted = { .regulation = regulation, .units = units, .unit = "86" };
  g_autofree char *shipped = cs_regulation_digest (regulation), *loaded = NULL, *stored = NULL;

  book->store = cs_store_create (book->path, &wanted, &error);
  g_assert_no_error (error);
  book_close (book);
  book_open (book);
  loaded = cs_regulation_digest (cs_store_get_current_regulation (book->store));
  g_assert_cmpstr (loaded, ==, shipped);
  stored = cs_regulation_repo_digest (book->store->db, id, &error);
  g_assert_cmpstr (stored, ==, shipped);
}

/* What was found to be changed is not counted, until its closing is opened again. */
static void
test_watch (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) dossier = NULL;
  g_autoptr (CsSealFindings) none = NULL;
  CsSealFindings found = { g_array_new (FALSE, FALSE, sizeof (gint64)), g_ptr_array_new () };
  const CsOverviewRow *totals;

  book_open (book);
  dossier = book_dossier (book->store, book_code (3));
  none = cs_seals_verify (book->store, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (none->evaluations->len, ==, 0);
  g_array_append_val (found.evaluations, dossier->evaluation);
  cs_seals_note (book->store, &found);
  totals = &cs_results_overview (book->store, 0, NULL, &error)->totals;
  g_assert_cmpint (totals->scored, ==, 0);
  g_assert_cmpint (totals->changed, ==, 1);
  g_assert_cmpint (totals->pipeline, ==, totals->registered);
  g_assert_true (
      cs_evaluation_reopen (book->store, dossier, member_id (book->store, "m1"), "sửa lại", &error));
  totals = &cs_results_overview (book->store, 0, NULL, &error)->totals;
  g_assert_cmpint (totals->changed, ==, 0);
  g_array_unref (found.evaluations);
  g_ptr_array_unref (found.findings);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, Book, NULL, set_up, test, book_tear_down)
  ADD ("/seal/triggers", test_triggers);
  ADD ("/seal/notes", test_notes);
  ADD ("/seal/drafts-must-not-fail", test_drafts_must_not_fail);
  ADD ("/seal/clean", test_clean);
  ADD ("/seal/schema-found", test_schema_found);
  ADD ("/seal/check-finds", test_check_finds);
  ADD ("/seal/watch", test_watch);
  ADD ("/seal/by-hand", test_seal_by_hand);
  g_test_add ("/seal/by-hand/old", Book, "book-v2.chamsao.gz", book_set_up_empty, test_seal_by_hand,
              book_tear_down);
  g_test_add_func ("/seal/covers", test_seal_covers);
  g_test_add ("/digest/qd-148-2023", Book, "qd-148-2023", book_set_up_empty, test_digest, book_tear_down);
  g_test_add ("/digest/qd-26-2026", Book, "qd-26-2026", book_set_up_empty, test_digest, book_tear_down);
  return g_test_run ();
}
