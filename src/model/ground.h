/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Somebody raises a ground, the council decides on it; only a confirmed one eliminates. */
typedef enum
{
  CS_GROUND_CONFIRMED,
  CS_GROUND_RAISED,
  CS_GROUND_DISMISSED,
} CsGroundState;

/* A ground for elimination that was found: never points, always a reason and a person. */
typedef struct
{
  char *uuid;
  char *criterion; /* (nullable): no of the criterion it was found in; NULL: on the whole dossier */
  char *text;      /* as the form prints it, or in own words */
  char *reason;
  char *person;
  char *found_at;
  CsGroundState state;
  char *decided_at; /* (nullable) */
  char *decided_by; /* (nullable) */
  char *decision;   /* (nullable): why it was confirmed or dismissed */
} CsGround;

const char *cs_ground_state_to_text (CsGroundState state); /* "raised", "confirmed", "dismissed" */
gboolean cs_ground_state_parse (const char *text, CsGroundState *state);

CsGround *cs_ground_new (const char *criterion, const char *text, const char *reason, const char *person);
void cs_ground_free (CsGround *ground);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsGround, cs_ground_free)

G_END_DECLS
