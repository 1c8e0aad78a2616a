/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "summary/words/agreement-text.h"

#include "summary/paper/paper-text.h"

#include <glib/gi18n-lib.h>

typedef enum
{
  NONE,
  ALIKE,
  MOSTLY,
  DIFFERENT,
} Meaning;

static const char *const codes[] = {
  [NONE] = "none", [ALIKE] = "alike", [MOSTLY] = "mostly", [DIFFERENT] = "different"
};

static Meaning
find_meaning (const CsAgreement *agreement)
{
  if (!agreement->has_w)
    return NONE;
  if (cs_fraction_compare (agreement->w, cs_fraction (7, 10)) >= 0)
    return ALIKE;
  return cs_fraction_compare (agreement->w, cs_fraction (5, 10)) >= 0 ? MOSTLY : DIFFERENT;
}

const char *
cs_agreement_code (const CsAgreement *agreement)
{
  return codes[find_meaning (agreement)];
}

static const char *
meaning_of (const CsAgreement *agreement, gboolean paper)
{
  switch (find_meaning (agreement))
    {
    case ALIKE:
      return CS_PAPER_WORDS (paper, _ ("The members rank the products alike."),
                             "Các thành viên xếp thứ tự sản phẩm như nhau.");
    case MOSTLY:
      return CS_PAPER_WORDS (paper, _ ("The members mostly rank the products alike."),
                             "Các thành viên xếp thứ tự sản phẩm phần lớn như nhau.");
    case DIFFERENT:
      return CS_PAPER_WORDS (paper, _ ("The members rank the products differently."),
                             "Các thành viên xếp thứ tự sản phẩm khác nhau.");
    case NONE:
    default:
      return CS_PAPER_WORDS (paper, _ ("There is nothing to compare."), "Không có gì để so sánh.");
    }
}

char *
cs_agreement_sentence (const CsAgreement *agreement)
{
  const char *meaning = meaning_of (agreement, FALSE);

  if (!agreement->has_w || !cs_agreement_is_small (agreement))
    return g_strdup (meaning);
  /* Translators: a sentence about how members rank products, number of products */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s With only %u product this says little.",
                                       "%s With only %u products this says little.", agreement->objects),
                          meaning, agreement->objects);
}

char *
cs_agreement_sentence_on_paper (const CsAgreement *agreement)
{
  const char *meaning = meaning_of (agreement, TRUE);

  if (!agreement->has_w || !cs_agreement_is_small (agreement))
    return g_strdup (meaning);
  return g_strdup_printf ("%s Chỉ với %u sản phẩm thì chưa đủ cơ sở để kết luận.", meaning,
                          agreement->objects);
}
