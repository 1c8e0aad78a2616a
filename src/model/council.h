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
  char *added_at;  /* (nullable): since when the member belongs to the council, NULL: always */
  char *added_by;  /* paper by which the member came, "" for the founding decision */
  char *left_at;   /* (nullable): until when */
  char *left_by;   /* paper by which the member left, "" */
  gint64 replaces; /* id of the member whose seat it was before, 0 */
} CsMember;

/* One of the working group that checks the dossiers before the council sits. */
typedef struct
{
  char *uuid;
  char *name;
  char *organisation;
  char *duty;
} CsWorkingGroupMember;

typedef struct
{
  int ref_count;
  gint64 id;
  char *uuid;
  char *key; /* "district-842": for people and the command line */
  char *level;
  char *unit;
  char *decision;           /* number of the founding decision, "" */
  char *decided_on;         /* (nullable) ISO */
  char *authority;          /* who founded it, "" */
  gint64 rules_id;          /* row of the rules in force */
  CsCouncilRules rules;     /* in force */
  GPtrArray *members;       /* (element-type CsMember), in the order they were listed, also those who left */
  GPtrArray *working_group; /* (element-type CsWorkingGroupMember): the working group */
} CsCouncil;

/* Working rules as they were set once. */
typedef struct
{
  gint64 id;
  int no; /* from 1 */
  CsCouncilRules rules;
  char *set_at;
  char *set_by;
  char *reason; /* "" before the first sheet was submitted */
} CsRulesVersion;

const char *cs_role_to_text (CsRole role); /* "chair", "vice", "member", "secretary" */
gboolean cs_role_parse (const char *text, CsRole *role);
gboolean cs_role_scores (CsRole role);

/* Returns: (transfer full): "district-842", the short name of the council that sits at @level for @unit
 * (code)
 */
char *cs_council_key (const char *level, const char *unit);

CsCouncil *cs_council_new (void);
CsCouncil *cs_council_ref (CsCouncil *council);
void cs_council_unref (CsCouncil *council);
CsMember *cs_council_add_member (CsCouncil *council);

CsWorkingGroupMember *cs_council_add_working_group_member (CsCouncil *council);
void cs_rules_version_free (CsRulesVersion *version);

/* Returns: (transfer none) (nullable): the member called @key, also one who left. */
const CsMember *cs_council_member (const CsCouncil *council, const char *key);
const CsMember *cs_council_member_by_id (const CsCouncil *council, gint64 id);
const CsMember *cs_council_member_by_uuid (const CsCouncil *council, const char *uuid);

/* Returns: (transfer none) (nullable): who holds the seat of @member after it. */
const CsMember *cs_council_successor (const CsCouncil *council, const CsMember *member);

/* Returns: whether @member belongs to the council now and scores. */
gboolean cs_member_sits (const CsMember *member);

/* Returns: how many members score now. */
guint cs_council_n_scoring (const CsCouncil *council);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsCouncil, cs_council_unref)

G_END_DECLS
