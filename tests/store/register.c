/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register.h"

#include "base/date.h"

gboolean
register_add (
    Book *book, const char *code, const CsNewRecognition *wanted, const char **field, GError **error)
{
  g_autoptr (CsDossier) dossier = book_dossier (book->store, code);

  return cs_recognitions_add (book->store, dossier, wanted, field, error);
}

void
register_recognise (Book *book, const char *code, const char *certificate)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *today = cs_date_today ();
  CsNewRecognition wanted = { .decision = " 12/QĐ-UBND ", .decided_on = today, .certificate = certificate };

  g_assert_true (register_add (book, code, &wanted, NULL, &error));
  g_assert_no_error (error);
}

CsRecognition *
register_recognition_of (Book *book, const char *code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) dossier = book_dossier (book->store, code);
  CsRecognition *recognition = NULL;

  g_assert_true (cs_recognitions_of (book->store, dossier, &recognition, &error));
  g_assert_no_error (error);
  return recognition;
}

void
register_withdraw (Book *book, const char *code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *today = cs_date_today ();
  g_autoptr (CsRecognition) recognition = register_recognition_of (book, code);

  g_assert_true (cs_recognitions_withdraw (book->store, recognition, today, " Giả mạo ", NULL, &error));
  g_assert_no_error (error);
}
