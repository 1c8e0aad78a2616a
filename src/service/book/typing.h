/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/book/store.h"

G_BEGIN_DECLS

/* What is being typed and not left yet. It is kept in the book so that a crash or a power cut does not take
 * it, but it is no record: no line of the log, nothing that is counted, printed, exported or found. Leaving a
 * field makes a command of it, which is when it is checked. */

/**
 * cs_typing_keep:
 * @subject: UUID of the sheet or dossier it is typed for
 * @text: (nullable): NULL: nothing is being typed there any more
 *
 * CS_ERROR_FROZEN when @subject is a sheet that is handed in.
 */
gboolean
cs_typing_keep (CsStore *store, const char *subject, const char *field, const char *text, GError **error);

/* Returns: (transfer full) (element-type utf8 utf8): field and text of what was being typed for @subject.
 * What could not be typed (no text, longer than a field) is left out: another program wrote it. */
GHashTable *cs_typing_list (CsStore *store, const char *subject, GError **error);

G_END_DECLS
