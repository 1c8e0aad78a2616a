/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/dossiers.h"

#include "base/error.h"
#include "base/id.h"
#include "base/text.h"
#include "service/files.h"
#include "service/store-private.h"

#include <glib/gi18n-lib.h>

GPtrArray *
cs_dossiers_papers (CsStore *store, gint64 dossier, GError **error)
{
  return cs_dossier_repo_papers (store->db, dossier, error);
}

GFile *
cs_dossiers_paper_file (CsStore *store, const CsPaper *paper)
{
  return paper->file_sha256 != NULL ? cs_files_locate (store->path, paper->file_sha256) : NULL;
}

gboolean
cs_dossiers_put_paper (CsStore *store, CsPaper *paper, GFile *file, GError **error)
{
  g_autoptr (CsCommand) command = NULL;
  g_autofree char *object = NULL;
  gboolean stored;

  /* the file first: a file without its row is harmless, a row without its file is not */
  if (file != NULL && !cs_files_store (store->path, file, paper, error))
    return FALSE;
  command = _cs_command_begin (store, paper->id == 0 ? "paper-add" : "paper-edit", error);
  if (command == NULL)
    return FALSE;
  if (paper->uuid == NULL)
    paper->uuid = cs_id_new ();
  stored = paper->id == 0 ? cs_dossier_repo_add_paper (command->transaction, paper, error)
                          : cs_dossier_repo_update_paper (command->transaction, paper, error);
  object = g_strdup_printf ("%" G_GINT64_FORMAT "/%s", paper->dossier, paper->kind);
  return stored
         && _cs_command_commit (g_steal_pointer (&command), object, NULL, paper->file_sha256,
                                CS_CHANGE_PAPERS, error);
}

gboolean
cs_dossiers_remove_paper (CsStore *store, const CsPaper *paper, GError **error)
{
  g_autoptr (CsCommand) command = _cs_command_begin (store, "paper-remove", error);
  g_autofree char *object = g_strdup_printf ("%" G_GINT64_FORMAT "/%s", paper->dossier, paper->kind);

  /* the file stays: undo brings the row back, and other dossiers may hold the same file */
  return command != NULL && cs_dossier_repo_remove_paper (command->transaction, paper->id, error)
         && _cs_command_commit (g_steal_pointer (&command), object, paper->file_sha256, NULL,
                                CS_CHANGE_PAPERS, error);
}
