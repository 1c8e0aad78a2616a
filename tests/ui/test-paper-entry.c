/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "conduct.h"
#include "service/scoring/rescoring.h"
#include "ui/conduct/sheet-typing-window.h"
#include "ui/conduct/sheet-typing-lines.h"
#include "rules/tally.h"
#include "sample-book.h"
#include "service/dossiers/dossiers.h"

#include <string.h>

/* A sheet that was filled on paper is typed in. */

static const int nobody[] = { -1, -1, -1, -1, -1 };

static GtkWidget *
open_window (Conduct *conduct, const char *code, const char *member)
{
  GtkWidget *window;

  conduct_score (conduct, member, code);
  g_assert_true (gtk_widget_activate_action (conduct->score, "score.enter", NULL));
  window = probe_find_window (CS_TYPE_SHEET_TYPING_WINDOW);
  g_assert_nonnull (window);
  probe_draw (window);
  return window;
}

static GPtrArray *
entries_of (GtkWidget *window)
{
  return probe_all (probe_first (window, CS_TYPE_SHEET_TYPING_LINES), GTK_TYPE_ENTRY);
}

static void
type (GtkWidget *window, guint line, const char *text)
{
  g_autoptr (GPtrArray) entries = entries_of (window);

  gtk_editable_set_text (entries->pdata[line], text);
}

static void
type_foot (GtkWidget *window, const char *id, const char *text)
{
  gtk_editable_set_text (probe_find (window, GTK_TYPE_ENTRY, id), text);
}

static const CsForm *
form_one (Conduct *conduct)
{
  return cs_regulation_form (cs_store_get_current_regulation (conduct->store), 1);
}

/* Types the first option everywhere. Returns: what that comes to. */
static int
type_all (Conduct *conduct, GtkWidget *window)
{
  const CsForm *form = form_one (conduct);
  int total = 0;

  for (guint i = 0; i < cs_form_n_questions (form); i++)
    {
      type (window, i, "1");
      total += cs_criterion_points (cs_form_question (form, i), 1);
    }
  return total;
}

static void
store_sheet (GtkWidget *window)
{
  probe_click (window, "_Store the Sheet");
  probe_settle ();
}

static void
test_lines (Conduct *conduct, gconstpointer data)
{
  g_autofree char *code = conduct_add (conduct, nobody);
  GtkWidget *window = open_window (conduct, code, "m3");
  g_autoptr (GPtrArray) entries = entries_of (window);
  const CsForm *form = form_one (conduct);
  const CsCriterion *first = cs_form_question (form, 0);
  g_autofree char *wrong = g_strdup_printf ("%u", first->options->len + 1);

  g_assert_cmpuint (entries->len, ==, cs_form_n_questions (form));
  /* a right number shows what it is */
  type (window, 0, "1");
  g_assert_true (probe_shows (window, ((CsOption *) first->options->pdata[0])->label));
  g_assert_false (gtk_widget_has_css_class (entries->pdata[0], "error"));
  /* a wrong one says so at once, and Enter does not leave it */
  type (window, 0, wrong);
  g_assert_true (gtk_widget_has_css_class (entries->pdata[0], "error"));
  g_assert_true (probe_shows (window, "There is no option"));
  gtk_widget_grab_focus (entries->pdata[0]);
  g_signal_emit_by_name (entries->pdata[0], "activate");
  g_assert_true (gtk_root_get_focus (GTK_ROOT (window)) == gtk_widget_get_first_child (entries->pdata[0]));
  type (window, 0, "x");
  g_assert_true (probe_shows (window, "This is no number of an option."));
  type (window, 0, "1");
  g_signal_emit_by_name (entries->pdata[0], "activate");
  g_assert_true (gtk_root_get_focus (GTK_ROOT (window)) == gtk_widget_get_first_child (entries->pdata[1]));
  type (window, 0, "");
  probe_destroy (window);
}

/* 0 is none applies exactly where no option of 0 points is printed. */
static void
test_none_applies (Conduct *conduct, gconstpointer data)
{
  g_autofree char *code = conduct_add (conduct, nobody);
  GtkWidget *window = open_window (conduct, code, "m3");
  g_autoptr (GPtrArray) entries = entries_of (window);
  const CsForm *form = form_one (conduct);
  const int *choices = cs_sheet_typing_lines_get_choices (probe_first (window, CS_TYPE_SHEET_TYPING_LINES));

  for (guint i = 0; i < entries->len; i++)
    {
      gboolean printed = cs_criterion_prints_zero (cs_form_question (form, i));

      gtk_editable_set_text (entries->pdata[i], "0");
      g_assert_cmpint (gtk_widget_has_css_class (entries->pdata[i], "error"), ==, printed);
      g_assert_cmpint (choices[i], ==, printed ? CS_CHOICE_OPEN : CS_CHOICE_NONE);
    }
  cs_sheet_typing_lines_clear (probe_first (window, CS_TYPE_SHEET_TYPING_LINES));
  probe_destroy (window);
}

static void
test_store (Conduct *conduct, gconstpointer data)
{
  g_autofree char *code = conduct_add (conduct, nobody);
  GtkWidget *window = open_window (conduct, code, "m3");
  g_autofree char *total = g_strdup_printf ("%d", type_all (conduct, window));
  g_autoptr (CsSheet) sheet = NULL;
  GtkDropDown *members = probe_find (window, GTK_TYPE_DROP_DOWN, "member_choice");

  g_assert_cmpstr (gtk_string_object_get_string (gtk_drop_down_get_selected_item (members)), ==,
                   "Thạch Sô Phia (mẫu)");
  type_foot (window, "total_entry", total);
  type_foot (window, "typed_entry", "Lý Thị Gõ (mẫu)");
  type_foot (window, "checked_entry", "Sơn Kiểm (mẫu)");
  store_sheet (window);
  sheet = conduct_sheet (conduct, code, "m3");
  g_assert_true (sheet->submitted);
  g_assert_cmpint (sheet->entry, ==, CS_ENTRY_TYPED);
  g_assert_cmpstr (sheet->typed_by, ==, "Lý Thị Gõ (mẫu)");
  g_assert_cmpstr (sheet->checked_by, ==, "Sơn Kiểm (mẫu)");
  /* the next paper: who types and who checks stays, the member stored is no longer offered */
  g_assert_true (probe_shows (window, "Sheet of Thạch Sô Phia (mẫu) stored and sealed"));
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (members)), ==, 4);
  g_assert_true (cs_sheet_typing_lines_is_empty (probe_first (window, CS_TYPE_SHEET_TYPING_LINES)));
  g_assert_cmpstr (gtk_editable_get_text (probe_find (window, GTK_TYPE_ENTRY, "typed_entry")), ==,
                   "Lý Thị Gõ (mẫu)");
  conduct_assert_secret (conduct, code, window, NULL);
  probe_destroy (window);
}

/* Nothing of what was typed is lost when the sheet is refused. */
static void
test_refused (Conduct *conduct, gconstpointer data)
{
  g_autofree char *code = conduct_add (conduct, nobody);
  GtkWidget *window = open_window (conduct, code, "m3");
  g_autoptr (GPtrArray) entries = entries_of (window);
  int total = type_all (conduct, window);
  g_autofree char *right = g_strdup_printf ("%d", total), *wrong = g_strdup_printf ("%d", total + 3);
  g_autofree char *both =
      g_strdup_printf ("The options come to %d points, the paper says %d.", total, total + 3);
  g_autoptr (CsSheet) sheet = NULL;
  CsTally tally =
      cs_tally (form_one (conduct),
                cs_sheet_typing_lines_get_choices (probe_first (window, CS_TYPE_SHEET_TYPING_LINES)));
  g_autofree char *part = g_strdup_printf ("A %d/40", tally.parts[0]);

  type_foot (window, "total_entry", wrong);
  g_assert_true (probe_shows (window, both));
  g_assert_true (probe_shows (window, part));
  store_sheet (window);
  sheet = conduct_sheet (conduct, code, "m3");
  g_assert_cmpint (sheet->id, ==, 0);
  g_assert_true (probe_shows (window, both));
  /* one and the same person */
  type_foot (window, "total_entry", right);
  g_assert_false (probe_shows (window, both));
  type_foot (window, "typed_entry", "Lý Thị Gõ (mẫu)");
  type_foot (window, "checked_entry", "Lý Thị Gõ (mẫu)");
  store_sheet (window);
  g_assert_true (probe_shows (window, "typed by one person and checked by another"));
  for (guint i = 0; i < entries->len; i++)
    g_assert_cmpstr (gtk_editable_get_text (entries->pdata[i]), ==, "1");
  /* a line that is open is where the cursor goes */
  type (window, 4, "");
  store_sheet (window);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (window)) == gtk_widget_get_first_child (entries->pdata[4]));
  g_assert_true (probe_shows (window, "has no number of an option yet"));
  cs_sheet_typing_lines_clear (probe_first (window, CS_TYPE_SHEET_TYPING_LINES));
  probe_destroy (window);
}

static void
test_leaving (Conduct *conduct, gconstpointer data)
{
  g_autofree char *code = conduct_add (conduct, nobody);
  GtkWidget *window = open_window (conduct, code, "m1");
  AdwMessageDialog *question;

  type (window, 0, "1");
  gtk_window_close (GTK_WINDOW (window));
  question = probe_find_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (question);
  g_object_ref (question);
  adw_message_dialog_response (question, "cancel");
  gtk_window_destroy (GTK_WINDOW (question));
  g_object_unref (question);
  g_assert_true (probe_find_window (CS_TYPE_SHEET_TYPING_WINDOW) == window);
  type (window, 0, "");
  gtk_window_close (GTK_WINDOW (window));
  probe_settle ();
  g_assert_null (probe_find_window (CS_TYPE_SHEET_TYPING_WINDOW));
}

/* Only sheets that are expected can be typed: not those of who is recused, has one or has begun. */
static void
test_members (Conduct *conduct, gconstpointer data)
{
  static const int totals[] = { 61, 63, 67, 66, 64 };
  g_autofree char *full = conduct_add (conduct, totals), *some = conduct_add (conduct, nobody);
  AdwMessageDialog *refusal;
  GtkWidget *window;
  GtkDropDown *members;

  conduct_show (conduct, full);
  g_assert_true (gtk_widget_activate_action (probe_button (conduct->results, "_Close the Product…"),
                                             "verdict.enter", NULL));
  refusal = probe_find_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (strstr (adw_message_dialog_get_heading (refusal), "No sheet can be typed"));
  gtk_window_destroy (GTK_WINDOW (refusal));
  sample_book_score (conduct->store, some, "m2", 60); /* begun on the screen */
  window = open_window (conduct, some, "m2");
  members = probe_find (window, GTK_TYPE_DROP_DOWN, "member_choice");
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (members)), ==, 4);
  probe_destroy (window);
}

/* In a further scoring round papers come in too, once the council has talked. */
static void
test_second_round (Conduct *conduct, gconstpointer data)
{
  static const int far[] = { 53, 61, 62, 63, 77 };
  g_autofree char *code = conduct_add (conduct, far);
  g_autoptr (CsDossier) dossier = conduct_dossier (conduct, code);
  g_autoptr (GError) error = NULL;
  g_autoptr (CsSheet) sheet = NULL;
  g_autofree char *total = NULL;
  GtkWidget *window;

  g_assert_true (cs_sheets_discuss (conduct->store, dossier, "đã thảo luận (mẫu)", &error));
  window = open_window (conduct, code, "m4");
  total = g_strdup_printf ("%d", type_all (conduct, window));
  type_foot (window, "total_entry", total);
  type_foot (window, "typed_entry", "Lý Thị Gõ (mẫu)");
  type_foot (window, "checked_entry", "Sơn Kiểm (mẫu)");
  store_sheet (window);
  sheet = conduct_sheet (conduct, code, "m4");
  g_assert_cmpint (sheet->scoring_round, ==, 2);
  g_assert_true (sheet->submitted);
  probe_destroy (window);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  probe_use_style ();
#define ADD(name, run)                                                                                       \
  g_test_add ("/paper-entry/" name, Conduct, NULL, conduct_set_up, run, conduct_tear_down)
  ADD ("lines", test_lines);
  ADD ("none-applies", test_none_applies);
  ADD ("store", test_store);
  ADD ("refused", test_refused);
  ADD ("leaving", test_leaving);
  ADD ("members", test_members);
  ADD ("second-round", test_second_round);
#undef ADD
  return g_test_run ();
}
