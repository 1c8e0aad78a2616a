/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "member-id.h"
#include "result-for.h"
#include "council-id.h"
#include "conduct.h"

#include "service/scoring/rescoring.h"
#include "service/scoring/submission.h"
#include "ui/conduct/reason-dialog.h"
#include "ui/shared/person-group.h"
#include "ui/results/results-page.h"
#include "rules/tally.h"
#include "sample-book.h"
#include "ui/score/score-page.h"
#include "ui/score/score-products.h"
#include "service/dossiers/dossiers.h"

static GtkWidget *
window_new (GtkWidget *page)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), 1000, 800);
  gtk_window_set_child (GTK_WINDOW (window), page);
  return window;
}

void
conduct_set_up (Conduct *conduct, gconstpointer data)
{
  conduct->store = sample_book_new ();
  sample_book_add_council (conduct->store, COUNCIL, 5);
  conduct->score = cs_score_page_new ();
  conduct->results = cs_results_page_new ();
  conduct->score_window = window_new (conduct->score);
  conduct->results_window = window_new (conduct->results);
}

void
conduct_tear_down (Conduct *conduct, gconstpointer data)
{
  probe_destroy (conduct->score_window);
  probe_destroy (conduct->results_window);
  sample_book_free (conduct->store);
}

char *
conduct_add (Conduct *conduct, const int totals[5])
{
  char *code = sample_book_add_dossier (conduct->store, "29236", 1, "district-1");
  gboolean any = FALSE;

  for (int i = 0; i < 5; i++)
    {
      g_autofree char *member = g_strdup_printf ("m%d", i + 1);

      if (totals[i] < 0)
        continue;
      sample_book_score (conduct->store, code, member, totals[i]);
      any = TRUE;
    }
  if (any)
    sample_book_submit (conduct->store, code);
  return code;
}

CsDossier *
conduct_dossier (Conduct *conduct, const char *code)
{
  g_autoptr (GError) error = NULL;
  CsDossier *dossier = cs_dossiers_by_code (conduct->store, code, NULL, &error);

  g_assert_no_error (error);
  return dossier;
}

CsResult *
conduct_result (Conduct *conduct, const char *code)
{
  g_autoptr (GError) error = NULL;
  CsResult *result = result_for (conduct->store, conduct_dossier (conduct, code), &error);

  g_assert_no_error (error);
  return result;
}

CsSheet *
conduct_sheet (Conduct *conduct, const char *code, const char *member)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) dossier = conduct_dossier (conduct, code);
  CsSheet *sheet = cs_sheets_get (conduct->store, dossier, member_id (conduct->store, member), &error);

  g_assert_no_error (error);
  return sheet;
}

void
conduct_score (Conduct *conduct, const char *member, const char *code)
{
  CsScoreProducts *products = probe_first (conduct->score, CS_TYPE_SCORE_PRODUCTS);

  cs_score_page_set_store (CS_SCORE_PAGE (conduct->score), conduct->store);
  probe_draw (conduct->score_window);
  g_assert_true (cs_score_products_choose_member (products, council_id (conduct->store, COUNCIL), member));
  cs_score_page_open (CS_SCORE_PAGE (conduct->score), code);
  probe_settle ();
}

void
conduct_show (Conduct *conduct, const char *code)
{
  cs_results_page_set_store (CS_RESULTS_PAGE (conduct->results), conduct->store);
  probe_draw (conduct->results_window);
  cs_results_page_open (CS_RESULTS_PAGE (conduct->results), code);
  probe_settle ();
}

void
conduct_answer_person (const char *name)
{
  AdwMessageDialog *question = probe_find_window (ADW_TYPE_MESSAGE_DIALOG);
  GtkWidget *group;

  g_assert_nonnull (question);
  group = probe_first (question, CS_TYPE_PERSON_GROUP);
  g_assert_true (gtk_widget_get_mapped (group));
  if (name != NULL)
    cs_person_group_type (CS_PERSON_GROUP (group), name, "");
  adw_message_dialog_response (question, "yes");
  gtk_window_destroy (GTK_WINDOW (question)); /* as the click on a button does */
  probe_settle ();
}

void
conduct_give_reason (const char *reason, const char *choice, gboolean taken)
{
  CsReasonDialog *dialog = probe_find_window (CS_TYPE_REASON_DIALOG);

  g_assert_nonnull (dialog);
  g_assert_cmpint (cs_reason_dialog_answer (dialog, reason, choice), ==, taken);
  probe_settle ();
  g_assert_true (taken == (probe_find_window (CS_TYPE_REASON_DIALOG) == NULL));
}

/* @text without the days in it, which have numbers of two digits too. */
static char *
without_days (const char *text)
{
  g_autoptr (GRegex) day = g_regex_new ("\\d\\d/\\d\\d/\\d{4}", 0, 0, NULL);

  return g_regex_replace_literal (day, text, -1, 0, "", 0, NULL);
}

static void
assert_no_number (const char *texts, int number)
{
  g_autofree char *pattern = g_strdup_printf ("(?<![-\\d.,/])%d(?![-\\d.,])", number);
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  g_auto (GStrv) lines = g_strsplit (texts, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (g_regex_match (regex, lines[i], 0, NULL))
      g_error ("%d is shown in: %s", number, lines[i]);
}

void
conduct_assert_secret (Conduct *conduct, const char *code, gpointer widget, const char *own)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsResult) result = conduct_result (conduct, code);
  g_autoptr (GPtrArray) sheets = cs_sheets_list (conduct->store, result->dossier, &error);
  g_autofree char *texts = probe_texts (widget);
  g_autofree char *plain = without_days (texts);

  g_assert_null (result->verdict);
  for (guint i = 0; i < sheets->len; i++)
    {
      const CsSheet *sheet = g_ptr_array_index (sheets, i);
      int total = cs_tally (result->form, sheet->choices).total;

      /* what is less stands also for other things: numbers of criteria, points of options */
      if (g_strcmp0 (sheet->member_key, own) != 0 && total > 40)
        assert_no_number (plain, total);
    }
}

void
conduct_rescore (Conduct *conduct, const char *code, const char *member, int total)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) dossier = conduct_dossier (conduct, code);
  g_autoptr (CsSheet) sheet = conduct_sheet (conduct, code, member);
  g_autoptr (CsSheet) next = cs_sheets_begin_round (conduct->store, dossier, sheet, &error);

  g_assert_no_error (error);
  g_assert_cmpint (next->scoring_round, ==, sheet->scoring_round + 1);
  sample_book_score (conduct->store, code, member, total);
  g_assert_true (
      cs_sheets_submit (conduct->store, dossier, member_id (conduct->store, member), NULL, &error));
  g_assert_no_error (error);
}
