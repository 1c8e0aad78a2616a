/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/session/quorum-lamp.h"

#include "ui/session/session-text.h"

#include <glib/gi18n-lib.h>

struct _CsQuorumLamp
{
  AdwBin parent_instance;

  GtkImage *icon;
  GtkLabel *count;
  GtkLabel *sentence;
  GtkLabel *leader;
  char *text;
};

G_DEFINE_FINAL_TYPE (CsQuorumLamp, cs_quorum_lamp, ADW_TYPE_BIN)

/* Only an open session can lack members: one that is planned has not begun, one that is closed is past. */
static void
show_colour (CsQuorumLamp *self, CsSessionState state, gboolean met)
{
  gboolean open = state == CS_SESSION_OPEN;

  gtk_widget_remove_css_class (GTK_WIDGET (self), "met");
  gtk_widget_remove_css_class (GTK_WIDGET (self), "unmet");
  if (open)
    gtk_widget_add_css_class (GTK_WIDGET (self), met ? "met" : "unmet");
  gtk_image_set_from_icon_name (self->icon, open && !met ? "dialog-warning-symbolic"
                                            : open       ? "object-select-symbolic"
                                                         : "cs-councils-symbolic");
}

void
cs_quorum_lamp_show (CsQuorumLamp *self, CsSessionModel *scene)
{
  const CsSession *session = cs_session_model_get_session (scene);
  CsQuorum quorum = cs_session_model_get_quorum (scene);
  g_autofree char *count = NULL, *sentence = NULL;
  const char *leader;

  g_return_if_fail (CS_IS_QUORUM_LAMP (self));

  gtk_widget_set_visible (GTK_WIDGET (self), session != NULL);
  if (session == NULL)
    return;
  count = g_strdup_printf ("%u/%u", quorum.present, quorum.members);
  sentence = cs_session_text_quorum (&quorum, session->state);
  leader = session->state == CS_SESSION_OPEN
               ? cs_session_text_leader (&quorum, &cs_session_model_get_council (scene)->rules)
               : NULL;
  show_colour (self, session->state, quorum.met);
  gtk_label_set_label (self->count, count);
  gtk_label_set_label (self->sentence, sentence);
  gtk_label_set_label (self->leader, leader != NULL ? leader : "");
  gtk_widget_set_visible (GTK_WIDGET (self->leader), leader != NULL);
  g_free (self->text);
  self->text = leader != NULL ? g_strdup_printf ("%s. %s", sentence, leader) : g_strdup (sentence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->text, -1);
}

const char *
cs_quorum_lamp_get_text (CsQuorumLamp *self)
{
  return self->text != NULL ? self->text : "";
}

static void
cs_quorum_lamp_finalize (GObject *object)
{
  g_free (CS_QUORUM_LAMP (object)->text);
  G_OBJECT_CLASS (cs_quorum_lamp_parent_class)->finalize (object);
}

static void
cs_quorum_lamp_class_init (CsQuorumLampClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cs_quorum_lamp_finalize;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_STATUS);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/chamsao/ChamSao/session/quorum-lamp.ui");
  gtk_widget_class_bind_template_child (widget_class, CsQuorumLamp, icon);
  gtk_widget_class_bind_template_child (widget_class, CsQuorumLamp, count);
  gtk_widget_class_bind_template_child (widget_class, CsQuorumLamp, sentence);
  gtk_widget_class_bind_template_child (widget_class, CsQuorumLamp, leader);
}

static void
cs_quorum_lamp_init (CsQuorumLamp *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
