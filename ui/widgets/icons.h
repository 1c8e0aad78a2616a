/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The program carries its icons, and the toolkit those of its widgets, all painted already. Looking through
 * the machine's themes, whose icons are SVG, would take a third of the time to the first frame and an eighth
 * of the memory. */

/* From now on only carried icons are looked for. To be called before the first window. */
void cs_icons_carry (void);

/* From now on the machine's icons are looked for as well: for dialogs that show its files and folders. */
void cs_icons_ask_machine (void);

G_END_DECLS
