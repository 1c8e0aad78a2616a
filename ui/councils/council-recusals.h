/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/council.h"
#include "ui/widgets/record-group.h"
#include "service/book/store.h"

G_BEGIN_DECLS

/* Fills @group with who has no part in what: first members who might have to be recused, each with a button
 * that activates "council.recuse" for member (UUID) and product (code); then the recusals of @council, those
 * in force with a button that activates "council.end-recusal" for its uuid.
 *
 * Returns: how many members might have to be recused */
guint cs_council_recusals_fill (CsRecordGroup *group, CsStore *store, const CsCouncil *council);

G_END_DECLS
