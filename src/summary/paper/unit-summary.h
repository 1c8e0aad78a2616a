/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "summary/paper/paper-head.h"

G_BEGIN_DECLS

/* The results of one unit in one round as plain rows: one source for paper, screen, command line and
 * spreadsheet. Whoever fills it computes; whoever shows it only lays out. Every string is owned by the
 * struct, may be NULL when nothing is known, and is Vietnamese where people read it. */

#define CS_STARS_OPEN (-1) /* the product is not closed: nobody may see a figure yet */

typedef struct
{
  int no;        /* on the paper, from 1; set by cs_unit_summary_count() */
  char *unit;    /* (nullable): name of the unit below that it belongs to, where the paper tells them apart */
  char *code;    /* "84-842-29236-1-2024" */
  char *product; /* its name */
  char *producer;      /* its name */
  char *producer_kind; /* "Hợp tác xã" */
  char *address;
  int form_no;
  char *form_name;
  gboolean form_verified; /* FALSE: the transcription of the form does not add up; the paper marks it */
  char *kind;             /* of registration: "Lần đầu" */
  char *parts[3];         /* means of A, B, C: decimal text as of cs_fraction_to_decimal() */
  char *total;            /* mean of the totals, likewise */
  int spread;             /* between the highest and the lowest total, points */
  char *minima;           /* "Đạt", or which minimum is missing */
  int stars;              /* 0 (none) to 5; CS_STARS_OPEN: the paper shows no figure whatever stands above */
  gboolean begun;         /* there is a sheet */
  char *changed;          /* (nullable): why a closed product has no result: open, with this in its place */
  gboolean rounded;       /* the means as they are printed do not add up to their total */
  gboolean forwarded;     /* proposed to the level above */
  char *proposal;         /* "Công nhận 3 sao", "Chuyển cấp tỉnh" */
  char *note;
} CsUnitSummaryRow;

/* Products by how far they came. */
typedef struct
{
  int registered;
  int scored;      /* closed */
  int by_stars[6]; /* closed products by star, 0 to 5 */
  int forwarded;   /* proposed to the level above */
} CsUnitSummaryCount;

/* The rows of one unit below. */
typedef struct
{
  char *unit;      /* "" where the paper tells no units apart */
  GPtrArray *rows; /* (element-type CsUnitSummaryRow) (not owned) */
  CsUnitSummaryCount count;
} CsUnitSummaryGroup;

typedef struct
{
  CsPaperHead head;

  GPtrArray *rows; /* (element-type CsUnitSummaryRow), in the order of the paper */

  GPtrArray *groups; /* (element-type CsUnitSummaryGroup): the same rows by unit */
  CsUnitSummaryCount count;
} CsUnitSummary;

CsUnitSummary *cs_unit_summary_new (void);
void cs_unit_summary_free (CsUnitSummary *summary);

/* Returns: (transfer none): a new row at the end, with form_verified TRUE and stars CS_STARS_OPEN. */
CsUnitSummaryRow *cs_unit_summary_add_row (CsUnitSummary *summary);

/* Puts the rows into groups, numbers and counts them; to be called when all are there. */
void cs_unit_summary_count (CsUnitSummary *summary);

/* What a template may name of a row: what CsDossierRow knows as well bears the same name there. */
extern const CsField cs_unit_summary_row_fields[];

/* What a template of this paper may name. */
extern const CsField cs_unit_summary_fields[];

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsUnitSummary, cs_unit_summary_free)

G_END_DECLS
