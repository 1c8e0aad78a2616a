/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "summary/robustness-text.h"

#include <glib/gi18n-lib.h>

const CsMemberResult *
cs_result_counted (const CsResult *result, guint sheet)
{
  for (guint i = 0; i < result->members->len; i++)
    {
      const CsMemberResult *member = g_ptr_array_index (result->members, i);

      if (member->has_points && sheet-- == 0)
        return member;
    }
  g_return_val_if_reached (NULL);
}

static void
add_answer (GString *text, const CsResult *result, const CsOneAnswer *answer)
{
  const CsCriterion *criterion;
  const char *name;
  guint points = (guint) ABS (answer->points);

  if (!answer->possible)
    return;
  criterion = cs_form_question (result->form, answer->question);
  name = cs_result_counted (result, answer->sheet)->name;
  if (answer->points > 0)
    /* Translators: points, criterion, member, stars */
    g_string_append_printf (text,
                            g_dngettext (GETTEXT_PACKAGE,
                                         "\n%u point more for %s by %s would make it %d stars.",
                                         "\n%u points more for %s by %s would make it %d stars.", points),
                            points, criterion->no, name, answer->stars);
  else
    g_string_append_printf (text,
                            g_dngettext (GETTEXT_PACKAGE,
                                         "\n%u point less for %s by %s would make it %d stars.",
                                         "\n%u points less for %s by %s would make it %d stars.", points),
                            points, criterion->no, name, answer->stars);
}

char *
cs_robustness_text (const CsResult *result, const CsRobustness *robustness)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (result->eliminated)
    return g_strdup (_ ("Eliminated: no answer would change it."));
  if (robustness->stable)
    return g_strdup (
        _ ("Firm: neither leaving out one member nor any single other answer would change the stars."));
  if (robustness->without->len == 0)
    g_string_append (text, _ ("Leaving out any one member would not change the stars."));
  for (guint i = 0; i < robustness->without->len; i++)
    {
      const CsLeftOut *left = &g_array_index (robustness->without, CsLeftOut, i);

      if (i > 0)
        g_string_append_c (text, '\n');
      /* Translators: a member's name, stars */
      g_string_append_printf (text, _ ("Without the sheet of %s it would be %d stars."),
                              cs_result_counted (result, left->sheet)->name, left->stars);
    }
  add_answer (text, result, &robustness->up);
  add_answer (text, result, &robustness->down);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
