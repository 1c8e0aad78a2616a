/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/councils/councils-page.h"

#include "ui/councils/council-row.h"
#include "ui/councils/council-view.h"
#include "ui/widgets/feedback.h"
#include "ui/councils/member-dialog.h"
#include "model/council.h"
#include "ui/widgets/text-scale.h"
#include "ui/widgets/settings.h"
#include "ui/widgets/reader.h"
#include "ui/widgets/width-watcher.h"

#include <gdk/gdkkeysyms.h>
#include <glib/gi18n-lib.h>

/* In pixels of usual text: width from which list and council stand side by side, and that of the list then.
 */
#define ROOM_FOR_BOTH 720
#define LIST_BESIDE   240

struct _CsCouncilsPage
{
  AdwBin parent_instance;

  GtkStack *stack;
  AdwLeaflet *leaflet;
  GtkWidget *list_pane;
  GtkListBox *list;
  GtkWidget *detail_pane;
  GtkWidget *back_button;
  CsCouncilView *view;

  CsStore *store;       /* (nullable) */
  GSignalGroup *events; /* of the store */
  char *chosen;         /* (nullable): key */
  gboolean stale;       /* something changed while nobody looked */
  gboolean filling;     /* rows are chosen by the page, not by a person */
};

G_DEFINE_FINAL_TYPE (CsCouncilsPage, cs_councils_page, ADW_TYPE_BIN)

/* --- the list --- */

static CsCouncilRow *
row_at (CsCouncilsPage *self, guint place)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) place);

  return row != NULL ? CS_COUNCIL_ROW (row) : NULL;
}

/* Rows stay as long as their council does, so that the keyboard stays where it is. Both are in order of the
 * key. */
static void
match_rows (CsCouncilsPage *self, const GPtrArray *councils)
{
  CsCouncilRow *row;

  for (guint i = 0; i < councils->len; i++)
    {
      const CsCouncil *council = g_ptr_array_index (councils, i);

      while ((row = row_at (self, i)) != NULL && strcmp (cs_council_row_get_key (row), council->key) < 0)
        gtk_list_box_remove (self->list, GTK_WIDGET (row));
      if (row == NULL || !g_str_equal (cs_council_row_get_key (row), council->key))
        gtk_list_box_insert (self->list, cs_council_row_new (council->key), (int) i);
      cs_council_row_show (row_at (self, i), self->store, council);
    }
  while ((row = row_at (self, councils->len)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

/* Returns: (transfer none) (nullable): the row of @key. */
static CsCouncilRow *
find_row (CsCouncilsPage *self, const char *key)
{
  CsCouncilRow *row;

  for (guint i = 0; (row = row_at (self, i)) != NULL; i++)
    if (g_strcmp0 (cs_council_row_get_key (row), key) == 0)
      return row;
  return NULL;
}

/* The council that was chosen, else that of the person who scored last, else the first. */
static CsCouncilRow *
row_to_choose (CsCouncilsPage *self)
{
  CsCouncilRow *row = find_row (self, self->chosen);
  g_autofree char *last = NULL;
  g_auto (GStrv) parts = NULL;

  if (row != NULL)
    return row;
  last = cs_settings_dup_member (cs_settings_get_default (), cs_store_get_book (self->store)->uuid);
  parts = g_strsplit (last != NULL ? last : "", "/", 2);
  row = parts[0] != NULL ? find_row (self, parts[0]) : NULL;
  return row != NULL ? row : row_at (self, 0);
}

static void
choose (CsCouncilsPage *self, const char *key)
{
  if (key != self->chosen)
    {
      g_free (self->chosen);
      self->chosen = g_strdup (key);
    }
  cs_council_view_show (self->view, self->chosen);
}

static void
refresh (CsCouncilsPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) councils = NULL;
  CsCouncilRow *row;

  self->stale = FALSE;
  if (self->store == NULL)
    return;
  councils = cs_store_list_councils (self->store, &error);
  if (councils == NULL)
    {
      cs_feedback_error (GTK_WIDGET (self), _ ("The Councils Could Not Be Listed"), error);
      return;
    }
  self->filling = TRUE;
  match_rows (self, councils);
  row = row_to_choose (self);
  gtk_list_box_select_row (self->list, row != NULL ? GTK_LIST_BOX_ROW (row) : NULL);
  self->filling = FALSE;
  gtk_stack_set_visible_child_name (self->stack, row != NULL ? "councils" : "empty");
  choose (self, row != NULL ? cs_council_row_get_key (row) : NULL);
}

/* --- side by side or one after the other --- */

static void
fit (CsCouncilsPage *self)
{
  gboolean folded = adw_leaflet_get_folded (self->leaflet);
  gboolean on_list = adw_leaflet_get_visible_child (self->leaflet) == self->list_pane;

  adw_leaflet_set_can_unfold (self->leaflet,
                              cs_text_scale_from_pixels (GTK_WIDGET (self),
                                                         gtk_widget_get_width (GTK_WIDGET (self)))
                                  >= ROOM_FOR_BOTH);
  gtk_widget_set_hexpand (self->list_pane, folded);
  gtk_widget_set_size_request (self->list_pane,
                               folded ? -1 : cs_text_scale_to_pixels (GTK_WIDGET (self), LIST_BESIDE), -1);
  gtk_widget_set_visible (self->back_button, folded);
  gtk_list_box_set_activate_on_single_click (self->list, folded);
  /* GTK 4.8 keeps hidden pages in the tree that screen readers see */
  cs_reader_hide (self->list_pane, folded && !on_list);
  cs_reader_hide (self->detail_pane, folded && on_list);
}

static void
go_to_list (CsCouncilsPage *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  adw_leaflet_set_visible_child (self->leaflet, self->list_pane);
  gtk_widget_grab_focus (row != NULL ? GTK_WIDGET (row) : GTK_WIDGET (self->list));
}

/* --- callbacks --- */

static void
row_selected_cb (CsCouncilsPage *self, GtkListBoxRow *row)
{
  if (!self->filling && row != NULL)
    choose (self, cs_council_row_get_key (CS_COUNCIL_ROW (row)));
}

/* Enter goes on to the council; a click does so only where the list has the page for itself. */
static void
row_activated_cb (CsCouncilsPage *self, GtkListBoxRow *row)
{
  adw_leaflet_set_visible_child (self->leaflet, self->detail_pane);
  if (adw_leaflet_get_folded (self->leaflet))
    gtk_widget_grab_focus (self->back_button);
  else
    cs_council_view_focus (self->view);
}

static void
back_cb (CsCouncilsPage *self)
{
  go_to_list (self);
}

static void
shape_changed_cb (CsCouncilsPage *self)
{
  fit (self);
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  CsCouncilsPage *self = CS_COUNCILS_PAGE (widget);

  if (!adw_leaflet_get_folded (self->leaflet)
      || adw_leaflet_get_visible_child (self->leaflet) == self->list_pane)
    return GDK_EVENT_PROPAGATE;
  go_to_list (self);
  return GDK_EVENT_STOP;
}

static void
added_cb (CsCouncilsPage *self, const char *key)
{
  cs_councils_page_open (self, key);
}

static void
add_council (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CsCouncilsPage *self = CS_COUNCILS_PAGE (widget);

  if (self->store != NULL)
    g_signal_connect_object (cs_member_dialog_present (widget, self->store, NULL, NULL), "added",
                             G_CALLBACK (added_cb), self, G_CONNECT_SWAPPED);
}

static void
store_changed_cb (CsCouncilsPage *self, const CsChangeSet *changes)
{
  if (!cs_change_set_has (changes, CS_CHANGE_COUNCILS | CS_CHANGE_EVALUATIONS))
    return;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
  else
    self->stale = TRUE;
}

/* --- life --- */

static void
cs_councils_page_map (GtkWidget *widget)
{
  CsCouncilsPage *self = CS_COUNCILS_PAGE (widget);

  if (self->stale)
    refresh (self);
  GTK_WIDGET_CLASS (cs_councils_page_parent_class)->map (widget);
}

static void
cs_councils_page_dispose (GObject *object)
{
  CsCouncilsPage *self = CS_COUNCILS_PAGE (object);

  g_clear_object (&self->events);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (cs_councils_page_parent_class)->dispose (object);
}

static void
cs_councils_page_finalize (GObject *object)
{
  g_free (CS_COUNCILS_PAGE (object)->chosen);
  G_OBJECT_CLASS (cs_councils_page_parent_class)->finalize (object);
}

static void
cs_councils_page_class_init (CsCouncilsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cs_councils_page_dispose;
  object_class->finalize = cs_councils_page_finalize;
  widget_class->map = cs_councils_page_map;
  g_type_ensure (CS_TYPE_WIDTH_WATCHER);
  g_type_ensure (CS_TYPE_COUNCIL_VIEW);
  gtk_widget_class_install_action (widget_class, "councils.add", NULL, add_council);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/chamsao/ChamSao/councils/councils-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CsCouncilsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, CsCouncilsPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, CsCouncilsPage, list_pane);
  gtk_widget_class_bind_template_child (widget_class, CsCouncilsPage, list);
  gtk_widget_class_bind_template_child (widget_class, CsCouncilsPage, detail_pane);
  gtk_widget_class_bind_template_child (widget_class, CsCouncilsPage, back_button);
  gtk_widget_class_bind_template_child (widget_class, CsCouncilsPage, view);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, shape_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, fit);
}

static void
cs_councils_page_init (CsCouncilsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  cs_reader_follow_stack (self->stack);
  self->events = g_signal_group_new (CS_TYPE_STORE);
  g_signal_group_connect_swapped (self->events, "changed", G_CALLBACK (store_changed_cb), self);
}

/* --- public --- */

GtkWidget *
cs_councils_page_new (void)
{
  return g_object_new (CS_TYPE_COUNCILS_PAGE, NULL);
}

void
cs_councils_page_set_store (CsCouncilsPage *self, CsStore *store)
{
  g_return_if_fail (CS_IS_COUNCILS_PAGE (self));
  g_return_if_fail (store == NULL || CS_IS_STORE (store));

  if (self->store == store)
    return;
  cs_council_view_set_store (self->view, store);
  g_set_object (&self->store, store);
  g_signal_group_set_target (self->events, store);
  g_clear_pointer (&self->chosen, g_free);
  refresh (self);
}

void
cs_councils_page_set_round (CsCouncilsPage *self, const char *round)
{
  g_return_if_fail (CS_IS_COUNCILS_PAGE (self));
}

void
cs_councils_page_open (CsCouncilsPage *self, const char *key)
{
  CsCouncilRow *row;

  g_return_if_fail (CS_IS_COUNCILS_PAGE (self));
  g_return_if_fail (key != NULL);

  row = find_row (self, key);
  if (row == NULL)
    return;
  gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
  row_activated_cb (self, GTK_LIST_BOX_ROW (row));
}
