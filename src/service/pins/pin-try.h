/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/book/store.h"

G_BEGIN_DECLS

/* PINs that are given and set; members are named by UUID. */

/**
 * cs_pins_set:
 * @old_pin: (nullable): needed once there is one; a wrong one counts as in cs_pins_unlock()
 * @new_pin: 4 to 12 digits, else CS_ERROR_INVALID
 *
 * Any member of the council may have a PIN, also the secretary. Where PINs are asked and nobody sits, the
 * member sits afterwards. Takes as long as cs_pins_unlock().
 */
gboolean
cs_pins_set (CsStore *store, const char *member, const char *old_pin, const char *new_pin, GError **error);

/**
 * cs_pins_unlock:
 * Lets the member sit here. A wrong PIN is CS_ERROR_FORBIDDEN and a line in the log (without the PIN); from
 * the third in a row on, the next try must wait, and the message tells how long.
 *
 * Computes most of a second, by design; a window calls cs_pins_unlock_async().
 */
gboolean cs_pins_unlock (CsStore *store, const char *member, const char *pin, GError **error);

/* The same two, computing in the worker. A cancelled one changes nothing, but a wrong PIN still counts. */
void cs_pins_unlock_async (CsStore *store,
                           const char *member,
                           const char *pin,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);

void cs_pins_set_async (CsStore *store,
                        const char *member,
                        const char *old_pin,
                        const char *new_pin,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data);

gboolean cs_pins_finish (CsStore *store, GAsyncResult *result, GError **error);

/* Overwrites @pin and frees it, for who had to copy one. */
void cs_pins_forget (char *pin); /* (nullable) (transfer full) */

G_END_DECLS
