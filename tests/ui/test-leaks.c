/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/error.h"
#include "probe.h"
#include "sample-book.h"
#include "service/dossiers/dossiers.h"
#include "ui/widgets/settings.h"
#include "ui/app/window-private.h"

#include <string.h>

/* Two books that differ only in what others scored look alike on every page, until the product is closed. */

static const char *const pages[] = { "overview", "dossiers", "score", "session", "results", "councils" };

static void
score_others (CsStore *store, const char *code, int total)
{
  sample_book_score (store, code, "m2", total);
  sample_book_score (store, code, "m3", total + 2);
  sample_book_score (store, code, "m4", total - 1);
  sample_book_score (store, code, "m5", total + 1);
}

/* Everything that stands on a page, also what is scrolled away or hidden, once two looks in a row are the
 * same. Only the page: the menu names books that were open before. */
static char *
told (CsStore *store, const char *page, const char *code)
{
  CsWindow *window = cs_window_new (NULL);
  g_autofree char *before = NULL;
  char *text = NULL;

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

/* Returns: (element-type utf8): what is said, each once: how often a menu's empty places are made depends on
 * time. */
static GHashTable *
lines_of (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GHashTable *set = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    g_hash_table_add (set, g_strdup (lines[i]));
  return set;
}

/* Is everything that one page says also said by the other? */
static void
assert_says (const char *a, const char *b)
{
  g_autoptr (GHashTable) first = lines_of (a), second = lines_of (b);
  GHashTableIter iter;
  gpointer line;

  g_hash_table_iter_init (&iter, first);
  while (g_hash_table_iter_next (&iter, &line, NULL))
    if (!g_hash_table_contains (second, line))
      g_error ("only one of the two books says “%s”", (char *) line);
}

static void
test_page (gconstpointer data)
{
  const char *page = data;
  CsStore *low = sample_book_new ();
  g_autofree char *code = NULL, *path = NULL, *first = NULL, *second = NULL;
  g_autoptr (CsStore) high = NULL;
  g_autoptr (GError) error = NULL;

  sample_book_add_council (low, "district-842", 5);
  code = sample_book_add_dossier (low, "29236", 1, "district-1");
  sample_book_score (low, code, "m1", 70); /* the chosen member's own sheet is the same in both */
  path = g_strconcat (cs_store_get_path (low), "-2", NULL);
  cs_store_backup (low, path, &error);
  g_assert_no_error (error);
  high = cs_store_open (path, &error);
  g_assert_no_error (error);
  score_others (low, code, 65);
  score_others (high, code, 72);
  sample_book_submit (low, code);
  sample_book_submit (high, code);
  first = told (low, page, code);
  second = told (high, page, code);
  g_assert_cmpuint (strlen (first), >, 50);
  assert_says (first, second);
  assert_says (second, first);
  g_clear_object (&high);
  sample_book_free (low);
}

/* The same look sees the difference once both are closed: it would see a leak. */
static void
test_closed (void)
{
  CsStore *low = sample_book_new ();
  g_autofree char *code = NULL, *path = NULL, *first = NULL, *second = NULL;
  g_autoptr (CsStore) high = NULL;
  g_autoptr (GError) error = NULL;

  sample_book_add_council (low, "district-842", 5);
  code = sample_book_add_dossier (low, "29236", 1, "district-1");
  sample_book_score (low, code, "m1", 70);
  path = g_strconcat (cs_store_get_path (low), "-2", NULL);
  cs_store_backup (low, path, &error);
  high = cs_store_open (path, &error);
  g_assert_no_error (error);
  score_others (low, code, 65);
  score_others (high, code, 72);
  sample_book_submit (low, code);
  sample_book_submit (high, code);
  sample_book_close (low, code, NULL);
  sample_book_close (high, code, NULL);
  first = told (low, "results", code);
  second = told (high, "results", code);
  g_assert_cmpstr (first, !=, second);
  g_clear_object (&high);
  sample_book_free (low);
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

      g_test_add_data_func (path, pages[i], test_page);
    }
  g_test_add_func ("/leaks/closed", test_closed);
  return g_test_run ();
}
