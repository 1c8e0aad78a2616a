/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/scoring/seal-check-private.h"
#include "service/book/check.h"
#include "db/query.h"
#include "db/soundness.h"
#include "model/regulation-digest.h"
#include "service/dossiers/dossier-list.h"
#include "repo/regulation-load.h"
#include "repo/regulation-repo.h"
#include "repo/search-index.h"
#include "repo/sheet-repo.h"
#include "service/book/files.h"
#include "rules/outcome.h"
#include "service/book/store-command-private.h"
#include "service/book/store-private.h"
#include "service/scoring/state-walk-private.h"

#include <glib/gi18n-lib.h>

/* Everything a book can be held against by itself. */

static gboolean
check_law (CsStore *store, GPtrArray *problems, GError **error)
{
  g_autoptr (GPtrArray) ids = cs_regulation_repo_list (store->db, error);

  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    {
      const char *id = g_ptr_array_index (ids, i);
      /* read anew: what is kept in memory was read before */
      g_autoptr (CsRegulation) regulation = cs_regulation_repo_load (store->db, id, error);
      g_autofree char *digest = regulation != NULL ? cs_regulation_digest (regulation) : NULL;
      g_autofree char *stored = digest != NULL ? cs_regulation_repo_digest (store->db, id, error) : NULL;

      if (stored == NULL)
        return FALSE;
      if (!g_str_equal (digest, stored))
        g_ptr_array_add (problems, g_strdup_printf (_ ("the regulation %s was changed in the book"), id));
    }
  return TRUE;
}

static gboolean
check_seals (CsStore *store,
             const CsDossier *dossier,
             const CsForm *form,
             const GPtrArray *sheets,
             GPtrArray *problems,
             GError **error)
{
  const char *digest = _cs_store_digest (store, dossier->regulation, error);

  if (digest == NULL)
    return FALSE;
  for (guint i = 0; i < sheets->len; i++)
    {
      const CsSheet *sheet = g_ptr_array_index (sheets, i);

      if (!_cs_seal_fits (sheet, form, dossier, digest))
        g_ptr_array_add (problems, g_strdup_printf (_ ("%s: the sealed sheet of member %s was changed"),
                                                    dossier->code, sheet->member_key));
    }
  return TRUE;
}

/* What lists and overviews read of a closing is what its sheets come to. */
static void
check_outcome (const CsDossier *dossier, const CsEvaluationState *state, GPtrArray *problems)
{
  g_autoptr (CsVerdict) verdict = NULL;
  CsOutcome outcome;

  if (!dossier->closed || state->closing == NULL)
    return; /* a closing that is missing is told by check_closings() */
  verdict = cs_standing_verdict (state->standing, state->regulation, state->form, &state->closing->rules,
                                 _cs_state_is_eliminated (state));
  outcome = cs_outcome_of (verdict, cs_regulation_level (state->regulation, state->council->level));
  if (!cs_outcome_equal (&outcome, &state->closing->outcome))
    g_ptr_array_add (problems,
                     g_strdup_printf (_ ("%s: what is told of its closing is not what its sheets come"
                                         " to"),
                                      dossier->code));
}

static gboolean
check_sheets_of (CsStore *store,
                 const CsDossier *dossier,
                 const CsEvaluationState *state,
                 const GPtrArray *ended,
                 GPtrArray *problems,
                 GError **error)
{
  guint before = problems->len;

  if (ended == NULL || !check_seals (store, dossier, state->form, state->sheets, problems, error)
      || !check_seals (store, dossier, state->form, ended, problems, error))
    return FALSE;
  /* nothing comes of sheets that are not what was sealed */
  if (problems->len == before)
    check_outcome (dossier, state, problems);
  return TRUE;
}

/* A product that is closed has a closing that counts its own submitted sheets, and an open one has none. */
static gboolean
check_closings (CsStore *store, GPtrArray *problems, GError **error)
{
  CsQuery *q =
      cs_query (store->db,
                "SELECT d.code FROM evaluation e JOIN dossier d ON d.id = e.dossier"
                " LEFT JOIN closing z ON z.evaluation = e.id AND z.reopened_at IS NULL"
                " WHERE (e.state = 'closed') <> (z.id IS NOT NULL) OR EXISTS (SELECT 1 FROM closing_member c"
                " JOIN sheet s ON s.id = c.sheet WHERE c.closing = z.id AND (s.evaluation <> e.id"
                " OR s.member <> c.member OR s.state <> 'submitted')) ORDER BY d.code");

  while (cs_query_next (q))
    g_ptr_array_add (problems, g_strdup_printf (_ ("%s: what its closing counted does not fit its sheets"),
                                                cs_query_text (q, 0)));
  return cs_query_done (q, error);
}

static void
check_files_of (CsStore *store, const CsDossier *dossier, const GPtrArray *papers, GPtrArray *problems)
{
  for (guint i = 0; i < papers->len; i++)
    {
      const CsEvidence *paper = g_ptr_array_index (papers, i);

      if (paper->file_sha256 != NULL && !cs_files_verify (store->path, paper->file_sha256))
        g_ptr_array_add (problems,
                         g_strdup_printf (_ ("%s: the file “%s” is missing or damaged"), dossier->code,
                                          paper->file_name != NULL ? paper->file_name : paper->file_sha256));
    }
}

/* Answers that no sheet can hold: the rules do not see them, the views and other programs would. */
static gboolean
check_strays (CsStore *store, GPtrArray *problems, GError **error)
{
  CsQuery *q = cs_query (
      store->db,
      "SELECT d.code, m.key, min (c.no) FROM answer a JOIN criterion c ON c.id = a.criterion"
      " JOIN sheet s ON s.id = a.sheet JOIN member m ON m.id = s.member"
      " JOIN evaluation e ON e.id = s.evaluation JOIN dossier d ON d.id = e.dossier"
      " WHERE c.regulation <> d.regulation OR c.form <> d.form OR c.container OR m.council <> e.council"
      " OR NOT CASE a.option WHEN 0"
      " THEN NOT EXISTS (SELECT 1 FROM option o WHERE o.criterion = c.id AND o.points = 0)"
      " ELSE EXISTS (SELECT 1 FROM option o WHERE o.criterion = c.id AND o.no = a.option) END"
      " GROUP BY s.id ORDER BY d.code, m.key");

  while (cs_query_next (q))
    g_ptr_array_add (
        problems, g_strdup_printf (
                      _ ("%s: the sheet of member %s has answers that are none of its form, such as to %s"),
                      cs_query_text (q, 0), cs_query_text (q, 1), cs_query_text (q, 2)));
  return cs_query_done (q, error);
}

/* A dossier with sheets cannot be deleted, so who finds one has found a hand from outside. */
static gboolean
check_hidden (CsStore *store, GPtrArray *problems, GError **error)
{
  CsQuery *q =
      cs_query (store->db, "SELECT code FROM dossier d WHERE deleted AND EXISTS (SELECT 1 FROM sheet s"
                           " JOIN evaluation e ON e.id = s.evaluation WHERE e.dossier = d.id) ORDER BY code");

  while (cs_query_next (q))
    g_ptr_array_add (problems, g_strdup_printf (_ ("%s is marked as deleted although it has score sheets"),
                                                cs_query_text (q, 0)));
  return cs_query_done (q, error);
}

/* What the log knows, without what was told already. */
static gboolean
check_log (CsStore *store, GPtrArray *problems, GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);

  if (!cs_store_audit (store, found, error))
    return FALSE;
  for (guint i = 0; i < found->len; i++)
    {
      const char *problem = g_ptr_array_index (found, i);

      if (!g_ptr_array_find_with_equal_func (problems, problem, g_str_equal, NULL))
        g_ptr_array_add (problems, g_strdup (problem));
    }
  return TRUE;
}

gboolean
cs_store_check (CsStore *self, GPtrArray *problems, GError **error)
{
  CsDossierFilter all = { .with_rehearsals = TRUE };
  GArray *keys;
  g_autoptr (CsStateWalk) walk = NULL;

  if (!cs_db_check (self->db, problems, error) || !check_law (self, problems, error)
      || !check_strays (self, problems, error) || !check_hidden (self, problems, error)
      || !check_closings (self, problems, error))
    return FALSE;
  keys = cs_dossiers_list (self, &all, error);
  if (keys == NULL)
    return FALSE;
  walk = _cs_state_walk_new (self, keys);
  for (guint n = keys->len; n > 0; n--)
    {
      g_autoptr (CsDossier) dossier = NULL;
      g_autoptr (CsEvaluationState) state = NULL;
      const GPtrArray *papers;

      if (!_cs_state_walk_next (walk, &dossier, &state, error)
          || (papers = _cs_state_walk_evidence (walk, error)) == NULL)
        return FALSE;
      check_files_of (self, dossier, papers, problems);
      if (state != NULL
          && !check_sheets_of (self, dossier, state, _cs_state_walk_ended (walk, error), problems, error))
        return FALSE;
    }
  return check_log (self, problems, error);
}

gboolean
cs_store_reindex (CsStore *self, guint *n, GError **error)
{
  g_autoptr (CsCommand) command = _cs_command_begin (self, "reindex", error);
  g_autofree char *count = NULL;

  if (command == NULL || !cs_search_index_remake (command->transaction, n, error))
    return FALSE;
  count = g_strdup_printf ("%u", *n);
  return _cs_command_commit (g_steal_pointer (&command), "", NULL, NULL, count, 0, error);
}

void
cs_check_file (const char *path, GPtrArray *problems)
{
  g_autoptr (CsDb) db = cs_db_open_snapshot (path, NULL, NULL);

  if (db != NULL)
    cs_db_check (db, problems, NULL);
}
