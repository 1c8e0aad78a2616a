/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A ruler of no height over a page: libadwaita 1.2 has no breakpoints (AdwBreakpoint comes with 1.4). */
#define CS_TYPE_WIDTH_WATCHER (cs_width_watcher_get_type ())
G_DECLARE_FINAL_TYPE (CsWidthWatcher, cs_width_watcher, CS, WIDTH_WATCHER, GtkWidget)

/**
 * CsWidthWatcher::resized:
 * The page has another width, and sizes are given out: what changes sizes may do so now.
 */

/* Emits "resized" soon although the width is the same. */
void cs_width_watcher_queue (CsWidthWatcher *self);

G_END_DECLS
