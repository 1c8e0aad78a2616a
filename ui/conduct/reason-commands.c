/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/conduct/reason-commands.h"

#include "service/book/unread.h"
#include "base/error.h"
#include "service/council/recusals.h"
#include "service/dossiers/dossier-list.h"
#include "service/scoring/reopening.h"
#include "service/scoring/taking-back.h"
#include "ui/widgets/feedback.h"
#include "ui/conduct/reason-dialog.h"
#include "service/dossiers/dossiers.h"
#include "service/scoring/sheets.h"

#include <glib/gi18n-lib.h>

#define THIS_PRODUCT   "product"
#define WHOLE_PRODUCER "producer"

/* What a dialog carries to its answer. */
typedef struct
{
  GtkWidget *from; /* (owned) */
  CsStore *store;
  CsDossierKey key;
  char *council; /* (nullable): UUID */
  char *member;  /* (nullable): key, for a recusal the UUID */
  char *name;    /* (nullable): of the member or product */
  char *recusal; /* (nullable): UUID */
} Task;

static Task *
task_new (GtkWidget *from, CsStore *store, const CsDossier *dossier)
{
  Task *task = g_new0 (Task, 1);

  task->from = g_object_ref (from);
  task->store = g_object_ref (store);
  if (dossier != NULL)
    task->key = (CsDossierKey){ dossier->id, dossier->evaluation };
  return task;
}

static void
task_free (gpointer data)
{
  Task *task = data;

  g_object_unref (task->from);
  g_object_unref (task->store);
  g_free (task->council);
  g_free (task->member);
  g_free (task->name);
  g_free (task->recusal);
  g_free (task);
}

/* The UUID of the member whom @key names in the council that sits for @dossier. Returns: (transfer full)
 * (nullable) */
static char *
uuid_in (CsStore *store, const CsDossier *dossier, const char *key)
{
  g_autoptr (CsCouncil) council = cs_store_get_council (store, dossier->council_uuid, NULL);
  const CsMember *member = council != NULL && key != NULL ? cs_council_member (council, key) : NULL;

  return member != NULL ? g_strdup (member->uuid) : NULL;
}

static const char *
name_in (const CsCouncil *council, const char *key)
{
  const CsMember *member = cs_council_member (council, key);

  return member != NULL ? member->name : key;
}

/* --- recusal --- */

static gboolean
recuse (const char *reason, const char *choice, gpointer data, GError **error)
{
  const Task *task = data;
  g_autoptr (CsDossier) dossier = cs_dossiers_get (task->store, task->key, error);
  CsNewRecusal wanted = { .member = task->member,
                          .dossier = dossier,
                          .whole_producer = g_strcmp0 (choice, WHOLE_PRODUCER) == 0,
                          .reason = reason };
  g_autofree char *text = NULL;

  if (dossier == NULL || !cs_recusals_declare (task->store, &wanted, error))
    return FALSE;
  text = g_strdup_printf (_ ("%s is recused"), task->name);
  cs_feedback_toast (task->from, text);
  return TRUE;
}

void
cs_reason_recuse (
    GtkWidget *from, CsStore *store, const CsDossier *dossier, const CsCouncil *council, const char *member)
{
  Task *task = task_new (from, store, dossier);
  /* Translators: a member */
  g_autofree char *body = g_strdup_printf (_ ("%s then has no part in it: neither opens nor sees its scores, "
                                              "and does not count for its quorum. A sheet "
                                              "that exists is kept but does not count."),
                                           name_in (council, member));
  CsReasonDialog *dialog = cs_reason_dialog_new (store, _ ("I Am Recused"), body, _ ("_Note the Recusal"));

  task->member = uuid_in (store, dossier, member);
  task->name = g_strdup (name_in (council, member));
  cs_reason_dialog_add_choice (dialog, _ ("From What"), THIS_PRODUCT, _ ("Only this product"),
                               dossier->product);
  cs_reason_dialog_add_choice (dialog, _ ("From What"), WHOLE_PRODUCER,
                               _ ("Every product of this producer, also later ones"), dossier->producer.name);
  cs_reason_dialog_choose (dialog, THIS_PRODUCT);
  cs_reason_dialog_present (dialog, from, recuse, task, task_free);
}

/* @recusals: (nullable). Returns: (transfer none) (nullable): it, while it is in force */
static const CsRecusal *
find_recusal (const GPtrArray *recusals, const char *uuid, GError **error)
{
  for (guint i = 0; recusals != NULL && i < recusals->len; i++)
    {
      const CsRecusal *recusal = g_ptr_array_index (recusals, i);

      if (g_str_equal (recusal->uuid, uuid) && recusal->ended_at == NULL)
        return recusal;
    }
  if (recusals != NULL)
    g_set_error_literal (error, CS_ERROR, CS_ERROR_CONFLICT,
                         _ ("This recusal has ended meanwhile. Close this and look at the list."));
  return NULL;
}

static gboolean
end_recusal (const char *reason, const char *choice, gpointer data, GError **error)
{
  const Task *task = data;
  g_autoptr (GPtrArray) recusals = cs_recusals_list (task->store, task->council, error);
  const CsRecusal *recusal = find_recusal (recusals, task->recusal, error);

  return recusal != NULL && cs_recusals_end (task->store, recusal, reason, error);
}

void
cs_reason_end_recusal (GtkWidget *from, CsStore *store, const char *council, const char *uuid)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) recusals = cs_recusals_list (store, council, &error);
  const CsRecusal *recusal = find_recusal (recusals, uuid, &error);
  CsReasonDialog *dialog;
  Task *task;

  if (recusal == NULL)
    {
      cs_feedback_error (from, _ ("The recusal cannot be ended"), error);
      return;
    }
  dialog = cs_reason_dialog_new (
      store, _ ("Recusal Noted by Mistake"),
      recusal->dossier != NULL ? _ (
          "The recusal from this product ends; that it was noted stays in the book. The member scores again.")
                               : _ ("The recusal from every product of the producer ends; that it was noted "
                                    "stays in the book. The member "
                                    "scores again."),
      _ ("_End the Recusal"));
  task = task_new (from, store, NULL);
  task->council = g_strdup (council);
  task->recusal = g_strdup (uuid);
  cs_reason_dialog_present (dialog, from, end_recusal, task, task_free);
}

/* --- taking sheets back --- */

static gboolean
return_sheet (const char *reason, const char *choice, gpointer data, GError **error)
{
  const Task *task = data;
  g_autoptr (CsDossier) dossier = cs_dossiers_get (task->store, task->key, error);
  g_autofree char *member = dossier != NULL ? uuid_in (task->store, dossier, task->member) : NULL;
  g_autofree char *chair = dossier != NULL ? uuid_in (task->store, dossier, choice) : NULL;
  g_autofree char *text = NULL;

  if (dossier == NULL || !cs_sheets_return (task->store, dossier, member, chair, reason, error))
    return FALSE;
  text = g_strdup_printf (_ ("Sheet of %s returned"), task->name);
  cs_feedback_toast (task->from, text);
  return TRUE;
}

void
cs_reason_return_sheet (GtkWidget *from, CsStore *store, const CsResult *result, const char *member)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsCouncil) council = cs_store_get_council (store, result->dossier->council_uuid, &error);
  g_autofree char *title = NULL;
  CsReasonDialog *dialog;
  Task *task;

  if (council == NULL)
    {
      cs_feedback_error (from, _ ("The sheet cannot be returned"), error);
      return;
    }
  task = task_new (from, store, result->dossier);
  task->member = g_strdup (member);
  task->name = g_strdup (name_in (council, member));
  /* Translators: a member */
  title = g_strdup_printf (_ ("Return the Sheet of %s"), task->name);
  dialog = cs_reason_dialog_new (
      store, title,
      _ ("The sheet stays in the book as it was sealed. The member gets a draft that begins "
         "with its answers, corrects it and submits again."),
      _ ("_Return"));
  cs_reason_dialog_add_leaders (dialog, council);
  cs_reason_dialog_present (dialog, from, return_sheet, task, task_free);
}

static gboolean
withdraw_draft (const char *reason, const char *choice, gpointer data, GError **error)
{
  const Task *task = data;
  g_autoptr (CsDossier) dossier = cs_dossiers_get (task->store, task->key, error);
  g_autofree char *member = dossier != NULL ? uuid_in (task->store, dossier, task->member) : NULL;
  g_autofree char *text = NULL;

  if (dossier == NULL || !cs_sheets_withdraw (task->store, dossier, member, reason, error))
    return FALSE;
  text = g_strdup_printf (_ ("Draft of %s taken away"), task->name);
  cs_feedback_toast (task->from, text);
  return TRUE;
}

void
cs_reason_withdraw_draft (GtkWidget *from, CsStore *store, const CsResult *result, const char *member)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsCouncil) council = cs_store_get_council (store, result->dossier->council_uuid, &error);
  g_autofree char *title = NULL;
  CsReasonDialog *dialog;
  Task *task;

  if (council == NULL)
    {
      cs_feedback_error (from, _ ("The draft cannot be taken away"), error);
      return;
    }
  task = task_new (from, store, result->dossier);
  task->member = g_strdup (member);
  task->name = g_strdup (name_in (council, member));
  /* Translators: a member */
  title = g_strdup_printf (_ ("Take the Draft of %s Away"), task->name);
  dialog = cs_reason_dialog_new (
      store, title,
      _ ("The draft stays in the book and counts nowhere. Without another sheet the member is"
         " absent when the product is closed, for the reason you write here."),
      _ ("_Take Away"));
  cs_reason_dialog_present (dialog, from, withdraw_draft, task, task_free);
}

static gboolean
move_sheet (const char *reason, const char *choice, gpointer data, GError **error)
{
  const Task *task = data;
  g_autoptr (CsDossier) dossier = cs_dossiers_get (task->store, task->key, error);
  g_autoptr (CsDossier) to =
      dossier != NULL ? cs_dossiers_by_code (task->store, choice, dossier->round, error) : NULL;
  g_autofree char *member = to != NULL ? uuid_in (task->store, dossier, task->member) : NULL;
  g_autofree char *text = NULL;

  if (to == NULL || !cs_sheets_move (task->store, dossier, to, member, reason, error))
    return FALSE;
  text = g_strdup_printf (_ ("The sheet is now a draft for “%s”"), to->product);
  cs_feedback_toast (task->from, text);
  gtk_widget_activate_action (task->from, "win.score", "s", to->code);
  return TRUE;
}

/* Can the sheet stand for @to, as far as a page can tell? */
static gboolean
may_move_to (CsStore *store, const CsDossier *from, const CsDossier *to, const CsMember *member)
{
  g_autoptr (CsSheet) sheet = NULL;

  if (to->id == from->id || to->closed || to->form != from->form
      || g_strcmp0 (to->council_uuid, from->council_uuid) != 0
      || g_strcmp0 (to->regulation, from->regulation) != 0)
    return FALSE;
  sheet = cs_sheets_get (store, to, member->uuid, cs_store_unread (store));
  return sheet != NULL && sheet->id == 0;
}

/* Returns: how many products were offered. */
static guint
offer_products (CsReasonDialog *dialog,
                CsStore *store,
                const CsDossier *dossier,
                const CsCouncil *council,
                const char *key)
{
  CsDossierFilter filter = { .round = dossier->round,
                             .council = dossier->council_uuid,
                             .form = dossier->form };
  g_autoptr (GArray) keys = cs_dossiers_list (store, &filter, cs_store_unread (store));
  const CsMember *member = cs_council_member (council, key);
  guint n = 0;

  for (guint i = 0; member != NULL && keys != NULL && i < keys->len; i++)
    {
      g_autoptr (CsDossier) to =
          cs_dossiers_get (store, g_array_index (keys, CsDossierKey, i), cs_store_unread (store));
      g_autofree char *subtitle = NULL;

      if (to == NULL || !may_move_to (store, dossier, to, member))
        continue;
      subtitle = g_strdup_printf ("%s  ·  %s", to->producer.name, to->code);
      cs_reason_dialog_add_choice (dialog, _ ("To Which Product"), to->code, to->product, subtitle);
      n++;
    }
  return n;
}

void
cs_reason_move_sheet (
    GtkWidget *from, CsStore *store, const CsDossier *dossier, const CsCouncil *council, const char *member)
{
  g_autofree char *body = g_strdup_printf (_ ("What was filled for “%s” was meant for another product of the "
                                              "same form. The answers begin a draft there; "
                                              "here the sheet stays in the book and no longer counts."),
                                           dossier->product);
  CsReasonDialog *dialog = cs_reason_dialog_new (store, _ ("Move This Sheet"), body, _ ("_Move"));
  Task *task;

  if (offer_products (dialog, store, dossier, council, member) == 0)
    {
      g_autoptr (GError) error = g_error_new_literal (
          CS_ERROR, CS_ERROR_NOT_FOUND,
          _ ("There is no other open product of this form in the round for which the member has no "
             "sheet yet."));

      gtk_window_destroy (GTK_WINDOW (dialog));
      cs_feedback_error (from, _ ("The sheet cannot be moved"), error);
      return;
    }
  task = task_new (from, store, dossier);
  task->member = g_strdup (member);
  cs_reason_dialog_present (dialog, from, move_sheet, task, task_free);
}

/* --- opening again --- */

static gboolean
reopen (const char *reason, const char *choice, gpointer data, GError **error)
{
  const Task *task = data;
  g_autoptr (CsDossier) dossier = cs_dossiers_get (task->store, task->key, error);
  g_autofree char *chair = dossier != NULL ? uuid_in (task->store, dossier, choice) : NULL;
  g_autofree char *text = NULL;

  if (dossier == NULL || !cs_evaluation_reopen (task->store, dossier, chair, reason, error))
    return FALSE;
  text = g_strdup_printf (_ ("“%s” is open again"), dossier->product);
  cs_feedback_toast (task->from, text);
  return TRUE;
}

void
cs_reason_reopen (GtkWidget *from, CsStore *store, const CsResult *result)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsCouncil) council = cs_store_get_council (store, result->dossier->council_uuid, &error);
  g_autofree char *title = g_strdup_printf (_ ("Open “%s” Again"), result->dossier->product);
  CsReasonDialog *dialog;

  if (council == NULL || !cs_evaluation_may_reopen (result->dossier, &error))
    {
      cs_feedback_error (from, _ ("This product cannot be opened again"), error);
      return;
    }
  dialog = cs_reason_dialog_new (
      store, title,
      _ ("Points and stars are hidden again until it is closed once more. This closing stays in the book "
         "with what "
         "counted. Submitted sheets stay submitted: return the ones that are to be corrected."),
      _ ("_Open Again"));
  cs_reason_dialog_add_leaders (dialog, council);
  cs_reason_dialog_present (dialog, from, reopen, task_new (from, store, result->dossier), task_free);
}
