/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/progress.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The thin bar under the header of a window: shows long work that runs beside, how far it is, and lets it be
 * cancelled. One piece of work at a time. */

#define CS_TYPE_WORK_BAR (cs_work_bar_get_type ())
G_DECLARE_FINAL_TYPE (CsWorkBar, cs_work_bar, CS, WORK_BAR, AdwBin)

/**
 * CsLongWork:
 * @data: what cs_work_bar_run() was given; values and snapshots only
 * @progress: to be called with @progress_data now and then
 *
 * Runs in the worker's thread. Returns: FALSE with @error.
 */
typedef gboolean (*CsLongWork) (
    gpointer data, CsProgress progress, gpointer progress_data, GCancellable *cancellable, GError **error);

/**
 * CsLongWorkEnded:
 * @error: (nullable): NULL when it was done
 *
 * Runs in the main thread, also after cancelling; not when the window is gone meanwhile.
 */
typedef void (*CsLongWorkEnded) (CsWorkBar *bar, gpointer data, const GError *error);

GtkWidget *cs_work_bar_new (void);

/**
 * cs_work_bar_prepare:
 * Shows that work is coming: what it needs is made in the main thread, a little at a time. Then
 * cs_work_bar_run() begins it, or cs_work_bar_stop() ends the waiting.
 *
 * Returns: (transfer none) (nullable): cancelled by the bar's button; NULL when other work is running
 */
GCancellable *cs_work_bar_prepare (CsWorkBar *self, const char *label);
void cs_work_bar_stop (CsWorkBar *self);

/**
 * cs_work_bar_run:
 * @label: what is done, "Exporting the book…"
 * @cancellable: whether there is a button to cancel
 * @data: (transfer full)
 *
 * Returns: FALSE when other work is running; then nothing is done but @data freed
 */
gboolean cs_work_bar_run (CsWorkBar *self,
                          const char *label,
                          gboolean cancellable,
                          CsLongWork work,
                          CsLongWorkEnded ended,
                          gpointer data,
                          GDestroyNotify data_free);

gboolean cs_work_bar_is_busy (CsWorkBar *self);
void cs_work_bar_cancel (CsWorkBar *self);

G_END_DECLS
