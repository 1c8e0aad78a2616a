/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/session.h"

G_BEGIN_DECLS

/* Which of @sessions (element-type CsSession) is shown. */

/* Returns: position of the one with @uuid; how many there are when none has it. */
guint cs_session_choice_find (const GPtrArray *sessions, const char *uuid);

/* @last: (nullable): uuid of the one chosen last. Returns: its position; else that of the one that is open,
 * the last planned, the last. There must be one. */
guint cs_session_choice_propose (const GPtrArray *sessions, const char *last);

G_END_DECLS
