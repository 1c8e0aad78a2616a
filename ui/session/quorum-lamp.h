/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/session/session-model.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Whether enough members are there, large, in colour and in words. Its text is what screen readers are told
 * when it changes. */

#define CS_TYPE_QUORUM_LAMP (cs_quorum_lamp_get_type ())
G_DECLARE_FINAL_TYPE (CsQuorumLamp, cs_quorum_lamp, CS, QUORUM_LAMP, AdwBin)

void cs_quorum_lamp_show (CsQuorumLamp *self, CsSessionModel *scene);

/* Returns: (transfer none): all it says. */
const char *cs_quorum_lamp_get_text (CsQuorumLamp *self);

G_END_DECLS
