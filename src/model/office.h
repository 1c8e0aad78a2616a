/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How somebody signs who is not the head of the body: Decree 30/2020/NĐ-CP, article 13. */
typedef enum
{
  CS_ACTING_NONE,
  CS_ACTING_KT,  /* "KT.": a deputy in the place of the head */
  CS_ACTING_TL,  /* "TL.": by order of the head */
  CS_ACTING_TUQ, /* "TUQ.": by the head's written authority */
  CS_ACTING_Q,   /* "Q.": acting head */
  CS_N_ACTING,
} CsActing;

/* Letterhead, signature, recipients and number series of a council's papers. Every string is owned; "" means:
 * as the program derives it from the council's unit and level. */
typedef struct
{
  char *uuid;      /* (nullable): NULL before it is stored */
  char *council;   /* UUID */
  char *parent;    /* body above: "ỦY BAN NHÂN DÂN HUYỆN CÀNG LONG" */
  char *issuer;    /* body that issues the papers */
  char *place;     /* "Càng Long" */
  char *on_behalf; /* body that is signed for: "HỘI ĐỒNG" gives "TM. HỘI ĐỒNG" */
  CsActing acting;
  char *acting_for; /* the position in whose place is signed: "CHỦ TỊCH" */
  char *role;       /* position of who signs: "PHÓ CHỦ TỊCH" */
  char *signer;     /* name */
  char *recipients; /* one a line */
  char *symbol;     /* of the body, in the numbers of its papers: "HĐOCOP" */
} CsOffice;

CsOffice *cs_office_new (const char *council);
void cs_office_free (CsOffice *office);

const char *cs_acting_to_text (CsActing acting); /* "", "KT", "TL", "TUQ", "Q" */
gboolean cs_acting_parse (const char *text, CsActing *acting);

/**
 * cs_office_authority:
 *
 * Returns: (transfer full) (nullable): the lines above the position of who signs: "TM. ỦY BAN NHÂN DÂN", "KT.
 * CHỦ TỊCH"; NULL when nothing is set
 */
char *cs_office_authority (const CsOffice *office);

/* Returns: (transfer full): a number as it is written: "05/BB-HĐOCOP"; the decree wants two digits at least.
 */
char *cs_office_number_text (int no, const char *kind, const char *symbol);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsOffice, cs_office_free)

G_END_DECLS
