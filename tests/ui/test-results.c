/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "member-id.h"
#include "result-for.h"
#include "service/papers/unit-paper.h"
#include "ui/conduct/closing-dialog.h"
#include "ui/conduct/elimination-dialog.h"
#include "ui/print/paper-preview.h"
#include "ui/print/preview-window.h"
#include "ui/print/print-job.h"
#include "probe.h"
#include "ui/widgets/radio-row.h"
#include "exchange/library.h"
#include "report/papers/papers.h"
#include "ui/shared/dossier-item.h"
#include "ui/results/results-page.h"
#include "sample-book.h"
#include "ui/results/score-scale.h"
#include "service/dossiers/dossiers.h"
#include "service/results/results.h"
#include "summary/words/verdict-text.h"
#include "ui/results/verdict-view.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  CsStore *store;
  GtkWidget *window;
  GtkWidget *page;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->store = sample_book_new ();
  sample_book_add_council (fixture->store, "district-842", 5);
  fixture->window = gtk_window_new ();
  fixture->page = cs_results_page_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->page);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 800);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  probe_destroy (fixture->window);
  sample_book_free (fixture->store);
}

static void
show (Fixture *fixture)
{
  cs_results_page_set_store (CS_RESULTS_PAGE (fixture->page), fixture->store);
  probe_draw (fixture->window);
}

/* A dossier of the city with submitted sheets of so many points, -1 for a member without one. */
static char *
add_scored (Fixture *fixture, const int totals[5])
{
  char *code = sample_book_add_dossier (fixture->store, "29236", 1, "district-1");

  for (int i = 0; i < 5; i++)
    {
      g_autofree char *member = g_strdup_printf ("m%d", i + 1);

      if (totals[i] >= 0)
        sample_book_score (fixture->store, code, member, totals[i]);
    }
  sample_book_submit (fixture->store, code);
  return code;
}

static CsResult *
result_of (Fixture *fixture, const char *code)
{
  g_autoptr (GError) error = NULL;
  CsDossier *dossier = cs_dossiers_by_code (fixture->store, code, NULL, &error);
  CsResult *result = result_for (fixture->store, dossier, &error);

  g_assert_no_error (error);
  return result;
}

/* --- looking --- */

/* Answers the question that is on the screen; it must have @text in it. */
static void
answer (const char *text, const char *response)
{
  g_autoptr (AdwMessageDialog) dialog = probe_find_window (ADW_TYPE_MESSAGE_DIALOG);

  g_assert_nonnull (dialog);
  g_object_ref (dialog);
  if (strstr (adw_message_dialog_get_heading (dialog), text) == NULL)
    g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), text));
  adw_message_dialog_response (dialog, response);
  gtk_window_destroy (GTK_WINDOW (dialog)); /* as the click on a button does */
}

static GListModel *
rows_of (Fixture *fixture)
{
  return G_LIST_MODEL (gtk_column_view_get_model (probe_first (fixture->page, GTK_TYPE_COLUMN_VIEW)));
}

static const char *
product_at (Fixture *fixture, guint position)
{
  g_autoptr (CsDossierItem) item = g_list_model_get_item (rows_of (fixture), position);

  return cs_dossier_item_get_result (item)->dossier->product;
}

/* --- tests --- */

static void
test_life (void)
{
  CsStore *store = sample_book_new ();
  GtkWidget *page = g_object_ref_sink (cs_results_page_new ());
  g_autofree char *code = sample_book_add_dossier (store, "29236", 1, "district-1");

  cs_results_page_set_store (CS_RESULTS_PAGE (page), store);
  cs_results_page_open (CS_RESULTS_PAGE (page), code);
  cs_results_page_set_round (CS_RESULTS_PAGE (page), "district-2");
  cs_results_page_set_store (CS_RESULTS_PAGE (page), NULL);
  cs_results_page_set_store (CS_RESULTS_PAGE (page), store);
  g_assert_finalize_object (page);
  sample_book_free (store);
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  GtkWidget *entry;

  show (fixture);
  g_assert_true (probe_shows (fixture->page, "No Products Yet"));
  g_free (sample_book_add_dossier (fixture->store, "29236", 1, "district-1"));
  g_assert_true (probe_shows (fixture->page, "1 product"));
  entry = probe_first (fixture->page, GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "không có gì như vậy");
  probe_until (probe_shows (fixture->page, "Nothing Found")); /* it waits for more letters */
  g_signal_emit_by_name (probe_button (fixture->page, "_Show All Products"), "clicked");
  g_assert_true (probe_shows (fixture->page, "1 product"));
}

/* Until a product is closed no point of it is anywhere in the page. */
static void
test_secret (Fixture *fixture, gconstpointer data)
{
  static const int totals[] = { 61, 63, 67, 66, -1 };
  g_autofree char *code = add_scored (fixture, totals);
  g_autofree char *texts = NULL;
  g_autofree char *after = NULL;
  g_autoptr (CsResult) result = NULL;
  g_autoptr (GRegex) points = NULL;

  show (fixture);
  g_assert_true (probe_shows (fixture->page, "Thành phố Trà Vinh")); /* the unit by its name */
  cs_results_page_open (CS_RESULTS_PAGE (fixture->page), code);
  probe_settle ();
  g_assert_true (probe_shows (fixture->page, "Being scored"));
  texts = probe_texts (fixture->page);
  g_assert_nonnull (strstr (texts, "4 of 5, 4 needed"));
  g_assert_nonnull (strstr (texts, "Nguyễn Thị Ngọc Ánh"));
  g_assert_null (strstr (texts, "★★"));
  /* numbers of two digits that stand for themselves; the code of the product has dashes round its own */
  points = g_regex_new ("(?<![-\\d])[3-9]\\d(?:[.,]\\d+)?(?![-\\d])", 0, 0, NULL);
  if (g_regex_match (points, texts, 0, NULL))
    g_error ("points are shown: %s", texts);
  g_assert_false (gtk_widget_get_mapped (probe_first (fixture->page, CS_TYPE_SCORE_SCALE)));
  g_assert_null (cs_score_scale_get_text (probe_first (fixture->page, CS_TYPE_SCORE_SCALE)));
  /* the same look finds them once it is closed: the test would see a leak */
  sample_book_close (fixture->store, code, NULL);
  after = probe_texts (fixture->page);
  g_assert_true (g_regex_match (points, after, 0, NULL));
  result = result_of (fixture, code);
  g_assert_nonnull (result->verdict);
}

static void
test_verdict (Fixture *fixture, gconstpointer data)
{
  static const int totals[] = { 71, 73, 77, 76, 74 };
  g_autofree char *code = add_scored (fixture, totals);
  g_autoptr (CsResult) result = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *mean = NULL;
  const char *scale;

  show (fixture);
  cs_results_page_open (CS_RESULTS_PAGE (fixture->page), code);
  g_signal_emit_by_name (probe_button (fixture->page, "_Close the Product…"), "clicked");
  probe_click (probe_find_window (CS_TYPE_CLOSING_DIALOG), "_Close the Product");
  result = result_of (fixture, code);
  g_assert_nonnull (result->verdict);
  sentence = cs_verdict_sentence (result->regulation, result->form, result->verdict);
  mean = cs_decimal_text (result->regulation, result->verdict->mean);
  g_assert_true (probe_shows (fixture->page, sentence));
  g_assert_true (probe_shows (fixture->page, mean)); /* in the list, too */
  scale = cs_score_scale_get_text (probe_first (fixture->page, CS_TYPE_SCORE_SCALE));
  g_assert_nonnull (strstr (scale, mean));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (probe_first (fixture->page, CS_TYPE_SCORE_SCALE)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, scale);
  for (guint i = 0; i < result->members->len; i++)
    {
      const CsMemberResult *member = g_ptr_array_index (result->members, i);
      g_autofree char *total = g_strdup_printf ("%d", member->tally.total);

      g_assert_nonnull (strstr (scale, total));
      g_assert_true (probe_shows (fixture->page, member->name));
    }
  for (guint i = 0; i < result->verdict->unmet->len; i++)
    {
      const CsUnmet *unmet = &g_array_index (result->verdict->unmet, CsUnmet, i);

      g_assert_true (probe_shows (fixture->page, cs_form_question (result->form, unmet->question)->title));
    }
  g_assert_false (gtk_widget_get_visible (probe_button (fixture->page, "_Close the Product…")));
  gtk_widget_activate_action (probe_first (fixture->page, CS_TYPE_VERDICT_VIEW), "results.hide-verdict",
                              NULL);
  g_assert_false (gtk_widget_get_mapped (probe_first (fixture->page, CS_TYPE_VERDICT_VIEW)));
}

static void
record_ground (Fixture *fixture)
{
  g_autoptr (GPtrArray) entries = NULL;
  GtkWidget *dialog;

  g_signal_emit_by_name (probe_button (fixture->page, "_Ground for Elimination…"), "clicked");
  dialog = probe_find_window (CS_TYPE_ELIMINATION_DIALOG);
  g_assert_nonnull (dialog);
  entries = probe_all (dialog, ADW_TYPE_ENTRY_ROW);
  cs_radio_row_choose (probe_first (dialog, CS_TYPE_RADIO_ROW));
  g_assert_false (gtk_widget_get_sensitive (probe_button (dialog, "_Record")));
  gtk_editable_set_text (g_ptr_array_index (entries, 0), "nguyên liệu nhập (mẫu)");
  gtk_editable_set_text (g_ptr_array_index (entries, 1), "Kim Thị Sa Rết (mẫu)");
  g_assert_true (gtk_widget_get_sensitive (probe_button (dialog, "_Record")));
  g_signal_emit_by_name (probe_button (dialog, "_Record"), "clicked");
  g_assert_null (probe_find_window (CS_TYPE_ELIMINATION_DIALOG));
}

static void
test_elimination (Fixture *fixture, gconstpointer data)
{
  static const int totals[] = { 71, 73, 77, 76, 74 };
  g_autofree char *code = add_scored (fixture, totals);
  g_autoptr (CsResult) result = NULL;

  show (fixture);
  cs_results_page_open (CS_RESULTS_PAGE (fixture->page), code);
  record_ground (fixture);
  g_assert_true (probe_shows (fixture->page, "nguyên liệu nhập (mẫu)"));
  g_signal_emit_by_name (probe_button (fixture->page, "_Take Back"), "clicked");
  g_assert_false (probe_shows (fixture->page, "nguyên liệu nhập (mẫu)"));
  record_ground (fixture);
  sample_book_close (fixture->store, code, NULL);
  result = result_of (fixture, code);
  g_assert_true (result->eliminated);
  g_assert_cmpint (result->verdict->stars, ==, 0);
  g_assert_true (probe_shows (fixture->page, "eliminated: no stars"));
  g_assert_true (probe_shows (fixture->page, "Eliminated"));
}

static void
test_many (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) dossiers = g_array_new (FALSE, TRUE, sizeof (CsNewDossier));
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autofree char *last = NULL;
  guint loaded = 0;

  for (guint i = 0; i < 2000; i++)
    {
      CsNewDossier dossier = { .producer = "Hợp tác xã Bình Minh (mẫu)",
                               .producer_kind = "cooperative",
                               .unit = "29236",
                               .form = 1,
                               .kind = "first",
                               .round = "district-1" };

      g_ptr_array_add (names, g_strdup_printf ("Sản phẩm %u (mẫu)", i));
      dossier.product = g_ptr_array_index (names, i);
      g_array_append_val (dossiers, dossier);
    }
  cs_dossiers_add_many (fixture->store, dossiers, NULL, &error);
  g_assert_no_error (error);
  show (fixture);
  probe_until (g_list_model_get_n_items (rows_of (fixture)) == 2000);
  for (guint i = 0; i < 2000; i++)
    {
      g_autoptr (CsDossierItem) item = g_list_model_get_item (rows_of (fixture), i);

      loaded += cs_dossier_item_is_loaded (item);
    }
  g_assert_cmpuint (loaded, >, 0);
  g_assert_cmpuint (loaded, <=, 250); /* GTK makes about 205 rows however many are seen */
  last = sample_book_add_dossier (fixture->store, "29236", 1, "district-1");
  cs_results_page_open (CS_RESULTS_PAGE (fixture->page), last);
  g_assert_true (probe_shows (probe_first (fixture->page, CS_TYPE_VERDICT_VIEW), last));
}

static void
test_order (Fixture *fixture, gconstpointer data)
{
  static const int low[] = { 51, 53, 57, 56, 54 }, high[] = { 81, 83, 87, 86, 84 };
  g_autofree char *first = add_scored (fixture, low);
  g_autofree char *second = add_scored (fixture, high);
  g_autoptr (CsResult) better = NULL;
  GtkColumnView *view;
  g_autoptr (GtkColumnViewColumn) mean = NULL;

  sample_book_close (fixture->store, first, NULL);
  show (fixture);
  view = probe_first (fixture->page, GTK_TYPE_COLUMN_VIEW);
  mean = g_list_model_get_item (gtk_column_view_get_columns (view), 2);
  gtk_column_view_sort_by_column (view, mean, GTK_SORT_DESCENDING);
  better = result_of (fixture, second);
  g_assert_cmpstr (product_at (fixture, 0), !=, better->dossier->product);
  /* closing puts it in its place at once */
  sample_book_close (fixture->store, second, NULL);
  g_assert_cmpstr (product_at (fixture, 0), ==, better->dossier->product);
}

static char *
read_pdf (const char *path, const char *tool)
{
  const char *pdftotext[] = { "pdftotext", "-layout", path, "-", NULL };
  const char *pdfinfo[] = { "pdfinfo", path, NULL };
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_spawn_sync (NULL, (char **) (g_str_equal (tool, "pdfinfo") ? pdfinfo : pdftotext), NULL,
                G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static void
test_print (Fixture *fixture, gconstpointer data)
{
  static const int totals[] = { 71, 73, 77, 76, 74 };
  g_autofree char *code = add_scored (fixture, totals);
  g_autofree char *folder = g_path_get_dirname (cs_store_get_path (fixture->store));
  g_autofree char *path = g_build_filename (folder, "tổng hợp.pdf", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (CsUnitSummary) summary = NULL;
  g_autoptr (CsTemplate) template = NULL;
  g_autoptr (CsDocument) document = NULL;
  g_autoptr (CsLayout) layout = NULL;
  g_autoptr (CsPrintJob) job = NULL;
  g_autofree char *text = NULL;
  g_autofree char *info = NULL;

  sample_book_close (fixture->store, code, NULL);
  summary = cs_unit_paper_summary (fixture->store, "842", "district-1", &error);
  g_assert_no_error (error);
  template = cs_library_template ("summary", "summary", &error);
  g_assert_no_error (error);
  document = cs_summary_paper_new (summary, template);
  layout = cs_document_layout (document, &error);
  g_assert_no_error (error);
  job = cs_print_job_new (layout, "Tổng hợp");
  gtk_print_operation_set_export_filename (GTK_PRINT_OPERATION (job), path);
  g_assert_cmpint (gtk_print_operation_run (GTK_PRINT_OPERATION (job), GTK_PRINT_OPERATION_ACTION_EXPORT,
                                            GTK_WINDOW (fixture->window), &error),
                   ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  text = read_pdf (path, "pdftotext");
  g_assert_nonnull (strstr (text, code));
  g_assert_nonnull (strstr (text, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"));
  info = read_pdf (path, "pdfinfo");
  g_assert_nonnull (strstr (info, "841.89 x 595.276")); /* A4, lying */
}

static void
test_preview (Fixture *fixture, gconstpointer data)
{
  GtkWidget *preview;

  g_free (sample_book_add_dossier (fixture->store, "29236", 1, "district-1"));
  show (fixture);
  cs_paper_preview_summary (fixture->page, fixture->store, "842", "district-1");
  preview = probe_find_window (CS_TYPE_PREVIEW_WINDOW);
  g_assert_nonnull (preview);
  /* it is laid out beside; until then there is nothing to print */
  g_assert_true (probe_shows (preview, "Laying out the pages…"));
  g_assert_false (gtk_widget_is_sensitive (probe_find (preview, GTK_TYPE_BUTTON, "print_button")));
  probe_finish_work ();
  probe_settle ();
  g_assert_true (probe_shows (preview, "1 page"));
  g_assert_true (gtk_widget_is_sensitive (probe_find (preview, GTK_TYPE_BUTTON, "print_button")));
  gtk_widget_activate_action (preview, "preview.zoom-in", NULL);
  gtk_widget_activate_action (preview, "preview.zoom-fit", NULL);
  probe_destroy (preview);
  /* one that is closed before it was laid out */
  cs_paper_preview_summary (fixture->page, fixture->store, "842", "district-1");
  probe_destroy (probe_find_window (CS_TYPE_PREVIEW_WINDOW));
  probe_finish_work ();
  /* what cannot be made is told */
  cs_paper_preview_summary (fixture->page, fixture->store, "no such unit", NULL);
  g_assert_null (probe_find_window (CS_TYPE_PREVIEW_WINDOW));
  answer ("The summary could not be made", "close");
}

static guint
count_print_buttons (Fixture *fixture)
{
  g_autoptr (GPtrArray) buttons = probe_all (fixture->page, GTK_TYPE_BUTTON);
  guint n = 0;

  for (guint i = 0; i < buttons->len; i++)
    n += g_strcmp0 (gtk_actionable_get_action_name (g_ptr_array_index (buttons, i)), "win.print-sheet") == 0;
  return n;
}

static void
assert_preview (const char *title)
{
  GtkWidget *preview = probe_find_window (CS_TYPE_PREVIEW_WINDOW);

  g_assert_nonnull (preview);
  g_assert_nonnull (strstr (gtk_window_get_title (GTK_WINDOW (preview)), title));
  probe_finish_work ();
  g_assert_true (probe_shows (preview, " page"));
  probe_destroy (preview);
}

/* The table and the others' sheets can be printed once the product is closed, and only then. */
static void
test_product_papers (Fixture *fixture, gconstpointer data)
{
  static const int totals[] = { 71, 73, 77, 76, -1 };
  g_autofree char *code = add_scored (fixture, totals);
  g_autoptr (CsResult) result = result_of (fixture, code);

  show (fixture);
  cs_results_page_open (CS_RESULTS_PAGE (fixture->page), code);
  g_assert_false (gtk_widget_get_visible (probe_button (fixture->page, "Print the _Table…")));
  g_assert_cmpuint (count_print_buttons (fixture), ==, 0);
  cs_paper_preview_table (fixture->page, fixture->store, code, NULL);
  g_assert_null (probe_find_window (CS_TYPE_PREVIEW_WINDOW));
  answer ("The table could not be made", "close");
  cs_paper_preview_sheet (fixture->page, fixture->store, code, "district-1",
                          member_id (fixture->store, "m1")); /* one's own */
  assert_preview ("Sheet of ");
  cs_paper_preview_sheet (fixture->page, fixture->store, code, NULL,
                          member_id (fixture->store, "m5")); /* not begun: the empty form */
  assert_preview (result->dossier->product);
  sample_book_close (fixture->store, code, NULL);
  g_assert_true (gtk_widget_get_visible (probe_button (fixture->page, "Print the _Table…")));
  g_assert_cmpuint (count_print_buttons (fixture), ==, 4);
  cs_paper_preview_table (fixture->page, fixture->store, code, "district-1");
  assert_preview ("Table of ");
  cs_paper_preview_sheet (fixture->page, fixture->store, code, NULL,
                          member_id (fixture->store, "m5")); /* was absent */
  g_assert_null (probe_find_window (CS_TYPE_PREVIEW_WINDOW));
  answer ("The sheet could not be made", "close");
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/results/life", test_life);
#define ADD(name, run) g_test_add ("/results/" name, Fixture, NULL, set_up, run, tear_down)
  ADD ("empty", test_empty);
  ADD ("secret", test_secret);
  ADD ("verdict", test_verdict);
  ADD ("elimination", test_elimination);
  ADD ("product-papers", test_product_papers);
  ADD ("many", test_many);
  ADD ("order", test_order);
  ADD ("print", test_print);
  ADD ("preview", test_preview);
  return g_test_run ();
}
