/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "summary/words/book-copy-text.h"

#include <glib/gi18n-lib.h>

static const char *
reason_text (CsBookCopyReason reason)
{
  switch (reason)
    {
    case CS_BOOK_COPY_IMPORT:
      return _ ("Before a list was imported");
    case CS_BOOK_COPY_SESSION:
      return _ ("Before a session was closed");
    case CS_BOOK_COPY_FORMAT:
      return _ ("Before the book became one of a newer format");
    case CS_BOOK_COPY_OPENING:
    default:
      return _ ("When the book was opened");
    }
}

char *
cs_book_copy_text (const CsBookCopy *copy)
{
  g_autofree char *size = g_format_size ((guint64) copy->size);
  g_autofree char *dossiers = NULL, *sheets = NULL, *closed = NULL;

  if (copy->dossiers < 0 || copy->sheets < 0 || copy->closed < 0)
    /* Translators: why a copy was made, its size */
    return g_strdup_printf (_ ("%s · cannot be read · %s"), reason_text (copy->reason), size);
  dossiers =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d dossier", "%d dossiers", (gulong) copy->dossiers),
                       copy->dossiers);
  sheets = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d sheet handed in", "%d sheets handed in",
                                         (gulong) copy->sheets),
                            copy->sheets);
  closed = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d product closed", "%d products closed",
                                         (gulong) copy->closed),
                            copy->closed);
  /* Translators: why a copy was made, numbers of dossiers, sheets and closed products, its size */
  return g_strdup_printf (_ ("%s · %s, %s, %s · %s"), reason_text (copy->reason), dossiers, sheets, closed,
                          size);
}
