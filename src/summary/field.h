/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One description of what a row of a summary holds. A value for people is a plain struct; the table of its
 * fields says by which name, of which type and where in the struct each figure and text stands. List in the
 * window, template of a paper, JSON and spreadsheet all read a row through it: none makes its columns anew.
 *
 * A table of fields is static, ended by an entry without id, and is the same for every row of its kind. */

typedef enum
{
  CS_FIELD_TEXT,    /* char *, (nullable), as it is shown */
  CS_FIELD_NUMBER,  /* int: a count */
  CS_FIELD_DECIMAL, /* char *, (nullable): "78.20", exact as far as it goes; people see a comma */
  CS_FIELD_DATE,    /* char *, (nullable): ISO */
  CS_FIELD_STARS,   /* int: 0 for none, less when nobody may know */
  CS_FIELD_FLAG,    /* gboolean: asked for, never shown */
  CS_FIELD_LIST,    /* GPtrArray *: of rows that fields describe */
  CS_FIELD_PART,    /* a struct inside this one: its fields are as if they stood here */
} CsFieldType;

typedef enum
{
  CS_SUM_NONE,
  CS_SUM_ADD,   /* the rows added up */
  CS_SUM_GIVEN, /* known otherwise: a plan's target is not the sum of its units' */
} CsFieldSum;

typedef struct _CsField CsField;

struct _CsField
{
  const char *id; /* letters, digits, hyphens; "recognised.3" is 3 in an object "recognised" */
  CsFieldType type;
  gsize at;          /* offset in the row; not read when one of the functions below is set */
  const char *title; /* (nullable): untranslated, N_(); heads its column */
  guint weight;      /* share in the width that is left over; 0: as wide as its content */
  CsFieldSum sum;
  gboolean derived; /* follows from other fields of the row: for people, left out of files for programs */

  /* what no struct holds */
  int (*number) (gconstpointer row);     /* (nullable): of NUMBER, STARS, FLAG */
  char *(*dup_text) (gconstpointer row); /* (nullable): of the others */
  int (*hidden) (gconstpointer row); /* (nullable): nobody may see it now: it has no value, for no template */
  const CsField *fields;             /* of LIST and PART */
};

/* How many products: a field that rows add up. */
#define CS_FIELD_COUNT(id_, title_, row_, member_)                                                           \
  {                                                                                                          \
    .id = (id_), .type = CS_FIELD_NUMBER, .at = G_STRUCT_OFFSET (row_, member_), .title = (title_),          \
    .sum = CS_SUM_ADD                                                                                        \
  }

/* The fields of a list whose items are texts: "text". */
extern const CsField cs_field_texts[];

/* Returns: the number; 0 for what is none, or is hidden. */
int cs_field_number (const CsField *field, gconstpointer row);

/* Returns: (transfer full) (nullable): the value as text without a locale: "78.20", "3"; NULL when there is
 * none. */
char *cs_field_dup_text (const CsField *field, gconstpointer row);

/* Returns: (transfer none) (nullable): the rows of a LIST. */
const GPtrArray *cs_field_list (const CsField *field, gconstpointer row);

/* Returns: whether there is something: a text that is not blank, a number but 0, a flag that is up, a list
 * with rows. */
gboolean cs_field_is_set (const CsField *field, gconstpointer row);

/**
 * cs_fields_add:
 * @total: a row: every number that rows add up becomes more by that of @row
 */
void cs_fields_add (const CsField *fields, gpointer total, gconstpointer row);

/**
 * cs_fields_fill:
 * @row: its texts and numbers belong to who frees it
 *
 * Takes into @row, where that is empty, what @source knows by the same name and in the same type.
 */
void cs_fields_fill (const CsField *fields, gpointer row, const CsField *from, gconstpointer source);

/* Where names are looked up: a row, then the row whose list it stands in, and so on. */
typedef struct _CsScope CsScope;

struct _CsScope
{
  const CsField *fields;
  gconstpointer row;    /* (nullable): NULL where only names are checked */
  guint place;          /* in its list, from 1 */
  const CsScope *outer; /* (nullable) */
};

/**
 * cs_scope_find:
 * @row: (out) (optional): the struct that the field is read from
 *
 * Returns: (nullable): the nearest field of this name
 */
const CsField *cs_scope_find (const CsScope *scope, const char *id, gconstpointer *row);

G_END_DECLS
