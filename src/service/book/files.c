/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/book/files.h"

#include "base/error.h"
#include "base/safe-file.h"

#include <errno.h>
#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define BLOCK    (64 * 1024)
#define MEGABYTE (1024 * 1024)

static GFile *
folder_of (const char *book)
{
  g_autofree char *path = g_strdup_printf ("%s.files", book);

  return g_file_new_for_path (path);
}

GFile *
cs_files_locate (const char *book, const char *sha256)
{
  g_autoptr (GFile) folder = folder_of (book);

  return g_file_get_child (folder, sha256);
}

/* Who waits for a copy, and how much there is to wait for. */
typedef struct
{
  CsProgress progress; /* (nullable) */
  gpointer data;
  GCancellable *cancellable; /* (nullable) */
  gint64 total;
} Waiter;

static void
tell (const Waiter *waiter, gint64 size)
{
  if (waiter->progress != NULL && size % MEGABYTE < BLOCK)
    waiter->progress ((guint) (size / MEGABYTE), (guint) (waiter->total / MEGABYTE), waiter->data);
}

/* Copies @in to @out while hashing. Returns: (transfer full) (nullable): the digest. */
static char *
pump (GInputStream *in, GOutputStream *out, const Waiter *waiter, gint64 *size, GError **error)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guchar *block = g_malloc (BLOCK);
  gssize n;

  *size = 0;
  while ((n = g_input_stream_read (in, block, BLOCK, waiter->cancellable, error)) > 0)
    {
      g_checksum_update (sum, block, n);
      *size += n;
      tell (waiter, *size);
      if (out != NULL && !g_output_stream_write_all (out, block, (gsize) n, NULL, NULL, error))
        return NULL;
    }
  return n == 0 ? g_strdup (g_checksum_get_string (sum)) : NULL;
}

static gboolean
describe (GFile *source, CsEvidence *paper, gint64 *size, GError **error)
{
  g_autoptr (GFileInfo) info =
      g_file_query_info (source,
                         G_FILE_ATTRIBUTE_STANDARD_DISPLAY_NAME "," G_FILE_ATTRIBUTE_STANDARD_CONTENT_TYPE
                                                                "," G_FILE_ATTRIBUTE_STANDARD_TYPE
                                                                "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                         G_FILE_QUERY_INFO_NONE, NULL, error);
  g_autofree char *media = NULL;

  if (info == NULL)
    return FALSE;
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      g_set_error (error, CS_ERROR, CS_ERROR_INVALID, _ ("“%s” is not a file. Choose a file."),
                   g_file_info_get_display_name (info));
      return FALSE;
    }
  *size = g_file_info_get_size (info);
  media = g_content_type_get_mime_type (g_file_info_get_content_type (info));
  g_free (paper->file_name);
  paper->file_name = g_strdup (g_file_info_get_display_name (info));
  g_free (paper->media_type);
  paper->media_type = g_strdup (media != NULL ? media : "application/octet-stream");
  return TRUE;
}

/* Writes the copy; only then its name is known. */
static gboolean
copy_in (GFile *folder, GFile *source, const Waiter *waiter, CsEvidence *paper, GError **error)
{
  g_autoptr (GInputStream) in = G_INPUT_STREAM (g_file_read (source, NULL, error));
  g_autofree char *folder_path = g_file_get_path (folder);
  g_autofree char *draft = g_build_filename (folder_path, "draft", NULL);
  g_autoptr (CsSafeFile) file = in != NULL ? cs_safe_file_new (draft, 0600, error) : NULL;
  g_autoptr (GOutputStream) out = NULL;
  g_autofree char *digest = NULL;
  g_autofree char *final = NULL;

  if (file == NULL)
    return FALSE;
  out = g_unix_output_stream_new (cs_safe_file_get_fd (file), FALSE);
  digest = pump (in, out, waiter, &paper->size, error);
  if (digest == NULL)
    return FALSE;
  final = g_build_filename (folder_path, digest, NULL);
  if (!cs_safe_file_commit (g_steal_pointer (&file), final, error))
    return FALSE;
  g_free (paper->file_sha256);
  paper->file_sha256 = g_steal_pointer (&digest);
  return TRUE;
}

gboolean
cs_files_store (const char *book,
                GFile *source,
                CsEvidence *paper,
                CsProgress progress,
                gpointer progress_data,
                GCancellable *cancellable,
                GError **error)
{
  Waiter waiter = { progress, progress_data, cancellable };
  g_autoptr (GFile) folder = folder_of (book);
  g_autofree char *path = g_file_get_path (folder);

  if (g_mkdir_with_parents (path, 0700) != 0)
    {
      cs_safe_file_set_error (error, path, errno);
      return FALSE;
    }
  if (describe (source, paper, &waiter.total, error) && copy_in (folder, source, &waiter, paper, error))
    return TRUE;
  cs_error_take_gio (error);
  return FALSE;
}

char *
cs_files_digest (GFile *file, gint64 *size, GError **error)
{
  g_autoptr (GInputStream) in = G_INPUT_STREAM (g_file_read (file, NULL, error));
  const Waiter nobody = { 0 };
  char *digest = in != NULL ? pump (in, NULL, &nobody, size, error) : NULL;

  if (digest == NULL)
    cs_error_take_gio (error);
  return digest;
}

gboolean
cs_files_verify (const char *book, const char *sha256)
{
  g_autoptr (GFile) file = cs_files_locate (book, sha256);
  gint64 size;
  g_autofree char *digest = cs_files_digest (file, &size, NULL);

  return g_strcmp0 (digest, sha256) == 0;
}

GPtrArray *
cs_files_missing (const char *book, const GPtrArray *digests)
{
  GPtrArray *missing = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < digests->len; i++)
    {
      g_autoptr (GFile) file = cs_files_locate (book, g_ptr_array_index (digests, i));

      if (!g_file_query_exists (file, NULL))
        g_ptr_array_add (missing, g_strdup (g_ptr_array_index (digests, i)));
    }
  return missing;
}

/* Returns: (transfer full) (element-type GFile): @folder and the folders of files of books in it */
static GPtrArray *
places_in (GFile *folder, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GFileEnumerator) children =
      g_file_enumerate_children (folder, G_FILE_ATTRIBUTE_STANDARD_NAME, G_FILE_QUERY_INFO_NONE, cancellable,
                                 error);

  if (children == NULL)
    return NULL;
  g_ptr_array_add (places, g_object_ref (folder));
  while (TRUE)
    {
      GFileInfo *info;
      GFile *child;

      if (!g_file_enumerator_iterate (children, &info, &child, cancellable, error))
        return NULL;
      if (info == NULL)
        return g_steal_pointer (&places);
      if (g_str_has_suffix (g_file_info_get_name (info), ".files"))
        g_ptr_array_add (places, g_object_ref (child));
    }
}

/* @found: (inout). Returns: FALSE with @error; that there is none is none */
static gboolean
adopt (GFile *to,
       const GPtrArray *places,
       const char *digest,
       const Waiter *waiter,
       guint *found,
       GError **error)
{
  for (guint i = 0; i < places->len; i++)
    {
      g_autoptr (GFile) file = g_file_get_child (g_ptr_array_index (places, i), digest);
      g_autofree char *actual = NULL;
      CsEvidence paper = { 0 };
      gint64 size;

      actual = g_file_query_exists (file, NULL) ? cs_files_digest (file, &size, NULL) : NULL;
      if (g_strcmp0 (actual, digest) != 0)
        continue;
      if (!copy_in (to, file, waiter, &paper, error))
        return FALSE;
      g_free (paper.file_sha256);
      (*found)++;
      return TRUE;
    }
  return TRUE;
}

gboolean
cs_files_adopt (const char *book,
                GFile *folder,
                const GPtrArray *digests,
                CsProgress progress,
                gpointer progress_data,
                GCancellable *cancellable,
                guint *found,
                GError **error)
{
  const Waiter quiet = { .cancellable = cancellable };
  g_autoptr (GPtrArray) missing = cs_files_missing (book, digests);
  g_autoptr (GPtrArray) places = places_in (folder, cancellable, error);
  g_autoptr (GFile) to = folder_of (book);
  g_autofree char *path = g_file_get_path (to);
  gboolean good = places != NULL;

  *found = 0;
  if (good && missing->len > 0 && g_mkdir_with_parents (path, 0700) != 0)
    {
      cs_safe_file_set_error (error, path, errno);
      return FALSE;
    }
  for (guint i = 0; good && i < missing->len; i++)
    {
      good = !g_cancellable_set_error_if_cancelled (cancellable, error)
             && adopt (to, places, g_ptr_array_index (missing, i), &quiet, found, error);
      if (progress != NULL)
        progress (i + 1, missing->len, progress_data);
    }
  if (!good)
    cs_error_take_gio (error);
  return good;
}
