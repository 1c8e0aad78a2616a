/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A session of a council: when and where, which products in which order, who was there from when to when.
 * Moments are those of base/moment.h. */

typedef enum
{
  CS_SESSION_PLANNED,
  CS_SESSION_OPEN,
  CS_SESSION_CLOSED, /* held; it no longer changes */
} CsSessionState;

typedef struct
{
  gint64 evaluation; /* row */
  gint64 dossier;    /* row */
  char *code;        /* of the dossier */
  char *product;
  char *producer;
  gboolean closed; /* whether the product is closed already */
  guint position;  /* from 0 */
} CsAgendaItem;

/* A stay: a member may come, leave and come again. Or, once for a member, the absence of who never came. */
typedef struct
{
  gint64 id;
  gint64 member; /* row */
  char *member_uuid;
  char *member_key; /* for people: unique in the council alone */
  char *came_at;    /* (nullable): NULL: never came, @absence says why */
  char *left_at;    /* (nullable): NULL: still there */
  char *absence;    /* "" */
} CsAttendance;

typedef struct
{
  gint64 id; /* 0 before it is stored */
  char *uuid;
  gint64 council_id;
  char *council_uuid;
  char *council; /* key, for people */
  char *round;   /* id */
  int no;        /* from 1, within council and round */
  char *held_on; /* ISO */
  char *place;   /* "" */
  CsSessionState state;
  char *opened_at;   /* (nullable) */
  char *closed_at;   /* (nullable) */
  gint64 discussing; /* evaluation that is being discussed now, 0 */
  int version;
  GPtrArray *agenda;     /* (element-type CsAgendaItem): in its order */
  GPtrArray *attendance; /* (element-type CsAttendance): in the council's order, of a member by time */
} CsSession;

CsSession *cs_session_new (void);
void cs_session_free (CsSession *session);
CsAgendaItem *cs_session_add_item (CsSession *session);
CsAttendance *cs_session_add_attendance (CsSession *session);

/* Returns: (transfer none) (nullable): the product on the agenda. */
const CsAgendaItem *cs_session_item (const CsSession *session, gint64 evaluation);

/* Returns: (transfer none) (nullable): the stay of a member (UUID) who came and has not left. */
const CsAttendance *cs_session_stay (const CsSession *session, const char *member);

/* Returns: (transfer none) (nullable): the last row of a member (UUID): a stay, or the absence. */
const CsAttendance *cs_session_last (const CsSession *session, const char *member);

const char *cs_session_state_to_text (CsSessionState state); /* "planned", "open", "closed" */
gboolean cs_session_state_parse (const char *text, CsSessionState *state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsSession, cs_session_free)

G_END_DECLS
