/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/csv-table.h"
#include "service/book/store.h"

/* What has happened to the demonstration besides scoring, so that every page has something to show:
 * decisions, one that is waited for, one from above, a recusal, certificates of past years of which one ends
 * soon. All of it is invented. */
gboolean _cs_sample_tell_story (CsStore *store, const CsCsvTable *story, GError **error);
