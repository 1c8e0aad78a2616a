/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/dossiers/rehearsal.h"

#include "base/error.h"
#include "repo/dossier-repo.h"
#include "service/book/store-private.h"

#include <glib/gi18n-lib.h>

gboolean
cs_dossiers_may_rehearse (CsStore *store, const CsDossier *dossier, GError **error)
{
  gint64 sheets = cs_dossier_repo_n_sheets_of_dossier (store->db, dossier->id, error);

  if (sheets == 0)
    return TRUE;
  if (sheets > 0)
    g_set_error (error, CS_ERROR, CS_ERROR_FROZEN,
                 dossier->rehearsal ? _ (
                     "%s was scored as a rehearsal: its scores never become real. Enter the product anew "
                     "when it is really filed.")
                                    : _ ("%s has score sheets: it can no longer become a rehearsal."),
                 dossier->code);
  return FALSE;
}

gboolean
cs_dossiers_set_rehearsal (CsStore *store, const CsDossier *dossier, gboolean rehearsal, GError **error)
{
  g_autoptr (CsCommand) command = _cs_command_begin (store, "rehearse", error);
  g_autoptr (CsDossier) present = NULL;

  if (command != NULL)
    present = cs_dossier_repo_load (store->db, dossier->id, dossier->evaluation, error);
  if (present == NULL)
    return FALSE;
  if (!present->rehearsal == !rehearsal)
    {
      g_set_error (error, CS_ERROR, CS_ERROR_CONFLICT,
                   rehearsal ? _ ("%s is a rehearsal already.") : _ ("%s is no rehearsal."), present->code);
      return FALSE;
    }
  return cs_dossiers_may_rehearse (store, present, error)
         && cs_dossier_repo_set_rehearsal (command->transaction, present->id, rehearsal, error)
         && _cs_command_commit (g_steal_pointer (&command), present->code, present->uuid,
                                rehearsal ? "off" : "on", rehearsal ? "on" : "off", CS_CHANGE_DOSSIERS,
                                error);
}
