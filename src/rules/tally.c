/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/tally.h"

/* @question: (inout): the first question of the section, then the first after it: they come in printed order
 */
static int
add_section (
    const CsForm *form, const CsSection *section, const int *choices, guint *question, guint *answered)
{
  int points = 0;

  for (guint c = 0; c < section->criteria->len; c++)
    {
      const CsCriterion *criterion = g_ptr_array_index (section->criteria, c);
      int choice;

      if (criterion->container)
        continue;
      g_assert (cs_form_question (form, *question) == criterion);
      choice = choices[(*question)++];
      if (choice == CS_CHOICE_OPEN)
        continue;
      (*answered)++;
      points += cs_criterion_points (criterion, choice);
    }
  return points;
}

CsTally
cs_tally (const CsForm *form, const int *choices)
{
  CsTally tally = { 0 };
  guint question = 0;

  tally.questions = cs_form_n_questions (form);
  tally.n_parts = form->parts->len;
  for (guint p = 0; p < tally.n_parts; p++)
    {
      const CsPart *part = g_ptr_array_index (form->parts, p);

      for (guint s = 0; s < part->sections->len; s++)
        tally.parts[p] +=
            add_section (form, g_ptr_array_index (part->sections, s), choices, &question, &tally.answered);
      tally.total += tally.parts[p];
    }
  return tally;
}

int
cs_tally_section (const CsForm *form, const CsSection *section, const int *choices)
{
  guint question = 0;
  guint answered = 0;

  while (question < cs_form_n_questions (form)
         && !g_ptr_array_find (section->criteria, cs_form_question (form, question), NULL))
    question++;
  return add_section (form, section, choices, &question, &answered);
}
