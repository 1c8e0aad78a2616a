/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CsError:
 * What went wrong, by meaning for the caller, whatever library noticed it first.
 * A message always says what, where and what to do.
 *
 * @CS_ERROR_USAGE: the call itself is wrong (exit status 2 on the command line)
 * @CS_ERROR_NOT_FOUND: no such product, member, unit, file …
 * @CS_ERROR_INVALID: the data breaks a rule or its format
 * @CS_ERROR_CONFLICT: somebody changed the same thing meanwhile, or it exists already
 * @CS_ERROR_FORBIDDEN: the rules do not allow this now or to this person
 * @CS_ERROR_FROZEN: what was sealed or closed does not change
 * @CS_ERROR_BUSY: the book is open in another program
 * @CS_ERROR_NO_SPACE: the disk is full
 * @CS_ERROR_READ_ONLY: no permission to write
 * @CS_ERROR_CORRUPT: the file is damaged or no book at all
 * @CS_ERROR_TOO_NEW: made by a newer version of the program
 * @CS_ERROR_UNCERTAIN: the environment failed at a moment at which nobody can tell whether it was done
 * @CS_ERROR_FAILED: any other failure of the environment
 */
typedef enum
{
  CS_ERROR_USAGE,
  CS_ERROR_NOT_FOUND,
  CS_ERROR_INVALID,
  CS_ERROR_CONFLICT,
  CS_ERROR_FORBIDDEN,
  CS_ERROR_FROZEN,
  CS_ERROR_BUSY,
  CS_ERROR_NO_SPACE,
  CS_ERROR_READ_ONLY,
  CS_ERROR_CORRUPT,
  CS_ERROR_TOO_NEW,
  CS_ERROR_UNCERTAIN,
  CS_ERROR_FAILED,
} CsError;

#define CS_ERROR (cs_error_quark ())
GQuark cs_error_quark (void);

/**
 * cs_error_take_gio:
 * @error: (inout) (nullable): an error of GIO or of g_file_*(); replaced by one of ours, with its words in
 * brackets
 *
 * Converts once, at the foreign call, so that nobody above has to know whose error it was.
 */
void cs_error_take_gio (GError **error);

/**
 * cs_error_exit_status:
 * @error: an error, usually of ours
 *
 * Returns: the exit status of the command line for it: 1 data refused, 2 wrong usage, 3 environment failed
 */
int cs_error_exit_status (const GError *error);

G_END_DECLS
