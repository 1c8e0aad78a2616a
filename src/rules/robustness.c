/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/robustness.h"

/* The sheets as they are asked about: pointers that may be left out, and a copy of one sheet that may be
 * changed. */
typedef struct
{
  const CsRegulation *regulation;
  const CsForm *form;
  const CsCouncilRules *rules;
  const int **sheets; /* (array length=n) */
  guint n;
  int stars; /* as decided */
} Trial;

/* Nothing is reckoned here but by the rule itself, so that both can never differ. */
static int
stars_of (const Trial *trial, guint n)
{
  g_autoptr (CsVerdict) verdict =
      cs_verdict_new (trial->regulation, trial->form, trial->rules, trial->sheets, n, FALSE);

  return verdict->stars;
}

static void
leave_out_each (const Trial *trial, GArray *without)
{
  guint last = trial->n - 1;

  for (guint i = 0; i < trial->n && trial->n > 1; i++)
    {
      const int *sheet = trial->sheets[i];
      CsLeftOut left_out = { .sheet = i };

      trial->sheets[i] = trial->sheets[last]; /* a verdict knows no order */
      left_out.stars = stars_of (trial, last);
      trial->sheets[i] = sheet;
      if (left_out.stars != trial->stars)
        g_array_append_val (without, left_out);
    }
}

/* @changed: the copy of sheet @i among the sheets of @trial */
static void
try_answers (const Trial *trial, CsRobustness *robustness, guint i, guint question, int *changed)
{
  const CsCriterion *criterion = cs_form_question (trial->form, question);
  int given = changed[question];

  for (int choice = CS_CHOICE_NONE; choice <= (int) criterion->options->len; choice++)
    {
      CsOneAnswer answer = { .possible = TRUE, .sheet = i, .question = question, .choice = choice };
      CsOneAnswer *best;

      if (!cs_criterion_accepts (criterion, choice))
        continue;
      answer.points = cs_criterion_points (criterion, choice) - cs_criterion_points (criterion, given);
      /* more points never cost a star, by any rule: of the two only one can come of it */
      best = answer.points > 0 ? &robustness->up : &robustness->down;
      if (answer.points == 0 || (best->possible && ABS (answer.points) >= ABS (best->points)))
        continue;
      changed[question] = choice;
      answer.stars = stars_of (trial, trial->n);
      if (answer.stars != trial->stars)
        *best = answer;
    }
  changed[question] = given;
}

static void
change_each (const Trial *trial, CsRobustness *robustness)
{
  guint n_questions = cs_form_n_questions (trial->form);
  g_autofree int *changed = g_new (int, n_questions);

  for (guint i = 0; i < trial->n; i++)
    {
      const int *sheet = trial->sheets[i];

      for (guint q = 0; q < n_questions; q++)
        changed[q] = sheet[q];
      trial->sheets[i] = changed;
      for (guint q = 0; q < n_questions; q++)
        try_answers (trial, robustness, i, q, changed);
      trial->sheets[i] = sheet;
    }
}

CsRobustness *
cs_robustness_new (const CsRegulation *regulation,
                   const CsForm *form,
                   const CsCouncilRules *rules,
                   const int *const *choices,
                   guint n,
                   gboolean eliminated)
{
  CsRobustness *robustness;
  g_autofree const int **sheets = NULL;
  Trial trial = { .regulation = regulation, .form = form, .rules = rules, .n = n };

  g_return_val_if_fail (n >= 1, NULL);
  robustness = g_new0 (CsRobustness, 1);
  robustness->without = g_array_new (FALSE, FALSE, sizeof (CsLeftOut));
  if (!eliminated)
    {
      sheets = g_new (const int *, n);
      for (guint i = 0; i < n; i++)
        sheets[i] = choices[i];
      trial.sheets = sheets;
      trial.stars = stars_of (&trial, n);
      leave_out_each (&trial, robustness->without);
      change_each (&trial, robustness);
    }
  robustness->stable =
      robustness->without->len == 0 && !robustness->up.possible && !robustness->down.possible;
  return robustness;
}

void
cs_robustness_free (CsRobustness *robustness)
{
  if (robustness == NULL)
    return;
  g_array_unref (robustness->without);
  g_free (robustness);
}
