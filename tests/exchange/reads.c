/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "act.h"
#include "base/error.h"
#include "exchange/export.h"
#include "service/book/check.h"
#include "service/book/log.h"
#include "service/dossiers/dossier-list.h"
#include "service/dossiers/dossiers.h"
#include "service/dossiers/evidence.h"
#include "service/papers/minutes.h"
#include "service/papers/unit-paper.h"
#include "service/results/agreements.h"
#include "service/results/overview.h"
#include "service/results/register.h"
#include "service/results/results.h"
#include "service/results/search.h"
#include "service/scoring/reopening.h"
#include "service/sessions/sessions.h"

#include <stdio.h>
#include <string.h>

/* Reads all there is of the books whose names come on standard input, one after the other, and answers a line
 * each. What is refused is well: it must only end, in time and without a word of GLib. A program, so that it
 * may crash.
 *
 *   reads --make BOOK   makes one in which every table has rows */

static void
drop (gpointer list)
{
  if (list != NULL)
    g_ptr_array_unref (list);
}

static void
read_dossiers (CsStore *store)
{
  g_autoptr (GArray) keys = cs_dossiers_list (store, &(CsDossierFilter){ .with_rehearsals = TRUE }, NULL);

  for (guint i = 0; keys != NULL && i < keys->len; i++)
    {
      CsDossierKey key = g_array_index (keys, CsDossierKey, i);
      g_autoptr (CsDossier) dossier = cs_dossiers_get (store, key, NULL);
      g_autoptr (CsResult) result = dossier != NULL ? cs_results_of (store, key, NULL) : NULL;
      g_autoptr (CsRecognition) recognition = NULL;

      if (dossier == NULL)
        continue;
      drop (cs_evidence_list (store, key.dossier, NULL));
      drop (cs_evaluation_closings (store, dossier, NULL));
      cs_recognitions_of (store, dossier, &recognition, NULL);
      for (guint m = 0; result != NULL && m < result->members->len; m++)
        {
          const CsMemberResult *member = g_ptr_array_index (result->members, m);
          g_autoptr (CsSheet) sheet = cs_sheets_get (store, dossier, member->uuid, NULL);
        }
    }
}

static void
read_sessions (CsStore *store)
{
  g_autoptr (GPtrArray) sessions = cs_sessions_list (store, NULL, NULL, NULL);

  for (guint i = 0; sessions != NULL && i < sessions->len; i++)
    {
      g_autoptr (CsMinutes) minutes = cs_minutes_of_session (store, g_ptr_array_index (sessions, i), NULL);
    }
}

static void
read_all (const char *path, const char *xml)
{
  g_autoptr (CsStore) store = cs_store_open (path, NULL);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (CsUnitSummary) summary = NULL;
  g_autoptr (CsSearch) found = NULL;

  if (store == NULL)
    return;
  read_dossiers (store);
  read_sessions (store);
  cs_results_overview (store, 0, NULL, NULL);
  drop (cs_store_list_councils (store, NULL));
  drop (cs_recognitions_clocks (store, NULL, NULL));
  drop (cs_agreements_list (store, NULL, FALSE, NULL));
  drop (cs_log_list (store, &(CsLogFilter){ 0 }, NULL));
  found = cs_search_new (store, "san pham", 20, NULL);
  summary = cs_unit_paper_summary (store, NULL, NULL, NULL);
  cs_export_xml (store, xml, &(CsExportOptions){ 0 }, NULL, NULL, NULL, NULL);
  cs_store_check (store, problems, NULL);
  cs_store_audit (store, problems, NULL);
}

static void
make (const char *path)
{
  Book book = { 0 };
  g_autofree char *bytes = NULL;
  gsize length;

  book_set_up (&book, NULL);
  act_fill (&book);
  g_assert_true (g_file_get_contents (book.path, &bytes, &length, NULL));
  g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
  book_tear_down (&book, NULL);
}

int
main (int argc, char **argv)
{
  char line[4096];

  if (argc == 3 && g_str_equal (argv[1], "--make"))
    {
      char *name[] = { argv[0], (char *) "--quiet", (char *) "--seed=R02S00000000000000000000000000000001",
                       NULL };
      char **rest = name;
      int n = 3;

      g_test_init (&n, &rest, NULL);
      make (argv[2]);
      return 0;
    }
  while (fgets (line, sizeof line, stdin) != NULL)
    {
      g_autofree char *path = g_strdup (g_strstrip (line)), *xml = g_strconcat (path, ".xml", NULL);

      read_all (path, xml);
      puts ("read");
      fflush (stdout);
    }
  return 0;
}
