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
  if ((office->acting != CS_ACTING_NONE) == !cs_text_is_blank (office->acting_for))
    return TRUE;
  g_set_error_literal (
      error, CS_ERROR, CS_ERROR_INVALID,
      _ ("Who signs in somebody's place (KT., TL., TUQ., Q.) names the position, and who names it says"
         " how. Fill in both or none."));
  return FALSE;
}

gboolean
cs_office_set (CsStore *store, CsOffice *office, GError **error)
{
  g_autoptr (CsCommand) command = NULL;

  if (!fits (office, error))
    return FALSE;
  command = _cs_command_begin (store, "office", error);
  return command != NULL && cs_office_repo_set (command->transaction, office, error)
         && _cs_command_commit (g_steal_pointer (&command), office->issuer, office->uuid, NULL, NULL, 0,
                                error);
}

gboolean
cs_office_number (CsStore *store, const char *paper, const char *subject, char **number, GError **error)
{
  return cs_number_repo_find (store->db, paper, subject, number, error);
}

static int
this_year (void)
{
  g_autofree char *today = cs_date_today ();
  g_autofree char *digits = g_strndup (today, 4);
  int year = 0;

  cs_text_to_int (digits, 1, 9999, &year);
  return year;
}

char *
cs_office_give_number (CsStore *store,
                       const char *council_key,
                       const char *paper,
                       const char *subject,
                       const char *kind,
                       GError **error)
{
  g_autoptr (CsCommand) command = _cs_command_begin (store, "number", error);
  g_autoptr (CsOffice) office = command != NULL ? cs_office_get (store, council_key, error) : NULL;
  g_autofree char *number = NULL, *uuid = cs_id_new ();
  CsPaperNumber wanted = {
    .uuid = uuid, .year = this_year (), .kind = kind, .paper = paper, .subject = subject
  };

  if (office == NULL || !cs_number_repo_find (store->db, paper, subject, &number, error))
    return NULL;
  if (number != NULL)
    return g_steal_pointer (&number);
  wanted.council = office->council;
  wanted.symbol = office->symbol;
  wanted.given_at = command->at;
  wanted.given_by = command->who;
  if (!cs_number_repo_give (command->transaction, &wanted, error)
      || !cs_number_repo_find (store->db, paper, subject, &number, error)
      || !_cs_command_commit (g_steal_pointer (&command), number, subject, NULL, number, 0, error))
    return NULL;
  return g_steal_pointer (&number);
}
