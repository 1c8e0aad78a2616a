/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/council.h"
#include "model/dossier.h"
#include "model/ground.h"
#include "model/unit.h"
#include "rules/standing.h"

G_BEGIN_DECLS

/* One product's evaluation as everybody may see it: until it is closed there are no scores in here at all. */

typedef enum
{
  CS_RESULT_REGISTERED,
  CS_RESULT_SCORING,
  CS_RESULT_RESCORING,
  CS_RESULT_CLOSED,
  CS_RESULT_RECOGNISED,
} CsResultStatus;

typedef struct
{
  char *uuid;
  char *key; /* for people: unique in the council alone */
  char *name;
  CsRole role;
  CsMemberState state;
  char *reason;        /* of the recusal or absence, "" */
  gboolean former;     /* has left the council */
  gboolean has_points; /* closed and submitted: the two below are set */
  CsTally tally;
} CsMemberResult;

/* Two sheets with the same answer to every criterion. */
typedef struct
{
  const char *a; /* (not owned): keys of members */
  const char *b;
} CsCopy;

/* Whose totals lie farthest apart while the council is to discuss a product, and where: what the discussion
 * needs, without a single score and without telling who gave more. */
typedef struct
{
  const char *a; /* (not owned): keys of members, in the council's order */
  const char *b;
  GArray *questions; /* (element-type guint): criteria in which they differ most */
} CsApart;

typedef struct
{
  CsDossier *dossier;
  char *unit; /* code of the unit below the book's levels that is reported on: the district, or what was filed
               */
  const CsRegulation *regulation; /* (not owned) */
  const CsForm *form;             /* (not owned) */
  const CsLevel *level;           /* (not owned) (nullable) */
  CsResultStatus status;
  GPtrArray *members; /* (element-type CsMemberResult): who score */
  guint counted;
  CsQuorum quorum;
  int spread_limit;
  gboolean eliminated;  /* a ground was confirmed */
  GPtrArray *grounds;   /* (element-type CsGround): in every state */
  CsClosing *closing;   /* (nullable): only when closed */
  CsCouncilRules rules; /* in force, or of the closing */
  CsVerdict *verdict;   /* (nullable): only when closed */
  CsApart *apart;       /* (nullable): only while all are in and lie too far apart */
  GArray *copies;       /* (element-type CsCopy): only when closed; before, it would tell of scores */
  gboolean recognised_here;
  gboolean forwarded;
  gboolean hidden; /* closed, but kept from who asks: everything that tells of scores is taken out */
  char
      *changed; /* (nullable): closed, but not what was sealed: the names of members whose sheets were
                   changed outside   the program, or "" for the closing itself. It is hidden from everybody */
} CsResult;

/* What a result is made of. */
typedef struct
{
  const CsRegulation *regulation; /* must outlive the result */
  const CsCouncil *council;       /* (nullable): NULL when the dossier is in no round */
  const CsUnitSet *units;
  const CsStanding
      *standing;       /* (nullable): of the council to the product, by its closing when it is closed */
  gboolean begun;      /* there is a sheet */
  const char *changed; /* (nullable): names of members, see CsResult.changed; then no verdict is worked out */
} CsResultParts;

/**
 * cs_result_new:
 * @dossier: (transfer full)
 * @grounds: (nullable) (transfer full) (element-type CsGround)
 * @closing: (nullable) (transfer full): of a closed product
 */
CsResult *
cs_result_new (CsDossier *dossier, const CsResultParts *parts, GPtrArray *grounds, CsClosing *closing);
void cs_result_free (CsResult *result);

/* Takes everything out of a closed product's @result that tells of its scores; an open one has none. */
void cs_result_hide (CsResult *result);

/* "registered", "scoring", "rescoring", "closed", "recognised" */
const char *cs_result_status_to_text (CsResultStatus status);

/* Returns: (transfer none) (nullable): the unit of @unit that a level of @regulation sits at, lowest level
 * first. */
const CsUnit *
cs_result_reporting_unit (const CsRegulation *regulation, const CsUnitSet *units, const char *unit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsResult, cs_result_free)

G_END_DECLS
