/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/page/page.h"

G_BEGIN_DECLS

/* What a paper says of itself beside its blocks. */

typedef struct
{
  CsPageOrientation orientation;
  const char *title;   /* of the PDF; shown in the title bar of a viewer */
  const char *creator; /* the program and its version */
  const char *created; /* "2024-05-31T08:00:00Z": passed in, so that the same document makes the same bytes */
  const char *foot;  /* (nullable): lines in the bottom margin of every page, each cut when it is too long; at
                        most three */
  gboolean numbered; /* the foot ends with "Trang 2/7": a page that is missing is missed */
} CsDocumentInfo;

G_END_DECLS
