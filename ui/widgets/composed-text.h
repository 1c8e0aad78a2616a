/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The word that an input method (Unikey, Bamboo) is still composing is shown in an entry but is not in its
 * text. When the entry is left it comes a moment later, which is too late for who leaves the page or the
 * program: it would be lost, or come into what the entry is for by then. */

/* Follows what is being composed in @editable; once, before the others are called. */
void cs_composed_text_follow (GtkEditable *editable);

/* Returns: (transfer full): the text as it is seen, with the word that is being composed in its place. */
char *cs_composed_text_dup (GtkEditable *editable);

/* The entry is left: the word is text now, and is not taken a second time when it comes. */
void cs_composed_text_end (GtkEditable *editable);

/* To be used in place of gtk_editable_set_text(): that text is nothing that comes late. */
void cs_composed_text_set (GtkEditable *editable, const char *text);

G_END_DECLS
