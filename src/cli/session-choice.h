/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/sessions/sessions.h"

G_BEGIN_DECLS

/* Which session of the book a call names; what is left out names any. */
typedef struct
{
  const char *council; /* (nullable): key */
  const char *round;   /* (nullable): id */
  int no;              /* 0 for any */
} CsSessionChoice;

/* Returns: (transfer full) (element-type CsSession): those that @choice names; CS_ERROR_NOT_FOUND when the
 * book has no such council or round, CS_ERROR_USAGE for an impossible number. */
GPtrArray *cs_verb_list_sessions (CsStore *store, const CsSessionChoice *choice, GError **error);

/**
 * cs_verb_find_session:
 * @states: (array zero-terminated=1): one letter a state, 'p'lanned, 'o'pen, 'c'losed: what is meant where no
 * number says it
 *
 * Returns: (transfer full): the one session that @choice names: that of the number, else the only one in one
 * of these states; CS_ERROR_NOT_FOUND when there is none, CS_ERROR_USAGE when there are several
 */
CsSession *
cs_verb_find_session (CsStore *store, const CsSessionChoice *choice, const char *states, GError **error);

G_END_DECLS
