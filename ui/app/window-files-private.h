/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/app/window.h"

G_BEGIN_DECLS

/* Looks whether the files of papers are beside the book, and says so when they are not: the book was moved
 * without them. */
void _cs_window_look_for_files (CsWindow *self);

/* The action "win.find-files": asks where they are and copies them to the book. */
void _cs_window_install_files (GtkWidgetClass *widget_class);

G_END_DECLS
