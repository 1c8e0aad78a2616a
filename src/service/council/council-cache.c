/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/council/council-cache-private.h"
#include "service/book/store-kept-private.h"

#include "base/error.h"
#include "db/row-sum.h"
#include "repo/closing-repo.h"
#include "repo/council-repo.h"

#include <glib/gi18n-lib.h>

#define RECUSALS_MAX 4096 /* evaluations; a list asks for one after the other */

const GPtrArray *
_cs_councils_kept (CsStore *store, GError **error)
{
  static const char *const tables[] = { "council", "council_rules", "member", "helper", NULL };
  guint64 as_of = cs_row_sums_count (store->db, tables);
  GPtrArray *councils = _cs_store_kept (store, "councils", as_of);

  if (councils != NULL)
    return councils;
  councils = cs_council_repo_list (store->db, error);
  if (councils != NULL)
    _cs_store_keep (store, "councils", as_of, councils, (GDestroyNotify) g_ptr_array_unref);
  return councils;
}

CsCouncil *
_cs_councils_get (CsStore *store, const char *uuid, GError **error)
{
  const GPtrArray *councils;

  g_return_val_if_fail (uuid != NULL, NULL);
  councils = _cs_councils_kept (store, error);
  if (councils == NULL)
    return NULL;
  for (guint i = 0; i < councils->len; i++)
    {
      CsCouncil *council = g_ptr_array_index (councils, i);

      if (g_str_equal (council->uuid, uuid))
        return cs_council_ref (council);
    }
  /* it says what is wrong */
  return cs_council_repo_find (store->db, uuid, error);
}

CsCouncil *
_cs_councils_find (CsStore *store, const char *key, GError **error)
{
  const GPtrArray *councils = _cs_councils_kept (store, error);

  if (councils == NULL)
    return NULL;
  for (guint i = 0; i < councils->len; i++)
    if (g_strcmp0 (((CsCouncil *) g_ptr_array_index (councils, i))->key, key) == 0)
      return cs_council_ref (g_ptr_array_index (councils, i));
  return cs_council_repo_by_key (store->db, key, error);
}

const CsMember *
_cs_councils_find_member (CsStore *store, const char *uuid, CsCouncil **council, GError **error)
{
  const GPtrArray *councils = _cs_councils_kept (store, error);

  *council = NULL;
  for (guint i = 0; councils != NULL && i < councils->len; i++)
    {
      const CsMember *member = cs_council_member_by_uuid (g_ptr_array_index (councils, i), uuid);

      if (member == NULL)
        continue;
      *council = cs_council_ref (g_ptr_array_index (councils, i));
      return member;
    }
  if (councils != NULL)
    g_set_error (error, CS_ERROR, CS_ERROR_NOT_FOUND,
                 _ ("There is no member “%s” in this book. Check the member."), uuid);
  return NULL;
}

/* Returns: (transfer none): those of the evaluations that are kept. */
static GHashTable *
kept_recusals (CsStore *store, guint more)
{
  static const char *const tables[] = { "recusal", "member",   "evaluation",    "dossier",
                                        "product", "producer", "producer_join", NULL };
  guint64 as_of = cs_row_sums_count (store->db, tables);
  GHashTable *all = _cs_store_kept (store, "recusals", as_of);

  if (all != NULL && g_hash_table_size (all) + more <= RECUSALS_MAX)
    return all;
  all = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  _cs_store_keep (store, "recusals", as_of, all, (GDestroyNotify) g_hash_table_unref);
  return all;
}

gboolean
_cs_recusals_read (CsStore *store, const GArray *evaluations, GError **error)
{
  GHashTable *all = kept_recusals (store, evaluations->len);
  g_autoptr (GArray) missing = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (CsIdSet) set = NULL;
  g_autoptr (GPtrArray) lists = NULL;

  for (guint i = 0; i < evaluations->len; i++)
    if (!g_hash_table_contains (all, &g_array_index (evaluations, gint64, i)))
      g_array_append_val (missing, g_array_index (evaluations, gint64, i));
  if (missing->len == 0)
    return TRUE;
  set = cs_id_set_new (missing);
  lists = cs_recusal_repo_of_set (store->db, set, error);
  if (lists == NULL)
    return FALSE;
  for (guint i = 0; i < missing->len; i++)
    g_hash_table_insert (all, g_memdup2 (&g_array_index (missing, gint64, i), sizeof (gint64)),
                         g_ptr_array_ref (g_ptr_array_index (lists, i)));
  return TRUE;
}

GPtrArray *
_cs_recusals_kept (CsStore *store, gint64 evaluation, GError **error)
{
  GPtrArray *recusals = g_hash_table_lookup (kept_recusals (store, 1), &evaluation);
  g_autoptr (GArray) one = NULL;

  if (recusals != NULL)
    return g_ptr_array_ref (recusals);
  one = g_array_append_vals (g_array_new (FALSE, FALSE, sizeof evaluation), &evaluation, 1);
  return _cs_recusals_read (store, one, error)
             ? g_ptr_array_ref (g_hash_table_lookup (kept_recusals (store, 0), &evaluation))
             : NULL;
}
