/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier.h"
#include "model/ground.h"
#include "service/book/store.h"

G_BEGIN_DECLS

/* Grounds for elimination: raised by somebody, decided by the council. */

/* Adds a ground: raised, or confirmed at once when @finding's state says so. */
gboolean cs_grounds_add (CsStore *store, const CsDossier *dossier, CsGround *ground, GError **error);

gboolean cs_grounds_remove (CsStore *store, const CsDossier *dossier, const CsGround *ground, GError **error);

/* Decides on a ground that was raised. @why: needed to dismiss it. */
gboolean cs_grounds_decide (CsStore *store,
                            const CsDossier *dossier,
                            const CsGround *ground,
                            gboolean confirmed,
                            const char *why,
                            GError **error);

GPtrArray *
cs_grounds_list (CsStore *store, const CsDossier *dossier, GError **error); /* (element-type CsGround) */

G_END_DECLS
