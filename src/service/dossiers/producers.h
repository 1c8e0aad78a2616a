/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier.h"
#include "service/book/store.h"

G_BEGIN_DECLS

/* Who is who among producers. The program takes two entries for one producer only when name, commune and kind
 * are the same to the letter; everything else only a person knows. */

/* Returns: (transfer full) (element-type CsProducer): at most @limit producers whose name holds @words. */
GPtrArray *cs_producers_list (CsStore *store, const char *words, guint limit, GError **error);

/* Returns: (transfer full): CS_ERROR_NOT_FOUND. */
CsProducer *cs_producers_get (CsStore *store, const char *uuid, GError **error);

/* Returns: (transfer full) (nullable) with @error unset: the one of this name in this commune and of this
 * kind. */
CsProducer *
cs_producers_find (CsStore *store, const char *name, const char *commune, const char *kind, GError **error);

/* Returns: (transfer full) (element-type CsProducer): those that may be the one of this name, though
 * something is written differently: accents, case, "HTX" for "Hợp tác xã", another commune or kind. */
GPtrArray *
cs_producers_near (CsStore *store, const char *name, const char *commune, const char *kind, GError **error);

/**
 * cs_producers_join:
 * @uuid: an entry, @kept: the one under whose name both are one
 * @reason: why they are
 *
 * Puts on record that both are one producer: who has an interest in one has it in the other. No entry
 * changes, and cs_producers_separate() tells them apart again. CS_ERROR_CONFLICT when one of them is joined
 * already.
 */
gboolean
cs_producers_join (CsStore *store, const char *uuid, const char *kept, const char *reason, GError **error);

/* Ends the joining of @uuid. CS_ERROR_CONFLICT when it is joined to nobody. */
gboolean cs_producers_separate (CsStore *store, const char *uuid, const char *reason, GError **error);

G_END_DECLS
