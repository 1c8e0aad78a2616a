/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "db/soundness.h"

#include "base/error.h"
#include "db/handle-private.h"
#include "db/query.h"
#include "db/schema.h"

#include <glib/gi18n-lib.h>

gboolean
cs_db_check_references (CsDb *db, const char *const *tables, GPtrArray *problems, GError **error)
{
  g_autofree char *list = tables != NULL ? g_strjoinv (" ", (char **) tables) : NULL;
  g_autoptr (CsQuery) query =
      cs_query (db,
                "SELECT f.* FROM sqlite_schema s, pragma_foreign_key_check (s.name) f WHERE s.type = 'table'"
                " AND (:tables IS NULL OR instr (' ' || :tables || ' ', ' ' || s.name || ' ') > 0)");

  cs_query_set_text (query, ":tables", list);
  while (cs_query_next (query))
    {
      g_autofree char *row = cs_query_dup (query, 1);

      /* Translators: a number, then names of tables of the book's file */
      g_ptr_array_add (problems, g_strdup_printf (_ ("row %s of %s refers to a row of %s that is not there"),
                                                  row, cs_query_text (query, 0), cs_query_text (query, 2)));
    }
  return cs_query_done (g_steal_pointer (&query), error);
}

static char **
tables_but_answers (CsDb *db, GError **error)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  CsQuery *q = cs_query (db, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN ('answer',"
                             " 'answer_note', 'audit', 'audit_change', 'row_sum')");

  while (cs_query_next (q))
    g_strv_builder_add (names, cs_query_text (q, 0));
  return cs_query_done (q, error) ? g_strv_builder_end (names) : NULL;
}

gboolean
cs_db_is_sound (CsDb *db, GPtrArray *problems, GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) tables = tables_but_answers (db, error);

  if (tables == NULL || !cs_db_check_schema (db, FALSE, found, error)
      || !cs_db_check_references (db, (const char *const *) tables, found, error))
    return FALSE;
  if (found->len == 0)
    return TRUE;
  g_set_error (
      error, CS_ERROR, CS_ERROR_CORRUPT,
      g_dngettext (GETTEXT_PACKAGE,
                   "%s was damaged or changed outside the program: %s (%u finding). Restore a backup copy.",
                   "%s was damaged or changed outside the program: %s (%u findings). Restore a backup copy.",
                   found->len),
      db->path, (const char *) g_ptr_array_index (found, 0), found->len);
  if (problems != NULL)
    g_ptr_array_extend_and_steal (problems, g_steal_pointer (&found));
  return FALSE;
}

static gboolean
check_integrity (CsDb *db, GPtrArray *problems, GError **error)
{
  g_autoptr (CsQuery) query = cs_query (db, "PRAGMA integrity_check");

  while (cs_query_next (query))
    if (g_strcmp0 (cs_query_text (query, 0), "ok") != 0)
      g_ptr_array_add (problems, g_strdup (cs_query_text (query, 0)));
  return cs_query_done (g_steal_pointer (&query), error);
}

gboolean
cs_db_check (CsDb *db, GPtrArray *problems, GError **error)
{
  return check_integrity (db, problems, error) && cs_db_check_references (db, NULL, problems, error)
         && cs_db_check_schema (db, TRUE, problems, error);
}
