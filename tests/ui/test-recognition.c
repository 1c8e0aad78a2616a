/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/date.h"
#include "model/register.h"
#include "ui/certificates/certificate-item.h"
#include "ui/certificates/certificates-window.h"
#include "probe.h"
#include "ui/certificates/recognise-dialog.h"
#include "ui/certificates/recognition-group.h"
#include "ui/results/results-page.h"
#include "sample-book.h"
#include "service/dossiers/dossiers.h"
#include "service/results/register.h"
#include "service/scoring/sheets.h"
#include "ui/results/verdict-view.h"
#include "ui/certificates/withdraw-dialog.h"

#include <string.h>

/* What follows a verdict: the dialogs that recognise and withdraw, and the list of certificates. */

typedef struct
{
  CsStore *store;
  GtkWidget *window;
  GtkWidget *page;
  char *code;
  char *opened; /* (nullable): product of the last win.show-result */
} Fixture;

static void
opened_cb (GSimpleAction *action, GVariant *parameter, Fixture *fixture)
{
  g_free (fixture->opened);
  fixture->opened = g_variant_dup_string (parameter, NULL);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action = g_simple_action_new ("show-result", G_VARIANT_TYPE_STRING);

  fixture->store = sample_book_new ();
  sample_book_add_council (fixture->store, "district-842", 5);
  fixture->code = sample_book_add_dossier (fixture->store, "29236", 1, "district-1");
  fixture->window = gtk_window_new ();
  fixture->page = cs_results_page_new ();
  g_signal_connect (action, "activate", G_CALLBACK (opened_cb), fixture);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (group));
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->page);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 800);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  probe_destroy (fixture->window);
  sample_book_free (fixture->store);
  g_free (fixture->code);
  g_free (fixture->opened);
}

static void
show (Fixture *fixture)
{
  cs_results_page_set_store (CS_RESULTS_PAGE (fixture->page), fixture->store);
  probe_draw (fixture->window);
  cs_results_page_open (CS_RESULTS_PAGE (fixture->page), fixture->code);
}

/* --- looking and acting --- */

static GtkWidget *
button (gpointer within, const char *label)
{
  g_autoptr (GPtrArray) buttons = probe_all (within, GTK_TYPE_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    if (g_strcmp0 (gtk_button_get_label (g_ptr_array_index (buttons, i)), label) == 0)
      return g_ptr_array_index (buttons, i);
  g_error ("no button “%s”", label);
}

static void
press (gpointer within, const char *label)
{
  GtkWidget *found = button (within, label);

  g_assert_true (gtk_widget_get_sensitive (found));
  g_signal_emit_by_name (found, "clicked");
}

/* The row called @id of a dialog. */
static GtkEditable *
row (gpointer dialog, const char *id)
{
  GtkEditable *found = probe_find (dialog, ADW_TYPE_ENTRY_ROW, id);

  g_assert_nonnull (found);
  return found;
}

static char *
shown_day (int months)
{
  g_autofree char *today = cs_date_today ();
  g_autofree char *day = cs_date_add_months (today, months);

  return cs_date_to_display (day);
}

static gpointer
open_recognise (Fixture *fixture)
{
  gpointer dialog;

  press (fixture->page, "_Recognise…");
  dialog = probe_find_window (CS_TYPE_RECOGNISE_DIALOG);
  g_assert_nonnull (dialog);
  return dialog;
}

static void
recognise (Fixture *fixture)
{
  gpointer dialog = open_recognise (fixture);

  gtk_editable_set_text (row (dialog, "decision_row"), "12/QĐ-UBND");
  gtk_editable_set_text (row (dialog, "certificate_row"), "01/GCN");
  press (dialog, "_Recognise");
  g_assert_null (probe_find_window (CS_TYPE_RECOGNISE_DIALOG));
}

/* --- the verdict --- */

static void
test_recognise (Fixture *fixture, gconstpointer data)
{
  g_autofree char *today = shown_day (0), *until = shown_day (36), *record = NULL, *certificate = NULL;
  gpointer dialog;

  sample_book_close_with_stars (fixture->store, fixture->code, 5, 3);
  show (fixture);
  g_assert_true (probe_shows (fixture->page, "This level recognises 3 stars itself"));
  g_assert_true (probe_shows (fixture->page, "To be recognised"));
  g_assert_false (gtk_widget_get_visible (probe_first (fixture->page, CS_TYPE_RECOGNITION_GROUP)));
  dialog = open_recognise (fixture);
  g_assert_false (gtk_widget_get_sensitive (button (dialog, "_Recognise")));
  g_assert_cmpstr (gtk_editable_get_text (row (dialog, "date_row")), ==, today);
  g_assert_cmpstr (gtk_editable_get_text (row (dialog, "until_row")), ==, until);
  gtk_window_destroy (dialog);
  recognise (fixture);
  record = g_strdup_printf ("3 stars by decision 12/QĐ-UBND of %s", today);
  certificate = g_strdup_printf ("Certificate 01/GCN, valid until %s", until);
  g_assert_true (probe_shows (fixture->page, record));
  g_assert_true (probe_shows (fixture->page, certificate));
  g_assert_true (probe_shows (fixture->page, "3 stars were recognised by the decision of"));
  g_assert_false (gtk_widget_get_visible (button (fixture->page, "_Recognise…")));
  g_assert_false (probe_shows (fixture->page, "To be recognised")); /* in the list, too */
  g_assert_true (probe_shows (fixture->page, "Recognised"));
}

/* What is wrong is told at its row, and the dialog stays. */
static void
test_wrong (Fixture *fixture, gconstpointer data)
{
  g_autofree char *tomorrow = NULL, *today = cs_date_today ();
  g_autofree char *next = cs_date_add_days (today, 1);
  gpointer dialog;

  sample_book_close_with_stars (fixture->store, fixture->code, 5, 3);
  show (fixture);
  dialog = open_recognise (fixture);
  gtk_editable_set_text (row (dialog, "decision_row"), "12/QĐ-UBND");
  gtk_editable_set_text (row (dialog, "date_row"), "31/02/2024");
  press (dialog, "_Recognise");
  g_assert_true (probe_shows (dialog, "This is no date"));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (row (dialog, "date_row")), "error"));
  gtk_editable_set_text (row (dialog, "date_row"), "31/05/2020");
  g_assert_false (probe_shows (dialog, "This is no date"));
  g_assert_cmpstr (gtk_editable_get_text (row (dialog, "until_row")), ==, "31/05/2023");
  press (dialog, "_Recognise");
  g_assert_true (probe_shows (dialog, "a decision cannot be older than what it decides on"));
  tomorrow = cs_date_to_display (next);
  /* an end of one's own does not follow the day any more */
  gtk_editable_set_text (row (dialog, "until_row"), "01/01/2030");
  gtk_editable_set_text (row (dialog, "date_row"), tomorrow);
  g_assert_cmpstr (gtk_editable_get_text (row (dialog, "until_row")), ==, "01/01/2030");
  press (dialog, "_Recognise");
  g_assert_true (probe_shows (dialog, "is in the future"));
  gtk_window_destroy (dialog);
}

/* A name is no markup. */
static void
test_markup (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CsDossier) dossier = cs_dossiers_by_code (fixture->store, fixture->code, NULL, NULL);
  g_autoptr (GError) error = NULL;
  gpointer dialog;

  g_free (dossier->product);
  dossier->product = g_strdup ("Mắm & <b>muối</b> (mẫu)");
  g_assert_true (cs_dossiers_update (fixture->store, dossier, &error));
  sample_book_close_with_stars (fixture->store, fixture->code, 5, 3);
  show (fixture);
  dialog = open_recognise (fixture);
  probe_settle ();
  {
    g_autoptr (GPtrArray) labels = probe_all (dialog, GTK_TYPE_LABEL);
    gboolean found = FALSE;

    for (guint i = 0; i < labels->len; i++)
      found |= strstr (gtk_label_get_text (g_ptr_array_index (labels, i)), "Mắm & <b>muối</b> (mẫu)") != NULL;
    g_assert_true (found);
  }
  gtk_window_destroy (dialog);
}

static void
test_withdraw (Fixture *fixture, gconstpointer data)
{
  gpointer dialog;

  sample_book_close_with_stars (fixture->store, fixture->code, 5, 3);
  show (fixture);
  recognise (fixture);
  press (fixture->page, "_Withdraw…");
  dialog = probe_find_window (CS_TYPE_WITHDRAW_DIALOG);
  g_assert_nonnull (dialog);
  g_assert_false (gtk_widget_get_sensitive (button (dialog, "_Withdraw")));
  gtk_editable_set_text (row (dialog, "ground_row"), "không còn sản xuất (mẫu)");
  gtk_editable_set_text (row (dialog, "date_row"), "31/05/2020");
  press (dialog, "_Withdraw");
  g_assert_true (probe_shows (dialog, "it cannot be withdrawn before that"));
  {
    g_autofree char *today = shown_day (0);

    gtk_editable_set_text (row (dialog, "date_row"), today);
  }
  press (dialog, "_Withdraw");
  g_assert_null (probe_find_window (CS_TYPE_WITHDRAW_DIALOG));
  g_assert_true (probe_shows (fixture->page, "không còn sản xuất (mẫu)"));
  g_assert_true (probe_shows (fixture->page, "Withdrawn"));
  g_assert_false (gtk_widget_get_visible (button (fixture->page, "_Withdraw…")));
  g_assert_true (gtk_widget_get_visible (button (fixture->page, "_Recognise…"))); /* by another decision */
}

/* What is no matter of this council is told, and cannot be done. */
static void
test_forwarded (Fixture *fixture, gconstpointer data)
{
  gpointer dialog;
  AdwComboRow *stars;

  sample_book_close_with_stars (fixture->store, fixture->code, 5, 4);
  show (fixture);
  g_assert_true (probe_shows (fixture->page, "On 4 stars decides the level “Province”"));
  g_assert_true (
      probe_shows (fixture->page, "The dossier goes up to the next level, and the producer is told."));
  /* what that level decides is recorded here, with its stars */
  press (fixture->page, "Decision of Another _Level…");
  dialog = probe_find_window (CS_TYPE_RECOGNISE_DIALOG);
  g_assert_nonnull (dialog);
  stars = probe_first (dialog, ADW_TYPE_COMBO_ROW);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (stars)));
  g_assert_cmpstr (gtk_string_object_get_string (adw_combo_row_get_selected_item (stars)), ==, "4");
  adw_combo_row_set_selected (stars, 2);
  gtk_editable_set_text (row (dialog, "score_row"), "91");
  gtk_editable_set_text (row (dialog, "decision_row"), "30/QĐ-UBND");
  press (dialog, "_Record");
  g_assert_null (probe_find_window (CS_TYPE_RECOGNISE_DIALOG));
  g_assert_true (probe_shows (fixture->page, "5 stars by decision 30/QĐ-UBND of"));
}

/* --- certificates --- */

static void
add_past (Fixture *fixture, const char *product, int days)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) cs_recognition_free);
  g_autoptr (GError) error = NULL;
  g_autofree char *today = cs_date_today ();
  CsRecognition *recognition = cs_recognition_new ();

  recognition->uuid = g_uuid_string_random ();
  recognition->product = g_strdup (product);
  recognition->producer = g_strdup ("Hợp tác xã Bình Minh (mẫu)");
  recognition->unit = g_strdup ("845");
  recognition->stars = 3;
  recognition->decision = g_strdup ("7/QĐ-UBND");
  recognition->decided_on = g_strdup ("2020");
  recognition->score = g_strdup ("");
  recognition->valid_until = cs_date_add_days (today, days);
  g_ptr_array_add (list, recognition);
  cs_register_add (fixture->store, list, &error);
  g_assert_no_error (error);
}

static gpointer
open_list (Fixture *fixture)
{
  gpointer window;

  cs_certificates_window_present (GTK_WINDOW (fixture->window), fixture->store);
  window = probe_find_window (CS_TYPE_CERTIFICATES_WINDOW);
  g_assert_nonnull (window);
  probe_settle ();
  return window;
}

static GtkSelectionModel *
rows_of (gpointer window)
{
  return gtk_column_view_get_model (probe_first (window, GTK_TYPE_COLUMN_VIEW));
}

static char *
products_of (gpointer window)
{
  GListModel *rows = G_LIST_MODEL (rows_of (window));
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (CsCertificateItem) item = g_list_model_get_item (rows, i);

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "",
                              cs_certificate_item_get (item)->recognition->product);
    }
  return g_string_free (text, FALSE);
}

static void
assert_products (gpointer window, const char *wanted)
{
  g_autofree char *seen = products_of (window);

  g_assert_cmpstr (seen, ==, wanted);
}

static void
test_list (Fixture *fixture, gconstpointer data)
{
  gpointer window;
  GtkEditable *search;

  add_past (fixture, "Còn lâu", 500);
  add_past (fixture, "Quá hạn nộp", 60);
  add_past (fixture, "Hết hạn", -5);
  add_past (fixture, "Đến hạn nộp", 150);
  window = open_list (fixture);
  /* most urgent first */
  assert_products (window, "Quá hạn nộp, Đến hạn nộp, Hết hạn, Còn lâu");
  g_assert_true (probe_shows (window, "Overdue for renewal"));
  g_assert_true (probe_shows (window, "60"));
  g_assert_true (probe_shows (window, "−5"));
  g_assert_true (gtk_widget_get_visible (button (window, "All 4")));
  g_assert_true (gtk_widget_get_visible (button (window, "To renew 2")));
  cs_certificates_window_choose (window, CS_CERTIFICATES_TO_RENEW);
  assert_products (window, "Quá hạn nộp, Đến hạn nộp");
  search = probe_find (window, GTK_TYPE_SEARCH_ENTRY, "search_entry");
  gtk_editable_set_text (search, "den han");
  g_signal_emit_by_name (search, "search-changed");
  assert_products (window, "Đến hạn nộp");
  g_assert_true (gtk_widget_get_visible (button (window, "All 1")));
  cs_certificates_window_choose (window, CS_CERTIFICATES_VALID);
  g_assert_true (probe_shows (window, "No Certificate Like That"));
  gtk_editable_set_text (search, "");
  g_signal_emit_by_name (search, "search-changed");
  assert_products (window, "Còn lâu");
  /* what happens in the book is there at once */
  cs_certificates_window_choose (window, CS_CERTIFICATES_ALL);
  add_past (fixture, "Mới thêm", 10);
  assert_products (window, "Mới thêm, Quá hạn nộp, Đến hạn nộp, Hết hạn, Còn lâu");
  probe_destroy (window);
}

static void
test_list_acts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CsDossier) dossier = NULL;
  g_autofree char *today = cs_date_today ();
  CsNewRecognition wanted = { .decision = "12/QĐ", .decided_on = today };
  g_autoptr (GError) error = NULL;
  gpointer window, dialog;

  sample_book_close_with_stars (fixture->store, fixture->code, 5, 3);
  dossier = cs_dossiers_by_code (fixture->store, fixture->code, NULL, &error);
  g_assert_true (cs_recognitions_add (fixture->store, dossier, &wanted, NULL, &error));
  add_past (fixture, "Năm trước", 60);
  probe_draw (fixture->window);
  window = open_list (fixture);
  g_assert_false (gtk_widget_get_sensitive (button (window, "_Result"))); /* nothing is chosen */
  g_assert_false (gtk_widget_get_sensitive (button (window, "_Withdraw…")));
  gtk_selection_model_select_item (rows_of (window), 0, TRUE);
  g_assert_false (gtk_widget_get_sensitive (button (window, "_Result"))); /* of past years */
  press (window, "_Withdraw…");
  dialog = probe_find_window (CS_TYPE_WITHDRAW_DIALOG);
  gtk_editable_set_text (row (dialog, "ground_row"), "vi phạm (mẫu)");
  press (dialog, "_Withdraw");
  g_assert_true (probe_shows (window, "Withdrawn"));
  g_signal_emit_by_name (probe_first (window, GTK_TYPE_COLUMN_VIEW), "activate", 0u);
  g_assert_cmpstr (fixture->opened, ==, fixture->code);
  probe_settle ();
  g_assert_null (probe_find_window (CS_TYPE_CERTIFICATES_WINDOW));
}

static void
test_list_empty (Fixture *fixture, gconstpointer data)
{
  gpointer window = open_list (fixture);

  g_assert_true (probe_shows (window, "No Certificates Yet"));
  g_assert_false (gtk_widget_get_mapped (button (window, "All 0")));
  add_past (fixture, "Năm trước", 60);
  assert_products (window, "Năm trước");
  probe_destroy (window);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  probe_use_style ();
#define ADD(name, run) g_test_add ("/recognition/" name, Fixture, NULL, set_up, run, tear_down)
  ADD ("recognise", test_recognise);
  ADD ("wrong", test_wrong);
  ADD ("markup", test_markup);
  ADD ("withdraw", test_withdraw);
  ADD ("forwarded", test_forwarded);
  ADD ("list", test_list);
  ADD ("list-acts", test_list_acts);
  ADD ("list-empty", test_list_empty);
  return g_test_run ();
}
