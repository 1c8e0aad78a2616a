/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/app/window.h"

G_BEGIN_DECLS

#define CS_WINDOW_CLOCK_SECONDS 30 /* between two looks at the clock */

/* Looks whether another day has begun, and once a sitting whether the clock of the machine can be right;
 * called now and then, and when somebody comes back to the window. */
void _cs_window_look_at_clock (CsWindow *self);

/* The same for a timeout; @data: the window. */
gboolean _cs_window_clock_cb (gpointer data);

G_END_DECLS
