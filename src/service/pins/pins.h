/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/book/store.h"

G_BEGIN_DECLS

/* Who sits here. Where a book asks for PINs, a member's own sheets open only for who gave that member's PIN,
 * one member at a time, until they are locked again. Who sits is remembered by the store, never stored.
 *
 * It keeps a colleague at the same desktop from reading or writing another's sheets. It does not protect a
 * copied file, and neither against administrators nor against malware. Members are named by UUID. */

/* Returns: whether members of this book open their sheets with a PIN. */
gboolean cs_pins_are_on (CsStore *store);

/* Asks for PINs or no longer does; then nobody sits. CS_ERROR_FORBIDDEN to stop asking while a keeper, see
 * cs_pins_list_keepers(), has a PIN and none who has one sits. */
gboolean cs_pins_set_on (CsStore *store, gboolean on, GError **error);

/* --- one's own PIN --- */

/* Tells whether the member has a PIN; CS_ERROR_NOT_FOUND. */
gboolean cs_pins_has (CsStore *store, const char *member, gboolean *has, GError **error);

/* --- who sits --- */

/* Nobody sits any more. */
void cs_pins_lock (CsStore *store);

/* Returns: (transfer none) (nullable): UUID of the member who sits here; NULL: nobody. */
const char *cs_pins_sitter (CsStore *store);

/* Returns: whether the sheets of @member are kept from who sits here now: never where PINs are not asked. */
gboolean cs_pins_are_locked (CsStore *store, const char *member);

/* --- a PIN that was forgotten --- */

/* Who may take PINs away. */
typedef struct
{
  char *council; /* UUID */
  char *member;  /* UUID */
  char *name;
  CsRole role;
  gboolean has_pin; /* then the keeper must sit to do it */
} CsPinKeeper;

/**
 * cs_pins_list_keepers:
 * @member: (nullable): whose PIN is to be taken away; NULL for switching PINs off, where those of all
 * councils are keepers
 *
 * It is the secretary; where there is none, and for the secretary's own PIN, the chair; for the chair's own,
 * where there is no secretary, the vice-chair.
 *
 * Returns: (transfer full) (element-type CsPinKeeper)
 */
GPtrArray *cs_pins_list_keepers (CsStore *store, const char *member, GError **error);

/**
 * cs_pins_reset:
 * @keeper: UUID of the keeper who does it
 *
 * Takes the member's PIN away; the log tells who did it for whom. CS_ERROR_FORBIDDEN for who is no keeper,
 * and for one with a PIN who does not sit; CS_ERROR_NOT_FOUND when there is no PIN.
 */
gboolean cs_pins_reset (CsStore *store, const char *member, const char *keeper, GError **error);

G_END_DECLS
