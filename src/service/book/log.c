/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/book/log.h"

#include "base/error.h"
#include "base/moment.h"
#include "base/text.h"
#include "repo/dossier-repo.h"
#include "repo/log-repo.h"
#include "service/book/store-private.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  char *who;   /* (nullable): folded */
  char *words; /* (nullable): folded */
} Wanted;

static void
wanted_clear (Wanted *wanted)
{
  g_free (wanted->who);
  g_free (wanted->words);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wanted, wanted_clear)

static gboolean
holds (const char *text, const char *folded)
{
  g_autofree char *own = text != NULL ? cs_text_fold (text) : NULL;

  return own != NULL && strstr (own, folded) != NULL;
}

static gboolean
tells (const CsLogLine *line, const char *words)
{
  if (holds (line->who, words) || holds (line->object, words) || holds (line->before, words)
      || holds (line->after, words) || holds (line->verb, words))
    return TRUE;
  for (guint i = 0; i < line->changes->len; i++)
    {
      const CsLogChange *change = g_ptr_array_index (line->changes, i);

      if (holds (change->name, words) || holds (change->before, words) || holds (change->after, words))
        return TRUE;
    }
  return FALSE;
}

static gboolean
takes (const CsLogLine *line, gpointer data)
{
  const Wanted *wanted = data;

  return (wanted->who == NULL || holds (line->who, wanted->who))
         && (wanted->words == NULL || tells (line, wanted->words));
}

GPtrArray *
cs_log_list (CsStore *store, const CsLogFilter *filter, GError **error)
{
  g_autoptr (CsDossier) dossier = NULL;
  g_autofree char *since = NULL;
  g_auto (Wanted) wanted = { 0 };

  if (filter->dossier != NULL)
    {
      dossier = cs_dossier_repo_by_code (store->db, filter->dossier, NULL, error);
      if (dossier == NULL)
        return NULL;
    }
  if (filter->since != NULL)
    {
      since = cs_moment_begin_of_day (filter->since);
      if (since == NULL)
        {
          g_set_error (error, CS_ERROR, CS_ERROR_INVALID, _ ("“%s” is no day. Write it like 2024-05-31."),
                       filter->since);
          return NULL;
        }
    }
  wanted.who = cs_text_is_blank (filter->who) ? NULL : cs_text_fold (filter->who);
  wanted.words = cs_text_is_blank (filter->words) ? NULL : cs_text_fold (filter->words);
  return cs_log_repo_list (store->db, dossier != NULL ? dossier->uuid : NULL,
                           dossier != NULL ? dossier->code : NULL, since,
                           filter->below > 0 ? filter->below : G_MAXINT64, filter->most, takes, &wanted,
                           error);
}

GPtrArray *
cs_log_people (CsStore *store, GError **error)
{
  return cs_log_repo_people (store->db, error);
}
