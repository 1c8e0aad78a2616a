/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/pin/pin-panel.h"

#include "service/book/unread.h"
#include "service/pins/pin-try.h"
#include "ui/pin/pin-dialog.h"
#include "service/pins/pins.h"

#include <glib/gi18n-lib.h>

struct _CsPinPanel
{
  AdwBin parent_instance;

  CsStore *store;         /* (nullable): NULL asks nobody */
  CsCouncil *council;     /* (nullable) */
  const CsMember *member; /* (nullable): of the council */
  gboolean has_pin;       /* else the first one is set */
  GCancellable *checking; /* (nullable): a PIN is being checked */

  GtkLabel *name_label;
  GtkLabel *body_label;
  GtkLabel *first_label;
  GtkEditable *first_entry;
  GtkEditable *second_entry;
  GtkLabel *problem_label;
  GtkWidget *open_button;
  GtkSpinner *spinner;
  GtkLabel *open_label;
  GtkWidget *forgotten_button;
};

G_DEFINE_FINAL_TYPE (CsPinPanel, cs_pin_panel, ADW_TYPE_BIN)

/* --- showing --- */

/* @problem: (nullable) */
static void
set_problem (CsPinPanel *self, const char *problem)
{
  gtk_label_set_label (self->problem_label, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), problem != NULL);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->first_entry), GTK_ACCESSIBLE_STATE_INVALID,
                               problem != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

static gboolean
is_filled (CsPinPanel *self)
{
  return *gtk_editable_get_text (self->first_entry) != '\0'
         && (self->has_pin || *gtk_editable_get_text (self->second_entry) != '\0');
}

static void
show_busy (CsPinPanel *self)
{
  gboolean busy = self->checking != NULL;

  /* the fields keep the focus meanwhile */
  gtk_editable_set_editable (self->first_entry, !busy);
  gtk_editable_set_editable (self->second_entry, !busy);
  gtk_spinner_set_spinning (self->spinner, busy);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), busy);
  gtk_widget_set_sensitive (self->open_button, !busy && is_filled (self));
  gtk_widget_set_sensitive (self->forgotten_button, !busy);
}

static void
forget_typed (CsPinPanel *self)
{
  gtk_editable_set_text (self->first_entry, "");
  gtk_editable_set_text (self->second_entry, "");
}

static void
show_mode (CsPinPanel *self)
{
  const char *first = self->has_pin ? _ ("_PIN") : _ ("New _PIN, 4 to 12 digits");

  gtk_label_set_label (self->body_label,
                       self->has_pin ? _ ("Your PIN opens your score sheets.")
                                     : _ ("You have no PIN yet. Choose one that only you know; it opens your "
                                          "score sheets from now on."));
  gtk_label_set_label (self->first_label, first);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->first_entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->has_pin ? _ ("PIN") : _ ("New PIN, 4 to 12 digits"), -1);
  gtk_widget_set_visible (GTK_WIDGET (self->second_entry), !self->has_pin);
  gtk_label_set_label (self->open_label, self->has_pin ? _ ("_Open") : _ ("_Set PIN and Open"));
  gtk_widget_set_visible (self->forgotten_button, self->has_pin);
}

/* Gives up what is being checked: it must not open for somebody else. */
static void
give_up (CsPinPanel *self)
{
  if (self->checking != NULL)
    g_cancellable_cancel (self->checking);
  g_clear_object (&self->checking);
}

/* --- doing --- */

static void
changed_cb (CsPinPanel *self)
{
  show_busy (self);
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  CsPinPanel *self = data;
  g_autoptr (GError) error = NULL;
  gboolean good = cs_pins_finish (CS_STORE (source), result, &error);

  /* another member is asked meanwhile; or nobody any more, and the panel may be gone */
  if (g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;
  g_clear_object (&self->checking);
  forget_typed (self);
  show_busy (self);
  if (good)
    return; /* the store has told whoever shows this panel */
  cs_pins_has (self->store, self->member->uuid, &self->has_pin, cs_store_unread (self->store));
  show_mode (self);
  set_problem (self, error->message);
  cs_pin_panel_focus (self);
}

static void
submit_cb (CsPinPanel *self)
{
  const char *pin = gtk_editable_get_text (self->first_entry);

  if (self->store == NULL || self->checking != NULL || !is_filled (self))
    return;
  if (!self->has_pin && !g_str_equal (pin, gtk_editable_get_text (self->second_entry)))
    {
      forget_typed (self);
      set_problem (self, _ ("The two were not the same. Type the PIN again, twice."));
      cs_pin_panel_focus (self);
      return;
    }
  set_problem (self, NULL);
  self->checking = g_cancellable_new ();
  show_busy (self);
  if (self->has_pin)
    cs_pins_unlock_async (self->store, self->member->uuid, pin, self->checking, checked_cb, self);
  else
    cs_pins_set_async (self->store, self->member->uuid, NULL, pin, self->checking, checked_cb, self);
}

/* Enter in the first of two fields goes to the second. */
static void
activated_cb (CsPinPanel *self)
{
  if (!self->has_pin && *gtk_editable_get_text (self->second_entry) == '\0')
    gtk_widget_grab_focus (GTK_WIDGET (self->second_entry));
  else
    submit_cb (self);
}

static void
forgotten_cb (CsPinPanel *self)
{
  cs_pin_dialog_present_reset (GTK_WIDGET (self), self->store, self->member);
}

/* --- life --- */

static void
cs_pin_panel_dispose (GObject *object)
{
  CsPinPanel *self = CS_PIN_PANEL (object);

  give_up (self);
  g_clear_object (&self->store);
  self->member = NULL;
  g_clear_pointer (&self->council, cs_council_unref);
  G_OBJECT_CLASS (cs_pin_panel_parent_class)->dispose (object);
}

static void
cs_pin_panel_class_init (CsPinPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cs_pin_panel_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/chamsao/ChamSao/pin/pin-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, CsPinPanel, body_label);
  gtk_widget_class_bind_template_child (widget_class, CsPinPanel, first_entry);
  gtk_widget_class_bind_template_child (widget_class, CsPinPanel, first_label);
  gtk_widget_class_bind_template_child (widget_class, CsPinPanel, forgotten_button);
  gtk_widget_class_bind_template_child (widget_class, CsPinPanel, name_label);
  gtk_widget_class_bind_template_child (widget_class, CsPinPanel, open_button);
  gtk_widget_class_bind_template_child (widget_class, CsPinPanel, open_label);
  gtk_widget_class_bind_template_child (widget_class, CsPinPanel, problem_label);
  gtk_widget_class_bind_template_child (widget_class, CsPinPanel, second_entry);
  gtk_widget_class_bind_template_child (widget_class, CsPinPanel, spinner);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, forgotten_cb);
  gtk_widget_class_bind_template_callback (widget_class, submit_cb);
}

static void
cs_pin_panel_init (CsPinPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
cs_pin_panel_new (void)
{
  return g_object_new (CS_TYPE_PIN_PANEL, NULL);
}

/* --- public --- */

void
cs_pin_panel_ask (CsPinPanel *self, CsStore *store, CsCouncil *council, const CsMember *member)
{
  gboolean has_pin = TRUE;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (CS_IS_PIN_PANEL (self));
  if (!cs_pins_has (store, member->uuid, &has_pin, &error))
    cs_store_tell_unread (store, error);
  if (self->store == store && self->member != NULL && g_str_equal (self->member->uuid, member->uuid)
      && has_pin == self->has_pin)
    return;
  cs_pin_panel_clear (self);
  self->store = g_object_ref (store);
  self->council = cs_council_ref (council);
  self->member = member;
  self->has_pin = has_pin;
  gtk_label_set_label (self->name_label, member->name);
  show_mode (self);
  show_busy (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    cs_pin_panel_focus (self);
}

void
cs_pin_panel_clear (CsPinPanel *self)
{
  g_return_if_fail (CS_IS_PIN_PANEL (self));
  give_up (self);
  forget_typed (self);
  show_busy (self);
  set_problem (self, NULL);
  g_clear_object (&self->store);
  self->member = NULL;
  g_clear_pointer (&self->council, cs_council_unref);
}

void
cs_pin_panel_focus (CsPinPanel *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->first_entry));
}
