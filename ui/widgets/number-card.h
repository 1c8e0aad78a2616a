/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * CsNumberCard:
 * A card with one large number: what it is, the number, what belongs to it.
 * Property title: text
 * Property action-name: (nullable) (construct only): an action; the whole card is then a button for it
 */
#define CS_TYPE_NUMBER_CARD (cs_number_card_get_type ())
G_DECLARE_FINAL_TYPE (CsNumberCard, cs_number_card, CS, NUMBER_CARD, AdwBin)

/* @caption: (nullable): a small line below. */
void cs_number_card_set (CsNumberCard *self, const char *number, const char *caption);

/* Returns: (transfer none): the number shown. */
const char *cs_number_card_get_number (CsNumberCard *self);

G_END_DECLS
