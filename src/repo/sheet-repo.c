/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "repo/sheet-repo.h"

#include "base/error.h"
#include "base/id.h"
#include "base/text.h"
#include "db/query.h"
#include "db/transaction.h"

#include <glib/gi18n-lib.h>

#define SHEET_COLUMNS                                                                                        \
  "SELECT s.id, s.uuid, s.evaluation, s.member, m.key, s.scoring_round, s.state, s.submitted_at, s.seal,"    \
  " s.entry, nullif (s.typed_by, ''), nullif (s.checked_by, ''), s.ended_at, nullif (s.ended_by, ''),"       \
  " nullif (s.end_reason, ''), m.uuid, s.seal_version FROM sheet s"                                          \
  " JOIN member m ON m.id = s.member "

#define OF_SET                                                                                               \
  " WHERE s.evaluation IN (SELECT value FROM json_each (:evaluations))"                                      \
  " AND (:member = 0 OR s.member = :member)"

static const char *const ends[] = {
  [CS_SHEET_RETURNED] = "returned", [CS_SHEET_MOVED] = "moved", [CS_SHEET_WITHDRAWN] = "withdrawn"
};

static CsSheet *
read_sheet (CsQuery *q, const CsForm *form)
{
  CsSheet *sheet = cs_sheet_new (cs_form_n_questions (form));

  sheet->id = cs_query_int (q, 0);
  sheet->uuid = cs_query_dup (q, 1);
  sheet->evaluation = cs_query_int (q, 2);
  sheet->member = cs_query_int (q, 3);
  sheet->member_key = cs_query_dup (q, 4);
  sheet->member_uuid = cs_query_dup (q, 15);
  sheet->scoring_round = (int) cs_query_int (q, 5);
  sheet->submitted_at = cs_query_dup_or_null (q, 7);
  sheet->seal = cs_query_dup_or_null (q, 8);
  sheet->seal_version = (int) cs_query_int (q, 16);
  sheet->submitted = sheet->seal != NULL;
  for (guint end = CS_SHEET_RETURNED; end < G_N_ELEMENTS (ends); end++)
    if (g_strcmp0 (cs_query_text (q, 6), ends[end]) == 0)
      sheet->end = (CsSheetEnd) end;
  cs_entry_parse (cs_query_text (q, 9), &sheet->entry);
  sheet->typed_by = cs_query_dup_or_null (q, 10);
  sheet->checked_by = cs_query_dup_or_null (q, 11);
  sheet->ended_at = cs_query_dup_or_null (q, 12);
  sheet->ended_by = cs_query_dup_or_null (q, 13);
  sheet->end_reason = cs_query_dup_or_null (q, 14);
  return sheet;
}

/* As cs_form_find(), for answers that come in the order of the form: @next is where the last one was left. */
static int
find_next (const CsForm *form, const char *no, guint *next)
{
  int i = *next < cs_form_n_questions (form) && g_str_equal (cs_form_question (form, *next)->no, no)
              ? (int) *next
              : cs_form_find (form, no);

  *next = (guint) (i + 1);
  return i;
}

/* Takes the answer or note of a row: number of the criterion, option, note. */
static void
take_answer (CsSheet *sheet, const CsForm *form, CsQuery *q, guint *next)
{
  int i = find_next (form, cs_query_text (q, 1), next);

  if (i < 0)
    return; /* a criterion of another form: cs_store_check() names it */
  if (!cs_query_is_null (q, 2)
      && cs_criterion_accepts (cs_form_question (form, (guint) i), (int) cs_query_int (q, 2)))
    sheet->choices[i] = (int) cs_query_int (q, 2);
  if (!cs_query_is_null (q, 3) && sheet->notes[i] == NULL)
    sheet->notes[i] = cs_query_dup (q, 3);
}

/* What is read of a sheet goes by its row. */
typedef struct
{
  CsSheet *sheet; /* (not owned) */
  const CsForm *form;
} Found;

/* The answers of all sheets that were @found, in one query. */
static gboolean
load_answers (CsDb *db, const CsIdSet *evaluations, gint64 member, GHashTable *found, GError **error)
{
  CsQuery *q =
      cs_query (db, "SELECT s.id, c.no, a.option, NULL FROM sheet s JOIN answer a ON a.sheet = s.id"
                    " JOIN criterion c ON c.id = a.criterion" OF_SET " UNION ALL"
                    " SELECT s.id, c.no, NULL, n.note FROM sheet s JOIN answer_note n ON n.sheet = s.id"
                    " JOIN criterion c ON c.id = n.criterion" OF_SET);
  const Found *of = NULL;
  gint64 last = 0;
  guint next = 0;

  cs_query_set_text (q, ":evaluations", cs_id_set_json (evaluations));
  cs_query_set_int (q, ":member", member);
  while (cs_query_next (q))
    {
      gint64 id = cs_query_int (q, 0);

      if (id != last)
        {
          of = g_hash_table_lookup (found, &id);
          last = id;
          next = 0;
        }
      /* those that were taken back, or those that were not, are not asked for */
      if (of != NULL)
        take_answer (of->sheet, of->form, q, &next);
    }
  return cs_query_done (q, error);
}

static void
add_found (GHashTable *found, CsSheet *sheet, const CsForm *form)
{
  Found *of = g_new (Found, 1);

  *of = (Found){ sheet, form };
  g_hash_table_insert (found, &sheet->id, of);
}

/* @ended: whether those that were taken back are wanted, or the others */
static GPtrArray *
load_sheets (CsDb *db,
             const CsIdSet *evaluations,
             const CsForm *const *forms,
             gint64 member,
             gboolean ended,
             GError **error)
{
  g_autoptr (GPtrArray) lists = cs_id_set_lists (evaluations, (GDestroyNotify) cs_sheet_free);
  g_autoptr (GHashTable) found = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  CsQuery *q =
      cs_query (db, SHEET_COLUMNS OF_SET " AND (s.ended_at IS NOT NULL) = :ended"
                                         " ORDER BY s.evaluation, m.position, s.scoring_round, s.id");

  cs_query_set_text (q, ":evaluations", cs_id_set_json (evaluations));
  cs_query_set_int (q, ":member", member);
  cs_query_set_int (q, ":ended", ended != FALSE);
  while (cs_query_next (q))
    {
      guint place = (guint) cs_id_set_place (evaluations, cs_query_int (q, 2));
      CsSheet *sheet = read_sheet (q, forms[place]);

      g_ptr_array_add (g_ptr_array_index (lists, place), sheet);
      add_found (found, sheet, forms[place]);
    }
  if (!cs_query_done (q, error)
      || (g_hash_table_size (found) > 0 && !load_answers (db, evaluations, member, found, error)))
    return NULL;
  return g_steal_pointer (&lists);
}

static GPtrArray *
load_sheets_of_one (
    CsDb *db, gint64 evaluation, const CsForm *form, gint64 member, gboolean ended, GError **error)
{
  g_autoptr (CsIdSet) one = cs_id_set_new_one (evaluation);
  g_autoptr (GPtrArray) lists = load_sheets (db, one, &form, member, ended, error);

  return lists != NULL ? g_ptr_array_ref (g_ptr_array_index (lists, 0)) : NULL;
}

GPtrArray *
cs_sheet_repo_of_set (CsDb *db, const CsIdSet *evaluations, const CsForm *const *forms, GError **error)
{
  return load_sheets (db, evaluations, forms, 0, FALSE, error);
}

GPtrArray *
cs_sheet_repo_ended_of_set (CsDb *db, const CsIdSet *evaluations, const CsForm *const *forms, GError **error)
{
  return load_sheets (db, evaluations, forms, 0, TRUE, error);
}

GPtrArray *
cs_sheet_repo_of_member (CsDb *db, gint64 evaluation, const CsForm *form, gint64 member, GError **error)
{
  return load_sheets_of_one (db, evaluation, form, member, FALSE, error);
}

GPtrArray *
cs_sheet_repo_ended (CsDb *db, gint64 evaluation, const CsForm *form, GError **error)
{
  return load_sheets_of_one (db, evaluation, form, 0, TRUE, error);
}

CsSheet *
cs_sheet_repo_load (CsDb *db, gint64 id, const CsForm *form, GError **error)
{
  g_autoptr (CsSheet) sheet = NULL;
  g_autoptr (GHashTable) found = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  g_autoptr (CsIdSet) one = NULL;
  CsQuery *q = cs_query (db, SHEET_COLUMNS "WHERE s.id = :id");

  cs_query_set_int (q, ":id", id);
  if (cs_query_next (q))
    sheet = read_sheet (q, form);
  if (!cs_query_done (q, error))
    return NULL;
  if (sheet == NULL)
    {
      g_set_error_literal (error, CS_ERROR, CS_ERROR_NOT_FOUND,
                           _ ("This score sheet is no longer in the book."));
      return NULL;
    }
  one = cs_id_set_new_one (sheet->evaluation);
  add_found (found, sheet, form);
  return load_answers (db, one, sheet->member, found, error) ? g_steal_pointer (&sheet) : NULL;
}

gboolean
cs_sheet_repo_add (CsTransaction *tx, CsSheet *sheet, GError **error)
{
  CsDb *db = cs_transaction_db (tx);
  CsQuery *q = cs_query (db, "INSERT INTO sheet (uuid, evaluation, member, scoring_round, entry,"
                             " typed_by, checked_by) VALUES (:uuid, :evaluation, :member, :round, :entry,"
                             " coalesce (:typed, ''), coalesce (:checked, ''))");

  if (sheet->uuid == NULL)
    sheet->uuid = cs_id_new ();
  cs_query_set_text (q, ":uuid", sheet->uuid);
  cs_query_set_int (q, ":evaluation", sheet->evaluation);
  cs_query_set_int (q, ":member", sheet->member);
  cs_query_set_int (q, ":round", sheet->scoring_round);
  cs_query_set_text (q, ":entry", cs_entry_to_text (sheet->entry));
  cs_query_set_text (q, ":typed", sheet->typed_by);
  cs_query_set_text (q, ":checked", sheet->checked_by);
  if (!cs_query_run (q, error))
    return FALSE;
  sheet->id = cs_db_last_id (db);
  return TRUE;
}

static void
set_place (CsQuery *q, gint64 sheet, const char *regulation, int form, const char *criterion)
{
  cs_query_set_int (q, ":sheet", sheet);
  cs_query_set_text (q, ":regulation", regulation);
  cs_query_set_int (q, ":form", form);
  cs_query_set_text (q, ":no", criterion);
}

#define PLACE "(SELECT id FROM criterion WHERE regulation = :regulation AND form = :form AND no = :no)"

gboolean
cs_sheet_repo_choose (CsTransaction *tx,
                      gint64 sheet,
                      const char *regulation,
                      int form,
                      const char *criterion,
                      int choice,
                      GError **error)
{
  CsDb *db = cs_transaction_db (tx);
  CsQuery *q;

  if (choice == CS_CHOICE_OPEN)
    {
      q = cs_query (db, "DELETE FROM answer WHERE sheet = :sheet AND criterion = " PLACE);
      set_place (q, sheet, regulation, form, criterion);
      return cs_query_run (q, error);
    }
  q = cs_query (db, "INSERT INTO answer VALUES (:sheet, " PLACE ", :option)"
                    " ON CONFLICT (sheet, criterion) DO UPDATE SET option = excluded.option");
  set_place (q, sheet, regulation, form, criterion);
  cs_query_set_int (q, ":option", choice);
  return cs_query_run (q, error);
}

gboolean
cs_sheet_repo_fill (CsTransaction *tx,
                    gint64 sheet,
                    const char *regulation,
                    const CsForm *form,
                    const int *choices,
                    GError **error)
{
  /* a number that the form does not have finds no row, and its answer no criterion: that is refused */
  CsQuery *q =
      cs_query (cs_transaction_db (tx),
                "INSERT INTO answer SELECT :sheet, c.id, v.value FROM json_each (:choices) v"
                " LEFT JOIN criterion c ON c.regulation = :regulation AND c.form = :form AND c.no = v.key");
  g_autoptr (GString) json = g_string_new ("{");

  /* numbers of criteria are digits and points, see regulation.xsd */
  for (guint i = 0; i < cs_form_n_questions (form); i++)
    if (choices[i] != CS_CHOICE_OPEN)
      g_string_append_printf (json, "%s\"%s\":%d", json->len > 1 ? "," : "", cs_form_question (form, i)->no,
                              choices[i]);
  g_string_append_c (json, '}');
  cs_query_set_int (q, ":sheet", sheet);
  cs_query_set_text (q, ":choices", json->str);
  cs_query_set_text (q, ":regulation", regulation);
  cs_query_set_int (q, ":form", form->no);
  return cs_query_run (q, error);
}

gboolean
cs_sheet_repo_note (CsTransaction *tx,
                    gint64 sheet,
                    const char *regulation,
                    int form,
                    const char *criterion,
                    const char *note,
                    GError **error)
{
  CsDb *db = cs_transaction_db (tx);
  CsQuery *q;

  if (cs_text_is_blank (note))
    {
      q = cs_query (db, "DELETE FROM answer_note WHERE sheet = :sheet AND criterion = " PLACE);
      set_place (q, sheet, regulation, form, criterion);
      return cs_query_run (q, error);
    }
  q = cs_query (db, "INSERT INTO answer_note VALUES (:sheet, " PLACE ", :note)"
                    " ON CONFLICT (sheet, criterion) DO UPDATE SET note = excluded.note");
  set_place (q, sheet, regulation, form, criterion);
  cs_query_set_text (q, ":note", note);
  return cs_query_run (q, error);
}

gboolean
cs_sheet_repo_read (CsDb *db,
                    gint64 sheet,
                    const char *regulation,
                    int form,
                    const char *criterion,
                    int *choice,
                    char **note,
                    GError **error)
{
  CsQuery *q =
      cs_query (db, "SELECT (SELECT option FROM answer WHERE sheet = :sheet AND criterion = c.id),"
                    " (SELECT note FROM answer_note WHERE sheet = :sheet AND criterion = c.id)"
                    " FROM criterion c WHERE c.regulation = :regulation AND c.form = :form AND c.no = :no");

  *choice = CS_CHOICE_OPEN;
  *note = NULL;
  set_place (q, sheet, regulation, form, criterion);
  if (cs_query_next (q))
    {
      if (!cs_query_is_null (q, 0))
        *choice = (int) cs_query_int (q, 0);
      *note = cs_query_dup_or_null (q, 1);
    }
  return cs_query_done (q, error);
}

gboolean
cs_sheet_repo_seal (CsTransaction *tx, gint64 sheet, const char *at, const char *seal, GError **error)
{
  CsQuery *q = cs_query (cs_transaction_db (tx),
                         "UPDATE sheet SET state = 'submitted', submitted_at = :at, seal = :seal,"
                         " seal_version = :version WHERE id = :id AND state = 'draft'");

  cs_query_set_int (q, ":id", sheet);
  cs_query_set_text (q, ":at", at);
  cs_query_set_text (q, ":seal", seal);
  cs_query_set_int (q, ":version", CS_SEAL_VERSION);
  return cs_query_run_changed (q, error);
}

gboolean
cs_sheet_repo_end (CsTransaction *tx,
                   gint64 sheet,
                   CsSheetEnd end,
                   const char *at,
                   const char *who,
                   const char *reason,
                   GError **error)
{
  CsQuery *q =
      cs_query (cs_transaction_db (tx), "UPDATE sheet SET state = :state, ended_at = :at, ended_by = :who,"
                                        " end_reason = :reason WHERE id = :id AND ended_at IS NULL");

  cs_query_set_int (q, ":id", sheet);
  cs_query_set_text (q, ":state", ends[end]);
  cs_query_set_text (q, ":at", at);
  cs_query_set_text (q, ":who", who);
  cs_query_set_text (q, ":reason", reason);
  return cs_query_run_changed (q, error);
}

GPtrArray *
cs_ground_repo_of_set (CsDb *db, const CsIdSet *evaluations, GError **error)
{
  g_autoptr (GPtrArray) lists = cs_id_set_lists (evaluations, (GDestroyNotify) cs_ground_free);
  CsQuery *q =
      cs_query (db, "SELECT f.uuid, c.no, f.ground, f.reason, f.person, f.found_at,"
                    " f.state, f.decided_at, nullif (f.decided_by, ''), nullif (f.decision, ''), f.evaluation"
                    " FROM finding f LEFT JOIN criterion c ON c.id = f.criterion"
                    " WHERE f.evaluation IN (SELECT value FROM json_each (:evaluations)) ORDER BY f.id");

  cs_query_set_text (q, ":evaluations", cs_id_set_json (evaluations));
  while (cs_query_next (q))
    {
      CsGround *ground = g_new0 (CsGround, 1);

      ground->uuid = cs_query_dup (q, 0);
      ground->criterion = cs_query_dup_or_null (q, 1);
      ground->text = cs_query_dup (q, 2);
      ground->reason = cs_query_dup (q, 3);
      ground->person = cs_query_dup (q, 4);
      ground->found_at = cs_query_dup (q, 5);
      cs_ground_state_parse (cs_query_text (q, 6), &ground->state);
      ground->decided_at = cs_query_dup_or_null (q, 7);
      ground->decided_by = cs_query_dup_or_null (q, 8);
      ground->decision = cs_query_dup_or_null (q, 9);
      g_ptr_array_add (cs_id_set_of (evaluations, lists, cs_query_int (q, 10)), ground);
    }
  return cs_query_done (q, error) ? g_steal_pointer (&lists) : NULL;
}

GPtrArray *
cs_ground_repo_of_evaluation (CsDb *db, gint64 evaluation, GError **error)
{
  g_autoptr (CsIdSet) one = cs_id_set_new_one (evaluation);
  g_autoptr (GPtrArray) lists = cs_ground_repo_of_set (db, one, error);

  return lists != NULL ? g_ptr_array_ref (g_ptr_array_index (lists, 0)) : NULL;
}

gboolean
cs_ground_repo_add (CsTransaction *tx,
                    gint64 evaluation,
                    const char *regulation,
                    int form,
                    const CsGround *ground,
                    GError **error)
{
  CsQuery *q = cs_query (cs_transaction_db (tx),
                         "INSERT INTO finding (uuid, evaluation, criterion, ground, reason, person, found_at,"
                         " state) VALUES (:uuid, :sheet, " PLACE ", :ground, :reason, :person, :at, :state)");

  set_place (q, evaluation, regulation, form, ground->criterion);
  cs_query_set_text (q, ":uuid", ground->uuid);
  cs_query_set_text (q, ":ground", ground->text);
  cs_query_set_text (q, ":reason", ground->reason);
  cs_query_set_text (q, ":person", ground->person);
  cs_query_set_text (q, ":at", ground->found_at);
  cs_query_set_text (q, ":state", cs_ground_state_to_text (ground->state));
  return cs_query_run (q, error);
}

gboolean
cs_ground_repo_decide (CsTransaction *tx, const CsGround *ground, GError **error)
{
  CsQuery *q = cs_query (cs_transaction_db (tx),
                         "UPDATE finding SET state = :state, decided_at = :at, decided_by = :by,"
                         " decision = :decision WHERE uuid = :uuid AND state = 'raised'");

  cs_query_set_text (q, ":uuid", ground->uuid);
  cs_query_set_text (q, ":state", cs_ground_state_to_text (ground->state));
  cs_query_set_text (q, ":at", ground->decided_at);
  cs_query_set_text (q, ":by", ground->decided_by);
  cs_query_set_text (q, ":decision", ground->decision);
  return cs_query_run_changed (q, error);
}

gboolean
cs_ground_repo_remove (CsTransaction *tx, const char *uuid, GError **error)
{
  CsQuery *q = cs_query (cs_transaction_db (tx), "DELETE FROM finding WHERE uuid = :uuid");

  cs_query_set_text (q, ":uuid", uuid);
  return cs_query_run_changed (q, error);
}
