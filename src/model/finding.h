/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A ground for elimination that was found: never points, always a reason and a person. */
typedef struct
{
  char *uuid;
  char *criterion; /* (nullable): no of the criterion it was found in; NULL: on the whole dossier */
  char *ground;
  char *reason;
  char *person;
  char *found_at;
} CsFinding;

CsFinding *cs_finding_new (const char *criterion, const char *ground, const char *reason, const char *person);
void cs_finding_free (CsFinding *finding);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsFinding, cs_finding_free)

G_END_DECLS
