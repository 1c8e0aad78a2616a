/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/page/pdf.h"
#include "report/page/layout-private.h"

#include "base/error.h"
#include "base/safe-file.h"

#include <cairo-pdf.h>
#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <unistd.h>

/* The file being written; the first failure is kept. */
typedef struct
{
  FILE *file;
  int failed; /* errno, 0 while all is well */
} Output;

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

/* Draws into @fd through a stream of its own, so that a page is not written in thousands of small pieces. */
static gboolean
write_file (const CsLayout *layout, int fd, const char *path, GError **error)
{
  Output output = { fdopen (dup (fd), "wb"), 0 };
  gboolean drawn;

  if (output.file == NULL)
    {
      cs_safe_file_set_error (error, path, errno);
      return FALSE;
    }
  drawn = draw_pages (layout, &output, error);
  if (fclose (output.file) != 0 && output.failed == 0)
    output.failed = errno;
  if (drawn && output.failed != 0)
    cs_safe_file_set_error (error, path, output.failed);
  return drawn && output.failed == 0;
}

gboolean
cs_layout_write_pdf (CsLayout *layout, const char *path, GError **error)
{
  g_autoptr (CsSafeFile) file = NULL;

  g_return_val_if_fail (layout != NULL && path != NULL, FALSE);
  file = cs_safe_file_new (path, 0666, error);
  return file != NULL && write_file (layout, cs_safe_file_get_fd (file), path, error)
         && cs_safe_file_commit (g_steal_pointer (&file), NULL, error);
}
