/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/council.h"
#include "ui/widgets/record-group.h"

G_BEGIN_DECLS

/* Fills @present with the members of @council, each with a menu that activates "council.replace-member",
 * "council.end-member" and "council.recuse-member" for its UUID, and @former with those who left. */
void cs_council_members_fill (CsRecordGroup *present, CsRecordGroup *former, const CsCouncil *council);

/* Fills @group with the working group, each with a button that activates "council.remove-helper" for its
 * uuid; the row itself activates "council.edit-helper". */
void cs_council_working_group_fill (CsRecordGroup *group, const CsCouncil *council);

G_END_DECLS
