/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/results/results-page.h"

#include "service/book/unread.h"
#include "ui/widgets/label-column.h"
#include "ui/widgets/feedback.h"
#include "ui/results/result-columns.h"
#include "ui/shared/dossier-model.h"
#include "ui/shared/dossier-order.h"
#include "ui/results/verdict-view.h"
#include "ui/widgets/wrap-box.h"
#include "ui/widgets/reader.h"

#include <gdk/gdkkeysyms.h>
#include <glib/gi18n-lib.h>

#define LIST_SHARE 0.4 /* of the height, when a verdict is opened */
#define LIST_LEAST 260 /* pixels, and before the page has a height */

#define SHOWN                                                                                                \
  (CS_CHANGE_DOSSIERS | CS_CHANGE_COUNCILS | CS_CHANGE_EVALUATIONS | CS_CHANGE_REGISTER | CS_CHANGE_SITTER)

struct _CsResultsPage
{
  AdwBin parent_instance;

  CsStore *store;       /* (nullable) */
  GSignalGroup *events; /* of the store */
  char *round;          /* (nullable) */
  CsChangeSet *stale;   /* what came while nobody looked */
  guint ticks;          /* frames until the list scrolls to the chosen row */

  CsDossierModel *model; /* (nullable) before it is made and after it is disposed of */
  GtkSingleSelection *selection;
  GtkWidget *toolbar;
  GtkEditable *search_entry;
  GtkDropDown *state_choice;
  GtkLabel *count_label;
  GtkWidget *print_button;
  GtkPaned *paned;
  GtkStack *stack;
  GtkColumnView *view;
  GtkWidget *verdict_window;
  CsVerdictView *verdict_view;
};

G_DEFINE_FINAL_TYPE (CsResultsPage, cs_results_page, ADW_TYPE_BIN)

/* --- the verdict below --- */

static gboolean
tick_cb (GtkWidget *view, GdkFrameClock *clock, gpointer data)
{
  CsResultsPage *self = data;
  guint selected = gtk_single_selection_get_selected (self->selection);

  if (--self->ticks > 0)
    return G_SOURCE_CONTINUE;
  if (selected != GTK_INVALID_LIST_POSITION)
    cs_label_column_scroll_to (self->view, selected);
  return G_SOURCE_REMOVE;
}

/* The row that was chosen must stay in sight when the verdict takes its place: the list has its new height
 * one frame later. */
static void
scroll_later (CsResultsPage *self)
{
  if (self->ticks == 0)
    gtk_widget_add_tick_callback (GTK_WIDGET (self->view), tick_cb, self, NULL);
  self->ticks = 2;
}

static void
show_verdict (CsResultsPage *self, CsDossierKey key)
{
  if (!gtk_widget_get_visible (self->verdict_window))
    {
      int height = gtk_widget_get_height (GTK_WIDGET (self->paned));

      gtk_paned_set_position (self->paned, MAX ((int) (height * LIST_SHARE), LIST_LEAST));
      gtk_widget_set_visible (self->verdict_window, TRUE);
      scroll_later (self);
    }
  cs_verdict_view_show (self->verdict_view, self->store, &key);
}

static void
hide_verdict (CsResultsPage *self)
{
  gtk_widget_set_visible (self->verdict_window, FALSE);
  cs_verdict_view_show (self->verdict_view, NULL, NULL);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
}

static void
hide_verdict_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CsResultsPage *self = CS_RESULTS_PAGE (widget);

  hide_verdict (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static gboolean
print_table_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  return gtk_widget_activate_action (GTK_WIDGET (CS_RESULTS_PAGE (widget)->verdict_view),
                                     "verdict.print-table", NULL);
}

static void
selected_cb (CsResultsPage *self)
{
  CsDossierItem *item = gtk_single_selection_get_selected_item (self->selection);

  /* a row that only left the list, because it was closed or filtered out, keeps its verdict on the screen */
  if (item != NULL)
    show_verdict (self, cs_dossier_item_get_key (item));
}

static void
activate_cb (CsResultsPage *self, guint position)
{
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_child_focus (GTK_WIDGET (self->verdict_view), GTK_DIR_TAB_FORWARD);
}

/* --- the list --- */

static gboolean
is_filtered (CsResultsPage *self)
{
  return gtk_drop_down_get_selected (self->state_choice) != 0
         || *gtk_editable_get_text (self->search_entry) != '\0';
}

static void
show_count (CsResultsPage *self)
{
  guint n = cs_dossier_model_count (self->model);
  g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u product", "%u products", n), n);

  gtk_label_set_label (self->count_label, text);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list" : is_filtered (self) ? "nothing" : "empty");
  gtk_widget_set_visible (self->toolbar, n > 0 || is_filtered (self));
}

static void
apply_filter (CsResultsPage *self)
{
  static const CsDossierState states[] = { CS_DOSSIER_ANY, CS_DOSSIER_REGISTERED, CS_DOSSIER_SCORING,
                                           CS_DOSSIER_CLOSED };
  guint state = MIN (gtk_drop_down_get_selected (self->state_choice), G_N_ELEMENTS (states) - 1);
  CsDossierFilter filter = { .words = gtk_editable_get_text (self->search_entry),
                             .round = self->round,
                             .state = states[state] };

  CsDossierItem *chosen = gtk_single_selection_get_selected_item (self->selection);
  CsDossierKey key = chosen != NULL ? cs_dossier_item_get_key (chosen) : (CsDossierKey){ 0, 0 };
  guint position;

  cs_dossier_order_get (self->view, &filter.order, &filter.descending);
  cs_dossier_model_set_filter (self->model, &filter);
  if (key.dossier != 0 && cs_dossier_model_find (self->model, key, &position))
    gtk_single_selection_set_selected (self->selection, position);
  show_count (self);
}

static void
refresh (CsResultsPage *self)
{
  g_autoptr (CsChangeSet) changes = self->stale;

  self->stale = cs_change_set_new ();
  cs_dossier_model_refresh (self->model, changes);
  show_count (self);
  if (gtk_widget_get_visible (self->verdict_window))
    cs_verdict_view_refresh (self->verdict_view);
}

static void
store_changed_cb (CsResultsPage *self, const CsChangeSet *changes)
{
  if (!cs_change_set_has (changes, SHOWN))
    return;
  cs_change_set_merge (self->stale, changes);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
}

/* --- controls --- */

static void
filter_changed_cb (CsResultsPage *self)
{
  if (self->model != NULL && !cs_dossier_order_is_moving (self->view))
    apply_filter (self);
}

static void
show_all (CsResultsPage *self)
{
  gtk_drop_down_set_selected (self->state_choice, 0);
  gtk_editable_set_text (self->search_entry, "");
  apply_filter (self); /* a search entry waits a little before it tells */
}

static void
show_all_cb (CsResultsPage *self)
{
  show_all (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
print_cb (CsResultsPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.print-summary", "(ss)",
                              cs_store_get_book (self->store)->unit, self->round != NULL ? self->round : "");
}

static void
dossiers_cb (CsResultsPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-dossiers", "s",
                              cs_store_get_book (self->store)->unit);
}

/* --- life --- */

static void
cs_results_page_map (GtkWidget *widget)
{
  CsResultsPage *self = CS_RESULTS_PAGE (widget);

  GTK_WIDGET_CLASS (cs_results_page_parent_class)->map (widget);
  if (cs_change_set_has (self->stale, SHOWN))
    refresh (self);
}

static void
cs_results_page_dispose (GObject *object)
{
  CsResultsPage *self = CS_RESULTS_PAGE (object);

  g_clear_object (&self->events);
  if (self->view != NULL)
    {
      gtk_column_view_set_model (self->view, NULL);
    }
  self->view = NULL;
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (cs_results_page_parent_class)->dispose (object);
}

static void
cs_results_page_finalize (GObject *object)
{
  cs_change_set_unref (CS_RESULTS_PAGE (object)->stale);
  g_free (CS_RESULTS_PAGE (object)->round);
  G_OBJECT_CLASS (cs_results_page_parent_class)->finalize (object);
}

static void
cs_results_page_class_init (CsResultsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cs_results_page_dispose;
  object_class->finalize = cs_results_page_finalize;
  widget_class->map = cs_results_page_map;
  g_type_ensure (CS_TYPE_VERDICT_VIEW);
  g_type_ensure (CS_TYPE_WRAP_BOX);
  gtk_widget_class_install_action (widget_class, "results.hide-verdict", NULL, hide_verdict_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "results.hide-verdict", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_p, GDK_CONTROL_MASK | GDK_SHIFT_MASK, print_table_cb,
                                NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/chamsao/ChamSao/results/results-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CsResultsPage, toolbar);
  gtk_widget_class_bind_template_child (widget_class, CsResultsPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, CsResultsPage, state_choice);
  gtk_widget_class_bind_template_child (widget_class, CsResultsPage, count_label);
  gtk_widget_class_bind_template_child (widget_class, CsResultsPage, print_button);
  gtk_widget_class_bind_template_child (widget_class, CsResultsPage, paned);
  gtk_widget_class_bind_template_child (widget_class, CsResultsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, CsResultsPage, view);
  gtk_widget_class_bind_template_child (widget_class, CsResultsPage, verdict_window);
  gtk_widget_class_bind_template_child (widget_class, CsResultsPage, verdict_view);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, print_cb);
  gtk_widget_class_bind_template_callback (widget_class, dossiers_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
cs_results_page_init (CsResultsPage *self)
{
  self->stale = cs_change_set_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  cs_reader_follow_stack (self->stack);
  self->events = g_signal_group_new (CS_TYPE_STORE);
  g_signal_group_connect_swapped (self->events, "changed", G_CALLBACK (store_changed_cb), self);
  cs_result_columns_append (self->view);
  self->model = cs_dossier_model_new ();
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->model)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed", G_CALLBACK (filter_changed_cb),
                           self, G_CONNECT_SWAPPED);
}

/* --- public --- */

GtkWidget *
cs_results_page_new (void)
{
  return g_object_new (CS_TYPE_RESULTS_PAGE, NULL);
}

void
cs_results_page_set_store (CsResultsPage *self, CsStore *store)
{
  g_return_if_fail (CS_IS_RESULTS_PAGE (self));
  g_return_if_fail (store == NULL || CS_IS_STORE (store));

  if (!g_set_object (&self->store, store))
    return;
  g_signal_group_set_target (self->events, store);
  g_clear_pointer (&self->round, g_free);
  hide_verdict (self);
  /* the book last, so that it is asked once */
  cs_dossier_model_set_store (self->model, NULL);
  show_all (self);
  cs_dossier_model_set_store (self->model, store);
  show_count (self);
}

void
cs_results_page_set_round (CsResultsPage *self, const char *round)
{
  g_return_if_fail (CS_IS_RESULTS_PAGE (self));

  if (g_strcmp0 (self->round, round) == 0)
    return;
  g_free (self->round);
  self->round = g_strdup (round);
  hide_verdict (self);
  apply_filter (self);
}

/* Returns: place of the dossier among the rows as they are shown, or GTK_INVALID_LIST_POSITION. */
static guint
find_row (CsResultsPage *self, CsDossierKey key)
{
  guint position;

  return cs_dossier_model_find (self->model, key, &position) ? position : GTK_INVALID_LIST_POSITION;
}

void
cs_results_page_open (CsResultsPage *self, const char *code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) dossier = NULL;
  CsDossierKey key;
  guint position;

  g_return_if_fail (CS_IS_RESULTS_PAGE (self));
  g_return_if_fail (self->store != NULL && code != NULL);

  dossier = cs_dossiers_by_code (self->store, code, self->round, cs_store_unread (self->store));
  if (dossier == NULL)
    dossier = cs_dossiers_by_code (self->store, code, NULL, &error);
  if (dossier == NULL)
    {
      cs_feedback_error (GTK_WIDGET (self), _ ("The result could not be opened"), error);
      return;
    }
  key = (CsDossierKey){ dossier->id, dossier->evaluation };
  position = find_row (self, key);
  if (position == GTK_INVALID_LIST_POSITION && is_filtered (self))
    {
      show_all (self);
      position = find_row (self, key);
    }
  gtk_single_selection_set_selected (self->selection, position);
  show_verdict (self, key);
  scroll_later (self);
}
