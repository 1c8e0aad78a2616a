/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/backup.h"

#include "base/error.h"
#include "base/safe-file.h"
#include "service/book/files.h"
#include "service/book/restore.h"
#include "service/dossiers/evidence.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>
#include <unistd.h>
#include <zip.h>

#define MANIFEST     "manifest.json"
#define BOOK         "book.chamsao"
#define FILES        "files/"
#define BLOCK        (64 * 1024)
#define MANIFEST_MAX (64 * 1024 * 1024) /* bytes: far more than a hundred thousand files take */

static gboolean
set_damaged (const char *path, const char *what, GError **error)
{
  g_set_error (error, CS_ERROR, CS_ERROR_CORRUPT,
               _ ("%s is damaged or no copy of this program (%s). Nothing was restored; take another copy."),
               path, what);
  return FALSE;
}

/* Whether the file begins as such a copy does, and not as a book. */
static gboolean
is_whole (const char *path)
{
  static const char zip[] = { 'P', 'K', 3, 4 };
  char begin[sizeof zip] = { 0 };
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  gboolean is =
      fd >= 0 && read (fd, begin, sizeof begin) == sizeof begin && memcmp (begin, zip, sizeof zip) == 0;

  if (fd >= 0)
    close (fd);
  return is;
}

/* --- writing --- */

typedef struct
{
  zip_t *zip;
  const char *path; /* of the copy, for messages */
  const char *book; /* whose files are taken */
  CsProgress progress;
  gpointer data;
  GCancellable *cancellable;
  JsonBuilder *manifest;
} Writer;

static gboolean
set_not_written (const Writer *writer, zip_error_t *why, GError **error)
{
  int number = zip_error_system_type (why) == ZIP_ET_SYS ? zip_error_code_system (why) : 0;

  if (zip_error_code_zip (why) == ZIP_ER_CANCELLED)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("It was cancelled. Nothing was kept."));
  else
    cs_safe_file_set_error (error, writer->path, number != 0 ? number : EIO);
  return FALSE;
}

/* @stored: as it is: pictures and PDF are packed already */
static gboolean
add_file (Writer *writer, const char *name, const char *from, gboolean stored, GError **error)
{
  zip_source_t *source = zip_source_file (writer->zip, from, 0, -1);
  zip_int64_t index = source != NULL ? zip_file_add (writer->zip, name, source, ZIP_FL_ENC_UTF_8) : -1;

  if (index < 0)
    {
      if (source != NULL)
        zip_source_free (source);
      return set_not_written (writer, zip_get_error (writer->zip), error);
    }
  if (stored)
    zip_set_file_compression (writer->zip, (zip_uint64_t) index, ZIP_CM_STORE, 0);
  return TRUE;
}

static void
describe (JsonBuilder *b, const char *sha256, gint64 size)
{
  json_builder_begin_object (b);
  json_builder_set_member_name (b, "sha256");
  json_builder_add_string_value (b, sha256);
  json_builder_set_member_name (b, "size");
  json_builder_add_int_value (b, size);
  json_builder_end_object (b);
}

static gboolean
add_book (Writer *writer, const char *book, GError **error)
{
  gint64 size;
  g_autoptr (GFile) file = g_file_new_for_path (book);
  g_autofree char *sha256 = cs_files_digest (file, &size, error);

  if (sha256 == NULL || !add_file (writer, BOOK, book, FALSE, error))
    return FALSE;
  json_builder_set_member_name (writer->manifest, "book");
  describe (writer->manifest, sha256, size);
  return TRUE;
}

static gboolean
add_files (Writer *writer, const GPtrArray *digests, GPtrArray *missing, GError **error)
{
  json_builder_set_member_name (writer->manifest, "files");
  json_builder_begin_array (writer->manifest);
  for (guint i = 0; i < digests->len; i++)
    {
      const char *digest = g_ptr_array_index (digests, i);
      g_autoptr (GFile) file = cs_files_locate (writer->book, digest);
      g_autofree char *path = g_file_get_path (file), *name = g_strconcat (FILES, digest, NULL),
                      *found = NULL;
      gint64 size;

      if (g_cancellable_set_error_if_cancelled (writer->cancellable, error))
        return FALSE;
      found = cs_files_digest (file, &size, NULL);
      if (g_strcmp0 (found, digest) != 0)
        {
          g_ptr_array_add (missing, g_strdup (digest));
          continue;
        }
      if (!add_file (writer, name, path, TRUE, error))
        return FALSE;
      describe (writer->manifest, digest, size);
    }
  json_builder_end_array (writer->manifest);
  return TRUE;
}

static gboolean
add_manifest (Writer *writer, GError **error)
{
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;
  zip_source_t *source;
  gsize length;

  json_builder_end_object (writer->manifest);
  root = json_builder_get_root (writer->manifest);
  text = json_to_string (root, TRUE);
  length = strlen (text);
  source = zip_source_buffer (writer->zip, g_steal_pointer (&text), length, 1);
  if (source != NULL && zip_file_add (writer->zip, MANIFEST, source, ZIP_FL_ENC_UTF_8) >= 0)
    return TRUE;
  if (source != NULL)
    zip_source_free (source);
  return set_not_written (writer, zip_get_error (writer->zip), error);
}

static void
progress_cb (zip_t *zip, double done, void *data)
{
  const Writer *writer = data;

  if (writer->progress != NULL)
    writer->progress ((guint) (done * 100), 100, writer->data);
}

static int
cancel_cb (zip_t *zip, void *data)
{
  return g_cancellable_is_cancelled (((const Writer *) data)->cancellable);
}

/* libzip writes a file of its own and renames it: what is on the disk is that one. */
static gboolean
sync_file (const char *path, GError **error)
{
  int fd = g_open (path, O_RDWR | O_CLOEXEC, 0);
  gboolean good = fd >= 0 && fsync (fd) == 0;

  if (!good)
    cs_safe_file_set_error (error, path, errno);
  if (fd >= 0)
    close (fd);
  return good;
}

static gboolean
fill (Writer *writer, const char *book, const GPtrArray *digests, GPtrArray *missing, GError **error)
{
  json_builder_begin_object (writer->manifest);
  json_builder_set_member_name (writer->manifest, "format");
  json_builder_add_int_value (writer->manifest, 1);
  if (!add_book (writer, book, error) || !add_files (writer, digests, missing, error)
      || !add_manifest (writer, error))
    return FALSE;
  zip_register_progress_callback_with_state (writer->zip, 0.01, progress_cb, NULL, writer);
  zip_register_cancel_callback_with_state (writer->zip, cancel_cb, NULL, writer);
  if (zip_close (writer->zip) == 0)
    {
      writer->zip = NULL;
      return TRUE;
    }
  return set_not_written (writer, zip_get_error (writer->zip), error);
}

gboolean
cs_backup_write (CsStore *store,
                 const char *book,
                 const char *path,
                 CsProgress progress,
                 gpointer data,
                 GCancellable *cancellable,
                 guint *n_files,
                 GPtrArray **missing,
                 GError **error)
{
  g_autoptr (CsSafeFile) file = cs_safe_file_new_unique (path, 0600, error);
  g_autoptr (GPtrArray) digests = file != NULL ? cs_evidence_digests (store, error) : NULL;
  g_autoptr (GPtrArray) lost = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *copy = NULL;
  Writer writer = {
    .path = path, .book = book, .progress = progress, .data = data, .cancellable = cancellable
  };
  zip_error_t why;
  int code = 0;
  gboolean good;

  if (digests == NULL)
    return FALSE;
  copy = g_strconcat (cs_safe_file_get_temporary (file), ".book", NULL);
  if (!cs_store_backup (store, copy, error))
    return FALSE;
  writer.zip = zip_open (cs_safe_file_get_temporary (file), ZIP_CREATE | ZIP_TRUNCATE, &code);
  if (writer.zip == NULL)
    {
      zip_error_init_with_code (&why, code);
      set_not_written (&writer, &why, error);
      g_unlink (copy);
      return FALSE;
    }
  writer.manifest = json_builder_new ();
  good = fill (&writer, copy, digests, lost, error);
  if (writer.zip != NULL)
    zip_discard (writer.zip);
  g_object_unref (writer.manifest);
  g_unlink (copy);
  if (!good || !sync_file (cs_safe_file_get_temporary (file), error)
      || !cs_safe_file_commit (g_steal_pointer (&file), NULL, error))
    return FALSE;
  *n_files = digests->len - lost->len;
  *missing = g_steal_pointer (&lost);
  return TRUE;
}

/* --- restoring --- */

typedef struct
{
  zip_t *zip;
  const char *path; /* of the copy, for messages */
  JsonObject *manifest;
} Reader;

static void
reader_clear (Reader *reader)
{
  if (reader->zip != NULL)
    zip_discard (reader->zip);
  g_clear_pointer (&reader->manifest, json_object_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)

/* @to: (nullable): a file that is not there yet; @text: (nullable) (out): all of it, else. Exactly @size
 * bytes are read, and nothing may follow. */
static gboolean
read_entry (
    Reader *reader, const char *name, gint64 size, const char *to, char **text, char **digest, GError **error)
{
  zip_file_t *entry = zip_fopen (reader->zip, name, 0);
  int fd = to != NULL ? g_open (to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600) : -1;
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *block = g_malloc (BLOCK), *whole = text != NULL ? g_malloc ((gsize) size + 1) : NULL;
  int failed = to != NULL && fd < 0 ? errno : 0;
  gint64 done = 0;
  zip_int64_t n = -1;

  while (entry != NULL && failed == 0 && (n = zip_fread (entry, block, BLOCK)) > 0 && done + n <= size)
    {
      g_checksum_update (sum, (const guchar *) block, (gssize) n);
      if (whole != NULL)
        memcpy (whole + done, block, (gsize) n);
      if (fd >= 0 && write (fd, block, (gsize) n) != (gssize) n)
        failed = errno != 0 ? errno : EIO;
      done += n;
    }
  if (fd >= 0 && failed == 0 && fsync (fd) != 0)
    failed = errno;
  if (fd >= 0)
    close (fd);
  if (entry != NULL && zip_fclose (entry) != 0)
    n = -1;
  if (failed != 0)
    {
      cs_safe_file_set_error (error, to, failed);
      return FALSE;
    }
  if (n != 0 || done != size)
    return set_damaged (reader->path, name, error);
  *digest = g_strdup (g_checksum_get_string (sum));
  if (text != NULL)
    {
      whole[size] = '\0';
      *text = g_steal_pointer (&whole);
    }
  return TRUE;
}

/* Writes an entry to @to and looks whether it is what the manifest says. */
static gboolean
take_entry (Reader *reader, const char *name, JsonObject *told, const char *to, GError **error)
{
  const char *sha256 = json_object_get_string_member_with_default (told, "sha256", "");
  gint64 size = json_object_get_int_member_with_default (told, "size", -1);
  g_autofree char *found = NULL;

  if (size < 0)
    return set_damaged (reader->path, name, error);
  return read_entry (reader, name, size, to, NULL, &found, error)
         && (g_str_equal (found, sha256) || set_damaged (reader->path, name, error));
}

static gboolean
read_manifest (Reader *reader, GError **error)
{
  zip_stat_t about;
  g_autofree char *text = NULL, *digest = NULL;
  g_autoptr (JsonNode) root = NULL;
  JsonObject *object;

  if (zip_stat (reader->zip, MANIFEST, 0, &about) != 0 || !(about.valid & ZIP_STAT_SIZE)
      || about.size > MANIFEST_MAX)
    return set_damaged (reader->path, MANIFEST, error);
  if (!read_entry (reader, MANIFEST, (gint64) about.size, NULL, &text, &digest, error))
    return FALSE;
  root = g_utf8_validate (text, -1, NULL) ? json_from_string (text, NULL) : NULL;
  object = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  if (object == NULL || !json_object_has_member (object, "book") || !json_object_has_member (object, "files")
      || !JSON_NODE_HOLDS_OBJECT (json_object_get_member (object, "book"))
      || !JSON_NODE_HOLDS_ARRAY (json_object_get_member (object, "files")))
    return set_damaged (reader->path, MANIFEST, error);
  if (json_object_get_int_member_with_default (object, "format", 0) != 1)
    {
      g_set_error (error, CS_ERROR, CS_ERROR_TOO_NEW,
                   _ ("%s was made by a newer version of the program. Install that version to restore it."),
                   reader->path);
      return FALSE;
    }
  reader->manifest = json_object_ref (object);
  /* nothing stands in it that the manifest does not tell */
  if (zip_get_num_entries (reader->zip, 0)
      != json_array_get_length (json_object_get_array_member (object, "files")) + 2)
    return set_damaged (reader->path, MANIFEST, error);
  return TRUE;
}

static gboolean
is_digest (const char *text)
{
  return strlen (text) == 64 && strspn (text, "0123456789abcdef") == 64;
}

/* @book: where the book will lie, for the folder of its files. */
static gboolean
take_files (Reader *reader, const char *book, GError **error)
{
  JsonArray *files = json_object_get_array_member (reader->manifest, "files");

  for (guint i = 0; i < json_array_get_length (files); i++)
    {
      JsonNode *node = json_array_get_element (files, i);
      JsonObject *told = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
      const char *sha256 =
          told != NULL ? json_object_get_string_member_with_default (told, "sha256", "") : "";
      g_autoptr (GFile) file = NULL;
      g_autofree char *name = g_strconcat (FILES, sha256, NULL), *path = NULL;

      if (!is_digest (sha256))
        return set_damaged (reader->path, MANIFEST, error);
      file = cs_files_locate (book, sha256);
      path = g_file_get_path (file);
      if (!take_entry (reader, name, told, path, error))
        return FALSE;
    }
  return TRUE;
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

/* The folder gets its name first: a book without its files would be half of what was asked for. */
static gboolean
put_in_place (CsSafeFile *file, const char *staged, const char *folder, gboolean any, GError **error)
{
  if (any && g_rename (staged, folder) != 0)
    {
      cs_safe_file_set_error (error, folder, errno);
      cs_safe_file_abandon (file);
      return FALSE;
    }
  if (cs_safe_file_commit (file, NULL, error))
    return TRUE;
  if (any)
    remove_folder (folder);
  return FALSE;
}

static gboolean
restore_into (Reader *reader, CsSafeFile *file, const char *staged, GError **error)
{
  const char *temporary = cs_safe_file_get_temporary (file);
  g_autofree char *book = g_strconcat (temporary, ".book", NULL);
  gboolean good;

  if (g_mkdir (staged, 0700) != 0)
    {
      cs_safe_file_set_error (error, staged, errno);
      return FALSE;
    }
  good = take_entry (reader, BOOK, json_object_get_object_member (reader->manifest, "book"), book, error)
         && cs_restore_into (book, temporary, error) && take_files (reader, temporary, error);
  g_unlink (book);
  return good;
}

static gboolean
restore_whole (const char *source, const char *path, GError **error)
{
  g_auto (Reader) reader = { .path = source };
  g_autofree char *folder = g_strconcat (path, ".files", NULL), *staged = NULL;
  g_autoptr (CsSafeFile) file = NULL;
  gboolean any;

  reader.zip = zip_open (source, ZIP_RDONLY | ZIP_CHECKCONS, NULL);
  if (reader.zip == NULL)
    return set_damaged (source, _ ("it cannot be opened"), error);
  if (!read_manifest (&reader, error))
    return FALSE;
  any = json_array_get_length (json_object_get_array_member (reader.manifest, "files")) > 0;
  if (any && g_file_test (folder, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, CS_ERROR, CS_ERROR_CONFLICT,
                   _ ("%s exists already. Choose another name; nothing was overwritten."), folder);
      return FALSE;
    }
  file = cs_safe_file_new_unique (path, 0600, error);
  if (file == NULL)
    return FALSE;
  staged = g_strconcat (cs_safe_file_get_temporary (file), ".files", NULL);
  if (!restore_into (&reader, file, staged, error)
      || !put_in_place (g_steal_pointer (&file), staged, folder, any, error))
    {
      remove_folder (staged);
      return FALSE;
    }
  if (!any)
    remove_folder (staged);
  return TRUE;
}

gboolean
cs_backup_restore (const char *source, const char *path, GError **error)
{
  return is_whole (source) ? restore_whole (source, path, error) : cs_restore (source, path, error);
}
