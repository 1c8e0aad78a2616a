/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/papers/minutes.h"

#include "base/text.h"

#include "base/date.h"
#include "base/error.h"
#include "base/moment.h"
#include "model/dossier-query.h"
#include "repo/closing-repo.h"
#include "repo/id-set.h"
#include "service/book/store-private.h"
#include "service/council/council-rules.h"
#include "service/papers/unit-paper-private.h"
#include "service/results/agreements.h"
#include "service/results/result-walk.h"
#include "service/papers/office.h"
#include "service/papers/paper-head.h"
#include "summary/paper/papers.h"
#include "service/council/recusals.h"
#include "service/sessions/sessions.h"
#include "summary/paper/minutes-item.h"

#include <glib/gi18n-lib.h>

/* The session while its minutes are made. */
typedef struct
{
  CsStore *store;
  CsSession *session;
  CsCouncil *council;
  GPtrArray *recusals; /* (element-type CsRecusal) */
  CsMinutes *minutes;
  GPtrArray *regulations; /* (element-type CsRegulation) (not owned): of the agenda, each once */
} Making;

static void
making_clear (Making *self)
{
  g_clear_pointer (&self->session, cs_session_free);
  g_clear_pointer (&self->council, cs_council_unref);
  g_clear_pointer (&self->recusals, g_ptr_array_unref);
  g_clear_pointer (&self->minutes, cs_minutes_free);
  g_clear_pointer (&self->regulations, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Making, making_clear)

/* --- products --- */

/* The products of the agenda while they are walked through, and what is read of all of them together. */
typedef struct
{
  CsResultWalk *walk;
  CsIdSet *evaluations;
  GPtrArray *closings;    /* (element-type GPtrArray) */
  GPtrArray *discussions; /* (element-type GPtrArray) */
} Agenda;

static void
agenda_clear (Agenda *agenda)
{
  g_clear_pointer (&agenda->walk, cs_result_walk_free);
  g_clear_pointer (&agenda->evaluations, cs_id_set_free);
  g_clear_pointer (&agenda->closings, g_ptr_array_unref);
  g_clear_pointer (&agenda->discussions, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Agenda, agenda_clear)

static gboolean
agenda_init (Agenda *agenda, CsStore *store, const CsSession *session, GError **error)
{
  GArray *keys = g_array_new (FALSE, FALSE, sizeof (CsDossierKey));
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < session->agenda->len; i++)
    {
      const CsAgendaItem *item = g_ptr_array_index (session->agenda, i);
      const CsDossierKey key = { item->dossier, item->evaluation };

      g_array_append_val (keys, key);
      g_array_append_val (ids, item->evaluation);
    }
  agenda->walk = cs_result_walk_new (store, keys);
  agenda->evaluations = cs_id_set_new (ids);
  agenda->closings = cs_closing_repo_history_of_set (store->db, agenda->evaluations, error);
  agenda->discussions =
      agenda->closings != NULL ? cs_discussion_repo_of_set (store->db, agenda->evaluations, error) : NULL;
  return agenda->discussions != NULL;
}

static gboolean
add_closed (
    Making *self, const Agenda *agenda, const CsResult *result, const CsMinutesParts *common, GError **error)
{
  GPtrArray *sheets = cs_result_walk_sheets (agenda->walk, error);
  GPtrArray *ended = sheets != NULL ? cs_result_walk_ended (agenda->walk, error) : NULL;
  GPtrArray *talks = cs_id_set_of (agenda->evaluations, agenda->discussions, result->dossier->evaluation);
  g_autofree char *proposal = result->verdict != NULL ? _cs_results_proposal (result) : NULL;
  const CsProductParts evidence = { self->council, sheets, ended, talks, common->closings, NULL };
  CsMinutesParts parts = *common;

  if (ended == NULL)
    return FALSE;
  parts.evidence = &evidence;
  parts.proposal = proposal;
  cs_minutes_add_item (self->minutes, result, &parts);
  return TRUE;
}

static gboolean
add_item (Making *self, const Agenda *agenda, const CsResult *result, GError **error)
{
  GPtrArray *closings = cs_id_set_of (agenda->evaluations, agenda->closings, result->dossier->evaluation);
  const CsMinutesParts parts = { self->session, self->council, self->recusals, closings, NULL, NULL };

  if (!g_ptr_array_find (self->regulations, result->regulation, NULL))
    g_ptr_array_add (self->regulations, (gpointer) result->regulation);
  if (result->changed != NULL && !result->dossier->rehearsal
      && !cs_closing_is_after (result->closing, self->session->id, self->session->closed_at))
    cs_paper_head_warn (&self->minutes->head, result);
  else if (result->closing != NULL && result->changed == NULL && !result->dossier->rehearsal)
    return add_closed (self, agenda, result, &parts, error);
  cs_minutes_add_item (self->minutes, result, &parts);
  return TRUE;
}

static gboolean
add_items (Making *self, GError **error)
{
  g_auto (Agenda) agenda = { NULL };

  if (!agenda_init (&agenda, self->store, self->session, error))
    return FALSE;
  for (guint i = 0; i < self->session->agenda->len; i++)
    {
      g_autoptr (CsResult) result = cs_result_walk_next (agenda.walk, error);

      if (result == NULL || !add_item (self, &agenda, result, error))
        return FALSE;
    }
  return TRUE;
}

/* --- agreement --- */

/* How harsh or mild a member was stands on no paper: the minutes say nothing about a person's judgement. */
static void
add_group (Making *self, const CsAgreementGroup *group)
{
  cs_minutes_add_agreement (self->minutes, group->form, group->products, &group->totals);
}

/* A form by itself only says more than all together where there are several. */
static gboolean
add_agreements (Making *self, GError **error)
{
  g_autoptr (GPtrArray) groups = NULL;

  if (self->minutes->head.warning != NULL)
    return TRUE; /* of sheets that were changed there are no figures */
  groups = cs_agreements_of_session (self->store, self->session, error);
  if (groups == NULL)
    return FALSE;
  for (guint i = 0; i < groups->len; i++)
    {
      const CsAgreementGroup *group = g_ptr_array_index (groups, i);
      const CsAgreementGroup *all = g_ptr_array_index (groups, 0);

      if (group->form == 0 || group->products < all->products)
        add_group (self, group);
    }
  return TRUE;
}

/* --- the whole --- */

static gboolean
load (Making *self, const CsSession *shown, GError **error)
{
  g_autoptr (GPtrArray) history = NULL;
  g_autofree char *now = cs_moment_now ();

  self->session = cs_sessions_get (self->store, shown->uuid, error);
  if (self->session == NULL)
    return FALSE;
  if (self->session->state == CS_SESSION_PLANNED)
    {
      g_set_error (
          error, CS_ERROR, CS_ERROR_FORBIDDEN,
          _ ("Session %d of the council %s was not opened yet: there is nothing to tell in minutes."),
          shown->no, shown->council);
      return FALSE;
    }
  self->council = cs_sessions_council (self->store, self->session, error);
  self->recusals =
      self->council != NULL ? cs_recusals_list (self->store, self->session->council_uuid, error) : NULL;
  history = self->recusals != NULL ? cs_councils_rules_history (self->store, self->council, error) : NULL;
  if (history == NULL)
    return FALSE;
  self->regulations = g_ptr_array_new ();
  self->minutes = cs_minutes_new (self->session, self->council, history, now);
  return TRUE;
}

/* The criteria by which the agenda is judged; those of the book where there is nothing on it. */
static gboolean
add_bases (Making *self, GError **error)
{
  if (self->regulations->len == 0)
    g_ptr_array_add (self->regulations, (gpointer) cs_store_get_current_regulation (self->store));
  for (guint i = 0; i < self->regulations->len; i++)
    {
      const CsRegulation *regulation = g_ptr_array_index (self->regulations, i);

      g_ptr_array_add (self->minutes->bases,
                       g_strdup_printf ("Căn cứ Bộ tiêu chí ban hành kèm theo Quyết định số %s%s",
                                        regulation->number, i + 1 < self->regulations->len ? ";" : ","));
    }
  return cs_paper_head_fill (&self->minutes->head, self->store, g_ptr_array_index (self->regulations, 0),
                             self->council->unit, self->session->round, error);
}

CsMinutes *
cs_minutes_of_session (CsStore *store, const CsSession *session, GError **error)
{
  g_auto (Making) self = { .store = store };

  if (!load (&self, session, error))
    return NULL;
  if (!add_items (&self, error) || !add_agreements (&self, error))
    return NULL;
  cs_minutes_conclude (self.minutes);
  if (!add_bases (&self, error) || !cs_paper_head_take_log (&self.minutes->head, store, error)
      || !cs_office_number (store, CS_PAPER_MINUTES, session->uuid, &self.minutes->head.number, error))
    return NULL;
  return g_steal_pointer (&self.minutes);
}

char *
cs_minutes_give_number (CsStore *store, const CsSession *session, const char *kind, GError **error)
{
  if (session->state != CS_SESSION_CLOSED)
    g_set_error (
        error, CS_ERROR, CS_ERROR_FORBIDDEN,
        _ ("Session %d of the council %s is not closed: a draft of its minutes gets no number. Close it"
           " first."),
        session->no, session->council);
  else if (kind == NULL || cs_text_is_blank (kind))
    g_set_error_literal (
        error, CS_ERROR, CS_ERROR_INVALID,
        _ ("The template of the minutes has no letters for numbers, such as BB. Add them as its"
           " symbol."));
  else
    return cs_office_give_number (store, session->council_uuid, CS_PAPER_MINUTES, session->uuid, kind,
                                  session->held_on, error);
  return NULL;
}
