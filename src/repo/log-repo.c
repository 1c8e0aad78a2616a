/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "repo/log-repo.h"

#include "db/query.h"

/* Lines whose texts tell of scores. Those of the first two were written with the choice once. */
#define SECRET                                                                                               \
  "(a.verb IN ('sheet-choose', 'sheet-note') OR (a.verb IN ('sheet-return', 'sheet-move', "                  \
  "'sheet-withdraw', 'discuss')"                                                                             \
  " AND (a.subject = '' OR EXISTS (SELECT 1 FROM evaluation e JOIN dossier d ON d.id = e.dossier"            \
  " WHERE d.uuid = a.subject AND e.state = 'open'))))"

/* The codes of the older lines are followed by nothing, or by "/" and a member. */
#define ABOUT                                                                                                \
  "(:dossier IS NULL OR a.subject = :dossier"                                                                \
  " OR a.seq IN (SELECT line FROM audit_change WHERE dossier = :dossier)"                                    \
  " OR (a.subject = '' AND (a.object = :code OR substr (a.object, 1, length (:code) + 1) = :code || '/')))"

static gboolean
load_changes (CsDb *db, CsLogLine *line, GError **error)
{
  CsQuery *q = cs_query (db, "SELECT kind, object, name, act, field, before, after FROM audit_change"
                             " WHERE line = :line ORDER BY id");

  cs_query_set_int (q, ":line", line->seq);
  while (cs_query_next (q))
    {
      CsLogChange *change = cs_log_line_add (line);

      change->kind = cs_query_dup (q, 0);
      change->object = cs_query_dup (q, 1);
      change->name = cs_query_dup (q, 2);
      change->act = cs_log_act_parse (cs_query_text (q, 3));
      change->field = cs_query_dup (q, 4);
      change->before = cs_query_dup_or_null (q, 5);
      change->after = cs_query_dup_or_null (q, 6);
    }
  return cs_query_done (q, error);
}

static CsLogLine *
read_line (CsQuery *q)
{
  CsLogLine *line = cs_log_line_new ();

  line->seq = cs_query_int (q, 0);
  line->at = cs_query_dup (q, 1);
  line->who = cs_query_dup (q, 2);
  line->verb = cs_query_dup (q, 3);
  line->object = cs_query_dup (q, 4);
  line->subject = cs_query_dup (q, 5);
  line->before = cs_query_dup (q, 6);
  line->after = cs_query_dup (q, 7);
  return line;
}

GPtrArray *
cs_log_repo_list (CsDb *db,
                  const char *dossier,
                  const char *code,
                  const char *since,
                  gint64 below,
                  guint most,
                  gboolean (*takes) (const CsLogLine *line, gpointer data),
                  gpointer data,
                  GError **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) cs_log_line_free);
  CsQuery *q = cs_query (db, "SELECT a.seq, a.at, a.who, a.verb, a.object, a.subject,"
                             " CASE WHEN " SECRET " THEN '' ELSE a.before END,"
                             " CASE WHEN " SECRET " THEN '' ELSE a.after END FROM audit a"
                             " WHERE a.seq < :below AND (:since IS NULL OR a.at >= :since) AND " ABOUT
                             " ORDER BY a.seq DESC");
  gboolean good = TRUE;

  cs_query_set_int (q, ":below", below);
  cs_query_set_text (q, ":since", since);
  cs_query_set_text (q, ":dossier", dossier);
  cs_query_set_text (q, ":code", code);
  while (good && (most == 0 || lines->len < most) && cs_query_next (q))
    {
      g_autoptr (CsLogLine) line = read_line (q);

      good = load_changes (db, line, error);
      if (good && takes (line, data))
        g_ptr_array_add (lines, g_steal_pointer (&line));
    }
  return cs_query_done (q, good ? error : NULL) && good ? g_steal_pointer (&lines) : NULL;
}

GPtrArray *
cs_log_repo_people (CsDb *db, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  CsQuery *q = cs_query (db, "SELECT DISTINCT who FROM audit WHERE who <> '' ORDER BY who");

  while (cs_query_next (q))
    g_ptr_array_add (names, cs_query_dup (q, 0));
  return cs_query_done (q, error) ? g_steal_pointer (&names) : NULL;
}
