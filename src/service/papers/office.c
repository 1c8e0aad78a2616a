/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/papers/office.h"

#include "base/date.h"
#include "base/error.h"
#include "base/id.h"
#include "base/text.h"
#include "repo/office-repo.h"
#include "service/book/refusal-private.h"
#include "service/council/council-cache-private.h"

#include <glib/gi18n-lib.h>

CsOffice *
cs_office_get (CsStore *store, const char *key, GError **error)
{
  g_autoptr (CsCouncil) council = _cs_councils_get (store, key, error);

  return council != NULL ? cs_office_repo_load (store->db, council->uuid, error) : NULL;
}

static gboolean
fits (const CsOffice *office, GError **error)
{
  const char *const names[] = { office->parent,     office->issuer, office->place,  office->on_behalf,
                                office->acting_for, office->role,   office->signer, office->symbol };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (!_cs_require_fits (names[i], CS_NAME_MAX, error))
      return FALSE;
  if (!_cs_require_fits (office->recipients, CS_TEXT_MAX, error))
    return FALSE;
  if ((office->acting != CS_ACTING_NONE) != (*office->acting_for != '\0'))
    {
      g_set_error_literal (
          error, CS_ERROR, CS_ERROR_INVALID,
          _ ("Who signs in somebody's place (KT., TL., TUQ., Q.) names the position, and who names it says"
             " how. Fill in both or none."));
      return FALSE;
    }
  if (!cs_office_is_deputed (office) || *office->role != '\0')
    return TRUE;
  g_set_error_literal (
      error, CS_ERROR, CS_ERROR_INVALID,
      _ ("Who signs in somebody's place (KT., TL., TUQ.) signs with the own position, such as"
         " PHÓ CHỦ TỊCH. Fill it in."));
  return FALSE;
}

static const CsCouncil *
council_of (const GPtrArray *councils, const char *uuid)
{
  for (guint i = 0; i < councils->len; i++)
    if (g_str_equal (((CsCouncil *) g_ptr_array_index (councils, i))->uuid, uuid))
      return g_ptr_array_index (councils, i);
  return NULL;
}

gboolean
cs_office_set (CsStore *store, CsOffice *office, GError **error)
{
  g_autoptr (CsCommand) command = NULL;
  g_autoptr (CsOffice) stored = NULL;
  g_autoptr (GPtrArray) councils = NULL;
  const CsCouncil *council;

  cs_office_clean (office);
  if (!fits (office, error))
    return FALSE;
  stored = cs_office_repo_load (store->db, office->council, error);
  if (stored == NULL)
    return FALSE;
  if (cs_office_equal (stored, office))
    return TRUE;
  councils = cs_store_list_councils (store, error);
  if (councils == NULL)
    return FALSE;
  council = council_of (councils, office->council);
  command = _cs_command_begin (store, "office", error);
  return command != NULL && cs_office_repo_set (command->transaction, office, error)
         && _cs_command_commit (g_steal_pointer (&command), council != NULL ? council->key : "",
                                office->council, NULL, NULL, CS_CHANGE_COUNCILS, error);
}

gboolean
cs_office_number (CsStore *store, const char *paper, const char *subject, char **number, GError **error)
{
  return cs_number_repo_find (store->db, paper, subject, number, error);
}

char *
cs_office_give_number (CsStore *store,
                       const char *council_key,
                       const char *paper,
                       const char *subject,
                       const char *kind,
                       const char *day,
                       GError **error)
{
  g_autoptr (CsCommand) command = _cs_command_begin (store, "number", error);
  g_autoptr (CsOffice) office = command != NULL ? cs_office_get (store, council_key, error) : NULL;
  g_autofree char *number = NULL, *uuid = cs_id_new (), *year = g_strndup (day, 4), *object = NULL;
  CsPaperNumber wanted = { .uuid = uuid, .kind = kind, .paper = paper, .subject = subject };

  g_return_val_if_fail (cs_date_is_valid (day), NULL);
  if (office == NULL || !cs_text_to_int (year, 1, 9999, &wanted.year)
      || !cs_number_repo_find (store->db, paper, subject, &number, error))
    return NULL;
  if (number != NULL)
    return g_steal_pointer (&number);
  wanted.council = office->council;
  wanted.symbol = office->symbol;
  wanted.given_at = command->at;
  wanted.given_by = command->who;
  if (!cs_number_repo_give (command->transaction, &wanted, error)
      || !cs_number_repo_find (store->db, paper, subject, &number, error))
    return NULL;
  object = g_strdup_printf ("%s %s", council_key, number);
  if (!_cs_command_commit (g_steal_pointer (&command), object, subject, NULL, number, CS_CHANGE_SESSIONS,
                           error))
    return NULL;
  return g_steal_pointer (&number);
}
