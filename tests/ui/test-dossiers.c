/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/chooser.h"
#include "ui/dossiers/dossier-columns.h"
#include "ui/dossiers/dossier-filters.h"
#include "ui/dossiers/dossier-list.h"
#include "ui/shared/dossier-model.h"
#include "ui/shared/dossier-order.h"
#include "ui/dossiers/dossier-view.h"
#include "ui/dossiers/dossiers-page.h"
#include "ui/widgets/text-cell.h"
#include "service/dossiers/dossier-list.h"
#include "ui/results/results-page.h"
#include "probe.h"
#include "sample-book.h"

/* The page of dossiers: its list and model, search, filters, order, opening, deleting. */

typedef struct
{
  CsStore *store;
  GtkWidget *window;
  CsDossiersPage *page;
  GtkColumnView *view;
  GListModel *rows;
} Stage;

static void
undo_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Stage *stage = data;
  g_autoptr (GError) error = NULL;

  cs_dossiers_restore (stage->store, g_variant_get_int64 (parameter), &error);
  g_assert_no_error (error);
}

/* A window with the page in it, as wide as asked. */
static Stage *
stage_new (CsStore *store, int width)
{
  Stage *stage = g_new0 (Stage, 1);
  GActionEntry entry = { "undo-delete", undo_cb, "x" };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  GtkWidget *overlay = adw_toast_overlay_new ();

  stage->store = store;
  stage->window = gtk_window_new ();
  stage->page = CS_DOSSIERS_PAGE (cs_dossiers_page_new ());
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), GTK_WIDGET (stage->page));
  gtk_window_set_child (GTK_WINDOW (stage->window), overlay);
  gtk_window_set_default_size (GTK_WINDOW (stage->window), width, 700);
  g_action_map_add_action_entries (G_ACTION_MAP (actions), &entry, 1, stage);
  gtk_widget_insert_action_group (stage->window, "win", G_ACTION_GROUP (actions));
  cs_dossiers_page_set_store (stage->page, store);
  stage->view = probe_find (stage->page, GTK_TYPE_COLUMN_VIEW, NULL);
  stage->rows = G_LIST_MODEL (gtk_column_view_get_model (stage->view));
  probe_draw (stage->window);
  probe_settle ();
  return stage;
}

static void
stage_free (Stage *stage)
{
  probe_destroy (stage->window);
  sample_book_free (stage->store);
  g_free (stage);
}

static void
add (CsStore *store, const char *product, const char *producer, const char *unit, int form)
{
  CsNewDossier dossier = { .product = product,
                           .producer = producer,
                           .producer_kind = "household",
                           .unit = unit,
                           .form = form,
                           .kind = "first",
                           .round = "district-1" };
  g_autoptr (GError) error = NULL;
  g_autofree char *code = cs_dossiers_add (store, &dossier, &error);

  g_assert_no_error (error);
}

/* Three dossiers that every test knows: in two districts, of two forms. */
static CsStore *
three_dossiers (void)
{
  CsStore *store = sample_book_new ();

  add (store, "Dừa sáp Cầu Kè (mẫu)", "Đặng Ngọc Ánh (mẫu)", "29236", 1);
  add (store, "Đường thốt nốt (mẫu)", "Bình Minh (mẫu)", "29266", 7);
  add (store, "Bánh tét (mẫu)", "Cẩm Tú (mẫu)", "29269", 7);
  return store;
}

/* Returns: the product of row @i. */
static const char *
product_at (Stage *stage, guint i)
{
  g_autoptr (CsDossierItem) item = g_list_model_get_item (stage->rows, i);

  return item != NULL ? cs_dossier_item_get_product (item) : NULL;
}

/* What is written in the cells, in no order. */
static gboolean
cell_shows (GtkWidget *widget, const char *text)
{
  if (CS_IS_TEXT_CELL (widget) && g_strcmp0 (cs_text_cell_get_text (CS_TEXT_CELL (widget)), text) == 0)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (cell_shows (child, text))
      return TRUE;
  return FALSE;
}

static void
search (Stage *stage, const char *words)
{
  gpointer filters = probe_find (stage->page, CS_TYPE_DOSSIER_FILTERS, NULL);
  gpointer entry = probe_find (filters, GTK_TYPE_SEARCH_ENTRY, "search");

  gtk_editable_set_text (entry, words);
  g_signal_emit_by_name (entry, "search-changed");
}

/* --- model --- */

static void
count_changes (GListModel *model, guint position, guint removed, guint added, guint *counts)
{
  counts[0] = position;
  counts[1] = removed;
  counts[2] = added;
  counts[3]++;
}

static void
refresh (CsDossierModel *model, guint kinds)
{
  g_autoptr (CsChangeSet) changes = cs_change_set_new ();

  cs_change_set_add (changes, kinds, NULL);
  cs_dossier_model_refresh (model, changes);
}

static void
test_model (void)
{
  CsStore *store = three_dossiers ();
  g_autoptr (CsDossierModel) model = cs_dossier_model_new ();
  CsDossierFilter filter = { .order = CS_DOSSIER_BY_PRODUCT };
  g_autoptr (CsDossierItem) kept = NULL;
  guint counts[4] = { 0 };
  guint position;

  cs_dossier_model_set_store (model, store);
  cs_dossier_model_set_filter (model, &filter);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 3);
  kept = g_list_model_get_item (G_LIST_MODEL (model), 2);
  g_assert_cmpstr (cs_dossier_item_get_product (kept), ==, "Đường thốt nốt (mẫu)");
  g_signal_connect (model, "items-changed", G_CALLBACK (count_changes), counts);
  /* a new row comes in between: only that is told, and a held row stays the same object */
  add (store, "Cà phê (mẫu)", "Cẩm Tú (mẫu)", "29236", 1);
  refresh (model, CS_CHANGE_DOSSIERS);
  g_assert_cmpuint (counts[0], ==, 1);
  g_assert_cmpuint (counts[1], ==, 0);
  g_assert_cmpuint (counts[2], ==, 1);
  g_assert_true (cs_dossier_model_find (model, cs_dossier_item_get_key (kept), &position));
  g_assert_cmpuint (position, ==, 3);
  {
    g_autoptr (CsDossierItem) again = g_list_model_get_item (G_LIST_MODEL (model), 3);

    g_assert_true (again == kept);
  }
  /* papers decide on no row */
  refresh (model, CS_CHANGE_EVIDENCE);
  g_assert_cmpuint (counts[3], ==, 1);
  g_clear_object (&kept);
  g_clear_object (&model);
  sample_book_free (store);
}

static void
add_many (CsStore *store, guint n)
{
  g_autoptr (GArray) dossiers = g_array_new (FALSE, TRUE, sizeof (CsNewDossier));
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n; i++)
    {
      CsNewDossier dossier = { .producer_kind = "household",
                               .unit = "29236",
                               .form = 1 + (int) (i % 26),
                               .kind = "first",
                               .round = "district-1" };
      char *product = g_strdup_printf ("Sản phẩm mẫu %u", i);
      char *producer = g_strdup_printf ("Cơ sở mẫu %u", i / 3);
      char *code = g_strdup_printf ("84-842-29236-%u-2024", i + 1);

      g_ptr_array_add (texts, product);
      g_ptr_array_add (texts, producer);
      g_ptr_array_add (texts, code);
      dossier.product = product;
      dossier.producer = producer;
      dossier.code = code;
      g_array_append_val (dossiers, dossier);
    }
  cs_dossiers_add_many (store, dossiers, NULL, &error);
  g_assert_no_error (error);
}

/* However many rows there are, only those that can be seen are read. GTK makes up to 205 rows. */
static void
test_lazy (void)
{
  CsStore *store = sample_book_new ();
  g_autoptr (CsDossierModel) model = cs_dossier_model_new ();
  guint before = cs_dossier_item_n_loads ();
  Stage *stage;

  add_many (store, 5000);
  cs_dossier_model_set_store (model, store);
  g_assert_cmpuint (cs_dossier_model_count (model), ==, 5000);
  /* a screen full at first, the rest while there is time */
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), <, 100);
  probe_until (g_list_model_get_n_items (G_LIST_MODEL (model)) == 5000);
  for (guint i = 0; i < 5000; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (model), i);

      g_assert_nonnull (item);
    }
  g_assert_cmpuint (cs_dossier_item_n_loads (), ==, before);
  g_clear_object (&model);
  stage = stage_new (store, 1000);
  probe_until (g_list_model_get_n_items (stage->rows) == 5000);
  g_assert_cmpuint (cs_dossier_item_n_loads () - before, <=, 420);
  /* choosing the last row and turning the order round reads no more than another screen */
  gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (gtk_column_view_get_model (stage->view)), 4999);
  cs_dossier_order_set (stage->view, CS_DOSSIER_BY_PRODUCT, TRUE);
  probe_settle ();
  g_assert_cmpuint (cs_dossier_item_n_loads () - before, <=, 1300);
  stage_free (stage);
}

static void
rename_product (CsStore *store, CsDossierKey key, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) dossier = cs_dossiers_get (store, key, &error);

  g_free (dossier->product);
  dossier->product = g_strdup (name);
  g_assert_true (cs_dossiers_update (store, dossier, &error));
  g_assert_no_error (error);
}

static void
rename_producer (CsStore *store, CsDossierKey key, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) dossier = cs_dossiers_get (store, key, &error);

  g_free (dossier->producer.name);
  dossier->producer.name = g_strdup (name);
  g_assert_true (cs_dossiers_update (store, dossier, &error));
  g_assert_no_error (error);
}

/* A change of one dossier is read again in its row, in all lists that show it, and nowhere else. */
static void
test_touched (void)
{
  CsStore *store = sample_book_new ();
  GtkWidget *window = gtk_window_new (), *results = cs_results_page_new ();
  CsDossierFilter all = { 0 };
  g_autoptr (GArray) keys = NULL;
  Stage *stage;
  guint before;

  add_many (store, 30);
  keys = cs_dossiers_list (store, &all, NULL);
  stage = stage_new (store, 1000);
  gtk_window_set_child (GTK_WINDOW (window), results);
  gtk_window_set_default_size (GTK_WINDOW (window), 1000, 700);
  cs_results_page_set_store (CS_RESULTS_PAGE (results), store);
  probe_draw (window);
  probe_settle ();
  before = cs_dossier_item_n_loads ();
  rename_product (store, g_array_index (keys, CsDossierKey, 3), "Trà sen mới");
  probe_settle ();
  g_assert_cmpuint (cs_dossier_item_n_loads () - before, ==, 2); /* one in each list */
  g_assert_true (probe_shows (stage->view, "Trà sen mới"));
  g_assert_true (probe_shows (results, "Trà sen mới"));
  /* the producer is that of them all */
  before = cs_dossier_item_n_loads ();
  rename_producer (store, g_array_index (keys, CsDossierKey, 3), "Hợp tác xã đổi tên");
  probe_settle ();
  g_assert_cmpuint (cs_dossier_item_n_loads () - before, ==, 6); /* three of its own, twice */
  g_assert_true (probe_shows (stage->view, "Hợp tác xã đổi tên"));
  /* a list out of sight reads it when it is looked at */
  gtk_widget_set_visible (results, FALSE);
  before = cs_dossier_item_n_loads ();
  rename_product (store, g_array_index (keys, CsDossierKey, 4), "Trà lài mới");
  probe_settle ();
  g_assert_cmpuint (cs_dossier_item_n_loads () - before, ==, 1);
  gtk_widget_set_visible (results, TRUE);
  probe_settle ();
  g_assert_cmpuint (cs_dossier_item_n_loads () - before, ==, 2);
  g_assert_true (probe_shows (results, "Trà lài mới"));
  probe_destroy (window);
  stage_free (stage);
}

/* Whoever needs a row that is not told of yet gets it. */
static void
test_pieces (void)
{
  CsStore *store = sample_book_new ();
  g_autoptr (CsDossierModel) model = cs_dossier_model_new ();
  CsDossierFilter found = { .words = "499" }, all = { 0 };
  guint position;
  CsDossierKey last;

  add_many (store, 500);
  cs_dossier_model_set_store (model, store);
  last = cs_dossier_model_get_key (model, 499);
  g_assert_true (cs_dossier_model_find (model, last, &position));
  g_assert_cmpuint (position, ==, 499);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 500);
  /* a filter in the middle of it */
  cs_dossier_model_set_filter (model, &found);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, cs_dossier_model_count (model));
  cs_dossier_model_set_store (model, NULL);
  cs_dossier_model_set_filter (model, &all);
  cs_dossier_model_set_store (model, store);
  cs_dossier_model_set_filter (model, &found);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, cs_dossier_model_count (model));
  probe_settle ();
  g_clear_object (&model);
  sample_book_free (store);
}

/* --- list --- */

static void
test_life (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *page = cs_dossiers_page_new ();
  gpointer left = page;

  /* without a book */
  g_object_add_weak_pointer (G_OBJECT (page), &left);
  gtk_window_set_child (GTK_WINDOW (window), page);
  probe_draw (window);
  g_assert_true (probe_shows (page, "No Dossiers Yet"));
  cs_dossiers_page_open (CS_DOSSIERS_PAGE (page), "nothing");
  cs_dossiers_page_focus_search (CS_DOSSIERS_PAGE (page));
  probe_destroy (window);
  g_assert_null (left);
}

static void
test_rows (void)
{
  Stage *stage = stage_new (three_dossiers (), 1200);

  g_assert_cmpuint (g_list_model_get_n_items (stage->rows), ==, 3);
  g_assert_true (cell_shows (GTK_WIDGET (stage->view), "84-842-29236-1-2024"));
  g_assert_true (cell_shows (GTK_WIDGET (stage->view), "Đặng Ngọc Ánh (mẫu)"));
  g_assert_true (cell_shows (GTK_WIDGET (stage->view), "Phường 4, Thành phố Trà Vinh"));
  g_assert_true (cell_shows (GTK_WIDGET (stage->view), "1. Rau, củ, quả, hạt tươi"));
  g_assert_true (cell_shows (GTK_WIDGET (stage->view), "First time"));
  g_assert_true (cell_shows (GTK_WIDGET (stage->view), "Registered"));
  g_assert_true (probe_shows (stage->view, "0/5"));
  g_assert_true (probe_shows (stage->page, "All 3"));
  /* a book with other rows takes their place */
  cs_dossiers_page_set_store (stage->page, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (stage->rows), ==, 0);
  cs_dossiers_page_set_store (stage->page, stage->store);
  g_assert_cmpuint (g_list_model_get_n_items (stage->rows), ==, 3);
  stage_free (stage);
}

static void
test_search (void)
{
  Stage *stage = stage_new (three_dossiers (), 1000);
  const struct
  {
    const char *words;
    guint n;
  } cases[] = {
    { "duong thot", 1 },                /* đ is d, no accents */
    { "ĐƯỜNG", 1 },                     /* capitals */
    { "du\u031b\u0300a sa\u0301p", 1 }, /* NFD */
    { "dừa sáp", 1 },                   /* NFC */
    { "d", 2 },                         /* the beginning of any word */
    { "mau", 3 },                       /* in every name */
    { "29269", 1 },                     /* part of the code */
    { "anh dua", 1 },                   /* words of product and producer, in any order */
    { "thot dua", 0 },                  /* all words must be there */
    { "!!!", 0 },
    { "  ", 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("search for “%s”", cases[i].words);
      search (stage, cases[i].words);
      g_assert_cmpuint (g_list_model_get_n_items (stage->rows), ==, cases[i].n);
    }
  search (stage, "khong co");
  g_assert_true (probe_shows (stage->page, "No Dossier Like That"));
  cs_dossier_filters_clear (probe_find (stage->page, CS_TYPE_DOSSIER_FILTERS, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (stage->rows), ==, 3);
  /* Enter opens the only one that is left */
  search (stage, "tet");
  g_signal_emit_by_name (probe_find (probe_find (stage->page, CS_TYPE_DOSSIER_FILTERS, NULL),
                                     GTK_TYPE_SEARCH_ENTRY, "search"),
                         "activate");
  g_assert_true (probe_shows (probe_find (stage->page, CS_TYPE_DOSSIER_VIEW, NULL), "Bánh tét (mẫu)"));
  stage_free (stage);
}

static void
test_filters (void)
{
  Stage *stage = stage_new (three_dossiers (), 1000);
  gpointer filters = probe_find (stage->page, CS_TYPE_DOSSIER_FILTERS, NULL);
  CsChooser *units = probe_find (filters, CS_TYPE_CHOOSER, "units");
  CsChooser *forms = probe_find (filters, CS_TYPE_CHOOSER, "forms");
  GtkWidget *states = probe_find (filters, GTK_TYPE_BOX, "states");
  GtkWidget *registered = gtk_widget_get_next_sibling (gtk_widget_get_first_child (states));

  cs_chooser_choose (forms, "7");
  g_assert_cmpuint (g_list_model_get_n_items (stage->rows), ==, 2);
  cs_chooser_choose (units, "29269");
  g_assert_cmpuint (g_list_model_get_n_items (stage->rows), ==, 1);
  cs_dossiers_page_show_unit (stage->page, "844"); /* a district and what lies below; the form is dropped */
  g_assert_cmpuint (g_list_model_get_n_items (stage->rows), ==, 2);
  g_assert_true (probe_shows (filters, "Huyện Càng Long"));
  cs_dossiers_page_show_unit (stage->page, "84");
  g_assert_cmpuint (g_list_model_get_n_items (stage->rows), ==, 3);
  g_assert_true (probe_shows (filters, "Registered 3"));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (gtk_widget_get_last_child (states)), TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (stage->rows), ==, 0);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (registered), TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (stage->rows), ==, 3);
  cs_dossiers_page_set_round (stage->page, "district-2");
  g_assert_cmpuint (g_list_model_get_n_items (stage->rows), ==, 0);
  cs_dossiers_page_set_round (stage->page, NULL);
  /* the lists to pick from are searched without accents too */
  g_assert_cmpuint (cs_chooser_search (units, "cang long"), >=, 2);
  g_assert_cmpuint (cs_chooser_search (forms, "ruou"), >=, 1);
  stage_free (stage);
}

static void
test_order (void)
{
  Stage *stage = stage_new (three_dossiers (), 1000);
  gpointer filters = probe_find (stage->page, CS_TYPE_DOSSIER_FILTERS, NULL);

  g_assert_cmpstr (product_at (stage, 0), ==, "Dừa sáp Cầu Kè (mẫu)");
  cs_dossier_order_set (stage->view, CS_DOSSIER_BY_PRODUCT, FALSE);
  g_assert_cmpstr (product_at (stage, 0), ==, "Bánh tét (mẫu)");
  g_assert_cmpstr (product_at (stage, 2), ==, "Đường thốt nốt (mẫu)");
  cs_dossier_order_set (stage->view, CS_DOSSIER_BY_PRODUCT, TRUE);
  g_assert_cmpstr (product_at (stage, 0), ==, "Đường thốt nốt (mẫu)");
  cs_dossier_order_set (stage->view, CS_DOSSIER_BY_PRODUCER, FALSE);
  g_assert_cmpstr (product_at (stage, 0), ==, "Đường thốt nốt (mẫu)");
  cs_dossier_order_set (stage->view, CS_DOSSIER_BY_FORM, TRUE);
  g_assert_cmpstr (product_at (stage, 2), ==, "Dừa sáp Cầu Kè (mẫu)");
  /* by keyboard through the menu: GTK's titles of columns take no focus */
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (filters), "dossiers.order", "s", "product"));
  g_assert_cmpstr (product_at (stage, 0), ==, "Đường thốt nốt (mẫu)");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (filters), "dossiers.descending", NULL));
  g_assert_cmpstr (product_at (stage, 0), ==, "Bánh tét (mẫu)");
  stage_free (stage);
}

/* --- opening and deleting --- */

static void
test_open (void)
{
  Stage *stage = stage_new (three_dossiers (), 1200);
  GtkSingleSelection *selection = GTK_SINGLE_SELECTION (gtk_column_view_get_model (stage->view));
  CsDossierView *view = probe_find (stage->page, CS_TYPE_DOSSIER_VIEW, NULL);
  AdwLeaflet *leaflet = probe_find (stage->page, ADW_TYPE_LEAFLET, NULL);

  g_signal_emit_by_name (stage->view, "activate", 1u);
  probe_settle ();
  g_assert_true (probe_shows (view, "Đường thốt nốt (mẫu)"));
  g_assert_false (adw_leaflet_get_folded (leaflet));
  /* beside the list the dossier goes along with the rows, and its row stays chosen when others come */
  gtk_single_selection_set_selected (selection, 2);
  g_assert_true (probe_shows (view, "Bánh tét (mẫu)"));
  add (stage->store, "Cà phê (mẫu)", "Cẩm Tú (mẫu)", "29236", 1);
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, 3);
  g_assert_true (probe_shows (view, "Bánh tét (mẫu)"));
  /* also when it is not listed any more */
  search (stage, "dua");
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, GTK_INVALID_LIST_POSITION);
  g_assert_true (probe_shows (view, "Bánh tét (mẫu)"));
  cs_dossiers_page_open (stage->page, "84-842-29236-1-2024");
  g_assert_true (probe_shows (view, "Dừa sáp Cầu Kè (mẫu)"));
  g_signal_emit_by_name (probe_find (stage->page, GTK_TYPE_BUTTON, "back_button"), "clicked");
  g_assert_null (cs_dossier_view_get_dossier (view));
  cs_dossiers_page_open (stage->page, "84-842-29236-9-2024");
  gtk_window_destroy (probe_find_window (ADW_TYPE_MESSAGE_DIALOG));
  stage_free (stage);
}

static void
test_narrow (void)
{
  Stage *stage = stage_new (three_dossiers (), 600);
  AdwLeaflet *leaflet = probe_find (stage->page, ADW_TYPE_LEAFLET, NULL);

  g_signal_emit_by_name (stage->view, "activate", 0u);
  probe_settle ();
  g_assert_true (adw_leaflet_get_folded (leaflet));
  g_assert_true (probe_find (adw_leaflet_get_visible_child (leaflet), CS_TYPE_DOSSIER_VIEW, NULL) != NULL);
  adw_leaflet_navigate (leaflet, ADW_NAVIGATION_DIRECTION_BACK);
  probe_settle ();
  g_assert_true (CS_IS_DOSSIER_LIST (adw_leaflet_get_visible_child (leaflet)));
  stage_free (stage);
}

static void
test_delete (void)
{
  Stage *stage = stage_new (three_dossiers (), 1200);
  gpointer toast;

  cs_dossiers_page_open (stage->page, "84-842-29236-1-2024");
  g_signal_emit_by_name (probe_find (stage->page, GTK_TYPE_BUTTON, "delete_button"), "clicked");
  g_assert_cmpuint (g_list_model_get_n_items (stage->rows), ==, 2);
  g_assert_null (cs_dossier_view_get_dossier (probe_find (stage->page, CS_TYPE_DOSSIER_VIEW, NULL)));
  probe_settle ();
  g_assert_true (probe_shows (stage->window, "was deleted"));
  toast = probe_find (stage->window, g_type_from_name ("AdwToastWidget"), NULL);
  g_signal_emit_by_name (probe_find (toast, GTK_TYPE_BUTTON, NULL), "clicked");
  g_assert_cmpuint (g_list_model_get_n_items (stage->rows), ==, 3);
  stage_free (stage);
}

/* A dossier with a sheet stays, and the person is told why. */
static void
test_delete_scored (void)
{
  CsStore *store = sample_book_new ();
  g_autofree char *code = NULL;
  Stage *stage;

  sample_book_add_council (store, "district-842", 3);
  code = sample_book_add_dossier (store, "29236", 1, "district-1");
  sample_book_score (store, code, "m1", 70);
  stage = stage_new (store, 1200);
  cs_dossiers_page_open (stage->page, code);
  g_signal_emit_by_name (probe_find (stage->page, GTK_TYPE_BUTTON, "delete_button"), "clicked");
  g_assert_cmpuint (g_list_model_get_n_items (stage->rows), ==, 1);
  g_assert_true (probe_shows (probe_find_window (ADW_TYPE_MESSAGE_DIALOG), "has score sheets"));
  gtk_window_destroy (probe_find_window (ADW_TYPE_MESSAGE_DIALOG));
  stage_free (stage);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  probe_use_style ();
  g_test_add_func ("/dossiers/model", test_model);
  g_test_add_func ("/dossiers/pieces", test_pieces);
  g_test_add_func ("/dossiers/touched", test_touched);
  g_test_add_func ("/dossiers/lazy", test_lazy);
  g_test_add_func ("/dossiers/life", test_life);
  g_test_add_func ("/dossiers/rows", test_rows);
  g_test_add_func ("/dossiers/search", test_search);
  g_test_add_func ("/dossiers/filters", test_filters);
  g_test_add_func ("/dossiers/order", test_order);
  g_test_add_func ("/dossiers/open", test_open);
  g_test_add_func ("/dossiers/narrow", test_narrow);
  g_test_add_func ("/dossiers/delete", test_delete);
  g_test_add_func ("/dossiers/delete-scored", test_delete_scored);
  return g_test_run ();
}
