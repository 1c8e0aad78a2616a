/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "db/handle.h"

G_BEGIN_DECLS

/* All pages of an open book on their way into another file, some at a time. What is changed in the book
 * meanwhile, by this connection, gets into the copy as well: it is the book as it is when the last page is
 * copied. */
typedef struct _CsPageCopy CsPageCopy;

/* @path: a file that is empty or not there. */
CsPageCopy *cs_page_copy_new (CsDb *db, const char *path, GError **error);

/* Copies @pages more, all of them when less than 0. @more: (out): whether there are more still */
gboolean cs_page_copy_step (CsPageCopy *self, int pages, gboolean *more, GError **error);

/* Also before the last page: then the file is no book. */
void cs_page_copy_free (CsPageCopy *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsPageCopy, cs_page_copy_free)

G_END_DECLS
