/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "db/handle.h"
#include "db/handle-private.h"

#include "base/error.h"
#include "db/system-call.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

#define READ_BLOCK 65536

static CsError
code_of_sqlite (int code)
{
  int number = cs_system_call_write_errno ();

  /* a quota or a limit on files is a full disk for whoever writes; SQLite tells only ENOSPC apart */
  if (code == SQLITE_IOERR_WRITE && (number == EFBIG || number == EDQUOT || number == ENOSPC))
    return CS_ERROR_NO_SPACE;
  switch (code & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return CS_ERROR_BUSY;
    case SQLITE_FULL:
      return CS_ERROR_NO_SPACE;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
    case SQLITE_CANTOPEN:
      return CS_ERROR_READ_ONLY;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_ERROR: /* our statements fit every book of ours: what they do not fit is damaged */
      return CS_ERROR_CORRUPT;
    case SQLITE_CONSTRAINT:
      return CS_ERROR_INVALID;
    default:
      return CS_ERROR_FAILED;
    }
}

/* @code: of SQLite; @meaning: what it is for us */
static const char *
advice (int code, CsError meaning)
{
  if (code == SQLITE_IOERR_NOMEM || (code & 0xff) == SQLITE_NOMEM)
    return _ ("There is not enough memory. Close other programs, then try again.");
  switch ((int) meaning)
    {
    case CS_ERROR_BUSY:
      return _ ("The book is open in another window or program. Close it there, then try again.");
    case CS_ERROR_NO_SPACE:
      return _ ("The disk is full. Nothing was changed; make room and try again.");
    case CS_ERROR_READ_ONLY:
      return _ ("The book or its folder cannot be written. Check its permissions.");
    case CS_ERROR_CORRUPT:
      return _ ("The file is damaged or is not a book of this program. Restore a backup copy.");
    default:
      return (code & 0xff) == SQLITE_IOERR ? _ ("The disk did not do what was asked of it. Try again; when "
                                                "it happens again, copy the book to"
                                                " another disk.")
                                           : _ ("Nothing was changed.");
    }
}

void
_cs_db_set_error (CsDb *db, int code, const char *doing, GError **error)
{
  CsError meaning = code_of_sqlite (code);

  g_set_error (error, CS_ERROR, (int) meaning, "%s: %s (%s). %s", db->path, doing,
               db->handle != NULL ? sqlite3_errmsg (db->handle) : sqlite3_errstr (code),
               advice (code, meaning));
}

void
_cs_db_set_file_error (const char *path, int code, GError **error)
{
  CsError meaning = code_of_sqlite (code);

  g_set_error (error, CS_ERROR, (int) meaning, "%s: %s. %s", path, sqlite3_errstr (code),
               advice (code, meaning));
}

int
_cs_db_open_file (const char *path, int flags, sqlite3 **handle)
{
  g_assert (g_path_is_absolute (path));
  cs_system_call_note_writes ();
  return sqlite3_open_v2 (path, handle, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);
}

gboolean
_cs_db_exec (CsDb *db, const char *sql, GError **error)
{
  int code = sqlite3_exec (db->handle, sql, NULL, NULL, NULL);

  if (code == SQLITE_OK)
    return TRUE;
  db->spoiled = TRUE;
  _cs_db_set_error (db, code, _ ("cannot work with the book"), error);
  return FALSE;
}

gint64
cs_db_last_id (CsDb *db)
{
  return sqlite3_last_insert_rowid (db->handle);
}

/* All of it, block by block: what is in memory is not asked. */
gboolean
_cs_db_can_be_read (CsDb *db, GError **error)
{
  sqlite3_file *file = NULL;
  sqlite3_int64 size = 0;
  g_autofree char *block = g_malloc (READ_BLOCK);
  int code = sqlite3_file_control (db->handle, "main", SQLITE_FCNTL_FILE_POINTER, &file);

  if (code == SQLITE_OK)
    code = file->pMethods->xFileSize (file, &size);
  for (sqlite3_int64 at = 0; code == SQLITE_OK && at < size; at += READ_BLOCK)
    code = file->pMethods->xRead (file, block, (int) MIN (READ_BLOCK, size - at), at);
  if (code == SQLITE_OK)
    return TRUE;
  _cs_db_set_file_error (db->path, code, error);
  return FALSE;
}

int
cs_db_version (CsDb *db)
{
  sqlite3_stmt *statement = NULL;
  int version = 0;

  if (db->version != 0)
    return db->version;
  if (sqlite3_prepare_v2 (db->handle, "PRAGMA user_version", -1, &statement, NULL) == SQLITE_OK
      && sqlite3_step (statement) == SQLITE_ROW)
    version = sqlite3_column_int (statement, 0);
  sqlite3_finalize (statement);
  /* what is changed in a transaction may be rolled back */
  if (db->current == NULL)
    db->version = version;
  return version;
}
