/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A copy that the program made of a book by itself. */

typedef enum
{
  CS_BOOK_COPY_OPENING,
  CS_BOOK_COPY_IMPORT,
  CS_BOOK_COPY_SESSION, /* before a session is closed */
  CS_BOOK_COPY_FORMAT,  /* before the book becomes one of a newer format */
} CsBookCopyReason;

typedef struct
{
  char *path;
  char *made_at; /* moment */
  CsBookCopyReason reason;
  gint64 size; /* bytes */
  /* what it holds; -1 when it cannot be read as a book */
  int dossiers;
  int sheets; /* handed in */
  int closed; /* products */
} CsBookCopy;

/* "open", "import", "session", "format" */
const char *cs_book_copy_reason_to_text (CsBookCopyReason reason);
gboolean cs_book_copy_reason_parse (const char *text, CsBookCopyReason *reason);

void cs_book_copy_free (CsBookCopy *copy);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsBookCopy, cs_book_copy_free)

G_END_DECLS
