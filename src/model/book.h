/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/plan.h"
#include "model/unit.h"

G_BEGIN_DECLS

/* What a book is about: whose it is, which year, by which law. */
typedef struct
{
  char *uuid;
  char *title;
  char *unit;  /* code of the unit that keeps it */
  char *level; /* level of that unit in the regulation; "" when the regulation has none for its kind */
  int year;
  char *regulation; /* id */
  char *unit_set;   /* id */
  char *plan;       /* (nullable): id */
  char *plan_title;
  char *plan_source;
  char *counts; /* kinds of dossiers whose recognition counts to the plan's targets, with spaces between */
  int trademarks_target;
  gboolean demonstration;
  gboolean pins; /* whether members open their sheets with a PIN */
  char *made_at;
} CsBook;

CsBook *cs_book_new (void);
void cs_book_free (CsBook *book);

/* Returns: whether a recognised product counts to the plan when its dossier is of @kind. */
gboolean cs_book_counts (const CsBook *book, const char *kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsBook, cs_book_free)

G_END_DECLS
