/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "summary/words/agreement-text.h"

#include "summary/paper/paper-text.h"

#include <glib/gi18n-lib.h>

static const char *
meaning_of (const CsAgreement *agreement, gboolean paper)
{
  if (!agreement->has_w)
    return CS_PAPER_WORDS (paper, _ ("There is nothing to compare."), "Không có gì để so sánh.");
  if (cs_fraction_compare (agreement->w, cs_fraction (7, 10)) >= 0)
    return CS_PAPER_WORDS (paper, _ ("The members rank the products alike."),
                           "Các thành viên xếp thứ tự sản phẩm như nhau.");
  if (cs_fraction_compare (agreement->w, cs_fraction (5, 10)) >= 0)
    return CS_PAPER_WORDS (paper, _ ("The members mostly rank the products alike."),
                           "Các thành viên xếp thứ tự sản phẩm phần lớn như nhau.");
  return CS_PAPER_WORDS (paper, _ ("The members rank the products differently."),
                         "Các thành viên xếp thứ tự sản phẩm khác nhau.");
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
