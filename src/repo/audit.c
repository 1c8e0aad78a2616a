/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "repo/audit.h"

#include "base/text.h"

#include <glib/gi18n-lib.h>

#define GENESIS "0000000000000000000000000000000000000000000000000000000000000000"

static void
add_field (GString *line, const char *field)
{
  if (field == NULL)
    field = "";
  g_string_append_printf (line, "%zu:%s", strlen (field), field);
}

static char *
hash_line (gint64 seq,
           const char *at,
           const char *who,
           const char *verb,
           const char *object,
           const char *before,
           const char *after,
           const char *previous)
{
  g_autoptr (GString) line = g_string_new ("chamsao-log-1 ");

  g_string_append_printf (line, "%" G_GINT64_FORMAT " ", seq);
  add_field (line, at);
  add_field (line, who);
  add_field (line, verb);
  add_field (line, object);
  add_field (line, before);
  add_field (line, after);
  add_field (line, previous);
  return cs_text_sha256 (line->str);
}

static gboolean
last_line (CsDb *db, gint64 *seq, char **hash, GError **error)
{
  CsQuery *q = cs_query (db, "SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1");

  *seq = 0;
  *hash = NULL;
  if (cs_query_next (q))
    {
      *seq = cs_query_int (q, 0);
      *hash = cs_query_dup (q, 1);
    }
  if (*hash == NULL)
    *hash = g_strdup (GENESIS);
  return cs_query_done (q, error);
}

char *
cs_audit_head (CsDb *db, GError **error)
{
  g_autofree char *hash = NULL;
  gint64 seq;

  return last_line (db, &seq, &hash, error) ? g_steal_pointer (&hash) : NULL;
}

gboolean
cs_audit_add (CsTransaction *tx,
              const char *at,
              const char *who,
              const char *verb,
              const char *object,
              const char *before,
              const char *after,
              GError **error)
{
  CsDb *db = cs_transaction_db (tx);
  g_autofree char *previous = NULL;
  g_autofree char *hash = NULL;
  gint64 seq;
  CsQuery *q;

  if (!last_line (db, &seq, &previous, error))
    return FALSE;
  seq++;
  hash = hash_line (seq, at, who, verb, object, before, after, previous);
  q = cs_query (db, "INSERT INTO audit (seq, at, who, verb, object, before, after, previous, hash)"
                    " VALUES (:seq, :at, :who, :verb, :object, :before, :after, :previous, :hash)");
  cs_query_set_int (q, ":seq", seq);
  cs_query_set_text (q, ":at", at);
  cs_query_set_text (q, ":who", who);
  cs_query_set_text (q, ":verb", verb);
  cs_query_set_text (q, ":object", object);
  cs_query_set_text (q, ":before", before != NULL ? before : "");
  cs_query_set_text (q, ":after", after != NULL ? after : "");
  cs_query_set_text (q, ":previous", previous);
  cs_query_set_text (q, ":hash", hash);
  return cs_query_run (q, error);
}

/* Lines cut off at the end leave a chain that fits; but the database remembers the last number. */
static gboolean
find_cut (CsDb *db, gint64 last, GPtrArray *findings, GError **error)
{
  CsQuery *q = cs_query (db, "SELECT seq FROM sqlite_sequence WHERE name = 'audit'");
  gint64 written = last;

  if (cs_query_next (q))
    written = cs_query_int (q, 0);
  if (written != last)
    {
      g_autofree char *end = g_strdup_printf ("%" G_GINT64_FORMAT, last);
      g_autofree char *newest = g_strdup_printf ("%" G_GINT64_FORMAT, written);

      g_ptr_array_add (findings,
                       g_strdup_printf (_ ("the log ends at line %s, but line %s was the last one written"),
                                        end, newest));
    }
  return cs_query_done (q, error);
}

gboolean
cs_audit_verify (CsDb *db, GPtrArray *findings, GError **error)
{
  CsQuery *q =
      cs_query (db,
                "SELECT seq, at, who, verb, object, before, after, previous, hash FROM audit ORDER BY seq");
  g_autofree char *previous = g_strdup (GENESIS);
  gint64 expected = 1;

  while (cs_query_next (q))
    {
      gint64 seq = cs_query_int (q, 0);
      g_autofree char *hash =
          hash_line (seq, cs_query_text (q, 1), cs_query_text (q, 2), cs_query_text (q, 3),
                     cs_query_text (q, 4), cs_query_text (q, 5), cs_query_text (q, 6), previous);

      if (seq != expected || g_strcmp0 (previous, cs_query_text (q, 7)) != 0
          || g_strcmp0 (hash, cs_query_text (q, 8)) != 0)
        {
          g_autofree char *line = g_strdup_printf ("%" G_GINT64_FORMAT, seq != expected ? expected : seq);

          g_ptr_array_add (
              findings,
              g_strdup_printf (_ ("log line %s (%s) was changed, inserted or removed outside the program"),
                               line, cs_query_text (q, 3)));
          return cs_query_done (q, error);
        }
      g_free (previous);
      previous = g_steal_pointer (&hash);
      expected++;
    }
  return cs_query_done (q, error) && find_cut (db, expected - 1, findings, error);
}
