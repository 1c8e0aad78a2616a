/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/plan.h"
#include "service/book/store.h"

G_BEGIN_DECLS

/* What a new book is made of. */
typedef struct
{
  CsRegulation *regulation;
  CsUnitSet *units;
  const char *unit;  /* code of the unit that keeps the book */
  CsPlan *plan;      /* (nullable) */
  int year;          /* 0: the plan's, else the present year */
  const char *title; /* (nullable): NULL makes one from unit and year */
  gboolean demonstration;
  const char *person;  /* (nullable): who makes it, see cs_store_set_person(); works here from now on */
  const char *duty;    /* (nullable) */
  const char *made_at; /* (nullable): for generated books, NULL takes now */
} CsNewBook;

/**
 * cs_store_create:
 * Makes a new book at @path; an existing file is refused. The law, units and plan are copied into it and
 * frozen.
 *
 * Returns: (transfer full): the open book; CS_ERROR_CONFLICT, CS_ERROR_INVALID (unit or plan do not fit) …
 */
CsStore *cs_store_create (const char *path, const CsNewBook *wanted, GError **error);

G_END_DECLS
