/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "repo/dossier-repo.h"

#include "base/text.h"

/* Static SQL: a filter that is left out is NULL or 0 and its condition true. One text per order and
 * direction, because SQLite cannot bind those. */

#define LIST_FROM                                                                                            \
  "SELECT d.id, coalesce (e.id, 0) FROM dossier d"                                                           \
  " JOIN product p ON p.id = d.product JOIN producer r ON r.id = p.producer"                                 \
  " LEFT JOIN evaluation e ON e.dossier = d.id"                                                              \
  " WHERE d.deleted = 0 AND (:rehearsals OR d.rehearsal = 0)"                                                \
  " AND (:unit IS NULL OR d.unit IN (SELECT code FROM unit_above WHERE ancestor = :unit))"                   \
  " AND (:round IS NULL OR e.round = :round) AND (:form = 0 OR d.form = :form)"                              \
  " AND CASE :state WHEN 0 THEN 1"                                                                           \
  " WHEN 1 THEN coalesce (e.state, 'open') = 'open' AND NOT EXISTS (SELECT 1 FROM sheet s WHERE "            \
  "s.evaluation = e.id)"                                                                                     \
  " WHEN 2 THEN e.state = 'open' AND EXISTS (SELECT 1 FROM sheet s WHERE s.evaluation = e.id)"               \
  " ELSE e.state = 'closed' END"
#define LIST_WORDS " AND d.id IN (SELECT rowid FROM search WHERE search MATCH :match)"
#define LIST_LIMIT " LIMIT CASE WHEN :limit > 0 THEN :limit ELSE -1 END"

#define LIST_SQL(order)  LIST_FROM " ORDER BY " order LIST_LIMIT
#define WORDS_SQL(order) LIST_FROM LIST_WORDS " ORDER BY " order LIST_LIMIT

static const char *const list_sql[][2] = {
  [CS_DOSSIER_BY_CODE] = { LIST_SQL ("d.code, e.id"), LIST_SQL ("d.code DESC, e.id") },
  [CS_DOSSIER_BY_PRODUCT] = { LIST_SQL ("p.folded, d.code, e.id"), LIST_SQL ("p.folded DESC, d.code, e.id") },
  [CS_DOSSIER_BY_PRODUCER] = { LIST_SQL ("r.folded, d.code, e.id"),
                               LIST_SQL ("r.folded DESC, d.code, e.id") },
  [CS_DOSSIER_BY_UNIT] = { LIST_SQL ("d.unit, d.code, e.id"), LIST_SQL ("d.unit DESC, d.code, e.id") },
  [CS_DOSSIER_BY_FORM] = { LIST_SQL ("d.form, d.code, e.id"), LIST_SQL ("d.form DESC, d.code, e.id") },
};
static const char *const words_sql[][2] = {
  [CS_DOSSIER_BY_CODE] = { WORDS_SQL ("d.code, e.id"), WORDS_SQL ("d.code DESC, e.id") },
  [CS_DOSSIER_BY_PRODUCT] = { WORDS_SQL ("p.folded, d.code, e.id"),
                              WORDS_SQL ("p.folded DESC, d.code, e.id") },
  [CS_DOSSIER_BY_PRODUCER] = { WORDS_SQL ("r.folded, d.code, e.id"),
                               WORDS_SQL ("r.folded DESC, d.code, e.id") },
  [CS_DOSSIER_BY_UNIT] = { WORDS_SQL ("d.unit, d.code, e.id"), WORDS_SQL ("d.unit DESC, d.code, e.id") },
  [CS_DOSSIER_BY_FORM] = { WORDS_SQL ("d.form, d.code, e.id"), WORDS_SQL ("d.form DESC, d.code, e.id") },
};

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

GArray *
cs_dossier_repo_list (CsDb *db, const CsDossierFilter *filter, GError **error)
{
  g_autofree char *match = match_of (filter->words);
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (CsDossierKey));
  CsQuery *q;

  if (match == NULL && !cs_text_is_blank (filter->words))
    return g_steal_pointer (&keys); /* only punctuation: nothing is called that */
  q = cs_query (db, (match != NULL ? words_sql : list_sql)[filter->order][filter->descending != FALSE]);
  cs_query_set_int (q, ":rehearsals", filter->with_rehearsals);
  cs_query_set_text (q, ":unit", filter->unit);
  cs_query_set_text (q, ":round", filter->round);
  cs_query_set_int (q, ":form", filter->form);
  cs_query_set_int (q, ":state", filter->state);
  cs_query_set_int (q, ":limit", filter->limit);
  if (match != NULL)
    cs_query_set_text (q, ":match", match);
  while (cs_query_next (q))
    {
      CsDossierKey key = { cs_query_int (q, 0), cs_query_int (q, 1) };

      g_array_append_val (keys, key);
    }
  return cs_query_done (q, error) ? g_steal_pointer (&keys) : NULL;
}
