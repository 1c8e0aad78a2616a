/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/councils/council-recusals.h"

#include "service/book/unread.h"
#include "base/text.h"
#include "service/dossiers/dossier-list.h"
#include "ui/shared/council-words.h"
#include "service/dossiers/dossiers.h"
#include "service/council/recusals.h"
#include "rules/interest.h"

#include <glib/gi18n-lib.h>

/* --- whom to ask --- */

/* A member and the open products of the producer whom the member belongs to. */
typedef struct
{
  const CsMember *member;
  CsDossier *first;
  guint n;
} Suspect;

static void
suspect_clear (gpointer data)
{
  cs_dossier_free (((Suspect *) data)->first);
}

static gboolean
is_suspect (CsStore *store, const CsCouncil *council, const CsMember *member, const CsDossier *dossier)
{
  g_autoptr (GPtrArray) suspects = NULL;

  if (dossier->closed || g_strcmp0 (dossier->council_uuid, council->uuid) != 0
      || !cs_interest_is_likely (member, &dossier->producer))
    return FALSE;
  suspects = cs_recusals_suspects (store, council, dossier, cs_store_unread (store));
  return suspects != NULL && g_ptr_array_find (suspects, member, NULL);
}

/* Only products in which @words stand are looked at: a book has thousands. @seen: (element-type gint64):
 * dossiers */
static void
look_for (CsStore *store, const CsCouncil *council, const char *words, Suspect *suspect, GHashTable *seen)
{
  CsDossierFilter filter = { .words = words, .unit = council->unit };
  g_autoptr (GArray) keys =
      !cs_text_is_blank (words) ? cs_dossiers_list (store, &filter, cs_store_unread (store)) : NULL;

  for (guint i = 0; keys != NULL && i < keys->len; i++)
    {
      const CsDossierKey *key = &g_array_index (keys, CsDossierKey, i);
      g_autoptr (CsDossier) dossier = cs_dossiers_get (store, *key, cs_store_unread (store));

      if (dossier == NULL || !is_suspect (store, council, suspect->member, dossier)
          || !g_hash_table_add (seen, g_memdup2 (&key->dossier, sizeof key->dossier)))
        continue;
      suspect->n++;
      if (suspect->first == NULL)
        suspect->first = g_steal_pointer (&dossier);
    }
}

/* By the words of the member's organisation, and by the name that a household may bear. */
static void
look_at (CsStore *store, const CsCouncil *council, const CsMember *member, GArray *found)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  Suspect suspect = { .member = member };

  look_for (store, council, member->organisation, &suspect, seen);
  look_for (store, council, member->name, &suspect, seen);
  if (suspect.n > 0)
    g_array_append_val (found, suspect);
}

static GtkWidget *
make_suspect_row (const Suspect *suspect)
{
  guint more = suspect->n - 1;
  g_autofree char *title =
      more == 0
          ? g_strdup_printf (_ ("%s belongs to the producer of “%s”: ask"), suspect->member->name,
                             suspect->first->product)
          : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                          "%s belongs to the producer of “%s” and %u more product: ask",
                                          "%s belongs to the producer of “%s” and %u more products: ask",
                                          more),
                             suspect->member->name, suspect->first->product, more);
  g_autofree char *spoken = g_strdup_printf (_ ("Recuse %s"), suspect->member->name);
  GtkWidget *row = cs_record_row_new (title, suspect->first->producer.name);
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  GtkWidget *button =
      cs_record_button_new (_ ("Recu_se…"), spoken, "council.recuse",
                            g_variant_new ("(ss)", suspect->member->uuid, suspect->first->code));

  gtk_widget_add_css_class (icon, "warning");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

/* Returns: how many members should be asked. */
static guint
add_suspects (CsRecordGroup *group, CsStore *store, const CsCouncil *council)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Suspect));

  g_array_set_clear_func (found, suspect_clear);
  for (guint i = 0; i < council->members->len; i++)
    {
      const CsMember *member = g_ptr_array_index (council->members, i);

      if (cs_member_sits (member))
        look_at (store, council, member, found);
    }
  for (guint i = 0; i < found->len; i++)
    cs_record_group_add (group, make_suspect_row (&g_array_index (found, Suspect, i)));
  return found->len;
}

/* --- recusals --- */

/* Returns: (transfer full): from what. */
static char *
from_what (CsStore *store, const CsRecusal *recusal)
{
  g_autoptr (CsDossier) dossier = NULL;

  if (recusal->dossier == NULL)
    return g_strdup_printf (_ ("Every product of %s"), recusal->producer);
  dossier = cs_dossiers_by_code (store, recusal->dossier, NULL, cs_store_unread (store));
  return dossier != NULL ? g_strdup_printf (_ ("%s, %s"), dossier->product, recusal->dossier)
                         : g_strdup (recusal->dossier);
}

static char *
describe (CsStore *store, const CsRecusal *recusal)
{
  g_autofree char *what = from_what (store, recusal);
  g_autofree char *since = cs_council_words_day (recusal->since);
  GString *text = g_string_new (what);

  g_string_append_c (text, '\n');
  g_string_append_printf (text,
                          recusal->by_chair ? _ ("Decided by the chair on %s: %s")
                                            : _ ("Declared by the member on %s: %s"),
                          since, recusal->reason);
  if (recusal->ended_at != NULL)
    {
      g_autofree char *until = cs_council_words_day (recusal->ended_at);

      g_string_append_c (text, '\n');
      g_string_append_printf (text, _ ("Ended on %s: %s"), until,
                              recusal->end_reason != NULL ? recusal->end_reason : "");
    }
  return g_string_free (text, FALSE);
}

static GtkWidget *
make_row (CsStore *store, const CsCouncil *council, const CsRecusal *recusal)
{
  const CsMember *member = cs_council_member_by_uuid (council, recusal->member_uuid);
  const char *name = member != NULL ? member->name : recusal->member_key;
  g_autofree char *about = describe (store, recusal);
  g_autofree char *spoken = g_strdup_printf (_ ("End the recusal of %s"), name);
  GtkWidget *row = cs_record_row_new (name, about);

  if (recusal->ended_at != NULL)
    gtk_widget_add_css_class (row, "cs-past");
  else
    adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                               cs_record_button_new (_ ("_End…"), spoken, "council.end-recusal",
                                                     g_variant_new_string (recusal->uuid)));
  return row;
}

guint
cs_council_recusals_fill (CsRecordGroup *group, CsStore *store, const CsCouncil *council)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) recusals = cs_recusals_list (store, council->uuid, &error);
  guint n_suspects;

  cs_record_group_begin (group);
  n_suspects = add_suspects (group, store, council);
  if (recusals == NULL)
    cs_store_tell_unread (store, error);
  /* what is in force stands before what has ended */
  for (guint ended = 0; ended < 2; ended++)
    for (guint i = 0; recusals != NULL && i < recusals->len; i++)
      {
        const CsRecusal *recusal = g_ptr_array_index (recusals, i);

        if ((recusal->ended_at != NULL) == (ended == 1))
          cs_record_group_add (group, make_row (store, council, recusal));
      }
  cs_record_group_end (group);
  return n_suspects;
}
