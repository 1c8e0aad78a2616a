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
cs_office_get (CsStore *store, const char *council, GError **error)
{
  g_autoptr (CsCouncil) found = _cs_councils_get (store, council, error);

  return found != NULL ? cs_office_repo_load (store->db, found->uuid, error) : NULL;
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

gboolean
cs_office_set (CsStore *store, CsOffice *office, GError **error)
{
  g_autoptr (CsCommand) command = NULL;
  g_autoptr (CsOffice) stored = NULL;
  g_autoptr (CsCouncil) council = NULL;

  cs_office_clean (office);
  if (!fits (office, error))
    return FALSE;
  stored = cs_office_repo_load (store->db, office->council, error);
  if (stored == NULL)
    return FALSE;
  if (cs_office_equal (stored, office))
    return TRUE;
  council = _cs_councils_get (store, office->council, error);
  if (council == NULL)
    return FALSE;
  command = _cs_command_begin (store, "office", error);
  return command != NULL && cs_office_repo_set (command->transaction, office, error)
         && _cs_command_commit (g_steal_pointer (&command), council->key, office->council, NULL, NULL,
                                CS_CHANGE_COUNCILS, error);
}

gboolean
cs_office_number (CsStore *store, const char *paper, const char *subject, char **number, GError **error)
{
  return cs_number_repo_find (store->db, paper, subject, number, error);
}

char *
cs_office_give_number (CsStore *store,
                       const char *council_uuid,
                       const char *paper,
                       const char *subject,
                       const char *kind,
                       const char *day,
                       GError **error)
{
  g_autoptr (CsCommand) command = _cs_command_begin (store, "number", error);
  g_autoptr (CsCouncil) council = command != NULL ? _cs_councils_get (store, council_uuid, error) : NULL;
  g_autoptr (CsOffice) office = council != NULL ? cs_office_get (store, council_uuid, error) : NULL;
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
  object = g_strdup_printf ("%s %s", council->key, number);
  if (!_cs_command_commit (g_steal_pointer (&command), object, subject, NULL, number, CS_CHANGE_SESSIONS,
                           error))
    return NULL;
  return g_steal_pointer (&number);
}
