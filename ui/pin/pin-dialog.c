/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/pin/pin-dialog.h"

#include "service/pins/pin-try.h"
#include "ui/widgets/feedback.h"
#include "summary/words/formats.h"
#include "service/pins/pins.h"

#include <glib/gi18n-lib.h>

typedef enum
{
  SET,
  RESET,
  OFF
} Purpose;

struct _CsPinDialog
{
  AdwWindow parent_instance;

  Purpose purpose;
  CsStore *store;
  char *member;           /* (nullable): UUID of whose PIN it is */
  char *name;             /* (nullable) */
  GPtrArray *keepers;     /* (nullable) (element-type CsPinKeeper): in the order of the row */
  gboolean has_pin;       /* SET: there is one already */
  GCancellable *checking; /* (nullable) */

  GtkWidget *apply_button;
  GtkSpinner *spinner;
  AdwPreferencesGroup *group;
  AdwComboRow *keeper_row;
  GtkEditable *old_row;
  GtkEditable *new_row;
  GtkEditable *again_row;
  GtkLabel *problem_label;
};

G_DEFINE_FINAL_TYPE (CsPinDialog, cs_pin_dialog, ADW_TYPE_WINDOW)

static void
set_problem (CsPinDialog *self, const char *problem)
{
  gtk_label_set_label (self->problem_label, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), problem != NULL);
}

/* Returns: (transfer none) (nullable): who is chosen to do it. */
static const CsPinKeeper *
get_keeper (CsPinDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->keeper_row);

  return self->keepers != NULL && selected < self->keepers->len ? g_ptr_array_index (self->keepers, selected)
                                                                : NULL;
}

static gboolean
is_empty (GtkEditable *row)
{
  return gtk_widget_get_visible (GTK_WIDGET (row)) && *gtk_editable_get_text (row) == '\0';
}

static void
show_state (CsPinDialog *self)
{
  const CsPinKeeper *keeper = get_keeper (self);
  gboolean asks_old = self->purpose == SET ? self->has_pin : keeper != NULL && keeper->has_pin;
  gboolean busy = self->checking != NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->old_row), asks_old);
  gtk_widget_set_sensitive (GTK_WIDGET (self->group), !busy);
  gtk_spinner_set_spinning (self->spinner, busy);
  gtk_widget_set_sensitive (self->apply_button, !busy && (self->purpose == SET || keeper != NULL)
                                                    && !is_empty (self->old_row) && !is_empty (self->new_row)
                                                    && !is_empty (self->again_row));
}

static void
changed_cb (CsPinDialog *self)
{
  show_state (self);
}

static void
forget_typed (CsPinDialog *self)
{
  gtk_editable_set_text (self->old_row, "");
  gtk_editable_set_text (self->new_row, "");
  gtk_editable_set_text (self->again_row, "");
}

static void
focus_first (CsPinDialog *self)
{
  GtkWidget *const rows[] = { GTK_WIDGET (self->old_row), GTK_WIDGET (self->new_row),
                              GTK_WIDGET (self->keeper_row) };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (gtk_widget_get_visible (rows[i]))
      {
        gtk_widget_grab_focus (rows[i]);
        return;
      }
}

/* --- doing --- */

/* What a keeper who is proven to be it does; afterwards nobody sits. */
static gboolean
act_as (CsPinDialog *self, const CsPinKeeper *keeper, GError **error)
{
  gboolean good = self->purpose == RESET ? cs_pins_reset (self->store, self->member, keeper->member, error)
                                         : cs_pins_set_on (self->store, FALSE, error);

  cs_pins_lock (self->store);
  return good;
}

static void
tell_and_close (CsPinDialog *self)
{
  GtkWidget *parent = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self)));
  g_autofree char *text = NULL;

  if (self->purpose == SET)
    text = g_strdup_printf (_ ("The PIN of %s is set"), self->name);
  else if (self->purpose == RESET)
    text = g_strdup_printf (_ ("%s has no PIN any more"), self->name);
  else
    text = g_strdup (_ ("PINs are no longer asked"));
  if (parent != NULL)
    cs_feedback_toast (parent, text);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
refuse (CsPinDialog *self, const char *problem)
{
  forget_typed (self);
  set_problem (self, problem);
  show_state (self);
  focus_first (self);
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  CsPinDialog *self = data;
  const CsPinKeeper *keeper;
  g_autoptr (GError) error = NULL;
  gboolean good = cs_pins_finish (CS_STORE (source), result, &error);

  /* the dialog was closed and is gone; whom it would have seated does not sit */
  if (g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    {
      if (good)
        cs_pins_lock (CS_STORE (source));
      return;
    }
  g_clear_object (&self->checking);
  keeper = get_keeper (self);
  if (good && keeper != NULL)
    good = act_as (self, keeper, &error);
  if (good)
    tell_and_close (self);
  else
    refuse (self, error->message);
}

static void
set_pin (CsPinDialog *self)
{
  const char *pin = gtk_editable_get_text (self->new_row);

  if (!g_str_equal (pin, gtk_editable_get_text (self->again_row)))
    {
      refuse (self, _ ("The two were not the same. Type the PIN again, twice."));
      return;
    }
  self->checking = g_cancellable_new ();
  cs_pins_set_async (self->store, self->member, self->has_pin ? gtk_editable_get_text (self->old_row) : NULL,
                     pin, self->checking, checked_cb, self);
}

static void
apply_cb (CsPinDialog *self)
{
  const CsPinKeeper *keeper = get_keeper (self);
  g_autoptr (GError) error = NULL;

  set_problem (self, NULL);
  if (keeper == NULL)
    set_pin (self);
  else if (keeper->has_pin)
    {
      self->checking = g_cancellable_new ();
      cs_pins_unlock_async (self->store, keeper->member, gtk_editable_get_text (self->old_row),
                            self->checking, checked_cb, self);
    }
  else if (act_as (self, keeper, &error))
    {
      tell_and_close (self);
      return;
    }
  else
    refuse (self, error->message);
  show_state (self);
}

/* --- life --- */

static void
cs_pin_dialog_dispose (GObject *object)
{
  CsPinDialog *self = CS_PIN_DIALOG (object);

  if (self->checking != NULL)
    g_cancellable_cancel (self->checking);
  g_clear_object (&self->checking);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (cs_pin_dialog_parent_class)->dispose (object);
}

static void
cs_pin_dialog_finalize (GObject *object)
{
  CsPinDialog *self = CS_PIN_DIALOG (object);

  g_clear_pointer (&self->keepers, g_ptr_array_unref);
  g_free (self->member);
  g_free (self->name);
  G_OBJECT_CLASS (cs_pin_dialog_parent_class)->finalize (object);
}

static void
cs_pin_dialog_class_init (CsPinDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cs_pin_dialog_dispose;
  object_class->finalize = cs_pin_dialog_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/chamsao/ChamSao/pin/pin-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CsPinDialog, again_row);
  gtk_widget_class_bind_template_child (widget_class, CsPinDialog, apply_button);
  gtk_widget_class_bind_template_child (widget_class, CsPinDialog, group);
  gtk_widget_class_bind_template_child (widget_class, CsPinDialog, keeper_row);
  gtk_widget_class_bind_template_child (widget_class, CsPinDialog, new_row);
  gtk_widget_class_bind_template_child (widget_class, CsPinDialog, old_row);
  gtk_widget_class_bind_template_child (widget_class, CsPinDialog, problem_label);
  gtk_widget_class_bind_template_child (widget_class, CsPinDialog, spinner);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
cs_pin_dialog_init (CsPinDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* --- public --- */

static CsPinDialog *
dialog_new (GtkWidget *from, CsStore *store, Purpose purpose, const CsMember *member)
{
  CsPinDialog *self = g_object_new (CS_TYPE_PIN_DIALOG, NULL);
  GtkRoot *root = gtk_widget_get_root (from);

  self->store = g_object_ref (store);
  self->purpose = purpose;
  self->member = g_strdup (member != NULL ? member->uuid : NULL);
  self->name = g_strdup (member != NULL ? member->name : NULL);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  return self;
}

static void
present (
    CsPinDialog *self, const char *title, const char *description, const char *verb, const char *css_class)
{
  gtk_window_set_title (GTK_WINDOW (self), title);
  adw_preferences_group_set_description (self->group, description);
  gtk_button_set_label (GTK_BUTTON (self->apply_button), verb);
  gtk_widget_add_css_class (self->apply_button, css_class);
  gtk_widget_set_visible (GTK_WIDGET (self->keeper_row), self->purpose != SET);
  gtk_widget_set_visible (GTK_WIDGET (self->new_row), self->purpose == SET);
  gtk_widget_set_visible (GTK_WIDGET (self->again_row), self->purpose == SET);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->old_row),
                                 self->purpose == SET ? _ ("Present PIN") : _ ("PIN of this person"));
  show_state (self);
  gtk_window_present (GTK_WINDOW (self));
  focus_first (self);
}

static void
list_keepers (CsPinDialog *self, GPtrArray *keepers)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  self->keepers = keepers;
  for (guint i = 0; keepers != NULL && i < keepers->len; i++)
    {
      const CsPinKeeper *keeper = g_ptr_array_index (keepers, i);

      gtk_string_list_take (names, g_strdup_printf ("%s – %s", keeper->name, cs_format_role (keeper->role)));
    }
  adw_combo_row_set_model (self->keeper_row, G_LIST_MODEL (names));
  if (keepers != NULL && keepers->len == 0)
    set_problem (self, _ ("This council has nobody who may do it: neither a secretary nor a chair."));
}

void
cs_pin_dialog_present_set (GtkWidget *from, CsStore *store, const CsMember *member)
{
  CsPinDialog *self = dialog_new (from, store, SET, member);
  g_autofree char *description = g_strdup_printf (_ ("The PIN opens the score sheets of %s."), self->name);
  g_autoptr (GError) error = NULL;

  if (!cs_pins_has (store, member->uuid, &self->has_pin, &error))
    set_problem (self, error->message);
  present (self, _ ("Set PIN"), description, _ ("_Set"), "suggested-action");
}

void
cs_pin_dialog_present_reset (GtkWidget *from, CsStore *store, const CsMember *member)
{
  CsPinDialog *self = dialog_new (from, store, RESET, member);
  g_autofree char *description = g_strdup_printf (
      _ ("This takes the PIN of %s away, who then sets another one. The log tells who did it."), self->name);
  g_autoptr (GError) error = NULL;

  list_keepers (self, cs_pins_list_keepers (store, member->uuid, &error));
  if (error != NULL)
    set_problem (self, error->message);
  present (self, _ ("Reset PIN"), description, _ ("_Reset"), "destructive-action");
}

static gboolean
is_guarded (const GPtrArray *keepers)
{
  for (guint i = 0; keepers != NULL && i < keepers->len; i++)
    if (((CsPinKeeper *) g_ptr_array_index (keepers, i))->has_pin)
      return TRUE;
  return FALSE;
}

void
cs_pin_dialog_present_off (GtkWidget *from, CsStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) keepers = cs_pins_list_keepers (store, NULL, &error);
  CsPinDialog *self;

  if (!is_guarded (keepers))
    {
      if (keepers == NULL || !cs_pins_set_on (store, FALSE, &error))
        cs_feedback_error (from, _ ("The PINs were not switched off"), error);
      return;
    }
  for (guint i = keepers->len; i > 0; i--)
    if (!((CsPinKeeper *) g_ptr_array_index (keepers, i - 1))->has_pin)
      g_ptr_array_remove_index (keepers, i - 1);
  self = dialog_new (from, store, OFF, NULL);
  list_keepers (self, g_steal_pointer (&keepers));
  present (
      self, _ ("Switch PINs Off"),
      _ ("Whoever sits at this desktop can then open the score sheets of all members. The log tells when "
         "it was done."),
      _ ("_Switch Off"), "destructive-action");
}
