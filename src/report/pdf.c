/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/layout-private.h"

#include "base/error.h"

#include <cairo-pdf.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

/* The file being written; the first failure is kept. */
typedef struct
{
  FILE *file;
  int failed; /* errno, 0 while all is well */
} Output;

static void
set_error_from_errno (GError **error, const char *path, int number)
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
      g_set_error (error, CS_ERROR, CS_ERROR_NOT_FOUND, _ ("%s cannot be written: there is no such folder."),
                   path);
      break;
    default:
      g_set_error (error, CS_ERROR, CS_ERROR_FAILED, _ ("%s cannot be written: %s. Choose another place."),
                   path, g_strerror (number));
    }
}

static cairo_status_t
write_cb (void *closure, const unsigned char *data, unsigned int length)
{
  Output *output = closure;

  if (output->failed != 0)
    return CAIRO_STATUS_WRITE_ERROR;
  errno = 0;
  if (fwrite (data, 1, length, output->file) == length)
    return CAIRO_STATUS_SUCCESS;
  output->failed = errno != 0 ? errno : EIO;
  return CAIRO_STATUS_WRITE_ERROR;
}

/* Every page through Cairo into @output. Returns: FALSE and a message when Cairo itself failed. */
static gboolean
draw_pages (const CsLayout *layout, Output *output, GError **error)
{
  const CsDocumentInfo *info = cs_layout_info (layout);
  cairo_surface_t *surface;
  cairo_t *cr;
  double width, height;
  cairo_status_t status;

  cs_layout_page_size (layout, 0, &width, &height);
  surface = cairo_pdf_surface_create_for_stream (write_cb, output, width, height);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, info->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, info->creator);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, info->created);
  cr = cairo_create (surface);
  for (guint i = 0; i < cs_layout_n_pages (layout) && output->failed == 0; i++)
    {
      cs_layout_page_size (layout, i, &width, &height);
      cairo_pdf_surface_set_size (surface, width, height);
      cs_layout_draw_page (layout, i, cr);
      cairo_show_page (cr);
    }
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS && output->failed == 0)
    g_set_error (error, CS_ERROR, CS_ERROR_FAILED, _ ("The PDF could not be made: %s."),
                 cairo_status_to_string (status));
  return status == CAIRO_STATUS_SUCCESS || output->failed != 0;
}

/* Draws into @fd, which is closed in any case, and sees to it that the disk has it. */
static gboolean
write_file (const CsLayout *layout, int fd, const char *path, GError **error)
{
  Output output = { fdopen (fd, "wb"), 0 };
  gboolean drawn;

  if (output.file == NULL)
    {
      set_error_from_errno (error, path, errno);
      close (fd);
      return FALSE;
    }
  drawn = draw_pages (layout, &output, error);
  if (drawn && output.failed == 0 && (fflush (output.file) != 0 || fsync (fd) != 0))
    output.failed = errno;
  if (fclose (output.file) != 0 && output.failed == 0)
    output.failed = errno;
  if (drawn && output.failed != 0)
    set_error_from_errno (error, path, output.failed);
  return drawn && output.failed == 0;
}

/* The name must be on the disk as well. Some file systems cannot sync a folder; the file is whole anyway. */
static void
sync_folder (const char *folder)
{
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd < 0)
    return;
  (void) fsync (fd);
  close (fd);
}

gboolean
cs_layout_write_pdf (CsLayout *layout, const char *path, GError **error)
{
  g_autofree char *folder = NULL;
  g_autofree char *temporary = NULL;
  int fd;

  g_return_val_if_fail (layout != NULL && path != NULL, FALSE);
  folder = g_path_get_dirname (path);
  temporary = g_build_filename (folder, ".chamsao-XXXXXX", NULL);
  fd = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, 0666);
  if (fd < 0)
    {
      set_error_from_errno (error, path, errno);
      return FALSE;
    }
  if (!write_file (layout, fd, path, error))
    {
      g_unlink (temporary);
      return FALSE;
    }
  if (g_rename (temporary, path) != 0)
    {
      set_error_from_errno (error, path, errno);
      g_unlink (temporary);
      return FALSE;
    }
  sync_folder (folder);
  return TRUE;
}
