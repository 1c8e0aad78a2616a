/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/text.h"
#include "model/register.h"
#include "repo/book-repo.h"
#include "repo/dossier-list.h"
#include "repo/dossier-repo.h"
#include "service/book/store-private.h"
#include "service/results/search.h"

#include <glib/gi18n-lib.h>

void
cs_search_free (CsSearch *search)
{
  if (search == NULL)
    return;
  g_clear_pointer (&search->dossiers, g_ptr_array_unref);
  g_clear_pointer (&search->recognitions, g_ptr_array_unref);
  g_free (search);
}

/* Of past years only: what was recognised here is found as its dossier. */
static GPtrArray *
search_register (CsStore *store, const char *text, guint limit, GError **error)
{
  g_autoptr (GPtrArray) all = cs_book_repo_load_recognitions (store->db, error);
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func ((GDestroyNotify) cs_recognition_free);
  g_autofree char *folded = cs_text_fold (text);

  if (all == NULL)
    return NULL;
  for (guint i = 0; *folded != '\0' && i < all->len && (limit == 0 || hits->len < limit);)
    {
      const CsRecognition *recognition = g_ptr_array_index (all, i);
      g_autofree char *names = g_strdup_printf ("%s %s", recognition->product, recognition->producer);
      g_autofree char *hay = cs_text_fold (names);

      if (recognition->evaluation == 0 && cs_text_has_words (hay, folded))
        g_ptr_array_add (hits, g_ptr_array_steal_index (all, i));
      else
        i++;
    }
  return g_steal_pointer (&hits);
}

CsSearch *
cs_search_new (CsStore *store, const char *words, guint limit, GError **error)
{
  CsDossierFilter filter = { .words = words, .limit = limit, .with_rehearsals = TRUE };
  g_autoptr (CsSearch) search = g_new0 (CsSearch, 1);
  g_autoptr (GArray) keys = NULL;

  search->dossiers = g_ptr_array_new_with_free_func ((GDestroyNotify) cs_dossier_free);
  if (!cs_text_is_blank (words))
    keys = cs_dossier_repo_list (store->db, &filter, error);
  else
    keys = g_array_new (FALSE, FALSE, sizeof (CsDossierKey));
  if (keys == NULL)
    return NULL;
  for (guint i = 0; i < keys->len; i++)
    {
      CsDossierKey key = g_array_index (keys, CsDossierKey, i);
      CsDossier *dossier = cs_dossier_repo_load (store->db, key.dossier, key.evaluation, error);

      if (dossier == NULL)
        return NULL;
      g_ptr_array_add (search->dossiers, dossier);
    }
  search->recognitions = search_register (store, words, limit, error);
  return search->recognitions != NULL ? g_steal_pointer (&search) : NULL;
}
