/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/council.h"
#include "model/dossier.h"
#include "model/finding.h"
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

typedef enum
{
  CS_MEMBER_NONE,      /* not yet */
  CS_MEMBER_DRAFT,     /* sheet open */
  CS_MEMBER_SUBMITTED, /* sealed */
  CS_MEMBER_RECUSED,
  CS_MEMBER_ABSENT, /* the product was closed without this member */
} CsMemberState;

typedef struct
{
  char *key;
  char *name;
  CsRole role;
  CsMemberState state;
  gboolean has_points; /* closed and submitted: the two below are set */
  CsTally tally;
} CsMemberResult;

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
  gboolean eliminated;
  GPtrArray *findings; /* (element-type CsFinding) */
  CsVerdict *verdict;  /* (nullable): only when closed */
  gboolean recognised_here;
  gboolean forwarded;
} CsResult;

/**
 * cs_result_new:
 * @dossier: (transfer full)
 * @council: (nullable): NULL when the dossier is in no round
 * @sheets: (nullable) (element-type CsSheet)
 * @findings: (nullable) (transfer full) (element-type CsFinding)
 *
 * @regulation must outlive the result.
 */
CsResult *cs_result_new (CsDossier *dossier,
                         const CsRegulation *regulation,
                         const CsCouncil *council,
                         const CsUnitSet *units,
                         const GPtrArray *sheets,
                         GPtrArray *findings);
void cs_result_free (CsResult *result);

/* "registered", "scoring", "rescoring", "closed", "recognised" / "none", "draft", "submitted", "recused",
 * "absent" */
const char *cs_result_status_to_text (CsResultStatus status);
const char *cs_member_state_to_text (CsMemberState state);

/* Returns: (transfer none) (nullable): the unit of @unit that a level of @regulation sits at, lowest level
 * first. */
const CsUnit *
cs_result_reporting_unit (const CsRegulation *regulation, const CsUnitSet *units, const char *unit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsResult, cs_result_free)

G_END_DECLS
