/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/book/store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Locks the sheets by itself when nobody has touched keyboard or pointer in a window for so many minutes as
 * the setting "lock-after" says: members get up without locking. */

#define CS_TYPE_IDLE_LOCK (cs_idle_lock_get_type ())
G_DECLARE_FINAL_TYPE (CsIdleLock, cs_idle_lock, CS, IDLE_LOCK, GObject)

/* Returns: (transfer full): the watch over @window, which must outlive it. */
CsIdleLock *cs_idle_lock_new (GtkWidget *window);

/* Whose sheets are locked. @store: (nullable) */
void cs_idle_lock_set_store (CsIdleLock *self, CsStore *store);

/* @ms: how long to wait instead of what the setting says; for tests, who have no minutes. */
void cs_idle_lock_set_delay (CsIdleLock *self, guint ms);

/* Returns: ms without a touch after which it locks. */
guint cs_idle_lock_get_delay (CsIdleLock *self);

/* Returns: when it was touched last, or somebody sat down, by g_get_monotonic_time(). */
gint64 cs_idle_lock_get_touched (CsIdleLock *self);

G_END_DECLS
