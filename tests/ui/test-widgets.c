/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "probe.h"
#include "ui/widgets/composed-text.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/label-column.h"
#include "ui/widgets/text-cell.h"
#include "ui/widgets/text-row.h"

#include <string.h>

/* Widgets that know nothing of products. */

/* --- icons --- */

static void
collect_names (const char *text, GHashTable *names)
{
  g_autoptr (GRegex) regex = g_regex_new ("[a-z][a-z0-9-]+-symbolic", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    g_hash_table_add (names, g_match_info_fetch (match, 0));
}

/* What is written anywhere in ui/, so that no icon is forgotten. */
static void
collect_folder (const char *path, GHashTable *names)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);

  g_assert_nonnull (folder);
  for (const char *name; (name = g_dir_read_name (folder)) != NULL;)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);
      g_autofree char *text = NULL;

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        collect_folder (child, names);
      else if ((g_str_has_suffix (name, ".ui") || g_str_has_suffix (name, ".c"))
               && g_file_get_contents (child, &text, NULL, NULL))
        collect_names (text, names);
    }
}

static void
test_icons (void)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gdk_display_get_default ());
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "..", "ui", NULL);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) before = gtk_icon_theme_get_search_path (theme);
  g_auto (GStrv) after = NULL;
  GHashTableIter iter;
  gpointer name;

  gtk_icon_theme_add_resource_path (theme, "/vn/chamsao/ChamSao/icons");
  collect_folder (folder, names);
  g_assert_cmpuint (g_hash_table_size (names), >, 30);
  cs_icons_carry ();
  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (!gtk_icon_theme_has_icon (theme, name))
      g_error ("no icon %s is carried", (const char *) name);
  g_assert_true (gtk_icon_theme_has_icon (theme, "vn.chamsao.ChamSao"));
  /* nothing of the machine: its themes have this one */
  g_assert_false (gtk_icon_theme_has_icon (theme, "audio-headphones-symbolic"));
  cs_icons_ask_machine ();
  after = gtk_icon_theme_get_search_path (theme);
  g_assert_true (g_strv_equal ((const char *const *) before, (const char *const *) after));
  cs_icons_ask_machine (); /* once more does no harm */
}

/* --- cells --- */

static int
width_of (GtkWidget *widget)
{
  int minimum;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

static int
height_of (GtkWidget *widget)
{
  int minimum;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

/* As wide as it was told, whatever it says; or as its text. */
static void
test_cell_size (void)
{
  GtkWidget *fixed = g_object_ref_sink (cs_text_cell_new (10, 2));
  GtkWidget *free = g_object_ref_sink (cs_text_cell_new (0, 1));
  int empty = width_of (fixed), narrow, wide;

  cs_text_cell_set_text (CS_TEXT_CELL (fixed), "Bưởi da xanh vườn mẫu của hợp tác xã", NULL);
  g_assert_cmpint (width_of (fixed), ==, empty);
  g_assert_cmpint (height_of (fixed), ==, 2 * height_of (free));
  cs_text_cell_set_share (CS_TEXT_CELL (fixed), 0.5);
  g_assert_cmpint (width_of (fixed), >, empty);
  cs_text_cell_set_share (CS_TEXT_CELL (fixed), -1);
  g_assert_cmpint (width_of (fixed), ==, empty);
  cs_text_cell_set_text (CS_TEXT_CELL (free), "83,44", NULL);
  narrow = width_of (free);
  cs_text_cell_set_text (CS_TEXT_CELL (free), "83,44 điểm", NULL);
  wide = width_of (free);
  g_assert_cmpint (wide, >, narrow);
  cs_text_cell_set_bold (CS_TEXT_CELL (free), TRUE);
  g_assert_cmpint (width_of (free), >, wide);
  cs_text_cell_set_text (CS_TEXT_CELL (free), NULL, NULL);
  g_assert_cmpint (width_of (free), ==, 0);
  g_assert_finalize_object (fixed);
  g_assert_finalize_object (free);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  g_autofree char *text = g_strdup_printf ("row %u", gtk_list_item_get_position (item));

  cs_text_cell_set_text (CS_TEXT_CELL (gtk_list_item_get_child (item)), text, data);
}

static gboolean
is_told (GtkWidget *cell, const char *text)
{
  g_autofree char *other =
      gtk_test_accessible_check_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, text, NULL);

  return other == NULL;
}

/* Screen readers hear what is on screen, and something else where it is said better. */
static void
test_cell_spoken (void)
{
  GtkWidget *window = gtk_window_new (), *scrolled = gtk_scrolled_window_new ();
  GtkStringList *rows = gtk_string_list_new (NULL);
  GtkColumnView *view;
  g_autoptr (GPtrArray) cells = NULL;
  guint told = 0, spoken = 0;

  for (guint i = 0; i < 300; i++)
    gtk_string_list_append (rows, "");
  view = GTK_COLUMN_VIEW (
      gtk_column_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (rows)))));
  cs_label_column_append (view, "A", CS_LABEL_COLUMN_NAME, G_CALLBACK (bind_cb), NULL);
  cs_label_column_append (view, "B", CS_LABEL_COLUMN_NUMBER, G_CALLBACK (bind_cb), (gpointer) "four stars");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (view));
  gtk_window_set_child (GTK_WINDOW (window), scrolled);
  gtk_window_set_default_size (GTK_WINDOW (window), 400, 300);
  probe_draw (window);
  g_assert_true (probe_shows (window, "row 0"));
  cells = probe_all (view, CS_TYPE_TEXT_CELL);
  for (guint i = 0; i < cells->len; i++)
    {
      told += is_told (cells->pdata[i], cs_text_cell_get_text (cells->pdata[i]));
      spoken += is_told (cells->pdata[i], "four stars");
    }
  g_assert_cmpuint (told, >=, 5);
  g_assert_cmpuint (spoken, ==, told);
  /* those out of sight cost nothing */
  g_assert_cmpuint (told, <, 60);
  cs_label_column_scroll_to (view, 250);
  probe_settle ();
  g_assert_true (probe_shows (window, "row 250"));
  probe_destroy (window);
}

/* A text that is longer than its row wraps, and the row grows. */
static void
test_text_row (void)
{
  GtkWidget *row = g_object_ref_sink (cs_text_row_new ("Nâng cao năng lực: tập huấn quản lý"));
  int one, more;

  gtk_widget_measure (row, GTK_ORIENTATION_VERTICAL, 1000, &one, NULL, NULL, NULL);
  gtk_widget_measure (row, GTK_ORIENTATION_VERTICAL, 120, &more, NULL, NULL, NULL);
  g_assert_cmpint (more, >, one);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==,
                   "Nâng cao năng lực: tập huấn quản lý");
  g_assert_finalize_object (row);
}

/* The word that an input method is still composing is text when its field is left, once. */
static void
test_composed (void)
{
  GtkWidget *window = gtk_window_new (), *entry = gtk_entry_new ();
  GtkEditable *editable = GTK_EDITABLE (entry), *text;
  g_autofree char *seen = NULL;
  int at = 3;

  gtk_window_set_child (GTK_WINDOW (window), entry);
  text = gtk_editable_get_delegate (editable);
  cs_composed_text_follow (editable);
  cs_composed_text_set (editable, "chu ban");
  gtk_editable_set_position (editable, 4);
  g_signal_emit_by_name (text, "preedit-changed", "đạt ");
  seen = cs_composed_text_dup (editable);
  g_assert_cmpstr (seen, ==, "chu đạt ban");
  g_assert_cmpstr (gtk_editable_get_text (editable), ==, "chu ban");
  cs_composed_text_end (editable);
  g_assert_cmpstr (gtk_editable_get_text (editable), ==, "chu đạt ban");
  /* told again, by whatever way, it is no other word */
  g_signal_emit_by_name (text, "preedit-changed", "đạt ");
  cs_composed_text_end (editable);
  gtk_editable_insert_text (text, "đạt ", -1, &at);
  gtk_editable_insert_text (text, "đạt ", -1, &at);
  g_assert_cmpstr (gtk_editable_get_text (editable), ==, "chu đạt ban");
  /* and not in what the entry is for by then, which may be the same word */
  cs_composed_text_set (editable, "đạt ");
  gtk_editable_insert_text (text, "đạt ", -1, &at);
  g_assert_cmpstr (gtk_editable_get_text (editable), ==, "đạt ");
  probe_destroy (window);
}

/* When an entry loses the keyboard, GTK gives the composed word and the input method gives it too, in any
 * order. */
static void
test_composed_twice (void)
{
  GtkWidget *window = gtk_window_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *entry = gtk_entry_new (), *button = gtk_button_new ();
  GtkEditable *editable = GTK_EDITABLE (entry), *text = gtk_editable_get_delegate (editable);

  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), button);
  gtk_window_set_child (GTK_WINDOW (window), box);
  cs_composed_text_follow (editable);
  probe_draw (window);
  for (guint first_at_work = 0; first_at_work < 2; first_at_work++)
    {
      int at = 0;

      cs_composed_text_set (editable, "");
      gtk_widget_grab_focus (entry);
      g_signal_emit_by_name (text, "preedit-changed", "đạt");
      if (first_at_work)
        gtk_editable_insert_text (text, "đạt", -1, &at);
      gtk_widget_grab_focus (button);
      g_signal_emit_by_name (text, "preedit-changed", "");
      if (!first_at_work)
        gtk_editable_insert_text (text, "đạt", -1, &at);
      gtk_editable_insert_text (text, "đạt", -1, &at);
      g_assert_cmpstr (gtk_editable_get_text (editable), ==, "đạt");
    }
  /* who is still there composes the same word twice in a row */
  cs_composed_text_set (editable, "");
  gtk_widget_grab_focus (entry);
  for (guint i = 0; i < 2; i++)
    {
      int at = -1;

      g_signal_emit_by_name (text, "preedit-changed", "ha");
      gtk_editable_insert_text (text, "ha", -1, &at);
      g_signal_emit_by_name (text, "preedit-changed", "");
    }
  g_assert_cmpstr (gtk_editable_get_text (editable), ==, "haha");
  probe_destroy (window);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/widgets/icons", test_icons);
  g_test_add_func ("/widgets/cell/size", test_cell_size);
  g_test_add_func ("/widgets/cell/spoken", test_cell_spoken);
  g_test_add_func ("/widgets/text-row", test_text_row);
  g_test_add_func ("/widgets/composed", test_composed);
  g_test_add_func ("/widgets/composed/twice", test_composed_twice);
  return g_test_run ();
}
