/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/session.h"
#include "rules/agreement.h"
#include "summary/paper/paper-head.h"
#include "summary/paper/product-summary.h"

G_BEGIN_DECLS

/* The minutes of one session as plain rows: who was there, by which rules, what came of every product of the
 * agenda. Whoever fills it computes; whoever shows it only lays out. Every string is owned and Vietnamese
 * where people read it. Of a product that is not closed nothing is in here but who has submitted. */

/* One who belongs to the council, or did during the session. */
typedef struct
{
  char *name;
  char *role;
  char *organisation;
  char *came;    /* "08:00"; several stays on lines of their own */
  char *left;    /* "11:30", "đang họp" */
  char *absence; /* (nullable): instead of the two above, for who never came */
} CsMinutesMember;

typedef enum
{
  CS_MINUTES_CLOSED,
  CS_MINUTES_OPEN,
  CS_MINUTES_LATER,     /* closed after the session: its result is no part of it */
  CS_MINUTES_REHEARSAL, /* listed and no more */
} CsMinutesStanding;

typedef struct
{
  CsMinutesStanding standing;
  char *product;
  char *code;
  char *about; /* producer, form, kind of registration */
  gboolean form_verified;
  GPtrArray *facts; /* (element-type utf8): in sentences */
  char *verdict;    /* (nullable): the reason of the stars, in a sentence */
  gboolean changed; /* closed, and its sheets were changed outside the program: that is the verdict */
  char *outcome;    /* (nullable): what follows, in a sentence */

  /* for the table: only of a closed product with a verdict */
  gboolean has_points;
  char *parts[CS_FORM_PARTS_MAX]; /* means */
  char *total;
  char *spread;
  char *stars;
} CsMinutesItem;

/* How far the members agreed; each figure is "–" where it cannot be worked out. */
typedef struct
{
  char *over; /* "Tất cả", "Bộ phiếu 3" */
  char *products;
  char *raters;
  char *w;
  char *chi2;
  char *df;
  char *icc1;
  char *icc2;
  char *icc3;
  char *alpha;
} CsMinutesAgreement;

typedef struct
{
  CsPaperHead head;
  int no;
  gboolean draft;   /* the session is still open */
  GPtrArray *bases; /* (element-type utf8): decisions it rests on */
  char *held_on;
  char *opened;
  char *closed; /* (nullable) */
  char *place;  /* "" */
  char *led_by; /* who led, in words */

  GPtrArray *members;       /* (element-type CsMinutesMember) */
  GPtrArray *present;       /* (element-type CsMinutesMember) (not owned): those of them who came */
  GPtrArray *working_group; /* (element-type utf8): the working group */
  GPtrArray *quorum;        /* (element-type utf8): by time */
  GPtrArray *rules;         /* (element-type utf8): in force */
  GPtrArray *changes;       /* (element-type utf8): of the rules */
  GPtrArray *seats;         /* (element-type utf8): members who came or left, by which paper */
  GPtrArray *items;         /* (element-type CsMinutesItem): the agenda in its order */
  GPtrArray *closed_items;  /* (element-type CsMinutesItem) (not owned): of them, CS_MINUTES_CLOSED */
  gboolean unverified;      /* the transcription of a form does not add up */

  GPtrArray *agreements; /* (element-type CsMinutesAgreement) */
  char *agreement;       /* (nullable): what they mean, in a sentence */

  GPtrArray *conclusions; /* (element-type utf8) */
  char *leader_role;      /* who signs at the right */
  char *leader;           /* "" */
  char *secretary;        /* "" */
} CsMinutes;

/* What templates may name of it. */
extern const CsField cs_minutes_fields[];

/**
 * cs_minutes_new:
 * @council: with the rules that hold for @session
 * @history: (element-type CsRulesVersion): rules as they were set, oldest first
 * @now: a moment, the end of a session that is still open
 *
 * Returns: (transfer full): what the session itself tells; the rest is added below
 */
CsMinutes *cs_minutes_new (const CsSession *session,
                           const CsCouncil *council,
                           const GPtrArray *history,
                           const char *now);
void cs_minutes_free (CsMinutes *minutes);

/* What a product's facts are made of, beside its result. */
typedef struct
{
  const CsSession *session;
  const CsCouncil *council;       /* with the rules that hold for the session */
  const GPtrArray *recusals;      /* (element-type CsRecusal): of the council */
  const GPtrArray *closings;      /* (element-type CsClosing): oldest first */
  const CsProductParts *evidence; /* (nullable): only of a closed product */
  const char *proposal;           /* (nullable): only of a closed product */
} CsMinutesParts;

/* Adds a line of coefficients; @form: 0 for all forms, which also tells what they mean. */
void cs_minutes_add_agreement (CsMinutes *minutes, int form, guint products, const CsAgreement *agreement);

/* Writes the conclusion, when everything else is in. */
void cs_minutes_conclude (CsMinutes *minutes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsMinutes, cs_minutes_free)

G_END_DECLS
