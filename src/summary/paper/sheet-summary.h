/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ground.h"
#include "model/sheet.h"
#include "summary/paper/paper-head.h"

G_BEGIN_DECLS

/* One member's sheet for one product, or the empty form for it, as plain rows. Whoever fills it computes;
 * whoever shows it only lays out. Every string is owned and Vietnamese where people read it. */

typedef enum
{
  CS_SHEET_BLANK,     /* an empty form, to be filled by hand */
  CS_SHEET_DRAFT,     /* not submitted: no seal */
  CS_SHEET_SUBMITTED, /* sealed */
  CS_SHEET_ENDED,     /* returned or moved: kept, but it does not count */
} CsSheetStanding;

typedef struct
{
  char *label;
  int points;
  int min_star;     /* 0, or the star for which it is the least */
  char *case_title; /* (nullable): heads this option and those after it */
  gboolean chosen;
} CsSheetOption;

typedef struct
{
  char *text;
  char *detail; /* (nullable): who raised it and what became of it */
  gboolean ticked;
} CsSheetGround;

typedef enum
{
  CS_SHEET_LINE_PART,
  CS_SHEET_LINE_SECTION,
  CS_SHEET_LINE_HEADING, /* a criterion that only heads others */
  CS_SHEET_LINE_CRITERION,
} CsSheetLineKind;

typedef struct
{
  CsSheetLineKind kind;
  char *no;
  char *title;
  char *help;        /* "" when the form prints none */
  char *source_note; /* "" or an oddity of the printed form */
  int max;
  int min_star;       /* 0, or the star for which any scoring option is the least */
  GPtrArray *options; /* (element-type CsSheetOption): "none applies" is the last where it is offered */
  GPtrArray *grounds; /* (element-type CsSheetGround): found in this criterion */
  gboolean open;      /* a criterion without an answer, on a sheet that is not blank */
  gboolean has_points;
  int points; /* of the answer, or the sum of what is answered below */
  char *note; /* (nullable): the member's */
} CsSheetLine;

typedef struct
{
  CsPaperHead head;
  CsSheetStanding standing;

  char *product;
  char *code;
  char *producer;
  char *producer_kind;
  char *address;
  char *phone;

  int form_no;
  char *form_name;
  gboolean form_verified; /* FALSE: the transcription does not add up; the paper says so */
  char *form_note;        /* "" or what is odd about the form */

  char *member; /* (nullable): name; NULL: written in by hand */
  char *role;   /* (nullable) */
  char *organisation;

  int scoring_round; /* 0: written in by hand */
  char *submitted;   /* (nullable): moment, for people */
  char *signed_on;   /* (nullable): ISO day */
  char *seal;        /* (nullable): 64 hexadecimal digits */
  char *origin;      /* (nullable): who typed and who checked a sheet from paper */
  char *end;         /* (nullable): "ĐÃ TRẢ LẠI" */
  char *end_detail;  /* (nullable): when, by whom, why */

  GPtrArray *grounds; /* (element-type CsSheetGround): on the whole dossier */
  GPtrArray *lines;   /* (element-type CsSheetLine) */
  gboolean has_total;
  int total;
  int total_max;
  char *open; /* (nullable): numbers of the open criteria, with commas between */
} CsSheetSummary;

/* What templates may name of it. */
extern const CsField cs_sheet_summary_fields[];

CsSheetSummary *cs_sheet_summary_new (void);
void cs_sheet_summary_free (CsSheetSummary *summary);

/**
 * cs_sheet_summary_fill:
 * @sheet: (nullable): NULL gives the empty form
 * @findings: (nullable) (element-type CsGround): of the product; those that were dismissed are passed over
 *
 * Fills everything that follows from form and sheet: @summary's rows, sums, standing, origin and end.
 */
void cs_sheet_summary_fill (CsSheetSummary *summary,
                            const CsForm *form,
                            const CsSheet *sheet,
                            const GPtrArray *grounds);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsSheetSummary, cs_sheet_summary_free)

G_END_DECLS
