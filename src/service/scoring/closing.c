/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/scoring/sheets-private.h"

#include "base/error.h"
#include "base/text.h"
#include "repo/closing-repo.h"
#include "repo/dossier-repo.h"
#include "service/pins/pins.h"

#include <glib/gi18n-lib.h>

static gboolean
is_complete (const CsCase *c, const CsDossier *dossier, const CsSheet *sheet, GError **error)
{
  int open = cs_sheet_next_open (sheet, 0);
  guint n = sheet->n_questions - cs_sheet_n_answered (sheet);

  if (open < 0)
    return TRUE;
  g_set_error (
      error, CS_ERROR, CS_ERROR_INVALID,
      g_dngettext (GETTEXT_PACKAGE,
                   "%s: the sheet of member %s has %u criterion open, first %s. Answer it, then submit.",
                   "%s: the sheet of member %s has %u criteria open, first %s. Answer them, then submit.", n),
      dossier->code, sheet->member_key, n, cs_form_question (c->form, (guint) open)->no);
  return FALSE;
}

gboolean
_cs_sheets_seal (
    CsCommand *command, const CsCase *c, const CsDossier *dossier, const CsSheet *sheet, GError **error)
{
  CsStore *store = command->store;
  const char *digest = _cs_store_digest (store, dossier->regulation, error);
  g_autofree char *wanted = NULL;
  g_autofree char *stored = NULL;
  g_autoptr (CsSheet) read_back = NULL;

  if (digest == NULL || !is_complete (c, dossier, sheet, error))
    return FALSE;
  wanted = cs_sheet_seal (sheet, c->form, dossier->evaluation_uuid, digest);
  if (!cs_sheet_repo_seal (command->transaction, sheet->id, command->at, wanted, error))
    return FALSE;
  read_back = cs_sheet_repo_load (store->db, sheet->id, c->form, error);
  if (read_back == NULL)
    return FALSE;
  stored = cs_sheet_seal (read_back, c->form, dossier->evaluation_uuid, digest);
  if (g_str_equal (stored, wanted))
    return TRUE;
  g_set_error (error, CS_ERROR, CS_ERROR_CORRUPT,
               _ ("%s: the stored sheet of member %s differs from what was entered. It was not submitted; "
                  "check the disk."),
               dossier->code, sheet->member_key);
  return FALSE;
}

static gboolean
refuse_closed (const CsDossier *dossier, GError **error)
{
  if (dossier->closed)
    g_set_error (error, CS_ERROR, CS_ERROR_FROZEN, _ ("%s is closed already."), dossier->code);
  return dossier->closed;
}

/* Where members open their sheets themselves, nobody hands them in for them. */
static gboolean
may_submit (CsStore *store, const CsCase *c, const CsDossier *dossier, const char *member, GError **error)
{
  if (member != NULL)
    return _cs_case_own_member (store, c, member, error) != NULL;
  if (cs_pins_are_on (store))
    g_set_error (error, CS_ERROR, CS_ERROR_FORBIDDEN,
                 _ ("%s: each member submits the own sheet with the own PIN. Name the member."),
                 dossier->code);
  return !cs_pins_are_on (store);
}

gboolean
cs_sheets_submit (CsStore *store, const CsDossier *dossier, const char *member, GError **error)
{
  g_autoptr (CsCase) c = NULL;
  g_autoptr (CsCommand) command = NULL;
  g_autofree char *count = NULL;
  guint n = 0;

  if (refuse_closed (dossier, error))
    return FALSE;
  c = _cs_case_load (store, dossier, error);
  if (c == NULL || !may_submit (store, c, dossier, member, error))
    return FALSE;
  command = _cs_command_begin (store, "sheet-submit", error);
  if (command == NULL)
    return FALSE;
  for (guint i = 0; i < c->sheets->len; i++)
    {
      const CsSheet *sheet = g_ptr_array_index (c->sheets, i);

      if (sheet->submitted || (member != NULL && !g_str_equal (sheet->member_key, member)))
        continue;
      if (!_cs_sheets_seal (command, c, dossier, sheet, error))
        return FALSE;
      n++;
    }
  if (n == 0)
    {
      g_set_error (error, CS_ERROR, CS_ERROR_NOT_FOUND, _ ("%s: there is no open sheet to submit."),
                   dossier->code);
      return FALSE;
    }
  count = g_strdup_printf ("%u", n);
  return _cs_command_commit (g_steal_pointer (&command), dossier->code, member, count,
                             CS_CHANGE_SHEETS | CS_CHANGE_EVALUATIONS, error);
}

static char *
names_of (const GPtrArray *members)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < members->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            ((CsMember *) g_ptr_array_index (members, i))->name);
  return g_string_free (names, FALSE);
}

static gboolean
refuse_long (int most, GError **error)
{
  g_set_error (error, CS_ERROR, CS_ERROR_INVALID, _ ("This text is longer than %d letters. Shorten it."),
               most);
  return FALSE;
}

/* Every ground that was raised must be decided. */
static gboolean
is_decided (CsStore *store, const CsDossier *dossier, GError **error)
{
  g_autoptr (GPtrArray) findings = cs_finding_repo_of_evaluation (store->db, dossier->evaluation, error);

  if (findings == NULL)
    return FALSE;
  for (guint i = 0; i < findings->len; i++)
    {
      const CsFinding *finding = g_ptr_array_index (findings, i);

      if (finding->state != CS_FINDING_RAISED)
        continue;
      g_set_error (
          error, CS_ERROR, CS_ERROR_FORBIDDEN,
          _ ("%s cannot be closed: the council has not decided on the ground for elimination “%s” that %s "
             "raised."),
          dossier->code, finding->ground, finding->person);
      return FALSE;
    }
  return TRUE;
}

static gboolean
may_close (const CsCase *c, const CsDossier *dossier, const char *reason, GError **error)
{
  const CsStanding *standing = c->standing;
  const CsQuorum *quorum = &standing->quorum;

  if (standing->drafting->len > 0)
    {
      g_autofree char *names = names_of (standing->drafting);

      g_set_error (error, CS_ERROR, CS_ERROR_FORBIDDEN,
                   _ ("%s cannot be closed: the sheet of %s is still open."), dossier->code, names);
      return FALSE;
    }
  if (quorum->present < quorum->needed || quorum->members == 0)
    {
      g_set_error (error, CS_ERROR, CS_ERROR_FORBIDDEN,
                   _ ("%s cannot be closed: %u of %u members have submitted and %u are needed."),
                   dossier->code, quorum->present, quorum->members, quorum->needed);
      return FALSE;
    }
  if (!quorum->met)
    {
      g_set_error (error, CS_ERROR, CS_ERROR_FORBIDDEN,
                   _ ("%s cannot be closed: neither the chair nor the vice-chair has submitted a sheet."),
                   dossier->code);
      return FALSE;
    }
  if (standing->spread_exceeded && cs_text_is_blank (reason))
    {
      g_set_error (error, CS_ERROR, CS_ERROR_FORBIDDEN,
                   _ ("%s cannot be closed: the totals of two members lie further apart than %d points. "
                      "Discuss and score "
                      "again, or close with a reason."),
                   dossier->code, c->council->rules.spread_limit);
      return FALSE;
    }
  return TRUE;
}

/* Why the silent members have no sheet: what the one who closes says, else what the session's list of
 * attendance says. A member who sits in the room and has handed in nothing must be explained. */
static GHashTable *
explain_absences (CsStore *store, const CsCase *c, const CsDossier *dossier, GHashTable *told, GError **error)
{
  g_autoptr (GHashTable) reasons = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  for (guint i = 0; i < c->standing->silent->len; i++)
    {
      const CsMember *member = g_ptr_array_index (c->standing->silent, i);
      const char *reason = told != NULL ? g_hash_table_lookup (told, member->key) : NULL;
      g_autofree char *noted = NULL;
      gboolean here = FALSE;

      if (!cs_text_fits (reason, CS_NAME_MAX))
        {
          refuse_long (CS_NAME_MAX, error);
          return NULL;
        }
      if (!cs_closing_repo_attendance (store->db, dossier->evaluation, member->id, &here, &noted, error))
        return NULL;
      if (here && cs_text_is_blank (reason))
        {
          g_set_error (error, CS_ERROR, CS_ERROR_FORBIDDEN,
                       _ ("%s cannot be closed: %s is in the session and has no sheet. Wait for it, note a "
                          "recusal, or "
                          "say why there is none."),
                       dossier->code, member->name);
          return NULL;
        }
      if (!cs_text_is_blank (reason) || noted != NULL)
        g_hash_table_insert (reasons, member->key,
                             cs_text_is_blank (reason) ? g_steal_pointer (&noted) : cs_text_clean (reason));
    }
  return g_steal_pointer (&reasons);
}

static gboolean
store_closing (CsCommand *command,
               const CsCase *c,
               const CsDossier *dossier,
               const char *reason,
               GHashTable *absences,
               GError **error)
{
  g_autoptr (CsClosing) closing = cs_standing_close (c->standing, c->council, absences);

  closing->evaluation = dossier->evaluation;
  closing->closed_at = g_strdup (command->at);
  closing->closed_by = g_strdup (command->store->person);
  closing->reason = g_strdup (reason != NULL ? reason : "");
  return cs_closing_repo_add (command->transaction, closing, error)
         && cs_dossier_repo_set_closed (command->transaction, dossier->evaluation, TRUE, error);
}

gboolean
_cs_sheets_close (CsCommand *command, const CsDossier *dossier, const CsCloseOptions *options, GError **error)
{
  const char *reason = options != NULL ? options->reason : NULL;
  g_autoptr (CsCase) c = NULL;
  g_autoptr (GHashTable) absences = NULL;

  if (refuse_closed (dossier, error) || !_cs_sheets_is_open (command->store, dossier, error))
    return FALSE;
  if (!cs_text_fits (reason, CS_TEXT_MAX))
    return refuse_long (CS_TEXT_MAX, error);
  c = _cs_case_load (command->store, dossier, error);
  if (c == NULL || !may_close (c, dossier, reason, error) || !is_decided (command->store, dossier, error))
    return FALSE;
  absences = explain_absences (command->store, c, dossier, options != NULL ? options->absences : NULL, error);
  return absences != NULL && store_closing (command, c, dossier, reason, absences, error);
}

gboolean
cs_sheets_close (CsStore *store, const CsDossier *dossier, const CsCloseOptions *options, GError **error)
{
  g_autoptr (CsCommand) command = _cs_command_begin (store, "close", error);

  return command != NULL && _cs_sheets_close (command, dossier, options, error)
         && _cs_command_commit (g_steal_pointer (&command), dossier->code, "open",
                                options != NULL ? options->reason : NULL, CS_CHANGE_EVALUATIONS, error);
}

gboolean
cs_sheets_needs_reason (CsStore *store, const CsDossier *dossier, gboolean *needs, GError **error)
{
  g_autoptr (CsCase) c = _cs_case_load (store, dossier, error);

  if (c == NULL)
    return FALSE;
  *needs = !dossier->closed && !may_close (c, dossier, NULL, NULL) && may_close (c, dossier, "-", NULL);
  return TRUE;
}

/* --- grounds for elimination --- */

GPtrArray *
cs_sheets_findings (CsStore *store, const CsDossier *dossier, GError **error)
{
  return cs_finding_repo_of_evaluation (store->db, dossier->evaluation, error);
}

gboolean
cs_sheets_add_finding (CsStore *store, const CsDossier *dossier, CsFinding *finding, GError **error)
{
  g_autoptr (CsCommand) command = NULL;
  const CsRegulation *regulation = cs_store_get_regulation (store, dossier->regulation, error);

  if (regulation == NULL)
    return FALSE;
  if (cs_text_is_blank (finding->ground) || cs_text_is_blank (finding->reason)
      || cs_text_is_blank (finding->person))
    {
      g_set_error_literal (error, CS_ERROR, CS_ERROR_INVALID,
                           _ ("An elimination needs its ground, a reason and the person who found it."));
      return FALSE;
    }
  if (!cs_text_fits (finding->ground, CS_NAME_MAX) || !cs_text_fits (finding->reason, CS_NAME_MAX)
      || !cs_text_fits (finding->person, CS_NAME_MAX))
    return refuse_long (CS_NAME_MAX, error);
  if (finding->criterion != NULL
      && cs_form_find (cs_regulation_form (regulation, dossier->form), finding->criterion) < 0)
    {
      g_set_error (error, CS_ERROR, CS_ERROR_INVALID, _ ("The form of %s has no criterion %s."),
                   dossier->code, finding->criterion);
      return FALSE;
    }
  command = _cs_command_begin (store, "eliminate", error);
  if (command == NULL || !_cs_sheets_is_open (store, dossier, error))
    return FALSE;
  g_free (finding->found_at);
  finding->found_at = g_strdup (command->at);
  return cs_finding_repo_add (command->transaction, dossier->evaluation, dossier->regulation, dossier->form,
                              finding, error)
         && _cs_command_commit (g_steal_pointer (&command), dossier->code,
                                cs_finding_state_to_text (finding->state), finding->ground,
                                CS_CHANGE_EVALUATIONS, error);
}

gboolean
cs_sheets_decide_finding (CsStore *store,
                          const CsDossier *dossier,
                          const CsFinding *finding,
                          gboolean confirmed,
                          const char *why,
                          GError **error)
{
  g_autoptr (CsCommand) command = NULL;
  g_autofree char *clean = NULL;
  CsFinding decided = *finding;

  if (!confirmed && !_cs_require_text (why, CS_NAME_MAX, _ ("The reason"), error))
    return FALSE;
  if (!cs_text_fits (why, CS_NAME_MAX))
    return refuse_long (CS_NAME_MAX, error);
  command = _cs_command_begin (store, "eliminate-decide", error);
  if (command == NULL || !_cs_sheets_is_open (store, dossier, error))
    return FALSE;
  clean = why != NULL ? cs_text_clean (why) : g_strdup ("");
  decided.state = confirmed ? CS_FINDING_CONFIRMED : CS_FINDING_DISMISSED;
  decided.decided_at = command->at;
  decided.decided_by = store->person;
  decided.decision = clean;
  return cs_finding_repo_decide (command->transaction, &decided, error)
         && _cs_command_commit (g_steal_pointer (&command), dossier->code, finding->ground,
                                cs_finding_state_to_text (decided.state), CS_CHANGE_EVALUATIONS, error);
}

gboolean
cs_sheets_remove_finding (CsStore *store, const CsDossier *dossier, const CsFinding *finding, GError **error)
{
  g_autoptr (CsCommand) command = NULL;

  command = _cs_command_begin (store, "eliminate-undo", error);
  return command != NULL && _cs_sheets_is_open (store, dossier, error)
         && cs_finding_repo_remove (command->transaction, finding->uuid, error)
         && _cs_command_commit (g_steal_pointer (&command), dossier->code, finding->ground, NULL,
                                CS_CHANGE_EVALUATIONS, error);
}
