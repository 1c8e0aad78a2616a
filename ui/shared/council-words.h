/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/council.h"
#include "service/book/store.h"

G_BEGIN_DECLS

/* What the page of councils says about councils and members, in words. All (transfer full). */

/* Returns: name of the council's unit. */
char *cs_council_words_name (CsStore *store, const CsCouncil *council);

/* Returns: name of its level. */
char *cs_council_words_level (CsStore *store, const CsCouncil *council);

/* Returns: "District · 8 members". */
char *cs_council_words_size (CsStore *store, const CsCouncil *council);

/* Returns: "7 members score, 6 of them make a quorum". */
char *cs_council_words_quorum (const CsCouncil *council);

/* Returns: (nullable): why the council cannot work as it is, NULL when it can. */
char *cs_council_words_warning (const CsCouncil *council);

/* Returns: where the member comes from, since when and by which paper; for one who left also until when. */
char *cs_council_words_member (const CsCouncil *council, const CsMember *member);

/* Returns: the day of @at, a moment in UTC, as people here write it. */
char *cs_council_words_day (const char *at);

/* Returns: who belongs to the council now, the secretary too. */
guint cs_council_words_n_present (const CsCouncil *council);

/* Returns: whether somebody chairs the council now. */
gboolean cs_council_words_has_chair (const CsCouncil *council);

G_END_DECLS
