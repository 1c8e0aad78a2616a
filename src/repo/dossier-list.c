/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "repo/dossier-list.h"

#include "base/text.h"
#include "db/query.h"
#include "model/register.h"

/* Static SQL: a filter that is left out is NULL or 0 and its condition true. One text per order and
 * direction, because SQLite cannot bind those. The plus keeps SQLite from walking an index for the order:
 * fetching 100,000 rows in the order of their codes reads the file all over, sorting them takes a fifth of
 * that. */

#define LIST_FROM                                                                                            \
  " FROM dossier d"                                                                                          \
  " JOIN product p ON p.id = d.product JOIN producer r ON r.id = p.producer"                                 \
  " LEFT JOIN evaluation e ON e.dossier = d.id LEFT JOIN council k ON k.id = e.council"                      \
  " WHERE d.deleted = 0 AND CASE d.rehearsal WHEN 0 THEN NOT :only ELSE :rehearsals OR :only END"            \
  " AND (:unit IS NULL OR d.unit IN (SELECT code FROM unit_above WHERE ancestor = :unit))"                   \
  " AND (:round IS NULL OR e.round = :round) AND (:form = 0 OR d.form = :form)"                              \
  " AND (:council IS NULL OR k.key = :council)"
#define LIST_STATE                                                                                           \
  " AND CASE :state WHEN 0 THEN 1"                                                                           \
  " WHEN 1 THEN coalesce (e.state, 'open') = 'open' AND NOT EXISTS (SELECT 1 FROM sheet s WHERE "            \
  "s.evaluation = e.id)"                                                                                     \
  " WHEN 2 THEN e.state = 'open' AND EXISTS (SELECT 1 FROM sheet s WHERE s.evaluation = e.id)"               \
  " ELSE e.state = 'closed' END"
#define LIST_WORDS " AND d.id IN (SELECT rowid FROM search WHERE search MATCH :match)"
#define LIST_LIMIT " LIMIT CASE WHEN :limit > 0 THEN :limit ELSE -1 END"

#define LIST_KEYS        "SELECT d.id, coalesce (e.id, 0)"
#define LIST_SQL(order)  LIST_KEYS LIST_FROM LIST_STATE " ORDER BY " order LIST_LIMIT
#define WORDS_SQL(order) LIST_KEYS LIST_FROM LIST_STATE LIST_WORDS " ORDER BY " order LIST_LIMIT

static const char *const list_sql[][2] = {
  [CS_DOSSIER_BY_CODE] = { LIST_SQL ("+d.code, e.id"), LIST_SQL ("+d.code DESC, e.id") },
  [CS_DOSSIER_BY_PRODUCT] = { LIST_SQL ("+p.folded, d.code, e.id"),
                              LIST_SQL ("+p.folded DESC, d.code, e.id") },
  [CS_DOSSIER_BY_PRODUCER] = { LIST_SQL ("+r.folded, d.code, e.id"),
                               LIST_SQL ("+r.folded DESC, d.code, e.id") },
  [CS_DOSSIER_BY_UNIT] = { LIST_SQL ("+d.unit, d.code, e.id"), LIST_SQL ("+d.unit DESC, d.code, e.id") },
  [CS_DOSSIER_BY_FORM] = { LIST_SQL ("+d.form, d.code, e.id"), LIST_SQL ("+d.form DESC, d.code, e.id") },
};
static const char *const words_sql[][2] = {
  [CS_DOSSIER_BY_CODE] = { WORDS_SQL ("+d.code, e.id"), WORDS_SQL ("+d.code DESC, e.id") },
  [CS_DOSSIER_BY_PRODUCT] = { WORDS_SQL ("+p.folded, d.code, e.id"),
                              WORDS_SQL ("+p.folded DESC, d.code, e.id") },
  [CS_DOSSIER_BY_PRODUCER] = { WORDS_SQL ("+r.folded, d.code, e.id"),
                               WORDS_SQL ("+r.folded DESC, d.code, e.id") },
  [CS_DOSSIER_BY_UNIT] = { WORDS_SQL ("+d.unit, d.code, e.id"), WORDS_SQL ("+d.unit DESC, d.code, e.id") },
  [CS_DOSSIER_BY_FORM] = { WORDS_SQL ("+d.form, d.code, e.id"), WORDS_SQL ("+d.form DESC, d.code, e.id") },
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

static void
set_filter (CsQuery *q, const CsDossierFilter *filter, const char *match)
{
  cs_query_set_int (q, ":rehearsals", filter->with_rehearsals);
  cs_query_set_int (q, ":only", filter->only_rehearsals);
  cs_query_set_text (q, ":unit", filter->unit);
  cs_query_set_text (q, ":round", filter->round);
  cs_query_set_text (q, ":council", filter->council);
  cs_query_set_int (q, ":form", filter->form);
  if (match != NULL)
    cs_query_set_text (q, ":match", match);
}

#define ROWS                                                                                                 \
  "SELECT d.id, coalesce (e.id, 0), d.unit, e.round, d.form, d.rehearsal,"                                   \
  " CASE WHEN e.state = 'closed' THEN 3"                                                                     \
  " WHEN EXISTS (SELECT 1 FROM sheet s WHERE s.evaluation = e.id) THEN 2 ELSE 1 END, k.key FROM dossier d"
#define ROWS_NAMES " JOIN product p ON p.id = d.product JOIN producer r ON r.id = p.producer"
#define ROWS_ORDER(by)                                                                                       \
  " LEFT JOIN evaluation e ON e.dossier = d.id LEFT JOIN council k ON k.id = e.council"                      \
  " WHERE d.deleted = 0 ORDER BY " by
#define ROWS_SQL(by)   ROWS ROWS_ORDER (by)
#define ROWS_NAMED(by) ROWS ROWS_NAMES ROWS_ORDER (by)

static const char *const rows_sql[][2] = {
  [CS_DOSSIER_BY_CODE] = { ROWS_SQL ("+d.code, e.id"), ROWS_SQL ("+d.code DESC, e.id") },
  [CS_DOSSIER_BY_PRODUCT] = { ROWS_NAMED ("+p.folded, d.code, e.id"),
                              ROWS_NAMED ("+p.folded DESC, d.code, e.id") },
  [CS_DOSSIER_BY_PRODUCER] = { ROWS_NAMED ("+r.folded, d.code, e.id"),
                               ROWS_NAMED ("+r.folded DESC, d.code, e.id") },
  [CS_DOSSIER_BY_UNIT] = { ROWS_SQL ("+d.unit, d.code, e.id"), ROWS_SQL ("+d.unit DESC, d.code, e.id") },
  [CS_DOSSIER_BY_FORM] = { ROWS_SQL ("+d.form, d.code, e.id"), ROWS_SQL ("+d.form DESC, d.code, e.id") },
};

GArray *
cs_dossier_repo_rows (CsDb *db, CsDossierOrder order, gboolean descending, GError **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, TRUE, sizeof (CsDossierRow));
  CsQuery *q = cs_query (db, rows_sql[order][descending != FALSE]);

  while (cs_query_next (q))
    {
      CsDossierRow row = { .key = { cs_query_int (q, 0), cs_query_int (q, 1) },
                           .unit = g_intern_string (cs_query_text (q, 2)),
                           .round = g_intern_string (cs_query_text (q, 3)),
                           .council = g_intern_string (cs_query_text (q, 7)),
                           .form = (int) cs_query_int (q, 4),
                           .rehearsal = cs_query_int (q, 5) != 0,
                           .state = (CsDossierState) cs_query_int (q, 6) };

      g_array_append_val (rows, row);
    }
  return cs_query_done (q, error) ? g_steal_pointer (&rows) : NULL;
}

GArray *
cs_dossier_repo_match (CsDb *db, const char *words, GError **error)
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
  return cs_query_done (q, error) ? g_steal_pointer (&ids) : NULL;
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
  set_filter (q, filter, match);
  cs_query_set_int (q, ":state", filter->state);
  cs_query_set_int (q, ":limit", filter->limit);
  while (cs_query_next (q))
    {
      CsDossierKey key = { cs_query_int (q, 0), cs_query_int (q, 1) };

      g_array_append_val (keys, key);
    }
  return cs_query_done (q, error) ? g_steal_pointer (&keys) : NULL;
}

GPtrArray *
cs_dossier_repo_producers (CsDb *db, const char *words, guint limit, GError **error)
{
  g_autofree char *folded = cs_text_fold (words);
  g_autoptr (GPtrArray) producers = g_ptr_array_new_with_free_func ((GDestroyNotify) cs_producer_free);
  CsQuery *q =
      cs_query (db,
                "SELECT id, uuid, name, kind, address, phone, representative, woman, minority, disability,"
                " version FROM producer WHERE instr (' ' || folded, ' ' || :folded) > 0"
                " ORDER BY folded <> :folded, folded LIMIT :limit");

  cs_query_set_text (q, ":folded", folded);
  cs_query_set_int (q, ":limit", limit);
  while (cs_query_next (q))
    {
      CsProducer *producer = cs_producer_new ();

      producer->id = cs_query_int (q, 0);
      producer->uuid = cs_query_dup (q, 1);
      producer->name = cs_query_dup (q, 2);
      producer->kind = cs_query_dup (q, 3);
      producer->address = cs_query_dup (q, 4);
      producer->phone = cs_query_dup (q, 5);
      producer->representative = cs_query_dup (q, 6);
      producer->woman = cs_query_int (q, 7) != 0;
      producer->minority = cs_query_int (q, 8) != 0;
      producer->disability = cs_query_int (q, 9) != 0;
      producer->version = (int) cs_query_int (q, 10);
      g_ptr_array_add (producers, producer);
    }
  return cs_query_done (q, error) ? g_steal_pointer (&producers) : NULL;
}

GPtrArray *
cs_dossier_repo_filings (CsDb *db, GError **error)
{
  g_autoptr (GPtrArray) filings = g_ptr_array_new_with_free_func ((GDestroyNotify) cs_filing_free);
  CsQuery *q =
      cs_query (db, "SELECT d.id, d.code, d.product, p.folded, r.folded, d.registered_on FROM dossier d"
                    " JOIN product p ON p.id = d.product JOIN producer r ON r.id = p.producer"
                    " WHERE d.kind IN ('renewal', 'upgrade') AND d.deleted = 0 AND d.rehearsal = 0"
                    " AND (NOT EXISTS (SELECT 1 FROM evaluation e WHERE e.dossier = d.id)"
                    " OR EXISTS (SELECT 1 FROM evaluation e"
                    " LEFT JOIN closing z ON z.evaluation = e.id AND z.reopened_at IS NULL"
                    " LEFT JOIN outcome o ON o.closing = z.id WHERE e.dossier = d.id"
                    " AND (e.state = 'open' OR o.decides OR o.forwarded)))"
                    " ORDER BY d.registered_on, d.id");

  while (cs_query_next (q))
    {
      CsFiling *filing = g_new0 (CsFiling, 1);

      filing->dossier = cs_query_int (q, 0);
      filing->code = cs_query_dup (q, 1);
      filing->product_id = cs_query_int (q, 2);
      filing->product = cs_query_dup (q, 3);
      filing->producer = cs_query_dup (q, 4);
      filing->registered_on = cs_query_dup (q, 5);
      g_ptr_array_add (filings, filing);
    }
  return cs_query_done (q, error) ? g_steal_pointer (&filings) : NULL;
}
