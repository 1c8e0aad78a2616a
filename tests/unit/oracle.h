/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A second opinion on what a decision says: read from the XML text by a walk of its own and judged by plain
 * loops. It knows nothing of src/model, src/rules or src/exchange, and is slow on purpose. */

#define ORACLE_OPTIONS   24
#define ORACLE_QUESTIONS 120
#define ORACLE_FORMS     26
#define ORACLE_PARTS     8

typedef struct
{
  char no[16];
  int part;
  int n_options;
  int points[ORACLE_OPTIONS];   /* in printed order */
  int min_star[ORACLE_OPTIONS]; /* 0: not marked */
  int whole;                    /* 0, or the star for which any scoring option is enough */
  gboolean prints_zero;
} OracleQuestion;

typedef struct
{
  int no;
  int n_parts;
  char parts[ORACLE_PARTS][8];
  int n_questions;
  OracleQuestion questions[ORACLE_QUESTIONS];
} OracleForm;

typedef struct
{
  int n_bands;
  int band_stars[8];
  int band_from[8];
  int n_forms;
  OracleForm forms[ORACLE_FORMS];
} Oracle;

typedef enum
{
  ORACLE_MEAN,
  ORACLE_MAJORITY,
  ORACLE_EVERY,
} OracleRule;

typedef struct
{
  int sum;
  int part_sums[ORACLE_PARTS];
  int lowest;
  int highest;
  int band;
  gboolean minima[6]; /* cumulative, from 3 */
  int n_unmet;
  int stars;
} OracleVerdict;

/* Returns: (transfer full): what data/regulations/@id.xml says. */
Oracle *oracle_read (const char *id);

/* Points of choice @choice (0: none applies) of @question. */
int oracle_points (const OracleQuestion *question, int choice);

/* Returns: a choice that the question offers. */
int oracle_random_choice (const OracleQuestion *question);

/* Draws the answers of one sheet with a bias from -100 (the worst) to 100 (the best), so that every star
 * comes up, not only those of the middle. */
void oracle_draw_sheet (const OracleForm *form, int bias, int *choices);

/* Changes answers of the @n sheets until they add up to exactly @wanted. */
void oracle_climb_to (const OracleForm *form, int **sheets, int n, int wanted);

/* Returns: the points that @question must reach for exactly @star, 0 for none. */
int oracle_needed (const OracleQuestion *question, int star);

/* Do the @n members' answers to question @q reach @needed by @rule? */
gboolean oracle_reaches (const OracleForm *form, OracleRule rule, int **sheets, int n, int q, int needed);

OracleVerdict oracle_judge (
    const Oracle *oracle, const OracleForm *form, OracleRule rule, int **sheets, int n, gboolean eliminated);

G_END_DECLS
