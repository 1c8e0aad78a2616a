/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/book.h"

CsBook *
cs_book_new (void)
{
  return g_new0 (CsBook, 1);
}

void
cs_book_free (CsBook *book)
{
  if (book == NULL)
    return;
  g_free (book->uuid);
  g_free (book->title);
  g_free (book->unit);
  g_free (book->level);
  g_free (book->regulation);
  g_free (book->unit_set);
  g_free (book->plan);
  g_free (book->plan_title);
  g_free (book->plan_source);
  g_free (book->counts);
  g_free (book->made_at);
  g_free (book);
}

gboolean
cs_book_counts (const CsBook *book, const char *kind)
{
  g_auto (GStrv) kinds = g_strsplit (book->counts, " ", -1);

  return g_strv_contains ((const char *const *) kinds, kind);
}
