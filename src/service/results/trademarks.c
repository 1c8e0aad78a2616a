/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/results/trademarks.h"

#include "base/id.h"
#include "base/text.h"
#include "repo/book-repo.h"
#include "service/book/refusal-private.h"
#include "service/book/store-private.h"

#include <glib/gi18n-lib.h>

GPtrArray *
cs_trademarks_list (CsStore *store, GError **error)
{
  return cs_book_repo_load_trademarks (store->db, error);
}

static gboolean
check (const CsTrademark *trademark, const char **field, GError **error)
{
  if (field != NULL)
    *field = NULL;
  if (cs_text_is_blank (trademark->name))
    return _cs_refuse_field (field, "name", error, g_strdup (_ ("The brand has no name. Write its name.")));
  return _cs_require_field_fits (field, "name", trademark->name, CS_NAME_MAX, error)
         && _cs_require_field_fits (field, "owner", trademark->owner, CS_TEXT_MAX, error)
         && (trademark->registered_on == NULL
             || _cs_require_past_day (field, "registered_on", trademark->registered_on, error));
}

gboolean
cs_trademarks_add (CsStore *store, CsTrademark *trademark, const char **problem_field, GError **error)
{
  g_autoptr (CsCommand) command = NULL;

  if (!check (trademark, problem_field, error))
    return FALSE;
  command = _cs_command_begin (store, "brand-add", error);
  if (command == NULL)
    return FALSE;
  if (trademark->uuid == NULL)
    trademark->uuid = cs_id_new ();
  return cs_book_repo_add_trademark (command->transaction, trademark, error)
         && _cs_command_commit (g_steal_pointer (&command), trademark->name, trademark->uuid, NULL,
                                trademark->name, CS_CHANGE_REGISTER, error);
}

gboolean
cs_trademarks_update (CsStore *store,
                      const CsTrademark *trademark,
                      const char **problem_field,
                      GError **error)
{
  g_autoptr (CsCommand) command = NULL;

  if (!check (trademark, problem_field, error))
    return FALSE;
  command = _cs_command_begin (store, "brand-edit", error);
  return command != NULL && cs_book_repo_update_trademark (command->transaction, trademark, error)
         && _cs_command_commit (g_steal_pointer (&command), trademark->name, trademark->uuid, NULL,
                                trademark->name, CS_CHANGE_REGISTER, error);
}

gboolean
cs_trademarks_remove (CsStore *store, const CsTrademark *trademark, GError **error)
{
  g_autoptr (CsCommand) command = _cs_command_begin (store, "brand-remove", error);

  return command != NULL && cs_book_repo_remove_trademark (command->transaction, trademark->uuid, error)
         && _cs_command_commit (g_steal_pointer (&command), trademark->name, trademark->uuid, trademark->name,
                                NULL, CS_CHANGE_REGISTER, error);
}
