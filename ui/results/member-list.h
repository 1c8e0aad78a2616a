/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "summary/result.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The scoring members of a council for one product: role and state, each kind of nothing with its own mark
 * and word, and their points once it is closed. */
#define CS_TYPE_MEMBER_LIST (cs_member_list_get_type ())
G_DECLARE_FINAL_TYPE (CsMemberList, cs_member_list, CS, MEMBER_LIST, AdwBin)

/**
 * CsMemberList::return-sheet:
 * @member: key: the submitted sheet is to be returned for correction; offered while the product is open
 */

/**
 * CsMemberList::withdraw-draft:
 * @member: key: the draft is to be taken away; offered while the product is open
 */

/* Shows the members of @result, (nullable). */
void cs_member_list_show (CsMemberList *self, const CsResult *result);

G_END_DECLS
