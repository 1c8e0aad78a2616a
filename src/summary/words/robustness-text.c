/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "summary/words/robustness-text.h"

#include "summary/paper/paper-text.h"

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
add_answer (GString *text, const CsResult *result, const CsOneAnswer *answer, gboolean paper)
{
  const CsCriterion *criterion;
  const char *name;
  guint points = (guint) ABS (answer->points);

  if (!answer->possible)
    return;
  criterion = cs_form_question (result->form, answer->question);
  name = cs_result_counted (result, answer->sheet)->name;
  if (answer->points > 0)
    g_string_append_printf (
        text,
        /* Translators: points, criterion, member, stars */
        CS_PAPER_WORDS (paper,
                        g_dngettext (GETTEXT_PACKAGE, "\n%u point more for %s by %s would make it %d stars.",
                                     "\n%u points more for %s by %s would make it %d stars.", points),
                        "\nNếu thêm %u điểm ở tiêu chí %s trong phiếu của %s thì sẽ là %d sao."),
        points, criterion->no, name, answer->stars);
  else
    g_string_append_printf (
        text,
        /* Translators: points, criterion, member, stars */
        CS_PAPER_WORDS (paper,
                        g_dngettext (GETTEXT_PACKAGE, "\n%u point less for %s by %s would make it %d stars.",
                                     "\n%u points less for %s by %s would make it %d stars.", points),
                        "\nNếu bớt %u điểm ở tiêu chí %s trong phiếu của %s thì sẽ là %d sao."),
        points, criterion->no, name, answer->stars);
}

static char *
make_text (const CsResult *result, const CsRobustness *robustness, gboolean paper)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (result->eliminated)
    return g_strdup (CS_PAPER_WORDS (paper, _ ("Eliminated: no answer would change it."),
                                     "Bị loại: không câu trả lời nào làm thay đổi kết quả."));
  if (robustness->stable)
    return g_strdup (CS_PAPER_WORDS (
        paper, _ ("Firm: neither leaving out one member nor any single other answer would change the stars."),
        "Chắc chắn: bỏ phiếu của một thành viên bất kỳ hoặc đổi một câu trả lời bất kỳ đều không làm "
        "thay đổi "
        "hạng sao."));
  if (robustness->without->len == 0)
    g_string_append (text,
                     CS_PAPER_WORDS (paper, _ ("Leaving out any one member would not change the stars."),
                                     "Bỏ phiếu của một thành viên bất kỳ không làm thay đổi hạng sao."));
  for (guint i = 0; i < robustness->without->len; i++)
    {
      const CsLeftOut *left = &g_array_index (robustness->without, CsLeftOut, i);

      if (i > 0)
        g_string_append_c (text, '\n');
      g_string_append_printf (text,
                              /* Translators: a member's name, stars */
                              CS_PAPER_WORDS (paper, _ ("Without the sheet of %s it would be %d stars."),
                                              "Nếu không tính phiếu của %s thì sẽ là %d sao."),
                              cs_result_counted (result, left->sheet)->name, left->stars);
    }
  add_answer (text, result, &robustness->up, paper);
  add_answer (text, result, &robustness->down, paper);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
cs_robustness_text (const CsResult *result, const CsRobustness *robustness)
{
  return make_text (result, robustness, FALSE);
}

char *
cs_robustness_text_on_paper (const CsResult *result, const CsRobustness *robustness)
{
  return make_text (result, robustness, TRUE);
}
