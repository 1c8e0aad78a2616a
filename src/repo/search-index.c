/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "repo/search-index.h"

#include "base/error.h"
#include "base/text.h"
#include "db/query.h"
#include "db/row-sum.h"
#include "db/search-table.h"

#include <glib/gi18n-lib.h>

#define WORDS                                                                                                \
  "SELECT d.id, p.name || ' ' || r.name || ' ' || d.code FROM dossier d"                                     \
  " JOIN product p ON p.id = d.product JOIN producer r ON r.id = p.producer"

/* Folded text has only letters, digits and spaces, so quoting each word is enough for the query language.
 * Returns: (nullable): NULL when there is nothing to look for */
static char *
match_of (const char *words)
{
  g_autofree char *folded = words != NULL ? cs_text_fold (words) : NULL;
  g_auto (GStrv) list = folded != NULL ? g_strsplit (folded, " ", -1) : NULL;
  GString *match = g_string_new (NULL);

  for (guint i = 0; list != NULL && list[i] != NULL; i++)
    if (*list[i] != '\0')
      g_string_append_printf (match, "%s\"%s\"*", match->len > 0 ? " AND " : "", list[i]);
  return g_string_free (match, match->len == 0);
}

/* What is damaged here is no record, and can be mended. */
static gboolean
end (CsQuery *q, GError **error)
{
  g_autoptr (GError) failed = NULL;

  if (cs_query_done (q, &failed))
    return TRUE;
  if (g_error_matches (failed, CS_ERROR, CS_ERROR_CORRUPT))
    g_set_error_literal (error, CS_ERROR, CS_ERROR_CORRUPT,
                         _ ("The index of the search is damaged; nothing recorded is in it. The command"
                            " “reindex” makes it anew."));
  else
    g_propagate_error (error, g_steal_pointer (&failed));
  return FALSE;
}

GArray *
cs_search_index_match (CsDb *db, const char *words, GError **error)
{
  g_autofree char *match = match_of (words);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  CsQuery *q;

  if (match == NULL)
    return g_steal_pointer (&ids); /* only punctuation: nothing is called that */
  q = cs_query (db, "SELECT rowid FROM search WHERE search MATCH :match");
  cs_query_set_text (q, ":match", match);
  while (cs_query_next (q))
    {
      gint64 id = cs_query_int (q, 0);

      g_array_append_val (ids, id);
    }
  return end (q, error) ? g_steal_pointer (&ids) : NULL;
}

static gboolean
put_words (CsDb *db, gint64 id, const char *text, GError **error)
{
  g_autofree char *words = cs_text_fold (text);
  CsQuery *q = cs_query (db, "INSERT INTO search (rowid, words) VALUES (:id, :words)");

  cs_query_set_int (q, ":id", id);
  cs_query_set_text (q, ":words", words);
  cs_query_next (q);
  return end (q, error);
}

gboolean
cs_search_index_add (CsTransaction *tx, gint64 id, GError **error)
{
  CsDb *db = cs_transaction_db (tx);
  CsQuery *q = cs_query (db, WORDS " WHERE d.id = :id");
  g_autofree char *text = NULL;

  cs_query_set_int (q, ":id", id);
  if (cs_query_next (q))
    text = cs_query_dup (q, 1);
  if (!cs_query_done (q, error))
    return FALSE;
  q = cs_query (db, "DELETE FROM search WHERE rowid = :id");
  cs_query_set_int (q, ":id", id);
  cs_query_next (q);
  return end (q, error) && put_words (db, id, text, error);
}

gboolean
cs_search_index_remake (CsTransaction *tx, guint *n, GError **error)
{
  CsDb *db = cs_transaction_db (tx);
  CsQuery *q;
  gboolean put = TRUE;

  if (!cs_search_table_empty (tx, error))
    return FALSE;
  *n = 0;
  q = cs_query (db, WORDS " ORDER BY d.id");
  while (put && cs_query_next (q))
    {
      put = put_words (db, cs_query_int (q, 0), cs_query_text (q, 1), error);
      *n += 1;
    }
  return cs_query_done (q, put ? error : NULL) && put && cs_row_sums_recount (tx, "search_", error);
}
