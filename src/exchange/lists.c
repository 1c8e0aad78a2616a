/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/lists.h"
#include "exchange/list-names-private.h"
#include "exchange/list-producers-private.h"
#include "exchange/list-recognitions-private.h"

#include "base/error.h"
#include "base/text.h"
#include "service/council/councils.h"
#include "service/dossiers/dossiers.h"
#include "service/scoring/answer-import.h"

#include <glib/gi18n-lib.h>

/* NULL for an empty cell. */
static const char *
cell_or_null (const CsCsvTable *table, guint row, const char *column)
{
  const char *cell = cs_csv_table_cell (table, row, column);

  return *cell != '\0' ? cell : NULL;
}

/* A problem with the column named by the service. */
static void
tell (const CsCsvTable *table, guint row, const char *column, GError *failed, GPtrArray *problems)
{
  cs_csv_table_problem (table, row, column, failed->message, problems);
  g_error_free (failed);
}

/* "2–181, 190" of (element-type guint) numbers that rise. Returns: (transfer full) */
static char *
lines_text (const GArray *lines)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0, from; i < lines->len; i++)
    {
      from = g_array_index (lines, guint, i);
      while (i + 1 < lines->len && g_array_index (lines, guint, i + 1) <= g_array_index (lines, guint, i) + 1)
        i++;
      g_string_append_printf (text, "%s%u", text->len > 0 ? ", " : "", from);
      if (g_array_index (lines, guint, i) > from)
        g_string_append_printf (text, "–%u", g_array_index (lines, guint, i));
    }
  return g_string_free (text, FALSE);
}

static int
compare_lines (gconstpointer a, gconstpointer b, gpointer name)
{
  gsize start = strlen (name) + 1;
  const char *const *left = a, *const *right = b;
  guint64 line_a = g_ascii_strtoull (*left + start, NULL, 10);
  guint64 line_b = g_ascii_strtoull (*right + start, NULL, 10);

  return (line_a > line_b) - (line_a < line_b);
}

/* "file:line: " */
static const char *
after_line (const char *problem, const char *name)
{
  const char *end = strchr (problem + strlen (name) + 1, ':');

  return end != NULL ? end : "";
}

/* What is wrong in the same way in many rows is told once, with all its lines. @problems are in the order of
 * lines. */
static void
join_equal (GPtrArray *problems, const char *name)
{
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, NULL);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  guint kept = 0;

  for (guint i = 0; i < problems->len; i++)
    {
      char *problem = problems->pdata[i];
      guint line = (guint) g_ascii_strtoull (problem + strlen (name) + 1, NULL, 10);
      gpointer place;
      GArray *same;

      if (g_hash_table_lookup_extended (places, after_line (problem, name), NULL, &place))
        {
          g_free (problem);
          same = g_ptr_array_index (lines, GPOINTER_TO_UINT (place));
        }
      else
        {
          g_hash_table_insert (places, (gpointer) after_line (problem, name), GUINT_TO_POINTER (kept));
          problems->pdata[kept++] = problem;
          same = g_array_new (FALSE, FALSE, sizeof (guint));
          g_ptr_array_add (lines, same);
        }
      g_array_append_val (same, line);
    }
  g_hash_table_remove_all (places);
  for (guint i = kept; i < problems->len; i++)
    problems->pdata[i] = NULL;
  for (guint i = 0; i < kept; i++)
    if (((GArray *) lines->pdata[i])->len > 1)
      {
        g_autofree char *all = lines_text (lines->pdata[i]);
        g_autofree char *one = problems->pdata[i];

        problems->pdata[i] =
            g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s (%u row: lines %s)", "%s (%u rows: lines %s)",
                                          ((GArray *) lines->pdata[i])->len),
                             one, ((GArray *) lines->pdata[i])->len, all);
      }
  g_ptr_array_set_size (problems, (int) kept);
}

/* --- products --- */

static gboolean
yes (const char *cell)
{
  return g_str_equal (cell, "1") || g_ascii_strcasecmp (cell, "yes") == 0
         || g_ascii_strcasecmp (cell, "x") == 0;
}

static CsNewDossier
read_product (CsStore *store, const CsCsvTable *table, guint row, GHashTable *units)
{
  const char *unit_cell = cs_csv_table_cell (table, row, "unit");
  const CsUnit *unit = g_hash_table_lookup (units, unit_cell);
  const char *round = cell_or_null (table, row, "round");
  CsNewDossier dossier = {
    .code = cell_or_null (table, row, "code"),
    .product = cs_csv_table_cell (table, row, "product"),
    .producer = cs_csv_table_cell (table, row, "producer"),
    .producer_kind = cs_csv_table_cell (table, row, "producer_kind"),
    .unit = unit != NULL ? unit->code : cs_csv_table_cell (table, row, "unit"),
    .kind = cs_csv_table_cell (table, row, "kind"),
    .round = round != NULL ? _cs_list_find_round (store, round) : NULL,
    .address = cell_or_null (table, row, "address"),
    .phone = cell_or_null (table, row, "phone"),
    .representative = cell_or_null (table, row, "representative"),
    .registered_on = cell_or_null (table, row, "registered_on"),
    .woman = yes (cs_csv_table_cell (table, row, "woman")),
    .minority = yes (cs_csv_table_cell (table, row, "minority")),
    .disability = yes (cs_csv_table_cell (table, row, "disability")),
  };

  if (unit == NULL && (unit = _cs_list_find_unit (store, unit_cell)) != NULL)
    {
      g_hash_table_insert (units, (gpointer) unit_cell, (gpointer) unit);
      dossier.unit = unit->code;
    }
  dossier.form =
      _cs_list_find_form (cs_store_get_current_regulation (store), cs_csv_table_cell (table, row, "form"));
  return dossier;
}

/* The same product of the same producer under the same form in the same round: in the book already, or
 * further up in the list. @seen: (element-type utf8 guint): rows by what they are. Returns: FALSE with @error
 */
static gboolean
is_new (CsStore *store,
        const CsCsvTable *table,
        guint row,
        const CsNewDossier *dossier,
        GHashTable *seen,
        GPtrArray *problems,
        GError **error)
{
  g_autoptr (GError) failed = NULL;
  g_autofree char *code = cs_dossiers_find_same (store, dossier, &failed), *message = NULL;
  char *what =
      g_strdup_printf ("%s\n%s\n%s\n%s\n%d\n%s", dossier->product, dossier->producer, dossier->unit,
                       dossier->producer_kind, dossier->form, dossier->round != NULL ? dossier->round : "");
  gpointer first;

  if (g_hash_table_lookup_extended (seen, what, NULL, &first))
    {
      message = g_strdup_printf (_ ("the same product stands in line %u"),
                                 g_array_index (table->lines, guint, GPOINTER_TO_UINT (first)));
      g_free (what);
    }
  else
    g_hash_table_insert (seen, what, GUINT_TO_POINTER (row));
  if (code != NULL && message == NULL)
    message = g_strdup_printf (_ ("this product is in the book already, as %s"), code);
  if (message != NULL)
    cs_csv_table_problem (table, row, "product", message, problems);
  if (failed != NULL)
    g_propagate_error (error, g_steal_pointer (&failed));
  return failed == NULL;
}

static gboolean
import_products (
    CsStore *store, const CsCsvTable *table, GPtrArray *problems, GPtrArray *notes, GError **error)
{
  static const char *const required[] = { "product", "producer", "producer_kind", "unit",
                                          "form",    "kind",     "round",         NULL };
  g_autoptr (GArray) dossiers = g_array_new (FALSE, TRUE, sizeof (CsNewDossier));
  g_autoptr (GHashTable) codes = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) units = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (CsListProducers) producers = _cs_list_producers_new (store, table);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (!cs_csv_table_require (table, required, error))
    return FALSE;
  for (guint i = 0; i < table->rows->len; i++)
    {
      CsNewDossier dossier = read_product (store, table, i, units);
      const char *column = NULL;
      GError *failed = NULL;

      if (!cs_store_step (store, i, table->rows->len, error))
        return FALSE;
      if (dossier.form == 0)
        {
          g_autofree char *message = g_strdup_printf (_ ("“%s” is no form. Write its number or its name."),
                                                      cs_csv_table_cell (table, i, "form"));

          cs_csv_table_problem (table, i, "form", message, problems);
        }
      else if (!cs_new_dossier_check (store, &dossier, &column, &failed))
        tell (table, i, column, failed, problems);
      else if (dossier.code != NULL && !g_hash_table_add (codes, (gpointer) dossier.code))
        cs_csv_table_problem (table, i, "code", _ ("this code stands twice in the list"), problems);
      else if (!is_new (store, table, i, &dossier, seen, problems, error))
        return FALSE;
      else
        _cs_list_producers_meet (producers, i, &dossier, problems);
      g_array_append_val (dossiers, dossier);
    }
  if (problems->len > 0 || !cs_dossiers_add_many (store, dossiers, notes, error))
    return FALSE;
  join_equal (_cs_list_producers_notes (producers), table->name);
  g_ptr_array_extend_and_steal (notes, g_ptr_array_ref (_cs_list_producers_notes (producers)));
  return TRUE;
}

/* --- members --- */

/* A council has one chair: the one it has already and who has not left, or the first of the list. */
static gboolean
is_second_chair (const CsCouncil *council, const CsNewMember *member, GHashTable *seen)
{
  if (member->role != CS_ROLE_CHAIR)
    return FALSE;
  for (guint i = 0; council != NULL && i < council->members->len; i++)
    {
      const CsMember *other = g_ptr_array_index (council->members, i);

      if (other->role == CS_ROLE_CHAIR && other->left_at == NULL)
        return TRUE;
    }
  return !g_hash_table_add (seen, g_strconcat (member->council, "/", NULL));
}

static gboolean
check_member (CsStore *store,
              const CsCsvTable *table,
              guint row,
              CsNewMember *member,
              GHashTable *seen,
              GPtrArray *problems)
{
  const char *column = NULL;
  GError *failed = NULL;
  g_autoptr (CsCouncil) council = NULL;
  g_autofree char *place = g_strdup_printf ("%s/%s", member->council, member->key);

  if (!cs_role_parse (cs_csv_table_cell (table, row, "role"), &member->role))
    cs_csv_table_problem (table, row, "role", _ ("no such role; write chair, vice, member or secretary"),
                          problems);
  else if (!cs_councils_check_member (store, member, &column, &failed))
    tell (table, row, column, failed, problems);
  else if (!g_hash_table_add (seen, g_steal_pointer (&place)))
    cs_csv_table_problem (table, row, "member", _ ("this member stands twice in the list"), problems);
  else if ((council = cs_store_find_council (store, member->council, NULL)) != NULL
           && cs_council_member (council, member->key) != NULL)
    cs_csv_table_problem (table, row, "member", _ ("this member is in the council already"), problems);
  else if (is_second_chair (council, member, seen))
    cs_csv_table_problem (table, row, "role", _ ("the council has a chair already"), problems);
  else
    return TRUE;
  return FALSE;
}

static gboolean
import_members (CsStore *store, const CsCsvTable *table, GPtrArray *problems, GError **error)
{
  static const char *const required[] = { "council", "member", "name", "role", "organisation", NULL };
  g_autoptr (GArray) members = g_array_new (FALSE, TRUE, sizeof (CsNewMember));
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (!cs_csv_table_require (table, required, error))
    return FALSE;
  for (guint i = 0; i < table->rows->len; i++)
    {
      CsNewMember member = {
        .council = cs_csv_table_cell (table, i, "council"),
        .key = cs_csv_table_cell (table, i, "member"),
        .name = cs_csv_table_cell (table, i, "name"),
        .organisation = cs_csv_table_cell (table, i, "organisation"),
      };

      if (!cs_store_step (store, i, table->rows->len, error))
        return FALSE;
      if (check_member (store, table, i, &member, seen, problems))
        g_array_append_val (members, member);
    }
  return problems->len == 0 && cs_councils_add_members (store, members, error);
}

/* --- answers --- */

static gboolean
read_answer (const CsCsvTable *table, guint row, gboolean by_points, CsAnswerRow *answer, GPtrArray *problems)
{
  const char *column = by_points ? "points" : "option";
  const char *round = cs_csv_table_cell (table, row, "scoring_round");
  int number;

  answer->product = cs_csv_table_cell (table, row, "product");
  answer->member = cs_csv_table_cell (table, row, "member");
  answer->criterion = cs_csv_table_cell (table, row, "criterion");
  answer->option = CS_CHOICE_OPEN;
  answer->points = -1;
  if (!cs_text_to_int (cs_csv_table_cell (table, row, column), 0, 999, &number))
    {
      cs_csv_table_problem (table, row, column, _ ("write a whole number from 0"), problems);
      return FALSE;
    }
  *(by_points ? &answer->points : &answer->option) = number;
  if (*round != '\0' && !cs_text_to_int (round, 1, 99, &answer->scoring_round))
    {
      cs_csv_table_problem (table, row, "scoring_round", _ ("write a whole number from 1"), problems);
      return FALSE;
    }
  return TRUE;
}

static gboolean
import_answers (CsStore *store, const CsCsvTable *table, GPtrArray *problems, GError **error)
{
  static const char *const required[] = { "product", "member", "criterion", NULL };
  gboolean by_points = cs_csv_table_column (table, "option") < 0;
  const char *const choice[] = { by_points && cs_csv_table_column (table, "points") >= 0 ? "points"
                                                                                         : "option",
                                 NULL };
  g_autoptr (GArray) rows = g_array_new (FALSE, TRUE, sizeof (CsAnswerRow));
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (guint));

  if (!cs_csv_table_require (table, required, error) || !cs_csv_table_require (table, choice, error))
    return FALSE;
  for (guint i = 0; i < table->rows->len; i++)
    {
      CsAnswerRow answer = { 0 };

      if (!read_answer (table, i, by_points, &answer, problems))
        continue;
      g_array_append_val (rows, answer);
      g_array_append_val (lines, g_array_index (table->lines, guint, i));
    }
  /* also after a bad row: a person wants to see all that is wrong at once */
  return cs_answers_import (store, rows, (const guint *) (gconstpointer) lines->data, table->name, problems,
                            error);
}

gboolean
cs_list_import (CsStore *store,
                CsListKind kind,
                CsCsvTable *table,
                gboolean dry_run,
                GPtrArray *problems,
                GPtrArray *notes,
                guint *n_rows,
                GError **error)
{
  GError *failed = NULL;
  gboolean good;
  guint n_columns, n_bad;
  const CsCsvColumn *columns = cs_list_kind_columns (kind, &n_columns);

  *n_rows = table->rows->len + table->bad_rows->len;
  if (!cs_csv_table_expect (table, columns, n_columns, notes, error))
    return FALSE;
  for (guint i = 0; i < table->bad_rows->len; i++)
    g_ptr_array_add (problems, g_strdup (g_ptr_array_index (table->bad_rows, i)));
  cs_store_set_dry_run (store, dry_run);
  switch (kind)
    {
    case CS_LIST_PRODUCTS:
      good = import_products (store, table, problems, notes, &failed);
      break;
    case CS_LIST_MEMBERS:
      good = import_members (store, table, problems, &failed);
      break;
    case CS_LIST_ANSWERS:
      good = import_answers (store, table, problems, &failed);
      break;
    case CS_LIST_RECOGNITIONS:
    default:
      good = _cs_list_import_recognitions (store, table, problems, notes, &failed);
      break;
    }
  cs_store_set_dry_run (store, FALSE);
  g_ptr_array_sort_with_data (problems, compare_lines, table->name);
  n_bad = problems->len;
  join_equal (problems, table->name);
  if (failed != NULL)
    g_propagate_error (error, failed);
  else if (!good)
    g_set_error (error, CS_ERROR, CS_ERROR_INVALID,
                 g_dngettext (GETTEXT_PACKAGE,
                              "%s: %u bad row. Nothing was imported; correct it and try again.",
                              "%s: %u bad rows. Nothing was imported; correct them and try again.", n_bad),
                 table->name, n_bad);
  return good;
}
