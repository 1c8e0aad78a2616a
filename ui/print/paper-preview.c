/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/print/paper-preview.h"

#include "base/error.h"
#include "exchange/library.h"
#include "service/papers/unit-paper.h"
#include "ui/widgets/feedback.h"
#include "ui/print/preview-window.h"
#include "report/papers/papers.h"
#include "service/dossiers/dossiers.h"
#include "service/papers/minutes.h"
#include "service/papers/product-papers.h"
#include "service/sessions/sessions.h"
#include "summary/paper/papers.h"

#include <glib/gi18n-lib.h>

#define AGREEMENT "agreement" /* a template of minutes */

/* The paper says it too, somewhere among its lines. */
static void
warn (GtkWidget *from, const CsPaperHead *head)
{
  g_autoptr (GError) error = NULL;

  if (head->warning == NULL)
    return;
  error = g_error_new_literal (CS_ERROR, CS_ERROR_CORRUPT, head->warning);
  cs_feedback_error (from, _ ("A Product on the Paper Has No Result"), error);
}

/* --- of a unit --- */

#define STEP 64 /* products at a time */

/* A summary in the making, which may be of thousands of products. */
typedef struct
{
  GWeakRef window;
  CsUnitPaper *paper;
  CsTemplate *template;
} Making;

static void
making_free (gpointer data)
{
  Making *making = data;

  g_weak_ref_clear (&making->window);
  cs_unit_paper_free (making->paper);
  cs_template_unref (making->template);
  g_free (making);
}

static gboolean
step_cb (gpointer data)
{
  Making *making = data;
  g_autoptr (CsPreviewWindow) window = g_weak_ref_get (&making->window);
  g_autoptr (CsUnitSummary) summary = NULL;
  g_autoptr (CsDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  gboolean more = FALSE;

  if (window == NULL || gtk_widget_in_destruction (GTK_WIDGET (window)))
    return G_SOURCE_REMOVE;
  if (cs_unit_paper_step (making->paper, STEP, &more, &error) && more)
    return G_SOURCE_CONTINUE;
  summary = error == NULL ? cs_unit_paper_take (making->paper, &error) : NULL;
  document = summary != NULL ? cs_summary_paper_new (summary, making->template) : NULL;
  cs_preview_window_take (window, document, error);
  if (document != NULL)
    warn (GTK_WIDGET (window), &summary->head);
  return G_SOURCE_REMOVE;
}

void
cs_paper_preview_summary (GtkWidget *from, CsStore *store, const char *unit, const char *round)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsTemplate) template = cs_library_template (CS_PAPER_SUMMARY, CS_PAPER_SUMMARY, &error);
  CsUnitPaper *paper = template != NULL ? cs_unit_paper_new (store, unit, round, &error) : NULL;
  const CsPaperHead *head;
  g_autofree char *title = NULL;
  Making *making;

  if (paper == NULL)
    {
      cs_feedback_error (from, _ ("The summary could not be made"), error);
      return;
    }
  head = cs_unit_paper_get_head (paper);
  /* Translators: unit and round or year; also the name of the file */
  title = g_strdup_printf (_ ("Summary %s, %s"), head->unit, head->round);
  making = g_new0 (Making, 1);
  g_weak_ref_init (&making->window, cs_preview_window_wait (from, title));
  making->paper = paper;
  making->template = g_steal_pointer (&template);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, step_cb, making, making_free);
}

void
cs_paper_preview_table (GtkWidget *from, CsStore *store, const char *code, const char *round)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) dossier = cs_dossiers_by_code (store, code, round, &error);
  g_autoptr (CsTemplate) template =
      dossier != NULL ? cs_library_template (CS_PAPER_TABLE, CS_PAPER_TABLE, &error) : NULL;
  g_autoptr (CsProductSummary) summary =
      template != NULL ? cs_product_papers_table (store, dossier, &error) : NULL;
  g_autoptr (CsDocument) document = NULL;
  g_autofree char *title = NULL;

  if (summary == NULL)
    {
      cs_feedback_error (from, _ ("The table could not be made"), error);
      return;
    }
  document = cs_product_paper_new (summary, template);
  /* Translators: the council's table of a product; also the name of the file */
  title = g_strdup_printf (_ ("Table of %s"), dossier->product);
  cs_preview_window_present (from, document, title);
}

/* Returns: (transfer full) (nullable): the member's sheet; who has not begun gets the empty form. */
static CsSheetSummary *
make_sheet (CsStore *store, const CsDossier *dossier, const char *member, GError **error)
{
  g_autoptr (GError) missing = NULL;
  CsSheetWanted wanted = { .member = member };
  CsSheetSummary *summary = cs_product_papers_sheet (store, dossier, &wanted, &missing);

  if (summary != NULL)
    return summary;
  wanted.blank = TRUE;
  if (!dossier->closed && g_error_matches (missing, CS_ERROR, CS_ERROR_NOT_FOUND))
    return cs_product_papers_sheet (store, dossier, &wanted, error);
  g_propagate_error (error, g_steal_pointer (&missing));
  return NULL;
}

void
cs_paper_preview_sheet (
    GtkWidget *from, CsStore *store, const char *code, const char *round, const char *member)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) dossier = cs_dossiers_by_code (store, code, round, &error);
  g_autoptr (CsTemplate) template =
      dossier != NULL ? cs_library_template (CS_PAPER_SHEET, CS_PAPER_SHEET, &error) : NULL;
  g_autoptr (CsSheetSummary) summary = template != NULL ? make_sheet (store, dossier, member, &error) : NULL;
  g_autoptr (CsDocument) document = NULL;
  g_autofree char *title = NULL;

  if (summary == NULL)
    {
      cs_feedback_error (from, _ ("The sheet could not be made"), error);
      return;
    }
  document = cs_sheet_paper_new (summary, template);
  /* Translators: the sheet of a member for a product; also the name of the file */
  title = g_strdup_printf (_ ("Sheet of %s, %s"), summary->member, summary->product);
  cs_preview_window_present (from, document, title);
}

/* @words: id of the template; @minutes: (out) (transfer full) (optional). Returns: (transfer full) (nullable)
 */
static CsDocument *
make_minutes (
    CsStore *store, const CsSession *session, const char *words, CsMinutes **minutes, GError **error)
{
  g_autoptr (CsTemplate) template = cs_library_template (words, CS_PAPER_MINUTES, error);
  g_autoptr (CsMinutes) made = template != NULL ? cs_minutes_of_session (store, session, error) : NULL;
  CsDocument *document = made != NULL ? cs_minutes_paper_new (made, template) : NULL;

  if (minutes != NULL)
    *minutes = g_steal_pointer (&made);
  return document;
}

static CsDocument *
number_minutes (CsStore *store, gpointer data, GError **error)
{
  const CsSession *session = data;
  g_autoptr (CsTemplate) template = cs_library_template (CS_PAPER_MINUTES, CS_PAPER_MINUTES, error);
  g_autofree char *number =
      template != NULL ? cs_minutes_give_number (store, session, template->symbol, error) : NULL;

  return number != NULL ? make_minutes (store, session, CS_PAPER_MINUTES, NULL, error) : NULL;
}

/* @words: id of a template of minutes. Returns: (transfer full) (nullable): with the session and what the
 * paper says of it; what fails was told under @heading */
static CsDocument *
make_of_session (GtkWidget *from,
                 CsStore *store,
                 const char *uuid,
                 const char *words,
                 const char *heading,
                 CsSession **session,
                 CsMinutes **minutes)
{
  g_autoptr (GError) error = NULL;
  CsDocument *document;

  *session = cs_sessions_get (store, uuid, &error);
  document = *session != NULL ? make_minutes (store, *session, words, minutes, &error) : NULL;
  if (document == NULL)
    cs_feedback_error (from, heading, error);
  return document;
}

void
cs_paper_preview_minutes (GtkWidget *from, CsStore *store, const char *uuid)
{
  g_autoptr (CsSession) session = NULL;
  g_autoptr (CsMinutes) minutes = NULL;
  g_autoptr (CsDocument) document = make_of_session (from, store, uuid, CS_PAPER_MINUTES,
                                                     _ ("The minutes could not be made"), &session, &minutes);
  g_autofree char *title = NULL;

  if (document == NULL)
    return;
  /* Translators: number of the session, unit, round; also the name of the file */
  title = g_strdup_printf (_ ("Minutes of session %d, %s, %s"), session->no, minutes->head.unit,
                           minutes->head.round);
  if (session->state != CS_SESSION_CLOSED || minutes->head.number != NULL)
    cs_preview_window_present (from, document, title);
  else
    cs_preview_window_present_unnumbered (from, store, document, title, number_minutes,
                                          g_steal_pointer (&session), (GDestroyNotify) cs_session_free);
  warn (from, &minutes->head);
}

void
cs_paper_preview_agreement (GtkWidget *from, CsStore *store, const char *uuid)
{
  g_autoptr (CsSession) session = NULL;
  g_autoptr (CsMinutes) minutes = NULL;
  g_autoptr (CsDocument) document =
      make_of_session (from, store, uuid, AGREEMENT, _ ("The annex could not be made"), &session, &minutes);
  g_autofree char *title = NULL;

  if (document != NULL)
    warn (from, &minutes->head); /* and there are no figures */
  if (document == NULL || minutes->head.warning != NULL)
    return;
  /* Translators: number of the session, unit, round; also the name of the file */
  title = g_strdup_printf (_ ("Agreement in session %d, %s, %s"), session->no, minutes->head.unit,
                           minutes->head.round);
  cs_preview_window_present (from, document, title);
}
