/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/app/window.h"

G_BEGIN_DECLS

/* Looks beside the window whether sealed sheets are still what was sealed; where not, a strip says so and the
 * overview counts no verdict of them. Called when the book was looked through. */
void _cs_window_verify_seals (CsWindow *self);

/* The book is left. */
void _cs_window_stop_verifying (CsWindow *self);

G_END_DECLS
