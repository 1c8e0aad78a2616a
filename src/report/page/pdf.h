/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/page/layout.h"

G_BEGIN_DECLS

/**
 * cs_layout_write_pdf:
 * @path: name of the file, replaced when it exists
 *
 * Writes to a temporary file in the same folder, syncs it and only then gives it its name: what stands under
 * @path is always whole. The same document makes the same bytes. SIGXFSZ must be ignored (main does).
 *
 * Returns: TRUE, or FALSE and CS_ERROR_NO_SPACE, CS_ERROR_READ_ONLY, CS_ERROR_NOT_FOUND (no such folder) or
 * CS_ERROR_FAILED, with nothing left behind
 */
gboolean cs_layout_write_pdf (CsLayout *layout, const char *path, GError **error);

G_END_DECLS
