/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/session-choice.h"
#include "base/error.h"

#include <glib/gi18n-lib.h>

/* @council: (out) (transfer full) (nullable): UUID of the one that is meant; NULL: any */
static gboolean
check (CsStore *store, const CsSessionChoice *choice, char **council, GError **error)
{
  g_autoptr (CsCouncil) meant = NULL;

  *council = NULL;
  if (choice->no < 0)
    {
      g_set_error_literal (error, CS_ERROR, CS_ERROR_USAGE, _ ("Sessions are numbered from 1."));
      return FALSE;
    }
  if (!cs_store_require_round (store, choice->round, error))
    return FALSE;
  if (choice->council == NULL)
    return TRUE;
  meant = cs_store_find_council (store, choice->council, error);
  *council = meant != NULL ? g_strdup (meant->uuid) : NULL;
  return meant != NULL;
}

static void
refuse_none (gboolean open, GError **error)
{
  g_set_error_literal (error, CS_ERROR, CS_ERROR_NOT_FOUND,
                       open ? _ ("No such session is open. Open it first with “session BOOK --open”.")
                            : _ ("There is no such session. “session BOOK” lists those of the book."));
}

GPtrArray *
cs_verb_list_sessions (CsStore *store, const CsSessionChoice *choice, GError **error)
{
  g_autoptr (GPtrArray) sessions = NULL;
  g_autofree char *council = NULL;

  if (!check (store, choice, &council, error))
    return NULL;
  sessions = cs_sessions_list (store, council, choice->round, error);
  if (sessions == NULL)
    return NULL;
  for (guint i = sessions->len; choice->no != 0 && i > 0; i--)
    if (((CsSession *) g_ptr_array_index (sessions, i - 1))->no != choice->no)
      g_ptr_array_remove_index (sessions, i - 1);
  if (sessions->len > 0 || choice->no == 0)
    return g_steal_pointer (&sessions);
  refuse_none (FALSE, error);
  return NULL;
}

CsSession *
cs_verb_find_session (CsStore *store, const CsSessionChoice *choice, const char *states, GError **error)
{
  g_autoptr (GPtrArray) sessions = cs_verb_list_sessions (store, choice, error);

  if (sessions == NULL)
    return NULL;
  for (guint i = sessions->len; choice->no == 0 && i > 0; i--)
    {
      const CsSession *session = g_ptr_array_index (sessions, i - 1);

      if (strchr (states, *cs_session_state_to_text (session->state)) == NULL)
        g_ptr_array_remove_index (sessions, i - 1);
    }
  if (sessions->len == 1)
    return g_ptr_array_steal_index (sessions, 0);
  if (sessions->len == 0)
    refuse_none (g_str_equal (states, "o"), error);
  else
    g_set_error_literal (error, CS_ERROR, CS_ERROR_USAGE,
                         _ ("Several sessions could be meant. Say which by its council, round and number."));
  return NULL;
}
