/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/dossiers/evidence.h"

#include "base/date.h"
#include "base/error.h"
#include "base/id.h"
#include "base/text.h"
#include "db/query.h"
#include "repo/evidence-repo.h"
#include "service/book/files.h"
#include "service/book/refusal-private.h"
#include "service/book/store-private.h"

#include <glib/gi18n-lib.h>

GPtrArray *
cs_evidence_list (CsStore *store, gint64 dossier, GError **error)
{
  return cs_evidence_repo_of_dossier (store->db, dossier, error);
}

GFile *
cs_evidence_locate (CsStore *store, const CsEvidence *paper)
{
  return paper->file_sha256 != NULL ? cs_files_locate (store->path, paper->file_sha256) : NULL;
}

static gboolean
refuse (GError **error, char *message)
{
  g_set_error_literal (error, CS_ERROR, CS_ERROR_INVALID, message);
  g_free (message);
  return FALSE;
}

/* The dossier that a paper lies in. */
typedef struct
{
  char *code, *uuid, *regulation;
} Folder;

static void
folder_clear (Folder *folder)
{
  g_free (folder->code);
  g_free (folder->uuid);
  g_free (folder->regulation);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Folder, folder_clear)

static gboolean
find_folder (CsStore *store, const CsEvidence *paper, Folder *folder, GError **error)
{
  CsQuery *q = cs_query (store->db, "SELECT code, uuid, regulation FROM dossier WHERE id = :id");

  cs_query_set_int (q, ":id", paper->dossier);
  if (cs_query_next (q))
    *folder = (Folder){ cs_query_dup (q, 0), cs_query_dup (q, 1), cs_query_dup (q, 2) };
  if (!cs_query_done (q, error))
    return FALSE;
  if (folder->uuid == NULL)
    g_set_error_literal (error, CS_ERROR, CS_ERROR_NOT_FOUND, _ ("This dossier is no longer in the book."));
  return folder->uuid != NULL;
}

/* Is it a paper that the law of its dossier knows, with days that can be? */
static gboolean
check_paper (CsStore *store, const CsEvidence *paper, const Folder *folder, GError **error)
{
  const CsRegulation *regulation;

  regulation = cs_store_get_regulation (store, folder->regulation, error);
  if (regulation == NULL)
    return FALSE;
  if (paper->kind == NULL || cs_regulation_evidence_kind (regulation, paper->kind) == NULL)
    return refuse (error, g_strdup_printf (_ ("%s knows no paper “%s”. Choose one of its papers."),
                                           regulation->number, paper->kind != NULL ? paper->kind : ""));
  if (paper->issued_on != NULL && !_cs_require_past_day (NULL, NULL, paper->issued_on, error))
    return FALSE;
  if (paper->expires_on != NULL && !_cs_require_end (NULL, NULL, paper->issued_on, paper->expires_on, error))
    return FALSE;
  return _cs_require_fits (paper->number, CS_TEXT_MAX, error);
}

gboolean
cs_evidence_put (CsStore *store, CsEvidence *paper, GFile *file, GError **error)
{
  g_autoptr (CsCommand) command = NULL;
  g_autofree char *object = NULL;
  g_auto (Folder) folder = { 0 };
  gboolean stored;

  if (!find_folder (store, paper, &folder, error) || !check_paper (store, paper, &folder, error))
    return FALSE;
  /* the file first: a file without its row is harmless, a row without its file is not */
  if (file != NULL && !cs_files_store (store->path, file, paper, NULL, NULL, NULL, error))
    return FALSE;
  command = _cs_command_begin (store, paper->id == 0 ? "paper-add" : "paper-edit", error);
  if (command == NULL)
    return FALSE;
  if (paper->uuid == NULL)
    paper->uuid = cs_id_new ();
  stored = paper->id == 0 ? cs_evidence_repo_add (command->transaction, paper, error)
                          : cs_evidence_repo_update (command->transaction, paper, error);
  object = g_strdup_printf ("%s/%s", folder.code, paper->kind);
  return stored
         && _cs_command_commit (g_steal_pointer (&command), object, folder.uuid, NULL, paper->file_sha256,
                                CS_CHANGE_EVIDENCE, error);
}

gboolean
cs_evidence_remove (CsStore *store, const CsEvidence *paper, GError **error)
{
  g_autoptr (CsCommand) command = _cs_command_begin (store, "paper-remove", error);
  g_auto (Folder) folder = { 0 };
  g_autofree char *object = NULL;

  if (command == NULL || !find_folder (store, paper, &folder, error))
    return FALSE;
  object = g_strdup_printf ("%s/%s", folder.code, paper->kind);
  /* the file stays: undo brings the row back, and other dossiers may hold the same file */
  return cs_evidence_repo_remove (command->transaction, paper->id, error)
         && _cs_command_commit (g_steal_pointer (&command), object, folder.uuid, paper->file_sha256, NULL,
                                CS_CHANGE_EVIDENCE, error);
}

GPtrArray *
cs_evidence_digests (CsStore *store, GError **error)
{
  return cs_evidence_repo_digests (store->db, error);
}
