/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/date.h"
#include "model/register.h"
#include "service/dossiers/dossier-list.h"
#include "service/results/overview.h"
#include "service/results/register.h"
#include "ui/overview/trademark-dialog.h"
#include "ui/overview/trademark-group.h"
#include "ui/widgets/number-card.h"
#include "ui/overview/overview-page.h"
#include "ui/overview/overview-table.h"
#include "probe.h"
#include "sample-book.h"
#include "service/dossiers/dossiers.h"
#include "service/results/results.h"
#include "service/scoring/sheets.h"
#include "service/results/trademarks.h"
#include "ui/overview/unit-bar.h"
#include "ui/overview/unit-bars.h"
#include "ui/overview/units-panel.h"
#include "ui/widgets/wrap-box.h"

#include <string.h>

typedef struct
{
  CsStore *store;
  GtkWidget *window;
  GtkWidget *page;
  char *shown; /* (nullable): unit of the last win.show-dossiers */
  char *printed;
} Fixture;

static void
shown_cb (GSimpleAction *action, GVariant *parameter, Fixture *fixture)
{
  g_free (fixture->shown);
  fixture->shown = g_variant_dup_string (parameter, NULL);
}

static void
printed_cb (GSimpleAction *action, GVariant *parameter, Fixture *fixture)
{
  g_free (fixture->printed);
  fixture->printed = g_variant_print (parameter, FALSE);
}

static void
add_action (GSimpleActionGroup *group, const char *name, const char *type, GCallback done, Fixture *fixture)
{
  g_autoptr (GSimpleAction) action = g_simple_action_new (name, G_VARIANT_TYPE (type));

  g_signal_connect (action, "activate", done, fixture);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  fixture->store = sample_book_new ();
  fixture->window = gtk_window_new ();
  fixture->page = cs_overview_page_new ();
  add_action (group, "show-dossiers", "s", G_CALLBACK (shown_cb), fixture);
  add_action (group, "print-summary", "(ss)", G_CALLBACK (printed_cb), fixture);
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (group));
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->page);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 800);
}

/* Two districts: in one a product is recognised, one waits to be closed and one is only registered. */
static void
fill (Fixture *fixture)
{
  static const int totals[] = { 62, 60, 61 };
  g_autofree char *closed = NULL;
  g_autofree char *waiting = NULL;
  g_autofree char *registered = NULL;

  sample_book_add_council (fixture->store, "district-842", 3);
  closed = sample_book_add_dossier (fixture->store, "29236", 1, "district-1");
  waiting = sample_book_add_dossier (fixture->store, "29236", 1, "district-1");
  registered = sample_book_add_dossier (fixture->store, "845", 8, "district-2");
  for (guint i = 0; i < G_N_ELEMENTS (totals); i++)
    {
      g_autofree char *member = g_strdup_printf ("m%u", i + 1);

      sample_book_score (fixture->store, closed, member, totals[i]);
      sample_book_score (fixture->store, waiting, member, totals[i]);
    }
  sample_book_submit (fixture->store, closed);
  sample_book_submit (fixture->store, waiting);
  sample_book_close (fixture->store, closed, NULL);
}

static void
show (Fixture *fixture)
{
  cs_overview_page_set_store (CS_OVERVIEW_PAGE (fixture->page), fixture->store);
  probe_draw (fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  probe_destroy (fixture->window);
  sample_book_free (fixture->store);
  g_free (fixture->shown);
  g_free (fixture->printed);
}

/* --- looking --- */

static void
press (gpointer within, const char *label)
{
  g_autoptr (GPtrArray) buttons = probe_all (within, GTK_TYPE_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    if (g_strcmp0 (gtk_button_get_label (g_ptr_array_index (buttons, i)), label) == 0)
      {
        g_signal_emit_by_name (g_ptr_array_index (buttons, i), "clicked");
        return;
      }
  g_error ("no button “%s”", label);
}

/* The numbers in their order: target, recognised, waiting, registered, forwarded, certificates that end. */
static void
assert_figures (Fixture *fixture, const CsOverview *overview)
{
  g_autoptr (GPtrArray) figures = probe_all (fixture->page, CS_TYPE_NUMBER_CARD);
  const int wanted[] = { overview->target,           cs_overview_row_recognised (&overview->totals),
                         overview->totals.waiting,   overview->totals.registered,
                         overview->totals.forwarded, overview->totals.expiring };

  g_assert_cmpuint (figures->len, ==, G_N_ELEMENTS (wanted));
  for (guint i = 0; i < figures->len; i++)
    {
      g_autofree char *text = g_strdup_printf ("%d", wanted[i]);

      g_assert_cmpstr (cs_number_card_get_number (g_ptr_array_index (figures, i)), ==, text);
    }
}

static const CsOverviewRow *
row_of (const CsOverview *overview, const char *unit)
{
  for (guint i = 0; i < overview->rows->len; i++)
    {
      const CsOverviewRow *row = g_ptr_array_index (overview->rows, i);

      if (g_str_equal (row->unit, unit))
        return row;
    }
  g_assert_not_reached ();
}

/* --- tests --- */

static void
test_life (void)
{
  CsStore *store = sample_book_new ();
  GtkWidget *page = g_object_ref_sink (cs_overview_page_new ());

  cs_overview_page_set_store (CS_OVERVIEW_PAGE (page), store);
  cs_overview_page_set_round (CS_OVERVIEW_PAGE (page), "district-1");
  cs_overview_page_set_round (CS_OVERVIEW_PAGE (page), NULL);
  cs_overview_page_set_store (CS_OVERVIEW_PAGE (page), NULL);
  cs_overview_page_set_store (CS_OVERVIEW_PAGE (page), store);
  g_assert_finalize_object (page);
  sample_book_free (store);
}

static void
test_numbers (Fixture *fixture, gconstpointer data)
{
  const CsOverview *overview;

  fill (fixture);
  show (fixture);
  overview = cs_results_overview (fixture->store, 0, NULL, NULL);
  g_assert_cmpint (overview->target, ==, 40);
  g_assert_cmpint (overview->totals.registered, ==, 3);
  assert_figures (fixture, overview);
  cs_overview_page_set_round (CS_OVERVIEW_PAGE (fixture->page), "district-2");
  overview = cs_results_overview (fixture->store, 0, "district-2", NULL);
  g_assert_cmpint (overview->totals.registered, ==, 1);
  assert_figures (fixture, overview);
  press (fixture->page, "_Print the Summary…");
  g_assert_cmpstr (fixture->printed, ==, "('84', 'district-2')");
}

static void
test_bars (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) bars = NULL;
  const CsOverview *overview;
  int last = G_MAXINT;

  fill (fixture);
  show (fixture);
  overview = cs_results_overview (fixture->store, 0, NULL, NULL);
  bars = probe_all (fixture->page, CS_TYPE_UNIT_BAR);
  g_assert_cmpuint (bars->len, ==, overview->rows->len);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (probe_first (fixture->page, CS_TYPE_UNIT_BARS)),
                                   GTK_ACCESSIBLE_ROLE_LIST);
  for (guint i = 0; i < bars->len; i++)
    {
      CsUnitBar *bar = g_ptr_array_index (bars, i);
      const CsOverviewRow *row = row_of (overview, cs_unit_bar_get_unit (bar));
      g_autofree char *text = g_strdup_printf (
          "%s: target %d, registered %d: recognised %d, waiting for a decision %d, under way %d,"
          " failed %d; scored %d, forwarded %d",
          row->name, row->target, row->registered, cs_overview_row_recognised (row), row->waiting,
          row->pipeline, row->failed, row->scored, row->forwarded);

      gtk_test_accessible_assert_role (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, text);
      g_assert_cmpstr (gtk_widget_get_tooltip_text (GTK_WIDGET (bar)), ==, text);
      g_assert_cmpint (cs_unit_bar_get_gap (bar), <=, last); /* who misses most comes first */
      last = cs_unit_bar_get_gap (bar);
    }
  cs_unit_bars_set_order (probe_first (fixture->page, CS_TYPE_UNIT_BARS), CS_UNIT_ORDER_PLAN);
  g_assert_cmpstr (cs_unit_bar_get_unit (probe_first (fixture->page, CS_TYPE_UNIT_BAR)), ==, "842");
}

static void
test_keys (Fixture *fixture, gconstpointer data)
{
  GtkWidget *bars;
  GtkWidget *focus;

  fill (fixture);
  show (fixture);
  bars = probe_first (fixture->page, CS_TYPE_UNIT_BARS);
  g_assert_true (gtk_widget_child_focus (bars, GTK_DIR_TAB_FORWARD));
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (focus == gtk_widget_get_first_child (bars));
  g_assert_true (gtk_widget_child_focus (bars, GTK_DIR_DOWN));
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (focus == gtk_widget_get_next_sibling (gtk_widget_get_first_child (bars)));
  g_assert_false (gtk_widget_child_focus (bars, GTK_DIR_TAB_FORWARD)); /* one stop for Tab */
  g_assert_true (gtk_widget_activate (focus));
  g_assert_cmpstr (fixture->shown, ==, cs_unit_bar_get_unit (CS_UNIT_BAR (focus)));
  /* the bar keeps the focus when the numbers change */
  g_free (sample_book_add_dossier (fixture->store, "842", 1, "district-1"));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == focus);
}

static void
test_table (Fixture *fixture, gconstpointer data)
{
  CsUnitsPanel *panel;
  GtkWidget *table;
  GtkAdjustment *height;
  GListModel *rows;

  fill (fixture);
  show (fixture);
  panel = probe_first (fixture->page, CS_TYPE_UNITS_PANEL);
  table = probe_first (fixture->page, CS_TYPE_OVERVIEW_TABLE);
  g_assert_false (gtk_widget_get_mapped (table));
  g_assert_true (cs_units_panel_toggle_table (panel));
  probe_settle ();
  g_assert_true (gtk_widget_get_mapped (table));
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (table), GTK_ACCESSIBLE_STATE_HIDDEN, FALSE);
  rows = G_LIST_MODEL (gtk_column_view_get_model (probe_first (table, GTK_TYPE_COLUMN_VIEW)));
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 10); /* nine units and their totals */
  g_assert_true (probe_shows (table, "Total"));
  g_assert_true (probe_shows (table, "40"));
  g_signal_emit_by_name (probe_first (table, GTK_TYPE_COLUMN_VIEW), "activate", 9u);
  g_assert_null (fixture->shown);
  g_signal_emit_by_name (probe_first (table, GTK_TYPE_COLUMN_VIEW), "activate", 0u);
  g_assert_nonnull (fixture->shown);
  /* the page scrolls, the table shows all of its rows, also when it needs a bar to move sideways */
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 400, 800);
  probe_settle ();
  height = gtk_scrolled_window_get_vadjustment (probe_first (table, GTK_TYPE_SCROLLED_WINDOW));
  g_assert_cmpfloat (gtk_adjustment_get_upper (height), <=, gtk_adjustment_get_page_size (height));
  g_assert_true (cs_units_panel_toggle_table (panel));
  probe_settle ();
  g_assert_false (gtk_widget_get_mapped (table));
}

static void
test_closing_moves (Fixture *fixture, gconstpointer data)
{
  CsDossierFilter waiting = { .state = CS_DOSSIER_SCORING };
  g_autoptr (GArray) keys = NULL;
  g_autoptr (CsDossier) dossier = NULL;
  const CsOverview *overview;
  int scored;

  fill (fixture);
  show (fixture);
  overview = cs_results_overview (fixture->store, 0, NULL, NULL);
  scored = row_of (overview, "842")->scored;
  assert_figures (fixture, overview);
  keys = cs_dossiers_list (fixture->store, &waiting, NULL);
  g_assert_cmpuint (keys->len, ==, 1);
  dossier = cs_dossiers_get (fixture->store, g_array_index (keys, CsDossierKey, 0), NULL);
  sample_book_close (fixture->store, dossier->code, NULL);
  overview = cs_results_overview (fixture->store, 0, NULL, NULL);
  g_assert_cmpint (row_of (overview, "842")->scored, ==, scored + 1);
  assert_figures (fixture, overview);
  /* what changes while nobody looks is there on the next look */
  gtk_widget_set_visible (fixture->window, FALSE);
  g_free (sample_book_add_dossier (fixture->store, "842", 1, "district-1"));
  probe_draw (fixture->window);
  assert_figures (fixture, cs_results_overview (fixture->store, 0, NULL, NULL));
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  show (fixture);
  g_assert_true (probe_shows (fixture->page, "Nothing Is Registered Yet"));
  g_assert_false (gtk_widget_get_mapped (probe_first (fixture->page, CS_TYPE_UNIT_BARS)));
  g_assert_false (cs_units_panel_toggle_table (probe_first (fixture->page, CS_TYPE_UNITS_PANEL)));
  press (fixture->page, "Go to the _Dossiers");
  g_assert_cmpstr (fixture->shown, ==, "84");
  g_free (sample_book_add_dossier (fixture->store, "842", 1, "district-1"));
  g_assert_true (gtk_widget_get_mapped (probe_first (fixture->page, CS_TYPE_UNIT_BARS)));
}

static gpointer
find_toplevel (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GObject) window = g_list_model_get_item (windows, i);

      if (g_type_is_a (G_OBJECT_TYPE (window), type))
        return window;
    }
  return NULL;
}

/* One of last year counts to last year. */
static void
change_brand (Fixture *fixture)
{
  g_autoptr (GPtrArray) rows =
      probe_all (probe_first (fixture->page, CS_TYPE_TRADEMARK_GROUP), ADW_TYPE_ACTION_ROW);
  g_autoptr (GPtrArray) entries = NULL;
  GtkWidget *dialog;

  g_assert_cmpuint (rows->len, ==, 1);
  adw_action_row_activate (g_ptr_array_index (rows, 0));
  dialog = find_toplevel (CS_TYPE_TRADEMARK_DIALOG);
  g_assert_nonnull (dialog);
  entries = probe_all (dialog, ADW_TYPE_ENTRY_ROW);
  g_assert_cmpstr (gtk_editable_get_text (g_ptr_array_index (entries, 2)), ==, "29/02/2024");
  gtk_editable_set_text (g_ptr_array_index (entries, 0), "Dừa sáp (mẫu)");
  gtk_editable_set_text (g_ptr_array_index (entries, 2), "31/12/2023");
  press (dialog, "_Save");
  g_assert_null (find_toplevel (CS_TYPE_TRADEMARK_DIALOG));
  g_assert_true (probe_shows (fixture->page, "Dừa sáp (mẫu)"));
  g_assert_true (probe_shows (fixture->page, "0 of 5"));
}

static void
take_brand_away (Fixture *fixture)
{
  GtkWidget *group = probe_first (fixture->page, CS_TYPE_TRADEMARK_GROUP);
  g_autoptr (GPtrArray) rows = probe_all (group, ADW_TYPE_ACTION_ROW);
  g_autoptr (GPtrArray) buttons = probe_all (g_ptr_array_index (rows, 0), GTK_TYPE_BUTTON);
  g_autoptr (GPtrArray) before = cs_trademarks_list (fixture->store, NULL), after = NULL;
  const CsTrademark *kept = g_ptr_array_index (before, 0), *back;

  g_signal_emit_by_name (g_ptr_array_index (buttons, 0), "clicked");
  g_assert_false (probe_shows (fixture->page, "Dừa sáp (mẫu)"));
  gtk_widget_activate_action (group, "trademarks.restore", "(ssss)", kept->uuid, kept->name, kept->owner,
                              kept->registered_on);
  g_assert_true (probe_shows (fixture->page, "Dừa sáp (mẫu)"));
  after = cs_trademarks_list (fixture->store, NULL);
  back = g_ptr_array_index (after, 0);
  g_assert_cmpstr (back->uuid, ==, kept->uuid);
  g_assert_cmpstr (back->registered_on, ==, "2023-12-31");
}

static void
test_brands (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) rows = NULL;
  GtkWidget *dialog;

  show (fixture);
  g_assert_true (probe_shows (fixture->page, "0 of 5"));
  press (fixture->page, "_Add a Brand…");
  dialog = find_toplevel (CS_TYPE_TRADEMARK_DIALOG);
  g_assert_nonnull (dialog);
  rows = probe_all (dialog, ADW_TYPE_ENTRY_ROW);
  g_assert_cmpuint (rows->len, ==, 3);
  gtk_editable_set_text (g_ptr_array_index (rows, 0), "Dừa sáp Cầu Kè (mẫu)");
  gtk_editable_set_text (g_ptr_array_index (rows, 1), "Hợp tác xã Bình Minh (mẫu)");
  gtk_editable_set_text (g_ptr_array_index (rows, 2), "31/02/2024");
  press (dialog, "_Add");
  g_assert_true (probe_shows (dialog, "This is no date")); /* and the dialog stays */
  gtk_editable_set_text (g_ptr_array_index (rows, 2), "29/02/2024");
  press (dialog, "_Add");
  g_assert_null (find_toplevel (CS_TYPE_TRADEMARK_DIALOG));
  g_assert_true (probe_shows (fixture->page, "1 of 5"));
  g_assert_true (probe_shows (fixture->page, "29/02/2024"));
  change_brand (fixture);
  take_brand_away (fixture);
}

static void
test_years (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) cs_recognition_free);
  g_autoptr (GError) error = NULL;
  GtkDropDown *years;
  CsRecognition *old = cs_recognition_new ();

  old->uuid = g_uuid_string_random ();
  old->product = g_strdup ("Cốm dẹp (mẫu)");
  old->producer = g_strdup ("Tổ hợp tác (mẫu)");
  old->unit = g_strdup ("845");
  old->stars = 4;
  old->decision = g_strdup ("12/QĐ-UBND");
  old->decided_on = g_strdup ("2022-11-30");
  old->score = g_strdup ("");
  g_ptr_array_add (list, old);
  show (fixture);
  years = probe_first (fixture->page, GTK_TYPE_DROP_DOWN);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (years)));
  cs_register_add (fixture->store, list, &error);
  g_assert_no_error (error);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (years)));
  gtk_drop_down_set_selected (years, 1);
  g_assert_true (probe_shows (fixture->page, "2022"));
  g_assert_true (probe_shows (fixture->page, "not in this book")); /* unknown is not zero */
  g_assert_cmpstr (cs_number_card_get_number (probe_first (fixture->page, CS_TYPE_NUMBER_CARD)), ==, "–");
  gtk_drop_down_set_selected (years, 0);
  assert_figures (fixture, cs_results_overview (fixture->store, 0, NULL, NULL));
}

/* The number of certificates that end is there as soon as there is a register, and opens the list. */
static void
test_ending (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) cs_recognition_free);
  g_autoptr (GPtrArray) figures = NULL;
  g_autoptr (GError) error = NULL;
  CsRecognition *ending = cs_recognition_new ();
  g_autofree char *today = cs_date_today ();
  GtkWidget *figure, *button;

  show (fixture);
  figures = probe_all (fixture->page, CS_TYPE_NUMBER_CARD);
  figure = g_ptr_array_index (figures, 5);
  g_assert_false (gtk_widget_get_visible (figure));
  ending->uuid = g_uuid_string_random ();
  ending->product = g_strdup ("Cốm dẹp (mẫu)");
  ending->producer = g_strdup ("Tổ hợp tác (mẫu)");
  ending->unit = g_strdup ("845");
  ending->stars = 4;
  ending->decision = g_strdup ("12/QĐ-UBND");
  ending->decided_on = g_strdup ("2020");
  ending->score = g_strdup ("");
  ending->valid_until = cs_date_add_days (today, 100);
  g_ptr_array_add (list, ending);
  cs_register_add (fixture->store, list, &error);
  g_assert_no_error (error);
  g_assert_true (gtk_widget_get_visible (figure));
  g_assert_cmpstr (cs_number_card_get_number (CS_NUMBER_CARD (figure)), ==, "1");
  assert_figures (fixture, cs_results_overview (fixture->store, 0, NULL, NULL));
  button = probe_first (figure, GTK_TYPE_BUTTON);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, "Expiring: 1");
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)), ==, "win.certificates");
}

static int
line_of (GtkWidget *box, guint i)
{
  graphene_rect_t area;
  GtkWidget *child = gtk_widget_get_first_child (box);

  while (i-- > 0)
    child = gtk_widget_get_next_sibling (child);
  g_assert_true (gtk_widget_compute_bounds (child, box, &area));
  return (int) area.origin.y;
}

static void
test_wrapping (void)
{
  GtkWidget *window = gtk_window_new ();
  CsWrapBox *box = g_object_new (CS_TYPE_WRAP_BOX, "spacing", 10, "homogeneous", TRUE, NULL);

  for (guint i = 0; i < 4; i++)
    {
      GtkWidget *child = gtk_label_new ("x");

      gtk_widget_set_size_request (child, 100, 20);
      cs_wrap_box_append (box, child);
    }
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (box));
  gtk_window_set_default_size (GTK_WINDOW (window), 500, 300);
  probe_draw (window);
  g_assert_cmpint (line_of (GTK_WIDGET (box), 3), ==, line_of (GTK_WIDGET (box), 0));
  /* not three and one */
  gtk_window_set_default_size (GTK_WINDOW (window), 380, 300);
  probe_settle ();
  g_assert_cmpint (line_of (GTK_WIDGET (box), 1), ==, line_of (GTK_WIDGET (box), 0));
  g_assert_cmpint (line_of (GTK_WIDGET (box), 2), >, line_of (GTK_WIDGET (box), 0));
  g_assert_cmpint (line_of (GTK_WIDGET (box), 3), ==, line_of (GTK_WIDGET (box), 2));
  /* five: three and two, not four and one */
  {
    GtkWidget *fifth = gtk_label_new ("x");

    gtk_widget_set_size_request (fifth, 100, 20);
    cs_wrap_box_append (box, fifth);
  }
  probe_settle ();
  g_assert_cmpint (line_of (GTK_WIDGET (box), 2), ==, line_of (GTK_WIDGET (box), 0));
  g_assert_cmpint (line_of (GTK_WIDGET (box), 3), >, line_of (GTK_WIDGET (box), 0));
  g_assert_cmpint (line_of (GTK_WIDGET (box), 4), ==, line_of (GTK_WIDGET (box), 3));
  cs_wrap_box_clear (box);
  g_assert_null (gtk_widget_get_first_child (GTK_WIDGET (box)));
  probe_destroy (window);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/overview/life", test_life);
  g_test_add_func ("/overview/wrapping", test_wrapping);
#define ADD(name, run) g_test_add ("/overview/" name, Fixture, NULL, set_up, run, tear_down)
  ADD ("numbers", test_numbers);
  ADD ("bars", test_bars);
  ADD ("keys", test_keys);
  ADD ("table", test_table);
  ADD ("closing-moves", test_closing_moves);
  ADD ("empty", test_empty);
  ADD ("brands", test_brands);
  ADD ("years", test_years);
  ADD ("ending", test_ending);
  return g_test_run ();
}
