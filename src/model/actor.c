/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/actor.h"

#include "base/text.h"

/* Returns: (transfer full) (nullable): NULL for nothing but white space, and for what is no text */
static char *
clean (const char *text)
{
  g_autofree char *cleaned = text != NULL ? cs_text_clean (text) : NULL;

  return cs_text_is_blank (cleaned) ? NULL : g_steal_pointer (&cleaned);
}

char *
cs_actor_text (const char *name, const char *duty)
{
  g_autofree char *who = clean (name), *what = clean (duty);

  if (who == NULL || what == NULL)
    return g_steal_pointer (&who);
  return g_strconcat (who, ", ", what, NULL);
}

gboolean
cs_actor_parse (const char *text, char **name, char **duty)
{
  g_auto (GStrv) parts = g_strsplit (text, ";", 2);

  *name = clean (parts[0]);
  *duty = *name != NULL ? clean (parts[1]) : NULL;
  if (*name != NULL && cs_text_fits (*name, CS_ACTOR_MAX) && cs_text_fits (*duty, CS_ACTOR_MAX))
    return TRUE;
  g_clear_pointer (name, g_free);
  g_clear_pointer (duty, g_free);
  return FALSE;
}
