/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "summary/paper/product-summary.h"

static int
is_unverified (gconstpointer summary)
{
  return !((const CsProductSummary *) summary)->form_verified;
}

/* More members than an upright page has room for. */
static int
is_wide (gconstpointer summary)
{
  return ((const CsProductSummary *) summary)->members->len > CS_PRODUCT_COLUMNS_UPRIGHT;
}

static int
is_part (gconstpointer line)
{
  return ((const CsProductLine *) line)->kind == CS_PRODUCT_LINE_PART;
}

static int
is_heading (gconstpointer row)
{
  const CsProductLine *line = row;

  return line->kind == CS_PRODUCT_LINE_SECTION || line->kind == CS_PRODUCT_LINE_HEADING;
}

static int
is_criterion (gconstpointer line)
{
  return ((const CsProductLine *) line)->kind == CS_PRODUCT_LINE_CRITERION;
}

static int
is_total (gconstpointer line)
{
  return ((const CsProductLine *) line)->kind == CS_PRODUCT_LINE_TOTAL;
}

#define MEMBER(member)  G_STRUCT_OFFSET (CsProductMember, member)
#define LINE(member)    G_STRUCT_OFFSET (CsProductLine, member)
#define COLUMN(member)  G_STRUCT_OFFSET (CsProductColumn, member)
#define POINTS(member)  G_STRUCT_OFFSET (CsProductPoints, member)
#define ROUND(member)   G_STRUCT_OFFSET (CsProductRound, member)
#define MINIMUM(member) G_STRUCT_OFFSET (CsProductMinimum, member)
#define ENDED(member)   G_STRUCT_OFFSET (CsProductEnded, member)
#define PRODUCT(member) G_STRUCT_OFFSET (CsProductSummary, member)

static const CsField member_fields[] = {
  { "name", CS_FIELD_TEXT, MEMBER (name) },
  { "member-role", CS_FIELD_TEXT, MEMBER (role) },
  { "organisation", CS_FIELD_TEXT, MEMBER (organisation) },
  { "state", CS_FIELD_TEXT, MEMBER (state) },
  { "points", CS_FIELD_LIST, MEMBER (points), .fields = cs_field_texts },
  { NULL },
};

static const CsField line_fields[] = {
  { "part", CS_FIELD_FLAG, .number = is_part },
  { "heading", CS_FIELD_FLAG, .number = is_heading },
  { "criterion", CS_FIELD_FLAG, .number = is_criterion },
  { "total", CS_FIELD_FLAG, .number = is_total },
  { "no", CS_FIELD_TEXT, LINE (no) },
  { "title", CS_FIELD_TEXT, LINE (title) },
  { "max", CS_FIELD_NUMBER, LINE (max) },
  { "cells", CS_FIELD_LIST, LINE (cells), .fields = cs_field_texts },
  { "mean", CS_FIELD_TEXT, LINE (mean) },
  { NULL },
};

static const CsField column_fields[] = {
  { "number", CS_FIELD_NUMBER, COLUMN (number) },
  { "former", CS_FIELD_FLAG, COLUMN (former) },
  { NULL },
};

static const CsField points_fields[] = {
  { "from", CS_FIELD_NUMBER, POINTS (from) },
  { "to", CS_FIELD_NUMBER, POINTS (to) },
  { "with-mean", CS_FIELD_FLAG, POINTS (last) },
  { "columns", CS_FIELD_LIST, POINTS (columns), .fields = column_fields },
  { "lines", CS_FIELD_LIST, POINTS (lines), .fields = line_fields },
  { NULL },
};

static const CsField round_fields[] = {
  { "scoring-round", CS_FIELD_NUMBER, ROUND (no) },
  { "several", CS_FIELD_FLAG, ROUND (several) },
  { "tables", CS_FIELD_LIST, ROUND (tables), .fields = points_fields },
  { "spread", CS_FIELD_TEXT, ROUND (spread) },
  { "remarks", CS_FIELD_LIST, ROUND (remarks), .fields = cs_field_texts },
  { "talks", CS_FIELD_LIST, ROUND (talks), .fields = cs_field_texts },
  { NULL },
};

static const CsField ended_fields[] = {
  { "name", CS_FIELD_TEXT, ENDED (member) },
  { "scoring-round", CS_FIELD_NUMBER, ENDED (scoring_round) },
  { "what", CS_FIELD_TEXT, ENDED (what) },
  { "when", CS_FIELD_TEXT, ENDED (when) },
  { "by", CS_FIELD_TEXT, ENDED (by) },
  { "reason", CS_FIELD_TEXT, ENDED (reason) },
  { NULL },
};

static const CsField minimum_fields[] = {
  { "stars", CS_FIELD_STARS, MINIMUM (star) }, { "no", CS_FIELD_TEXT, MINIMUM (no) },
  { "title", CS_FIELD_TEXT, MINIMUM (title) }, { "needed", CS_FIELD_NUMBER, MINIMUM (needed) },
  { "have", CS_FIELD_TEXT, MINIMUM (have) },   { "reached-by", CS_FIELD_TEXT, MINIMUM (reached_by) },
  { "holds", CS_FIELD_FLAG, MINIMUM (holds) }, { NULL },
};

#define TEXTS(id, member)                                                                                    \
  {                                                                                                          \
    id, CS_FIELD_LIST, PRODUCT (member), .fields = cs_field_texts                                            \
  }

const CsField cs_product_summary_fields[] = {
  { "head", CS_FIELD_PART, PRODUCT (head), .fields = cs_paper_head_fields },
  { "wide", CS_FIELD_FLAG, .number = is_wide },
  { "product", CS_FIELD_TEXT, PRODUCT (product) },
  { "code", CS_FIELD_TEXT, PRODUCT (code) },
  { "producer", CS_FIELD_TEXT, PRODUCT (producer) },
  { "producer-kind", CS_FIELD_TEXT, PRODUCT (producer_kind) },
  { "address", CS_FIELD_TEXT, PRODUCT (address) },
  { "form", CS_FIELD_NUMBER, PRODUCT (form_no) },
  { "form-name", CS_FIELD_TEXT, PRODUCT (form_name) },
  { "unverified", CS_FIELD_FLAG, .number = is_unverified },
  { "form-note", CS_FIELD_TEXT, PRODUCT (form_note) },
  { "kind", CS_FIELD_TEXT, PRODUCT (kind) },
  TEXTS ("part-codes", part_codes),
  { "members", CS_FIELD_LIST, PRODUCT (members), .fields = member_fields },
  { "rounds", CS_FIELD_LIST, PRODUCT (rounds), .fields = round_fields },
  { "marks", CS_FIELD_TEXT, PRODUCT (marks) },
  TEXTS ("copies", copies),
  { "ended", CS_FIELD_LIST, PRODUCT (ended), .fields = ended_fields },
  { "minima", CS_FIELD_LIST, PRODUCT (minima), .fields = minimum_fields },
  TEXTS ("grounds", grounds),
  { "quorum", CS_FIELD_TEXT, PRODUCT (quorum) },
  { "verdict", CS_FIELD_TEXT, PRODUCT (verdict) },
  { "outcome", CS_FIELD_TEXT, PRODUCT (outcome) },
  TEXTS ("robustness", robustness),
  TEXTS ("history", history),
  { NULL },
};
