/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * cs_input_file_load:
 * @max_bytes: what is larger is refused before it is read
 *
 * Reads a foreign file whole. A pipe, a device or a folder has no end that could be waited for: refused
 * without opening.
 *
 * Returns: (transfer full): its bytes, and a NUL behind them; CS_ERROR_INVALID, CS_ERROR_NOT_FOUND …
 */
char *cs_input_file_load (const char *path, gsize max_bytes, gsize *length, GError **error);

G_END_DECLS
