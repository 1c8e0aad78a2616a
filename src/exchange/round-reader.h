/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libxml/tree.h>

#include "model/regulation.h"

G_BEGIN_DECLS

/* Private to the readers. Returns: (transfer full): the round that the element tells; regulations and plans
 * write it alike. */
CsRound *cs_round_read (const xmlNode *node);

G_END_DECLS
