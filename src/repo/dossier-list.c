/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "repo/dossier-list.h"

#include "base/text.h"
#include "db/query.h"
#include "model/register.h"

/* --- facts --- */

#define FACTS                                                                                                \
  "SELECT d.id, coalesce (e.id, 0), d.unit, e.round, k.uuid, d.form, d.rehearsal,"                           \
  " CASE WHEN e.state = 'closed' THEN 3"                                                                     \
  " WHEN EXISTS (SELECT 1 FROM sheet s WHERE s.evaluation = e.id) THEN 2 ELSE 1 END,"                        \
  " o.counted, o.sum, o.spread, o.stars, o.decides, o.forwarded,"                                            \
  " z.day IS NOT NULL AND (EXISTS (SELECT 1 FROM recognition g"                                              \
  " WHERE g.dossier = d.id AND g.decided_on >= z.day)"                                                       \
  " OR EXISTS (SELECT 1 FROM evaluation v JOIN recognition g ON g.evaluation = v.id"                         \
  " WHERE v.dossier = d.id AND g.decided_on >= z.day)), d.kind, l.position FROM dossier d"                   \
  " LEFT JOIN evaluation e ON e.dossier = d.id LEFT JOIN council k ON k.id = e.council"                      \
  " LEFT JOIN level l ON l.regulation = d.regulation AND l.id = k.level"                                     \
  " LEFT JOIN closing z ON z.evaluation = e.id AND z.reopened_at IS NULL"                                    \
  " LEFT JOIN outcome o ON o.closing = z.id WHERE d.deleted = 0"

/* Few words, in 100,000 rows: equal ones are one, to be compared by their place. */
static const char *
word (CsQuery *q, int column, GStringChunk *words)
{
  const char *text = cs_query_text (q, column);

  return text != NULL ? g_string_chunk_insert_const (words, text) : NULL;
}

static guint
kind_of (const char *text)
{
  guint kind = 0;

  while (cs_dossier_kinds[kind] != NULL && g_strcmp0 (cs_dossier_kinds[kind], text) != 0)
    kind++;
  return kind;
}

static void
read_fact (CsQuery *q, CsDossierFact *fact, GStringChunk *words)
{
  *fact = (CsDossierFact){ .key = { cs_query_int (q, 0), cs_query_int (q, 1) },
                           .unit = word (q, 2, words),
                           .round = word (q, 3, words),
                           .council = word (q, 4, words),
                           .form = (guint16) cs_query_int (q, 5),
                           .rehearsal = cs_query_int (q, 6) != 0,
                           .state = (guint8) cs_query_int (q, 7),
                           .counted = (guint16) cs_query_int (q, 8),
                           .sum = (int) cs_query_int (q, 9),
                           .spread = (guint16) cs_query_int (q, 10),
                           .stars = (guint8) cs_query_int (q, 11),
                           .decides = cs_query_int (q, 12) != 0,
                           .forwarded = cs_query_int (q, 13) != 0,
                           .decided = cs_query_int (q, 14) != 0,
                           .kind = kind_of (cs_query_text (q, 15)),
                           .level = (guint) cs_query_int (q, 16) & 0xf };
}

static gboolean
read_facts (CsQuery *q, GArray *facts, GStringChunk *words, GError **error)
{
  while (cs_query_next (q))
    {
      CsDossierFact fact;

      read_fact (q, &fact, words);
      g_array_append_val (facts, fact);
    }
  return cs_query_done (q, error);
}

gboolean
cs_dossier_repo_facts (CsDb *db, GArray *facts, GStringChunk *words, gint64 *cursor, guint n, GError **error)
{
  g_autoptr (GError) failed = NULL;
  gint64 after = *cursor;
  CsQuery *q = cs_query (db, "SELECT id FROM dossier WHERE id > :after ORDER BY id LIMIT 1 OFFSET :n");

  cs_query_set_int (q, ":after", after);
  cs_query_set_int (q, ":n", n - 1);
  if (!cs_query_one_int (q, cursor, &failed))
    *cursor = G_MAXINT64;
  if (failed != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failed));
      return FALSE;
    }
  q = cs_query (db, FACTS " AND d.id > :after AND d.id <= :last ORDER BY d.id, e.id");
  cs_query_set_int (q, ":after", after);
  cs_query_set_int (q, ":last", *cursor);
  return read_facts (q, facts, words, error);
}

gboolean
cs_dossier_repo_facts_of (CsDb *db, gint64 dossier, GArray *facts, GStringChunk *words, GError **error)
{
  CsQuery *q = cs_query (db, FACTS " AND d.id = :dossier ORDER BY e.id");

  cs_query_set_int (q, ":dossier", dossier);
  return read_facts (q, facts, words, error);
}

/* Walks of an index each, since sorting 100,000 texts takes longer than everything else of a list. */
static const char *const places_sql[] = {
  [CS_DOSSIER_BY_CODE] = "SELECT id, code FROM dossier ORDER BY code",
  [CS_DOSSIER_BY_PRODUCT] =
      "SELECT d.id, p.folded FROM product p JOIN dossier d ON d.product = p.id ORDER BY p.folded",
  [CS_DOSSIER_BY_PRODUCER] = "SELECT d.id, r.folded FROM producer r JOIN product p ON p.producer = r.id"
                             " JOIN dossier d ON d.product = p.id ORDER BY r.folded",
};

gboolean
cs_dossier_repo_places (CsDb *db, CsDossierOrder order, CsDossierPlaced placed, gpointer data, GError **error)
{
  g_autoptr (GString) last = g_string_new (NULL);
  guint32 place = 0;
  CsQuery *q;

  g_return_val_if_fail (order < G_N_ELEMENTS (places_sql), FALSE);

  q = cs_query (db, places_sql[order]);
  while (cs_query_next (q))
    {
      const char *text = cs_query_text (q, 1);

      if (place == 0 || !g_str_equal (text, last->str))
        {
          g_string_assign (last, text);
          place++;
        }
      placed (cs_query_int (q, 0), place, data);
    }
  return cs_query_done (q, error);
}

char *
cs_dossier_repo_find_same (
    CsDb *db, const char *product, gint64 producer, int form, const char *round, GError **error)
{
  g_autofree char *folded = cs_text_fold (product), *code = NULL;
  CsQuery *q = cs_query (
      db, "SELECT d.code FROM product p"
          " JOIN dossier d ON d.product = p.id LEFT JOIN evaluation e ON e.dossier = d.id"
          " WHERE p.folded = :folded AND p.name = :product AND p.producer = :producer AND d.form = :form"
          " AND d.deleted = 0 AND e.round IS :round ORDER BY d.id LIMIT 1");

  cs_query_set_text (q, ":folded", folded);
  cs_query_set_text (q, ":product", product);
  cs_query_set_int (q, ":producer", producer);
  cs_query_set_int (q, ":form", form);
  cs_query_set_text (q, ":round", round);
  if (cs_query_next (q))
    code = cs_query_dup (q, 0);
  return cs_query_done (q, error) ? g_steal_pointer (&code) : NULL;
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
