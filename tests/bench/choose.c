/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "member-id.h"
#include "service/dossiers/dossiers.h"
#include "service/scoring/sheets.h"
#include "timing.h"

#include <sqlite3.h>

/* choose BOOK COPY CODE MEMBER: one choice made durable by the program, against one row made durable by
 * SQLite alone, and against as many pages as a choice touches, with the same pragmas, in a copy of the same
 * book. They take turns, so that all see the same disk. */

#define ROUNDS 400
#define PAGES  "5" /* of a choice: the answer, the log with its two indexes, the sums of rows */

static sqlite3 *
open_bare (const char *path, sqlite3_stmt **update, sqlite3_stmt **pages)
{
  static const char pragmas[] =
      "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = TRUNCATE;"
      "PRAGMA synchronous = EXTRA; PRAGMA foreign_keys = ON; PRAGMA cell_size_check = ON;"
      "PRAGMA mmap_size = 0; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536;";
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL), ==,
                   SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, pragmas, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (
      sqlite3_exec (
          db,
          "CREATE TABLE bare (id INTEGER PRIMARY KEY, value INTEGER); INSERT INTO bare VALUES (1, 0);"
          "CREATE TABLE page (id INTEGER PRIMARY KEY, value INTEGER, rest BLOB);"
          "WITH n (id) AS (VALUES (1) UNION ALL SELECT id + 1 FROM n WHERE id < " PAGES ")"
          " INSERT INTO page SELECT id, 0, zeroblob (3000) FROM n",
          NULL, NULL, NULL),
      ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, "UPDATE bare SET value = value + 1 WHERE id = 1", -1, update,
                                       NULL),
                   ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, "UPDATE page SET value = value + 1", -1, pages, NULL), ==,
                   SQLITE_OK);
  return db;
}

static void
commit_bare (sqlite3 *db, sqlite3_stmt *update)
{
  g_assert_cmpint (sqlite3_exec (db, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (update), ==, SQLITE_DONE);
  sqlite3_reset (update);
  g_assert_cmpint (sqlite3_exec (db, "COMMIT", NULL, NULL, NULL), ==, SQLITE_OK);
}

static int
other_choice (const CsCriterion *criterion, int choice)
{
  for (int next = 1; next <= (int) criterion->options->len; next++)
    if (next != choice)
      return next;
  return CS_CHOICE_OPEN;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsStore) store = NULL;
  g_autoptr (CsDossier) dossier = NULL;
  g_autoptr (CsSheet) sheet = NULL;
  const CsForm *form;
  sqlite3_stmt *update = NULL, *pages = NULL;
  sqlite3 *bare;
  Timing ours = { 0 }, floor = { 0 }, wide = { 0 };

  g_assert_cmpint (argc, ==, 5);
  store = cs_store_open (argv[1], &error);
  g_assert_no_error (error);
  dossier = cs_dossiers_by_code (store, argv[3], NULL, &error);
  g_assert_no_error (error);
  sheet = cs_sheets_get (store, dossier, member_id (store, argv[4]), &error);
  g_assert_no_error (error);
  form = cs_regulation_form (cs_store_get_current_regulation (store), dossier->form);
  bare = open_bare (argv[2], &update, &pages);
  for (guint i = 0; i < ROUNDS; i++)
    {
      guint question = i % cs_form_n_questions (form);
      int choice = other_choice (cs_form_question (form, question), sheet->choices[question]);

      timing_start (&ours);
      cs_sheets_choose (store, dossier, sheet, question, choice, &error);
      timing_stop (&ours);
      g_assert_no_error (error);
      timing_start (&floor);
      commit_bare (bare, update);
      timing_stop (&floor);
      timing_start (&wide);
      commit_bare (bare, pages);
      timing_stop (&wide);
    }
  timing_print (&ours, "choose");
  timing_print (&floor, "choose.floor");
  timing_print (&wide, "choose.wide");
  sqlite3_finalize (update);
  sqlite3_finalize (pages);
  sqlite3_close (bare);
  return 0;
}
