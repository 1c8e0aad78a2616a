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
  int brands_target;
  gboolean demonstration;
  char *made_at;
} CsBook;

CsBook *cs_book_new (void);
void cs_book_free (CsBook *book);

typedef struct
{
  gint64 id;
  char *uuid;
  char *name;
  char *owner;
  char *registered_on; /* (nullable) ISO */
} CsBrand;

void cs_brand_free (CsBrand *brand);

/* A line of the register of recognised products. */
typedef struct
{
  char *uuid;
  char *product;
  char *producer;
  char *unit;
  int stars;
  char *decision;
  char *decided_on;  /* YYYY, YYYY-MM or YYYY-MM-DD */
  char *score;       /* as the source prints it, "" when it does not */
  char *valid_until; /* (nullable) ISO */
} CsRecognition;

CsRecognition *cs_recognition_new (void);
void cs_recognition_free (CsRecognition *recognition);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsBook, cs_book_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsBrand, cs_brand_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsRecognition, cs_recognition_free)

G_END_DECLS
