/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The words and the order of a paper, as an office may change them: data/templates/ID.xml.
 *
 * A paper is made of three things that do not know each other: a summary says what there is to tell, as a
 * plain value whose fields have names (summary/field.h); the template says in which words and which order;
 * report/ lays out what comes of both. So a template is a tree of blocks whose texts hold fields. It is
 * checked when it is read: what it names exists, and nothing of it can fail while a paper is made. */

typedef enum
{
  CS_BLOCK_LETTERHEAD,
  CS_BLOCK_HEADING,
  CS_BLOCK_PARAGRAPH,
  CS_BLOCK_NOTE,
  CS_BLOCK_ITEM,  /* of a list: with a dash */
  CS_BLOCK_FACTS, /* names and values side by side: of FACT */
  CS_BLOCK_FACT,
  CS_BLOCK_TABLE, /* of COLUMN, then of ROW and EACH */
  CS_BLOCK_COLUMN,
  CS_BLOCK_ROW, /* of CELL */
  CS_BLOCK_CELL,
  CS_BLOCK_SIGNATURE, /* of LEFT, RIGHT and RECIPIENT */
  CS_BLOCK_LEFT,
  CS_BLOCK_RIGHT,
  CS_BLOCK_RECIPIENT,
  CS_BLOCK_LINE,  /* of the foot */
  CS_BLOCK_EACH,  /* what is inside, for every row of a list */
  CS_BLOCK_GROUP, /* what is inside under one condition */
  CS_N_BLOCKS,
} CsBlockKind;

typedef struct
{
  CsBlockKind kind;
  int line;               /* of the file it came from, for messages */
  char *text;             /* with fields; "" */
  char *of;               /* (nullable): list: the block stands once for every row, with the row's fields */
  char *when;             /* (nullable): field that must be set, else the block is left out */
  char *unless;           /* (nullable): field that must not be set */
  GHashTable *attributes; /* utf8 → utf8: all others; names and values are those of template.xsd */
  GPtrArray *blocks;      /* (element-type CsBlock): inside this one */
} CsBlock;

typedef struct
{
  gatomicrefcount ref_count;
  char *id;
  char *paper;       /* which paper it is for: "summary"; says which fields there are */
  char *name;        /* for who chooses one */
  char *document;    /* title of the document, with fields */
  char *landscape;   /* with fields; "" for upright */
  char *symbol;      /* letters of the kind of paper in its number: "BB"; (nullable) */
  char *counted;     /* with fields; ""; else every page says which of how many it is */
  GPtrArray *foot;   /* (element-type CsBlock): lines at the foot of every page */
  GPtrArray *blocks; /* (element-type CsBlock) */
} CsTemplate;

CsTemplate *cs_template_new (void);
CsTemplate *cs_template_ref (CsTemplate *template);
void cs_template_unref (CsTemplate *template);

CsBlock *cs_block_new (CsBlockKind kind, int line);
void cs_block_free (CsBlock *block);

/* Returns: (transfer none) (nullable): the attribute. */
const char *cs_block_get (const CsBlock *block, const char *attribute);

/* Returns: the name of the element of this kind. */
const char *cs_block_kind_name (CsBlockKind kind);

/* Returns: whether there is a kind with the element @name; in @kind. */
gboolean cs_block_kind_find (const char *name, CsBlockKind *kind);

/* Returns: whether the attribute @name of any block is text with fields. */
gboolean cs_block_attribute_has_fields (const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsBlock, cs_block_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsTemplate, cs_template_unref)

G_END_DECLS
