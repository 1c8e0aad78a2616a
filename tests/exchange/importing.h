/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "book.h"
#include "exchange/lists.h"

/* What the tests of lists share. */

typedef struct
{
  gboolean good;
  guint rows;
  GPtrArray *problems;
  GPtrArray *notes;
  GError *error;
} Outcome;

void outcome_clear (Outcome *outcome);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Outcome, outcome_clear)

Outcome import_file (Book *book, CsListKind kind, const char *path, gboolean dry);
Outcome import_text (Book *book, CsListKind kind, const char *text, gboolean dry);

/* Imports what must be in order. */
void take (Book *book, CsListKind kind, const char *text);

/* Returns: (transfer full): all of the book as SQL; it is closed and opened for that. */
char *dump_of (Book *book);

/* Nothing is imported. @wanted: beginnings of the problems, one a line, in any order. */
void assert_bad (Book *book, CsListKind kind, const char *text, const char *wanted);
