/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/conduct/ground-list.h"

#include "base/text.h"
#include "service/scoring/grounds.h"
#include "summary/words/formats.h"
#include "ui/shared/person-question.h"
#include "service/dossiers/dossiers.h"

#include <glib/gi18n-lib.h>

#define UUID "ground"

struct _CsGroundList
{
  AdwBin parent_instance;

  CsStore *store; /* (nullable) */
  CsDossierKey key;
  gboolean open;
  CsPersonGroup *person_group; /* (nullable) (not owned): outlives the list */
  AdwPreferencesGroup *group;
  GtkLabel *problem;
  GPtrArray *rows;   /* (element-type GtkWidget) (not owned) */
  GHashTable *typed; /* (element-type utf8 utf8): reasons not stored yet, by ground */
};

G_DEFINE_FINAL_TYPE (CsGroundList, cs_ground_list, ADW_TYPE_BIN)

static const char *
uuid_of (gpointer widget)
{
  return g_object_get_data (widget, UUID);
}

static void
set_problem (CsGroundList *self, const GError *error)
{
  gtk_label_set_label (self->problem, error != NULL ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), error != NULL);
}

/* --- doing --- */

typedef gboolean (*Act) (CsGroundList *self,
                         const CsDossier *dossier,
                         const CsGround *ground,
                         GError **error);

static gboolean
take_back (CsGroundList *self, const CsDossier *dossier, const CsGround *ground, GError **error)
{
  return cs_grounds_remove (self->store, dossier, ground, error);
}

static gboolean
confirm (CsGroundList *self, const CsDossier *dossier, const CsGround *ground, GError **error)
{
  return cs_grounds_decide (self->store, dossier, ground, TRUE,
                            g_hash_table_lookup (self->typed, ground->uuid), error);
}

static gboolean
dismiss (CsGroundList *self, const CsDossier *dossier, const CsGround *ground, GError **error)
{
  return cs_grounds_decide (self->store, dossier, ground, FALSE,
                            g_hash_table_lookup (self->typed, ground->uuid), error);
}

typedef struct
{
  char *uuid;
  Act act;
} Errand;

static void
errand_free (gpointer data)
{
  g_free (((Errand *) data)->uuid);
  g_free (data);
}

/* A command that succeeds rebuilds this list, and the button that asked for it. */
static void
carry_out (GtkWidget *from, gpointer data)
{
  CsGroundList *self = CS_GROUND_LIST (from);
  g_autoptr (CsGroundList) alive = g_object_ref (self);
  const Errand *errand = data;
  const char *uuid = errand->uuid;
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) dossier = cs_dossiers_get (self->store, self->key, &error);
  g_autoptr (GPtrArray) grounds = dossier != NULL ? cs_grounds_list (self->store, dossier, &error) : NULL;

  for (guint i = 0; grounds != NULL && i < grounds->len; i++)
    if (g_strcmp0 (((CsGround *) g_ptr_array_index (grounds, i))->uuid, uuid) == 0)
      {
        if (errand->act (self, dossier, g_ptr_array_index (grounds, i), &error))
          g_hash_table_remove (self->typed, uuid);
        break;
      }
  set_problem (self, error);
  /* the button that had the focus is gone */
  if (error == NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
act_on (CsGroundList *self, gpointer button, Act act)
{
  Errand *errand = g_new0 (Errand, 1);

  errand->uuid = g_strdup (uuid_of (button));
  errand->act = act;
  if (self->person_group == NULL)
    {
      cs_person_ask (GTK_WIDGET (self), self->store, carry_out, errand, errand_free);
      return;
    }
  cs_person_group_keep (self->person_group);
  carry_out (GTK_WIDGET (self), errand);
  errand_free (errand);
}

static void
take_back_cb (CsGroundList *self, GtkWidget *button)
{
  act_on (self, button, take_back);
}

static void
confirm_cb (CsGroundList *self, GtkWidget *button)
{
  act_on (self, button, confirm);
}

static void
dismiss_cb (CsGroundList *self, GtkWidget *button)
{
  act_on (self, button, dismiss);
}

static void
why_changed_cb (CsGroundList *self, GtkEditable *entry)
{
  const char *text = gtk_editable_get_text (entry);

  set_problem (self, NULL);
  g_hash_table_insert (self->typed, g_strdup (uuid_of (entry)), g_strdup (text));
  gtk_widget_set_sensitive (g_object_get_data (G_OBJECT (entry), "dismiss"), !cs_text_is_blank (text));
}

/* --- rows --- */

/* Adds a button about @ground at the end of @row. */
static GtkWidget *
button_new (CsGroundList *self, const CsGround *ground, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (button), UUID, g_strdup (ground->uuid), g_free);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  return button;
}

/* "nguyên liệu nhập · Kim Thị Sa Rết, 31/05/2024", and what became of it. Returns: (transfer full). */
static char *
about (const CsGround *ground)
{
  g_autofree char *found = cs_format_day (ground->found_at);
  GString *text = g_string_new (NULL);
  g_autofree char *decided = ground->decided_at != NULL ? cs_format_day (ground->decided_at) : NULL;

  g_string_append_printf (text, "%s  ·  %s, %s", ground->reason, ground->person, found);
  if (decided != NULL && !cs_text_is_blank (ground->decision))
    {
      g_string_append_c (text, '\n');
      /* Translators: why it was confirmed or dismissed, by whom, day */
      g_string_append_printf (text, _ ("Decision: %s (%s, %s)"), ground->decision,
                              cs_format_who (ground->decided_by), decided);
    }
  return g_string_free (text, FALSE);
}

static const char *
word_of (CsGroundState state)
{
  switch (state)
    {
    case CS_GROUND_RAISED:
      return _ ("Raised, not decided");
    case CS_GROUND_DISMISSED:
      return _ ("Dismissed");
    case CS_GROUND_CONFIRMED:
    default:
      return _ ("Confirmed");
    }
}

static const char *
icon_of (CsGroundState state)
{
  switch (state)
    {
    case CS_GROUND_RAISED:
      return "dialog-question-symbolic";
    case CS_GROUND_DISMISSED:
      return "cs-undo-symbolic";
    case CS_GROUND_CONFIRMED:
    default:
      return "dialog-warning-symbolic";
    }
}

static void
add_row (CsGroundList *self, GtkWidget *row)
{
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
}

/* Where the council decides on what was raised. */
static void
add_decision (CsGroundList *self, const CsGround *ground)
{
  GtkWidget *entry = adw_entry_row_new ();
  GtkWidget *refuse = button_new (self, ground, _ ("_Dismiss"), G_CALLBACK (dismiss_cb));
  const char *typed = g_hash_table_lookup (self->typed, ground->uuid);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), _ ("Why; needed to dismiss it"));
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (entry), refuse);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (entry),
                            button_new (self, ground, _ ("C_onfirm"), G_CALLBACK (confirm_cb)));
  g_object_set_data_full (G_OBJECT (entry), UUID, g_strdup (ground->uuid), g_free);
  g_object_set_data (G_OBJECT (entry), "dismiss", refuse);
  gtk_editable_set_text (GTK_EDITABLE (entry), typed != NULL ? typed : "");
  gtk_widget_set_sensitive (refuse, !cs_text_is_blank (typed));
  g_signal_connect_object (entry, "changed", G_CALLBACK (why_changed_cb), self, G_CONNECT_SWAPPED);
  add_row (self, entry);
}

static void
add_ground (CsGroundList *self, const CsGround *ground)
{
  AdwActionRow *row = ADW_ACTION_ROW (adw_action_row_new ());
  g_autofree char *title = ground->criterion != NULL
                               ? g_strdup_printf ("%s  %s", ground->criterion, ground->text)
                               : g_strdup (ground->text);
  g_autofree char *subtitle = about (ground);
  GtkWidget *word = gtk_label_new (word_of (ground->state));

  gtk_widget_add_css_class (word, ground->state == CS_GROUND_CONFIRMED ? "error" : "dim-label");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (row, subtitle);
  adw_action_row_set_icon_name (row, icon_of (ground->state));
  adw_action_row_add_suffix (row, word);
  if (self->open && ground->state != CS_GROUND_DISMISSED)
    adw_action_row_add_suffix (row, button_new (self, ground, _ ("_Take Back"), G_CALLBACK (take_back_cb)));
  add_row (self, GTK_WIDGET (row));
  if (self->open && ground->state == CS_GROUND_RAISED)
    add_decision (self, ground);
}

/* --- life --- */

static void
cs_ground_list_dispose (GObject *object)
{
  g_clear_object (&CS_GROUND_LIST (object)->store);
  G_OBJECT_CLASS (cs_ground_list_parent_class)->dispose (object);
}

static void
cs_ground_list_finalize (GObject *object)
{
  CsGroundList *self = CS_GROUND_LIST (object);

  g_ptr_array_unref (self->rows);
  g_hash_table_unref (self->typed);
  G_OBJECT_CLASS (cs_ground_list_parent_class)->finalize (object);
}

static void
cs_ground_list_class_init (CsGroundListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cs_ground_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = cs_ground_list_finalize;
}

static void
cs_ground_list_init (CsGroundList *self)
{
  self->rows = g_ptr_array_new ();
  self->typed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _ ("Grounds for Elimination"));
  self->problem =
      GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT, "xalign", 0.0,
                               "wrap", TRUE, "margin-top", 6, "visible", FALSE, NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->problem), "error");
  adw_preferences_group_add (self->group, GTK_WIDGET (self->problem));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
}

guint
cs_ground_list_count_undecided (const CsResult *result)
{
  guint n = 0;

  for (guint i = 0; i < result->grounds->len; i++)
    n += ((CsGround *) g_ptr_array_index (result->grounds, i))->state == CS_GROUND_RAISED;
  return n;
}

void
cs_ground_list_set_person_group (CsGroundList *self, CsPersonGroup *group)
{
  g_return_if_fail (CS_IS_GROUND_LIST (self));

  self->person_group = group;
}

void
cs_ground_list_show (CsGroundList *self, CsStore *store, const CsResult *result)
{
  g_return_if_fail (CS_IS_GROUND_LIST (self));

  g_set_object (&self->store, store);
  self->key = (CsDossierKey){ result->dossier->id, result->dossier->evaluation };
  self->open = !result->dossier->closed;
  set_problem (self, NULL);
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < result->grounds->len; i++)
    add_ground (self, g_ptr_array_index (result->grounds, i));
  gtk_widget_set_visible (GTK_WIDGET (self), self->rows->len > 0);
}
