/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/regulation.h"

G_BEGIN_DECLS

/* What a council held fast when it closed a product: by which rules, whose sheets counted, who had no part
 * and why. It is kept for ever, also after the product was opened again. */

/* How a member stands to a product: a sheet, or one of the kinds of nothing, which are never the same. */
typedef enum
{
  CS_MEMBER_NONE,      /* not yet */
  CS_MEMBER_DRAFT,     /* sheet begun and left open */
  CS_MEMBER_SUBMITTED, /* sealed */
  CS_MEMBER_RECUSED,
  CS_MEMBER_ABSENT,         /* the product was closed without this member */
  CS_MEMBER_NOT_APPLICABLE, /* has no seat for this product: left, or the seat's former holder has scored it
                             */
} CsMemberState;

typedef struct
{
  gint64 member; /* row */
  CsMemberState state;
  gint64 sheet; /* row of the sheet that counted, 0 */
  char *reason; /* of the absence or recusal, "" */
} CsClosingMember;

/* What a closing came to. */
typedef struct
{
  int counted;        /* sheets */
  int sum;            /* points of all of them */
  int spread;         /* between the highest and the lowest total */
  int stars;          /* 0 to 5 */
  gboolean decides;   /* the level may give these stars itself */
  gboolean forwarded; /* it sends the dossier up */
} CsOutcome;

typedef struct
{
  gint64 id; /* 0 before it is stored */
  char *uuid;
  gint64 evaluation;
  gint64 rules_id;
  CsCouncilRules rules;
  gint64 session; /* row of the session in which it was closed, 0 for none */
  char *day;      /* the day of Vietnam on which it was closed, YYYY-MM-DD */
  char *closed_at;
  char *closed_by;
  char *reason;        /* why although the totals lay too far apart, "" */
  char *reopened_at;   /* (nullable) */
  char *reopened_by;   /* (nullable) */
  char *reopen_reason; /* (nullable) */
  CsOutcome outcome;   /* derived; of closings that were opened again by older versions all 0 */
  GPtrArray *members;  /* (element-type CsClosingMember): in the council's order */
} CsClosing;

/* What was said when the totals of a scoring round lay too far apart. */
typedef struct
{
  int scoring_round;
  char *note;
  char *noted_at;
  char *noted_by;
} CsDiscussion;

void cs_discussion_free (CsDiscussion *discussion);

CsClosing *cs_closing_new (void);
void cs_closing_free (CsClosing *closing);
CsClosingMember *cs_closing_add_member (
    CsClosing *closing, gint64 member, CsMemberState state, gint64 sheet, const char *reason);

/* cs_closing_is_after: was the product closed after the session of that row had ended at @session_end, in
 * another one or in none? Moments of the same second are told apart by the session. */
gboolean cs_closing_is_after (const CsClosing *closing, gint64 session, const char *session_end);

/* "none", "draft", "submitted", "recused", "absent", "not_applicable" */
const char *cs_member_state_to_text (CsMemberState state);
gboolean cs_member_state_parse (const char *text, CsMemberState *state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsClosing, cs_closing_free)

G_END_DECLS
