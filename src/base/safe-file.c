/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/safe-file.h"

#include "base/error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct _CsSafeFile
{
  char *path;
  char *temporary;
  int fd;
  gboolean only_new;
};

/* the first bytes of every SQLite file; a book that is not open here may be any office's */
static const char database[] = "SQLite format 3";

static GMutex guard_lock;
static GHashTable *guarded; /* device and number of a file -> how often */

static char *
name_of (const struct stat *found)
{
  return g_strdup_printf ("%" G_GUINT64_FORMAT ":%" G_GUINT64_FORMAT, (guint64) found->st_dev,
                          (guint64) found->st_ino);
}

char *
cs_safe_file_guard (const char *path)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&guard_lock);
  struct stat found;
  char *name;

  if (stat (path, &found) != 0)
    return NULL;
  name = name_of (&found);
  if (guarded == NULL)
    guarded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_hash_table_insert (guarded, g_strdup (name),
                       GINT_TO_POINTER (GPOINTER_TO_INT (g_hash_table_lookup (guarded, name)) + 1));
  return name;
}

void
cs_safe_file_unguard (char *guard)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&guard_lock);
  g_autofree char *name = guard;
  int times = name != NULL ? GPOINTER_TO_INT (g_hash_table_lookup (guarded, name)) : 0;

  if (times > 1)
    g_hash_table_insert (guarded, g_strdup (name), GINT_TO_POINTER (times - 1));
  else if (times == 1)
    g_hash_table_remove (guarded, name);
}

static gboolean
is_guarded (const struct stat *found)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&guard_lock);
  g_autofree char *name = name_of (found);

  return guarded != NULL && g_hash_table_contains (guarded, name);
}

static gboolean
begins_as_database (const char *path)
{
  char head[sizeof database] = "";
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  gboolean same = fd >= 0 && read (fd, head, sizeof head) == sizeof head;

  if (fd >= 0)
    close (fd);
  return same && memcmp (head, database, sizeof database) == 0;
}

/* What may not be replaced by anything that is written out. Links are followed: whoever names one means the
 * file. */
gboolean
cs_safe_file_check (const char *path, GError **error)
{
  struct stat found;

  if (stat (path, &found) != 0)
    return TRUE;
  if (!S_ISREG (found.st_mode))
    g_set_error (error, CS_ERROR, CS_ERROR_CONFLICT,
                 _ ("%s is a folder or a device, not a file that can be replaced. Choose another name."),
                 path);
  else if (is_guarded (&found) || begins_as_database (path))
    g_set_error (
        error, CS_ERROR, CS_ERROR_CONFLICT,
        _ ("%s is a book or another database, and nothing takes its place. Choose another name; nothing was"
           " overwritten."),
        path);
  else
    return TRUE;
  return FALSE;
}

static gboolean
is_free (const char *path, GError **error)
{
  GStatBuf found;

  if (g_lstat (path, &found) != 0)
    return TRUE;
  g_set_error (error, CS_ERROR, CS_ERROR_CONFLICT,
               _ ("%s exists already. Choose another name; nothing was overwritten."), path);
  return FALSE;
}

gboolean
cs_safe_file_is_source (const char *path, const char *source, GError **error)
{
  struct stat out, in;

  if (stat (path, &out) != 0 || stat (source, &in) != 0 || out.st_dev != in.st_dev || out.st_ino != in.st_ino)
    return FALSE;
  g_set_error (error, CS_ERROR, CS_ERROR_CONFLICT,
               _ ("%s is what is being read. Choose another name; nothing was overwritten."), path);
  return TRUE;
}

void
cs_safe_file_set_error (GError **error, const char *path, int number)
{
  switch (number)
    {
    case ENOSPC:
    case EDQUOT:
    case EFBIG: /* a quota by RLIMIT_FSIZE */
      g_set_error (error, CS_ERROR, CS_ERROR_NO_SPACE,
                   _ ("%s cannot be written: the disk is full. Make room."), path);
      break;
    case EACCES:
    case EPERM:
    case EROFS:
      g_set_error (error, CS_ERROR, CS_ERROR_READ_ONLY,
                   _ ("%s cannot be written: no permission. Choose another folder."), path);
      break;
    case ENOENT:
    case ENOTDIR:
      g_set_error (error, CS_ERROR, CS_ERROR_FAILED, _ ("%s cannot be written: there is no such folder."),
                   path);
      break;
    case EEXIST:
      g_set_error (error, CS_ERROR, CS_ERROR_CONFLICT,
                   _ ("%s exists already. Choose another name; nothing was overwritten."), path);
      break;
    case ENAMETOOLONG:
      g_set_error (error, CS_ERROR, CS_ERROR_INVALID, _ ("%s: the name is too long. Choose a shorter one."),
                   path);
      break;
    default:
      g_set_error (error, CS_ERROR, CS_ERROR_FAILED, _ ("%s cannot be written: %s. Choose another place."),
                   path, g_strerror (number));
    }
}

static CsSafeFile *
make (const char *path, int mode, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *temporary = g_build_filename (folder, ".chamsao-XXXXXX", NULL);
  int fd = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, mode);
  CsSafeFile *self;

  if (fd < 0)
    {
      cs_safe_file_set_error (error, path, errno);
      return NULL;
    }
  self = g_new0 (CsSafeFile, 1);
  self->path = g_strdup (path);
  self->temporary = g_steal_pointer (&temporary);
  self->fd = fd;
  return self;
}

CsSafeFile *
cs_safe_file_new (const char *path, int mode, GError **error)
{
  return cs_safe_file_check (path, error) ? make (path, mode, error) : NULL;
}

CsSafeFile *
cs_safe_file_new_unique (const char *path, int mode, GError **error)
{
  CsSafeFile *self = is_free (path, error) ? make (path, mode, error) : NULL;

  if (self != NULL)
    self->only_new = TRUE;
  return self;
}

int
cs_safe_file_get_fd (CsSafeFile *self)
{
  return self->fd;
}

const char *
cs_safe_file_get_temporary (CsSafeFile *self)
{
  return self->temporary;
}

static void
safe_file_free (CsSafeFile *self)
{
  if (self->fd >= 0)
    close (self->fd);
  g_free (self->temporary);
  g_free (self->path);
  g_free (self);
}

void
cs_safe_file_abandon (CsSafeFile *self)
{
  if (self == NULL)
    return;
  g_unlink (self->temporary);
  safe_file_free (self);
}

/* The name must be on the disk as well. Some file systems cannot sync a folder; then the file is whole
 * anyway. */
static int
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  int failed = 0;

  if (fd < 0)
    return 0;
  if (fsync (fd) != 0 && errno != EINVAL && errno != ENOTSUP)
    failed = errno;
  close (fd);
  return failed;
}

/* A name that somebody took meanwhile is not taken away again. Some file systems cannot promise that in one
 * step. */
static int
take_name (CsSafeFile *self, const char *final)
{
  if (!self->only_new)
    return g_rename (self->temporary, final) == 0 ? 0 : errno;
  if (renameat2 (AT_FDCWD, self->temporary, AT_FDCWD, final, RENAME_NOREPLACE) == 0)
    return 0;
  if (errno != EINVAL && errno != ENOSYS && errno != ENOTSUP)
    return errno;
  if (g_file_test (final, G_FILE_TEST_EXISTS))
    return EEXIST;
  return g_rename (self->temporary, final) == 0 ? 0 : errno;
}

gboolean
cs_safe_file_commit (CsSafeFile *self, const char *path, GError **error)
{
  const char *final = path != NULL ? path : self->path;
  int failed = fsync (self->fd) == 0 ? take_name (self, final) : errno;

  if (failed == 0)
    failed = sync_folder (final);
  if (failed == 0)
    {
      safe_file_free (self);
      return TRUE;
    }
  cs_safe_file_set_error (error, final, failed);
  cs_safe_file_abandon (self);
  return FALSE;
}
