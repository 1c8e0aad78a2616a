/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/councils/council-view.h"
#include "ui/widgets/field-row.h"
#include "model/council.h"
#include "ui/widgets/record-group.h"
#include "ui/councils/rules-group.h"

/* Shared by council-view.c (reading and showing) and council-actions.c (what its buttons do). */

struct _CsCouncilView
{
  AdwBin parent_instance;

  GtkWidget *page; /* within the place for toasts */
  GtkScrolledWindow *scroll;
  GtkLabel *name_label;
  GtkLabel *about_label;
  GtkWidget *warning;
  GtkLabel *warning_label;
  GtkWidget *suspects;
  GtkLabel *suspects_label;
  CsFieldRow *decision;
  CsFieldRow *decided_on;
  CsFieldRow *authority;
  CsRecordGroup *members;
  CsRecordGroup *former;
  CsRecordGroup *recusals;
  CsRecordGroup *working_group;
  CsRulesGroup *rules;

  CsStore *store;     /* (nullable) */
  CsCouncil *council; /* (nullable): as it is shown */
  GHashTable *drafts; /* (element-type utf8 utf8): typed and not written, by council and field */
  GHashTable *undo;   /* (element-type gint64 Undo): what can be taken back */
  gint64 n_undo;
  gboolean writing; /* the book tells about our own change */
};

void _cs_council_view_install_actions (GtkWidgetClass *widget_class);

/* Returns: (transfer full): what CsCouncilView::undo is made of. */
GHashTable *_cs_council_view_undo_new (void);
