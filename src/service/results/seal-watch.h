/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/progress.h"
#include "service/book/store.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Overviews and lists count what was stored when products were closed. Whether the sheets behind that are
 * still what their members sealed is looked at beside the window. */

typedef struct
{
  GArray
      *evaluations; /* (element-type gint64): whose sheets, or closings, were changed outside the program */
  GPtrArray *findings; /* (element-type utf8): a sentence each */
} CsSealFindings;

void cs_seal_findings_free (CsSealFindings *findings);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsSealFindings, cs_seal_findings_free)

/* cs_seals_verify: every closed product of @snapshot, in any thread. Returns: (transfer full): what does not
 * fit, perhaps nothing; NULL with @error, also G_IO_ERROR_CANCELLED */
CsSealFindings *cs_seals_verify (CsStore *snapshot, GCancellable *cancellable, GError **error);

/* cs_seals_note: from now on overviews of @store count no verdict of these; everybody is told. */
void cs_seals_note (CsStore *store, const CsSealFindings *findings);

G_END_DECLS
