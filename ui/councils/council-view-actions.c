/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/councils/council-view-private.h"

#include "base/error.h"
#include "service/council/council-rules.h"
#include "service/council/councils.h"
#include "ui/widgets/feedback.h"
#include "ui/councils/working-group-dialog.h"
#include "ui/councils/member-dialog.h"
#include "ui/councils/office-dialog.h"
#include "ui/conduct/recusal-dialog.h"
#include "ui/councils/rules-dialog.h"
#include "ui/conduct/reason-commands.h"
#include "ui/conduct/reason-dialog.h"

#include <glib/gi18n-lib.h>

static const char *
text_of (GVariant *parameter)
{
  return g_variant_get_string (parameter, NULL);
}

/* --- members --- */

/* What a question for a paper or a reason carries to its answer. */
typedef struct
{
  CsStore *store;
  char *what; /* uuid of a member */
} Errand;

static Errand *
errand_new (CsCouncilView *self, const char *what)
{
  Errand *errand = g_new0 (Errand, 1);

  errand->store = g_object_ref (self->store);
  errand->what = g_strdup (what);
  return errand;
}

static void
errand_free (gpointer data)
{
  Errand *errand = data;

  g_object_unref (errand->store);
  g_free (errand->what);
  g_free (errand);
}

static void
add_member (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CsCouncilView *self = CS_COUNCIL_VIEW (widget);

  if (self->council != NULL)
    cs_member_dialog_present (widget, self->store, self->council->key, NULL);
}

static void
replace_member (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CsCouncilView *self = CS_COUNCIL_VIEW (widget);

  if (self->council != NULL)
    cs_member_dialog_present (widget, self->store, self->council->key, text_of (parameter));
}

static gboolean
member_leaves (const char *decision, const char *choice, gpointer data, GError **error)
{
  const Errand *errand = data;

  return cs_councils_remove_member (errand->store, errand->what, decision, error);
}

static void
end_member (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CsCouncilView *self = CS_COUNCIL_VIEW (widget);
  const CsMember *member =
      self->council != NULL ? cs_council_member_by_uuid (self->council, text_of (parameter)) : NULL;
  g_autofree char *about = NULL;
  CsReasonDialog *dialog;

  if (member == NULL)
    return;
  about = g_strdup_printf (_ ("%s leaves the council now and nobody takes the seat. Sheets that were handed "
                              "in stay. This cannot be undone."),
                           member->name);
  dialog = cs_reason_dialog_new (self->store, _ ("A Member Leaves"), about, _ ("_Leaves"));
  cs_reason_dialog_set_label (dialog, _ ("Paper by which the member leaves"));
  cs_reason_dialog_present (dialog, widget, member_leaves, errand_new (self, member->uuid), errand_free);
}

/* --- recusals --- */

static void
add_recusal (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CsCouncilView *self = CS_COUNCIL_VIEW (widget);

  if (self->council != NULL)
    cs_recusal_dialog_present (widget, self->store, self->council->uuid,
                               parameter != NULL ? text_of (parameter) : NULL, NULL);
}

static void
recuse (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CsCouncilView *self = CS_COUNCIL_VIEW (widget);
  const char *member, *product;

  g_variant_get (parameter, "(&s&s)", &member, &product);
  if (self->council != NULL)
    cs_recusal_dialog_present (widget, self->store, self->council->uuid, member, product);
}

static void
end_recusal (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CsCouncilView *self = CS_COUNCIL_VIEW (widget);

  if (self->council != NULL)
    cs_reason_end_recusal (widget, self->store, self->council->uuid, text_of (parameter));
}

/* --- what can be taken back --- */

/* The council as it was before; of it comes back the one of the working group who was removed, else the
 * rules. */
typedef struct
{
  CsCouncil *before;
  char *helper; /* (nullable): uuid */
} Undo;

static void
undo_free (gpointer data)
{
  Undo *undo = data;

  cs_council_unref (undo->before);
  g_free (undo->helper);
  g_free (undo);
}

GHashTable *
_cs_council_view_undo_new (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, undo_free);
}

/* @before: (transfer full) */
static void
offer_undo (CsCouncilView *self, CsCouncil *before, const char *helper, const char *text)
{
  Undo *undo = g_new0 (Undo, 1);

  undo->before = before;
  undo->helper = g_strdup (helper);
  self->n_undo++;
  g_hash_table_insert (self->undo, g_memdup2 (&self->n_undo, sizeof (gint64)), undo);
  cs_feedback_undo (self->page, text, "council.undo", g_variant_new_int64 (self->n_undo));
}

static int
find_helper (const CsCouncil *council, const char *uuid)
{
  for (guint i = 0; i < council->working_group->len; i++)
    if (g_strcmp0 (((const CsWorkingGroupMember *) g_ptr_array_index (council->working_group, i))->uuid, uuid)
        == 0)
      return (int) i;
  return -1;
}

/* Puts the one who was removed back into his place among those who are there now. */
static gboolean
bring_helper_back (CsStore *store, CsCouncil *before, const char *uuid, CsCouncil *now, GError **error)
{
  int place = find_helper (before, uuid);

  if (place < 0 || find_helper (now, uuid) >= 0)
    return TRUE;
  g_ptr_array_insert (now->working_group, MIN (place, (int) now->working_group->len),
                      g_ptr_array_steal_index (before->working_group, (guint) place));
  return cs_councils_set_working_group (store, now->uuid, now->working_group, error);
}

static void
undo_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CsCouncilView *self = CS_COUNCIL_VIEW (widget);
  gint64 number = g_variant_get_int64 (parameter);
  Undo *undo = g_hash_table_lookup (self->undo, &number);
  g_autoptr (CsCouncil) now = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (undo == NULL || self->store == NULL)
    return;
  now = cs_store_get_council (self->store, undo->before->uuid, &error);
  done = now != NULL
         && (undo->helper != NULL
                 ? bring_helper_back (self->store, undo->before, undo->helper, now, &error)
                 : cs_councils_set_rules (self->store, now, &undo->before->rules, NULL, &error));
  if (!done)
    cs_feedback_error (widget, _ ("It Could Not Be Undone"), error);
  g_hash_table_remove (self->undo, &number);
}

/* --- working group --- */

static void
add_helper (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CsCouncilView *self = CS_COUNCIL_VIEW (widget);

  if (self->council != NULL)
    cs_working_group_dialog_present (widget, self->store, self->council->uuid, NULL);
}

static void
edit_helper (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CsCouncilView *self = CS_COUNCIL_VIEW (widget);

  if (self->council != NULL)
    cs_working_group_dialog_present (widget, self->store, self->council->uuid, text_of (parameter));
}

static void
remove_helper (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CsCouncilView *self = CS_COUNCIL_VIEW (widget);
  g_autofree char *uuid = g_strdup (text_of (parameter)); /* the button that holds it goes away */
  g_autofree char *council = self->council != NULL ? g_strdup (self->council->uuid) : NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CsCouncil) before = council != NULL ? cs_store_get_council (self->store, council, &error) : NULL;
  g_autoptr (CsCouncil) after = before != NULL ? cs_store_get_council (self->store, council, &error) : NULL;
  int place = after != NULL ? find_helper (after, uuid) : -1;
  g_autofree char *text = NULL;

  if (place >= 0)
    {
      const CsWorkingGroupMember *helper = g_ptr_array_index (after->working_group, (guint) place);

      text = g_strdup_printf (_ ("%s was removed from the working group"), helper->name);
      g_ptr_array_remove_index (after->working_group, (guint) place);
      if (cs_councils_set_working_group (self->store, council, after->working_group, &error))
        offer_undo (self, g_steal_pointer (&before), uuid, text);
    }
  if (error != NULL)
    cs_feedback_error (widget, _ ("The Working Group Was Not Changed"), error);
}

/* --- rules --- */

static void
default_rules (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CsCouncilView *self = CS_COUNCIL_VIEW (widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (CsCouncil) before =
      self->council != NULL ? cs_store_get_council (self->store, self->council->uuid, &error) : NULL;

  if (before == NULL)
    return;
  if (cs_councils_set_rules (self->store, before, &cs_store_get_current_regulation (self->store)->council,
                             NULL, &error))
    {
      /* what is being typed about the rules is given up with them */
      cs_rules_form_reset (cs_rules_group_get_form (self->rules), &self->council->rules);
      offer_undo (self, g_steal_pointer (&before), NULL, _ ("The rules are the regulation's defaults again"));
    }
  else
    cs_feedback_error (widget, _ ("The Change Was Not Written"), error);
}

static void
change_rules (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CsCouncilView *self = CS_COUNCIL_VIEW (widget);

  if (self->council != NULL)
    cs_rules_dialog_present (widget, self->store, self->council->uuid);
}

/* --- papers --- */

static void
set_office (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CsCouncilView *self = CS_COUNCIL_VIEW (widget);

  if (self->council != NULL)
    cs_office_dialog_present (widget, self->store, self->council->uuid);
}

void
_cs_council_view_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "council.add-member", NULL, add_member);
  gtk_widget_class_install_action (widget_class, "council.replace-member", "s", replace_member);
  gtk_widget_class_install_action (widget_class, "council.end-member", "s", end_member);
  gtk_widget_class_install_action (widget_class, "council.add-recusal", NULL, add_recusal);
  gtk_widget_class_install_action (widget_class, "council.recuse-member", "s", add_recusal);
  gtk_widget_class_install_action (widget_class, "council.recuse", "(ss)", recuse);
  gtk_widget_class_install_action (widget_class, "council.end-recusal", "s", end_recusal);
  gtk_widget_class_install_action (widget_class, "council.add-helper", NULL, add_helper);
  gtk_widget_class_install_action (widget_class, "council.edit-helper", "s", edit_helper);
  gtk_widget_class_install_action (widget_class, "council.remove-helper", "s", remove_helper);
  gtk_widget_class_install_action (widget_class, "council.default-rules", NULL, default_rules);
  gtk_widget_class_install_action (widget_class, "council.change-rules", NULL, change_rules);
  gtk_widget_class_install_action (widget_class, "council.office", NULL, set_office);
  gtk_widget_class_install_action (widget_class, "council.undo", "x", undo_action);
}
