/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "member-id.h"
#include "probe.h"
#include "sample-book.h"

#include "service/dossiers/dossier-list.h"
#include "service/dossiers/dossiers.h"
#include "service/scoring/sheets.h"
#include "ui/log/log-page.h"
#include "ui/log/log-row.h"

#include <string.h>

typedef struct
{
  CsStore *store;
  GtkWidget *window;
  GtkWidget *page;
  char *code;
} Fixture;

static void
rename_product (Fixture *fixture, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) dossier = cs_dossiers_by_code (fixture->store, fixture->code, NULL, &error);

  g_free (dossier->product);
  dossier->product = g_strdup (name);
  cs_dossiers_update (fixture->store, dossier, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->store = sample_book_new ();
  sample_book_add_council (fixture->store, "district-842", 3);
  fixture->code = sample_book_add_dossier (fixture->store, "29236", 1, "district-1");
  cs_store_set_person (fixture->store, "Lê Thị Bưởi", "thư ký");
  rename_product (fixture, "Mật ong hoa dừa");
  cs_store_set_person (fixture->store, "Trần Văn Cau", "cán bộ");
  rename_product (fixture, "Mật ong hoa nhãn");
  fixture->page = cs_log_page_new ();
  cs_log_page_set_store (CS_LOG_PAGE (fixture->page), fixture->store);
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->page);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 700);
  probe_draw (fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  probe_destroy (fixture->window);
  g_free (fixture->code);
  sample_book_free (fixture->store);
}

static guint
n_rows (Fixture *fixture)
{
  g_autoptr (GPtrArray) rows = probe_all (fixture->page, CS_TYPE_LOG_ROW);

  return rows->len;
}

static gpointer
find (Fixture *fixture, GType type, const char *id)
{
  gpointer found = probe_find (fixture->page, type, id);

  g_assert_nonnull (found);
  return found;
}

static void
test_newest_first (Fixture *fixture, gconstpointer data)
{
  GtkWidget *first = probe_first (fixture->page, CS_TYPE_LOG_ROW);

  g_assert_true (probe_shows (first, "Trần Văn Cau, cán bộ"));
  g_assert_true (probe_shows (first, "Dossier changed"));
  g_assert_true (probe_shows (first, "Product Mật ong hoa nhãn: name: Mật ong hoa dừa → Mật ong hoa nhãn"));
  /* what is done is shown at once */
  rename_product (fixture, "Mật ong rừng");
  g_assert_true (
      probe_shows (probe_first (fixture->page, CS_TYPE_LOG_ROW), "Mật ong hoa nhãn → Mật ong rừng"));
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  guint all = n_rows (fixture);
  GtkEditable *entry = find (fixture, GTK_TYPE_SEARCH_ENTRY, "search_entry");
  GtkWidget *all_button;

  gtk_editable_set_text (entry, "hoa dua");
  probe_until (n_rows (fixture) == 2);
  gtk_editable_set_text (entry, "không có gì như thế");
  probe_until (
      g_str_equal (gtk_stack_get_visible_child_name (find (fixture, GTK_TYPE_STACK, "stack")), "nothing"));
  all_button = find (fixture, GTK_TYPE_BUTTON, "all_button");
  g_signal_emit_by_name (all_button, "clicked");
  g_assert_cmpuint (n_rows (fixture), ==, all);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (find (fixture, GTK_TYPE_STACK, "stack")), ==, "list");
}

static void
test_who (Fixture *fixture, gconstpointer data)
{
  GtkDropDown *who = find (fixture, GTK_TYPE_DROP_DOWN, "who_choice");
  GtkStringList *names = GTK_STRING_LIST (gtk_drop_down_get_model (who));

  g_assert_cmpstr (gtk_string_list_get_string (names, 0), ==, "Everybody");
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (names)); i++)
    if (g_str_has_prefix (gtk_string_list_get_string (names, i), "Lê Thị Bưởi"))
      gtk_drop_down_set_selected (who, i);
  g_assert_cmpuint (n_rows (fixture), ==, 1);
  /* the choice stays when something is done */
  rename_product (fixture, "Mật ong rừng");
  g_assert_cmpuint (n_rows (fixture), ==, 1);
}

static void
test_days (Fixture *fixture, gconstpointer data)
{
  guint all = n_rows (fixture);
  GtkDropDown *since = find (fixture, GTK_TYPE_DROP_DOWN, "since_choice");

  for (guint i = 1; i <= 3; i++)
    {
      gtk_drop_down_set_selected (since, i);
      g_assert_cmpuint (n_rows (fixture), ==, all); /* all of it was done today */
    }
}

/* A long log comes in pieces, and the keyboard goes on where the next one begins. */
static void
test_older (Fixture *fixture, gconstpointer data)
{
  GtkWidget *more;
  g_autoptr (GPtrArray) rows = NULL;
  guint before = n_rows (fixture), n = 0;

  for (n = 0; n < 120; n++)
    {
      g_autofree char *name = g_strdup_printf ("Mật ong %u", n);

      rename_product (fixture, name);
    }
  g_assert_cmpuint (n_rows (fixture), ==, 100);
  more = find (fixture, GTK_TYPE_BUTTON, "more_button");
  g_assert_true (gtk_widget_get_visible (more));
  g_signal_emit_by_name (more, "clicked");
  g_assert_cmpuint (n_rows (fixture), ==, before + n);
  rows = probe_all (fixture->page, CS_TYPE_LOG_ROW);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == rows->pdata[100]);
}

/* What a member chose is never there. */
static void
test_no_score (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) dossier = cs_dossiers_by_code (fixture->store, fixture->code, NULL, &error);
  g_autoptr (CsSheet) sheet =
      cs_sheets_get (fixture->store, dossier, member_id (fixture->store, "m1"), &error);
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *texts = NULL;

  g_assert_no_error (error);
  for (int choice = 1; choice <= 2; choice++)
    cs_sheets_choose (fixture->store, dossier, sheet, 0, choice, &error);
  g_assert_no_error (error);
  cs_sheets_note (fixture->store, dossier, sheet, 0, "Bao bì chưa đẹp", &error);
  g_assert_no_error (error);
  texts = probe_texts (fixture->page);
  g_assert_nonnull (strstr (texts, "Criterion answered"));
  g_assert_nonnull (strstr (texts, "Note written"));
  g_assert_null (strstr (texts, "Bao bì"));
  g_clear_pointer (&texts, g_free);
  rows = probe_all (fixture->page, CS_TYPE_LOG_ROW);
  texts = probe_texts (rows->pdata[1]);
  g_assert_null (strstr (texts, "→"));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  probe_use_style ();
#define ADD(path, function) g_test_add ("/ui-log/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("newest-first", test_newest_first);
  ADD ("search", test_search);
  ADD ("who", test_who);
  ADD ("days", test_days);
  ADD ("older", test_older);
  ADD ("no-score", test_no_score);
  return g_test_run ();
}
