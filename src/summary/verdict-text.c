/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "summary/verdict-text.h"

#include <glib/gi18n-lib.h>

char *
cs_decimal_text (const CsRegulation *regulation, CsFraction value)
{
  int borders[8];
  guint n = cs_regulation_borders (regulation, borders);
  char *text = cs_fraction_to_decimal (value, borders, n);
  /* Translators: the decimal sign of your language */
  const char *sign = C_ ("decimal sign", ".");

  for (char *p = text; *p != '\0'; p++)
    if (*p == '.')
      *p = *sign;
  return text;
}

char *
cs_stars_text (int stars)
{
  GString *text = g_string_new (NULL);

  for (int i = 0; i < stars; i++)
    g_string_append (text, "★");
  return g_string_free (text, FALSE);
}

static char *
points_text (const CsRegulation *regulation, CsFraction value)
{
  if (value.den == 1)
    return cs_fraction_to_exact (value);
  return cs_decimal_text (regulation, value);
}

static char *
limit_text (const CsForm *form, const CsVerdict *verdict, const CsUnmet *limit)
{
  const CsCriterion *criterion = cs_form_question (form, limit->question);
  g_autofree char *have = cs_fraction_to_exact (limit->have);

  if (verdict->counted == 1)
    /* Translators: criterion number, points it has, points it needs: "1.5 has only 1/2" */
    return g_strdup_printf (_ ("%s has only %s/%d"), criterion->no, have, limit->needed);
  return g_strdup_printf (_ ("%s has a mean of %s and needs %d"), criterion->no, have, limit->needed);
}

char *
cs_verdict_sentence (const CsRegulation *regulation, const CsForm *form, const CsVerdict *verdict)
{
  g_autofree char *mean = points_text (regulation, verdict->mean);
  const CsUnmet *limit = cs_verdict_limit (verdict);
  g_autofree char *why = NULL;

  if (verdict->eliminated)
    return g_strdup_printf (_ ("%s points, but eliminated: no stars"), mean);
  if (limit == NULL)
    return g_strdup_printf (_ ("%s points: %d stars"), mean, verdict->stars);
  why = limit_text (form, verdict, limit);
  /* Translators: points; stars by points; stars in the end; the minimum that is missing */
  return g_strdup_printf (_ ("%s points: band of %d stars; held at %d stars because %s"), mean, verdict->band,
                          verdict->stars, why);
}

char *
cs_sheet_sentence (const CsRegulation *regulation,
                   const CsForm *form,
                   const CsCouncilRules *rules,
                   const int *choices)
{
  CsTally tally = cs_tally (form, choices);
  guint open = tally.questions - tally.answered;
  g_autoptr (CsVerdict) verdict = NULL;
  const int *sheets[1] = { choices };

  if (open > 0)
    {
      int best = cs_verdict_best (regulation, form, rules, choices);
      g_autofree char *left =
          g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u criterion open", "%u criteria open", open),
                           open);

      /* Translators: points so far; "12 criteria open"; stars that can still be reached */
      return g_strdup_printf (_ ("%d points so far, %s; up to %d stars can still be reached"), tally.total,
                              left, best);
    }
  verdict = cs_verdict_new (regulation, form, rules, sheets, 1, FALSE);
  return cs_verdict_sentence (regulation, form, verdict);
}
