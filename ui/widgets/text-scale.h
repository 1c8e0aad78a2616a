/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How much fits into a width depends on the size of the text. */

/* Returns: @pixels in the pixels of usual text: half of them when text is twice as large. */
int cs_text_scale_from_pixels (GtkWidget *widget, int pixels);

/* Returns: the pixels that @room takes with the text of the moment. */
int cs_text_scale_to_pixels (GtkWidget *widget, int room);

G_END_DECLS
