/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/verdict.h"

gboolean
cs_spread_exceeds (const CsCouncilRules *rules, int spread)
{
  return rules->spread_inclusive ? spread >= rules->spread_limit : spread > rules->spread_limit;
}

static void
add_totals (CsVerdict *verdict, const CsForm *form, const int *const *choices, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      CsTally tally = cs_tally (form, choices[i]);

      verdict->n_parts = tally.n_parts;
      for (guint p = 0; p < tally.n_parts; p++)
        verdict->part_sums[p] += tally.parts[p];
      verdict->sum += tally.total;
      verdict->lowest = i == 0 ? tally.total : MIN (verdict->lowest, tally.total);
      verdict->highest = i == 0 ? tally.total : MAX (verdict->highest, tally.total);
    }
  verdict->spread = verdict->highest - verdict->lowest;
  verdict->mean = cs_fraction (verdict->sum, n);
  for (guint p = 0; p < verdict->n_parts; p++)
    verdict->part_means[p] = cs_fraction (verdict->part_sums[p], n);
}

static gboolean
reaches (CsMinimumRule rule, const CsUnmet *minimum, guint n)
{
  switch (rule)
    {
    case CS_MINIMUM_MAJORITY:
      return 2 * minimum->reached_by > n;
    case CS_MINIMUM_EVERY:
      return minimum->reached_by == n;
    case CS_MINIMUM_MEAN:
    default:
      return cs_fraction_reaches (minimum->have, minimum->needed);
    }
}

static void
test_minima (CsVerdict *verdict, const CsForm *form, CsMinimumRule rule, const int *const *choices, guint n)
{
  gboolean holds = TRUE;

  for (int star = CS_STAR_MIN; star <= CS_STAR_MAX; star++)
    {
      for (guint q = 0; q < cs_form_n_questions (form); q++)
        {
          const CsCriterion *criterion = cs_form_question (form, q);
          CsUnmet minimum = { .star = star, .question = q, .needed = cs_criterion_needed (criterion, star) };
          int sum = 0;

          if (minimum.needed == 0)
            continue;
          for (guint i = 0; i < n; i++)
            {
              int points = cs_criterion_points (criterion, choices[i][q]);

              sum += points;
              minimum.reached_by += points >= minimum.needed;
            }
          minimum.have = cs_fraction (sum, n);
          if (!reaches (rule, &minimum, n))
            {
              holds = FALSE; /* minima add up: 5 stars need those of 3 and 4 as well */
              g_array_append_val (verdict->unmet, minimum);
            }
        }
      verdict->minima[star] = holds;
    }
}

CsVerdict *
cs_verdict_new (const CsRegulation *regulation,
                const CsForm *form,
                const CsCouncilRules *rules,
                const int *const *choices,
                guint n,
                gboolean eliminated)
{
  CsVerdict *verdict;
  int highest = CS_STAR_MIN - 1;

  g_return_val_if_fail (n >= 1, NULL);
  verdict = g_new0 (CsVerdict, 1);
  verdict->counted = n;
  verdict->eliminated = eliminated;
  verdict->unmet = g_array_new (FALSE, FALSE, sizeof (CsUnmet));
  add_totals (verdict, form, choices, n);
  verdict->spread_exceeded = n > 1 && cs_spread_exceeds (rules, verdict->spread);
  verdict->band = cs_regulation_band_of (regulation, verdict->mean);
  test_minima (verdict, form, rules->minimum_rule, choices, n);
  for (int star = CS_STAR_MIN; star <= CS_STAR_MAX; star++)
    if (verdict->minima[star])
      highest = star;
  verdict->stars = eliminated ? 0 : cs_regulation_star_up_to (regulation, MIN (verdict->band, highest));
  return verdict;
}

void
cs_verdict_free (CsVerdict *verdict)
{
  if (verdict == NULL)
    return;
  g_array_unref (verdict->unmet);
  g_free (verdict);
}

const CsUnmet *
cs_verdict_find_unmet (const CsVerdict *verdict, int star, guint question)
{
  for (guint i = 0; i < verdict->unmet->len; i++)
    {
      const CsUnmet *unmet = &g_array_index (verdict->unmet, CsUnmet, i);

      if (unmet->star == star && unmet->question == question)
        return unmet;
    }
  return NULL;
}

const CsUnmet *
cs_verdict_limit (const CsVerdict *verdict)
{
  if (verdict->eliminated || verdict->stars >= verdict->band || verdict->unmet->len == 0)
    return NULL;
  return &g_array_index (verdict->unmet, CsUnmet, 0);
}

/* The choice that reaches most points; printed order decides nothing. */
static int
best_choice (const CsCriterion *criterion)
{
  int best = cs_criterion_prints_zero (criterion) ? 1 : CS_CHOICE_NONE;

  for (guint i = 1; i <= criterion->options->len; i++)
    if (cs_criterion_points (criterion, (int) i) > cs_criterion_points (criterion, best))
      best = (int) i;
  return best;
}

int
cs_verdict_best (const CsRegulation *regulation,
                 const CsForm *form,
                 const CsCouncilRules *rules,
                 const int *choices)
{
  guint n = cs_form_n_questions (form);
  g_autofree int *filled = g_new (int, n);
  const int *sheets[1] = { filled };
  g_autoptr (CsVerdict) verdict = NULL;

  for (guint i = 0; i < n; i++)
    filled[i] = choices[i] != CS_CHOICE_OPEN ? choices[i] : best_choice (cs_form_question (form, i));
  verdict = cs_verdict_new (regulation, form, rules, sheets, 1, FALSE);
  return verdict->stars;
}
