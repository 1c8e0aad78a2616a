/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/dossiers/rehearsal.h"
#include "ui/dossiers/dossier-filters.h"
#include "ui/dossiers/dossier-view.h"
#include "ui/dossiers/dossiers-page.h"
#include "probe.h"
#include "ui/shared/rehearsal-tag.h"
#include "ui/results/results-page.h"
#include "sample-book.h"
#include "ui/score/score-header.h"
#include "ui/score/score-page.h"
#include "ui/score/score-products.h"
#include "service/dossiers/dossiers.h"

/* A rehearsal is marked where it is seen, can be scored, and is in no list of results and no count. */

typedef struct
{
  CsStore *store;
  GtkWidget *window;
  char *real;
  char *played;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->store = sample_book_new ();
  sample_book_add_council (fixture->store, "district-842", 3);
  fixture->real = sample_book_add_dossier (fixture->store, "29236", 1, "district-1");
  fixture->played = sample_book_add_dossier (fixture->store, "29236", 1, "district-1");
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 700);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  probe_destroy (fixture->window);
  sample_book_free (fixture->store);
  g_free (fixture->real);
  g_free (fixture->played);
}

static void
rehearse (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) dossier = cs_dossiers_by_code (fixture->store, fixture->played, NULL, &error);

  cs_dossiers_set_rehearsal (fixture->store, dossier, TRUE, &error);
  g_assert_no_error (error);
}

static gboolean
is_rehearsal (Fixture *fixture)
{
  g_autoptr (CsDossier) dossier = cs_dossiers_by_code (fixture->store, fixture->played, NULL, NULL);

  return dossier->rehearsal;
}

/* Returns: how many marks are seen within @widget. */
static guint
marks (gpointer widget)
{
  g_autoptr (GPtrArray) tags = probe_all (widget, CS_TYPE_REHEARSAL_TAG);
  guint n = 0;

  for (guint i = 0; i < tags->len; i++)
    n += gtk_widget_get_mapped (g_ptr_array_index (tags, i)) ? 1 : 0;
  return n;
}

/* Waits for what frames later is on the screen. */
static void
assert_marks (gpointer widget, guint wanted)
{
  probe_until (marks (widget) == wanted);
}

static void
test_switch (Fixture *fixture, gconstpointer data)
{
  CsDossierView *view = CS_DOSSIER_VIEW (cs_dossier_view_new ());
  g_autoptr (CsDossier) dossier = cs_dossiers_by_code (fixture->store, fixture->played, NULL, NULL);
  GtkSwitch *toggle;
  GtkWidget *row;

  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (view));
  cs_dossier_view_set_store (view, fixture->store);
  cs_dossier_view_show (view, (CsDossierKey){ dossier->id, dossier->evaluation });
  probe_draw (fixture->window);
  toggle = probe_find (view, GTK_TYPE_SWITCH, "rehearsal");
  row = probe_find (view, ADW_TYPE_ACTION_ROW, "rehearsal_row");
  g_assert_false (gtk_switch_get_active (toggle));
  assert_marks (view, 0);
  gtk_switch_set_active (toggle, TRUE);
  g_assert_true (is_rehearsal (fixture));
  assert_marks (view, 1);
  gtk_switch_set_active (toggle, FALSE);
  g_assert_false (is_rehearsal (fixture));
  gtk_switch_set_active (toggle, TRUE);
  g_assert_true (gtk_widget_get_sensitive (row));
  /* once it is scored it stays what it is, and says why */
  sample_book_score (fixture->store, fixture->played, "m1", 60);
  cs_dossier_view_refresh (view);
  g_assert_false (gtk_widget_get_sensitive (row));
  g_assert_true (gtk_switch_get_active (toggle));
  g_assert_true (probe_shows (row, "its scores never become real"));
}

static GtkToggleButton *
chip (gpointer page, const char *beginning)
{
  g_autoptr (GPtrArray) buttons =
      probe_all (probe_first (page, CS_TYPE_DOSSIER_FILTERS), GTK_TYPE_TOGGLE_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    {
      GtkWidget *label = gtk_button_get_child (g_ptr_array_index (buttons, i));

      if (GTK_IS_LABEL (label) && g_str_has_prefix (gtk_label_get_label (GTK_LABEL (label)), beginning))
        return g_ptr_array_index (buttons, i);
    }
  g_error ("no chip “%s”", beginning);
}

static void
test_list (Fixture *fixture, gconstpointer data)
{
  CsDossiersPage *page = CS_DOSSIERS_PAGE (cs_dossiers_page_new ());
  GListModel *rows;

  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (page));
  cs_dossiers_page_set_store (page, fixture->store);
  probe_draw (fixture->window);
  rows = G_LIST_MODEL (gtk_column_view_get_model (probe_first (page, GTK_TYPE_COLUMN_VIEW)));
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 2);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (chip (page, "Rehearsals"))));
  rehearse (fixture);
  probe_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 1);
  g_assert_nonnull (chip (page, "All 1"));
  g_assert_nonnull (chip (page, "Registered 1"));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (chip (page, "Rehearsals 1"))));
  assert_marks (page, 0);
  gtk_toggle_button_set_active (chip (page, "Rehearsals 1"), TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 1);
  assert_marks (page, 1);
  g_assert_nonnull (chip (page, "All 1"));
  /* it opens although the list shows others */
  gtk_toggle_button_set_active (chip (page, "All 1"), TRUE);
  cs_dossiers_page_open (page, fixture->played);
  assert_marks (page, 1);
}

static void
test_score (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = cs_score_page_new ();
  gpointer header, products;

  rehearse (fixture);
  gtk_window_set_child (GTK_WINDOW (fixture->window), page);
  cs_score_page_set_store (CS_SCORE_PAGE (page), fixture->store);
  probe_draw (fixture->window);
  header = probe_first (page, CS_TYPE_SCORE_HEADER);
  products = probe_first (page, CS_TYPE_SCORE_PRODUCTS);
  cs_score_page_open (CS_SCORE_PAGE (page), fixture->real);
  assert_marks (products, 1);
  assert_marks (header, 0);
  cs_score_page_open (CS_SCORE_PAGE (page), fixture->played);
  assert_marks (header, 1);
}

static void
test_result (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = cs_results_page_new ();

  rehearse (fixture);
  sample_book_close_with_stars (fixture->store, fixture->played, 3, 3);
  gtk_window_set_child (GTK_WINDOW (fixture->window), page);
  cs_results_page_set_store (CS_RESULTS_PAGE (page), fixture->store);
  probe_draw (fixture->window);
  g_assert_true (probe_shows (page, "1 product"));
  cs_results_page_open (CS_RESULTS_PAGE (page), fixture->played);
  assert_marks (page, 1);
  g_assert_true (probe_shows (page, "A rehearsal: nothing follows from it"));
  g_assert_false (gtk_widget_get_visible (probe_find (page, GTK_TYPE_BUTTON, "recognise_button")));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  probe_use_style ();
#define ADD(name, run) g_test_add ("/rehearsal/" name, Fixture, NULL, set_up, run, tear_down)
  ADD ("switch", test_switch);
  ADD ("list", test_list);
  ADD ("score", test_score);
  ADD ("result", test_result);
  return g_test_run ();
}
