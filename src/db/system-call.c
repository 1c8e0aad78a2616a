/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "db/system-call.h"

#include <errno.h>
#include <sqlite3.h>
#include <unistd.h>

static _Thread_local int write_errno;

static ssize_t (*real_write) (int file, const void *bytes, size_t n);
static ssize_t (*real_pwrite) (int file, const void *bytes, size_t n, off_t at);
static ssize_t (*real_pwrite64) (int file, const void *bytes, size_t n, off64_t at);

static ssize_t
note (ssize_t written)
{
  if (written < 0)
    write_errno = errno;
  return written;
}

static ssize_t
noting_write (int file, const void *bytes, size_t n)
{
  return note (real_write (file, bytes, n));
}

static ssize_t
noting_pwrite (int file, const void *bytes, size_t n, off_t at)
{
  return note (real_pwrite (file, bytes, n, at));
}

static ssize_t
noting_pwrite64 (int file, const void *bytes, size_t n, off64_t at)
{
  return note (real_pwrite64 (file, bytes, n, at));
}

/* Through a union: SQLite's type for all calls is one without arguments. */
#define REPLACE(vfs, name)                                                                                   \
  G_STMT_START                                                                                               \
  {                                                                                                          \
    union                                                                                                    \
    {                                                                                                        \
      sqlite3_syscall_ptr any;                                                                               \
      __typeof__ (real_##name) call;                                                                         \
    } real = { (vfs)->xGetSystemCall ((vfs), #name) }, noting = { .call = noting_##name };                   \
                                                                                                             \
    real_##name = real.call;                                                                                 \
    if (real.any != NULL)                                                                                    \
      (vfs)->xSetSystemCall ((vfs), #name, noting.any);                                                      \
  }                                                                                                          \
  G_STMT_END

void
cs_system_call_note_writes (void)
{
  static gsize noted;

  if (g_once_init_enter (&noted))
    {
      sqlite3_vfs *vfs = sqlite3_vfs_find ("unix");

      if (vfs != NULL && vfs->iVersion >= 3)
        {
          REPLACE (vfs, write);
          REPLACE (vfs, pwrite);
          REPLACE (vfs, pwrite64);
        }
      g_once_init_leave (&noted, 1);
    }
}

int
cs_system_call_write_errno (void)
{
  return write_errno;
}
