/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/score/no-sheet-panel.h"

#include "ui/shared/state-mark.h"

#include <glib/gi18n-lib.h>

struct _CsNoSheetPanel
{
  AdwBin parent_instance;

  CsStateMark *mark;
  GtkLabel *title;
  GtkLabel *why;
  GtkLabel *reason;
  GtkWidget *begin;
  GtkWidget *end_recusal;
};

G_DEFINE_FINAL_TYPE (CsNoSheetPanel, cs_no_sheet_panel, ADW_TYPE_BIN)

static void
cs_no_sheet_panel_class_init (CsNoSheetPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (CS_TYPE_STATE_MARK);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/chamsao/ChamSao/score/no-sheet-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, CsNoSheetPanel, mark);
  gtk_widget_class_bind_template_child (widget_class, CsNoSheetPanel, title);
  gtk_widget_class_bind_template_child (widget_class, CsNoSheetPanel, why);
  gtk_widget_class_bind_template_child (widget_class, CsNoSheetPanel, reason);
  gtk_widget_class_bind_template_child (widget_class, CsNoSheetPanel, begin);
  gtk_widget_class_bind_template_child (widget_class, CsNoSheetPanel, end_recusal);
}

static void
cs_no_sheet_panel_init (CsNoSheetPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static const char *
title_of (const CsOwnSheet *place)
{
  if (place->former)
    return _ ("No Longer in the Council");
  switch (place->state)
    {
    case CS_MEMBER_RECUSED:
      return _ ("Recused From This Product");
    case CS_MEMBER_ABSENT:
      return _ ("Absent When It Was Closed");
    case CS_MEMBER_NOT_APPLICABLE:
    case CS_MEMBER_NONE:
    case CS_MEMBER_DRAFT:
    case CS_MEMBER_SUBMITTED:
    default:
      return _ ("No Seat for This Product");
    }
}

void
cs_no_sheet_panel_show (CsNoSheetPanel *self, const CsOwnSheet *place)
{
  g_autofree char *reason = NULL;

  g_return_if_fail (CS_IS_NO_SHEET_PANEL (self));

  if (place->reason != NULL)
    reason = g_strdup_printf (_ ("Reason: %s"), place->reason);
  cs_state_mark_set (self->mark, place->state, 0, 0);
  gtk_label_set_label (self->title, title_of (place));
  gtk_label_set_label (self->why, place->why != NULL ? place->why : "");
  gtk_label_set_label (self->reason, reason != NULL ? reason : "");
  gtk_widget_set_visible (GTK_WIDGET (self->reason), reason != NULL);
  gtk_widget_set_visible (self->begin, place->may_begin);
  gtk_widget_set_visible (self->end_recusal, place->recusal != NULL && place->state == CS_MEMBER_RECUSED);
}
