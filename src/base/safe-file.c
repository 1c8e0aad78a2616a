/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/safe-file.h"

#include "base/error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

struct _CsSafeFile
{
  char *path;
  char *temporary;
  int fd;
};

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
    default:
      g_set_error (error, CS_ERROR, CS_ERROR_FAILED, _ ("%s cannot be written: %s. Choose another place."),
                   path, g_strerror (number));
    }
}

CsSafeFile *
cs_safe_file_new (const char *path, int mode, GError **error)
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

gboolean
cs_safe_file_commit (CsSafeFile *self, const char *path, GError **error)
{
  const char *final = path != NULL ? path : self->path;
  int failed = 0;

  if (fsync (self->fd) != 0 || g_rename (self->temporary, final) != 0)
    failed = errno;
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
