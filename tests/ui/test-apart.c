/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/conduct/spread-panel.h"
#include "conduct.h"
#include "sample-book.h"
#include "ui/score/score-form.h"

/* Totals that lie too far apart: the council talks, notes it, and scores again. */

static const int far[] = { 53, 61, 62, 63, 77 };

static CsSpreadPanel *
panel_in (GtkWidget *page)
{
  return probe_first (page, CS_TYPE_SPREAD_PANEL);
}

static void
type_note (CsSpreadPanel *panel, const char *note)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (probe_first (panel, GTK_TYPE_TEXT_VIEW)), note, -1);
}

/* What stands in the panel that is not a field. */
static char *
sentence_of (CsSpreadPanel *panel)
{
  return probe_texts (panel);
}

static void
test_panel (Conduct *conduct, gconstpointer data)
{
  g_autofree char *code = conduct_add (conduct, far);
  g_autoptr (CsResult) result = conduct_result (conduct, code);

  g_assert_nonnull (result->apart);
  conduct_score (conduct, "m3", code);
  conduct_show (conduct, code);
  for (int i = 0; i < 2; i++)
    {
      CsSpreadPanel *panel = panel_in (i == 0 ? conduct->score : conduct->results);

      g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (panel)));
      g_assert_true (probe_shows (panel, "The totals of Nguyễn Thị Ngọc Ánh (mẫu) and Lê Hoàng Dũng (mẫu)"));
      g_assert_true (probe_shows (panel, "than the 10 points this council allows"));
      for (guint q = 0; q < result->apart->questions->len; q++)
        g_assert_true (probe_shows (
            panel,
            cs_form_question (result->form, g_array_index (result->apart->questions, guint, q))->title));
      conduct_assert_secret (conduct, code, panel, NULL);
    }
  conduct_assert_secret (conduct, code, conduct->results, NULL);
  conduct_assert_secret (conduct, code, conduct->score, "m3");
  /* not before the council has talked */
  gtk_widget_activate_action (conduct->score, "score.again", NULL);
  g_assert_null (probe_find_window (ADW_TYPE_MESSAGE_DIALOG));
}

/* The panel is the same whoever of the two gave more. */
static void
test_who_is_higher (Conduct *conduct, gconstpointer data)
{
  static const int turned[] = { 77, 61, 62, 63, 53 };
  g_autofree char *one = conduct_add (conduct, far), *other = conduct_add (conduct, turned);
  g_autofree char *text = NULL, *turned_text = NULL;

  conduct_show (conduct, one);
  text = sentence_of (panel_in (conduct->results));
  conduct_show (conduct, other);
  turned_text = sentence_of (panel_in (conduct->results));
  g_assert_cmpstr (text, ==, turned_text);
}

static void
test_not_all_in (Conduct *conduct, gconstpointer data)
{
  static const int four[] = { 53, 61, 62, 77, -1 };
  g_autofree char *code = conduct_add (conduct, four);

  conduct_score (conduct, "m5", code);
  conduct_show (conduct, code);
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (panel_in (conduct->score))));
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (panel_in (conduct->results))));
  g_assert_false (probe_shows (conduct->results, "too far apart"));
}

static void
test_discussion (Conduct *conduct, gconstpointer data)
{
  g_autofree char *code = conduct_add (conduct, far);
  CsSpreadPanel *panel;
  g_autoptr (CsSheet) own = NULL;

  conduct_score (conduct, "m1", code);
  panel = panel_in (conduct->score);
  g_assert_false (gtk_widget_get_sensitive (probe_button (panel, "_Note the Discussion")));
  type_note (panel, "  ");
  g_assert_false (gtk_widget_get_sensitive (probe_button (panel, "_Note the Discussion")));
  type_note (panel, "thống nhất cách hiểu mục 2.1 (mẫu)");
  probe_click (panel, "_Note the Discussion");
  conduct_answer_person (NULL);
  g_assert_true (cs_spread_panel_is_discussed (panel));
  g_assert_true (probe_shows (panel, "thống nhất cách hiểu mục 2.1 (mẫu)"));
  probe_click (panel, "Score _Again");
  own = conduct_sheet (conduct, code, "m1");
  g_assert_cmpint (own->scoring_round, ==, 2);
  g_assert_false (own->submitted);
  /* the others join the round that was begun, without a word about who lies where */
  conduct_score (conduct, "m2", code);
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (panel_in (conduct->score))));
  g_assert_true (probe_shows (conduct->score, "The council scores this product again."));
  g_assert_true (gtk_widget_get_mapped (probe_find (conduct->score, GTK_TYPE_BUTTON, "again")));
  gtk_widget_activate_action (conduct->score, "score.again", NULL);
  g_clear_pointer (&own, cs_sheet_free);
  own = conduct_sheet (conduct, code, "m2");
  g_assert_cmpint (own->scoring_round, ==, 2);
  conduct_show (conduct, code);
  g_assert_true (probe_shows (conduct->results, "Scored once more after a discussion"));
  g_assert_true (probe_shows (conduct->results, "Discussed after scoring round 1"));
  conduct_assert_secret (conduct, code, conduct->results, NULL);
}

/* From the results: noted there, and then to the scoring. */
static void
test_in_results (Conduct *conduct, gconstpointer data)
{
  g_autofree char *code = conduct_add (conduct, far);
  CsSpreadPanel *panel;

  conduct_show (conduct, code);
  panel = panel_in (conduct->results);
  type_note (panel, "đã thảo luận (mẫu)");
  probe_click (panel, "_Note the Discussion");
  conduct_answer_person (NULL);
  g_assert_true (gtk_widget_get_mapped (probe_button (panel, "Score _Again")));
  g_assert_true (probe_shows (panel, "đã thảo luận (mẫu)"));
}

/* What is being typed is not lost when something else happens in the book; another product begins anew. */
static void
test_typing_stays (Conduct *conduct, gconstpointer data)
{
  g_autofree char *code = conduct_add (conduct, far), *other = conduct_add (conduct, far);
  CsSpreadPanel *panel;

  conduct_show (conduct, code);
  panel = panel_in (conduct->results);
  type_note (panel, "đang ghi (mẫu)");
  g_free (sample_book_add_dossier (conduct->store, "29236", 1, "district-1"));
  g_assert_true (gtk_widget_get_sensitive (probe_button (panel, "_Note the Discussion")));
  conduct_show (conduct, other);
  g_assert_false (gtk_widget_get_sensitive (probe_button (panel, "_Note the Discussion")));
}

static void
test_jump (Conduct *conduct, gconstpointer data)
{
  g_autofree char *code = conduct_add (conduct, far);
  g_autoptr (CsResult) result = conduct_result (conduct, code);
  guint question = g_array_index (result->apart->questions, guint, 0);
  GtkWidget *chip;

  conduct_score (conduct, "m3", code);
  chip = gtk_widget_get_first_child (probe_find (conduct->score, G_TYPE_OBJECT, "criteria"));
  g_signal_emit_by_name (chip, "clicked");
  g_assert_cmpuint (cs_score_form_get_current (probe_first (conduct->score, CS_TYPE_SCORE_FORM)), ==,
                    question);
  /* where there is no form to go to it is no button */
  conduct_show (conduct, code);
  chip = gtk_widget_get_first_child (probe_find (conduct->results, G_TYPE_OBJECT, "criteria"));
  g_assert_true (GTK_IS_LABEL (chip));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  probe_use_style ();
#define ADD(name, run) g_test_add ("/apart/" name, Conduct, NULL, conduct_set_up, run, conduct_tear_down)
  ADD ("panel", test_panel);
  ADD ("who-is-higher", test_who_is_higher);
  ADD ("not-all-in", test_not_all_in);
  ADD ("discussion", test_discussion);
  ADD ("in-results", test_in_results);
  ADD ("typing-stays", test_typing_stays);
  ADD ("jump", test_jump);
#undef ADD
  return g_test_run ();
}
