/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "repo/dossier-repo.h"
#include "repo/regulation-repo.h"
#include "repo/sheet-repo.h"
#include "service/files.h"
#include "service/store-private.h"

#include <glib/gi18n-lib.h>

/* Everything a book can be held against by itself. */

static gboolean
check_law (CsStore *store, GPtrArray *findings, GError **error)
{
  g_autoptr (GPtrArray) ids = cs_regulation_repo_list (store->db, error);

  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    {
      const char *id = g_ptr_array_index (ids, i);
      /* read anew: what is kept in memory was read before */
      g_autoptr (CsRegulation) regulation = cs_regulation_repo_load (store->db, id, error);
      g_autofree char *digest = regulation != NULL ? cs_regulation_digest (regulation) : NULL;
      g_autofree char *stored = digest != NULL ? cs_regulation_repo_digest (store->db, id, error) : NULL;

      if (stored == NULL)
        return FALSE;
      if (!g_str_equal (digest, stored))
        g_ptr_array_add (findings, g_strdup_printf (_ ("the regulation %s was changed in the book"), id));
    }
  return TRUE;
}

static gboolean
check_sheets_of (CsStore *store, const CsDossier *dossier, GPtrArray *findings, GError **error)
{
  const CsRegulation *regulation = cs_store_get_regulation (store, dossier->regulation, error);
  const CsForm *form = regulation != NULL ? cs_regulation_form (regulation, dossier->form) : NULL;
  const char *digest = form != NULL ? _cs_store_digest (store, dossier->regulation, error) : NULL;
  g_autoptr (GPtrArray) sheets = NULL;

  if (digest == NULL)
    return FALSE;
  sheets = cs_sheet_repo_of_evaluation (store->db, dossier->evaluation, dossier->regulation, form, error);
  if (sheets == NULL)
    return FALSE;
  for (guint i = 0; i < sheets->len; i++)
    {
      const CsSheet *sheet = g_ptr_array_index (sheets, i);
      g_autofree char *seal = cs_sheet_seal (sheet, form, dossier->evaluation_uuid, digest);

      if (sheet->submitted && g_strcmp0 (seal, sheet->seal) != 0)
        g_ptr_array_add (findings, g_strdup_printf (_ ("%s: the sealed sheet of member %s was changed"),
                                                    dossier->code, sheet->member_key));
    }
  return TRUE;
}

static gboolean
check_files_of (CsStore *store, const CsDossier *dossier, GPtrArray *findings, GError **error)
{
  g_autoptr (GPtrArray) papers = cs_dossier_repo_papers (store->db, dossier->id, error);

  if (papers == NULL)
    return FALSE;
  for (guint i = 0; i < papers->len; i++)
    {
      const CsPaper *paper = g_ptr_array_index (papers, i);

      if (paper->file_sha256 != NULL && !cs_files_verify (store->path, paper->file_sha256))
        g_ptr_array_add (findings,
                         g_strdup_printf (_ ("%s: the file “%s” is missing or damaged"), dossier->code,
                                          paper->file_name != NULL ? paper->file_name : paper->file_sha256));
    }
  return TRUE;
}

gboolean
cs_store_check (CsStore *self, GPtrArray *findings, GError **error)
{
  CsDossierFilter all = { .with_rehearsals = TRUE };
  g_autoptr (GArray) keys = NULL;

  if (!cs_db_check (self->db, findings, error) || !check_law (self, findings, error))
    return FALSE;
  keys = cs_dossier_repo_list (self->db, &all, error);
  if (keys == NULL)
    return FALSE;
  for (guint i = 0; i < keys->len; i++)
    {
      CsDossierKey key = g_array_index (keys, CsDossierKey, i);
      g_autoptr (CsDossier) dossier = cs_dossier_repo_load (self->db, key.dossier, key.evaluation, error);

      if (dossier == NULL || !check_files_of (self, dossier, findings, error))
        return FALSE;
      if (key.evaluation != 0 && !check_sheets_of (self, dossier, findings, error))
        return FALSE;
    }
  return TRUE;
}
