/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a unit keeps of its recognised products: recognitions with their certificates, the dossiers that may
 * renew them, trademarks. */

typedef struct
{
  gint64 id;
  char *uuid;
  char *name;
  char *owner;
  char *registered_on; /* (nullable) ISO */
} CsTrademark;

void cs_trademark_free (CsTrademark *trademark);

/* A line of the register of recognised products: of past years, or of a product that was closed in this book.
 */
typedef struct
{
  gint64 id; /* row, 0 before it is stored */
  char *uuid;
  gint64 evaluation; /* row of the evaluation whose verdict it recognises, 0: of past years */
  char *product;
  char *producer;
  char *unit;
  int stars;
  char *decision;
  char *decided_on;       /* YYYY, YYYY-MM or YYYY-MM-DD */
  char *score;            /* as the source prints it, "" when it does not */
  char *certificate;      /* number, "" when it is not told */
  char *valid_until;      /* (nullable) ISO */
  char *withdrawn_on;     /* (nullable) ISO */
  char *withdrawn_ground; /* "" while it is not withdrawn */
  /* what its evaluation or dossier tells, when it is read; NULL and 0 of past years */
  gint64 dossier_id; /* row of the dossier it decides on; also where no evaluation here led to it */
  char *dossier;     /* (nullable): code */
  char *round;       /* (nullable): id */
  char *regulation;  /* (nullable): id */
  gint64 product_id; /* row of the product */
} CsRecognition;

CsRecognition *cs_recognition_new (void);
CsRecognition *cs_recognition_copy (const CsRecognition *recognition);
void cs_recognition_free (CsRecognition *recognition);

/* A dossier by which a certificate may be renewed: an upgrade or a re-evaluation. */
typedef struct
{
  gint64 dossier; /* row */
  char *code;
  gint64 product_id;
  char *product;  /* folded */
  char *producer; /* folded */
  char *registered_on;
} CsFiling;

void cs_filing_free (CsFiling *filing);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsTrademark, cs_trademark_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsRecognition, cs_recognition_free)

G_END_DECLS
