/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/dossiers/dossiers.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a window does with the stored file of a paper. */

/* Opens it in the desktop's viewer. The stored file has a digest for a name and must never change, so a
 * read-only copy under its own name is shown. Errors are told to the person. */
void cs_evidence_file_open (GtkWidget *from, CsStore *store, const CsEvidence *paper);

/* Returns: whether a small picture of it can be shown. */
gboolean cs_evidence_file_is_picture (const CsEvidence *paper);

/**
 * cs_evidence_file_preview:
 * @picture: gets the image when it is decoded, scaled to @height, in another thread
 * @cancellable: cancelled when the picture is to show something else
 *
 * A file that cannot be decoded leaves @picture empty.
 */
void cs_evidence_file_preview (
    GtkPicture *picture, CsStore *store, const CsEvidence *paper, int height, GCancellable *cancellable);

/* Returns: (transfer full): "PDF document, 1.2 MB". */
char *cs_evidence_file_describe (const CsEvidence *paper);

G_END_DECLS
