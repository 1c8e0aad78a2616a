/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/interest.h"

#include "base/text.h"

#include <string.h>

/* What stands before a person's name, folded: forms of address, and what makes a household of it. */
static const char *const before_names[] = { "ho kinh doanh", "hkd", "ho gia dinh", "ho", "ong", "ba",
                                            "anh",           "chi", "co" };

/* Returns: @folded behind all that is no name. */
static const char *
skip_address (const char *folded)
{
  for (guint i = 0; i < G_N_ELEMENTS (before_names); i++)
    {
      gsize length = strlen (before_names[i]);

      if (strncmp (folded, before_names[i], length) == 0 && folded[length] == ' ')
        return skip_address (folded + length + 1);
    }
  return folded;
}

static gboolean
is_same_person (const char *a, const char *b)
{
  g_autofree char *folded_a = cs_text_fold (a), *folded_b = cs_text_fold (b);
  const char *name_a = skip_address (folded_a);

  return *name_a != '\0' && g_str_equal (name_a, skip_address (folded_b));
}

gboolean
cs_interest_is_likely (const CsMember *member, const CsProducer *producer)
{
  if (!cs_text_is_blank (member->organisation) && cs_text_alike (member->organisation, producer->name))
    return TRUE;
  return is_same_person (member->name, producer->name)
         || (producer->representative != NULL && is_same_person (member->name, producer->representative));
}
