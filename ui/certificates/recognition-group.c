/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/certificates/recognition-group.h"

#include "base/date.h"
#include "model/register.h"
#include "ui/widgets/feedback.h"
#include "service/dossiers/dossiers.h"
#include "service/results/register.h"
#include "ui/certificates/withdraw-dialog.h"

#include <glib/gi18n-lib.h>

struct _CsRecognitionGroup
{
  AdwPreferencesGroup parent_instance;

  CsStore *store;     /* (nullable) */
  CsDossier *dossier; /* (nullable) */
  AdwActionRow *row;
  GtkWidget *button;
};

G_DEFINE_FINAL_TYPE (CsRecognitionGroup, cs_recognition_group, ADW_TYPE_PREFERENCES_GROUP)

static void
withdraw_cb (CsRecognitionGroup *self)
{
  g_autoptr (GError) error = NULL;
  CsRecognition *recognition = NULL;

  if (!cs_recognitions_of (self->store, self->dossier, &recognition, &error))
    cs_feedback_error (GTK_WIDGET (self), _ ("The recognition could not be read"), error);
  else if (recognition != NULL)
    cs_withdraw_dialog_present (GTK_WIDGET (self), self->store, recognition);
}

static void
cs_recognition_group_dispose (GObject *object)
{
  CsRecognitionGroup *self = CS_RECOGNITION_GROUP (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->dossier, cs_dossier_free);
  G_OBJECT_CLASS (cs_recognition_group_parent_class)->dispose (object);
}

static void
cs_recognition_group_class_init (CsRecognitionGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cs_recognition_group_dispose;
}

static void
cs_recognition_group_init (CsRecognitionGroup *self)
{
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Recognition"));
  self->row = ADW_ACTION_ROW (adw_action_row_new ());
  self->button = gtk_button_new_with_mnemonic (_ ("_Withdraw…"));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->row), FALSE);
  adw_action_row_set_title_lines (self->row, 0);
  adw_action_row_set_subtitle_lines (self->row, 0);
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (withdraw_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (self->row, self->button);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->row));
}

/* Returns: (transfer full): what there is to tell of the certificate. */
static char *
certificate_text (const CsRecognition *recognition)
{
  g_autofree char *until = cs_date_to_display (recognition->valid_until);
  g_autofree char *ended = cs_date_to_display (recognition->withdrawn_on);

  if (recognition->withdrawn_on != NULL)
    /* Translators: day, ground */
    return g_strdup_printf (_ ("Withdrawn on %s: %s"), ended, recognition->withdrawn_ground);
  if (*recognition->certificate == '\0')
    return g_strdup_printf (_ ("Certificate valid until %s"), until);
  /* Translators: number of the certificate, its last day */
  return g_strdup_printf (_ ("Certificate %s, valid until %s"), recognition->certificate, until);
}

static void
show_recognition (CsRecognitionGroup *self, const CsRecognition *recognition)
{
  g_autofree char *day = cs_date_to_display (recognition->decided_on);
  /* Translators: number of stars, number of the decision, its day */
  g_autofree char *title =
      g_strdup_printf (_ ("%d stars by decision %s of %s"), recognition->stars, recognition->decision, day);
  g_autofree char *text = certificate_text (recognition);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), title);
  adw_action_row_set_subtitle (self->row, text);
  gtk_widget_set_visible (self->button, recognition->withdrawn_on == NULL);
}

void
cs_recognition_group_show (CsRecognitionGroup *self, CsStore *store, const CsResult *result)
{
  CsDossierKey key = { result->dossier->id, result->dossier->evaluation };
  g_autoptr (CsRecognition) recognition = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (CS_IS_RECOGNITION_GROUP (self));

  g_set_object (&self->store, store);
  g_clear_pointer (&self->dossier, cs_dossier_free);
  if (result->closing != NULL)
    self->dossier = cs_dossiers_get (store, key, &error);
  if (self->dossier != NULL && cs_recognitions_of (store, self->dossier, &recognition, &error)
      && recognition != NULL)
    show_recognition (self, recognition);
  if (error != NULL)
    cs_feedback_error (GTK_WIDGET (self), _ ("The recognition could not be read"), error);
  gtk_widget_set_visible (GTK_WIDGET (self), recognition != NULL);
}
