/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importing.h"

#include <string.h>

void
outcome_clear (Outcome *outcome)
{
  g_ptr_array_unref (outcome->problems);
  g_ptr_array_unref (outcome->notes);
  g_clear_error (&outcome->error);
}
Outcome
import_file (Book *book, CsListKind kind, const char *path, gboolean dry)
{
  Outcome outcome = { .problems = g_ptr_array_new_with_free_func (g_free),
                      .notes = g_ptr_array_new_with_free_func (g_free) };

  g_autoptr (CsCsvTable) table = cs_csv_table_read (path, &outcome.error);

  outcome.good = table != NULL
                 && cs_list_import (book->store, kind, table, dry, outcome.problems, outcome.notes,
                                    &outcome.rows, &outcome.error);
  g_assert_cmpint (outcome.good, ==, outcome.error == NULL);
  return outcome;
}

Outcome
import_text (Book *book, CsListKind kind, const char *text, gboolean dry)
{
  g_autofree char *path = book_file (book, "list.csv");

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return import_file (book, kind, path, dry);
}

void
take (Book *book, CsListKind kind, const char *text)
{
  g_auto (Outcome) outcome = import_text (book, kind, text, FALSE);

  for (guint i = 0; i < outcome.problems->len; i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (outcome.problems, i));
  g_assert_no_error (outcome.error);
  g_assert_cmpuint (outcome.problems->len, ==, 0);
}

char *
dump_of (Book *book)
{
  char *dump;

  book_close (book);
  dump = sql_dump (book->path);
  book_open (book);
  return dump;
}

/* Every problem once a line of the file: what is wrong alike in many is told once, with all its lines. */
static GPtrArray *
unjoin (const GPtrArray *problems)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GRegex) joined =
      g_regex_new ("^(.*?):(\\d+)(:.*) \\(\\d+ rows: lines (.*)\\)$", G_REGEX_DOTALL, 0, NULL);

  for (guint i = 0; i < problems->len; i++)
    {
      g_autoptr (GMatchInfo) match = NULL;
      g_autofree char *name = NULL, *rest = NULL, *lines = NULL;
      g_auto (GStrv) ranges = NULL;

      if (!g_regex_match (joined, problems->pdata[i], 0, &match))
        {
          g_ptr_array_add (all, g_strdup (problems->pdata[i]));
          continue;
        }
      name = g_match_info_fetch (match, 1);
      rest = g_match_info_fetch (match, 3);
      lines = g_match_info_fetch (match, 4);
      ranges = g_strsplit (lines, ", ", -1);
      for (guint r = 0; ranges[r] != NULL; r++)
        {
          g_auto (GStrv) ends = g_strsplit (ranges[r], "–", 2);
          guint64 from = g_ascii_strtoull (ends[0], NULL, 10);
          guint64 to = ends[1] != NULL ? g_ascii_strtoull (ends[1], NULL, 10) : from;

          for (; from <= to; from++)
            g_ptr_array_add (all, g_strdup_printf ("%s:%" G_GUINT64_FORMAT "%s", name, from, rest));
        }
    }
  return all;
}

/* @wanted: beginnings of the problems, one a line, in any order. */
void
assert_bad (Book *book, CsListKind kind, const char *text, const char *wanted)
{
  g_autofree char *before = dump_of (book), *after = NULL;
  g_auto (Outcome) outcome = import_text (book, kind, text, FALSE);
  g_auto (GStrv) lines = g_strsplit (wanted, "\n", -1);
  g_autoptr (GPtrArray) problems = unjoin (outcome.problems);
  guint n = 0;

  g_assert_false (outcome.good);
  g_assert_error (outcome.error, CS_ERROR, CS_ERROR_INVALID);
  for (guint i = 0; i < outcome.problems->len; i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (outcome.problems, i));
  for (guint l = 0; lines[l] != NULL && *lines[l] != '\0'; l++, n++)
    {
      gboolean found = FALSE;

      for (guint i = 0; i < problems->len; i++)
        found |= g_str_has_prefix (g_ptr_array_index (problems, i), lines[l]);
      if (!found)
        g_error ("not told: %s", lines[l]);
    }
  g_assert_cmpuint (problems->len, ==, n);
  after = dump_of (book);
  g_assert_cmpstr (after, ==, before);
}
