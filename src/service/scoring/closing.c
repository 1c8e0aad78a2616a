/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/scoring/closing.h"
#include "service/scoring/evaluation-state-private.h"

#include "base/date.h"
#include "base/error.h"
#include "base/text.h"
#include "repo/closing-repo.h"
#include "repo/dossier-repo.h"
#include "rules/outcome.h"
#include "service/book/refusal-private.h"
#include "service/scoring/closing-private.h"
#include "service/scoring/taking-back-private.h"

#include <glib/gi18n-lib.h>

static char *
names_of (const GPtrArray *members)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < members->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            ((CsMember *) g_ptr_array_index (members, i))->name);
  return g_string_free (names, FALSE);
}

/* Every ground that was raised must be decided. */
static gboolean
is_decided (const CsEvaluationState *c, const CsDossier *dossier, GError **error)
{
  for (guint i = 0; i < c->grounds->len; i++)
    {
      const CsGround *ground = g_ptr_array_index (c->grounds, i);

      if (ground->state != CS_GROUND_RAISED)
        continue;
      g_set_error (
          error, CS_ERROR, CS_ERROR_FORBIDDEN,
          _ ("%s cannot be closed: the council has not decided on the ground for elimination “%s” that %s "
             "raised."),
          dossier->code, ground->text, ground->person);
      return FALSE;
    }
  return TRUE;
}

static gboolean
may_close (const CsEvaluationState *c, const CsDossier *dossier, const char *reason, GError **error)
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

/* Returns: (transfer none) (nullable): why the member's draft was taken away, if the last one was. */
static const char *
withdrawn_reason (const GPtrArray *ended, const CsMember *member)
{
  const CsSheet *last = NULL;

  for (guint i = 0; i < ended->len; i++)
    {
      const CsSheet *sheet = g_ptr_array_index (ended, i);

      if (sheet->member == member->id && sheet->end == CS_SHEET_WITHDRAWN
          && (last == NULL || sheet->id > last->id))
        last = sheet;
    }
  return last != NULL ? last->end_reason : NULL;
}

/* Drafts of members who are said to be absent, by the one who closes or by the session's list, are taken away
 * with that reason. Returns: (transfer full) (nullable): the state after it, @c when nothing was begun; NULL
 * with @error */
static CsEvaluationState *
take_drafts_away (
    CsCommand *command, CsEvaluationState *c, const CsDossier *dossier, GHashTable *told, GError **error)
{
  g_autoptr (CsEvaluationState) before = c;
  guint n = 0;

  for (guint i = 0; i < c->standing->drafting->len; i++)
    {
      const CsMember *member = g_ptr_array_index (c->standing->drafting, i);
      const char *reason = told != NULL ? g_hash_table_lookup (told, member->uuid) : NULL;
      g_autofree char *noted = NULL;
      gboolean here = FALSE;

      if (!cs_closing_repo_attendance (command->store->db, dossier->evaluation, member->id, &here, &noted,
                                       error))
        return NULL;
      if (cs_text_is_blank (reason))
        reason = here ? NULL : noted;
      if (reason == NULL)
        continue;
      /* what the list of attendance says was settled in the session */
      if (reason != noted && !_cs_sheets_may_withdraw (command->store, c, dossier, member, error))
        return NULL;
      if (!_cs_require_fits (reason, CS_NAME_MAX, error)
          || !_cs_sheets_withdraw (command, c, dossier, member, reason, error))
        return NULL;
      n++;
    }
  return n == 0 ? g_steal_pointer (&before) : _cs_state_load (command->store, dossier, error);
}

/* Why the silent members have no sheet: what the one who closes says, else why their draft was taken away,
 * else what the session's list of attendance says. A member who sits in the room and has handed in nothing
 * must be explained. */
static GHashTable *
explain_absences (
    CsStore *store, const CsEvaluationState *c, const CsDossier *dossier, GHashTable *told, GError **error)
{
  g_autoptr (GHashTable) reasons = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  g_autoptr (GPtrArray) ended = cs_sheet_repo_ended (store->db, dossier->evaluation, c->form, error);

  if (ended == NULL)
    return NULL;
  for (guint i = 0; i < c->standing->silent->len; i++)
    {
      const CsMember *member = g_ptr_array_index (c->standing->silent, i);
      const char *reason = told != NULL ? g_hash_table_lookup (told, member->uuid) : NULL;
      g_autofree char *noted = NULL;
      gboolean here = FALSE;

      if (!_cs_require_fits (reason, CS_NAME_MAX, error))
        return NULL;
      if (cs_text_is_blank (reason))
        reason = withdrawn_reason (ended, member);
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
        g_hash_table_insert (reasons, member->uuid,
                             cs_text_is_blank (reason) ? g_steal_pointer (&noted) : cs_text_clean (reason));
    }
  return g_steal_pointer (&reasons);
}

/* Returns: (transfer full) (nullable): the last day on which a member handed in the own sheet: what others
 * typed or listed was typed at any time after the council met. */
static char *
last_own_day (const CsEvaluationState *c)
{
  g_autofree char *last = NULL;

  for (guint i = 0; i < c->standing->counted->len; i++)
    {
      const CsSheet *sheet = g_ptr_array_index (c->standing->counted, i);
      g_autofree char *day = sheet->entry == CS_ENTRY_OWN ? cs_date_of_moment (sheet->submitted_at) : NULL;

      if (day == NULL || (last != NULL && strcmp (day, last) <= 0))
        continue;
      g_free (last);
      last = g_steal_pointer (&day);
    }
  return g_steal_pointer (&last);
}

static gboolean
is_possible_day (
    const CsDossier *dossier, const char *day, const char *earliest, const char *held_on, GError **error)
{
  g_autofree char *told = cs_date_to_display (day), *border = NULL;

  if (!_cs_require_past_day (NULL, NULL, day, error))
    return FALSE;
  if (held_on != NULL && !g_str_equal (day, held_on))
    {
      border = cs_date_to_display (held_on);
      g_set_error (error, CS_ERROR, CS_ERROR_INVALID,
                   _ ("%s is on the agenda of the session of %s and is closed on its day."), dossier->code,
                   border);
    }
  else if (earliest != NULL && strcmp (day, earliest) < 0)
    {
      border = cs_date_to_display (earliest);
      g_set_error (error, CS_ERROR, CS_ERROR_INVALID,
                   _ ("%s cannot be closed on %s: a member handed the own sheet in on %s."), dossier->code,
                   told, border);
    }
  else
    return TRUE;
  return FALSE;
}

/* When the council closed it, and the moment that stands in the book, which is never before the session's
 * opening.
 * @moment: (out) (transfer full). Returns: (transfer full): the day, NULL with @error */
static char *
settle_day (CsCommand *command,
            const CsEvaluationState *c,
            const CsDossier *dossier,
            const char *wanted,
            char **moment,
            GError **error)
{
  g_autofree char *today = cs_date_of_moment (command->at), *earliest = last_own_day (c);
  g_autofree char *held_on = NULL, *opened_at = NULL;
  const char *day;

  if (!cs_closing_repo_session (command->store->db, dossier->evaluation, &held_on, &opened_at, error)
      || (wanted != NULL && !is_possible_day (dossier, wanted, earliest, held_on, error)))
    return NULL;
  *moment = g_strdup (opened_at != NULL && strcmp (opened_at, command->at) > 0 ? opened_at : command->at);
  day = wanted != NULL ? wanted : held_on != NULL && strcmp (held_on, today) < 0 ? held_on : today;
  return g_strdup (wanted == NULL && earliest != NULL && strcmp (earliest, day) > 0 ? earliest : day);
}

static gboolean
store_closing (CsCommand *command,
               const CsEvaluationState *c,
               const CsDossier *dossier,
               const char *reason,
               const char *wanted_day,
               GHashTable *absences,
               GError **error)
{
  g_autoptr (CsClosing) closing = cs_standing_close (c->standing, c->council, absences);

  g_autoptr (CsVerdict) verdict = cs_standing_verdict (c->standing, c->regulation, c->form,
                                                       &c->council->rules, _cs_state_is_eliminated (c));

  closing->outcome = cs_outcome_of (verdict, cs_regulation_level (c->regulation, c->council->level));
  closing->evaluation = dossier->evaluation;
  closing->day = settle_day (command, c, dossier, wanted_day, &closing->closed_at, error);
  if (closing->day == NULL)
    return FALSE;
  closing->closed_by = g_strdup (command->who);
  closing->reason = g_strdup (reason != NULL ? reason : "");
  return cs_closing_repo_add (command->transaction, closing, error)
         && cs_dossier_repo_set_closed (command->transaction, dossier->evaluation, TRUE, error);
}

gboolean
_cs_evaluation_close (CsCommand *command,
                      const CsDossier *dossier,
                      const CsCloseOptions *options,
                      GError **error)
{
  const char *reason = options != NULL ? options->reason : NULL;
  g_autoptr (CsEvaluationState) c = NULL;
  g_autoptr (GHashTable) absences = NULL;

  if (_cs_evaluation_refuse_closed (dossier, error)
      || !_cs_evaluation_is_open (command->store, dossier, error))
    return FALSE;
  if (!_cs_require_fits (reason, CS_TEXT_MAX, error))
    return FALSE;
  c = _cs_state_load (command->store, dossier, error);
  if (c != NULL)
    c = take_drafts_away (command, g_steal_pointer (&c), dossier, options != NULL ? options->absences : NULL,
                          error);
  if (c == NULL || !may_close (c, dossier, reason, error) || !is_decided (c, dossier, error))
    return FALSE;
  absences = explain_absences (command->store, c, dossier, options != NULL ? options->absences : NULL, error);
  return absences != NULL
         && store_closing (command, c, dossier, reason, options != NULL ? options->day : NULL, absences,
                           error);
}

gboolean
cs_evaluation_close (CsStore *store, const CsDossier *dossier, const CsCloseOptions *options, GError **error)
{
  g_autoptr (CsCommand) command = _cs_command_begin (store, "close", error);

  return command != NULL && _cs_evaluation_close (command, dossier, options, error)
         && _cs_command_commit (g_steal_pointer (&command), dossier->code, dossier->uuid, "open",
                                options != NULL ? options->reason : NULL, CS_CHANGE_EVALUATIONS, error);
}

gboolean
cs_evaluation_needs_reason (CsStore *store, const CsDossier *dossier, gboolean *needs, GError **error)
{
  g_autoptr (CsEvaluationState) c = _cs_state_load (store, dossier, error);

  if (c == NULL)
    return FALSE;
  *needs = !dossier->closed && !may_close (c, dossier, NULL, NULL) && may_close (c, dossier, "-", NULL);
  return TRUE;
}
