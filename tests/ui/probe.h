/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What tests of windows do with them. */

/* Dresses all windows as the program does, so that a style that harms is seen. */
void probe_use_style (void);

/* Lets the main loop turn until @condition holds. It has a minute: how fast the machine is must not matter.
 */
#define probe_until(condition)                                                                               \
  G_STMT_START                                                                                               \
  {                                                                                                          \
    gint64 _deadline = probe_deadline ();                                                                    \
                                                                                                             \
    while (!(condition))                                                                                     \
      probe_turn (_deadline, G_STRLOC, #condition);                                                          \
  }                                                                                                          \
  G_STMT_END

/* The parts of probe_until(). */
gint64 probe_deadline (void);
void probe_turn (gint64 deadline, const char *where, const char *awaited);

/* Lets the main loop turn until it has nothing left to do: all that the X server told was taken up, no source
 * waits, and every window was drawn three times. What the worker or a delay will do is not waited for. */
void probe_settle (void);

/* Until the worker has done all that it was given by now, and its results were taken up. */
void probe_finish_work (void);

/* Shows @window, so that everything in it is drawn once. */
void probe_draw (gpointer window);

/* Destroys @window and sees that nothing holds on to it. */
void probe_destroy (gpointer window);

/* Returns: whether a visible label within @widget has @text in it. */
gboolean probe_shows (gpointer widget, const char *text);

/* Returns: (transfer container) (element-type GtkWidget): every widget of @type within @widget and itself,
 * depth first. */
GPtrArray *probe_all (gpointer widget, GType type);

/* Returns: (transfer none): the first of them; there must be one. */
gpointer probe_first (gpointer widget, GType type);

/* Returns: (transfer none) (nullable): the first widget of @type within @widget; with @id (nullable) only one
 * that is called so in its template. */
gpointer probe_find (gpointer widget, GType type, const char *id);

/* Returns: (transfer none) (nullable): a window of @type that is shown. */
gpointer probe_find_window (GType type);

/* Returns: (transfer none): the first button within @widget with the label @label, underlines and all; there
 * must be one. */
gpointer probe_button (gpointer widget, const char *label);

/* Clicks on it, which must be possible. */
void probe_click (gpointer widget, const char *label);

/* Returns: (transfer full): every text within @widget, also a hidden one: labels, tooltips, what a screen
 * reader says, what stands in fields; one a line. */
char *probe_texts (gpointer widget);

/* Types @text into @field, a GtkEditable, and presses Enter as a person would. */
void probe_enter (gpointer field, const char *text);

G_END_DECLS
