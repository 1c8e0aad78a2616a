/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "repo/audit-change.h"

#include "db/query.h"
#include "db/row-change.h"

#include <string.h>

#define DOSSIER_OF(evaluation)                                                                               \
  "(SELECT d.uuid FROM evaluation e JOIN dossier d ON d.id = e.dossier WHERE e.id = " evaluation ")"
#define NAME_OF(evaluation)                                                                                  \
  "(SELECT d.code || ' – ' || p.name FROM evaluation e JOIN dossier d ON d.id = e.dossier"                 \
  " JOIN product p ON p.id = d.product WHERE e.id = " evaluation ")"
#define COUNCIL_NAME                                                                                         \
  "(SELECT l.name || ' – ' || u.name FROM council k, book b JOIN level l ON l.regulation = b.regulation"   \
  " AND l.id = k.level JOIN unit u ON u.code = k.unit WHERE k.id = "

/* How a row is told of. */
typedef struct
{
  const char *table;
  /* UUID of what was changed, its name for people, UUID of the dossier it belongs to; the parameters are the
   * columns of the row, which may be gone already */
  const char *sql;
  const char *silent; /* (nullable): columns that are not told, beside those of every table */
  gboolean adding_is_silent;
} Described;

static const Described described[] = {
  { "book", "SELECT :uuid, :title, NULL" },
  { "council", "SELECT :uuid, " COUNCIL_NAME ":id), NULL" },
  { "council_rules",
    "SELECT (SELECT uuid FROM council WHERE id = :council), " COUNCIL_NAME ":council), NULL" },
  { "member", "SELECT :uuid, :name, NULL" },
  { "helper", "SELECT :uuid, :name, NULL", "position" },
  { "recusal", "SELECT :uuid, (SELECT name FROM member WHERE id = :member),"
               " (SELECT uuid FROM dossier WHERE id = :dossier)" },
  { "session", "SELECT :uuid, " COUNCIL_NAME ":council) || ', ' || strftime ('%d/%m/%Y', :held_on), NULL" },
  { "agenda", "SELECT (SELECT uuid FROM evaluation WHERE id = :evaluation), " NAME_OF (
                  ":evaluation") ", " DOSSIER_OF (":evaluation") },
  { "attendance", "SELECT (SELECT uuid FROM member WHERE id = :member),"
                  " (SELECT name FROM member WHERE id = :member), NULL" },
  { "producer", "SELECT :uuid, :name, NULL" },
  { "producer_join", "SELECT :uuid, (SELECT name FROM producer WHERE id = :producer), NULL" },
  { "product", "SELECT :uuid, :name, NULL" },
  { "dossier", "SELECT :uuid, :code || ' – ' || (SELECT name FROM product WHERE id = :product), :uuid" },
  { "paper",
    "SELECT :uuid, coalesce ((SELECT k.title FROM paper_kind k JOIN dossier d ON d.regulation = k.regulation"
    " WHERE d.id = :dossier AND k.id = :kind), :kind), (SELECT uuid FROM dossier WHERE id = :dossier)" },
  { "evaluation",
    "SELECT :uuid, (SELECT d.code || ' – ' || p.name FROM dossier d JOIN product p ON p.id = d.product"
    " WHERE d.id = :dossier), (SELECT uuid FROM dossier WHERE id = :dossier)" },
  /* begun with the first choice, which has a line of its own; why it was taken back may tell what was chosen
   */
  { "sheet", "SELECT :uuid, (SELECT name FROM member WHERE id = :member), " DOSSIER_OF (":evaluation"),
    "seal seal_version end_reason", TRUE },
  { "finding", "SELECT :uuid, :ground, " DOSSIER_OF (":evaluation") },
  /* totals are spoken of */
  { "discussion", "SELECT :uuid, :scoring_round, " DOSSIER_OF (":evaluation"), "note" },
  { "closing", "SELECT :uuid, " NAME_OF (":evaluation") ", " DOSSIER_OF (":evaluation") },
  { "recognition", "SELECT :uuid, :product, coalesce (" DOSSIER_OF (
                       ":evaluation") ", (SELECT uuid FROM dossier WHERE id = :dossier))" },
  { "office", "SELECT :uuid, " COUNCIL_NAME ":council), NULL" },
  { "paper_number",
    "SELECT :uuid, printf ('%02d/%s', :no, :kind) || iif (:symbol <> '', '-' || :symbol, ''), NULL",
    "subject" },
  { "brand", "SELECT :uuid, :name, NULL" },
  { "pin",
    "SELECT (SELECT uuid FROM member WHERE id = :member), (SELECT name FROM member WHERE id = :member), NULL",
    "hash failures failed_at" },
};

/* Columns that hold a row's number: what people call that row is told. */
static const struct
{
  const char *column;
  const char *sql;
} references[] = {
  { "producer", "SELECT name FROM producer WHERE id = :row" },
  { "kept", "SELECT name FROM producer WHERE id = :row" },
  { "product", "SELECT name FROM product WHERE id = :row" },
  { "dossier", "SELECT code FROM dossier WHERE id = :row" },
  { "member", "SELECT name FROM member WHERE id = :row" },
  { "replaces", "SELECT name FROM member WHERE id = :row" },
  { "council", "SELECT key FROM council WHERE id = :row" },
  { "evaluation", "SELECT d.code FROM evaluation e JOIN dossier d ON d.id = e.dossier WHERE e.id = :row" },
  { "discussing", "SELECT d.code FROM evaluation e JOIN dossier d ON d.id = e.dossier WHERE e.id = :row" },
  { "session", "SELECT round || ' – ' || no FROM session WHERE id = :row" },
  { "criterion", "SELECT no FROM criterion WHERE id = :row" },
};

static const char *const silent_everywhere[] = { "id", "uuid", "version", "folded", "rules", NULL };

/* --- which --- */

const char *const *
cs_audit_changes_tables (void)
{
  static const char *tables[G_N_ELEMENTS (described) + 1];
  static gsize once;

  if (g_once_init_enter (&once))
    {
      for (guint i = 0; i < G_N_ELEMENTS (described); i++)
        tables[i] = described[i].table;
      g_once_init_leave (&once, 1);
    }
  return tables;
}

static const Described *
find_described (const char *table)
{
  for (guint i = 0; i < G_N_ELEMENTS (described); i++)
    if (g_str_equal (described[i].table, table))
      return &described[i];
  g_return_val_if_reached (NULL);
}

gboolean
cs_audit_changes_tells (const char *table, const char *column)
{
  const Described *d = find_described (table);
  g_auto (GStrv) silent = g_strsplit (d->silent != NULL ? d->silent : "", " ", -1);

  return !g_strv_contains (silent_everywhere, column)
         && !g_strv_contains ((const char *const *) silent, column);
}

gboolean
cs_audit_changes_keep (CsDb *db, GError **error)
{
  return cs_row_changes_keep (db, cs_audit_changes_tables (), error);
}

/* --- what a row is called --- */

typedef struct
{
  const Described *described;
  const char *const *columns;
  char *object, *name, *dossier;
  char **before, **after; /* (not owned) (nullable): of the first and of the last change of the same thing */
} Changed;

static void
changed_free (gpointer data)
{
  Changed *changed = data;

  g_free (changed->object);
  g_free (changed->name);
  g_free (changed->dossier);
  g_free (changed);
}

static gboolean
name_it (CsDb *db, const CsRowChange *change, Changed *changed, GError **error)
{
  CsQuery *q = cs_query (db, changed->described->sql);

  for (guint i = 0; change->columns[i] != NULL; i++)
    {
      char parameter[64];

      g_snprintf (parameter, sizeof parameter, ":%s", change->columns[i]);
      if (cs_query_takes (q, parameter))
        cs_query_set_text (q, parameter, cs_row_change_cell (change, change->columns[i]));
    }
  if (cs_query_next (q))
    {
      changed->object = cs_query_dup (q, 0);
      changed->name = cs_query_dup (q, 1);
      changed->dossier = cs_query_dup (q, 2);
    }
  return cs_query_done (q, error);
}

/* A thing may be changed twice by one command, or be taken out and put in again: that is one change. */
static gboolean
collect (CsTransaction *tx, const GPtrArray *changes, GPtrArray *things, GError **error)
{
  CsDb *db = cs_transaction_db (tx);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < changes->len; i++)
    {
      const CsRowChange *change = g_ptr_array_index (changes, i);
      Changed *thing = g_new0 (Changed, 1), *earlier;
      g_autofree char *key = NULL;

      thing->described = find_described (change->table);
      thing->columns = change->columns;
      thing->before = change->before;
      thing->after = change->after;
      g_ptr_array_add (things, thing);
      if (!cs_transaction_step (tx, i, 2 * changes->len, error) || !name_it (db, change, thing, error))
        return FALSE;
      key = g_strdup_printf ("%s %s", change->table, thing->object);
      earlier = g_hash_table_lookup (known, key);
      if (earlier == NULL)
        {
          g_hash_table_insert (known, g_steal_pointer (&key), thing);
          continue;
        }
      earlier->after = thing->after;
      g_ptr_array_remove_index (things, things->len - 1);
    }
  return TRUE;
}

/* --- writing --- */

/* Returns: (transfer full) (nullable): what a cell says to people */
static char *
tell_cell (CsDb *db, const char *column, const char *text)
{
  g_autofree char *name = NULL;

  for (guint i = 0; text != NULL && i < G_N_ELEMENTS (references); i++)
    {
      CsQuery *q;

      if (!g_str_equal (references[i].column, column))
        continue;
      q = cs_query (db, references[i].sql);
      cs_query_set_text (q, ":row", text);
      if (cs_query_next (q))
        name = cs_query_dup_or_null (q, 0);
      if (cs_query_done (q, NULL) && name != NULL)
        return g_steal_pointer (&name);
      break;
    }
  return g_strdup (text);
}

static gboolean
insert (CsDb *db,
        gint64 line,
        const Changed *thing,
        const char *act,
        const char *field,
        const char *before,
        const char *after,
        GError **error)
{
  CsQuery *q =
      cs_query (db, "INSERT INTO audit_change (line, kind, object, name, dossier, act, field, before, after)"
                    " VALUES (:line, :kind, :object, :name, :dossier, :act, :field, :before, :after)");

  cs_query_set_int (q, ":line", line);
  cs_query_set_text (q, ":kind", thing->described->table);
  cs_query_set_text (q, ":object", thing->object);
  cs_query_set_text (q, ":name", thing->name);
  cs_query_set_text (q, ":dossier", thing->dossier);
  cs_query_set_text (q, ":act", act);
  cs_query_set_text (q, ":field", field);
  cs_query_set_text (q, ":before", before);
  cs_query_set_text (q, ":after", after);
  return cs_query_run (q, error);
}

static gboolean
is_empty (const char *text)
{
  return text == NULL || *text == '\0';
}

/* What was not there and what says nothing are the same to people. */
static gboolean
is_same (const char *a, const char *b)
{
  return (is_empty (a) && is_empty (b)) || g_strcmp0 (a, b) == 0;
}

static gboolean
insert_fields (CsDb *db, gint64 line, const Changed *thing, GError **error)
{
  const char *act = thing->after != NULL ? "change" : "remove";

  for (guint i = 0; thing->columns[i] != NULL; i++)
    {
      const char *column = thing->columns[i];
      const char *was = thing->before[i], *is = thing->after != NULL ? thing->after[i] : NULL;
      g_autofree char *before = NULL, *after = NULL;

      if (is_same (was, is) || !cs_audit_changes_tells (thing->described->table, column))
        continue;
      before = tell_cell (db, column, was);
      after = tell_cell (db, column, is);
      if (!insert (db, line, thing, act, column, before, after, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
cs_audit_changes_add (CsTransaction *tx, gint64 line, GError **error)
{
  CsDb *db = cs_transaction_db (tx);
  g_autoptr (GPtrArray) changes = cs_row_changes_take (db);
  g_autoptr (GPtrArray) things = g_ptr_array_new_with_free_func (changed_free);

  if (changes->len == 0)
    return TRUE;
  if (!collect (tx, changes, things, error))
    return FALSE;
  for (guint i = 0; i < things->len; i++)
    {
      const Changed *thing = g_ptr_array_index (things, i);

      if (!cs_transaction_step (tx, changes->len + i, 2 * changes->len, error))
        return FALSE;
      /* what a thing is when it comes is what it says, until the first line that changes it */
      if (thing->before == NULL && (thing->after == NULL || thing->described->adding_is_silent))
        continue;
      if (thing->before == NULL ? !insert (db, line, thing, "add", "", NULL, NULL, error)
                                : !insert_fields (db, line, thing, error))
        return FALSE;
    }
  return TRUE;
}
