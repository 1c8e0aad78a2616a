/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/council.h"
#include "service/book/store.h"

G_BEGIN_DECLS

/* Who sits in a council. */

typedef struct
{
  const char *council; /* key: it may not exist yet */
  const char *key;
  const char *name;
  CsRole role;
  const char *organisation;
  const char *by_decision; /* (nullable): decision by which the member comes, when not the founding one */
  const char *replaces;    /* (nullable): UUID of the member whose seat it takes */
} CsNewMember;

/* Adds members (element-type CsNewMember) to councils, which are made when they do not exist. All or none. */
gboolean cs_councils_add_members (CsStore *store, const GArray *members, GError **error);

/* @problem_field: (out) (optional): name of the wrong field. */
gboolean cs_councils_check_member (CsStore *store,
                                   const CsNewMember *member,
                                   const char **problem_field,
                                   GError **error);

/* Adds one member; with @replaces in the place of another, who leaves by the same paper. */
gboolean cs_councils_add_member (CsStore *store, const CsNewMember *member, GError **error);

/* Ends the time of @member (UUID) in the council, by @decision. What the member submitted stays. */
gboolean cs_councils_remove_member (CsStore *store, const char *member, const char *decision, GError **error);

G_END_DECLS
