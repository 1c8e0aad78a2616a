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

/* Brings every text into the form in which it is kept: no blanks around, one recipient a line without "- "
 * and ";", no "TM." and "KT." which papers write themselves. */
void cs_office_clean (CsOffice *office);

gboolean cs_office_equal (const CsOffice *a, const CsOffice *b);

/**
 * cs_office_authority:
 * @derived: for whom is signed where nothing is set: "TM. HỘI ĐỒNG"
 *
 * Returns: (transfer full): the lines above the position of who signs: "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH";
 * an order or an authority ("TL.", "TUQ.") is given by a person, so only what is set stands above them.
 * Decree 30/2020/NĐ-CP, appendix I.
 */
char *cs_office_authority (const CsOffice *office, const char *derived);

/* Returns: (transfer full) (nullable): the position of who signs, "Q. CHỦ TỊCH" of an acting head; NULL when
 * none is set.
 */
char *cs_office_role (const CsOffice *office);

/* Returns: whether somebody else than the head of the body signs, by name and position of the own. */
gboolean cs_office_is_deputed (const CsOffice *office);

/* Returns: (transfer full): a number as it is written: "05/BB-HĐOCOP"; the decree wants two digits at least.
 */
char *cs_office_number_text (int no, const char *kind, const char *symbol);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsOffice, cs_office_free)

G_END_DECLS
