/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/error.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

GQuark
cs_error_quark (void)
{
  return g_quark_from_static_string ("cs-error-quark");
}

static CsError
code_of_gio (int code)
{
  switch (code)
    {
    case G_IO_ERROR_NOT_FOUND:
      return CS_ERROR_NOT_FOUND;
    case G_IO_ERROR_EXISTS:
      return CS_ERROR_CONFLICT;
    case G_IO_ERROR_NO_SPACE:
      return CS_ERROR_NO_SPACE;
    case G_IO_ERROR_PERMISSION_DENIED:
    case G_IO_ERROR_READ_ONLY:
      return CS_ERROR_READ_ONLY;
    case G_IO_ERROR_BUSY:
      return CS_ERROR_BUSY;
    default:
      return CS_ERROR_FAILED;
    }
}

/* What the library says stands in brackets: it may be in another language than the program. */
static char *
in_our_words (int code, const char *theirs)
{
  switch (code)
    {
    case CS_ERROR_NOT_FOUND:
      return g_strdup_printf (_ ("There is no such file (%s). Check the name."), theirs);
    case CS_ERROR_CONFLICT:
      return g_strdup_printf (_ ("It exists already (%s). Choose another name."), theirs);
    case CS_ERROR_NO_SPACE:
      return g_strdup_printf (_ ("The disk is full (%s). Make room and try again."), theirs);
    case CS_ERROR_READ_ONLY:
      return g_strdup_printf (
          _ ("This is not permitted (%s). Choose another place, or ask who looks after this computer."),
          theirs);
    case CS_ERROR_BUSY:
      return g_strdup_printf (_ ("Another program is using it (%s). Close that and try again."), theirs);
    default:
      return g_strdup_printf (_ ("The file cannot be read or written (%s). Check the disk and try again."),
                              theirs);
    }
}

void
cs_error_take_gio (GError **error)
{
  g_autoptr (GError) old = NULL;
  g_autofree char *message = NULL;
  int code = CS_ERROR_FAILED;

  if (error == NULL || *error == NULL || (*error)->domain == CS_ERROR)
    return;
  old = g_steal_pointer (error);
  if (old->domain == G_IO_ERROR)
    code = code_of_gio (old->code);
  else if (old->domain == G_FILE_ERROR)
    switch (old->code)
      {
      case G_FILE_ERROR_NOENT:
        code = CS_ERROR_NOT_FOUND;
        break;
      case G_FILE_ERROR_NOSPC:
        code = CS_ERROR_NO_SPACE;
        break;
      case G_FILE_ERROR_ACCES:
      case G_FILE_ERROR_PERM:
      case G_FILE_ERROR_ROFS:
        code = CS_ERROR_READ_ONLY;
        break;
      default:
        break;
      }
  message = in_our_words (code, old->message);
  g_set_error_literal (error, CS_ERROR, code, message);
}

int
cs_error_exit_status (const GError *error)
{
  g_return_val_if_fail (error != NULL, 3);

  if (error->domain == G_OPTION_ERROR)
    return 2;
  if (error->domain != CS_ERROR)
    return 3;
  switch ((CsError) error->code)
    {
    case CS_ERROR_USAGE:
      return 2;
    case CS_ERROR_BUSY:
    case CS_ERROR_NO_SPACE:
    case CS_ERROR_READ_ONLY:
    case CS_ERROR_UNCERTAIN:
    case CS_ERROR_FAILED:
      return 3;
    case CS_ERROR_NOT_FOUND:
    case CS_ERROR_INVALID:
    case CS_ERROR_CONFLICT:
    case CS_ERROR_FORBIDDEN:
    case CS_ERROR_FROZEN:
    case CS_ERROR_CORRUPT:
    case CS_ERROR_TOO_NEW:
    default:
      return 1;
    }
}
