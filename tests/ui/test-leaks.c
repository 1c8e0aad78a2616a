/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/error.h"
#include "probe.h"
#include "sample-book.h"
#include "sitting.h"
#include "service/dossiers/dossiers.h"
#include "ui/widgets/settings.h"
#include "ui/app/window-private.h"

#include <string.h>

/* Two books that differ only in what others scored look alike on every page, until the product is closed. */

static const char *const pages[] = {
  "overview", "dossiers", "score", "session", "results", "councils", "log"
};

static void
score_others (CsStore *store, const char *code, int total)
{
  sample_book_score (store, code, "m2", total);
  sample_book_score (store, code, "m3", total + 2);
  sample_book_score (store, code, "m4", total - 1);
  sample_book_score (store, code, "m5", total + 1);
}

/* Everything that stands on a page, also what is scrolled away or hidden. Only the page: the menu names books
 * that were open before. */
static char *
told (CsStore *store, const char *page, const char *code)
{
  CsWindow *window = cs_window_new (NULL);
  char *text;

  cs_window_set_store (window, store);
  probe_draw (window);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.show-page", "s", page));
  if (g_str_equal (page, "results"))
    gtk_widget_activate_action (GTK_WIDGET (window), "win.show-result", "s", code);
  if (g_str_equal (page, "dossiers"))
    gtk_widget_activate_action (GTK_WIDGET (window), "win.open-dossier", "s", code);
  probe_settle ();
  text = probe_texts (gtk_stack_get_visible_child (window->pages));
  probe_destroy (window);
  return text;
}

/* Without the clock, which goes on between the two books, and without empty places. */
static char *
without_chance (const char *text)
{
  g_autoptr (GRegex) chance = g_regex_new ("\\b\\d?\\d:\\d\\d(:\\d\\d)?\\b|\\n(?=\\n)", 0, 0, NULL);

  return g_regex_replace_literal (chance, text, -1, 0, "", 0, NULL);
}

/* Line for line, in the same order and as often. */
static void
assert_alike (const char *a, const char *b)
{
  g_autofree char *first = without_chance (a), *second = without_chance (b);
  g_auto (GStrv) ours = g_strsplit (first, "\n", -1);
  g_auto (GStrv) theirs = g_strsplit (second, "\n", -1);

  for (guint i = 0; ours[i] != NULL && theirs[i] != NULL; i++)
    g_assert_cmpstr (ours[i], ==, theirs[i]);
  g_assert_cmpuint (g_strv_length (ours), ==, g_strv_length (theirs));
}

typedef struct
{
  CsStore *low, *high;
  char *code;
} Twins;

/* The council sits, with the product in discussion, when the two books part. */
static void
sit_down (CsStore *store, const char *code)
{
  static const char *const members[] = { "m1", "m2", "m3", "m4", "m5", NULL };

  sitting_plan (store, TRUE);
  sitting_arrive (store, members);
  sitting_discuss (store, code);
}

static void
set_up (Twins *twins, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  twins->low = sample_book_new ();
  sample_book_add_council (twins->low, "district-842", 5);
  twins->code = sample_book_add_dossier (twins->low, "29236", 1, "district-1");
  sample_book_score (twins->low, twins->code, "m1",
                     70); /* the chosen member's own sheet is the same in both */
  sit_down (twins->low, twins->code);
  path = g_strconcat (cs_store_get_path (twins->low), "-2", NULL);
  cs_store_backup (twins->low, path, &error);
  g_assert_no_error (error);
  twins->high = cs_store_open (path, &error);
  g_assert_no_error (error);
  score_others (twins->low, twins->code, 65);
  score_others (twins->high, twins->code, 72);
  sample_book_submit (twins->low, twins->code);
  sample_book_submit (twins->high, twins->code);
}

static void
tear_down (Twins *twins, gconstpointer data)
{
  g_clear_object (&twins->high);
  sample_book_free (twins->low);
  g_free (twins->code);
}

static void
test_page (Twins *twins, gconstpointer page)
{
  g_autofree char *first = told (twins->low, page, twins->code);
  g_autofree char *second = told (twins->high, page, twins->code);

  g_assert_cmpuint (strlen (first), >, 50);
  /* where products are listed, this one is there to be told of */
  if (g_str_equal (page, "session"))
    g_assert_nonnull (strstr (first, twins->code));
  assert_alike (first, second);
}

/* The same look sees the difference once both are closed: it would see a leak. */
static void
test_closed (Twins *twins, gconstpointer page)
{
  g_autofree char *first = NULL, *second = NULL, *ours = NULL, *theirs = NULL;

  sample_book_close (twins->low, twins->code, NULL);
  sample_book_close (twins->high, twins->code, NULL);
  first = told (twins->low, page, twins->code);
  second = told (twins->high, page, twins->code);
  ours = without_chance (first);
  theirs = without_chance (second);
  g_assert_cmpstr (ours, !=, theirs);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  probe_use_style ();
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *path = g_strconcat ("/leaks/", pages[i], NULL);

      g_test_add (path, Twins, pages[i], set_up, test_page, tear_down);
    }
  g_test_add ("/leaks/closed/results", Twins, "results", set_up, test_closed, tear_down);
  g_test_add ("/leaks/closed/session", Twins, "session", set_up, test_closed, tear_down);
  return g_test_run ();
}
