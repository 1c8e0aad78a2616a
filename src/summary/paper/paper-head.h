/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "summary/field.h"

G_BEGIN_DECLS

/* What every paper of a council has at its head, its foot and its end. Every string is owned, may be NULL
 * when nothing is known, and is Vietnamese where people read it. */
typedef struct
{
  char *parent;     /* body above the issuing body */
  char *issuer;     /* body that issues the paper */
  char *number;     /* "12/BC-HĐ"; NULL: filled in by hand */
  char *place;      /* "Trà Vinh" */
  char *date;       /* ISO; NULL: filled in by hand */
  char *unit;       /* "Thành phố Trà Vinh" */
  char *round;      /* "Đợt 1 năm 2024" */
  char *level;      /* "Cấp huyện" */
  char *council;    /* "Hội đồng đánh giá, phân hạng sản phẩm OCOP …" */
  char *regulation; /* number of the decision: "148/QĐ-TTg" */

  /* foot and properties */
  char *book;     /* title of the book */
  char *book_id;  /* the first letters of its UUID */
  char *log_head; /* 64 hexadecimal digits: ties the paper to the log as it was; NULL: not printed */
  char *program;  /* "Chấm Sao 0.1.0" */
  char *created;  /* "2024-05-31T08:00:00Z" */

  /* who signs for the council */
  char *authority;  /* "TM. HỘI ĐỒNG" */
  char *role;       /* "CHỦ TỊCH" */
  char *signer;     /* name */
  gboolean deputed; /* the council's office says who signs: nobody else steps in */
  char *secretary;  /* name; NULL: no secretary signs */

  GPtrArray *recipients; /* (nullable) (element-type utf8): who gets the paper */

  /* for who makes the paper, in the reader's language, and not on it */
  char *warning; /* (nullable): a product on it has no result: its sheets were changed outside the program */
} CsPaperHead;

/* Frees what @head holds. */
void cs_paper_head_clear (CsPaperHead *head);

/* What templates may name of it. */
extern const CsField cs_paper_head_fields[];

G_END_DECLS
