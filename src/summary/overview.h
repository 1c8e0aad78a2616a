/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/book.h"
#include "model/dossier-query.h"
#include "summary/certificate.h"
#include "summary/field.h"

G_BEGIN_DECLS

/* Where a year stands against its plan, unit by unit. Every registered dossier is in exactly one of the
 * classes recognised, potential5, waiting, pipeline and failed (rules/progress.h). */

typedef struct
{
  char *unit;
  char *name;
  int target;
  int registered;
  int scored;
  int recognised[CS_STAR_MAX + 1]; /* by star: a decision on it is in force */
  int potential5; /* approved for five stars, not decided above: no book can record an approval yet */
  int waiting;    /* for a decision */
  int pipeline;
  int failed;
  int first, upgrade, renewal; /* of the recognised ones, by the kind of their dossier */
  int counted;                 /* of the recognised ones those of kinds that the plan counts */
  int forwarded;
  int changed; /* closed, but known to have been changed outside the program: counted as under way */
  int elsewhere[CS_STAR_MAX
                + 1]; /* by star: decided in this year for what is no dossier of it in this book */
  int expiring;       /* valid certificates that end within the days in which a renewal is filed, and are not
                         renewed yet */
  gboolean of_round;  /* of one round alone: the year's target says nothing about it */
  gboolean of_past;   /* of another year than the book's: the register alone tells it */
} CsOverviewRow;

typedef struct
{
  int year;
  gboolean of_past; /* another year than the book's */
  char *unit;
  char *unit_name;
  char *round; /* (nullable): id when only one round is shown */
  int target;
  int trademarks_target;
  int trademarks_done;
  GPtrArray *rows; /* (element-type CsOverviewRow) */
  CsOverviewRow totals;
} CsOverview;

/**
 * cs_overview_new:
 * @targets: (element-type CsTarget)
 * @facts: (element-type CsDossierFact): by dossier: those of one stand together; rehearsals are passed over
 * @certificates: (element-type CsCertificate): the register as it stands today
 * @year: the year shown
 * @round: (nullable): only this round
 *
 * The rows are the units right below the book's own; what lies in none of them (filed at the book's own unit)
 * makes one more row, so that the rows always add up to the totals.
 */
CsOverview *cs_overview_new (const CsBook *book,
                             const CsUnitSet *units,
                             const GPtrArray *targets,
                             const GArray *facts,
                             const GPtrArray *trademarks,
                             const GPtrArray *certificates,
                             int year,
                             const char *round);
void cs_overview_free (CsOverview *overview);

/* The columns of a row and of the totals, in their order, for the table in the window, the verb and its JSON.
 */
extern const CsField cs_overview_fields[];

/* Returns: dossiers recognised with 3 stars or more in @row. */
int cs_overview_row_recognised (const CsOverviewRow *row);

/* Returns: what people are told as recognised with @star: the year's dossiers, of other years the register.
 */
int cs_overview_row_shown (const CsOverviewRow *row, int star);

/* Returns: products of this year that were recognised without a dossier of it in this book. */
int cs_overview_row_elsewhere (const CsOverviewRow *row);

/* Returns: products that are missing to the target; less than 0 when there are more; 0 in the row of one
 * round. */
int cs_overview_row_missing (const CsOverviewRow *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsOverview, cs_overview_free)

G_END_DECLS
