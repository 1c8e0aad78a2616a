/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/conduct/closing-checklist.h"

#include "service/book/unread.h"
#include "base/text.h"
#include "service/scoring/closing.h"
#include "ui/conduct/ground-list.h"

#include <glib/gi18n-lib.h>

#define KEY    "key"
#define SPREAD "" /* key of the reason; no member is called so */

struct _CsClosingChecklist
{
  AdwBin parent_instance;

  AdwPreferencesGroup *settled;
  AdwPreferencesGroup *absent;
  CsGroundList *grounds;
  GPtrArray *settled_rows; /* (element-type GtkWidget) (not owned) */
  GPtrArray *absent_rows;  /* (element-type GtkWidget) (not owned) */
  GHashTable *typed;       /* (element-type utf8 utf8): by key of the member */
  GPtrArray *drafts; /* (element-type utf8): keys of members whose draft needs a reason to be taken away */
  guint missing;     /* without the reason */
  gboolean needs_reason;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CsClosingChecklist, cs_closing_checklist, ADW_TYPE_BIN)

typedef enum
{
  LINE_SETTLED,
  LINE_MISSING,
  LINE_REASON, /* needs one, in the field below */
  LINE_UNKNOWN,
} Line;

/* --- rows --- */

static void
add_line (CsClosingChecklist *self, Line line, const char *title, const char *subtitle)
{
  static const char *const icons[] = { "object-select-symbolic", "dialog-warning-symbolic",
                                       "dialog-warning-symbolic", "dialog-question-symbolic" };
  const char *const words[] = { _ ("Settled"), _ ("Missing"), _ ("Needs a reason"), _ ("Not known yet") };
  static const char *const classes[] = { "success", "error", "warning", "dim-label" };
  AdwActionRow *row = ADW_ACTION_ROW (adw_action_row_new ());
  GtkWidget *word = gtk_label_new (words[line]);

  gtk_widget_add_css_class (word, classes[line]);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (row, subtitle);
  adw_action_row_set_icon_name (row, icons[line]);
  adw_action_row_add_suffix (row, word);
  adw_preferences_group_add (self->settled, GTK_WIDGET (row));
  g_ptr_array_add (self->settled_rows, row);
  self->missing += line == LINE_MISSING;
}

static void
typed_cb (CsClosingChecklist *self, GtkEditable *row)
{
  const char *key = g_object_get_data (G_OBJECT (row), KEY);

  g_hash_table_insert (self->typed, g_strdup (key), g_strdup (gtk_editable_get_text (row)));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
add_field (
    CsClosingChecklist *self, AdwPreferencesGroup *group, GPtrArray *rows, const char *title, const char *key)
{
  GtkWidget *row = adw_entry_row_new ();
  const char *typed = g_hash_table_lookup (self->typed, key);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (row), typed != NULL ? typed : "");
  g_object_set_data_full (G_OBJECT (row), KEY, g_strdup (key), g_free);
  g_signal_connect_object (row, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, row);
  g_ptr_array_add (rows, row);
}

/* --- lines --- */

/* Returns: (transfer full): names of the members in @state, and how many. */
static char *
names_in (const CsResult *result, CsMemberState state, guint *n)
{
  GString *names = g_string_new (NULL);

  *n = 0;
  for (guint i = 0; i < result->members->len; i++)
    {
      const CsMemberResult *member = g_ptr_array_index (result->members, i);

      if (member->state != state)
        continue;
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", member->name);
      (*n)++;
    }
  return g_string_free (names, FALSE);
}

static void
add_quorum (CsClosingChecklist *self, const CsResult *result)
{
  const CsQuorum *quorum = &result->quorum;
  gboolean enough = quorum->members > 0 && quorum->present >= quorum->needed;
  g_autofree char *text = g_strdup_printf (_ ("%u of %u members have submitted, %u are needed"),
                                           quorum->present, quorum->members, quorum->needed);

  add_line (self, enough ? LINE_SETTLED : LINE_MISSING, _ ("Quorum"), text);
  if (result->rules.presence == CS_PRESENCE_NONE)
    return;
  add_line (self, quorum->leader_present ? LINE_SETTLED : LINE_MISSING, _ ("Chair or Vice-Chair"),
            quorum->leader_present ? _ ("One who may lead the council has submitted")
                                   : _ ("Neither of them has submitted a sheet"));
}

/* Returns: whether no sheet is still open. */
static gboolean
add_sheets (CsClosingChecklist *self, const CsResult *result)
{
  guint n;
  g_autofree char *names = names_in (result, CS_MEMBER_DRAFT, &n);
  g_autofree char *text = NULL;

  if (n > 0)
    text = g_strdup_printf (
        g_dngettext (
            GETTEXT_PACKAGE,
            "The sheet of %s is begun and not submitted. Let it be submitted, or say below why it is taken"
            " away.",
            "The sheets of %s are begun and not submitted. Let them be submitted, or say below why they"
            " are taken away.",
            n),
        names);
  add_line (self, n == 0 ? LINE_SETTLED : LINE_REASON, _ ("Sheets"),
            n == 0 ? _ ("Every sheet that was begun is submitted") : text);
  for (guint i = 0; n > 0 && i < result->members->len; i++)
    {
      const CsMemberResult *member = g_ptr_array_index (result->members, i);
      /* Translators: a member */
      g_autofree char *title = g_strdup_printf (_ ("Why the draft of %s is taken away"), member->name);

      if (member->state != CS_MEMBER_DRAFT)
        continue;
      g_ptr_array_add (self->drafts, g_strdup (member->uuid));
      add_field (self, self->settled, self->settled_rows, title, member->uuid);
    }
  return n == 0;
}

static void
add_spread (CsClosingChecklist *self, CsStore *store, const CsResult *result, gboolean all_in)
{
  g_autofree char *text = NULL;

  if (!all_in || !result->quorum.met)
    {
      add_line (self, LINE_UNKNOWN, _ ("Spread of the Totals"), _ ("Is looked at when the sheets are in"));
      /* with the drafts taken away the totals may lie too far apart */
      if (self->drafts->len > 0)
        add_field (self, self->settled, self->settled_rows, _ ("Why it is closed all the same"), SPREAD);
      return;
    }
  if (!cs_evaluation_needs_reason (store, result->dossier, &self->needs_reason, cs_store_unread (store)))
    {
      add_line (self, LINE_UNKNOWN, _ ("Spread of the Totals"), _ ("Is looked at when the sheets are in"));
      self->needs_reason = FALSE;
      return;
    }
  if (!self->needs_reason)
    {
      add_line (self, LINE_SETTLED, _ ("Spread of the Totals"), _ ("The totals lie close enough together"));
      return;
    }
  text = g_strdup_printf (
      g_dngettext (
          GETTEXT_PACKAGE,
          "The totals of two members lie further apart than %d point. Discuss and score again, or say "
          "why it is closed all the same.",
          "The totals of two members lie further apart than %d points. Discuss and score again, or say "
          "why it is closed all the same.",
          (gulong) result->spread_limit),
      result->spread_limit);
  add_line (self, LINE_REASON, _ ("Spread of the Totals"), text);
  add_field (self, self->settled, self->settled_rows, _ ("Why it is closed all the same"), SPREAD);
}

static void
add_grounds (CsClosingChecklist *self, const CsResult *result)
{
  guint n = cs_ground_list_count_undecided (result);
  g_autofree char *text = NULL;

  if (n > 0)
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u was raised and is not decided; decide below",
                                         "%u were raised and are not decided; decide below", n),
                            n);
  else if (result->eliminated)
    text = g_strdup (_ ("One is confirmed: the product gets no star, whatever its points"));
  else
    text = g_strdup (_ ("None waits for a decision"));
  add_line (self, n > 0 ? LINE_MISSING : LINE_SETTLED, _ ("Grounds for Elimination"), text);
}

static void
add_absences (CsClosingChecklist *self, const CsResult *result)
{
  for (guint i = 0; i < result->members->len; i++)
    {
      const CsMemberResult *member = g_ptr_array_index (result->members, i);
      /* Translators: a member */
      g_autofree char *title = g_strdup_printf (_ ("Why %s has no sheet"), member->name);

      if (member->state == CS_MEMBER_NONE)
        add_field (self, self->absent, self->absent_rows, title, member->uuid);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->absent), self->absent_rows->len > 0);
}

static void
clear (AdwPreferencesGroup *group, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    adw_preferences_group_remove (group, g_ptr_array_index (rows, i));
  g_ptr_array_set_size (rows, 0);
}

/* --- public --- */

void
cs_closing_checklist_set_person_group (CsClosingChecklist *self, CsPersonGroup *group)
{
  g_return_if_fail (CS_IS_CLOSING_CHECKLIST (self));

  cs_ground_list_set_person_group (self->grounds, group);
}

void
cs_closing_checklist_show (CsClosingChecklist *self, CsStore *store, const CsResult *result)
{
  gboolean all_in;

  g_return_if_fail (CS_IS_CLOSING_CHECKLIST (self));

  clear (self->settled, self->settled_rows);
  clear (self->absent, self->absent_rows);
  g_ptr_array_set_size (self->drafts, 0);
  self->missing = 0;
  self->needs_reason = FALSE;
  add_quorum (self, result);
  all_in = add_sheets (self, result);
  add_spread (self, store, result, all_in);
  add_grounds (self, result);
  add_absences (self, result);
  cs_ground_list_show (self->grounds, store, result);
}

char *
cs_closing_checklist_dup_reason (CsClosingChecklist *self)
{
  const char *typed =
      self->needs_reason || self->drafts->len > 0 ? g_hash_table_lookup (self->typed, SPREAD) : NULL;

  return cs_text_is_blank (typed) ? NULL : cs_text_clean (typed);
}

GHashTable *
cs_closing_checklist_dup_absences (CsClosingChecklist *self)
{
  GHashTable *absences = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTableIter iter;
  const char *key, *reason;

  g_hash_table_iter_init (&iter, self->typed);
  while (g_hash_table_iter_next (&iter, (gpointer *) &key, (gpointer *) &reason))
    if (*key != '\0' && !cs_text_is_blank (reason))
      g_hash_table_insert (absences, g_strdup (key), g_strdup (reason));
  return absences;
}

guint
cs_closing_checklist_count_missing (CsClosingChecklist *self)
{
  g_autofree char *reason = cs_closing_checklist_dup_reason (self);
  guint n = self->missing + (self->needs_reason && reason == NULL);

  for (guint i = 0; i < self->drafts->len; i++)
    n += cs_text_is_blank (g_hash_table_lookup (self->typed, g_ptr_array_index (self->drafts, i)));
  return n;
}

/* --- life --- */

static void
cs_closing_checklist_finalize (GObject *object)
{
  CsClosingChecklist *self = CS_CLOSING_CHECKLIST (object);

  g_ptr_array_unref (self->settled_rows);
  g_ptr_array_unref (self->absent_rows);
  g_ptr_array_unref (self->drafts);
  g_hash_table_unref (self->typed);
  G_OBJECT_CLASS (cs_closing_checklist_parent_class)->finalize (object);
}

static void
cs_closing_checklist_class_init (CsClosingChecklistClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cs_closing_checklist_finalize;
  signals[CHANGED] = g_signal_new ("changed", CS_TYPE_CLOSING_CHECKLIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
cs_closing_checklist_init (CsClosingChecklist *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  self->settled_rows = g_ptr_array_new ();
  self->absent_rows = g_ptr_array_new ();
  self->drafts = g_ptr_array_new_with_free_func (g_free);
  self->typed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->settled = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  self->absent = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  self->grounds = g_object_new (CS_TYPE_GROUND_LIST, NULL);
  adw_preferences_group_set_title (self->absent, _ ("Members Without a Sheet"));
  adw_preferences_group_set_description (
      self->absent, _ ("They are recorded as absent and left out of the mean, which is not 0 points."));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->settled));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->grounds));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->absent));
  adw_bin_set_child (ADW_BIN (self), box);
}
