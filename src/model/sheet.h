/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/form.h"

G_BEGIN_DECLS

/* Where a sheet stands beside draft and submitted: it was taken back, whole, and kept. */
typedef enum
{
  CS_SHEET_PRESENT,
  CS_SHEET_RETURNED,  /* for correction; a new draft began with its answers */
  CS_SHEET_MOVED,     /* filled for the wrong product */
  CS_SHEET_WITHDRAWN, /* a draft that was taken away: never submitted, it counts nowhere */
} CsSheetEnd;

/* Who wrote a sheet. */
typedef enum
{
  CS_ENTRY_OWN,
  CS_ENTRY_LIST,  /* came with a list */
  CS_ENTRY_TYPED, /* typed from paper by one person, checked by another */
} CsEntry;

#define CS_SEAL_VERSION 2 /* of the seals that are made now */

/* One member's answers for one product in one scoring round. */
typedef struct
{
  gint64 id; /* 0: the member has not begun */
  char *uuid;
  gint64 evaluation;
  gint64 member;
  char *member_uuid;
  char *member_key; /* for people: unique in the council alone */
  int scoring_round;
  gboolean submitted; /* sealed */
  char *submitted_at; /* (nullable) */
  char *seal;         /* (nullable): SHA-256 over the canonical content */
  int seal_version;   /* which text was sealed, 0 before it is */
  CsEntry entry;
  char *typed_by;   /* (nullable): for CS_ENTRY_TYPED */
  char *checked_by; /* (nullable) */
  CsSheetEnd end;
  char *ended_at;   /* (nullable) */
  char *ended_by;   /* (nullable) */
  char *end_reason; /* (nullable) */
  guint n_questions;
  int *choices; /* (array length=n_questions): option number, CS_CHOICE_NONE or CS_CHOICE_OPEN */
  char **notes; /* (array length=n_questions): each nullable */
} CsSheet;

const char *cs_entry_to_text (CsEntry entry); /* "own", "list", "paper" */
gboolean cs_entry_parse (const char *text, CsEntry *entry);

CsSheet *cs_sheet_new (guint n_questions); /* all open */
void cs_sheet_free (CsSheet *sheet);

/* Returns: how many questions have an answer. */
guint cs_sheet_n_answered (const CsSheet *sheet);

/* Returns: index of the first open question at or after @from, wrapping round once, or -1 when none is open.
 */
int cs_sheet_next_open (const CsSheet *sheet, guint from);

/**
 * cs_sheet_seal:
 * @evaluation_uuid, @regulation_digest: what the sheet is about and by which law
 *
 * Returns: (transfer full): SHA-256 over the canonical content: what was scored, by whom, in which round,
 * every criterion with its choice and note, as the sheet's seal_version wants it or, of a draft,
 * CS_SEAL_VERSION. The member is named by UUID; the first version took the key. Stored when the sheet is
 * submitted, compared whenever the book is checked.
 */
char *cs_sheet_seal (const CsSheet *sheet,
                     const CsForm *form,
                     const char *evaluation_uuid,
                     const char *regulation_digest);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsSheet, cs_sheet_free)

G_END_DECLS
