/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How lists of dossiers are asked for, and what names a row of them. */

typedef enum
{
  CS_DOSSIER_ANY,
  CS_DOSSIER_REGISTERED, /* no sheet begun */
  CS_DOSSIER_SCORING,    /* at least one sheet, not closed */
  CS_DOSSIER_CLOSED,
} CsDossierState;

#define CS_DOSSIER_N_STATES 4

/* How many rows there are of each state; all of them under CS_DOSSIER_ANY. */
typedef struct
{
  guint of[CS_DOSSIER_N_STATES];
} CsStateCounts;

typedef enum
{
  CS_DOSSIER_BY_CODE,
  CS_DOSSIER_BY_PRODUCT,
  CS_DOSSIER_BY_PRODUCER,
  CS_DOSSIER_BY_UNIT,
  CS_DOSSIER_BY_FORM,
  /* what has no verdict, or one that is kept from who asks, comes before everything */
  CS_DOSSIER_BY_MEAN,
  CS_DOSSIER_BY_SPREAD,
  CS_DOSSIER_BY_STARS,
  CS_DOSSIER_BY_STATE, /* registered, being scored, closed, forwarded, decided here */
} CsDossierOrder;

#define CS_DOSSIER_N_ORDERS 9

/* What a list shows; NULL or 0 leaves a filter out. */
typedef struct
{
  const char *words; /* folded or not; every word must begin a word of product, producer or code */
  const char *unit;  /* the unit itself or any unit below it */
  const char *round;
  const char *council; /* UUID: only evaluations for which it sits */
  int form;
  CsDossierState state;
  CsDossierOrder order;
  gboolean descending;
  gboolean with_rehearsals; /* else they are left out */
  gboolean only_rehearsals; /* nothing but them */
  gint64 limit;             /* 0: all */
} CsDossierFilter;

/* One row of the list: a dossier in one round. */
typedef struct
{
  gint64 dossier;
  gint64 evaluation; /* 0: in no round */
} CsDossierKey;

/* What lists and overviews look at of a row, for who goes through all of them in memory: 100,000 take 7 MB.
 */
typedef struct
{
  CsDossierKey key;
  const char *unit;    /* (not owned): equal words are one, to be compared by their place */
  const char *round;   /* (not owned) (nullable) */
  const char *council; /* (not owned) (nullable): UUID of the one that sits for it */
  guint32 by_code;     /* places in these orders, from 1; rows of one name have the same */
  guint32 by_product;
  guint32 by_producer;
  int sum;         /* points of all counted sheets, of a closed product */
  guint16 counted; /* sheets, 0: no verdict */
  guint16 spread;
  guint16 form;
  guint8 state; /* CsDossierState, never CS_DOSSIER_ANY */
  guint8 stars;
  guint rehearsal : 1;
  guint decides : 1; /* the level of its council may give these stars itself */
  guint changed : 1; /* its sheets are known to have been changed outside the program: there is no verdict */
  guint forwarded : 1;
  guint decided : 1; /* on or after the day of its closing there was a decision on the dossier */
  guint kind : 2;    /* place in cs_dossier_kinds */
  guint level : 4;   /* of its council, from the lowest */
} CsDossierFact;

G_END_DECLS
