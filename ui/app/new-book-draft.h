/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/plan.h"
#include "model/regulation.h"
#include "model/unit.h"
#include "service/book/store.h"

G_BEGIN_DECLS

/* A book in the making: what there is to choose from, what is chosen, and how one choice narrows the next.
 * Knows no widgets. */
typedef struct
{
  GPtrArray *regulations; /* (element-type CsRegulation): the newest first */
  GPtrArray *unit_sets;   /* (element-type CsUnitSet): the newest first */
  GPtrArray *plans;       /* (element-type CsPlan) */

  CsRegulation *regulation; /* (not owned) */
  CsUnitSet *units;         /* (not owned) */
  const CsUnit *unit;       /* (not owned) (nullable) */
  CsPlan *plan;             /* (not owned) (nullable) */
  int year;                 /* 0: none that makes sense */
  char *path;               /* (nullable) */
} CsNewBookDraft;

/* Returns: (transfer full): with the newest regulation and its units chosen; NULL with @error when the data
 * of the program are missing. */
CsNewBookDraft *cs_new_book_draft_new (GError **error);
void cs_new_book_draft_free (CsNewBookDraft *draft);

/* Each choice throws away later ones that do not fit any more. */
void cs_new_book_draft_set_regulation (CsNewBookDraft *draft, CsRegulation *regulation);
void cs_new_book_draft_set_units (CsNewBookDraft *draft, CsUnitSet *units);
void cs_new_book_draft_set_unit (CsNewBookDraft *draft, const CsUnit *unit);
void cs_new_book_draft_set_plan (CsNewBookDraft *draft, CsPlan *plan); /* (nullable) */

/* Takes the year as it was typed. Returns: whether it is one. */
gboolean cs_new_book_draft_set_year (CsNewBookDraft *draft, const char *text);

/* The file is given the suffix of books when it has none. */
void cs_new_book_draft_set_path (CsNewBookDraft *draft, const char *path);

/* Returns: (transfer container) (element-type CsUnit): the units that evaluate by the regulation chosen. */
GPtrArray *cs_new_book_draft_list_units (const CsNewBookDraft *draft);

/* Returns: (transfer container) (element-type CsPlan): the plans that fit regulation and unit. */
GPtrArray *cs_new_book_draft_list_plans (const CsNewBookDraft *draft);

/* Returns: (transfer full): name of a file for the book, without folder. */
char *cs_new_book_draft_suggest_name (const CsNewBookDraft *draft);

/* Chooses a file of that name among the person's documents that does not exist yet. */
void cs_new_book_draft_suggest_path (CsNewBookDraft *draft);

/* Returns: (transfer full): the book, open; everything must be chosen. */
CsStore *cs_new_book_draft_create (const CsNewBookDraft *draft, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsNewBookDraft, cs_new_book_draft_free)

G_END_DECLS
