/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/book-copy.h"

static const char *const reasons[] = { "open", "import", "session", "format" };

const char *
cs_book_copy_reason_to_text (CsBookCopyReason reason)
{
  return reasons[reason];
}

gboolean
cs_book_copy_reason_parse (const char *text, CsBookCopyReason *reason)
{
  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (g_str_equal (text, reasons[i]))
      {
        *reason = (CsBookCopyReason) i;
        return TRUE;
      }
  return FALSE;
}

void
cs_book_copy_free (CsBookCopy *copy)
{
  if (copy == NULL)
    return;
  g_free (copy->path);
  g_free (copy->made_at);
  g_free (copy);
}
