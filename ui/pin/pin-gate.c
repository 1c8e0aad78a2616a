/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/pin/pin-gate.h"

#include "ui/pin/pin-dialog.h"
#include "ui/pin/pin-panel.h"
#include "ui/widgets/reader.h"
#include "service/pins/pins.h"

struct _CsPinGate
{
  AdwBin parent_instance;

  GtkStack *stack;
  GtkWidget *content; /* (nullable) */
  CsPinPanel *panel;
  gboolean asks;

  CsStore *store;         /* (nullable) */
  CsCouncil *council;     /* (nullable) */
  const CsMember *member; /* (nullable): of the council: whose sheets were asked for last */
};

enum
{
  PROP_CONTENT = 1,
  PROP_ASKS,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (CsPinGate, cs_pin_gate, ADW_TYPE_BIN)

/* --- locking --- */

/* A question shows what it is about, such as a sum of points: it goes with the sheet. */
static void
withdraw_questions (GtkWidget *from)
{
  GtkRoot *root = gtk_widget_get_root (from);
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; root != NULL && l != NULL; l = l->next)
    if (ADW_IS_MESSAGE_DIALOG (l->data) && gtk_window_get_transient_for (l->data) == GTK_WINDOW (root))
      gtk_window_close (l->data);
}

void
cs_pin_gate_lock (GtkWidget *from, CsStore *store)
{
  GtkRoot *root = gtk_widget_get_root (from);

  if (store == NULL || cs_pins_sitter (store) == NULL)
    return;
  /* what is being typed is stored when its field is left */
  if (root != NULL)
    gtk_root_set_focus (root, NULL);
  withdraw_questions (from);
  cs_pins_lock (store);
}

static void
lock_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  cs_pin_gate_lock (widget, CS_PIN_GATE (widget)->store);
}

static void
change_pin_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CsPinGate *self = CS_PIN_GATE (widget);

  if (self->member != NULL)
    cs_pin_dialog_present_set (widget, self->store, self->member);
}

/* --- showing --- */

static void
set_asks (CsPinGate *self, gboolean asks)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "gate.lock", asks);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "gate.change-pin", asks);
  if (self->asks == asks)
    return;
  self->asks = asks;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ASKS]);
}

static const char *
uuid_of (const CsMember *member)
{
  return member != NULL ? member->uuid : NULL;
}

/* Returns: whether it is about somebody else than before; at first it is about nobody. */
static gboolean
take (CsPinGate *self, CsStore *store, CsCouncil *council, const CsMember *member)
{
  gboolean first = self->store == NULL;
  gboolean other = g_set_object (&self->store, store);

  other |= g_strcmp0 (uuid_of (self->member), uuid_of (member)) != 0;
  g_clear_pointer (&self->council, cs_council_unref);
  self->council = member != NULL ? cs_council_ref (council) : NULL;
  self->member = member;
  return other && !first;
}

static void
show_panel (CsPinGate *self)
{
  gboolean was_open = gtk_stack_get_visible_child (self->stack) != GTK_WIDGET (self->panel);

  cs_pin_panel_ask (self->panel, self->store, self->council, self->member);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->panel));
  /* not while another page is in front; one that was never shown is about to be */
  if (was_open && (gtk_widget_get_mapped (GTK_WIDGET (self)) || !gtk_widget_get_realized (GTK_WIDGET (self))))
    cs_pin_panel_focus (self->panel);
}

gboolean
cs_pin_gate_check (CsPinGate *self, CsStore *store, CsCouncil *council, const CsMember *member)
{
  gboolean other;

  g_return_val_if_fail (CS_IS_PIN_GATE (self), FALSE);
  other = take (self, store, council, member);
  set_asks (self, store != NULL && cs_pins_are_on (store));
  /* a book that asks for nothing, no member, or one who has left and cannot open anything: the page tells */
  if (!self->asks || member == NULL || member->left_at != NULL)
    {
      if (self->asks && other)
        cs_pins_lock (store);
    }
  else if (cs_pins_are_locked (store, member->uuid))
    {
      if (other)
        cs_pins_lock (store);
      show_panel (self);
      return FALSE;
    }
  cs_pin_panel_clear (self->panel);
  if (self->content != NULL)
    gtk_stack_set_visible_child (self->stack, self->content);
  return TRUE;
}

/* --- life --- */

static void
cs_pin_gate_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  CsPinGate *self = CS_PIN_GATE (object);

  if (id == PROP_CONTENT)
    g_value_set_object (value, self->content);
  else if (id == PROP_ASKS)
    g_value_set_boolean (value, self->asks);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
cs_pin_gate_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  CsPinGate *self = CS_PIN_GATE (object);

  if (id != PROP_CONTENT)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  if (self->content != NULL)
    gtk_stack_remove (self->stack, self->content);
  self->content = g_value_get_object (value);
  if (self->content != NULL)
    {
      gtk_stack_add_child (self->stack, self->content);
      gtk_stack_set_visible_child (self->stack, self->content);
    }
}

static void
cs_pin_gate_dispose (GObject *object)
{
  CsPinGate *self = CS_PIN_GATE (object);

  take (self, NULL, NULL, NULL);
  self->content = NULL;
  G_OBJECT_CLASS (cs_pin_gate_parent_class)->dispose (object);
}

static void
cs_pin_gate_class_init (CsPinGateClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cs_pin_gate_dispose;
  object_class->get_property = cs_pin_gate_get_property;
  object_class->set_property = cs_pin_gate_set_property;
  props[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET,
                                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_ASKS] =
      g_param_spec_boolean ("asks", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_install_action (widget_class, "gate.lock", NULL, lock_action);
  gtk_widget_class_install_action (widget_class, "gate.change-pin", NULL, change_pin_action);
}

static void
cs_pin_gate_init (CsPinGate *self)
{
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  self->panel = CS_PIN_PANEL (cs_pin_panel_new ());
  gtk_stack_add_child (self->stack, GTK_WIDGET (self->panel));
  cs_reader_follow_stack (self->stack);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
  set_asks (self, FALSE);
}

GtkWidget *
cs_pin_gate_new (void)
{
  return g_object_new (CS_TYPE_PIN_GATE, NULL);
}
