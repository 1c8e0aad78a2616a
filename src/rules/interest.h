/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/council.h"
#include "model/dossier.h"

G_BEGIN_DECLS

/* Returns: whether @member seems to have an interest in @producer: comes from it, represents it, or gives a
 * household its name. Case, accents and forms of address do not count. More than names is not known here, so
 * a FALSE says nothing. */
gboolean cs_interest_is_likely (const CsMember *member, const CsProducer *producer);

G_END_DECLS
