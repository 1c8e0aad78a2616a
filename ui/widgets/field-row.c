/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/field-row.h"

#include "base/date.h"
#include "base/text.h"
#include "ui/widgets/composed-text.h"

#include <glib/gi18n-lib.h>

#define TYPING_MS 2000 /* the longest that typed words are in the row alone */

struct _CsFieldRow
{
  AdwEntryRow parent_instance;

  char *label;
  gboolean date;
  gboolean required;
  char *stored;
  char *problem;       /* (nullable) */
  char *refused;       /* (nullable): what was typed when the problem came up */
  guint typing_source; /* what is being typed is told meanwhile */
};

enum
{
  PROP_LABEL = 1,
  PROP_DATE,
  PROP_REQUIRED,
  N_PROPS
};
enum
{
  COMMIT,
  TYPING,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CsFieldRow, cs_field_row, ADW_TYPE_ENTRY_ROW)

static const char *
text_of (CsFieldRow *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self));
}

/* Returns: (transfer full) (nullable): the value as the book stores it, NULL when it is no such value. */
static char *
value_of (CsFieldRow *self)
{
  g_autofree char *clean = cs_text_clean (text_of (self));

  if (clean == NULL)
    return NULL;
  if (self->date && *clean != '\0')
    return cs_date_from_display (clean);
  return g_steal_pointer (&clean);
}

static char *
shown_of (CsFieldRow *self)
{
  return self->date ? cs_date_to_display (self->stored) : g_strdup (self->stored);
}

/* NFC and without outer space, as what is typed is compared; a list may have brought it in otherwise. */
static void
take_stored (CsFieldRow *self, const char *stored)
{
  g_free (self->stored);
  self->stored = stored != NULL ? cs_text_clean (stored) : NULL;
  if (self->stored == NULL)
    self->stored = g_strdup ("");
}

static void
show_stored (CsFieldRow *self)
{
  g_autofree char *shown = shown_of (self);

  if (!g_str_equal (text_of (self), shown))
    cs_composed_text_set (GTK_EDITABLE (self), shown);
  cs_field_row_set_problem (self, NULL);
}

static void
update_title (CsFieldRow *self)
{
  g_autofree char *title = self->problem != NULL
                               /* Translators: name of a field and what is wrong with its value */
                               ? g_strdup_printf (_ ("%s – %s"), self->label, self->problem)
                               : g_strdup (self->label);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), self->problem);
}

/* Returns: (transfer none) (nullable): why the typed value cannot even be offered. */
static const char *
find_problem (CsFieldRow *self, const char *value)
{
  if (value == NULL)
    return self->date ? _ ("write the day as dd/mm/yyyy") : _ ("this is no text");
  if (self->required && *value == '\0')
    return _ ("cannot be empty");
  return NULL;
}

static void
refuse (CsFieldRow *self, const char *problem)
{
  cs_field_row_set_problem (self, problem);
  g_free (self->refused);
  self->refused = g_strdup (text_of (self));
}

/* --- callbacks --- */

static gboolean
typing_cb (gpointer data)
{
  CsFieldRow *self = data;

  self->typing_source = 0;
  g_signal_emit (self, signals[TYPING], 0);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (CsFieldRow *self)
{
  if (self->typing_source == 0)
    self->typing_source = g_timeout_add (TYPING_MS, typing_cb, self);
  /* the reason is about what stood there before */
  if (self->problem != NULL && g_strcmp0 (self->refused, text_of (self)) != 0)
    cs_field_row_set_problem (self, NULL);
}

static void
leave_cb (CsFieldRow *self)
{
  cs_field_row_flush (self);
}

static void
activated_cb (CsFieldRow *self)
{
  cs_field_row_commit (self);
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  CsFieldRow *self = CS_FIELD_ROW (widget);

  if (!cs_field_row_is_unsaved (self) && self->problem == NULL)
    return GDK_EVENT_PROPAGATE;
  show_stored (self);
  gtk_editable_set_position (GTK_EDITABLE (self), -1);
  return GDK_EVENT_STOP;
}

/* --- overrides --- */

static void
cs_field_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  CsFieldRow *self = CS_FIELD_ROW (object);

  switch (id)
    {
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;
    case PROP_DATE:
      g_value_set_boolean (value, self->date);
      break;
    case PROP_REQUIRED:
      g_value_set_boolean (value, self->required);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
cs_field_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  CsFieldRow *self = CS_FIELD_ROW (object);

  switch (id)
    {
    case PROP_LABEL:
      g_free (self->label);
      self->label = g_value_dup_string (value);
      update_title (self);
      break;
    case PROP_DATE:
      self->date = g_value_get_boolean (value);
      break;
    case PROP_REQUIRED:
      self->required = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
cs_field_row_finalize (GObject *object)
{
  CsFieldRow *self = CS_FIELD_ROW (object);

  g_clear_handle_id (&self->typing_source, g_source_remove);
  g_free (self->label);
  g_free (self->stored);
  g_free (self->problem);
  g_free (self->refused);
  G_OBJECT_CLASS (cs_field_row_parent_class)->finalize (object);
}

static void
cs_field_row_class_init (CsFieldRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = cs_field_row_get_property;
  object_class->set_property = cs_field_row_set_property;
  object_class->finalize = cs_field_row_finalize;
  props[PROP_LABEL] =
      g_param_spec_string ("label", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_DATE] =
      g_param_spec_boolean ("date", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_REQUIRED] =
      g_param_spec_boolean ("required", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[COMMIT] = g_signal_new ("commit", CS_TYPE_FIELD_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[TYPING] =
      g_signal_new ("typing", CS_TYPE_FIELD_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}

static void
cs_field_row_init (CsFieldRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->label = g_strdup ("");
  self->stored = g_strdup ("");
  /* titles are words, also those with an ampersand */
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  cs_composed_text_follow (GTK_EDITABLE (self));
  g_signal_connect (self, "changed", G_CALLBACK (changed_cb), NULL);
  /* a word that is being composed is typed too */
  g_signal_connect_swapped (gtk_editable_get_delegate (GTK_EDITABLE (self)), "preedit-changed",
                            G_CALLBACK (changed_cb), self);
  g_signal_connect (self, "entry-activated", G_CALLBACK (activated_cb), NULL);
}

/* --- public --- */

GtkWidget *
cs_field_row_new (const char *label, gboolean date)
{
  return g_object_new (CS_TYPE_FIELD_ROW, "label", label, "date", date, NULL);
}

void
cs_field_row_set_stored (CsFieldRow *self, const char *stored)
{
  g_autofree char *old = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *problem = NULL;
  gboolean unsaved;

  g_return_if_fail (CS_IS_FIELD_ROW (self));

  old = g_strdup (self->stored);
  unsaved = cs_field_row_is_unsaved (self);
  take_stored (self, stored);
  if (!unsaved || !cs_field_row_is_unsaved (self))
    {
      show_stored (self);
      return;
    }
  if (g_str_equal (old, self->stored))
    return;
  shown = shown_of (self);
  problem = g_strdup_printf (_ ("now “%s” in the book; Enter writes what stands here"), shown);
  refuse (self, problem);
}

void
cs_field_row_reset (CsFieldRow *self, const char *stored)
{
  g_return_if_fail (CS_IS_FIELD_ROW (self));

  take_stored (self, stored);
  show_stored (self);
  /* Ctrl+Z must not bring back what was typed about something else */
  gtk_editable_set_enable_undo (GTK_EDITABLE (self), FALSE);
  gtk_editable_set_enable_undo (GTK_EDITABLE (self), TRUE);
}

void
cs_field_row_set_typed (CsFieldRow *self, const char *typed)
{
  g_return_if_fail (CS_IS_FIELD_ROW (self));

  cs_composed_text_set (GTK_EDITABLE (self), typed);
  if (cs_field_row_is_unsaved (self))
    refuse (self, _ ("not written yet"));
}

void
cs_field_row_set_problem (CsFieldRow *self, const char *problem)
{
  g_return_if_fail (CS_IS_FIELD_ROW (self));

  if (g_strcmp0 (self->problem, problem) == 0)
    return;
  g_free (self->problem);
  self->problem = g_strdup (problem);
  g_clear_pointer (&self->refused, g_free);
  if (problem != NULL)
    {
      self->refused = g_strdup (text_of (self));
      gtk_widget_add_css_class (GTK_WIDGET (self), "error");
    }
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_INVALID,
                               problem != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
  update_title (self);
}

const char *
cs_field_row_get_problem (CsFieldRow *self)
{
  return self->problem;
}

gboolean
cs_field_row_is_unsaved (CsFieldRow *self)
{
  g_autofree char *value = value_of (self);
  g_autofree char *shown = shown_of (self);

  return g_strcmp0 (value, self->stored) != 0 && !g_str_equal (text_of (self), shown);
}

char *
cs_field_row_dup_typed (CsFieldRow *self)
{
  g_autofree char *seen = cs_composed_text_dup (GTK_EDITABLE (self));
  g_autofree char *shown = shown_of (self);

  if (g_str_equal (seen, shown) || (g_str_equal (seen, text_of (self)) && !cs_field_row_is_unsaved (self)))
    return NULL;
  return g_steal_pointer (&seen);
}

gboolean
cs_field_row_commit (CsFieldRow *self)
{
  g_autofree char *value = NULL;
  const char *problem;
  gboolean written;

  g_return_val_if_fail (CS_IS_FIELD_ROW (self), FALSE);

  value = value_of (self);
  if (!cs_field_row_is_unsaved (self))
    {
      show_stored (self); /* "1/2/2024" becomes "01/02/2024" */
      return TRUE;
    }
  problem = find_problem (self, value);
  if (problem != NULL)
    {
      refuse (self, problem);
      return FALSE;
    }
  g_object_ref (self);
  g_signal_emit (self, signals[COMMIT], 0, value);
  written = !cs_field_row_is_unsaved (self);
  if (!written && self->problem == NULL)
    refuse (self, _ ("not written yet"));
  g_object_unref (self);
  return written;
}

gboolean
cs_field_row_flush (CsFieldRow *self)
{
  g_return_val_if_fail (CS_IS_FIELD_ROW (self), FALSE);

  cs_composed_text_end (GTK_EDITABLE (self));
  /* an error dialog takes the focus too: trying again now would ask for ever */
  if (self->refused != NULL && g_str_equal (self->refused, text_of (self)))
    return FALSE;
  return cs_field_row_commit (self);
}
