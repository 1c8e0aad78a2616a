/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/robustness.h"
#include "summary/paper/paper-head.h"
#include "summary/result.h"

G_BEGIN_DECLS

/* A closed product's whole evaluation as plain rows: every member's points in every scoring round, and what
 * came of them. Whoever fills it computes; whoever shows it only lays out. Every string is owned and
 * Vietnamese where people read it. */

typedef struct
{
  char *name;
  char *role;
  char *organisation;
  char *state;     /* "đã nộp phiếu", "vắng: đi công tác" */
  gboolean former; /* has left the council */
  gboolean has_points;
  GPtrArray *points; /* (element-type utf8): by part, then all; "–" each without points */
} CsProductMember;

typedef enum
{
  CS_PRODUCT_LINE_PART,
  CS_PRODUCT_LINE_SECTION,
  CS_PRODUCT_LINE_HEADING, /* a criterion that only heads others */
  CS_PRODUCT_LINE_CRITERION,
  CS_PRODUCT_LINE_TOTAL,
} CsProductLineKind;

typedef struct
{
  CsProductLineKind kind;
  char *no;
  char *title;
  int max;
  GPtrArray *cells; /* (element-type utf8): one a member: points, or the letters for why there are none; "" of
                       a heading */
  char *mean;       /* (nullable) */
} CsProductLine;

/* A member in a table's head. */
typedef struct
{
  guint number; /* as in the list of members */
  gboolean former;
} CsProductColumn;

/* Lines of a round with the members for whom one page has room: so many, beside the criteria. */
#define CS_PRODUCT_COLUMNS         15 /* on a page that lies */
#define CS_PRODUCT_COLUMNS_UPRIGHT 8

typedef struct
{
  int from, to;       /* numbers of the members, 0 when they are all there */
  gboolean last;      /* of the round's tables: it has the mean */
  GPtrArray *columns; /* (element-type CsProductColumn) */
  GPtrArray *lines;   /* (element-type CsProductLine) */
} CsProductPoints;

typedef struct
{
  int no;
  guint counted;      /* sheets */
  gboolean several;   /* there are other rounds */
  GPtrArray *tables;  /* (element-type CsProductPoints) */
  char *spread;       /* (nullable): in a sentence */
  GPtrArray *remarks; /* (element-type utf8): whose sheet is of an earlier round */
  GPtrArray *talks;   /* (element-type utf8): what the council said after it */
} CsProductRound;

typedef struct
{
  int star;
  char *no;
  char *title;
  int needed;
  char *have;
  char *reached_by; /* "4/5" */
  gboolean holds;
} CsProductMinimum;

/* A sheet that was taken back. */
typedef struct
{
  char *member;
  int scoring_round;
  char *what; /* "trả lại để sửa" */
  char *when;
  char *by;
  char *reason;
} CsProductEnded;

typedef struct
{
  CsPaperHead head;
  char *product;
  char *code;
  char *producer;
  char *producer_kind;
  char *address;
  int form_no;
  char *form_name;
  gboolean form_verified;
  char *form_note;
  char *kind;            /* of registration */
  GPtrArray *part_codes; /* (element-type utf8) */

  GPtrArray *members;    /* (element-type CsProductMember): columns of the tables, in their order */
  GPtrArray *rounds;     /* (element-type CsProductRound) */
  char *marks;           /* (nullable): what letters in the tables mean: "V: vắng; BT: bỏ trống" */
  GPtrArray *copies;     /* (element-type utf8): sheets that say the same, in sentences */
  GPtrArray *ended;      /* (element-type CsProductEnded) */
  GPtrArray *minima;     /* (element-type CsProductMinimum) */
  GPtrArray *grounds;    /* (element-type utf8): in sentences */
  char *quorum;          /* in a sentence */
  char *verdict;         /* (nullable): the reason of the stars */
  char *outcome;         /* what follows at this level */
  GPtrArray *robustness; /* (element-type utf8): in sentences */
  GPtrArray *history;    /* (element-type utf8): closings and reopenings, in sentences */
} CsProductSummary;

/* What templates may name of it. */
extern const CsField cs_product_summary_fields[];

/* What a summary is made of, beside its result. */
typedef struct
{
  const CsCouncil *council;
  const GPtrArray *sheets;        /* (element-type CsSheet): without those that were taken back */
  const GPtrArray *ended;         /* (element-type CsSheet) */
  const GPtrArray *discussions;   /* (element-type CsDiscussion) */
  const GPtrArray *closings;      /* (element-type CsClosing): oldest first */
  const CsRobustness *robustness; /* (nullable) */
} CsProductParts;

/**
 * cs_product_summary_new:
 * @result: of a closed product
 *
 * Returns: (transfer full): everything but the head
 */
CsProductSummary *cs_product_summary_new (const CsResult *result, const CsProductParts *parts);
void cs_product_summary_free (CsProductSummary *summary);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsProductSummary, cs_product_summary_free)

G_END_DECLS
