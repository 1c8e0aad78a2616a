/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/page/composer.h"
#include "report/page/document-info.h"
#include "report/page/layout.h"

G_BEGIN_DECLS

/* How a document becomes pages: made empty, filled with strips through its composer, then paginated. */

CsLayout *cs_layout_new (const CsDocumentInfo *info, GError **error);

/* Returns: (transfer none). */
CsComposer *cs_layout_composer (CsLayout *layout);

/* Returns: FALSE and CS_ERROR_INVALID when a strip is taller than a page. */
gboolean cs_layout_paginate (CsLayout *layout, GError **error);

/* Returns: (transfer none): what the document says about itself, for the PDF. */
const CsDocumentInfo *cs_layout_info (const CsLayout *layout);

G_END_DECLS
