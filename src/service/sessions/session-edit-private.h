/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/session.h"
#include "service/book/store-private.h"

/* One command on one session. Its steps are lines of the log, each under its own verb; all of them are kept
 * or none. */
typedef struct
{
  CsCommand *command;
  CsSession *session; /* as it is stored at this point of the command */
  char *uuid;
  char *object;     /* what the log calls it, "district-842/district-1/1" */
  char *about;      /* (nullable): of the last line, which is written when the next one or the commit comes */
  char *before;     /* (nullable) */
  char *after;      /* (nullable) */
  gboolean changed; /* there is such a line */
} CsSessionEdit;

/**
 * _cs_session_edit_begin:
 * @as_shown: whether @session must still be the stored state
 *
 * CS_ERROR_FROZEN for a closed session, CS_ERROR_CONFLICT for a stale one.
 */
CsSessionEdit *_cs_session_edit_begin (
    CsStore *store, const char *verb, const CsSession *session, gboolean as_shown, GError **error);

/* @session: (transfer full): as it was stored inside @command (transfer full) */
CsSessionEdit *_cs_session_edit_new (CsCommand *command, CsSession *session);

/* Notes one step for the log. @about: (nullable): the member or product concerned. */
gboolean _cs_session_edit_log (CsSessionEdit *edit,
                               const char *verb,
                               const char *about,
                               const char *before,
                               const char *after,
                               GError **error);

/* Writes the session's row, and reads everything of it again. */
gboolean _cs_session_edit_store (CsSessionEdit *edit, GError **error);

/* Commits and frees @edit in any case; without any step nothing is written. */
gboolean _cs_session_edit_commit (CsSessionEdit *edit, GError **error);
void _cs_session_edit_free (CsSessionEdit *edit); /* rolls back */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsSessionEdit, _cs_session_edit_free)
