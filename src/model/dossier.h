/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a producer hands in: producer, product, dossier and its papers. Plain values; repositories fill them.
 */

typedef struct
{
  gint64 id; /* row in the book, 0 before it is stored */
  char *uuid;
  char *name;
  char *kind; /* "cooperative", "group", "company", "farm", "household", "association" */
  char *address;
  char *phone;
  char *representative;
  gboolean woman;      /* led by a woman, as the forms ask */
  gboolean minority;   /* of an ethnic minority */
  gboolean disability; /* with a disability */
  char *commune;       /* code of the unit it lives in, as narrow as is told; "" when that is not known */
  char
      *joined_to; /* (nullable): UUID of the producer that it is one with, under whose name; as it was read */
  gboolean keeps_others; /* others are joined to it; as it was read */
  int version;
} CsProducer;

typedef struct
{
  gint64 id;
  char *uuid;
  char *code; /* the regulation's product code, unique in the book */
  char *product;
  char *description;
  gint64 product_id;
  char *product_uuid;
  CsProducer producer;
  char *regulation; /* id */
  int form;
  char *unit;          /* code of the unit it was filed in */
  char *kind;          /* "first", "upgrade", "renewal" */
  char *registered_on; /* ISO */
  gboolean deleted;
  gboolean rehearsal;
  int version;
  /* the evaluation this row stands for */
  gint64 evaluation;     /* row of the evaluation, 0 when it is in no round */
  char *evaluation_uuid; /* (nullable) */
  char *round;           /* (nullable): id of the round */
  char *council;         /* (nullable): key of the council */
  char *council_uuid;    /* (nullable) */
  gboolean closed;
  char *closed_at;            /* (nullable) */
  char *close_reason;         /* (nullable) */
  char *recognised_on;        /* (nullable): day of the decision that recognised it */
  gboolean decided_elsewhere; /* another level decided on it, and that was not withdrawn */
  char
      *withdrawn_on; /* (nullable): day on which its recognition was withdrawn, and nothing came after that */
} CsDossier;

typedef struct
{
  gint64 id;
  char *uuid;
  gint64 dossier;
  char *kind; /* id of the regulation's paper kind */
  char *number;
  char *issued_on;   /* (nullable) ISO */
  char *expires_on;  /* (nullable) ISO */
  char *file_sha256; /* (nullable): name of the stored file */
  char *file_name;   /* (nullable): as the user called it */
  char *media_type;  /* (nullable) */
  gint64 size;
  int version;
} CsEvidence;

extern const char *const cs_producer_kinds[]; /* NULL-terminated */
extern const char *const cs_dossier_kinds[];  /* NULL-terminated */

CsProducer *cs_producer_new (void);
void cs_producer_free (CsProducer *producer);
CsDossier *cs_dossier_new (void);
void cs_dossier_free (CsDossier *dossier);
CsEvidence *cs_evidence_new (void);
CsEvidence *cs_evidence_dup (const CsEvidence *paper);
void cs_evidence_free (CsEvidence *paper);

/* Gives @paper the file of @from: digest, name, type and size. */
void cs_evidence_take_file (CsEvidence *paper, const CsEvidence *from);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsProducer, cs_producer_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsDossier, cs_dossier_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsEvidence, cs_evidence_free)

G_END_DECLS
