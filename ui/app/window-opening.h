/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/app/window.h"

G_BEGIN_DECLS

/* Shows the frame of the program around nothing, until the window gets its book or is told why there is none.
 */
void cs_window_await_book (CsWindow *self, const char *path);

/* Tells why a book was not opened. */
void cs_window_tell_failure (CsWindow *self, const char *path, const GError *error);

G_END_DECLS
