/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/scoring/rescoring.h"
#include "ui/conduct/spread-panel.h"
#include "ui/score/no-sheet-panel.h"
#include "ui/widgets/notice-bar.h"
#include "ui/pin/pin-gate.h"
#include "ui/score/score-form.h"
#include "ui/score/score-header.h"
#include "ui/score/score-page.h"
#include "ui/score/score-products.h"
#include "ui/score/score-strip.h"
#include "service/scoring/sheets.h"

/* Shared by the files of the page: score-page.c (what is shown, and life), score-page-actions.c (what a
 * member does with the own sheet), score-page-conduct.c (what a council does around it: recusals, grounds,
 * sheets that were returned, moved or filled on paper, a further scoring round). */

/* What can be taken back with Ctrl+Z. */
typedef struct
{
  guint question;
  int choice;
} CsScoreStep;

struct _CsScorePage
{
  AdwBin parent_instance;

  CsScoreProducts *products;
  CsPinGate *gate;
  GtkStack *stack;
  AdwStatusPage *empty;
  CsScoreHeader *header;
  CsNoticeBar *notice;
  CsNoticeBar *returned;
  CsNoticeBar *suspicion;
  GtkWidget *apart_window;
  CsSpreadPanel *apart;
  GtkStack *body;
  CsScoreForm *form;
  CsScoreStrip *strip;
  CsNoSheetPanel *aside;
  GtkLabel *state;
  GtkWidget *submit;
  GtkWidget *again;

  CsStore *store;           /* (nullable) */
  CsDossier *dossier;       /* (nullable): what is shown */
  CsOwnSheet *place;        /* (nullable): how the member who scores stands to it */
  CsSheet *sheet;           /* (nullable): the member's; NULL where there is no form to fill */
  CsRegulation *regulation; /* (nullable): kept while its form is shown */
  CsCouncilRules rules;
  CsNextRound next; /* what a further scoring round waits for, for this member */
  gint64 anew;      /* evaluation for which a successor begins a sheet although one stands; 0: none */
  GArray *undo;     /* (element-type CsScoreStep) */
  gboolean writing; /* our own command: the sheet is up to date already */
};

/* --- score-page.c --- */

/* Returns: the form of what is shown. */
const CsForm *_cs_score_page_form (CsScorePage *self);

/* Returns: (transfer none): the member who scores. */
const CsMember *_cs_score_page_member (CsScorePage *self);

/* Shows how far the sheet is and what can be done now. */
void _cs_score_page_show_state (CsScorePage *self);

/* Shows everything that follows from the choices. */
void _cs_score_page_show_sums (CsScorePage *self);

/* Reads what is selected and shows it. */
void _cs_score_page_show (CsScorePage *self);

/* --- score-page-actions.c --- */

void _cs_score_page_install_actions (GtkWidgetClass *widget_class);
void _cs_score_page_connect (CsScorePage *self);

/* --- score-page-conduct.c --- */

void _cs_score_page_install_conduct (GtkWidgetClass *widget_class);

/* Shows what the council does around the sheet. */
void _cs_score_page_show_conduct (CsScorePage *self);

/* Switches the actions on that make sense now; all off while nothing is shown. */
void _cs_score_page_update_conduct (CsScorePage *self);
