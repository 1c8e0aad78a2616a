/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/shared/person-question.h"

#include "ui/shared/person-group.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  CsStore *store;
  CsPersonGroup *group;
  CsFeedbackAnswer then;
  gpointer data;
  GDestroyNotify data_free; /* (nullable) */
} Errand;

static void
errand_free (gpointer data)
{
  Errand *errand = data;

  if (errand->data_free != NULL)
    errand->data_free (errand->data);
  cs_person_group_set_store (errand->group, NULL); /* the dialog may outlive the book */
  g_object_unref (errand->store);
  g_object_unref (errand->group);
  g_free (errand);
}

static void
go_on (GtkWidget *from, gpointer data)
{
  Errand *errand = data;

  cs_person_group_keep (errand->group);
  errand->then (from, errand->data);
}

void
cs_person_confirm (GtkWidget *from,
                   CsStore *store,
                   const char *heading,
                   const char *body,
                   const char *verb,
                   CsFeedbackAnswer yes,
                   gpointer data,
                   GDestroyNotify data_free)
{
  Errand *errand = g_new0 (Errand, 1);
  AdwMessageDialog *dialog;

  errand->store = g_object_ref (store);
  errand->group = g_object_ref_sink (g_object_new (CS_TYPE_PERSON_GROUP, NULL));
  errand->then = yes;
  errand->data = data;
  errand->data_free = data_free;
  cs_person_group_set_store (errand->group, store);
  dialog = cs_feedback_confirm (from, heading, body, verb, FALSE, go_on, errand, errand_free);
  adw_message_dialog_set_extra_child (dialog, GTK_WIDGET (errand->group));
  cs_person_group_focus (errand->group);
}

void
cs_person_ask (
    GtkWidget *from, CsStore *store, CsFeedbackAnswer then, gpointer data, GDestroyNotify data_free)
{
  if (cs_store_get_actor (store) == NULL && !cs_person_group_was_asked (store))
    {
      cs_person_confirm (from, store, _ ("Who Decides?"), NULL, _ ("_Continue"), then, data, data_free);
      return;
    }
  then (from, data);
  if (data_free != NULL)
    data_free (data);
}
