/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "summary/agreement-text.h"

#include <glib/gi18n-lib.h>

static const char *
meaning_of (const CsAgreement *agreement)
{
  if (!agreement->has_w)
    return _ ("There is nothing to compare.");
  if (cs_fraction_compare (agreement->w, cs_fraction (7, 10)) >= 0)
    return _ ("The members rank the products alike.");
  if (cs_fraction_compare (agreement->w, cs_fraction (5, 10)) >= 0)
    return _ ("The members mostly rank the products alike.");
  return _ ("The members rank the products differently.");
}

char *
cs_agreement_sentence (const CsAgreement *agreement)
{
  const char *meaning = meaning_of (agreement);

  if (!agreement->has_w || !cs_agreement_is_small (agreement))
    return g_strdup (meaning);
  /* Translators: a sentence about how members rank products, number of products */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s With only %u product this says little.",
                                       "%s With only %u products this says little.", agreement->objects),
                          meaning, agreement->objects);
}
