/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/office.h"
#include "service/book/store.h"

G_BEGIN_DECLS

/* How a council's papers look: letterhead, who signs and how, who gets them, and their numbers. */

/* Returns: (transfer full): of the council @council (UUID); an empty one when nothing was set. */
CsOffice *cs_office_get (CsStore *store, const char *council, GError **error);

/* Stores @office, cleaned. CS_ERROR_INVALID for texts that are too long, and for who acts for nobody or
 * without a position. What is stored already is no change. */
gboolean cs_office_set (CsStore *store, CsOffice *office, GError **error);

/**
 * cs_office_number:
 * @paper: CS_PAPER_…
 * @subject: UUID of what it is about
 * @number: (out) (transfer full) (nullable): as it is written; NULL when it has none
 */
gboolean
cs_office_number (CsStore *store, const char *paper, const char *subject, char **number, GError **error);

/**
 * cs_office_give_number:
 * @council: UUID
 * @kind: letters of the kind of paper in its number, "BB"; CsTemplate.symbol
 * @day: the paper's own, as it says it: its year is that of the series, whenever the number is asked for
 *
 * Gives the paper the next number of the council's series of the year, once and for ever: asked again, it
 * has the number that it has.
 *
 * Returns: (transfer full): the number as it is written
 */
char *cs_office_give_number (CsStore *store,
                             const char *council,
                             const char *paper,
                             const char *subject,
                             const char *kind,
                             const char *day,
                             GError **error);

G_END_DECLS
