/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/width-watcher.h"

struct _CsWidthWatcher
{
  GtkWidget parent_instance;

  int width;
  guint source;
};

enum
{
  RESIZED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CsWidthWatcher, cs_width_watcher, GTK_TYPE_WIDGET)

static gboolean
tell (gpointer data)
{
  CsWidthWatcher *self = data;

  self->source = 0;
  g_signal_emit (self, signals[RESIZED], 0);
  return G_SOURCE_REMOVE;
}

static void
cs_width_watcher_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CsWidthWatcher *self = CS_WIDTH_WATCHER (widget);

  if (width == self->width)
    return;
  self->width = width;
  cs_width_watcher_queue (self);
}

static void
cs_width_watcher_dispose (GObject *object)
{
  g_clear_handle_id (&CS_WIDTH_WATCHER (object)->source, g_source_remove);
  G_OBJECT_CLASS (cs_width_watcher_parent_class)->dispose (object);
}

static void
cs_width_watcher_class_init (CsWidthWatcherClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cs_width_watcher_dispose;
  GTK_WIDGET_CLASS (klass)->size_allocate = cs_width_watcher_size_allocate;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_PRESENTATION);
  signals[RESIZED] =
      g_signal_new ("resized", CS_TYPE_WIDTH_WATCHER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cs_width_watcher_init (CsWidthWatcher *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/* --- public --- */

void
cs_width_watcher_queue (CsWidthWatcher *self)
{
  g_return_if_fail (CS_IS_WIDTH_WATCHER (self));

  /* before the next sizes are given out, after these are */
  if (self->source == 0)
    self->source = g_idle_add_full (GTK_PRIORITY_RESIZE - 1, tell, self, NULL);
}
