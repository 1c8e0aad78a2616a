/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/notice-bar.h"

struct _CsNoticeBar
{
  AdwBin parent_instance;

  GtkRevealer *revealer;
  GtkLabel *text;
  GtkButton *action;
};

G_DEFINE_FINAL_TYPE (CsNoticeBar, cs_notice_bar, ADW_TYPE_BIN)

static void
close_cb (CsNoticeBar *self)
{
  cs_notice_bar_set_text (self, NULL);
}

static void
cs_notice_bar_class_init (CsNoticeBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/vn/chamsao/ChamSao/widgets/notice-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, CsNoticeBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, CsNoticeBar, text);
  gtk_widget_class_bind_template_child (widget_class, CsNoticeBar, action);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
}

static void
cs_notice_bar_init (CsNoticeBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
cs_notice_bar_new (void)
{
  return g_object_new (CS_TYPE_NOTICE_BAR, NULL);
}

void
cs_notice_bar_set_text (CsNoticeBar *self, const char *text)
{
  if (text != NULL)
    gtk_label_set_text (self->text, text);
  gtk_revealer_set_reveal_child (self->revealer, text != NULL);
}

void
cs_notice_bar_set_action (CsNoticeBar *self, const char *label, const char *action)
{
  gtk_widget_set_visible (GTK_WIDGET (self->action), action != NULL);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->action), action);
  if (label != NULL)
    gtk_button_set_label (self->action, label);
}

const char *
cs_notice_bar_get_text (CsNoticeBar *self)
{
  return gtk_revealer_get_reveal_child (self->revealer) ? gtk_label_get_text (self->text) : NULL;
}
