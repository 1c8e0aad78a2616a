/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/dossiers/dossier-list.h"

#include "ui/widgets/label-column.h"
#include "ui/dossiers/dossier-columns.h"
#include "ui/dossiers/dossier-filters.h"
#include "ui/shared/dossier-model.h"
#include "ui/shared/dossier-order.h"
#include "ui/widgets/text-scale.h"
#include "ui/widgets/reader.h"
#include "ui/widgets/width-watcher.h"

/* Widths in pixels of usual text from which there is room for more. */
#define ROOM_FOR_ALL     960 /* every column */
#define ROOM_FOR_MOST    600 /* all but the least important ones */
#define ROOM_FOR_FILTERS 660 /* in one line */

struct _CsDossierList
{
  AdwBin parent_instance;

  CsDossierFilters *filters;
  GtkWidget *first_button;
  GtkStack *content;
  GtkColumnView *view;

  CsStore *store; /* (nullable) */
  char *round;    /* (nullable) */
  CsDossierModel *model;
  GtkSingleSelection *selection;
  gboolean beside;
  gboolean listing; /* the list changes, the person chose nothing */
};

/* In the order of CsDossierOrder; what the menu of the filters calls them. */
static const char *const orders[] = { "code", "product", "producer", "unit", "form" };

enum
{
  PROP_ORDER = 1,
  PROP_DESCENDING,
  N_PROPS
};
enum
{
  OPEN,
  CHOSEN,
  DELETE,
  NEW,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CsDossierList, cs_dossier_list, ADW_TYPE_BIN)

/* --- showing --- */

/* Shows what goes with the rows: counts, chips, or what to do when there are none. */
static void
show_content (CsDossierList *self)
{
  const CsDossierFilter *filter = cs_dossier_model_get_filter (self->model);
  guint n = cs_dossier_model_count (self->model);

  cs_dossier_filters_show (self->filters, filter);
  gtk_stack_set_visible_child_name (self->content, n > 0                                     ? "list"
                                                   : cs_dossier_filters_is_filtered (filter) ? "nothing"
                                                                                             : "empty");
  gtk_widget_set_sensitive (self->first_button, self->store != NULL);
}

static CsDossierKey
chosen_key (CsDossierList *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);

  if (position == GTK_INVALID_LIST_POSITION)
    return (CsDossierKey){ 0, 0 };
  return cs_dossier_model_get_key (self->model, position);
}

/* Does @filter and @changes (nullable) to the model, with the row of @key chosen afterwards and no other one
 * for the person: GTK would choose the next when the chosen one goes. */
static void
change_rows (CsDossierList *self, const CsDossierFilter *filter, const CsChangeSet *changes, CsDossierKey key)
{
  self->listing = TRUE;
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  if (filter != NULL)
    cs_dossier_model_set_filter (self->model, filter);
  if (changes != NULL)
    cs_dossier_model_refresh (self->model, changes);
  self->listing = FALSE;
  cs_dossier_list_choose (self, key, FALSE);
  show_content (self);
}

static void
apply_filter (CsDossierList *self)
{
  CsDossierFilter filter = { .round = self->round };
  guint chosen;

  cs_dossier_filters_fill (self->filters, &filter);
  cs_dossier_order_get (self->view, &filter.order, &filter.descending);
  change_rows (self, &filter, NULL, chosen_key (self));
  /* GTK would stay at the rows that were on screen before, wherever they are now */
  chosen = gtk_single_selection_get_selected (self->selection);
  if (cs_dossier_model_count (self->model) > 0)
    cs_label_column_scroll_to (self->view, chosen != GTK_INVALID_LIST_POSITION ? chosen : 0);
}

static void
fit (CsDossierList *self)
{
  int width = cs_text_scale_from_pixels (GTK_WIDGET (self), gtk_widget_get_width (GTK_WIDGET (self)));
  CsDossierColumns columns = self->beside             ? CS_DOSSIER_COLUMNS_FEW
                             : width >= ROOM_FOR_ALL  ? CS_DOSSIER_COLUMNS_ALL
                             : width >= ROOM_FOR_MOST ? CS_DOSSIER_COLUMNS_MOST
                                                      : CS_DOSSIER_COLUMNS_FEW;

  cs_dossier_columns_fit (self->view, columns);
  cs_dossier_filters_set_wide (self->filters, !self->beside && width >= ROOM_FOR_FILTERS);
}

static void
emit_key (CsDossierList *self, guint signal, CsDossierKey key)
{
  if (key.dossier != 0)
    g_signal_emit (self, signals[signal], 0, key.dossier, key.evaluation);
}

/* --- callbacks --- */

static void
filter_changed_cb (CsDossierList *self)
{
  apply_filter (self);
}

static void
sorter_changed_cb (CsDossierList *self)
{
  /* the columns are taken off one by one when the list goes away */
  if (self->view != NULL && !cs_dossier_order_is_moving (self->view))
    apply_filter (self);
}

static void
new_cb (CsDossierList *self)
{
  g_signal_emit (self, signals[NEW], 0);
}

static void
row_activate_cb (CsDossierList *self, guint position)
{
  emit_key (self, OPEN, cs_dossier_model_get_key (self->model, position));
}

static void
search_activate_cb (CsDossierList *self)
{
  guint n = cs_dossier_model_count (self->model);

  if (n == 0)
    return;
  if (chosen_key (self).dossier == 0)
    gtk_single_selection_set_selected (self->selection, 0);
  cs_dossier_list_focus_rows (self);
  if (n == 1)
    row_activate_cb (self, 0);
}

static void
selected_cb (CsDossierList *self)
{
  if (!self->listing)
    emit_key (self, CHOSEN, chosen_key (self));
}

static gboolean
delete_key_cb (GtkWidget *view, GVariant *args, gpointer data)
{
  CsDossierList *self = data;

  emit_key (self, DELETE, chosen_key (self));
  return GDK_EVENT_STOP;
}

/* --- overrides --- */

static void
cs_dossier_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  const CsDossierFilter *filter = cs_dossier_model_get_filter (CS_DOSSIER_LIST (object)->model);

  if (id == PROP_ORDER)
    g_value_set_static_string (value, orders[filter->order]);
  else if (id == PROP_DESCENDING)
    g_value_set_boolean (value, filter->descending);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
cs_dossier_list_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  CsDossierList *self = CS_DOSSIER_LIST (object);
  CsDossierFilter filter = *cs_dossier_model_get_filter (self->model);

  if (id == PROP_DESCENDING)
    filter.descending = g_value_get_boolean (value);
  else if (id == PROP_ORDER)
    for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
      if (g_strcmp0 (orders[i], g_value_get_string (value)) == 0)
        filter.order = (CsDossierOrder) i;
  cs_dossier_order_set (self->view, filter.order, filter.descending);
}

static void
cs_dossier_list_dispose (GObject *object)
{
  CsDossierList *self = CS_DOSSIER_LIST (object);

  /* rows that are let go late complain */
  if (self->view != NULL)
    gtk_column_view_set_model (self->view, NULL);
  self->view = NULL;
  G_OBJECT_CLASS (cs_dossier_list_parent_class)->dispose (object);
}

static void
cs_dossier_list_finalize (GObject *object)
{
  CsDossierList *self = CS_DOSSIER_LIST (object);

  g_object_unref (self->selection);
  g_object_unref (self->model);
  g_clear_object (&self->store);
  g_free (self->round);
  G_OBJECT_CLASS (cs_dossier_list_parent_class)->finalize (object);
}

static guint
add_key_signal (const char *name)
{
  return g_signal_new (name, CS_TYPE_DOSSIER_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                       G_TYPE_INT64, G_TYPE_INT64);
}

static void
cs_dossier_list_class_init (CsDossierListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = cs_dossier_list_get_property;
  object_class->set_property = cs_dossier_list_set_property;
  object_class->dispose = cs_dossier_list_dispose;
  object_class->finalize = cs_dossier_list_finalize;
  props[PROP_ORDER] =
      g_param_spec_string ("order", NULL, NULL, "code", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_DESCENDING] =
      g_param_spec_boolean ("descending", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  /* titles of columns cannot be reached by keyboard in GTK 4.8, a menu can */
  gtk_widget_class_install_property_action (widget_class, "dossiers.order", "order");
  gtk_widget_class_install_property_action (widget_class, "dossiers.descending", "descending");
  signals[OPEN] = add_key_signal ("open");
  signals[CHOSEN] = add_key_signal ("chosen");
  signals[DELETE] = add_key_signal ("delete");
  signals[NEW] =
      g_signal_new ("new", CS_TYPE_DOSSIER_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (CS_TYPE_WIDTH_WATCHER);
  g_type_ensure (CS_TYPE_DOSSIER_FILTERS);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/chamsao/ChamSao/dossiers/dossier-list.ui");
  gtk_widget_class_bind_template_child (widget_class, CsDossierList, first_button);
  gtk_widget_class_bind_template_child (widget_class, CsDossierList, filters);
  gtk_widget_class_bind_template_child (widget_class, CsDossierList, content);
  gtk_widget_class_bind_template_child (widget_class, CsDossierList, view);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, cs_dossier_filters_clear);
  gtk_widget_class_bind_template_callback (widget_class, new_cb);
  gtk_widget_class_bind_template_callback (widget_class, fit);
}

static void
make_rows (CsDossierList *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  self->model = cs_dossier_model_new ();
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->model)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  cs_dossier_columns_add (self->view);
  cs_dossier_columns_fit (self->view, CS_DOSSIER_COLUMNS_MOST); /* before the width is known */
  cs_dossier_order_set (self->view, CS_DOSSIER_BY_CODE, FALSE);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed", G_CALLBACK (sorter_changed_cb),
                           self, G_CONNECT_SWAPPED);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Delete, 0),
                                                          gtk_callback_action_new (delete_key_cb, self,
                                                                                   NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
}

static void
cs_dossier_list_init (CsDossierList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  cs_reader_follow_stack (self->content);
  make_rows (self);
  cs_dossier_filters_capture (self->filters, GTK_WIDGET (self));
  show_content (self);
}

/* --- public --- */

GtkWidget *
cs_dossier_list_new (void)
{
  return g_object_new (CS_TYPE_DOSSIER_LIST, NULL);
}

void
cs_dossier_list_set_store (CsDossierList *self, CsStore *store)
{
  g_return_if_fail (CS_IS_DOSSIER_LIST (self));

  if (self->store == store)
    return;
  g_set_object (&self->store, store);
  cs_dossier_filters_set_store (self->filters, store);
  self->listing = TRUE;
  cs_dossier_model_set_store (self->model, NULL);
  self->listing = FALSE;
  apply_filter (self); /* of nothing, so that the book is asked once */
  self->listing = TRUE;
  cs_dossier_model_set_store (self->model, store);
  self->listing = FALSE;
  show_content (self);
}

void
cs_dossier_list_set_round (CsDossierList *self, const char *round)
{
  g_return_if_fail (CS_IS_DOSSIER_LIST (self));

  if (g_strcmp0 (self->round, round) == 0)
    return;
  g_free (self->round);
  self->round = g_strdup (round);
  apply_filter (self);
}

void
cs_dossier_list_show_unit (CsDossierList *self, const char *unit)
{
  g_return_if_fail (CS_IS_DOSSIER_LIST (self));

  cs_dossier_filters_show_unit (self->filters, unit);
}

const char *
cs_dossier_list_get_unit (CsDossierList *self)
{
  return cs_dossier_filters_get_unit (self->filters);
}

void
cs_dossier_list_refresh (CsDossierList *self, const CsChangeSet *changes, CsDossierKey key)
{
  g_return_if_fail (CS_IS_DOSSIER_LIST (self));

  change_rows (self, NULL, changes, key.dossier != 0 ? key : chosen_key (self));
}

gboolean
cs_dossier_list_choose (CsDossierList *self, CsDossierKey key, gboolean scroll)
{
  guint position = GTK_INVALID_LIST_POSITION;

  g_return_val_if_fail (CS_IS_DOSSIER_LIST (self), FALSE);

  if (key.dossier == 0 || !cs_dossier_model_find (self->model, key, &position))
    position = GTK_INVALID_LIST_POSITION;
  self->listing = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->listing = FALSE;
  if (position == GTK_INVALID_LIST_POSITION)
    return FALSE;
  if (scroll)
    cs_label_column_scroll_to (self->view, position);
  return TRUE;
}

void
cs_dossier_list_set_beside (CsDossierList *self, gboolean beside)
{
  g_return_if_fail (CS_IS_DOSSIER_LIST (self));

  self->beside = beside;
  fit (self);
}

void
cs_dossier_list_set_begun (CsDossierList *self, gboolean begun)
{
  g_return_if_fail (CS_IS_DOSSIER_LIST (self));

  cs_dossier_filters_set_begun (self->filters, begun);
}

void
cs_dossier_list_focus_search (CsDossierList *self)
{
  g_return_if_fail (CS_IS_DOSSIER_LIST (self));

  cs_dossier_filters_focus (self->filters);
}

void
cs_dossier_list_focus_rows (CsDossierList *self)
{
  g_return_if_fail (CS_IS_DOSSIER_LIST (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}
