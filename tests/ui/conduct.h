/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "probe.h"
#include "service/results/results.h"
#include "service/scoring/sheets.h"

G_BEGIN_DECLS

/* What the tests of a council at work share: a book with a council of five and two windows over it, one that
 * scores and one that shows results. */
typedef struct
{
  CsStore *store;
  GtkWidget *score_window;
  GtkWidget *score; /* CsScorePage */
  GtkWidget *results_window;
  GtkWidget *results; /* CsResultsPage */
} Conduct;

#define COUNCIL "district-842"

void conduct_set_up (Conduct *conduct, gconstpointer data);
void conduct_tear_down (Conduct *conduct, gconstpointer data);

/* Returns: (transfer full): code of a new product with submitted sheets of m1 … m5 that come near these
 * totals; -1 for a member without one. */
char *conduct_add (Conduct *conduct, const int totals[5]);

CsDossier *conduct_dossier (Conduct *conduct, const char *code);
CsResult *conduct_result (Conduct *conduct, const char *code);
CsSheet *conduct_sheet (Conduct *conduct, const char *code, const char *member);

/* Lets @member score the product @code in the first window; shows it in the second. */
void conduct_score (Conduct *conduct, const char *member, const char *code);
void conduct_show (Conduct *conduct, const char *code);

/* Answers the dialog that asks for a reason; it must be there, and takes the answer when @taken. */
void conduct_give_reason (const char *reason, const char *choice, gboolean taken);

/* Answers the question who decides; it must be there. @name: (nullable): NULL goes on without one. */
void conduct_answer_person (const char *name);

/* The total of no sheet of @code is a text within @widget, but for that of the member @own, (nullable). */
void conduct_assert_secret (Conduct *conduct, const char *code, gpointer widget, const char *own);

/* The member scores again in the second round. */
void conduct_rescore (Conduct *conduct, const char *code, const char *member, int total);

G_END_DECLS
