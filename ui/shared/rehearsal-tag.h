/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The mark beside a dossier that is scored for practice and counts nowhere. */
#define CS_TYPE_REHEARSAL_TAG (cs_rehearsal_tag_get_type ())
G_DECLARE_FINAL_TYPE (CsRehearsalTag, cs_rehearsal_tag, CS, REHEARSAL_TAG, AdwBin)

GtkWidget *cs_rehearsal_tag_new (void);

G_END_DECLS
