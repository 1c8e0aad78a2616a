/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What is wrong with a book that is damaged, to be read, copied and sent to who helps; and the two ways back
 * to a whole one, for which "win.copies" and "win.restore" of the parent are asked. */

#define CS_TYPE_FINDINGS_WINDOW (cs_findings_window_get_type ())
G_DECLARE_FINAL_TYPE (CsFindingsWindow, cs_findings_window, CS, FINDINGS_WINDOW, AdwWindow)

/* @about: what happened, and what to do now; @findings: (element-type utf8) (transfer none): sentences */
void cs_findings_window_present (GtkWindow *parent, const char *about, GPtrArray *findings);

G_END_DECLS
