/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* SQLite tells that a write failed, but not why: by the time it tells, errno is another call's. So the calls
 * by which it writes note theirs. */

/* Has them noted, once; before the first file is opened. */
void cs_system_call_note_writes (void);

/* Returns: errno of the last write of SQLite's that failed in this thread; 0: none did. */
int cs_system_call_write_errno (void);

G_END_DECLS
