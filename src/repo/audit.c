/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "repo/audit.h"

#include "base/text.h"
#include "db/query.h"
#include "db/row-check.h"
#include "db/row-sum.h"
#include "db/schema.h"
#include "db/transaction.h"
#include "repo/audit-change.h"

#include <glib/gi18n-lib.h>

/* the version of the book from which on lines name what they are about by UUID */
#define NAMES_SINCE 3

#define GENESIS "0000000000000000000000000000000000000000000000000000000000000000"

typedef struct
{
  gint64 seq;
  CsAuditLine told;
  const char *book; /* "": of a version that did not sum the rows */
  const char *previous;
} Line;

static void
add_field (GString *text, const char *field)
{
  if (field == NULL)
    field = "";
  g_string_append_printf (text, "%zu:%s", strlen (field), field);
}

static gboolean
has_words (const char *text)
{
  return text != NULL && *text != '\0';
}

/* What is hashed begins with the name of its form, so that a line cannot be read as one of another. */
static char *
hash_line (const Line *line)
{
  const CsAuditLine *told = &line->told;
  gboolean sums = has_words (line->book);
  gboolean names = has_words (told->subject) || has_words (told->member);
  g_autoptr (GString) text = g_string_new (names  ? "chamsao-log-3 "
                                           : sums ? "chamsao-log-2 "
                                                  : "chamsao-log-1 ");

  g_string_append_printf (text, "%" G_GINT64_FORMAT " ", line->seq);
  add_field (text, told->at);
  add_field (text, told->who);
  add_field (text, told->verb);
  add_field (text, told->object);
  if (names)
    {
      add_field (text, told->subject);
      add_field (text, told->member);
    }
  add_field (text, told->before);
  add_field (text, told->after);
  if (sums || names)
    add_field (text, line->book);
  add_field (text, line->previous);
  return cs_text_sha256 (text->str);
}

/* --- where the log ends --- */

typedef struct
{
  gint64 seq;     /* 0: there is no line */
  gint64 written; /* the number that was given last: higher when lines were cut off at the end */
  char *hash;     /* GENESIS when there is no line */
  char *book;
} End;

static void
end_clear (End *end)
{
  g_free (end->hash);
  g_free (end->book);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (End, end_clear)

/* The database remembers the last number it gave. Returns: FALSE on error; @written is 0 when it has none, -1
 * when what it has is not as SQLite writes it. */
static gboolean
last_number (CsDb *db, gint64 *written, GError **error)
{
  CsQuery *q =
      cs_query (db, "SELECT CASE WHEN count (*) = 0 THEN 0 WHEN count (*) = 1 AND min (name) = 'audit'"
                    " AND typeof (seq) = 'integer' THEN seq ELSE -1 END FROM sqlite_sequence");

  *written = -1;
  if (cs_query_next (q))
    *written = cs_query_int (q, 0);
  return cs_query_done (q, error);
}

static gboolean
find_end (CsDb *db, End *end, GError **error)
{
  CsQuery *q = cs_query (db, "SELECT seq, hash, book FROM audit ORDER BY seq DESC LIMIT 1");

  *end = (End){ 0 };
  if (cs_query_next (q))
    {
      end->seq = cs_query_int (q, 0);
      end->hash = cs_query_dup (q, 1);
      end->book = cs_query_dup (q, 2);
    }
  else
    {
      end->hash = g_strdup (GENESIS);
      end->book = g_strdup ("");
    }
  return cs_query_done (q, error) && last_number (db, &end->written, error);
}

char *
cs_audit_head (CsDb *db, GError **error)
{
  g_auto (End) end = { 0 };

  return find_end (db, &end, error) ? g_steal_pointer (&end.hash) : NULL;
}

char *
cs_audit_last_moment (CsDb *db, GError **error)
{
  CsQuery *q = cs_query (db, "SELECT at FROM audit ORDER BY seq DESC LIMIT 1");
  g_autofree char *at = cs_query_next (q) ? cs_query_dup (q, 0) : NULL;

  return cs_query_done (q, error) ? g_steal_pointer (&at) : NULL;
}

/* Is this a book whose rows were never summed? Its log tells, not row_sum alone: whoever emptied that from
 * outside would have all sums made anew. */
static gboolean
is_without_sums (CsDb *db, const End *end, gboolean *without, GError **error)
{
  g_autofree char *digest = NULL;
  gint64 summed = 0;

  *without = FALSE;
  if (*end->book != '\0')
    return TRUE;
  digest = cs_row_sums_digest (db, error);
  if (digest == NULL)
    return FALSE;
  if (!cs_query_one_int (cs_query (db, "SELECT EXISTS (SELECT 1 FROM audit WHERE book <> '')"), &summed,
                         error))
    return FALSE;
  *without = *digest == '\0' && !summed;
  return TRUE;
}

/* --- writing --- */

/* Returns: (transfer full): what the new line says of all rows; NULL on error. A book that did not fit its
 * log before goes on not to fit: the next command must not cover up what somebody did from outside. */
static char *
sum_rows (CsTransaction *tx, const End *end, GError **error)
{
  g_autofree char *before = NULL, *after = NULL;
  gboolean first, fits;

  if (!is_without_sums (cs_transaction_db (tx), end, &first, error))
    return NULL;
  if (first ? !cs_row_sums_fill (tx, &after, error) : !cs_row_sums_add (tx, &before, &after, error))
    return NULL;
  fits = end->seq == end->written && (first || g_str_equal (before, end->book));
  return fits ? g_steal_pointer (&after) : cs_text_sha256 (after);
}

static gboolean
insert_line (CsDb *db, const Line *line, char **hash_out, GError **error)
{
  const CsAuditLine *told = &line->told;
  g_autofree char *hash = hash_line (line);
  CsQuery *q =
      cs_query (db,
                "INSERT INTO audit (seq, at, who, verb, object, before, after, previous, hash, book, subject,"
                " member) VALUES (:seq, :at, :who, :verb, :object, coalesce (:before, ''),"
                " coalesce (:after, ''), :previous, :hash, :book, coalesce (:subject, ''),"
                " coalesce (:member, ''))");

  cs_query_set_int (q, ":seq", line->seq);
  cs_query_set_text (q, ":at", told->at);
  cs_query_set_text (q, ":who", told->who);
  cs_query_set_text (q, ":verb", told->verb);
  cs_query_set_text (q, ":object", told->object);
  cs_query_set_text (q, ":subject", told->subject);
  cs_query_set_text (q, ":member", told->member);
  cs_query_set_text (q, ":before", told->before);
  cs_query_set_text (q, ":after", told->after);
  cs_query_set_text (q, ":previous", line->previous);
  cs_query_set_text (q, ":hash", hash);
  cs_query_set_text (q, ":book", line->book);
  if (!cs_query_run (q, error))
    return FALSE;
  if (hash_out != NULL)
    *hash_out = g_steal_pointer (&hash);
  return TRUE;
}

gboolean
cs_audit_add (CsTransaction *tx, const CsAuditLine *told, char **hash, GError **error)
{
  CsDb *db = cs_transaction_db (tx);
  g_auto (End) end = { 0 };
  g_autofree char *book = NULL;
  Line line = { .told = *told };

  if (!find_end (db, &end, error) || !cs_audit_changes_add (tx, end.seq + 1, error))
    return FALSE;
  book = sum_rows (tx, &end, error);
  if (book == NULL)
    return FALSE;
  line.seq = end.seq + 1;
  line.book = book;
  line.previous = end.hash;
  return insert_line (db, &line, hash, error);
}

gboolean
cs_audit_add_migration (CsTransaction *tx, const CsAuditLine *told, gboolean fitted, GError **error)
{
  CsDb *db = cs_transaction_db (tx);
  g_auto (End) end = { 0 };
  g_autofree char *sums = NULL, *book = NULL;
  Line line = { .told = *told };

  if (!find_end (db, &end, error) || !cs_row_sums_fill (tx, &sums, error))
    return FALSE;
  book = fitted ? g_strdup (sums) : cs_text_sha256 (sums);
  line.seq = end.seq + 1;
  line.book = book;
  line.previous = end.hash;
  return insert_line (db, &line, NULL, error);
}

/* --- checking --- */

/* Lines cut off at the end leave a chain that fits; but the database remembers the last number. */
static void
find_cut (const End *end, GPtrArray *problems)
{
  g_autofree char *last = g_strdup_printf ("%" G_GINT64_FORMAT, end->seq);
  g_autofree char *newest = g_strdup_printf ("%" G_GINT64_FORMAT, end->written);

  if (end->written == end->seq)
    return;
  if (end->written <= 0)
    g_ptr_array_add (problems,
                     g_strdup (_ ("what the file remembers of the log's last line was changed outside"
                                  " the program")));
  else
    g_ptr_array_add (problems,
                     g_strdup_printf (_ ("the log ends at line %s, but line %s was the last one written"),
                                      last, newest));
}

/* Behind a NUL there is room for what no reader of texts sees; only others write one. */
static gboolean
has_whole_texts (CsQuery *q)
{
  for (int column = 1; column <= 11; column++)
    {
      const char *text = cs_query_text (q, column);

      if (text == NULL || strlen (text) != cs_query_length (q, column))
        return FALSE;
    }
  return TRUE;
}

static gboolean
line_fits (CsQuery *q, const Line *line, gint64 expected, gboolean summed)
{
  g_autofree char *hash = hash_line (line);

  return has_whole_texts (q) && line->seq == expected && g_strcmp0 (line->previous, cs_query_text (q, 7)) == 0
         && g_strcmp0 (hash, cs_query_text (q, 8)) == 0 && (!summed || *line->book != '\0');
}

/* Walks the chain up to the first line that does not fit. */
static gboolean
check_chain (CsDb *db, GPtrArray *problems, GError **error)
{
  CsQuery *q =
      cs_db_version (db) >= NAMES_SINCE
          ? cs_query (db, "SELECT seq, at, who, verb, object, before, after, previous, hash, book, subject,"
                          " member FROM audit ORDER BY seq")
          : cs_query (db, "SELECT seq, at, who, verb, object, before, after, previous, hash, book, '', ''"
                          " FROM audit ORDER BY seq");
  g_autofree char *previous = g_strdup (GENESIS);
  gboolean summed = FALSE;

  for (gint64 expected = 1; cs_query_next (q); expected++)
    {
      Line line = { .seq = cs_query_int (q, 0),
                    .told = { .at = cs_query_text (q, 1),
                              .who = cs_query_text (q, 2),
                              .verb = cs_query_text (q, 3),
                              .object = cs_query_text (q, 4),
                              .before = cs_query_text (q, 5),
                              .after = cs_query_text (q, 6),
                              .subject = cs_query_text (q, 10),
                              .member = cs_query_text (q, 11) },
                    .previous = previous,
                    .book = cs_query_text (q, 9) };

      if (!line_fits (q, &line, expected, summed))
        {
          g_autofree char *no =
              g_strdup_printf ("%" G_GINT64_FORMAT, line.seq != expected ? expected : line.seq);

          g_ptr_array_add (
              problems,
              g_strdup_printf (_ ("log line %s (%s) was changed, inserted or removed outside the program"),
                               no, line.told.verb));
          break;
        }
      summed = *line.book != '\0';
      g_free (previous);
      previous = cs_query_dup (q, 8);
    }
  return cs_query_done (q, error);
}

/* The log against the sums, the sums against the rows. */
static gboolean
check_rows (CsDb *db, const End *end, GPtrArray *problems, GError **error)
{
  g_autofree char *digest = cs_row_sums_digest (db, error);

  if (digest == NULL)
    return FALSE;
  if (!g_str_equal (digest, end->book))
    g_ptr_array_add (problems, g_strdup (_ ("the log and the sums of the rows do not fit each other: one of"
                                            " them was changed outside the program")));
  return (*digest == '\0' && *end->book == '\0') || cs_row_sums_compare (db, problems, error);
}

gboolean
cs_audit_verify (CsDb *db, GPtrArray *problems, GError **error)
{
  g_auto (End) end = { 0 };
  guint before = problems->len;

  if (!find_end (db, &end, error) || !check_chain (db, problems, error))
    return FALSE;
  if (problems->len == before)
    find_cut (&end, problems);
  /* what comes after a log that is not whole says nothing more */
  if (problems->len > before)
    return TRUE;
  return check_rows (db, &end, problems, error) && cs_db_check_schema (db, TRUE, problems, error);
}
