/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/fraction.h"
#include "model/form.h"

G_BEGIN_DECLS

/* A decision of the Prime Minister as data: who evaluates, which points make which star, which papers, which
 * forms. Code never asks which decision it is. Built once, refcounted, then never changed. */

typedef struct
{
  int stars;
  int from; /* points: the mean must reach this */
} CsBand;

typedef struct
{
  char *id;   /* "district" */
  char *name; /* Vietnamese */
  char *name_en;
  char *unit_kind;                      /* kind of unit that sits at this level */
  gboolean recognises[CS_STAR_MAX + 1]; /* by star */
  int forward_from; /* -1: sends nothing up; else the mean that must be reached (0: everything) */
} CsLevel;

typedef struct
{
  char *id; /* "district-1" */
  char *level;
  int no;
  int month;       /* finished in this month */
  char *submit_by; /* (nullable) "04-30": dossiers proposed before, month-day */
  char *finish_by; /* (nullable) "06-30" */
} CsRound;

typedef struct
{
  char *id; /* "food-safety" */
  char *title;
  char *title_en;
  gboolean required;
  gboolean expires;      /* carries an expiry date */
  gboolean physical;     /* a thing (samples): noted, without a file */
  char *except_industry; /* (nullable): not asked for dossiers of forms of this industry */
} CsEvidenceKind;

/* Which value of a criterion is held against a minimum; a council's own working regulation decides. */
typedef enum
{
  CS_MINIMUM_MEAN,     /* the members' mean reaches it */
  CS_MINIMUM_MAJORITY, /* more than half of the members reach it */
  CS_MINIMUM_EVERY,    /* every member reaches it */
} CsMinimumRule;

/* Whose presence a quorum needs beside the number. */
typedef enum
{
  CS_PRESENCE_NONE,
  CS_PRESENCE_LEADER, /* the chair or the authorised vice-chair */
  CS_PRESENCE_CHAIR,  /* the chair; the vice-chair where the chair may not take part */
} CsPresence;

typedef struct
{
  CsFraction quorum; /* of the scoring members, 3/4 */
  CsPresence presence;
  int spread_limit;          /* points between the highest and the lowest total */
  gboolean spread_inclusive; /* TRUE: the limit itself is already too much (>=), FALSE: only more (>) */
  CsMinimumRule minimum_rule;
  gboolean leave_out_former; /* sheets of members who left do not count for what is still open */
  gboolean written;          /* written opinions instead of a meeting */
} CsCouncilRules;

typedef struct
{
  char *id;
  char *number; /* "148/QĐ-TTg" */
  char *title;
  char *date;         /* ISO */
  char *valid_from;   /* ISO */
  char *valid_to;     /* (nullable) ISO */
  char *code_pattern; /* "{province}-{district}-{commune}-{serial}-{year}" */
  int certificate_months;
  int renewal_from_days; /* a renewal is filed not earlier than this before the end */
  int renewal_to_days;   /* and not later than this */
  int extension_days;    /* how many days after its end a certificate stays valid while a late application is
                            decided; 0: none */
  CsCouncilRules council;
  GPtrArray *bands;          /* (element-type CsBand), highest first */
  GPtrArray *levels;         /* (element-type CsLevel), lowest first */
  GPtrArray *rounds;         /* (element-type CsRound) */
  GPtrArray *evidence_kinds; /* (element-type CsEvidenceKind) */
  GPtrArray *forms;          /* (element-type CsForm), by number */
} CsRegulation;

CsRegulation *cs_regulation_new (void);
CsRegulation *cs_regulation_ref (CsRegulation *regulation);
void cs_regulation_unref (CsRegulation *regulation);
CsLevel *cs_regulation_add_level (CsRegulation *regulation, const char *id);
CsBand *cs_regulation_add_band (CsRegulation *regulation, int stars, int from);
CsEvidenceKind *cs_regulation_add_evidence_kind (CsRegulation *regulation, const char *id);

/* For regulations and plans alike. */
CsRound *cs_round_new (const char *id);
void cs_round_free (CsRound *round);

/* Lookups; (transfer none) (nullable). */
const CsForm *cs_regulation_form (const CsRegulation *regulation, int no);
const CsLevel *cs_regulation_level (const CsRegulation *regulation, const char *id);
const CsLevel *cs_regulation_level_of_unit_kind (const CsRegulation *regulation, const char *unit_kind);
const CsEvidenceKind *cs_regulation_evidence_kind (const CsRegulation *regulation, const char *id);

/* Returns: whether papers of @kind are asked for dossiers of @form. */
gboolean cs_evidence_kind_applies (const CsEvidenceKind *kind, const CsForm *form);

/* Returns: the star of the band that @mean falls in, 0 below all. Exact. */
int cs_regulation_band_of (const CsRegulation *regulation, CsFraction mean);

/* Returns: the most stars of a band that are not more than @most: a star that no band names is never awarded;
 * 0: none. */
int cs_regulation_star_up_to (const CsRegulation *regulation, int most);

/* Returns: (transfer full): the mean of totals in points, "78.20", with as many decimals as it takes not to
 * show a number on the other side of a band's border. */
char *cs_regulation_decimal (const CsRegulation *regulation, CsFraction mean);

/* "mean", "majority", "every". cs_minimum_rule_parse() returns FALSE for other text. */
const char *cs_minimum_rule_to_text (CsMinimumRule rule);
gboolean cs_minimum_rule_parse (const char *text, CsMinimumRule *rule);

const char *cs_presence_to_text (CsPresence presence); /* "none", "leader", "chair" */
gboolean cs_presence_parse (const char *text, CsPresence *presence);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsRegulation, cs_regulation_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsRound, cs_round_free)

G_END_DECLS
