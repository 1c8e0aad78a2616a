/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossiers-page.h"

#include "chooser.h"
#include "columns.h"
#include "dossier-columns.h"
#include "dossier-model.h"
#include "dossier-view.h"
#include "dossier-window.h"
#include "feedback.h"
#include "formats.h"

#include "base/text.h"

#include <glib/gi18n-lib.h>

#define N_STATES 4

/* Widths in pixels from which there is room for more. */
#define ROOM_FOR_BOTH    880 /* list and dossier side by side */
#define ROOM_FOR_ALL     960 /* every column */
#define ROOM_FOR_MOST    600 /* all but the least important ones */
#define ROOM_FOR_FILTERS 660 /* in one line */

struct _CsDossiersPage
{
  AdwBin parent_instance;

  AdwLeaflet *leaflet;
  GtkWidget *list_pane;
  GtkSearchEntry *search;
  GtkWidget *new_button;
  AdwButtonContent *new_content;
  GtkWidget *first_button;
  GtkBox *filters;
  GtkBox *states;
  GtkWidget *unit_button;
  GtkLabel *unit_label;
  CsChooser *units;
  GtkWidget *form_button;
  GtkLabel *form_label;
  CsChooser *forms;
  GtkWidget *clear_button;
  GtkStack *content;
  GtkColumnView *view;
  GtkWidget *detail_pane;
  GtkButton *back_button;
  CsDossierView *detail;

  GtkToggleButton *state_buttons[N_STATES];
  GtkLabel *state_labels[N_STATES];
  CsStore *store; /* (nullable) */
  char *round;    /* (nullable) */
  CsDossierModel *model;
  GtkSingleSelection *selection;
  CsDossierWindow *editor; /* (nullable): a new dossier that is being entered, perhaps hidden; weak */
  guint pending;           /* of CsChange: what happened while nobody looked */
  gboolean filtering;      /* several filters are set at once */
  gboolean listing;        /* the list changes, the person chose nothing */
  guint fit_source;
};

G_DEFINE_FINAL_TYPE (CsDossiersPage, cs_dossiers_page, ADW_TYPE_BIN)

/* --- the list --- */

static CsDossierState
chosen_state (CsDossiersPage *self)
{
  for (guint i = 0; i < N_STATES; i++)
    if (gtk_toggle_button_get_active (self->state_buttons[i]))
      return (CsDossierState) i;
  return CS_DOSSIER_ANY;
}

/* Returns: (nullable): NULL for no choice and for "all". */
static const char *
chosen_id (CsChooser *chooser)
{
  const char *id = cs_chooser_get_chosen (chooser);

  return id != NULL && *id != '\0' ? id : NULL;
}

static CsDossierFilter
make_filter (CsDossiersPage *self)
{
  CsDossierFilter filter = { .round = self->round, .state = chosen_state (self) };
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search));
  const char *form = chosen_id (self->forms);

  filter.words = cs_text_is_blank (words) ? NULL : words;
  filter.unit = chosen_id (self->units);
  filter.form = form != NULL ? (int) g_ascii_strtoll (form, NULL, 10) : 0;
  cs_dossier_columns_get_order (self->view, &filter.order, &filter.descending);
  return filter;
}

static gboolean
is_filtered (const CsDossierFilter *filter)
{
  return filter->words != NULL || filter->unit != NULL || filter->form != 0
         || filter->state != CS_DOSSIER_ANY;
}

static void
show_counts (CsDossiersPage *self, const CsDossierFilter *filter)
{
  static const char *const words[N_STATES] = { N_ ("All"), N_ ("Registered"), N_ ("Being scored"),
                                               N_ ("Closed") };
  guint counts[N_STATES] = { 0 };

  if (self->store != NULL)
    cs_dossiers_count (self->store, filter, counts, NULL);
  for (guint i = 0; i < N_STATES; i++)
    {
      g_autofree char *text = g_strdup_printf ("%s %u", g_dgettext (GETTEXT_PACKAGE, words[i]), counts[i]);

      gtk_label_set_label (self->state_labels[i], text);
    }
}

static void
show_chips (CsDossiersPage *self, const CsDossierFilter *filter)
{
  const CsUnit *unit =
      filter->unit != NULL ? cs_unit_set_find (cs_store_get_units (self->store), filter->unit) : NULL;
  const CsForm *form = filter->form != 0
                           ? cs_regulation_form (cs_store_get_current_regulation (self->store), filter->form)
                           : NULL;
  g_autofree char *form_name = form != NULL ? cs_format_form (form) : g_strdup (_ ("All forms"));

  gtk_label_set_label (self->unit_label, unit != NULL ? unit->name : _ ("All units"));
  gtk_label_set_label (self->form_label, form_name);
  gtk_widget_set_visible (self->clear_button, is_filtered (filter));
}

/* Shows what goes with the rows: counts, chips, or what to do when there are none. */
static void
show_content (CsDossiersPage *self)
{
  const CsDossierFilter *filter = cs_dossier_model_get_filter (self->model);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));

  show_counts (self, filter);
  show_chips (self, filter);
  gtk_stack_set_visible_child_name (self->content, n > 0                  ? "list"
                                                   : is_filtered (filter) ? "nothing"
                                                                          : "empty");
  gtk_widget_set_sensitive (self->new_button, self->store != NULL);
  gtk_widget_set_sensitive (self->first_button, self->store != NULL);
}

/* The row of the open dossier stays chosen wherever it goes; no other one is chosen for the person. */
static void
choose_open_row (CsDossiersPage *self, CsDossierKey key)
{
  guint position = GTK_INVALID_LIST_POSITION;

  if (key.dossier == 0 || !cs_dossier_model_find (self->model, key, &position))
    position = GTK_INVALID_LIST_POSITION;
  gtk_single_selection_set_selected (self->selection, position);
}

static CsDossierKey
chosen_key (CsDossiersPage *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);

  if (gtk_widget_get_visible (self->detail_pane) && cs_dossier_view_get_dossier (self->detail) != NULL)
    return cs_dossier_view_get_key (self->detail);
  if (position == GTK_INVALID_LIST_POSITION)
    return (CsDossierKey){ 0, 0 };
  return cs_dossier_model_get_key (self->model, position);
}

static void
apply_filter (CsDossiersPage *self)
{
  CsDossierFilter filter = make_filter (self);
  CsDossierKey key = chosen_key (self);

  if (self->filtering)
    return;
  self->listing = TRUE;
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  cs_dossier_model_set_filter (self->model, &filter);
  choose_open_row (self, key);
  self->listing = FALSE;
  show_content (self);
}

static void
clear_filters (CsDossiersPage *self)
{
  self->filtering = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  cs_chooser_set_chosen (self->units, "");
  cs_chooser_set_chosen (self->forms, "");
  gtk_toggle_button_set_active (self->state_buttons[CS_DOSSIER_ANY], TRUE);
  self->filtering = FALSE;
}

static void
apply_changes (CsDossiersPage *self, guint changes)
{
  CsDossierKey key;

  /* first the dossier: it may have come into a round, and then its row is another one */
  cs_dossier_view_refresh (self->detail);
  key = chosen_key (self);
  self->listing = TRUE;
  if (changes & ~(guint) CS_CHANGE_PAPERS)
    gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  cs_dossier_model_refresh (self->model, changes);
  choose_open_row (self, key);
  self->listing = FALSE;
  show_content (self);
}

/* --- the open dossier --- */

static gboolean
is_split (CsDossiersPage *self)
{
  return gtk_widget_get_visible (self->detail_pane) && !adw_leaflet_get_folded (self->leaflet);
}

/* Makes columns, filters and buttons fit the room that there is. */
static void
fit (CsDossiersPage *self)
{
  int width = gtk_widget_get_width (self->list_pane);
  gboolean folded = adw_leaflet_get_folded (self->leaflet);
  const char *close = folded ? _ ("Back to the list") : _ ("Close the dossier");
  CsDossierColumns columns = width >= ROOM_FOR_ALL    ? CS_DOSSIER_COLUMNS_ALL
                             : width >= ROOM_FOR_MOST ? CS_DOSSIER_COLUMNS_MOST
                                                      : CS_DOSSIER_COLUMNS_FEW;

  adw_leaflet_set_can_unfold (self->leaflet, gtk_widget_get_width (GTK_WIDGET (self)) >= ROOM_FOR_BOTH);
  cs_dossier_columns_fit (self->view, is_split (self) ? CS_DOSSIER_COLUMNS_FEW : columns);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->filters), width >= ROOM_FOR_FILTERS
                                                                      ? GTK_ORIENTATION_HORIZONTAL
                                                                      : GTK_ORIENTATION_VERTICAL);
  gtk_button_set_icon_name (self->back_button, folded ? "go-previous-symbolic" : "window-close-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->back_button), close);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->back_button), GTK_ACCESSIBLE_PROPERTY_LABEL, close,
                                  -1);
}

static void
close_detail (CsDossiersPage *self)
{
  if (!gtk_widget_get_visible (self->detail_pane))
    return;
  cs_dossier_view_flush (self->detail);
  adw_leaflet_set_visible_child (self->leaflet, self->list_pane);
  cs_dossier_view_clear (self->detail);
  gtk_widget_set_visible (self->detail_pane, FALSE);
  fit (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static gboolean
open_key (CsDossiersPage *self, CsDossierKey key)
{
  if (!cs_dossier_view_show (self->detail, key))
    return FALSE;
  gtk_widget_set_visible (self->detail_pane, TRUE);
  adw_leaflet_set_visible_child (self->leaflet, self->detail_pane);
  fit (self);
  self->listing = TRUE;
  choose_open_row (self, key);
  self->listing = FALSE;
  return TRUE;
}

static void
delete_dossier (CsDossiersPage *self, gint64 id, const char *product)
{
  g_autofree char *text = g_strdup_printf (_ ("“%s” was deleted"), product);
  g_autoptr (GError) error = NULL;

  /* what is typed belongs to the dossier that may come back */
  cs_dossier_view_flush (self->detail);
  if (!cs_dossiers_delete (self->store, id, &error))
    {
      cs_feedback_error (GTK_WIDGET (self), _ ("The Dossier Was Not Deleted"), error);
      return;
    }
  cs_feedback_undo (GTK_WIDGET (self), text, "win.undo-delete", g_variant_new_int64 (id));
}

/* --- callbacks: list --- */

static void
filter_changed_cb (CsDossiersPage *self)
{
  apply_filter (self);
}

static void
state_toggled_cb (CsDossiersPage *self, GtkToggleButton *button)
{
  if (gtk_toggle_button_get_active (button))
    apply_filter (self);
}

static void
sorter_changed_cb (CsDossiersPage *self)
{
  apply_filter (self);
}

static void
clear_cb (CsDossiersPage *self)
{
  clear_filters (self);
  apply_filter (self);
}

static void
row_activate_cb (CsDossiersPage *self, guint position)
{
  open_key (self, cs_dossier_model_get_key (self->model, position));
  if (adw_leaflet_get_folded (self->leaflet))
    gtk_widget_grab_focus (GTK_WIDGET (self->back_button));
}

static void
search_activate_cb (CsDossiersPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));

  if (n == 0)
    return;
  if (gtk_single_selection_get_selected (self->selection) == GTK_INVALID_LIST_POSITION)
    gtk_single_selection_set_selected (self->selection, 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  if (n == 1)
    row_activate_cb (self, 0);
}

/* Beside the list the open dossier goes along with the chosen row. */
static void
selected_cb (CsDossiersPage *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);

  if (!self->listing && is_split (self) && position != GTK_INVALID_LIST_POSITION)
    cs_dossier_view_show (self->detail, cs_dossier_model_get_key (self->model, position));
}

static gboolean
delete_row_cb (GtkWidget *view, GVariant *args, gpointer data)
{
  CsDossiersPage *self = data;
  CsDossierItem *item = gtk_single_selection_get_selected_item (self->selection);

  if (item == NULL)
    return GDK_EVENT_PROPAGATE;
  delete_dossier (self, cs_dossier_item_get_key (item).dossier, cs_dossier_item_get_product (item));
  return GDK_EVENT_STOP;
}

/* --- callbacks: dossier --- */

static void
close_detail_cb (CsDossiersPage *self)
{
  close_detail (self);
}

static void
gone_cb (CsDossiersPage *self)
{
  close_detail (self);
}

/* Swiping or Alt+Left goes back too. */
static void
visible_child_cb (CsDossiersPage *self)
{
  if (adw_leaflet_get_folded (self->leaflet)
      && adw_leaflet_get_visible_child (self->leaflet) == self->list_pane)
    cs_dossier_view_flush (self->detail);
}

static void
delete_cb (CsDossiersPage *self)
{
  const CsDossier *dossier = cs_dossier_view_get_dossier (self->detail);

  if (dossier != NULL)
    delete_dossier (self, dossier->id, dossier->product);
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  CsDossiersPage *self = CS_DOSSIERS_PAGE (widget);

  if (!gtk_widget_get_visible (self->detail_pane))
    return GDK_EVENT_PROPAGATE;
  close_detail (self);
  return GDK_EVENT_STOP;
}

static void
shape_changed_cb (CsDossiersPage *self)
{
  fit (self);
}

/* --- callbacks: new dossier --- */

static void
show_new_button (CsDossiersPage *self)
{
  gboolean begun = self->editor != NULL && !cs_dossier_window_is_blank (self->editor);

  adw_button_content_set_label (self->new_content, begun ? _ ("_Go On Entering") : _ ("_New Dossier"));
  adw_button_content_set_icon_name (self->new_content,
                                    begun ? "document-edit-symbolic" : "list-add-symbolic");
}

static void
editor_visible_cb (CsDossiersPage *self)
{
  if (self->editor != NULL && !gtk_widget_get_visible (GTK_WIDGET (self->editor))
      && cs_dossier_window_is_blank (self->editor))
    gtk_window_destroy (GTK_WINDOW (self->editor));
  show_new_button (self);
}

static void
added_cb (CsDossiersPage *self, const char *code)
{
  g_autofree char *text = g_strdup_printf (_ ("%s was entered"), code);

  gtk_window_destroy (GTK_WINDOW (self->editor));
  show_new_button (self);
  cs_dossiers_page_open (self, code);
  cs_feedback_toast (GTK_WIDGET (self), text);
}

static void
new_cb (CsDossiersPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (self->store == NULL)
    return;
  if (self->editor == NULL)
    {
      g_set_weak_pointer (&self->editor, cs_dossier_window_new (self->store));
      cs_dossier_window_suggest (self->editor, chosen_id (self->units), self->round);
      g_signal_connect_object (self->editor, "added", G_CALLBACK (added_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->editor, "notify::visible", G_CALLBACK (editor_visible_cb), self,
                               G_CONNECT_SWAPPED);
    }
  gtk_window_set_transient_for (GTK_WINDOW (self->editor), GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL);
  gtk_window_present (GTK_WINDOW (self->editor));
}

static gboolean
new_key_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  new_cb (CS_DOSSIERS_PAGE (widget));
  return GDK_EVENT_STOP;
}

static void
drop_editor (CsDossiersPage *self)
{
  CsDossierWindow *editor = self->editor;

  g_clear_weak_pointer (&self->editor);
  if (editor != NULL)
    {
      g_signal_handlers_disconnect_by_data (editor, self);
      gtk_window_destroy (GTK_WINDOW (editor));
    }
}

/* --- the book --- */

static void
store_changed_cb (CsDossiersPage *self, guint changes)
{
  /* while somebody scores on another page, nothing here need be read again after every choice */
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    apply_changes (self, changes);
  else
    self->pending |= changes;
}

static void
fill_choosers (CsDossiersPage *self)
{
  cs_chooser_clear (self->units);
  cs_chooser_clear (self->forms);
  cs_chooser_add (self->units, "", _ ("All units"), NULL, 0);
  cs_chooser_add (self->forms, "", _ ("All forms"), NULL, 0);
  if (self->store == NULL)
    return;
  cs_chooser_add_units (self->units, cs_store_get_units (self->store), cs_store_get_book (self->store)->unit,
                        FALSE);
  cs_chooser_add_forms (self->forms, cs_store_get_current_regulation (self->store));
}

/* --- overrides --- */

static gboolean
fit_later_cb (gpointer data)
{
  CsDossiersPage *self = data;

  self->fit_source = 0;
  fit (self);
  return G_SOURCE_REMOVE;
}

/* libadwaita 1.2 has no breakpoints; what changes sizes must not happen while they are being given out. */
static void
cs_dossiers_page_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CsDossiersPage *self = CS_DOSSIERS_PAGE (widget);

  GTK_WIDGET_CLASS (cs_dossiers_page_parent_class)->size_allocate (widget, width, height, baseline);
  if (self->fit_source == 0)
    self->fit_source = g_idle_add_full (GTK_PRIORITY_RESIZE - 1, fit_later_cb, self, NULL);
}

static void
cs_dossiers_page_map (GtkWidget *widget)
{
  CsDossiersPage *self = CS_DOSSIERS_PAGE (widget);
  guint pending = self->pending;

  self->pending = 0;
  if (pending != 0)
    apply_changes (self, pending);
  GTK_WIDGET_CLASS (cs_dossiers_page_parent_class)->map (widget);
}

static void
cs_dossiers_page_dispose (GObject *object)
{
  CsDossiersPage *self = CS_DOSSIERS_PAGE (object);

  g_clear_handle_id (&self->fit_source, g_source_remove);
  drop_editor (self);
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_clear_object (&self->store);
  if (self->view != NULL)
    {
      /* rows that are unbound late complain otherwise */
      gtk_column_view_set_model (self->view, NULL);
      self->view = NULL;
    }
  G_OBJECT_CLASS (cs_dossiers_page_parent_class)->dispose (object);
}

static void
cs_dossiers_page_finalize (GObject *object)
{
  CsDossiersPage *self = CS_DOSSIERS_PAGE (object);

  g_object_unref (self->selection);
  g_object_unref (self->model);
  g_free (self->round);
  G_OBJECT_CLASS (cs_dossiers_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/chamsao/ChamSao/dossiers-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CsDossiersPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, CsDossiersPage, list_pane);
  gtk_widget_class_bind_template_child (widget_class, CsDossiersPage, search);
  gtk_widget_class_bind_template_child (widget_class, CsDossiersPage, new_button);
  gtk_widget_class_bind_template_child (widget_class, CsDossiersPage, new_content);
  gtk_widget_class_bind_template_child (widget_class, CsDossiersPage, first_button);
  gtk_widget_class_bind_template_child (widget_class, CsDossiersPage, filters);
  gtk_widget_class_bind_template_child (widget_class, CsDossiersPage, states);
  gtk_widget_class_bind_template_child (widget_class, CsDossiersPage, unit_button);
  gtk_widget_class_bind_template_child (widget_class, CsDossiersPage, unit_label);
  gtk_widget_class_bind_template_child (widget_class, CsDossiersPage, units);
  gtk_widget_class_bind_template_child (widget_class, CsDossiersPage, form_button);
  gtk_widget_class_bind_template_child (widget_class, CsDossiersPage, form_label);
  gtk_widget_class_bind_template_child (widget_class, CsDossiersPage, forms);
  gtk_widget_class_bind_template_child (widget_class, CsDossiersPage, clear_button);
  gtk_widget_class_bind_template_child (widget_class, CsDossiersPage, content);
  gtk_widget_class_bind_template_child (widget_class, CsDossiersPage, view);
  gtk_widget_class_bind_template_child (widget_class, CsDossiersPage, detail_pane);
  gtk_widget_class_bind_template_child (widget_class, CsDossiersPage, back_button);
  gtk_widget_class_bind_template_child (widget_class, CsDossiersPage, detail);
  gtk_widget_class_bind_template_callback (widget_class, shape_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, visible_child_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
  gtk_widget_class_bind_template_callback (widget_class, new_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_detail_cb);
  gtk_widget_class_bind_template_callback (widget_class, delete_cb);
  gtk_widget_class_bind_template_callback (widget_class, gone_cb);
}

static void
cs_dossiers_page_class_init (CsDossiersPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cs_dossiers_page_dispose;
  object_class->finalize = cs_dossiers_page_finalize;
  widget_class->size_allocate = cs_dossiers_page_size_allocate;
  widget_class->map = cs_dossiers_page_map;
  g_type_ensure (CS_TYPE_CHOOSER);
  g_type_ensure (CS_TYPE_DOSSIER_VIEW);
  bind_template (widget_class);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_n, GDK_CONTROL_MASK | GDK_SHIFT_MASK, new_key_cb, NULL);
}

static void
make_state_buttons (CsDossiersPage *self)
{
  for (guint i = 0; i < N_STATES; i++)
    {
      self->state_buttons[i] = GTK_TOGGLE_BUTTON (gtk_toggle_button_new ());
      self->state_labels[i] = GTK_LABEL (gtk_label_new (NULL));
      gtk_label_set_ellipsize (self->state_labels[i], PANGO_ELLIPSIZE_END);
      gtk_button_set_child (GTK_BUTTON (self->state_buttons[i]), GTK_WIDGET (self->state_labels[i]));
      if (i > 0)
        gtk_toggle_button_set_group (self->state_buttons[i], self->state_buttons[0]);
      gtk_box_append (self->states, GTK_WIDGET (self->state_buttons[i]));
    }
  gtk_toggle_button_set_active (self->state_buttons[CS_DOSSIER_ANY], TRUE);
  for (guint i = 0; i < N_STATES; i++)
    g_signal_connect_object (self->state_buttons[i], "toggled", G_CALLBACK (state_toggled_cb), self,
                             G_CONNECT_SWAPPED);
}

static void
make_list (CsDossiersPage *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  self->model = cs_dossier_model_new ();
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->model)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  cs_dossier_columns_add (self->view);
  cs_dossier_columns_set_order (self->view, CS_DOSSIER_BY_CODE, FALSE);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed", G_CALLBACK (sorter_changed_cb),
                           self, G_CONNECT_SWAPPED);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Delete, 0),
                                                          gtk_callback_action_new (delete_row_cb, self,
                                                                                   NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
}

static void
cs_dossiers_page_init (CsDossiersPage *self)
{
  self->filtering = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  make_state_buttons (self);
  make_list (self);
  fill_choosers (self);
  self->filtering = FALSE;
  gtk_search_entry_set_key_capture_widget (self->search, self->list_pane);
  show_content (self);
}

/* --- public --- */

GtkWidget *
cs_dossiers_page_new (void)
{
  return g_object_new (CS_TYPE_DOSSIERS_PAGE, NULL);
}

void
cs_dossiers_page_set_store (CsDossiersPage *self, CsStore *store)
{
  g_return_if_fail (CS_IS_DOSSIERS_PAGE (self));

  if (self->store == store)
    return;
  drop_editor (self);
  close_detail (self);
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_set_object (&self->store, store);
  self->pending = 0;
  clear_filters (self);
  fill_choosers (self);
  cs_dossier_view_set_store (self->detail, store);
  cs_dossier_model_set_store (self->model, store);
  if (store != NULL)
    g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  show_new_button (self);
  apply_filter (self);
}

void
cs_dossiers_page_set_round (CsDossiersPage *self, const char *round)
{
  g_return_if_fail (CS_IS_DOSSIERS_PAGE (self));

  if (g_strcmp0 (self->round, round) == 0)
    return;
  g_free (self->round);
  self->round = g_strdup (round);
  apply_filter (self);
}

void
cs_dossiers_page_show_unit (CsDossiersPage *self, const char *unit)
{
  g_return_if_fail (CS_IS_DOSSIERS_PAGE (self));

  close_detail (self);
  clear_filters (self);
  /* the book's own unit is "all units" */
  if (self->store != NULL && g_strcmp0 (unit, cs_store_get_book (self->store)->unit) != 0)
    cs_chooser_set_chosen (self->units, unit);
  apply_filter (self);
}

void
cs_dossiers_page_open (CsDossiersPage *self, const char *code)
{
  g_autoptr (CsDossier) dossier = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (CS_IS_DOSSIERS_PAGE (self));

  if (self->store == NULL)
    return;
  dossier = cs_dossiers_by_code (self->store, code, self->round, NULL);
  if (dossier == NULL)
    dossier = cs_dossiers_by_code (self->store, code, NULL, &error);
  if (dossier == NULL)
    cs_feedback_error (GTK_WIDGET (self), _ ("There Is No Such Dossier"), error);
  else if (open_key (self, (CsDossierKey){ dossier->id, dossier->evaluation }))
    {
      guint position = gtk_single_selection_get_selected (self->selection);

      if (position != GTK_INVALID_LIST_POSITION)
        cs_columns_scroll_to (self->view, position);
    }
}

void
cs_dossiers_page_focus_search (CsDossiersPage *self)
{
  g_return_if_fail (CS_IS_DOSSIERS_PAGE (self));

  if (adw_leaflet_get_folded (self->leaflet))
    close_detail (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}
