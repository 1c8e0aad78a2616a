/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/text.h"
#include "model/register.h"
#include "repo/book-repo.h"
#include "service/dossiers/dossier-list.h"
#include "repo/dossier-repo.h"
#include "service/book/store-private.h"
#include "service/results/search.h"

void
cs_search_free (CsSearch *search)
{
  if (search == NULL)
    return;
  g_clear_pointer (&search->dossiers, g_ptr_array_unref);
  g_clear_pointer (&search->recognitions, g_ptr_array_unref);
  g_free (search);
}

CsSearch *
cs_search_new (CsStore *store, const char *words, guint limit, GError **error)
{
  CsDossierFilter filter = { .words = words, .limit = limit, .with_rehearsals = TRUE };
  g_autoptr (CsSearch) search = g_new0 (CsSearch, 1);
  g_autoptr (GArray) keys = NULL;

  if (!cs_text_is_blank (words))
    keys = cs_dossiers_list (store, &filter, error);
  else
    keys = g_array_new (FALSE, FALSE, sizeof (CsDossierKey));
  if (keys == NULL)
    return NULL;
  search->dossiers = cs_dossier_repo_of_set (store->db, keys, error);
  if (search->dossiers == NULL)
    return NULL;
  /* of past years only: what was recognised here is found as its dossier */
  search->recognitions = cs_book_repo_find_past (store->db, words, limit, error);
  return search->recognitions != NULL ? g_steal_pointer (&search) : NULL;
}
