/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Somebody raises a ground, the council decides on it; only a confirmed one eliminates. */
typedef enum
{
  CS_FINDING_CONFIRMED,
  CS_FINDING_RAISED,
  CS_FINDING_DISMISSED,
} CsFindingState;

/* A ground for elimination that was found: never points, always a reason and a person. */
typedef struct
{
  char *uuid;
  char *criterion; /* (nullable): no of the criterion it was found in; NULL: on the whole dossier */
  char *ground;
  char *reason;
  char *person;
  char *found_at;
  CsFindingState state;
  char *decided_at; /* (nullable) */
  char *decided_by; /* (nullable) */
  char *decision;   /* (nullable): why it was confirmed or dismissed */
} CsFinding;

const char *cs_finding_state_to_text (CsFindingState state); /* "raised", "confirmed", "dismissed" */
gboolean cs_finding_state_parse (const char *text, CsFindingState *state);

CsFinding *cs_finding_new (const char *criterion, const char *ground, const char *reason, const char *person);
void cs_finding_free (CsFinding *finding);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsFinding, cs_finding_free)

G_END_DECLS
