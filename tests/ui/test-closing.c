/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/scoring/grounds.h"
#include "service/scoring/rescoring.h"
#include "ui/conduct/closing-dialog.h"
#include "ui/shared/person-group.h"
#include "ui/conduct/closing-checklist.h"
#include "conduct.h"
#include "ui/conduct/ground-list.h"
#include "ui/results/member-list.h"
#include "sample-book.h"
#include "service/dossiers/dossiers.h"
#include "ui/shared/state-mark.h"
#include "summary/words/robustness-text.h"
#include "ui/results/verdict-robustness.h"
#include "ui/results/verdict-history.h"
#include "ui/results/verdict-rounds.h"

#include <string.h>

/* Closing a product, what is seen afterwards, and opening it again. */

/* Opens the dialog that closes the product shown. */
static GtkWidget *
begin (Conduct *conduct, const char *code)
{
  GtkWidget *dialog;

  conduct_show (conduct, code);
  probe_click (conduct->results, "_Close the Product…");
  dialog = probe_find_window (CS_TYPE_CLOSING_DIALOG);
  g_assert_nonnull (dialog);
  return dialog;
}

static gboolean
may_close (GtkWidget *dialog)
{
  return gtk_widget_get_sensitive (probe_button (dialog, "_Close the Product"));
}

/* The field called @title in @dialog. */
static GtkEditable *
field (GtkWidget *dialog, const char *title)
{
  g_autoptr (GPtrArray) rows = probe_all (dialog, ADW_TYPE_ENTRY_ROW);

  for (guint i = 0; i < rows->len; i++)
    if (strstr (adw_preferences_row_get_title (rows->pdata[i]), title) != NULL)
      return rows->pdata[i];
  g_error ("no field “%s”", title);
}

static void
add_ground (Conduct *conduct, const char *code, CsGroundState state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) dossier = conduct_dossier (conduct, code);
  g_autoptr (CsGround) ground =
      cs_ground_new (NULL, "Hồ sơ giả (mẫu)", "ngày bị sửa (mẫu)", "Kim Thị Lan (mẫu)");

  ground->state = state;
  cs_grounds_add (conduct->store, dossier, ground, &error);
  g_assert_no_error (error);
}

/* --- the checklist --- */

static void
test_missing (Conduct *conduct, gconstpointer data)
{
  static const int totals[] = { -1, -1, 67, 66, -1 };
  g_autofree char *code = conduct_add (conduct, totals);
  GtkWidget *dialog;

  sample_book_score (conduct->store, code, "m2", 63); /* begun, not submitted */
  dialog = begin (conduct, code);
  g_assert_false (may_close (dialog));
  g_assert_true (probe_shows (dialog, "2 of 5 members have submitted, 4 are needed"));
  g_assert_true (probe_shows (dialog, "Neither of them has submitted a sheet"));
  g_assert_true (probe_shows (dialog, "The sheet of Trần Văn Bảy (mẫu) is begun and not submitted"));
  g_assert_true (probe_shows (dialog, "Is looked at when the sheets are in"));
  g_assert_true (probe_shows (dialog, "3 things are missing"));
  field (dialog, "Why Nguyễn Thị Ngọc Ánh (mẫu) has no sheet");
  field (dialog, "Why Lê Hoàng Dũng (mẫu) has no sheet");
  conduct_assert_secret (conduct, code, dialog, NULL);
  /* what comes in meanwhile is seen, and what was typed stays */
  gtk_editable_set_text (field (dialog, "Why Lê Hoàng Dũng"), "nghỉ ốm (mẫu)");
  sample_book_score (conduct->store, code, "m1", 65);
  sample_book_submit (conduct->store, code);
  g_assert_true (probe_shows (dialog, "4 of 5 members have submitted, 4 are needed"));
  g_assert_true (probe_shows (dialog, "Everything is settled."));
  g_assert_cmpstr (gtk_editable_get_text (field (dialog, "Why Lê Hoàng Dũng")), ==, "nghỉ ốm (mẫu)");
  g_assert_true (may_close (dialog));
  probe_destroy (dialog);
}

/* Returns: (transfer none): what is shown about the member called @name. */
static GtkWidget *
member_row (Conduct *conduct, const char *name)
{
  g_autoptr (GPtrArray) rows =
      probe_all (probe_first (conduct->results, CS_TYPE_MEMBER_LIST), ADW_TYPE_ACTION_ROW);

  for (guint i = 0; i < rows->len; i++)
    if (strstr (adw_preferences_row_get_title (rows->pdata[i]), name) != NULL)
      return rows->pdata[i];
  g_error ("no row for %s", name);
}

static void
test_absences (Conduct *conduct, gconstpointer data)
{
  static const int totals[] = { 61, 63, 67, 66, -1 };
  g_autofree char *code = conduct_add (conduct, totals);
  GtkWidget *dialog = begin (conduct, code), *row;
  g_autoptr (CsResult) result = NULL;
  const CsMemberResult *absent;

  row = member_row (conduct, "Lê Hoàng Dũng");
  g_assert_true (probe_shows (row, "Not begun"));
  gtk_editable_set_text (field (dialog, "Why Lê Hoàng Dũng"), "nghỉ ốm (mẫu)");
  probe_click (dialog, "_Close the Product");
  g_assert_null (probe_find_window (CS_TYPE_CLOSING_DIALOG));
  result = conduct_result (conduct, code);
  absent = result->members->pdata[4];
  g_assert_cmpint (absent->state, ==, CS_MEMBER_ABSENT);
  g_assert_cmpstr (absent->reason, ==, "nghỉ ốm (mẫu)");
  row = member_row (conduct, "Lê Hoàng Dũng");
  g_assert_true (probe_shows (row, "Absent"));
  g_assert_true (probe_shows (row, "nghỉ ốm (mẫu)"));
  g_assert_cmpint (cs_state_mark_get_state (probe_first (row, CS_TYPE_STATE_MARK)), ==, CS_MEMBER_ABSENT);
}

/* A draft that nobody will finish is taken away with the closing, with its reason. */
static void
test_draft (Conduct *conduct, gconstpointer data)
{
  static const int totals[] = { 61, 63, 67, 66, -1 };
  g_autofree char *code = conduct_add (conduct, totals);
  g_autoptr (CsResult) result = NULL;
  const CsMemberResult *absent;
  GtkWidget *dialog;

  sample_book_score (conduct->store, code, "m5", 64); /* begun, not submitted */
  dialog = begin (conduct, code);
  g_assert_false (may_close (dialog));
  g_assert_true (probe_shows (dialog, "1 thing is missing"));
  gtk_editable_set_text (field (dialog, "Why the draft of Lê Hoàng Dũng"), "  ");
  g_assert_false (may_close (dialog));
  gtk_editable_set_text (field (dialog, "Why the draft of Lê Hoàng Dũng"), "bỏ dở, về sớm (mẫu)");
  g_assert_true (may_close (dialog));
  probe_click (dialog, "_Close the Product");
  g_assert_null (probe_find_window (CS_TYPE_CLOSING_DIALOG));
  result = conduct_result (conduct, code);
  g_assert_nonnull (result->closing);
  absent = result->members->pdata[4];
  g_assert_cmpint (absent->state, ==, CS_MEMBER_ABSENT);
  g_assert_cmpstr (absent->reason, ==, "bỏ dở, về sớm (mẫu)");
}

/* Without the draft the totals lie too far apart: both reasons are asked in one dialog. */
static void
test_draft_and_spread (Conduct *conduct, gconstpointer data)
{
  static const int far[] = { 53, 61, 62, 77, -1 };
  g_autofree char *code = conduct_add (conduct, far);
  GtkWidget *dialog;
  g_autoptr (CsResult) result = NULL;

  sample_book_score (conduct->store, code, "m5", 64);
  dialog = begin (conduct, code);
  gtk_editable_set_text (field (dialog, "Why the draft of Lê Hoàng Dũng"), "bỏ dở (mẫu)");
  probe_click (dialog, "_Close the Product");
  g_assert_true (probe_find_window (CS_TYPE_CLOSING_DIALOG) == dialog); /* refused, with the cause */
  gtk_editable_set_text (field (dialog, "Why it is closed all the same"), "đã thảo luận (mẫu)");
  probe_click (dialog, "_Close the Product");
  g_assert_null (probe_find_window (CS_TYPE_CLOSING_DIALOG));
  result = conduct_result (conduct, code);
  g_assert_nonnull (result->closing);
}

static void
test_spread (Conduct *conduct, gconstpointer data)
{
  static const int far[] = { 53, 61, 62, 63, 77 };
  g_autofree char *code = conduct_add (conduct, far);
  GtkWidget *dialog = begin (conduct, code);
  g_autoptr (CsResult) result = NULL;

  g_assert_true (probe_shows (dialog, "lie further apart than 10 points"));
  g_assert_false (may_close (dialog));
  conduct_assert_secret (conduct, code, dialog, NULL);
  gtk_editable_set_text (field (dialog, "Why it is closed"), "đã thảo luận (mẫu)");
  g_assert_true (may_close (dialog));
  probe_click (dialog, "_Close the Product");
  result = conduct_result (conduct, code);
  g_assert_true (result->dossier->closed);
  g_assert_cmpstr (result->dossier->close_reason, ==, "đã thảo luận (mẫu)");
  g_assert_true (probe_shows (conduct->results, "Closed with the reason: đã thảo luận (mẫu)"));
}

static void
test_grounds (Conduct *conduct, gconstpointer data)
{
  static const int totals[] = { 61, 63, 67, 66, 64 };
  g_autofree char *code = conduct_add (conduct, totals);
  g_autoptr (CsResult) result = NULL;
  GtkWidget *dialog;

  add_ground (conduct, code, CS_GROUND_RAISED);
  dialog = begin (conduct, code);
  g_assert_true (probe_shows (dialog, "1 was raised and is not decided"));
  g_assert_false (may_close (dialog));
  gtk_editable_set_text (field (dialog, "Why; needed"), "đúng như đã nêu (mẫu)");
  cs_person_group_type (probe_first (dialog, CS_TYPE_PERSON_GROUP), "Kim Thị Lan (mẫu)", "");
  probe_click (dialog, "C_onfirm");
  g_assert_true (probe_shows (dialog, "One is confirmed"));
  g_assert_false (gtk_widget_get_visible (probe_first (dialog, CS_TYPE_PERSON_GROUP)));
  g_assert_true (probe_shows (dialog, "đúng như đã nêu (mẫu) (Kim Thị Lan (mẫu), "));
  probe_click (dialog, "_Close the Product");
  result = conduct_result (conduct, code);
  g_assert_true (result->eliminated);
  g_assert_true (probe_shows (conduct->results, "eliminated: no stars"));
  g_assert_true (probe_shows (conduct->results, "Eliminated: no answer would change it."));
}

/* What is refused is told in the dialog, which stays. */
static void
test_refusal (Conduct *conduct, gconstpointer data)
{
  static const int totals[] = { 61, 63, 67, 66, -1 };
  g_autofree char *code = conduct_add (conduct, totals);
  g_autofree char *long_text = g_strnfill (1200, 'a');
  GtkWidget *dialog = begin (conduct, code);
  g_autoptr (CsDossier) dossier = NULL;

  gtk_editable_set_text (field (dialog, "Why Lê Hoàng Dũng"), long_text);
  probe_click (dialog, "_Close the Product");
  g_assert_true (probe_shows (dialog, "longer than"));
  g_assert_cmpstr (gtk_editable_get_text (field (dialog, "Why Lê Hoàng Dũng")), ==, long_text);
  dossier = conduct_dossier (conduct, code);
  g_assert_false (dossier->closed);
  probe_destroy (dialog);
}

/* --- afterwards --- */

static void
test_robustness (Conduct *conduct, gconstpointer data)
{
  static const int totals[] = { 66, 66, 70, 71, 72 }; /* the first two alike */
  g_autofree char *code = conduct_add (conduct, totals);
  g_autoptr (GError) error = NULL;
  g_autoptr (CsResult) result = NULL;
  g_autoptr (CsRobustness) robustness = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  GtkWidget *view;

  conduct_show (conduct, code);
  view = probe_first (conduct->results, CS_TYPE_VERDICT_ROBUSTNESS);
  g_assert_false (gtk_widget_get_visible (view));
  g_assert_false (probe_shows (view, "exactly alike"));
  sample_book_close (conduct->store, code, NULL);
  g_assert_true (gtk_widget_get_mapped (view));
  g_assert_true (
      probe_shows (view,
                   "The sheets of Nguyễn Thị Ngọc Ánh (mẫu) and Trần Văn Bảy (mẫu) are exactly alike."));
  result = conduct_result (conduct, code);
  robustness = cs_results_robustness (conduct->store, result, &error);
  g_assert_no_error (error);
  text = cs_robustness_text (result, robustness);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    g_assert_true (probe_shows (view, lines[i]));
}

static void
test_rounds (Conduct *conduct, gconstpointer data)
{
  static const int far[] = { 53, 61, 62, 63, 77 };
  static const int near[] = { 58, 60, 61, 62, 64 };
  g_autofree char *code = conduct_add (conduct, far);
  g_autoptr (CsDossier) dossier = conduct_dossier (conduct, code);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sheets = NULL;
  GtkWidget *rounds;

  g_assert_true (cs_sheets_discuss (conduct->store, dossier, "thống nhất mục 2.1 (mẫu)", &error));
  for (int i = 0; i < 5; i++)
    {
      g_autofree char *member = g_strdup_printf ("m%d", i + 1);

      conduct_rescore (conduct, code, member, near[i]);
    }
  conduct_show (conduct, code);
  rounds = probe_first (conduct->results, CS_TYPE_VERDICT_ROUNDS);
  g_assert_false (gtk_widget_get_visible (rounds));
  conduct_assert_secret (conduct, code, conduct->results, NULL);
  sample_book_close (conduct->store, code, NULL);
  g_assert_true (gtk_widget_get_mapped (rounds));
  sheets = cs_sheets_list (conduct->store, dossier, &error);
  g_assert_cmpuint (sheets->len, ==, 10);
  for (guint i = 0; i < sheets->len; i++)
    {
      const CsSheet *sheet = sheets->pdata[i];
      g_autoptr (CsResult) result = conduct_result (conduct, code);
      g_autofree char *total = g_strdup_printf ("%d", cs_tally (result->form, sheet->choices).total);

      g_assert_true (probe_shows (rounds, total));
    }
  g_assert_true (probe_shows (rounds, "Round 2"));
  g_assert_true (probe_shows (conduct->results, "thống nhất mục 2.1 (mẫu)"));
}

/* --- opening again --- */

static void
test_reopen (Conduct *conduct, gconstpointer data)
{
  static const int totals[] = { 61, 63, 67, 66, 64 };
  g_autofree char *code = conduct_add (conduct, totals);
  g_autoptr (CsDossier) dossier = NULL;
  GtkWidget *history;

  sample_book_close (conduct->store, code, NULL);
  conduct_show (conduct, code);
  history = probe_first (conduct->results, CS_TYPE_VERDICT_HISTORY);
  probe_click (conduct->results, "_Open Again…");
  conduct_give_reason ("", "m2", FALSE);
  conduct_give_reason ("có đơn khiếu nại (mẫu)", "m2", TRUE);
  dossier = conduct_dossier (conduct, code);
  g_assert_false (dossier->closed);
  /* neither the verdict nor the list shows a point any more */
  conduct_assert_secret (conduct, code, conduct->results, NULL);
  g_assert_false (probe_shows (conduct->results, "★★"));
  g_assert_true (probe_shows (history, "Opened again"));
  g_assert_true (probe_shows (history, "có đơn khiếu nại (mẫu)"));
  g_assert_true (probe_shows (history, "Trần Văn Bảy (mẫu)"));
  g_assert_true (gtk_widget_get_visible (probe_button (conduct->results, "_Close the Product…")));
  g_assert_false (gtk_widget_get_visible (probe_button (conduct->results, "_Open Again…")));
  probe_click (conduct->results, "_Close the Product…");
  probe_click (probe_find_window (CS_TYPE_CLOSING_DIALOG), "_Close the Product");
  g_assert_true (probe_shows (history, "Opened again"));
  g_assert_true (probe_shows (conduct->results, "points: "));
}

/* Enters a recognition from outside: no command makes one yet. */
static void
recognise (Conduct *conduct, const char *code)
{
  g_autoptr (CsDossier) dossier = conduct_dossier (conduct, code);
  g_autofree char *path = g_strdup (cs_store_get_path (conduct->store));
  g_autofree char *sql = g_strdup_printf (
      "INSERT INTO recognition (uuid, product, producer, folded, unit, stars, decision, decided_on, "
      "evaluation)"
      " VALUES ('mau', 'Sản phẩm (mẫu)', 'Chủ thể (mẫu)', 'san pham', '842', 3, '01/QĐ', '2024-06-30',"
      " %" G_GINT64_FORMAT ")",
      dossier->evaluation);
  const char *argv[] = { "sqlite3", path, sql, NULL };
  g_autoptr (GError) error = NULL;
  int status;

  g_assert_finalize_object (conduct->store);
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  conduct->store = cs_store_open (path, &error);
  g_assert_no_error (error);
}

static void
test_recognised (Conduct *conduct, gconstpointer data)
{
  static const int totals[] = { 61, 63, 67, 66, 64 };
  g_autofree char *code = conduct_add (conduct, totals);
  AdwMessageDialog *refusal;

  sample_book_close (conduct->store, code, NULL);
  recognise (conduct, code);
  conduct_show (conduct, code);
  probe_click (conduct->results, "_Open Again…");
  refusal = probe_find_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (refusal);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (refusal), "is recognised by a decision"));
  gtk_window_destroy (GTK_WINDOW (refusal));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  probe_use_style ();
#define ADD(name, run) g_test_add ("/closing/" name, Conduct, NULL, conduct_set_up, run, conduct_tear_down)
  ADD ("missing", test_missing);
  ADD ("absences", test_absences);
  ADD ("draft", test_draft);
  ADD ("draft-and-spread", test_draft_and_spread);
  ADD ("spread", test_spread);
  ADD ("grounds", test_grounds);
  ADD ("refusal", test_refusal);
  ADD ("firmness", test_robustness);
  ADD ("rounds", test_rounds);
  ADD ("reopen", test_reopen);
  ADD ("recognised", test_recognised);
#undef ADD
  return g_test_run ();
}
