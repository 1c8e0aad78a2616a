/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/closing.h"
#include "model/council.h"
#include "model/regulation.h"

G_BEGIN_DECLS

/* Words of official papers. They are Vietnamese whatever language the reader of the screen speaks, so they
 * stand here and are not translated. */

/* Returns: the word for a kind of producer or of registration; @kind itself when there is none. */
const char *cs_paper_kind (const char *kind);

/* Returns: "Chủ tịch Hội đồng", "Phó Chủ tịch Hội đồng", … */
const char *cs_paper_role (CsRole role);

/* Returns: the letters that stand for a member who has no points in a table, and what they mean; "" for
 * CS_MEMBER_SUBMITTED. */
const char *cs_paper_state_mark (CsMemberState state);
const char *cs_paper_state_word (CsMemberState state);

/* For sentences that screen and paper share, so that both tell the same: the reader's words, or the paper's,
 * which are those of po/vi.po. */
#define CS_PAPER_WORDS(paper, reader, vietnamese) ((paper) ? (vietnamese) : (reader))

/* What an open criterion is called, and its letters in a table. */
#define CS_PAPER_OPEN      "bỏ trống"
#define CS_PAPER_OPEN_MARK "BT"

/* Returns: (transfer full): as cs_decimal_text(), always with a comma. */
char *cs_paper_decimal (const CsRegulation *regulation, CsFraction value);

/* Returns: (transfer full): the same for what is held against a minimum of @needed points: never on its other
 * side. */
char *cs_paper_decimal_beside (CsFraction value, int needed);

/* Returns: (transfer full): "ỦY BAN …" as a name within a sentence: only the first letter small. */
char *cs_paper_lower_first (const char *name);

/* Returns: (transfer none): who did something as it is printed: a dotted line to fill by hand when nobody was
 * told. */
const char *cs_paper_who (const char *who);

/* Returns: (transfer full): what stands in the place of a result whose sheets were changed outside the
 * program.
 * @members: names of those whose sheets they are; "": it is the closing itself */
char *cs_paper_changed (const char *members);

G_END_DECLS
