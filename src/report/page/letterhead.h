/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/page/composer.h"

G_BEGIN_DECLS

/**
 * CsLetterhead:
 * The head of an official paper by Decree 30/2020/NĐ-CP, appendix I: who issues it, the national name and
 * motto, number, place and date, name of the paper.
 */
typedef struct
{
  const char *parent;   /* (nullable): the body above, "ỦY BAN NHÂN DÂN TỈNH TRÀ VINH" */
  const char *issuer;   /* the body that issues the paper */
  const char *number;   /* (nullable): "12/BC-HĐ"; "": dots to fill in by hand; NULL: no such line */
  const char *place;    /* (nullable): "Trà Vinh"; NULL: no line of place and date */
  const char *date;     /* (nullable): ISO; NULL or "": dots to fill in by hand */
  const char *title;    /* (nullable): kind of paper, set in capitals */
  const char *subtitle; /* (nullable): what it is about */
} CsLetterhead;

CsLetterhead *cs_letterhead_copy (const CsLetterhead *letterhead);
void cs_letterhead_free (CsLetterhead *letterhead);

/**
 * cs_letterhead_place_and_date:
 * @date: (nullable): ISO date, or NULL or "" for dots
 *
 * "Trà Vinh, ngày 31 tháng 5 năm 2024". The decree wants a leading zero for days under 10 and for months 1
 * and 2 only.
 *
 * Returns: (transfer full) (nullable): the line, or NULL when @date is no date
 */
char *cs_letterhead_place_and_date (const char *place, const char *date);

/* Returns: (transfer full): "Số: 05/BC-HĐ": numbers under 10 get a leading zero; dots for "". */
char *cs_letterhead_number (const char *number);

/* For the layout. Returns: FALSE and CS_ERROR_INVALID when a text cannot be drawn or the date is none. */
gboolean cs_letterhead_compose (const CsLetterhead *letterhead, CsComposer *composer, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsLetterhead, cs_letterhead_free)

G_END_DECLS
