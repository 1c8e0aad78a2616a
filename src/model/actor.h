/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Who did something: what closings, rules, discussions, grounds and the log are signed with. Never a login of
 * the machine: who is not told is not told. */

#define CS_ACTOR_MAX 100 /* letters of a name, and of a duty */

/**
 * cs_actor_text:
 * @name: (nullable)
 * @duty: (nullable): in the council or the office, "Thư ký"
 *
 * Returns: (transfer full) (nullable): one text for both, "Nguyễn Thị Lan, Thư ký"; NULL without a name
 */
char *cs_actor_text (const char *name, const char *duty);

/**
 * cs_actor_parse:
 * @text: "NAME" or "NAME;DUTY", as the command line takes it
 * @name, @duty: (out) (transfer full); @duty: (nullable)
 *
 * Returns: FALSE when there is no name, or a text is too long or no readable one
 */
gboolean cs_actor_parse (const char *text, char **name, char **duty);

G_END_DECLS
