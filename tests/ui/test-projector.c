/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "probe.h"
#include "result-for.h"
#include "sample-book.h"
#include "sitting.h"

#include "service/dossiers/dossiers.h"
#include "service/dossiers/evidence.h"
#include "service/results/results.h"
#include "summary/words/verdict-text.h"
#include "ui/app/window.h"
#include "ui/conduct/closing-dialog.h"
#include "ui/session/agenda-row.h"
#include "ui/session/discussion-view.h"
#include "ui/session/projector-window.h"
#include "ui/session/session-page.h"
#include "ui/shared/product-picture.h"

#include <string.h>

/* What is discussed in a session, and what the room sees of it on the projector. */

static void
test_discussion (Sitting *sitting, gconstpointer data)
{
  static const char *const members[] = { "m1", "m2", "m3", "m4", "m5", NULL };
  static const int totals[] = { 71, 73, 77, 76, 74 };
  g_autoptr (CsSession) session = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CsResult) result = NULL;
  g_autofree char *sentence = NULL, *stars = NULL, *mean = NULL;
  GtkWidget *view;

  sitting_plan (sitting->store, TRUE);
  sitting_arrive (sitting->store, members);
  sitting_show (sitting);
  view = probe_first (sitting->page, CS_TYPE_DISCUSSION_VIEW);
  g_assert_true (probe_shows (view, "Nothing Is Being Discussed"));
  sitting_focus_row (sitting, CS_TYPE_AGENDA_ROW, 1);
  sitting_press ("Return");
  session = sitting_stored (sitting->store);
  g_assert_cmpstr (cs_session_item (session, session->discussing)->code, ==, sitting->codes[1]);
  g_assert_true (probe_shows (view, sitting->codes[1]));
  g_assert_true (probe_shows (view, "5 sheets are still missing."));
  g_assert_true (cs_session_page_toggle_projector (CS_SESSION_PAGE (sitting->page)));
  probe_settle ();
  g_assert_nonnull (strstr (sitting_projector_text (sitting), "Being scored\n5 sheets are still missing"));
  sitting_score_all (sitting->store, sitting->codes[1], totals);
  g_assert_true (probe_shows (view, "All sheets are in, and the totals lie close enough together."));
  g_assert_nonnull (strstr (sitting_projector_text (sitting), "Being scored\nAll sheets are in"));
  sitting_click (view, "_Close the Product…");
  probe_click (probe_find_window (CS_TYPE_CLOSING_DIALOG), "_Close the Product");
  result = result_for (sitting->store, cs_dossiers_by_code (sitting->store, sitting->codes[1], ROUND, NULL),
                       &error);
  g_assert_no_error (error);
  g_assert_nonnull (result->verdict);
  sentence = cs_verdict_sentence (result->regulation, result->form, result->verdict);
  stars = cs_stars_text (result->verdict->stars);
  mean = cs_decimal_text (result->regulation, result->verdict->mean);
  g_assert_true (probe_shows (view, sentence));
  g_assert_true (probe_shows (view, stars));
  g_assert_nonnull (strstr (sitting_projector_text (sitting), stars));
  g_assert_nonnull (strstr (sitting_projector_text (sitting), mean));
  g_assert_nonnull (strstr (sitting_projector_text (sitting), result->dossier->product));
  /* the second press closes it */
  cs_session_page_toggle_projector (CS_SESSION_PAGE (sitting->page));
  probe_settle ();
  g_assert_null (cs_session_page_get_projector (CS_SESSION_PAGE (sitting->page)));
}

/* The projector has no name of a member, takes no focus, and goes by Escape. */
static void
test_projector (Sitting *sitting, gconstpointer data)
{
  g_autoptr (CsCouncil) council = NULL;
  g_autofree char *texts = NULL;
  g_autoptr (GPtrArray) widgets = NULL;
  GtkWidget *projector;

  sitting_plan (sitting->store, TRUE);
  sitting_show (sitting);
  cs_session_page_toggle_projector (CS_SESSION_PAGE (sitting->page));
  projector = cs_session_page_get_projector (CS_SESSION_PAGE (sitting->page));
  g_assert_nonnull (strstr (sitting_projector_text (sitting), "The next product is about to be taken up"));
  sitting_discuss (sitting->store, sitting->codes[0]);
  sample_book_score (sitting->store, sitting->codes[0], "m1", 60);
  sample_book_submit (sitting->store, sitting->codes[0]);
  probe_settle ();
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (projector)), ==, "Projector: session 1");
  g_assert_nonnull (strstr (sitting_projector_text (sitting), "4 sheets are still missing"));
  texts = probe_texts (projector);
  council = cs_store_find_council (sitting->store, COUNCIL, NULL);
  for (guint i = 0; i < council->members->len; i++)
    g_assert_null (strstr (texts, ((CsMember *) g_ptr_array_index (council->members, i))->name));
  g_assert_null (strstr (texts, "★"));
  widgets = probe_all (projector, GTK_TYPE_WIDGET);
  for (guint i = 0; i < widgets->len; i++)
    if (g_ptr_array_index (widgets, i) != projector)
      g_assert_false (gtk_widget_grab_focus (g_ptr_array_index (widgets, i)));
  gtk_window_present (GTK_WINDOW (projector));
  gtk_widget_activate_action (projector, "window.close", NULL);
  probe_settle ();
  g_assert_null (cs_session_page_get_projector (CS_SESSION_PAGE (sitting->page)));
  g_assert_true (gtk_widget_get_mapped (sitting->window));
}

/* The first image among the papers shows the product. */
static void
test_picture (Sitting *sitting, gconstpointer data)
{
  g_autoptr (CsDossier) dossier = cs_dossiers_by_code (sitting->store, sitting->codes[0], ROUND, NULL);
  g_autoptr (GdkPixbuf) image = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 40, 30);
  g_autofree char *path = g_strconcat (cs_store_get_path (sitting->store), ".png", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) kept = NULL;
  g_autoptr (CsEvidence) paper = cs_evidence_new ();
  g_autoptr (GError) error = NULL;
  GtkWidget *picture;

  sitting_plan (sitting->store, TRUE);
  sitting_discuss (sitting->store, sitting->codes[0]);
  sitting_show (sitting);
  picture = probe_first (probe_first (sitting->page, CS_TYPE_PRODUCT_PICTURE), GTK_TYPE_PICTURE);
  g_assert_false (gtk_widget_get_mapped (picture));
  gdk_pixbuf_fill (image, 0x80a040ff);
  gdk_pixbuf_save (image, path, "png", &error, NULL);
  g_assert_no_error (error);
  paper->dossier = dossier->id;
  g_free (paper->kind);
  paper->kind = g_strdup (
      ((CsEvidenceKind *) g_ptr_array_index (cs_store_get_current_regulation (sitting->store)->evidence_kinds,
                                             0))
          ->id);
  cs_evidence_put (sitting->store, paper, file, &error);
  g_assert_no_error (error);
  probe_until (gtk_widget_get_mapped (picture));
  kept = cs_evidence_locate (sitting->store, paper);
  g_assert_true (g_file_delete (kept, NULL, NULL)); /* so that the book's folder can go */
}

/* F11 opens and closes it from any page; without a session the page says what comes first. */
static void
test_window (Sitting *sitting, gconstpointer data)
{
  CsWindow *window = cs_window_new (NULL);
  GtkWidget *page;

  cs_window_set_store (window, sitting->store);
  cs_window_show_page (window, "overview");
  probe_draw (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.projector", NULL);
  page = probe_first (window, CS_TYPE_SESSION_PAGE);
  g_assert_true (gtk_widget_get_mapped (page));
  g_assert_true (probe_shows (page, "No Session Yet"));
  sitting_plan (sitting->store, TRUE);
  cs_window_show_page (window, "overview");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.projector", NULL);
  probe_settle ();
  g_assert_nonnull (cs_session_page_get_projector (CS_SESSION_PAGE (page)));
  sitting_press ("F11"); /* it has the focus */
  g_assert_null (cs_session_page_get_projector (CS_SESSION_PAGE (page)));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.projector", NULL);
  probe_settle ();
  sitting_press ("Escape");
  g_assert_null (cs_session_page_get_projector (CS_SESSION_PAGE (page)));
  /* it goes with the book */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.projector", NULL);
  cs_window_set_store (window, NULL);
  probe_settle ();
  g_assert_null (probe_find_window (CS_TYPE_PROJECTOR_WINDOW));
  probe_destroy (window);
}

/* What page and projector tell of a book. */
static char *
told (CsStore *store)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *page = cs_session_page_new ();
  g_autofree char *on_page = NULL, *on_projector = NULL;

  gtk_window_set_child (GTK_WINDOW (window), page);
  gtk_window_set_default_size (GTK_WINDOW (window), 1100, 800);
  cs_session_page_set_store (CS_SESSION_PAGE (page), store);
  probe_draw (window);
  gtk_expander_set_expanded (probe_first (page, GTK_TYPE_EXPANDER), TRUE);
  cs_session_page_toggle_projector (CS_SESSION_PAGE (page));
  probe_settle ();
  on_page = probe_texts (page);
  on_projector = probe_texts (cs_session_page_get_projector (CS_SESSION_PAGE (page)));
  probe_destroy (window);
  probe_settle ();
  return g_strconcat (on_page, on_projector, NULL);
}

/* Two books that differ only in what was scored show the same, until a product is closed. */
static void
test_secret (Sitting *sitting, gconstpointer data)
{
  static const char *const members[] = { "m1", "m2", "m3", "m4", NULL };
  static const int low[] = { 41, 43, 47, 46, 44 }, high[] = { 91, 90, 89, 88, 92 };
  g_autofree char *path = g_strconcat (cs_store_get_path (sitting->store), "-2", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (CsStore) other = NULL;
  g_autofree char *first = NULL, *second = NULL, *closed = NULL;

  sitting_plan (sitting->store, TRUE);
  sitting_arrive (sitting->store, members);
  sitting_discuss (sitting->store, sitting->codes[0]);
  cs_store_backup (sitting->store, path, &error);
  g_assert_no_error (error);
  other = cs_store_open (path, &error);
  g_assert_no_error (error);
  sitting_score_all (sitting->store, sitting->codes[0], low);
  sample_book_score (sitting->store, sitting->codes[1], "m2", 35);
  sitting_score_all (other, sitting->codes[0], high);
  sample_book_score (other, sitting->codes[1], "m2", 95);
  first = told (sitting->store);
  second = told (other);
  g_assert_nonnull (strstr (first, "All sheets are in"));
  g_assert_null (strstr (first, "★"));
  g_assert_cmpstr (first, ==, second);
  /* the same look sees the stars once it is closed: the test would see a leak */
  sample_book_close (other, sitting->codes[0], NULL);
  closed = told (other);
  g_assert_nonnull (strstr (closed, "★"));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  probe_use_style ();
#define ADD(name, run) g_test_add ("/session/" name, Sitting, NULL, sitting_set_up, run, sitting_tear_down)
  ADD ("discussion", test_discussion);
  ADD ("projector", test_projector);
  ADD ("picture", test_picture);
  ADD ("window", test_window);
  ADD ("secret", test_secret);
  return g_test_run ();
}
