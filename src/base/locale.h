/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * cs_locale_init:
 *
 * To be called first in every program. Sets the locale up and decides on the language: the first one that the
 * environment asks for (LANGUAGE, else LC_ALL, LC_MESSAGES, LANG) and that we have: English, or any language
 * with a catalogue. Without such a one, so also in the "C" locale, the program speaks Vietnamese.
 *
 * Catalogues are looked for in $CHAMSAO_LOCALEDIR, else where the program was installed. A program with a
 * window must call gtk_disable_setlocale() too, or GTK takes the decision back.
 *
 * Returns: (transfer none): the language taken, as the environment writes it ("vi", "en_GB.UTF-8")
 */
const char *cs_locale_init (void);

G_END_DECLS
