/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "summary/words/verdict-text.h"

#include "base/error.h"
#include "base/date.h"
#include "rules/level-powers.h"
#include "summary/words/formats.h"
#include "summary/paper/paper-text.h"

#include <glib/gi18n-lib.h>

char *
cs_decimal_text (const CsRegulation *regulation, CsFraction value)
{
  return cs_decimal_shown (cs_regulation_decimal (regulation, value));
}

char *
cs_decimal_shown (char *text)
{
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
points_text (const CsRegulation *regulation, CsFraction value, gboolean paper)
{
  if (value.den == 1)
    return cs_fraction_to_exact (value);
  return paper ? cs_paper_decimal (regulation, value) : cs_decimal_text (regulation, value);
}

static char *
limit_text (const CsForm *form, const CsVerdict *verdict, const CsUnmet *limit, gboolean paper)
{
  const CsCriterion *criterion = cs_form_question (form, limit->question);
  char *decimal = limit->have.den == 1 ? cs_fraction_to_exact (limit->have)
                                       : cs_fraction_to_decimal (limit->have, &limit->needed, 1);
  g_autofree char *have = paper ? g_strdelimit (decimal, ".", ',') : cs_decimal_shown (decimal);

  if (verdict->counted == 1)
    /* Translators: criterion number, points it has, points it needs */
    return g_strdup_printf (CS_PAPER_WORDS (paper, _ ("%s has %s and needs %d"),
                                            "tiêu chí %s được %s điểm, cần %d"),
                            criterion->no, have, limit->needed);
  return g_strdup_printf (CS_PAPER_WORDS (paper, _ ("%s has a mean of %s and needs %d"),
                                          "tiêu chí %s có điểm trung bình %s, cần %d"),
                          criterion->no, have, limit->needed);
}

static char *
sentence (const CsRegulation *regulation, const CsForm *form, const CsVerdict *verdict, gboolean paper)
{
  g_autofree char *mean = points_text (regulation, verdict->mean, paper);
  const CsUnmet *limit = cs_verdict_limit (verdict);
  g_autofree char *why = NULL;

  if (verdict->eliminated)
    return g_strdup_printf (CS_PAPER_WORDS (paper, _ ("%s points, but eliminated: no stars"),
                                            "%s điểm nhưng bị loại: không được hạng sao"),
                            mean);
  if (limit == NULL)
    return g_strdup_printf (CS_PAPER_WORDS (paper, _ ("%s points: %d stars"), "%s điểm: %d sao"), mean,
                            verdict->stars);
  why = limit_text (form, verdict, limit, paper);
  /* Translators: points; stars by points; stars in the end; the minimum that is missing */
  return g_strdup_printf (CS_PAPER_WORDS (paper,
                                          _ ("%s points: band of %d stars; held at %d stars because %s"),
                                          "%s điểm: khung %d sao; chỉ được %d sao vì %s"),
                          mean, verdict->band, verdict->stars, why);
}

char *
cs_verdict_sentence (const CsRegulation *regulation, const CsForm *form, const CsVerdict *verdict)
{
  return sentence (regulation, form, verdict, FALSE);
}

char *
cs_verdict_sentence_on_paper (const CsRegulation *regulation, const CsForm *form, const CsVerdict *verdict)
{
  return sentence (regulation, form, verdict, TRUE);
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

/* By whom the stars are decided. */
static char *
decision_text (const CsResult *result)
{
  int stars = result->verdict->stars;
  const CsLevel *decides;
  g_autofree char *day = NULL;

  if (result->dossier->recognised_on != NULL)
    {
      day = cs_date_to_display (result->dossier->recognised_on);
      /* Translators: stars, day of the decision */
      return g_strdup_printf (_ ("%d stars were recognised by the decision of %s."), stars, day);
    }
  if (result->dossier->withdrawn_on != NULL)
    {
      day = cs_date_to_display (result->dossier->withdrawn_on);
      return g_strdup_printf (_ ("%d stars were recognised, and the recognition was withdrawn on %s."), stars,
                              day);
    }
  if (result->recognised_here)
    return g_strdup_printf (_ ("This level recognises %d stars itself: the decision can be made."), stars);
  if (stars < CS_STAR_MIN)
    return g_strdup_printf (_ ("Fewer than %d stars bring no decision and no certificate."), CS_STAR_MIN);
  decides = cs_regulation_deciding_level (result->regulation, stars);
  if (decides == NULL)
    return g_strdup_printf (_ ("No level decides on %d stars."), stars);
  /* Translators: stars, name of a level like "District" */
  return g_strdup_printf (_ ("On %d stars decides the level “%s”: they are proposed to it."), stars,
                          cs_format_level (decides));
}

char *
cs_outcome_sentence (const CsResult *result)
{
  g_autofree char *decision = NULL;
  const char *further;

  g_return_val_if_fail (result->verdict != NULL, NULL);

  if (result->dossier->rehearsal)
    return g_strdup (_ ("A rehearsal: nothing follows from it, and it counts nowhere."));
  if (result->eliminated)
    return g_strdup (_ ("Nothing is recognised and nothing is sent up. The producer is told the ground."));
  decision = decision_text (result);
  further = result->forwarded ? _ ("The dossier goes up to the next level, and the producer is told.")
                              : _ ("The producer is told the result.");
  return g_strdup_printf ("%s %s", decision, further);
}

char *
cs_changed_sentence (const CsResult *result)
{
  if (*result->changed == '\0')
    return g_strdup (_ ("The closing was changed outside the program: there is no verdict of it."));
  /* Translators: names of members */
  return g_strdup_printf (
      _ ("The sealed sheet of %s was changed outside the program: there is no verdict of it."),
      result->changed);
}

gboolean
cs_result_is_sealed (const CsResult *result, GError **error)
{
  g_autofree char *sentence = result->changed != NULL ? cs_changed_sentence (result) : NULL;

  if (sentence != NULL)
    g_set_error (error, CS_ERROR, CS_ERROR_CORRUPT,
                 _ ("%s: %s Restore a backup copy, or look at what “audit” tells."), result->dossier->code,
                 sentence);
  return sentence == NULL;
}
