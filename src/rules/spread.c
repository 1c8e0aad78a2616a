/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/spread.h"

#include "rules/tally.h"

static int
differ_in (const CsForm *form, const int *first, const int *second, guint question)
{
  const CsCriterion *criterion = cs_form_question (form, question);

  return ABS (cs_criterion_points (criterion, first[question])
              - cs_criterion_points (criterion, second[question]));
}

/* Keeps the widest differences, widest first; who comes later in the form stands after an equal one. */
static GArray *
widest_questions (const CsForm *form, const int *first, const int *second)
{
  GArray *questions = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint q = 0; q < cs_form_n_questions (form); q++)
    {
      int difference = differ_in (form, first, second, q);
      guint at = questions->len;

      if (difference == 0)
        continue;
      while (at > 0 && differ_in (form, first, second, g_array_index (questions, guint, at - 1)) < difference)
        at--;
      g_array_insert_val (questions, at, q);
      if (questions->len > CS_SPREAD_QUESTIONS)
        g_array_set_size (questions, CS_SPREAD_QUESTIONS);
    }
  return questions;
}

CsSpreadPair *
cs_spread_pair (const CsForm *form, const int *const *choices, guint n)
{
  g_autofree int *totals = g_new (int, n);
  guint first = 0, second = 0;
  int widest = 0;
  CsSpreadPair *pair;

  for (guint i = 0; i < n; i++)
    totals[i] = cs_tally (form, choices[i]).total;
  for (guint a = 0; a < n; a++)
    for (guint b = a + 1; b < n; b++)
      if (ABS (totals[a] - totals[b]) > widest)
        {
          widest = ABS (totals[a] - totals[b]);
          first = a;
          second = b;
        }
  if (widest == 0)
    return NULL;
  pair = g_new0 (CsSpreadPair, 1);
  pair->a = first;
  pair->b = second;
  pair->difference = widest;
  pair->questions = widest_questions (form, choices[first], choices[second]);
  return pair;
}

void
cs_spread_pair_free (CsSpreadPair *pair)
{
  if (pair == NULL)
    return;
  g_array_unref (pair->questions);
  g_free (pair);
}
