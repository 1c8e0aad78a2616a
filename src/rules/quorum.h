/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/council.h"

G_BEGIN_DECLS

typedef struct
{
  guint present;
  guint members;           /* who score */
  guint needed;            /* the fraction of the members, rounded up */
  gboolean leader_present; /* chair or vice-chair */
  gboolean met;
} CsQuorum;

/**
 * cs_quorum:
 * @present: (element-type utf8): keys of members who are there
 *
 * The default of three quarters with the chair or the authorised vice-chair is the regulation's; a council's
 * own rules may differ.
 */
CsQuorum cs_quorum (const CsCouncil *council, GHashTable *present);

G_END_DECLS
