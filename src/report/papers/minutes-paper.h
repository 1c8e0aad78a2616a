/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/page/document.h"
#include "summary/paper/minutes.h"

G_BEGIN_DECLS

/**
 * cs_minutes_paper_new:
 * The minutes of a session, for secretary and who led it to sign, and for the members. No official form
 * exists for them; layout by Decree 30/2020, whose minutes bear no place and date at their head. Every page
 * has the log's head at its foot; of a session that is still open it says so on every page. In Vietnamese
 * whatever the user's language.
 *
 * Returns: (transfer full): the paper
 */
CsDocument *cs_minutes_paper_new (const CsMinutes *minutes);

G_END_DECLS
