/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/session/agenda-row.h"

#include "summary/words/formats.h"
#include "ui/session/session-text.h"

#include <glib/gi18n-lib.h>

struct _CsAgendaRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *number;
  GtkLabel *product;
  GtkLabel *producer;
  GtkLabel *status;
  GtkImage *icon;
  GtkWidget *discussed;
  gint64 evaluation;
};

G_DEFINE_FINAL_TYPE (CsAgendaRow, cs_agenda_row, GTK_TYPE_LIST_BOX_ROW)

/* "Being scored, 5/7" Returns: (transfer full) */
static char *
status_text (const CsResult *result)
{
  const char *status = cs_format_status (result->status);

  if (result->dossier->closed || result->quorum.members == 0)
    return g_strdup (status);
  /* Translators: how far a product is, sheets that are in, members who score */
  return g_strdup_printf (_ ("%s, %u of %u"), status, result->quorum.present, result->quorum.members);
}

void
cs_agenda_row_show (CsAgendaRow *self, CsSessionModel *scene, guint position)
{
  const CsSession *session = cs_session_model_get_session (scene);
  const CsAgendaItem *item = g_ptr_array_index (session->agenda, position);
  const CsResult *result = cs_session_model_get_result (scene, item->evaluation);
  gboolean discussed = item->evaluation == session->discussing;
  g_autofree char *number = g_strdup_printf ("%u", position + 1);
  g_autofree char *status = result != NULL ? status_text (result) : g_strdup ("");
  g_autofree char *spoken = NULL;

  g_return_if_fail (CS_IS_AGENDA_ROW (self));

  self->evaluation = item->evaluation;
  gtk_label_set_label (self->number, number);
  gtk_label_set_label (self->product, item->product);
  gtk_label_set_label (self->producer, item->producer);
  gtk_label_set_label (self->status, status);
  gtk_image_set_from_icon_name (self->icon, cs_session_text_status_icon (
                                                result != NULL ? result->status : CS_RESULT_REGISTERED));
  gtk_widget_set_visible (self->discussed, discussed);
  if (discussed)
    gtk_widget_add_css_class (GTK_WIDGET (self), "cs-discussed");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "cs-discussed");
  /* Translators: place on the agenda, product, producer, how far it is, perhaps "In discussion" */
  spoken = g_strdup_printf (_ ("%s. %s, %s. %s. %s"), number, item->product, item->producer, status,
                            discussed ? _ ("In discussion") : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

gint64
cs_agenda_row_get_evaluation (CsAgendaRow *self)
{
  return self->evaluation;
}

static void
cs_agenda_row_class_init (CsAgendaRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/vn/chamsao/ChamSao/session/agenda-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CsAgendaRow, number);
  gtk_widget_class_bind_template_child (widget_class, CsAgendaRow, product);
  gtk_widget_class_bind_template_child (widget_class, CsAgendaRow, producer);
  gtk_widget_class_bind_template_child (widget_class, CsAgendaRow, status);
  gtk_widget_class_bind_template_child (widget_class, CsAgendaRow, icon);
  gtk_widget_class_bind_template_child (widget_class, CsAgendaRow, discussed);
}

static void
cs_agenda_row_init (CsAgendaRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
cs_agenda_row_new (void)
{
  return g_object_new (CS_TYPE_AGENDA_ROW, NULL);
}
