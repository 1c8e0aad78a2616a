/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/lists.h"
#include "exchange/list-recognitions-private.h"

#include "base/error.h"
#include "base/text.h"
#include "service/council/councils.h"
#include "service/dossiers/dossiers.h"
#include "service/scoring/answer-import.h"

#include <glib/gi18n-lib.h>

gboolean
cs_list_kind_parse (const char *text, CsListKind *kind)
{
  static const char *const names[] = { "products", "members", "answers", "recognitions" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (text, names[i]) == 0)
      {
        *kind = (CsListKind) i;
        return TRUE;
      }
  return FALSE;
}

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

/* --- products --- */

static gboolean
yes (const char *cell)
{
  return g_str_equal (cell, "1") || g_ascii_strcasecmp (cell, "yes") == 0
         || g_ascii_strcasecmp (cell, "x") == 0;
}

static CsNewDossier
read_product (const CsCsvTable *table, guint row)
{
  CsNewDossier dossier = {
    .code = cell_or_null (table, row, "code"),
    .product = cs_csv_table_cell (table, row, "product"),
    .producer = cs_csv_table_cell (table, row, "producer"),
    .producer_kind = cs_csv_table_cell (table, row, "producer_kind"),
    .unit = cs_csv_table_cell (table, row, "unit"),
    .kind = cs_csv_table_cell (table, row, "kind"),
    .round = cell_or_null (table, row, "round"),
    .address = cell_or_null (table, row, "address"),
    .phone = cell_or_null (table, row, "phone"),
    .representative = cell_or_null (table, row, "representative"),
    .woman = yes (cs_csv_table_cell (table, row, "woman")),
    .minority = yes (cs_csv_table_cell (table, row, "minority")),
    .disability = yes (cs_csv_table_cell (table, row, "disability")),
  };

  if (!cs_text_to_int (cs_csv_table_cell (table, row, "form"), 1, 9999, &dossier.form))
    dossier.form = 0;
  return dossier;
}

static gboolean
import_products (
    CsStore *store, const CsCsvTable *table, GPtrArray *problems, GPtrArray *notes, GError **error)
{
  static const char *const required[] = { "product", "producer", "producer_kind", "unit",
                                          "form",    "kind",     "round",         NULL };
  g_autoptr (GArray) dossiers = g_array_new (FALSE, TRUE, sizeof (CsNewDossier));
  g_autoptr (GHashTable) codes = g_hash_table_new (g_str_hash, g_str_equal);

  if (!cs_csv_table_require (table, required, error))
    return FALSE;
  for (guint i = 0; i < table->rows->len; i++)
    {
      CsNewDossier dossier = read_product (table, i);
      const char *column = NULL;
      GError *failed = NULL;

      if (!cs_store_step (store, i, table->rows->len, error))
        return FALSE;
      if (!cs_dossiers_check_new (store, &dossier, &column, &failed))
        tell (table, i, column, failed, problems);
      else if (dossier.code != NULL && !g_hash_table_add (codes, (gpointer) dossier.code))
        cs_csv_table_problem (table, i, "code", _ ("this code stands twice in the list"), problems);
      g_array_append_val (dossiers, dossier);
    }
  return problems->len == 0 && cs_dossiers_add_many (store, dossiers, notes, error);
}

/* --- members --- */

/* A council has one chair: the one it has already, or the first of the list. */
static gboolean
is_second_chair (const CsCouncil *council, const CsNewMember *member, GHashTable *seen)
{
  if (member->role != CS_ROLE_CHAIR)
    return FALSE;
  for (guint i = 0; council != NULL && i < council->members->len; i++)
    if (((CsMember *) g_ptr_array_index (council->members, i))->role == CS_ROLE_CHAIR)
      return TRUE;
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

static int
compare_lines (gconstpointer a, gconstpointer b, gpointer name)
{
  gsize start = strlen (name) + 1;
  const char *const *left = a, *const *right = b;
  guint64 line_a = g_ascii_strtoull (*left + start, NULL, 10);
  guint64 line_b = g_ascii_strtoull (*right + start, NULL, 10);

  return (line_a > line_b) - (line_a < line_b);
}

gboolean
cs_list_import (CsStore *store,
                CsListKind kind,
                const CsCsvTable *table,
                gboolean dry_run,
                GPtrArray *problems,
                GPtrArray *notes,
                guint *n_rows,
                GError **error)
{
  GError *failed = NULL;
  gboolean good;

  *n_rows = table->rows->len + table->bad_rows->len;
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
  if (failed != NULL)
    g_propagate_error (error, failed);
  else if (!good)
    g_set_error (error, CS_ERROR, CS_ERROR_INVALID,
                 g_dngettext (GETTEXT_PACKAGE,
                              "%s: %u bad row. Nothing was imported; correct it and try again.",
                              "%s: %u bad rows. Nothing was imported; correct them and try again.",
                              problems->len),
                 table->name, problems->len);
  return good;
}
