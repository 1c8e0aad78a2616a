/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/session/projector-window.h"

#include "ui/session/projector-board.h"

#include <gdk/gdkkeysyms.h>
#include <glib/gi18n-lib.h>

struct _CsProjectorWindow
{
  AdwWindow parent_instance;

  CsSessionModel *scene;
  GtkWidget *header;
  AdwWindowTitle *title;
  CsProjectorBoard *board;
};

G_DEFINE_FINAL_TYPE (CsProjectorWindow, cs_projector_window, ADW_TYPE_WINDOW)

static void
scene_changed_cb (CsProjectorWindow *self)
{
  const CsSession *session = cs_session_model_get_session (self->scene);
  g_autofree char *title =
      session != NULL
          /* Translators: title of the window on the second screen: number of the session */
          ? g_strdup_printf (_ ("Projector: session %d"), session->no)
          : g_strdup (_ ("Projector"));

  gtk_window_set_title (GTK_WINDOW (self), title);
  adw_window_title_set_title (self->title, title);
  cs_projector_board_show (self->board, self->scene);
}

static void
fullscreened_cb (CsProjectorWindow *self)
{
  gboolean full = gtk_window_is_fullscreen (GTK_WINDOW (self));

  gtk_widget_set_visible (self->header, !full);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->board), full ? "none" : NULL);
}

static void
fill_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (gtk_window_is_fullscreen (GTK_WINDOW (widget)))
    gtk_window_unfullscreen (GTK_WINDOW (widget));
  else
    gtk_window_fullscreen (GTK_WINDOW (widget));
}

static void
pressed_cb (CsProjectorWindow *self, int n_press)
{
  if (n_press == 2)
    fill_action (GTK_WIDGET (self), NULL, NULL);
}

/* Returns: (transfer full) (nullable): the monitor that @window is not on */
static GdkMonitor *
other_monitor (GtkNative *window)
{
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (window));
  GdkSurface *surface = gtk_native_get_surface (window);
  GdkMonitor *own = surface != NULL ? gdk_display_get_monitor_at_surface (display, surface) : NULL;
  GListModel *monitors = gdk_display_get_monitors (display);

  for (guint i = 0; own != NULL && i < g_list_model_get_n_items (monitors); i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, i);

      if (monitor != own)
        return g_steal_pointer (&monitor);
    }
  return NULL;
}

static void
cs_projector_window_dispose (GObject *object)
{
  CsProjectorWindow *self = CS_PROJECTOR_WINDOW (object);

  if (self->scene != NULL)
    g_signal_handlers_disconnect_by_data (self->scene, self);
  g_clear_object (&self->scene);
  G_OBJECT_CLASS (cs_projector_window_parent_class)->dispose (object);
}

static void
cs_projector_window_class_init (CsProjectorWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cs_projector_window_dispose;
  g_type_ensure (CS_TYPE_PROJECTOR_BOARD);
  gtk_widget_class_install_action (widget_class, "projector.fill", NULL, fill_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F11, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, 0, "projector.fill", NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/chamsao/ChamSao/session/projector-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CsProjectorWindow, header);
  gtk_widget_class_bind_template_child (widget_class, CsProjectorWindow, title);
  gtk_widget_class_bind_template_child (widget_class, CsProjectorWindow, board);
  gtk_widget_class_bind_template_callback (widget_class, fullscreened_cb);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
}

static void
cs_projector_window_init (CsProjectorWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* --- public --- */

GtkWidget *
cs_projector_window_present (GtkWidget *from, CsSessionModel *scene)
{
  CsProjectorWindow *self = g_object_new (CS_TYPE_PROJECTOR_WINDOW, NULL);
  GtkRoot *root = gtk_widget_get_root (from);
  g_autoptr (GdkMonitor) other = GTK_IS_WINDOW (root) ? other_monitor (GTK_NATIVE (root)) : NULL;

  self->scene = g_object_ref (scene);
  g_signal_connect_swapped (scene, "changed", G_CALLBACK (scene_changed_cb), self);
  scene_changed_cb (self);
  if (other != NULL)
    gtk_window_fullscreen_on_monitor (GTK_WINDOW (self), other);
  gtk_window_present (GTK_WINDOW (self));
  /* whoever leads the session goes on typing where they were */
  if (other != NULL)
    gtk_window_present (GTK_WINDOW (root));
  return GTK_WIDGET (self);
}

const char *
cs_projector_window_get_text (CsProjectorWindow *self)
{
  return cs_projector_board_get_text (self->board);
}
