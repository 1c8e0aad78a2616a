/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/papers/minutes.h"

#include "base/text.h"

#include "base/date.h"
#include "base/error.h"
#include "base/moment.h"
#include "model/dossier-query.h"
#include "service/council/council-rules.h"
#include "service/dossiers/dossiers.h"
#include "service/papers/unit-paper-private.h"
#include "service/results/agreements.h"
#include "service/papers/office.h"
#include "service/papers/paper-head.h"
#include "summary/paper/papers.h"
#include "service/council/recusals.h"
#include "service/results/results.h"
#include "service/scoring/reopening.h"
#include "service/scoring/rescoring.h"
#include "service/scoring/sheets.h"
#include "service/scoring/taking-back.h"
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

static gboolean
add_closed (Making *self, const CsResult *result, const CsMinutesParts *common, GError **error)
{
  const CsDossier *dossier = result->dossier;
  g_autoptr (GPtrArray) sheets = cs_sheets_list (self->store, dossier, error);
  g_autoptr (GPtrArray) ended = sheets != NULL ? cs_sheets_ended (self->store, dossier, error) : NULL;
  g_autoptr (GPtrArray) talks = ended != NULL ? cs_sheets_discussions (self->store, dossier, error) : NULL;
  g_autofree char *proposal = result->verdict != NULL ? _cs_results_proposal (result) : NULL;
  const CsProductParts evidence = { self->council, sheets, ended, talks, common->closings, NULL };
  CsMinutesParts parts = *common;

  if (talks == NULL)
    return FALSE;
  parts.evidence = &evidence;
  parts.proposal = proposal;
  cs_minutes_add_item (self->minutes, result, &parts);
  return TRUE;
}

static gboolean
add_item (Making *self, const CsAgendaItem *item, GError **error)
{
  CsDossier *dossier =
      cs_dossiers_get (self->store, (CsDossierKey){ item->dossier, item->evaluation }, error);
  g_autoptr (CsResult) result = dossier != NULL ? cs_results_of (self->store, dossier, error) : NULL;
  g_autoptr (GPtrArray) closings =
      result != NULL ? cs_evaluation_closings (self->store, result->dossier, error) : NULL;
  const CsMinutesParts parts = { self->session, self->council, self->recusals, closings, NULL, NULL };

  if (closings == NULL)
    return FALSE;
  if (!g_ptr_array_find (self->regulations, result->regulation, NULL))
    g_ptr_array_add (self->regulations, (gpointer) result->regulation);
  if (result->closing != NULL && !result->dossier->rehearsal)
    return add_closed (self, result, &parts, error);
  cs_minutes_add_item (self->minutes, result, &parts);
  return TRUE;
}

/* --- agreement --- */

static void
add_group (Making *self, const CsAgreementGroup *group)
{
  cs_minutes_add_agreement (self->minutes, group->form, group->products, &group->totals);
  for (guint i = 0; group->form == 0 && i < group->members->len; i++)
    {
      const CsSeverity *severity = g_ptr_array_index (group->members, i);

      cs_minutes_add_severity (self->minutes, severity->name,
                               severity->compared ? &severity->severity : NULL);
    }
}

/* A form by itself only says more than all together where there are several. */
static gboolean
add_agreements (Making *self, GError **error)
{
  g_autoptr (GPtrArray) groups = cs_agreements_of_session (self->store, self->session, error);

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
  for (guint i = 0; i < self.session->agenda->len; i++)
    if (!add_item (&self, g_ptr_array_index (self.session->agenda, i), error))
      return NULL;
  if (!add_agreements (&self, error))
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
