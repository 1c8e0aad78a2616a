/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/book.h"

G_BEGIN_DECLS

/* Where a year stands against its plan, unit by unit. */

typedef struct
{
  char *unit;
  char *name;
  int target;
  int registered;
  int scored;
  int recognised[CS_STAR_MAX + 1]; /* by star: decided here, by the level that may */
  int forwarded;
  int expiring; /* certificates that end within the regulation's renewal window */
} CsOverviewRow;

typedef struct
{
  int year;
  char *unit;
  char *unit_name;
  char *round; /* (nullable): id when only one round is shown */
  int target;
  int brands_target;
  int brands_done;
  GPtrArray *rows; /* (element-type CsOverviewRow) */
  CsOverviewRow totals;
} CsOverview;

/* One dossier in one round as the overview counts it. */
typedef struct
{
  gint64 dossier;
  const char *unit;  /* code */
  const char *round; /* (nullable) */
  gboolean closed;
  int recognised; /* star that was recognised at this level, 0 for none */
  gboolean forwarded;
} CsOverviewFact;

/**
 * cs_overview_new:
 * @targets: (element-type CsTarget)
 * @facts: (element-type CsOverviewFact)
 * @recognitions: (element-type CsRecognition): the register, for certificates and for years before the book's
 * @year: the year shown
 * @round: (nullable): only this round
 * @today: ISO
 * @renewal_days: how long before its end a certificate counts as expiring
 *
 * The rows are the units right below the book's own; what lies in none of them (filed at the book's own unit)
 * makes one more row, so that the rows always add up to the totals.
 */
CsOverview *cs_overview_new (const CsBook *book,
                             const CsUnitSet *units,
                             const GPtrArray *targets,
                             const GArray *facts,
                             const GPtrArray *brands,
                             const GPtrArray *recognitions,
                             int year,
                             const char *round,
                             const char *today,
                             int renewal_days);
void cs_overview_free (CsOverview *overview);

/* Returns: products recognised with 3 stars or more in @row. */
int cs_overview_row_recognised (const CsOverviewRow *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsOverview, cs_overview_free)

G_END_DECLS
