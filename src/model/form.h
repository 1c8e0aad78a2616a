/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What papers and lists have columns for: A, B and C. A form of more parts is refused, see
 * regulation-check.h. */
#define CS_FORM_PARTS_MAX 3

/* A scoring form as a decision prints it: part, section, criterion, option. Built once, then never changed.
 */

/* What a member chose in a criterion. An option is its number in the printed order, from 1. */
#define CS_CHOICE_OPEN (-1) /* not answered yet; never counts as zero */
#define CS_CHOICE_NONE 0    /* "none applies", 0 points: an answer */

#define CS_STAR_MIN 3 /* the lowest star a minimum can be printed for */
#define CS_STAR_MAX 5

typedef struct
{
  int points;
  int min_star;     /* 0, or the star (3 to 5) for which this option is the least */
  int case_no;      /* 0, or the number of the case (tourism: community or single owner) it belongs to */
  char *case_title; /* (nullable) */
  char *label;
} CsOption;

typedef struct
{
  char *no; /* "1.5", unique in the form */
  char *title;
  char *help; /* "" when the form prints none */
  char *note; /* "" or an oddity of the printed source, shown beside the criterion */
  int max;
  gboolean container;    /* a heading without points; never answered */
  gboolean yes_no;       /* printed as a single box */
  int min_star_whole;    /* 0, or the star for which any scoring option is the least */
  char *parent;          /* (nullable): no of the container it stands under */
  char *papers;          /* "" or ids of the regulation's paper kinds, separated by spaces */
  GPtrArray *eliminates; /* (element-type utf8): grounds found in this criterion */
  GPtrArray *options;    /* (element-type CsOption) */
} CsCriterion;

typedef struct
{
  char *no;
  char *title;
  int max;
  GPtrArray *criteria; /* (element-type CsCriterion) */
} CsSection;

typedef struct
{
  char *code; /* "A" */
  char *title;
  int max;
  GPtrArray *sections; /* (element-type CsSection) */
} CsPart;

typedef struct
{
  int no;
  char *name;
  char *industry;
  char *group;
  gboolean verified;       /* FALSE: the transcription does not add up; every screen and paper says so */
  char *note;              /* what does not add up, or an oddity of the source */
  GPtrArray *ministries;   /* (element-type utf8) */
  GPtrArray *eliminations; /* (element-type utf8): grounds on the whole dossier */
  GPtrArray *parts;        /* (element-type CsPart) */
  GPtrArray
      *questions; /* (element-type CsCriterion) (not owned): what is answered, in printed order; by seal() */
} CsForm;

/* For the readers that build a form. Every string is owned and not NULL unless told otherwise. */
CsForm *cs_form_new (int no);
CsPart *cs_form_add_part (CsForm *form, const char *code, int max);
CsSection *cs_part_add_section (CsPart *part, const char *no, int max);
CsCriterion *cs_section_add_criterion (CsSection *section, const char *no, int max);
CsOption *cs_criterion_add_option (CsCriterion *criterion, int points);
void cs_form_seal (CsForm *form); /* makes @questions; call once when all is added */
void cs_form_free (CsForm *form);

/* Returns: how many criteria are answered (containers are not). */
guint cs_form_n_questions (const CsForm *form);

/* Returns: (transfer none): the @i-th question. */
const CsCriterion *cs_form_question (const CsForm *form, guint i);

/* Returns: index of criterion @no among the questions, or -1. */
int cs_form_find (const CsForm *form, const char *no);

/* Returns: (transfer none) (nullable): the part or section that question @i stands in. */
const CsPart *cs_form_part_of (const CsForm *form, guint i);
const CsSection *cs_form_section_of (const CsForm *form, guint i);

/* Returns: (transfer none) (nullable): the only criterion of @section when it bears the section's own number:
 * the forms print the two as one. */
const CsCriterion *cs_section_sole_criterion (const CsSection *section);

/* cs_criterion_prints_zero: does the form print an option of 0 points? Where it does not, "none applies" is
 * offered. */
gboolean cs_criterion_prints_zero (const CsCriterion *criterion);

/* Returns: whether @choice is an answer that this criterion offers. */
gboolean cs_criterion_accepts (const CsCriterion *criterion, int choice);

/* Returns: points of @choice, 0 for CS_CHOICE_NONE; @choice must be accepted. */
int cs_criterion_points (const CsCriterion *criterion, int choice);

/**
 * cs_criterion_needed:
 * @star: 3 to 5
 *
 * Returns: the points which the minimum for exactly @star asks for in this criterion, or 0 when there is none
 */
int cs_criterion_needed (const CsCriterion *criterion, int star);

/* Returns: the only option number worth @points, 0 for none-applies, or -1 when none or several are. */
int cs_criterion_option_of_points (const CsCriterion *criterion, int points);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsForm, cs_form_free)

G_END_DECLS
