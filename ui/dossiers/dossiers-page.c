/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/dossiers/dossiers-page.h"

#include "service/book/unread.h"
#include "ui/dossiers/dossier-list.h"
#include "ui/dossiers/dossier-view.h"
#include "ui/dossiers/dossier-window.h"
#include "ui/widgets/feedback.h"
#include "ui/widgets/text-scale.h"
#include "ui/widgets/width-watcher.h"

#include <glib/gi18n-lib.h>

/* In pixels of usual text: width from which list and dossier stand side by side, and that of the list then.
 */
#define ROOM_FOR_BOTH 900
#define LIST_BESIDE   470

struct _CsDossiersPage
{
  AdwBin parent_instance;

  AdwLeaflet *leaflet;
  CsDossierList *list;
  GtkWidget *detail_pane;
  GtkButton *back_button;
  CsDossierView *detail;

  CsStore *store;          /* (nullable) */
  char *round;             /* (nullable) */
  CsDossierWindow *editor; /* (nullable): a new dossier that is being entered, perhaps hidden; weak */
  CsChangeSet *pending;    /* what happened while nobody looked */
};

G_DEFINE_FINAL_TYPE (CsDossiersPage, cs_dossiers_page, ADW_TYPE_BIN)

/* --- the open dossier --- */

static gboolean
is_open (CsDossiersPage *self)
{
  return gtk_widget_get_visible (self->detail_pane);
}

static void
fit (CsDossiersPage *self)
{
  gboolean folded = adw_leaflet_get_folded (self->leaflet);
  gboolean beside = is_open (self) && !folded;
  const char *close = folded ? _ ("Back to the list") : _ ("Close the dossier");

  adw_leaflet_set_can_unfold (self->leaflet,
                              cs_text_scale_from_pixels (GTK_WIDGET (self),
                                                         gtk_widget_get_width (GTK_WIDGET (self)))
                                  >= ROOM_FOR_BOTH);
  cs_dossier_list_set_beside (self->list, beside);
  /* beside a dossier the list takes what its few columns need */
  gtk_widget_set_hexpand (GTK_WIDGET (self->list), !beside);
  gtk_widget_set_size_request (GTK_WIDGET (self->list),
                               beside ? cs_text_scale_to_pixels (GTK_WIDGET (self), LIST_BESIDE) : -1, -1);
  gtk_button_set_icon_name (self->back_button, folded ? "go-previous-symbolic" : "window-close-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->back_button), close);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->back_button), GTK_ACCESSIBLE_PROPERTY_LABEL, close,
                                  -1);
}

static void
close_detail (CsDossiersPage *self)
{
  gboolean had_focus = gtk_widget_get_focus_child (self->detail_pane) != NULL;

  if (!is_open (self))
    return;
  cs_dossier_view_clear (self->detail);
  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->list));
  gtk_widget_set_visible (self->detail_pane, FALSE);
  fit (self);
  if (had_focus)
    cs_dossier_list_focus_rows (self->list);
}

static gboolean
open_key (CsDossiersPage *self, CsDossierKey key)
{
  if (!cs_dossier_view_show (self->detail, key))
    return FALSE;
  gtk_widget_set_visible (self->detail_pane, TRUE);
  /* beside each other the focus stays in the list, so that the arrow keys go on */
  if (adw_leaflet_get_folded (self->leaflet))
    adw_leaflet_set_visible_child (self->leaflet, self->detail_pane);
  fit (self);
  return TRUE;
}

static void
delete_dossier (CsDossiersPage *self, gint64 id, const char *product)
{
  g_autofree char *text = g_strdup_printf (_ ("“%s” was deleted"), product);
  g_autoptr (GError) error = NULL;

  /* what is typed belongs to the dossier that may come back */
  cs_dossier_view_flush (self->detail);
  if (cs_dossiers_delete (self->store, id, &error))
    cs_feedback_undo (GTK_WIDGET (self), text, "win.undo-delete", g_variant_new_int64 (id));
  else
    cs_feedback_error (GTK_WIDGET (self), _ ("The Dossier Was Not Deleted"), error);
}

static void
apply_changes (CsDossiersPage *self, const CsChangeSet *changes)
{
  const CsDossier *dossier = cs_dossier_view_get_dossier (self->detail);

  /* first the dossier: it may have come into a round, and then its row is another one */
  if (dossier == NULL || cs_change_set_has (changes, CS_CHANGE_COUNCILS | CS_CHANGE_SITTER)
      || cs_change_set_touches (changes, CS_CHANGE_ALL, dossier->uuid))
    cs_dossier_view_refresh (self->detail);
  cs_dossier_list_refresh (self->list, changes, cs_dossier_view_get_key (self->detail));
}

/* --- callbacks --- */

static void
open_cb (CsDossiersPage *self, gint64 dossier, gint64 evaluation)
{
  open_key (self, (CsDossierKey){ dossier, evaluation });
  if (adw_leaflet_get_folded (self->leaflet))
    gtk_widget_grab_focus (GTK_WIDGET (self->back_button));
}

/* Beside the list the open dossier goes along with the chosen row. */
static void
chosen_cb (CsDossiersPage *self, gint64 dossier, gint64 evaluation)
{
  if (is_open (self) && !adw_leaflet_get_folded (self->leaflet))
    cs_dossier_view_show (self->detail, (CsDossierKey){ dossier, evaluation });
}

static void
delete_row_cb (CsDossiersPage *self, gint64 id, gint64 evaluation)
{
  g_autoptr (CsDossier) dossier =
      cs_dossiers_get (self->store, (CsDossierKey){ id, evaluation }, cs_store_unread (self->store));

  if (dossier != NULL)
    delete_dossier (self, id, dossier->product);
}

static void
delete_cb (CsDossiersPage *self)
{
  const CsDossier *dossier = cs_dossier_view_get_dossier (self->detail);
  g_autofree char *product = dossier != NULL ? g_strdup (dossier->product) : NULL;

  if (dossier != NULL)
    delete_dossier (self, dossier->id, product);
}

static void
close_detail_cb (CsDossiersPage *self)
{
  close_detail (self);
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  CsDossiersPage *self = CS_DOSSIERS_PAGE (widget);

  if (!is_open (self))
    return GDK_EVENT_PROPAGATE;
  close_detail (self);
  return GDK_EVENT_STOP;
}

/* When there is no longer room for both, the dossier is what the person was about. */
static void
folded_cb (CsDossiersPage *self)
{
  if (adw_leaflet_get_folded (self->leaflet) && is_open (self))
    adw_leaflet_set_visible_child (self->leaflet, self->detail_pane);
  fit (self);
}

/* Swiping and Alt+Left go back too. */
static void
visible_child_cb (CsDossiersPage *self)
{
  if (adw_leaflet_get_folded (self->leaflet)
      && adw_leaflet_get_visible_child (self->leaflet) != self->detail_pane)
    close_detail (self);
}

static void
store_changed_cb (CsDossiersPage *self, const CsChangeSet *changes)
{
  /* while somebody scores on another page, nothing here need be read again after every choice */
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    apply_changes (self, changes);
  else
    cs_change_set_merge (self->pending, changes);
}

/* --- a new dossier --- */

static void
show_begun (CsDossiersPage *self)
{
  cs_dossier_list_set_begun (self->list, self->editor != NULL && !cs_dossier_window_is_blank (self->editor));
}

/* A window that is left keeps what was typed, if anything was. */
static void
editor_visible_cb (CsDossiersPage *self)
{
  if (self->editor != NULL && !gtk_widget_get_visible (GTK_WIDGET (self->editor))
      && cs_dossier_window_is_blank (self->editor))
    gtk_window_destroy (GTK_WINDOW (self->editor));
  show_begun (self);
}

static void
drop_editor (CsDossiersPage *self)
{
  CsDossierWindow *editor = self->editor;

  g_clear_weak_pointer (&self->editor);
  if (editor == NULL)
    return;
  g_signal_handlers_disconnect_by_data (editor, self);
  gtk_window_destroy (GTK_WINDOW (editor));
  show_begun (self);
}

static void
added_cb (CsDossiersPage *self, const char *code)
{
  g_autofree char *copy = g_strdup (code);
  g_autofree char *text = g_strdup_printf (_ ("Entered as %s"), code);

  drop_editor (self);
  cs_dossiers_page_open (self, copy);
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
      g_set_weak_pointer (&self->editor, CS_DOSSIER_WINDOW (cs_dossier_window_new (self->store)));
      cs_dossier_window_suggest (self->editor, cs_dossier_list_get_unit (self->list), self->round);
      g_signal_connect_object (self->editor, "added", G_CALLBACK (added_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->editor, "notify::visible", G_CALLBACK (editor_visible_cb), self,
                               G_CONNECT_SWAPPED);
    }
  gtk_window_set_transient_for (GTK_WINDOW (self->editor), GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL);
  gtk_window_present (GTK_WINDOW (self->editor));
}

/* --- overrides --- */

static void
cs_dossiers_page_map (GtkWidget *widget)
{
  CsDossiersPage *self = CS_DOSSIERS_PAGE (widget);
  g_autoptr (CsChangeSet) pending = self->pending;

  self->pending = cs_change_set_new ();
  if (cs_change_set_has (pending, CS_CHANGE_ALL))
    apply_changes (self, pending);
  GTK_WIDGET_CLASS (cs_dossiers_page_parent_class)->map (widget);
}

static void
cs_dossiers_page_dispose (GObject *object)
{
  CsDossiersPage *self = CS_DOSSIERS_PAGE (object);

  if (self->editor != NULL)
    g_signal_handlers_disconnect_by_data (self->editor, self);
  if (self->editor != NULL)
    gtk_window_destroy (GTK_WINDOW (self->editor));
  g_clear_weak_pointer (&self->editor);
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (cs_dossiers_page_parent_class)->dispose (object);
}

static void
cs_dossiers_page_finalize (GObject *object)
{
  cs_change_set_unref (CS_DOSSIERS_PAGE (object)->pending);
  g_free (CS_DOSSIERS_PAGE (object)->round);
  G_OBJECT_CLASS (cs_dossiers_page_parent_class)->finalize (object);
}

static void
cs_dossiers_page_class_init (CsDossiersPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cs_dossiers_page_dispose;
  object_class->finalize = cs_dossiers_page_finalize;
  widget_class->map = cs_dossiers_page_map;
  g_type_ensure (CS_TYPE_WIDTH_WATCHER);
  g_type_ensure (CS_TYPE_DOSSIER_LIST);
  g_type_ensure (CS_TYPE_DOSSIER_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/chamsao/ChamSao/dossiers/dossiers-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CsDossiersPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, CsDossiersPage, list);
  gtk_widget_class_bind_template_child (widget_class, CsDossiersPage, detail_pane);
  gtk_widget_class_bind_template_child (widget_class, CsDossiersPage, back_button);
  gtk_widget_class_bind_template_child (widget_class, CsDossiersPage, detail);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, delete_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, delete_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_detail_cb);
  gtk_widget_class_bind_template_callback (widget_class, folded_cb);
  gtk_widget_class_bind_template_callback (widget_class, visible_child_cb);
  gtk_widget_class_bind_template_callback (widget_class, new_cb);
  gtk_widget_class_bind_template_callback (widget_class, fit);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}

static void
cs_dossiers_page_init (CsDossiersPage *self)
{
  self->pending = cs_change_set_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
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
  cs_change_set_unref (self->pending);
  self->pending = cs_change_set_new ();
  cs_dossier_view_set_store (self->detail, store);
  cs_dossier_list_set_store (self->list, store);
  if (store != NULL)
    g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
}

void
cs_dossiers_page_set_round (CsDossiersPage *self, const char *round)
{
  g_return_if_fail (CS_IS_DOSSIERS_PAGE (self));

  g_free (self->round);
  self->round = g_strdup (round);
  cs_dossier_list_set_round (self->list, round);
}

void
cs_dossiers_page_show_unit (CsDossiersPage *self, const char *unit)
{
  g_return_if_fail (CS_IS_DOSSIERS_PAGE (self));

  close_detail (self);
  cs_dossier_list_show_unit (self->list, unit);
}

void
cs_dossiers_page_open (CsDossiersPage *self, const char *code)
{
  g_autoptr (CsDossier) dossier = NULL;
  g_autoptr (GError) error = NULL;
  CsDossierKey key;

  g_return_if_fail (CS_IS_DOSSIERS_PAGE (self));

  if (self->store == NULL)
    return;
  dossier = cs_dossiers_by_code (self->store, code, self->round, cs_store_unread (self->store));
  if (dossier == NULL)
    dossier = cs_dossiers_by_code (self->store, code, NULL, &error);
  if (dossier == NULL)
    {
      cs_feedback_error (GTK_WIDGET (self), _ ("There Is No Such Dossier"), error);
      return;
    }
  key = (CsDossierKey){ dossier->id, dossier->evaluation };
  if (open_key (self, key))
    cs_dossier_list_choose (self->list, key, TRUE);
}

void
cs_dossiers_page_focus_search (CsDossiersPage *self)
{
  g_return_if_fail (CS_IS_DOSSIERS_PAGE (self));

  if (adw_leaflet_get_folded (self->leaflet))
    close_detail (self);
  cs_dossier_list_focus_search (self->list);
}

void
cs_dossiers_page_new_dossier (CsDossiersPage *self)
{
  g_return_if_fail (CS_IS_DOSSIERS_PAGE (self));

  new_cb (self);
}
