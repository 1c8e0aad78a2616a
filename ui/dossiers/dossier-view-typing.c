/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/dossiers/dossier-view-private.h"

#include "service/book/typing.h"

/* Typing that is not written. */

/* --- while the program runs --- */

static void
put_aside (CsFieldRow *row, const char *key, gpointer data)
{
  CsDossierView *self = data;

  if (cs_field_row_is_unsaved (row))
    g_hash_table_insert (self->drafts, g_strdup (key), g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
  else
    g_hash_table_remove (self->drafts, key);
}

void
_cs_dossier_view_put_typing_aside (CsDossierView *self)
{
  _cs_dossier_view_foreach (self, put_aside, self);
}

static void
bring_back (CsFieldRow *row, const char *key, gpointer data)
{
  CsDossierView *self = data;
  const char *typed = g_hash_table_lookup (self->drafts, key);

  if (typed != NULL && !g_str_equal (typed, gtk_editable_get_text (GTK_EDITABLE (row))))
    cs_field_row_set_typed (row, typed);
}

static char *
prefix_of (const CsDossierView *self)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT "/", self->key.dossier);
}

/* What stands in the rows again need not be kept besides. */
static gboolean
is_of_dossier (gpointer key, gpointer text, gpointer data)
{
  g_autofree char *prefix = prefix_of (data);

  return g_str_has_prefix (key, prefix);
}

/* --- beyond it --- */

/* What was typed when the program ended is shown as what is typed and not written. */
static void
read_kept (CsDossierView *self)
{
  g_autoptr (GHashTable) typed = cs_typing_list (self->store, self->dossier->uuid, NULL);
  g_autofree char *prefix = prefix_of (self);
  GHashTableIter i;
  gpointer field, text;

  g_hash_table_remove_all (self->kept);
  if (typed == NULL)
    return;
  g_hash_table_iter_init (&i, typed);
  while (g_hash_table_iter_next (&i, &field, &text))
    {
      g_autofree char *key = g_strconcat (prefix, field, NULL);

      g_hash_table_insert (self->kept, g_strdup (field), g_strdup (text));
      if (!g_hash_table_contains (self->drafts, key))
        g_hash_table_insert (self->drafts, g_steal_pointer (&key), g_strdup (text));
    }
}

void
_cs_dossier_view_bring_typing_back (CsDossierView *self, gboolean fresh)
{
  if (fresh)
    read_kept (self);
  _cs_dossier_view_foreach (self, bring_back, self);
  g_hash_table_foreach_remove (self->drafts, is_of_dossier, self);
  _cs_dossier_view_keep_typing (self);
}

static void
keep (CsFieldRow *row, const char *key, gpointer data)
{
  CsDossierView *self = data;
  const char *field = strchr (key, '/') + 1;
  g_autofree char *typed = cs_field_row_dup_typed (row);
  g_autoptr (GError) error = NULL;

  if (g_strcmp0 (typed, g_hash_table_lookup (self->kept, field)) == 0)
    return;
  if (!cs_typing_keep (self->store, self->dossier->uuid, field, typed, &error))
    g_debug ("typing: %s", error->message); /* leaving the row will tell */
  else if (typed != NULL)
    g_hash_table_insert (self->kept, g_strdup (field), g_steal_pointer (&typed));
  else
    g_hash_table_remove (self->kept, field);
}

void
_cs_dossier_view_keep_typing (CsDossierView *self)
{
  if (self->store != NULL && self->dossier != NULL)
    _cs_dossier_view_foreach (self, keep, self);
}
