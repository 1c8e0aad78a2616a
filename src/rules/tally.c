/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/tally.h"

static int
points_of (const CsForm *form, const CsCriterion *criterion, const int *choices, guint *answered)
{
  int question = criterion->container ? -1 : cs_form_find (form, criterion->no);

  if (question < 0 || choices[question] == CS_CHOICE_OPEN)
    return 0;
  (*answered)++;
  return cs_criterion_points (criterion, choices[question]);
}

static int
add_section (const CsForm *form, const CsSection *section, const int *choices, guint *answered)
{
  int points = 0;

  for (guint c = 0; c < section->criteria->len; c++)
    points += points_of (form, g_ptr_array_index (section->criteria, c), choices, answered);
  return points;
}

CsTally
cs_tally (const CsForm *form, const int *choices)
{
  CsTally tally = { 0 };

  tally.questions = cs_form_n_questions (form);
  tally.n_parts = MIN (form->parts->len, CS_PARTS_MAX);
  for (guint p = 0; p < tally.n_parts; p++)
    {
      const CsPart *part = g_ptr_array_index (form->parts, p);

      for (guint s = 0; s < part->sections->len; s++)
        tally.parts[p] += add_section (form, g_ptr_array_index (part->sections, s), choices, &tally.answered);
      tally.total += tally.parts[p];
    }
  return tally;
}

int
cs_tally_section (const CsForm *form, const CsSection *section, const int *choices)
{
  guint answered = 0;

  return add_section (form, section, choices, &answered);
}
