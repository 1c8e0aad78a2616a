/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/input-file.h"

#include "base/error.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>

static void
set_too_large (const char *path, gsize max_bytes, GError **error)
{
  g_autofree char *size = g_format_size_full (max_bytes, G_FORMAT_SIZE_IEC_UNITS);

  /* Translators: a size like "64,0 MiB" */
  g_set_error (error, CS_ERROR, CS_ERROR_INVALID,
               _ ("%s is larger than %s and was not read; check that it is the file you meant, or split it"),
               path, size);
}

static gboolean
is_acceptable (const char *path, gsize max_bytes, GError **error)
{
  GStatBuf found;

  if (g_stat (path, &found) != 0)
    return TRUE; /* opening it tells why */
  if (!S_ISREG (found.st_mode))
    g_set_error (error, CS_ERROR, CS_ERROR_INVALID, _ ("%s is no file. Name a file."), path);
  else if ((guint64) found.st_size > max_bytes)
    set_too_large (path, max_bytes, error);
  else
    return TRUE;
  return FALSE;
}

char *
cs_input_file_load (const char *path, gsize max_bytes, gsize *length, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *bytes = NULL;

  if (!is_acceptable (path, max_bytes, error))
    return NULL;
  if (!g_file_load_contents (file, NULL, &bytes, length, NULL, error))
    {
      cs_error_take_gio (error);
      return NULL;
    }
  /* it may have grown meanwhile */
  if (*length <= max_bytes)
    return g_steal_pointer (&bytes);
  set_too_large (path, max_bytes, error);
  return NULL;
}
