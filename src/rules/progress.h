/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where a dossier stands in the year of its round: in exactly one of these. */
typedef enum
{
  CS_PROGRESS_RECOGNISED, /* a decision on it is in force */
  CS_PROGRESS_WAITING,    /* closed with stars that a level may give, nobody has decided yet */
  CS_PROGRESS_PIPELINE,   /* registered, being scored, or sent up and not answered */
  CS_PROGRESS_FAILED,     /* closed without such stars, or the decision on it ended */
} CsProgress;

/* What is known of a dossier. Its newest evaluation is the one of the highest level, there the last. */
typedef struct
{
  int recognised;     /* stars of the newest decision in force, whoever made it; 0: there is none */
  gboolean closed;    /* the newest evaluation is */
  gboolean decided;   /* on or after the day on which that was closed there was a decision */
  gboolean forwarded; /* what that came to: sent up by its points */
  int stars;          /* what that came to */
} CsProgressState;

/* A dossier that was sent up by its points stays in the pipeline until it is answered, also where its stars
 * are for this level to give: only then it is known which of both the product gets. */
CsProgress cs_progress (const CsProgressState *state);

G_END_DECLS
