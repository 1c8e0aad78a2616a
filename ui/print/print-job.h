/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/page/document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A paper on its way to a printer or into a file: the pages are painted by the painter of the PDF. */
#define CS_TYPE_PRINT_JOB (cs_print_job_get_type ())
G_DECLARE_FINAL_TYPE (CsPrintJob, cs_print_job, CS, PRINT_JOB, GtkPrintOperation)

/* @title: name of the job in the printer's queue. Returns: (transfer full): not begun yet. */
CsPrintJob *cs_print_job_new (CsLayout *layout, const char *title);

/**
 * cs_print_job_run:
 * @from: any widget of the window that prints
 *
 * Shows the print dialog and prints; nothing waits for it. What fails is told by cs_feedback_error().
 */
void cs_print_job_run (GtkWidget *from, CsLayout *layout, const char *title);

G_END_DECLS
