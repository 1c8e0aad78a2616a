/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fault.h"

#include <sqlite3.h>

typedef struct
{
  sqlite3_file base;
  sqlite3_file *real; /* right behind this one */
} File;

static struct
{
  sqlite3_vfs vfs;
  sqlite3_vfs *real;
  int code;
  guint countdown;
  gboolean hit;
  gboolean once;
  gboolean reading; /* reads fail, not changes */
} disk;

static sqlite3_file *
real_of (sqlite3_file *file)
{
  return ((File *) file)->real;
}

/* Returns: what the next change or read of a file comes to before it reaches the disk. */
static int
next (gboolean reading)
{
  if (reading != disk.reading)
    return SQLITE_OK;
  if (disk.hit)
    return disk.once ? SQLITE_OK : disk.code;
  if (disk.countdown == 0 || --disk.countdown > 0)
    return SQLITE_OK;
  disk.hit = TRUE;
  return disk.code;
}

#define FORWARD(name, declared, passed)                                                                      \
  static int file_##name declared                                                                            \
  {                                                                                                          \
    return real_of (file)->pMethods->x##name passed;                                                         \
  }

#define FORWARD_FAULTY(name, reading, declared, passed)                                                      \
  static int file_##name declared                                                                            \
  {                                                                                                          \
    int code = next (reading);                                                                               \
                                                                                                             \
    return code != SQLITE_OK ? code : real_of (file)->pMethods->x##name passed;                              \
  }

FORWARD (Close, (sqlite3_file * file), (real_of (file)))
FORWARD_FAULTY (Read,
                TRUE,
                (sqlite3_file * file, void *to, int n, sqlite3_int64 at),
                (real_of (file), to, n, at))
FORWARD_FAULTY (FileSize, TRUE, (sqlite3_file * file, sqlite3_int64 *size), (real_of (file), size))
FORWARD (Lock, (sqlite3_file * file, int lock), (real_of (file), lock))
FORWARD (Unlock, (sqlite3_file * file, int lock), (real_of (file), lock))
FORWARD (CheckReservedLock, (sqlite3_file * file, int *is), (real_of (file), is))
FORWARD (FileControl, (sqlite3_file * file, int what, void *data), (real_of (file), what, data))
FORWARD (SectorSize, (sqlite3_file * file), (real_of (file)))
FORWARD (DeviceCharacteristics, (sqlite3_file * file), (real_of (file)))
FORWARD_FAULTY (Write,
                FALSE,
                (sqlite3_file * file, const void *from, int n, sqlite3_int64 at),
                (real_of (file), from, n, at))
FORWARD_FAULTY (Truncate, FALSE, (sqlite3_file * file, sqlite3_int64 size), (real_of (file), size))
FORWARD_FAULTY (Sync, FALSE, (sqlite3_file * file, int flags), (real_of (file), flags))

static const sqlite3_io_methods methods = {
  .iVersion = 1, /* no memory map: every change goes through here */
  .xClose = file_Close,
  .xRead = file_Read,
  .xWrite = file_Write,
  .xTruncate = file_Truncate,
  .xSync = file_Sync,
  .xFileSize = file_FileSize,
  .xLock = file_Lock,
  .xUnlock = file_Unlock,
  .xCheckReservedLock = file_CheckReservedLock,
  .xFileControl = file_FileControl,
  .xSectorSize = file_SectorSize,
  .xDeviceCharacteristics = file_DeviceCharacteristics,
};

static int
disk_open (sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out_flags)
{
  File *self = (File *) file;
  int code;

  self->real = (sqlite3_file *) (self + 1);
  code = disk.real->xOpen (disk.real, name, self->real, flags, out_flags);
  self->base.pMethods = self->real->pMethods != NULL ? &methods : NULL;
  return code;
}

void
fault_install (void)
{
  disk.real = sqlite3_vfs_find (NULL);
  disk.vfs = *disk.real;
  disk.vfs.zName = "faulty";
  disk.vfs.szOsFile += (int) sizeof (File);
  disk.vfs.xOpen = disk_open;
  g_assert_cmpint (sqlite3_vfs_register (&disk.vfs, TRUE), ==, SQLITE_OK);
}

void
fault_arm (Fault fault, guint n)
{
  disk.reading = fault == FAULT_READ || fault == FAULT_READ_ONCE;
  disk.code = disk.reading ? SQLITE_IOERR_READ : fault == FAULT_FULL ? SQLITE_FULL : SQLITE_IOERR_WRITE;
  disk.once = fault == FAULT_ONCE || fault == FAULT_READ_ONCE;
  disk.countdown = n;
  disk.hit = FALSE;
}

gboolean
fault_was_hit (void)
{
  return disk.hit;
}

void
fault_limit_memory (gint64 bytes)
{
  sqlite3_hard_heap_limit64 (bytes);
}
