/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/session.h"
#include "summary/result.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Who has handed in a sheet for a product, by name, in word and icon; never a point. */

#define CS_TYPE_SHEET_LIST (cs_sheet_list_get_type ())
G_DECLARE_FINAL_TYPE (CsSheetList, cs_sheet_list, CS, SHEET_LIST, AdwBin)

/* @session: tells of whom it is known already that they do not come */
void cs_sheet_list_show (CsSheetList *self, const CsSession *session, const CsResult *result);

G_END_DECLS
