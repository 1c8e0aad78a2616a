/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/regulation.h"

G_BEGIN_DECLS

typedef enum
{
  CS_ROLE_CHAIR,
  CS_ROLE_VICE,
  CS_ROLE_MEMBER,
  CS_ROLE_SECRETARY, /* does not score */
} CsRole;

typedef struct
{
  gint64 id;
  char *uuid;
  char *key; /* unique in the council, "m1" */
  char *name;
  CsRole role;
  char *organisation;
  char *added_at; /* (nullable): since when the member belongs to the council, NULL: always */
} CsMember;

typedef struct
{
  gint64 id;
  char *key; /* "district-842" */
  char *level;
  char *unit;
  CsCouncilRules rules;
  GPtrArray *members; /* (element-type CsMember), in the order they were listed */
} CsCouncil;

const char *cs_role_to_text (CsRole role); /* "chair", "vice", "member", "secretary" */
gboolean cs_role_parse (const char *text, CsRole *role);
gboolean cs_role_scores (CsRole role);

CsCouncil *cs_council_new (void);
void cs_council_free (CsCouncil *council);
CsMember *cs_council_add_member (CsCouncil *council);

/* Returns: (transfer none) (nullable): the member called @key. */
const CsMember *cs_council_member (const CsCouncil *council, const char *key);

/**
 * cs_council_at:
 * @moment: (nullable): when a product was closed; NULL means now
 *
 * Returns: (transfer full) (nullable): the council without those who came after @moment, or NULL when there
 * are none
 */
CsCouncil *cs_council_at (const CsCouncil *council, const char *moment);

/* Returns: how many members score. */
guint cs_council_n_scoring (const CsCouncil *council);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsCouncil, cs_council_free)

G_END_DECLS
