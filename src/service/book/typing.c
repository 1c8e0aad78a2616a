/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/book/typing.h"

#include "base/error.h"
#include "base/moment.h"
#include "base/text.h"
#include "repo/typing-repo.h"
#include "service/book/store-private.h"

#include <glib/gi18n-lib.h>

gboolean
cs_typing_keep (CsStore *store, const char *subject, const char *field, const char *text, GError **error)
{
  g_autoptr (CsTransaction) tx = NULL;
  g_autofree char *at = NULL;

  if (!cs_store_settle (store, error) || !_cs_store_may_write (store, error))
    return FALSE;
  if (store->commanding || store->stepping || store->many != NULL)
    {
      g_set_error_literal (error, CS_ERROR, CS_ERROR_CONFLICT,
                           _ ("A list is being read into the book. Wait until it is done, then try again."));
      return FALSE;
    }
  tx = cs_transaction_begin (store->db, "typing", error);
  at = cs_moment_now ();
  return tx != NULL && cs_typing_repo_keep (tx, subject, field, text, at, error)
         && cs_transaction_commit (tx, error);
}

static gboolean
cannot_be_typed (gpointer field, gpointer text, gpointer data)
{
  g_autofree char *clean = cs_text_clean (text);

  return clean == NULL || !cs_text_fits (clean, CS_TEXT_MAX);
}

GHashTable *
cs_typing_list (CsStore *store, const char *subject, GError **error)
{
  GHashTable *typed = cs_typing_repo_load (store->db, subject, error);

  if (typed != NULL)
    g_hash_table_foreach_remove (typed, cannot_be_typed, NULL);
  return typed;
}
