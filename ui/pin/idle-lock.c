/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/pin/idle-lock.h"

#include "ui/pin/pin-gate.h"
#include "service/pins/pins.h"
#include "ui/widgets/settings.h"

#define LOOK_MS 1000 /* how often it looks at the clock, at most */

struct _CsIdleLock
{
  GObject parent_instance;

  GtkWidget *window;              /* (not owned) */
  GtkEventController *controller; /* (not owned) */
  CsStore *store;                 /* (nullable) */
  guint delay;                    /* ms; 0: what the setting says */
  guint source;                   /* looks at the clock while somebody sits */
  gint64 touched;                 /* µs: when a key was pressed last, by the clock that nobody sets … */
  gint64 touched_real;            /* … and by the one that goes on while the machine sleeps */
  double x, y;                    /* where the pointer was */
};

G_DEFINE_FINAL_TYPE (CsIdleLock, cs_idle_lock, G_TYPE_OBJECT)

static void
touch (CsIdleLock *self)
{
  self->touched = g_get_monotonic_time ();
  self->touched_real = g_get_real_time ();
}

static gboolean
look_cb (gpointer data)
{
  CsIdleLock *self = data;
  gint64 idle = MAX (g_get_monotonic_time () - self->touched, g_get_real_time () - self->touched_real);

  if (idle < cs_idle_lock_get_delay (self) * (gint64) 1000)
    return G_SOURCE_CONTINUE;
  self->source = 0;
  cs_pin_gate_lock (self->window, self->store);
  return G_SOURCE_REMOVE;
}

/* Looks at the clock only while there is something to lock. */
static void
watch (CsIdleLock *self)
{
  gboolean needed =
      self->store != NULL && cs_pins_are_on (self->store) && cs_pins_sitter (self->store) != NULL;

  g_clear_handle_id (&self->source, g_source_remove);
  if (!needed)
    return;
  touch (self);
  self->source = g_timeout_add (self->delay != 0 ? MIN (self->delay / 4, LOOK_MS) : LOOK_MS, look_cb, self);
}

static void
store_changed_cb (CsIdleLock *self, const CsChangeSet *changes)
{
  if (cs_change_set_has (changes, CS_CHANGE_SITTER))
    watch (self);
}

/* GDK tells of motion also when things move below a pointer that lies still. */
static gboolean
has_moved (CsIdleLock *self, GdkEvent *event)
{
  double x, y;
  gboolean moved = gdk_event_get_position (event, &x, &y) && (ABS (x - self->x) > 0 || ABS (y - self->y) > 0);

  if (moved)
    {
      self->x = x;
      self->y = y;
    }
  return moved;
}

static gboolean
event_cb (CsIdleLock *self, GdkEvent *event)
{
  switch ((int) gdk_event_get_event_type (event))
    {
    case GDK_KEY_PRESS:
    case GDK_BUTTON_PRESS:
    case GDK_SCROLL:
    case GDK_TOUCH_BEGIN:
    case GDK_TOUCH_UPDATE:
      touch (self);
      break;
    case GDK_MOTION_NOTIFY:
      if (has_moved (self, event))
        touch (self);
      break;
    default:
      break;
    }
  return GDK_EVENT_PROPAGATE;
}

static void
cs_idle_lock_dispose (GObject *object)
{
  CsIdleLock *self = CS_IDLE_LOCK (object);

  cs_idle_lock_set_store (self, NULL);
  if (self->controller != NULL)
    gtk_widget_remove_controller (self->window, self->controller);
  self->controller = NULL;
  G_OBJECT_CLASS (cs_idle_lock_parent_class)->dispose (object);
}

static void
cs_idle_lock_class_init (CsIdleLockClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cs_idle_lock_dispose;
}

static void
cs_idle_lock_init (CsIdleLock *self)
{
}

CsIdleLock *
cs_idle_lock_new (GtkWidget *window)
{
  CsIdleLock *self = g_object_new (CS_TYPE_IDLE_LOCK, NULL);

  self->window = window;
  self->controller = gtk_event_controller_legacy_new ();
  gtk_event_controller_set_propagation_phase (self->controller, GTK_PHASE_CAPTURE);
  g_signal_connect_object (self->controller, "event", G_CALLBACK (event_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (window, self->controller);
  return self;
}

void
cs_idle_lock_set_store (CsIdleLock *self, CsStore *store)
{
  if (self->store == store)
    return;
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_func (self->store, store_changed_cb, self);
  g_set_object (&self->store, store);
  if (store != NULL)
    g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  watch (self);
}

void
cs_idle_lock_set_delay (CsIdleLock *self, guint ms)
{
  self->delay = ms;
  watch (self);
}

guint
cs_idle_lock_get_delay (CsIdleLock *self)
{
  if (self->delay != 0)
    return self->delay;
  return (guint) cs_settings_get_lock_after (cs_settings_get_default ()) * 60 * 1000;
}

gint64
cs_idle_lock_get_touched (CsIdleLock *self)
{
  return self->touched;
}
