/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/composed-text.h"

#define LATE_MS 300 /* until then an input method has told its word; nobody is back in the entry before */

typedef struct
{
  GtkEditable *text; /* (not owned): it owns this */
  char *word;        /* (nullable): being composed */
  gboolean editable;
  guint source; /* what still comes is not taken */
} Composed;

static void
composed_free (gpointer data)
{
  Composed *self = data;

  g_clear_handle_id (&self->source, g_source_remove);
  g_free (self->word);
  g_free (self);
}

static Composed *
composed_of (GtkEditable *editable)
{
  GtkEditable *delegate = gtk_editable_get_delegate (editable);

  return g_object_get_data (G_OBJECT (delegate != NULL ? delegate : editable), "cs-composed-text");
}

static void
preedit_cb (Composed *self, const char *preedit)
{
  g_free (self->word);
  self->word = *preedit != '\0' ? g_strdup (preedit) : NULL;
}

/* The word came; what is composed after it is told anew. */
static void
changed_cb (Composed *self)
{
  g_clear_pointer (&self->word, g_free);
}

static gboolean
late_cb (gpointer data)
{
  Composed *self = data;

  self->source = 0;
  gtk_editable_set_editable (self->text, self->editable);
  return G_SOURCE_REMOVE;
}

void
cs_composed_text_follow (GtkEditable *editable)
{
  GtkEditable *delegate = gtk_editable_get_delegate (editable);
  Composed *self = g_new0 (Composed, 1);

  self->text = delegate != NULL ? delegate : editable;
  self->editable = gtk_editable_get_editable (self->text);
  g_object_set_data_full (G_OBJECT (self->text), "cs-composed-text", self, composed_free);
  g_signal_connect_swapped (self->text, "preedit-changed", G_CALLBACK (preedit_cb), self);
  g_signal_connect_swapped (self->text, "changed", G_CALLBACK (changed_cb), self);
}

char *
cs_composed_text_dup (GtkEditable *editable)
{
  const Composed *self = composed_of (editable);
  const char *text = gtk_editable_get_text (editable);
  const char *place;

  if (self->word == NULL)
    return g_strdup (text);
  place = g_utf8_offset_to_pointer (text, gtk_editable_get_position (editable));
  return g_strdup_printf ("%.*s%s%s", (int) (place - text), text, self->word, place);
}

void
cs_composed_text_end (GtkEditable *editable)
{
  Composed *self = composed_of (editable);
  g_autofree char *text = NULL;

  if (self->word == NULL)
    return;
  text = cs_composed_text_dup (editable);
  if (self->source == 0)
    self->source = g_timeout_add (LATE_MS, late_cb, self);
  gtk_editable_set_editable (self->text, FALSE);
  gtk_editable_set_text (self->text, text);
  gtk_editable_set_position (self->text, -1);
}

void
cs_composed_text_set_editable (GtkEditable *editable, gboolean value)
{
  Composed *self = composed_of (editable);

  self->editable = value;
  if (self->source == 0)
    gtk_editable_set_editable (self->text, value);
}
