/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "db/closed-copy.h"

#include "base/error.h"
#include "base/safe-file.h"
#include "db/db.h"
#include "db/page-copy.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <gio/gunixoutputstream.h>
#include <glib/gstdio.h>
#include <unistd.h>

static gboolean
copy_pages (const char *source, const char *target, GError **error)
{
  g_autoptr (CsDb) db = cs_db_open_for_copy (source, error);
  g_autoptr (CsPageCopy) copy = db != NULL ? cs_page_copy_new (db, target, error) : NULL;
  gboolean more;

  return copy != NULL && cs_page_copy_step (copy, -1, &more, error);
}

/* Nobody holds a lock who left a journal: there is nothing open that closing the file here could let go. */
static gboolean
copy_bytes (const char *source, const char *target, GError **error)
{
  g_autoptr (GFile) from = g_file_new_for_path (source);
  g_autoptr (GInputStream) in = G_INPUT_STREAM (g_file_read (from, NULL, error));
  g_autoptr (GOutputStream) out = NULL;
  int fd = in != NULL ? g_open (target, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600) : -1;

  if (fd >= 0)
    {
      out = g_unix_output_stream_new (fd, TRUE);
      if (g_output_stream_splice (out, in, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, error) >= 0)
        return TRUE;
    }
  else if (in != NULL)
    cs_safe_file_set_error (error, target, errno);
  cs_error_take_gio (error);
  return FALSE;
}

gboolean
cs_db_copy_closed (const char *source, const char *target, GError **error)
{
  g_autofree char *journal = g_strconcat (source, "-journal", NULL);
  g_autofree char *target_journal = g_strconcat (target, "-journal", NULL);
  g_autoptr (GError) failed = NULL;
  GStatBuf found;

  if (copy_pages (source, target, &failed))
    return TRUE;
  /* what is half written cannot be taken back where it lies */
  if (g_error_matches (failed, CS_ERROR, CS_ERROR_READ_ONLY) && g_stat (journal, &found) == 0
      && found.st_size > 0)
    return copy_bytes (source, target, error) && copy_bytes (journal, target_journal, error);
  g_propagate_error (error, g_steal_pointer (&failed));
  return FALSE;
}
