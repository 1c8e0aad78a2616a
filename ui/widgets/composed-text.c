/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/composed-text.h"

#include <string.h>

#define LATE_US (2 * G_USEC_PER_SEC)

typedef struct
{
  GtkEditable *text;   /* (not owned): it owns this */
  char *word;          /* (nullable): being composed */
  char *last;          /* (nullable): what was composed last and did not come yet */
  char *late;          /* (nullable): is text already and may still come from the input method */
  gint64 late_until;   /* nobody is back in the entry and has composed the same word before */
  gboolean left;       /* it was taken when the entry was left, not before */
  const char *setting; /* (nullable): what we set as the text ourselves */
} Composed;

static void
composed_free (gpointer data)
{
  Composed *self = data;

  g_free (self->late);
  g_free (self->word);
  g_free (self->last);
  g_free (self);
}

static Composed *
composed_of (GtkEditable *editable)
{
  GtkEditable *delegate = gtk_editable_get_delegate (editable);

  return g_object_get_data (G_OBJECT (delegate != NULL ? delegate : editable), "cs-composed-text");
}

/* Is somebody typing there? A window that is being closed keeps its focus. */
static gboolean
is_at_work (const Composed *self)
{
  GtkWidget *text = GTK_WIDGET (self->text);

  return gtk_widget_has_focus (text) && gtk_widget_get_mapped (text);
}

/* Does @word stand before the cursor? */
static gboolean
stands_there (const Composed *self, const char *word)
{
  g_autofree char *before = gtk_editable_get_chars (self->text, 0, gtk_editable_get_position (self->text));

  return g_str_has_suffix (before, word);
}

/* Is @text the word that was taken when the entry was left, told again? Nobody who is back there composes it
 * once more behind itself, and at once. */
static gboolean
is_late (const Composed *self, const char *text)
{
  return g_strcmp0 (self->late, text) == 0 && g_get_monotonic_time () < self->late_until
         && (!is_at_work (self) || (self->left && stands_there (self, text)));
}

/* From now on @word (transfer full) is text, and nothing new when it is told again. */
static void
take (Composed *self, char *word, gboolean left)
{
  g_free (self->late);
  self->late = word;
  self->left = left;
  self->late_until = g_get_monotonic_time () + LATE_US;
}

static void
preedit_cb (Composed *self, const char *preedit)
{
  g_free (self->word);
  self->word = *preedit != '\0' && !is_late (self, preedit) ? g_strdup (preedit) : NULL;
  if (self->word != NULL)
    {
      g_free (self->last);
      self->last = g_strdup (self->word);
    }
}

/* The word came; what is composed after it is told anew. */
static void
changed_cb (Composed *self)
{
  g_clear_pointer (&self->word, g_free);
}

/* The word that was taken when the entry was left comes now, when the entry is for something else perhaps;
 * twice where the input method is told that it was left and that its text is another one. */
static void
insert_cb (Composed *self, const char *text, int length)
{
  g_autofree char *inserted = g_strndup (text, length < 0 ? strlen (text) : (gsize) length);

  if (g_strcmp0 (self->setting, inserted) == 0)
    {
      self->setting = NULL;
      return;
    }
  if (is_late (self, inserted))
    g_signal_stop_emission_by_name (self->text, "insert-text");
  /* when the entry loses the keyboard, GTK gives the word and the input method gives it too, in any order */
  else if (g_strcmp0 (self->last, inserted) == 0)
    take (self, g_steal_pointer (&self->last), !is_at_work (self));
  else
    g_clear_pointer (&self->last, g_free);
}

void
cs_composed_text_follow (GtkEditable *editable)
{
  GtkEditable *delegate = gtk_editable_get_delegate (editable);
  Composed *self = g_new0 (Composed, 1);

  self->text = delegate != NULL ? delegate : editable;
  g_object_set_data_full (G_OBJECT (self->text), "cs-composed-text", self, composed_free);
  g_signal_connect_swapped (self->text, "preedit-changed", G_CALLBACK (preedit_cb), self);
  g_signal_connect_swapped (self->text, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->text, "insert-text", G_CALLBACK (insert_cb), self);
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
cs_composed_text_set (GtkEditable *editable, const char *text)
{
  Composed *self = composed_of (editable);

  self->setting = text;
  gtk_editable_set_text (self->text, text);
  self->setting = NULL;
}

void
cs_composed_text_end (GtkEditable *editable)
{
  Composed *self = composed_of (editable);
  g_autofree char *text = NULL;

  if (self->word == NULL || stands_there (self, self->word))
    {
      g_clear_pointer (&self->word, g_free);
      return;
    }
  text = cs_composed_text_dup (editable);
  take (self, g_steal_pointer (&self->word), TRUE);
  cs_composed_text_set (editable, text);
  gtk_editable_set_position (self->text, -1);
}
