/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/councils/member-dialog.h"

#include "service/book/unread.h"
#include "base/text.h"
#include "service/council/councils.h"
#include "ui/shared/person-group.h"
#include "ui/widgets/choice-row.h"
#include "ui/shared/council-words.h"
#include "summary/words/formats.h"

#include <glib/gi18n-lib.h>

struct _CsMemberDialog
{
  AdwWindow parent_instance;

  GtkWidget *go_button;
  GtkLabel *problem_label;
  AdwPreferencesGroup *council_group;
  CsChoiceRow *council_row;
  AdwPreferencesGroup *member_group;
  GtkEditable *name_row;
  AdwComboRow *role_row;
  GtkEditable *organisation_row;
  GtkEditable *paper_row;
  GtkEditable *key_row;

  CsStore *store;
  CsPersonGroup *person_group;
  char *council;  /* (nullable): key, NULL until it is chosen */
  char *replaces; /* (nullable): UUID */
};

enum
{
  ADDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CsMemberDialog, cs_member_dialog, ADW_TYPE_WINDOW)

static const char *
text_of (GtkEditable *row)
{
  return gtk_editable_get_text (row);
}

/* --- what is wrong --- */

static void
clear_problem (CsMemberDialog *self)
{
  GtkEditable *rows[] = { self->name_row, self->organisation_row, self->paper_row, self->key_row };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (rows[i]), "error");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), FALSE);
}

/* @field: (nullable): of CsNewMember */
static void
tell_problem (CsMemberDialog *self, const char *field, const char *problem)
{
  GtkEditable *row = g_strcmp0 (field, "member") == 0         ? self->key_row
                     : g_strcmp0 (field, "name") == 0         ? self->name_row
                     : g_strcmp0 (field, "organisation") == 0 ? self->organisation_row
                                                              : NULL;

  gtk_label_set_label (self->problem_label, problem);
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), TRUE);
  if (row == NULL)
    return;
  gtk_widget_add_css_class (GTK_WIDGET (row), "error");
  gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
changed_cb (CsMemberDialog *self)
{
  clear_problem (self);
  /* a replacement is nothing without its paper */
  gtk_widget_set_sensitive (self->go_button,
                            self->council != NULL && !cs_text_is_blank (text_of (self->name_row))
                                && !cs_text_is_blank (text_of (self->key_row))
                                && (self->replaces == NULL || !cs_text_is_blank (text_of (self->paper_row))));
}

/* --- adding --- */

static CsRole
role_of (CsMemberDialog *self, const CsCouncil *council)
{
  const CsMember *former =
      council != NULL && self->replaces != NULL ? cs_council_member_by_uuid (council, self->replaces) : NULL;

  return former != NULL ? former->role : (CsRole) adw_combo_row_get_selected (self->role_row);
}

static gboolean
add (CsMemberDialog *self, const char **field, GError **error)
{
  g_autoptr (CsCouncil) council = cs_store_find_council (self->store, self->council, NULL);
  g_autofree char *key = cs_text_clean (text_of (self->key_row));
  g_autofree char *name = cs_text_clean (text_of (self->name_row));
  g_autofree char *organisation = cs_text_clean (text_of (self->organisation_row));
  g_autofree char *paper = cs_text_clean (text_of (self->paper_row));
  CsNewMember member = { .council = self->council,
                         .key = key,
                         .name = name,
                         .role = role_of (self, council),
                         .organisation = organisation,
                         .by_decision = cs_text_is_blank (paper) ? NULL : paper,
                         .replaces = self->replaces };

  cs_person_group_keep (self->person_group);
  return cs_councils_check_member (self->store, &member, field, error)
         && cs_councils_add_member (self->store, &member, error);
}

static void
go_cb (CsMemberDialog *self)
{
  const char *field = NULL;
  g_autoptr (GError) error = NULL;

  if (!add (self, &field, &error))
    {
      tell_problem (self, field, error->message);
      return;
    }
  g_signal_emit (self, signals[ADDED], 0, self->council);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* --- choosing a council --- */

static void
council_cb (CsMemberDialog *self, const char *key)
{
  const CsUnit *unit = cs_unit_set_find (cs_store_get_units (self->store), strrchr (key, '-') + 1);

  g_free (self->council);
  self->council = g_strdup (key);
  cs_choice_row_set_chosen (self->council_row, key, unit != NULL ? unit->name : key);
  changed_cb (self);
}

static gboolean
is_there (const GPtrArray *councils, const char *key)
{
  for (guint i = 0; i < councils->len; i++)
    if (g_str_equal (((const CsCouncil *) g_ptr_array_index (councils, i))->key, key))
      return TRUE;
  return FALSE;
}

/* Every seat of the law within the book's unit that has no council yet, the higher level first. */
static void
offer_councils (CsMemberDialog *self)
{
  const CsUnitSet *units = cs_store_get_units (self->store);
  const CsRegulation *regulation = cs_store_get_current_regulation (self->store);
  const char *within = cs_store_get_book (self->store)->unit;
  CsChooser *chooser = cs_choice_row_get_chooser (self->council_row);
  g_autoptr (GPtrArray) there = cs_store_list_councils (self->store, cs_store_unread (self->store));

  for (guint l = regulation->levels->len; l > 0; l--)
    {
      const CsLevel *level = g_ptr_array_index (regulation->levels, l - 1);

      for (guint i = 0; i < units->units->len; i++)
        {
          const CsUnit *unit = g_ptr_array_index (units->units, i);
          g_autofree char *key = g_strdup_printf ("%s-%s", level->id, unit->code);
          g_autofree char *name = NULL;

          if (!g_str_equal (unit->kind, level->unit_kind)
              || !cs_unit_set_is_within (units, unit->code, within)
              || (there != NULL && is_there (there, key)))
            continue;
          name = cs_format_unit (units, unit->code, within);
          cs_chooser_add (chooser, key, name, cs_format_level (level), 0);
        }
    }
  cs_choice_row_set_chosen (self->council_row, NULL, _ ("Not chosen yet"));
}

/* --- life --- */

static void
cs_member_dialog_dispose (GObject *object)
{
  g_clear_object (&CS_MEMBER_DIALOG (object)->store);
  G_OBJECT_CLASS (cs_member_dialog_parent_class)->dispose (object);
}

static void
cs_member_dialog_finalize (GObject *object)
{
  g_free (CS_MEMBER_DIALOG (object)->council);
  g_free (CS_MEMBER_DIALOG (object)->replaces);
  G_OBJECT_CLASS (cs_member_dialog_parent_class)->finalize (object);
}

static void
cs_member_dialog_class_init (CsMemberDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cs_member_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = cs_member_dialog_finalize;
  signals[ADDED] = g_signal_new ("added", CS_TYPE_MEMBER_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_STRING);
  g_type_ensure (CS_TYPE_CHOICE_ROW);
  g_type_ensure (CS_TYPE_PERSON_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/chamsao/ChamSao/councils/member-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CsMemberDialog, go_button);
  gtk_widget_class_bind_template_child (widget_class, CsMemberDialog, person_group);
  gtk_widget_class_bind_template_child (widget_class, CsMemberDialog, problem_label);
  gtk_widget_class_bind_template_child (widget_class, CsMemberDialog, council_group);
  gtk_widget_class_bind_template_child (widget_class, CsMemberDialog, council_row);
  gtk_widget_class_bind_template_child (widget_class, CsMemberDialog, member_group);
  gtk_widget_class_bind_template_child (widget_class, CsMemberDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, CsMemberDialog, role_row);
  gtk_widget_class_bind_template_child (widget_class, CsMemberDialog, organisation_row);
  gtk_widget_class_bind_template_child (widget_class, CsMemberDialog, paper_row);
  gtk_widget_class_bind_template_child (widget_class, CsMemberDialog, key_row);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, council_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
cs_member_dialog_init (CsMemberDialog *self)
{
  g_autoptr (GtkStringList) roles = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (CsRole role = CS_ROLE_CHAIR; role <= CS_ROLE_SECRETARY; role++)
    gtk_string_list_append (roles, cs_format_role (role));
  adw_combo_row_set_model (self->role_row, G_LIST_MODEL (roles));
}

/* --- public --- */

/* Returns: (transfer full): a short name that nobody in @council has or had. */
static char *
free_key (const CsCouncil *council)
{
  guint n = council != NULL ? council->members->len + 1 : 1;
  char *key = g_strdup_printf ("m%u", n);

  while (council != NULL && cs_council_member (council, key) != NULL)
    {
      g_free (key);
      key = g_strdup_printf ("m%u", ++n);
    }
  return key;
}

static void
show_former (CsMemberDialog *self, const CsMember *former)
{
  /* Translators: name and role of a member who is replaced */
  g_autofree char *about =
      g_strdup_printf (_ ("Takes the seat of %s (%s), who leaves the council by the same paper. Sheets that "
                          "were handed in stay."),
                       former->name, cs_format_role (former->role));
  g_autofree char *markup = g_markup_escape_text (about, -1);

  gtk_window_set_title (GTK_WINDOW (self), _ ("Replace a Member"));
  gtk_button_set_label (GTK_BUTTON (self->go_button), _ ("_Replace"));
  adw_preferences_group_set_description (self->member_group, markup);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->paper_row), _ ("Paper of the replacement"));
  gtk_widget_set_visible (GTK_WIDGET (self->role_row), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (self), 520, 430); /* lines that wrap are not reckoned with */
}

static void
fill (CsMemberDialog *self, const CsCouncil *council)
{
  const CsMember *former =
      council != NULL && self->replaces != NULL ? cs_council_member_by_uuid (council, self->replaces) : NULL;
  g_autofree char *key = free_key (council);

  gtk_editable_set_text (self->key_row, key);
  adw_combo_row_set_selected (self->role_row, council != NULL && cs_council_words_has_chair (council)
                                                  ? CS_ROLE_MEMBER
                                                  : CS_ROLE_CHAIR);
  gtk_widget_set_visible (GTK_WIDGET (self->council_group), council == NULL);
  if (former != NULL)
    show_former (self, former);
  if (council != NULL)
    return;
  gtk_window_set_title (GTK_WINDOW (self), _ ("Add a Council"));
  adw_preferences_group_set_title (self->member_group, _ ("First Member"));
  offer_councils (self);
}

CsMemberDialog *
cs_member_dialog_present (GtkWidget *from, CsStore *store, const char *key, const char *replaces)
{
  CsMemberDialog *self = g_object_new (CS_TYPE_MEMBER_DIALOG, NULL);
  g_autoptr (CsCouncil) council = key != NULL ? cs_store_find_council (store, key, NULL) : NULL;
  GtkRoot *root = gtk_widget_get_root (from);

  self->store = g_object_ref (store);
  cs_person_group_set_store (self->person_group, store);
  self->council = g_strdup (key);
  self->replaces = g_strdup (replaces);
  fill (self, council);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (key != NULL ? GTK_WIDGET (self->name_row) : GTK_WIDGET (self->council_row));
  return self;
}
