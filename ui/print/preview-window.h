/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/page/document.h"
#include "service/book/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A paper before it is printed: its pages, "Print…" and "Save PDF…". */
#define CS_TYPE_PREVIEW_WINDOW (cs_preview_window_get_type ())
G_DECLARE_FINAL_TYPE (CsPreviewWindow, cs_preview_window, CS, PREVIEW_WINDOW, AdwWindow)

/**
 * cs_preview_window_present:
 * @from: any widget of the window that asks
 * @title: of the paper, for the window, the printer's queue and the proposed file name
 *
 * Lays @document out and shows it; an error is told.
 */
void cs_preview_window_present (GtkWidget *from, CsDocument *document, const char *title);

/**
 * cs_preview_window_wait:
 * Shows the window before there is a paper; cs_preview_window_take() brings it, or tells why there is none.
 *
 * Returns: (transfer none): it may be closed meanwhile
 */
CsPreviewWindow *cs_preview_window_wait (GtkWidget *from, const char *title);

/* @document: (nullable): NULL with @error: the window closes. */
void cs_preview_window_take (CsPreviewWindow *self, CsDocument *document, const GError *error);

/* Gives the paper of @store its number. Returns: (transfer full): the paper with it; NULL with @error. */
typedef CsDocument *(*CsPreviewNumber) (CsStore *store, gpointer data, GError **error);

/**
 * cs_preview_window_present_unnumbered:
 * @number: called once, when the person asks for a number
 *
 * The same for a paper that has a number to get.
 */
void cs_preview_window_present_unnumbered (GtkWidget *from,
                                           CsStore *store,
                                           CsDocument *document,
                                           const char *title,
                                           CsPreviewNumber number,
                                           gpointer data,
                                           GDestroyNotify data_free);

G_END_DECLS
