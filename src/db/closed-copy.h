/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * cs_db_copy_closed:
 * @source: a book that is not open in this program; it is only read, also where what a killed program left
 * half written lies beside it: that goes along, and is taken back in the copy when it is opened
 * @target: an empty file
 *
 * For books on a medium that cannot be written, and for copies that must stay what they are.
 *
 * Returns: FALSE with CS_ERROR_NOT_FOUND, CS_ERROR_BUSY (another program writes it now) or what the disk told
 */
gboolean cs_db_copy_closed (const char *source, const char *target, GError **error);

G_END_DECLS
