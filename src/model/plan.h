/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/regulation.h"

G_BEGIN_DECLS

/* A unit's plan for a year: how many products, how many brands, which rounds in which months, what else is
 * done. */

typedef struct
{
  char *unit;   /* code */
  int products; /* more products recognised with 3 stars or more */
} CsTarget;

typedef struct
{
  char *id;
  char *title;
} CsActivity;

typedef struct
{
  char *id; /* "tra-vinh-2024" */
  char *title;
  char *source; /* where the figures come from */
  char *unit;   /* code of the unit whose plan it is */
  char *units;  /* id of the unit set */
  int year;
  int trademarks;        /* OCOP brands to be built in the year */
  char *counts;          /* kinds of dossiers whose recognition counts to the targets, with spaces between */
  GPtrArray *targets;    /* (element-type CsTarget) */
  GPtrArray *rounds;     /* (element-type CsRound) */
  GPtrArray *activities; /* (element-type CsActivity) */
} CsPlan;

CsPlan *cs_plan_new (const char *id);
void cs_plan_unref (CsPlan *plan);
CsTarget *cs_plan_add_target (CsPlan *plan, const char *unit, int products);
CsActivity *cs_plan_add_activity (CsPlan *plan, const char *id, const char *title);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsPlan, cs_plan_unref)

G_END_DECLS
