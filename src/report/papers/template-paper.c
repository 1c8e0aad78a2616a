/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/papers/template-paper.h"

#include "base/text.h"
#include "summary/field-text.h"

#include <string.h>

#define FACT_SIZE  12.0
#define ITEM_SIZE  12.0
#define NOTE_SIZE  11.0
#define TABLE_SIZE 11.0

/* What is made of blocks: a document, a table or a row of it; each block adds to its own. */
typedef struct
{
  CsDocument *document;
  CsTable *table;
  guint n_columns;  /* of it */
  GPtrArray *cells; /* (element-type utf8): NULL joins */
} Making;

static void add_block (Making *self, const CsBlock *block, const CsScope *scope);

/* --- values --- */

static char *
expand (const CsBlock *block, const char *attribute, const CsScope *scope)
{
  const char *text = cs_block_get (block, attribute);

  return text != NULL ? cs_field_text_expand (text, scope) : NULL;
}

static char *
expand_text (const CsBlock *block, const CsScope *scope)
{
  return cs_field_text_expand (block->text, scope);
}

static gboolean
is_yes (const CsBlock *block, const char *attribute)
{
  return g_strcmp0 (cs_block_get (block, attribute), "yes") == 0;
}

static double
number_of (const CsBlock *block, const char *attribute, double fallback)
{
  const char *text = cs_block_get (block, attribute);

  return text != NULL ? g_ascii_strtod (text, NULL) : fallback;
}

/* Returns: which of @words the attribute is, 0 when there is none. */
static guint
choice_of (const CsBlock *block, const char *attribute, const char *const *words)
{
  const char *text = cs_block_get (block, attribute);

  for (guint i = 0; text != NULL && words[i] != NULL; i++)
    if (g_str_equal (words[i], text))
      return i;
  return 0;
}

static CsAlign
align_of (const CsBlock *block)
{
  static const char *const words[] = { [CS_ALIGN_LEFT] = "left",
                                       [CS_ALIGN_CENTER] = "center",
                                       [CS_ALIGN_RIGHT] = "right",
                                       [CS_ALIGN_JUSTIFY] = "justify",
                                       NULL };

  return choice_of (block, "align", words);
}

static CsFontStyle
style_of (const CsBlock *block)
{
  static const char *const words[] = { [CS_FONT_REGULAR] = "regular",
                                       [CS_FONT_BOLD] = "bold",
                                       [CS_FONT_ITALIC] = "italic",
                                       [CS_FONT_BOLD_ITALIC] = "bold-italic",
                                       NULL };

  return choice_of (block, "style", words);
}

static CsRowKind
row_kind_of (const CsBlock *block)
{
  static const char *const words[] = {
    [CS_ROW_PLAIN] = "plain", [CS_ROW_GROUP] = "group",   [CS_ROW_TOTAL] = "total",
    [CS_ROW_LINE] = "line",   [CS_ROW_REMARK] = "remark", NULL
  };

  return choice_of (block, "kind", words);
}

/* --- which blocks stand --- */

static gboolean
is_set (const CsScope *scope, const char *name)
{
  gconstpointer row = NULL;
  const CsField *field = cs_scope_find (scope, name, &row);

  return field != NULL && cs_field_is_set (field, row);
}

static gboolean
stands (const CsBlock *block, const CsScope *scope)
{
  return (block->when == NULL || is_set (scope, block->when))
         && (block->unless == NULL || !is_set (scope, block->unless));
}

/* Adds @block where it stands, once for every row of its list when it has one. */
static void
add_repeated (Making *self, const CsBlock *block, const CsScope *scope)
{
  gconstpointer row = NULL;
  const CsField *field = block->of != NULL ? cs_scope_find (scope, block->of, &row) : NULL;
  const GPtrArray *list = field != NULL ? cs_field_list (field, row) : NULL;

  if (block->of == NULL && stands (block, scope))
    add_block (self, block, scope);
  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const CsScope inside = { field->fields, g_ptr_array_index (list, i), i + 1, scope };

      if (stands (block, &inside))
        add_block (self, block, &inside);
    }
}

/* Adds the blocks of @kind, of any for CS_N_BLOCKS. */
static void
add_blocks (Making *self, const GPtrArray *blocks, CsBlockKind kind, const CsScope *scope)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      const CsBlock *block = g_ptr_array_index (blocks, i);

      if (kind == CS_N_BLOCKS || block->kind == kind)
        add_repeated (self, block, scope);
    }
}

/* --- blocks of text --- */

static void
add_letterhead (CsDocument *document, const CsBlock *block, const CsScope *scope)
{
  g_autofree char *parent = expand (block, "parent", scope), *issuer = expand (block, "issuer", scope);
  g_autofree char *number = expand (block, "number", scope), *place = expand (block, "place", scope);
  g_autofree char *date = expand (block, "date", scope), *title = expand (block, "title", scope);
  g_autofree char *subtitle = expand (block, "subtitle", scope);

  cs_document_add_letterhead (document,
                              &(CsLetterhead){ parent, issuer, number, place, date, title, subtitle });
}

/* How the blocks that are one paragraph are set; a PARAGRAPH says more in its attributes. */
static CsParagraph
paragraph_of (const CsBlock *block, const CsScope *scope)
{
  switch (block->kind)
    {
    case CS_BLOCK_HEADING:
      return (CsParagraph){ .style = CS_FONT_BOLD, .align = CS_ALIGN_LEFT, .lead = TRUE };
    case CS_BLOCK_NOTE:
      return (
          CsParagraph){ .style = CS_FONT_ITALIC, .size = NOTE_SIZE, .align = CS_ALIGN_LEFT, .trail = TRUE };
    case CS_BLOCK_ITEM:
      return (CsParagraph){ .size = ITEM_SIZE, .align = CS_ALIGN_JUSTIFY, .trail = scope->place == 1 };
    case CS_BLOCK_PARAGRAPH:
    default:
      return (CsParagraph){ .style = style_of (block),
                            .size = number_of (block, "size", 0),
                            .align = align_of (block),
                            .indent = is_yes (block, "indent"),
                            .lead = is_yes (block, "lead"),
                            .trail = is_yes (block, "trail") };
    }
}

/* One that has nothing to say is left out. */
static void
add_paragraph (CsDocument *document, const CsBlock *block, const CsScope *scope)
{
  CsParagraph paragraph = paragraph_of (block, scope);
  g_autofree char *text = expand_text (block, scope);

  if (cs_text_is_blank (text))
    return;
  if (block->kind == CS_BLOCK_ITEM)
    {
      g_autofree char *plain = g_steal_pointer (&text);

      text = g_strconcat ("– ", plain, NULL);
    }
  paragraph.text = text;
  cs_document_add_paragraph (document, &paragraph);
}

/* --- tables --- */

static void
add_facts (Making *self, const CsBlock *block, const CsScope *scope)
{
  Making inside = { .table = cs_table_new (FACT_SIZE, CS_TABLE_SIZE_LEAST) };

  cs_table_set_frameless (inside.table);
  cs_table_add_column (inside.table, &(CsColumn){ .title = "", .align = CS_ALIGN_LEFT });
  cs_table_add_column (inside.table, &(CsColumn){ .title = "", .weight = 1, .align = CS_ALIGN_LEFT });
  add_blocks (&inside, block->blocks, CS_BLOCK_FACT, scope);
  cs_document_take_table (self->document, inside.table);
}

static void
add_fact (Making *self, const CsBlock *block, const CsScope *scope)
{
  g_autofree char *name = expand (block, "name", scope);
  g_autofree char *label = g_strconcat (name, ":", NULL);
  g_autofree char *value = expand_text (block, scope);

  cs_table_add_row (self->table, CS_ROW_PLAIN, (const char *const[]){ label, value });
}

static void
add_column (Making *self, const CsBlock *block, const CsScope *scope)
{
  g_autofree char *title = expand (block, "title", scope);
  g_autofree char *over = expand (block, "over", scope);

  cs_table_add_column (self->table, &(CsColumn){ .title = title,
                                                 .group = over,
                                                 .weight = number_of (block, "weight", 0),
                                                 .align = align_of (block),
                                                 .lead = is_yes (block, "lead"),
                                                 .boxes = is_yes (block, "boxes") });
  self->n_columns++;
}

/* A row is made as long as the table is wide: cells with conditions may be more or fewer. */
static void
add_row (Making *self, const CsBlock *block, const CsScope *scope)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  Making inside = { .cells = cells };

  add_blocks (&inside, block->blocks, CS_BLOCK_CELL, scope);
  while (cells->len < self->n_columns)
    g_ptr_array_add (cells, g_strdup (""));
  cs_table_add_row (self->table, row_kind_of (block), (const char *const *) cells->pdata);
}

static void
add_cell (Making *self, const CsBlock *block, const CsScope *scope)
{
  guint span = (guint) number_of (block, "span", 1);

  g_ptr_array_add (self->cells, expand_text (block, scope));
  for (guint i = 1; i < span; i++)
    g_ptr_array_add (self->cells, NULL);
}

/* One without rows is left out. */
static void
add_table (Making *self, const CsBlock *block, const CsScope *scope)
{
  Making inside = { .table = cs_table_new (number_of (block, "size", TABLE_SIZE), CS_TABLE_SIZE_LEAST) };

  if (g_strcmp0 (cs_block_get (block, "frame"), "no") == 0)
    cs_table_set_frameless (inside.table);
  add_blocks (&inside, block->blocks, CS_BLOCK_COLUMN, scope);
  for (guint i = 0; inside.n_columns > 0 && i < block->blocks->len; i++)
    {
      const CsBlock *rows = g_ptr_array_index (block->blocks, i);

      if (rows->kind != CS_BLOCK_COLUMN)
        add_repeated (&inside, rows, scope);
    }
  if (cs_table_n_rows (inside.table) > 0)
    cs_document_take_table (self->document, inside.table);
  else
    cs_table_free (inside.table);
}

/* --- signature --- */

static CsSigner
signer_of (const CsBlock *block, const CsScope *scope)
{
  g_autofree char *place = expand (block, "place", scope), *date = expand (block, "date", scope);

  return (CsSigner){ expand (block, "authority", scope), expand (block, "role", scope),
                     expand (block, "hint", scope), expand (block, "name", scope),
                     place != NULL ? cs_letterhead_place_and_date (place, date) : NULL };
}

static void
signer_clear (CsSigner *signer)
{
  g_free ((char *) signer->authority);
  g_free ((char *) signer->role);
  g_free ((char *) signer->hint);
  g_free ((char *) signer->name);
  g_free ((char *) signer->dated);
}

static void
add_signature (Making *self, const CsBlock *block, const CsScope *scope)
{
  g_autoptr (GPtrArray) recipients = g_ptr_array_new_with_free_func (g_free);
  Making inside = { .cells = recipients };
  CsSigner left = { NULL };
  CsSignature signature = { NULL };

  add_blocks (&inside, block->blocks, CS_BLOCK_RECIPIENT, scope);
  for (guint i = 0; i < block->blocks->len; i++)
    {
      const CsBlock *signer = g_ptr_array_index (block->blocks, i);

      if (signer->kind == CS_BLOCK_LEFT && stands (signer, scope))
        {
          left = signer_of (signer, scope);
          signature.left = &left;
        }
      else if (signer->kind == CS_BLOCK_RIGHT)
        signature.right = signer_of (signer, scope);
    }
  if (recipients->len > 0)
    {
      g_ptr_array_add (recipients, NULL);
      signature.recipients = (const char *const *) recipients->pdata;
    }
  cs_document_add_signature (self->document, &signature);
  signer_clear (&left);
  signer_clear (&signature.right);
}

/* --- the whole --- */

static void
add_block (Making *self, const CsBlock *block, const CsScope *scope)
{
  switch (block->kind)
    {
    case CS_BLOCK_LETTERHEAD:
      add_letterhead (self->document, block, scope);
      break;
    case CS_BLOCK_HEADING:
    case CS_BLOCK_PARAGRAPH:
    case CS_BLOCK_NOTE:
    case CS_BLOCK_ITEM:
      add_paragraph (self->document, block, scope);
      break;
    case CS_BLOCK_FACTS:
      add_facts (self, block, scope);
      break;
    case CS_BLOCK_FACT:
      add_fact (self, block, scope);
      break;
    case CS_BLOCK_TABLE:
      add_table (self, block, scope);
      break;
    case CS_BLOCK_COLUMN:
      add_column (self, block, scope);
      break;
    case CS_BLOCK_ROW:
      add_row (self, block, scope);
      break;
    case CS_BLOCK_CELL:
      add_cell (self, block, scope);
      break;
    case CS_BLOCK_RECIPIENT:
    case CS_BLOCK_LINE:
      g_ptr_array_add (self->cells, expand_text (block, scope));
      break;
    case CS_BLOCK_SIGNATURE:
      add_signature (self, block, scope);
      break;
    case CS_BLOCK_EACH: /* of blocks, or of a table's rows */
    case CS_BLOCK_GROUP:
      add_blocks (self, block->blocks, CS_N_BLOCKS, scope);
      break;
    case CS_BLOCK_LEFT:
    case CS_BLOCK_RIGHT: /* by the signature */
    case CS_N_BLOCKS:
    default:
      break;
    }
}

static char *
foot_text (const CsTemplate *template, const CsScope *scope)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  Making making = { .cells = lines };
  char *text;

  add_blocks (&making, template->foot, CS_N_BLOCKS, scope);
  for (guint i = 0; i < lines->len; i++)
    g_strdelimit (g_ptr_array_index (lines, i), "\n", ' ');
  g_ptr_array_add (lines, NULL);
  text = g_strjoinv ("\n", (char **) lines->pdata);
  return text;
}

static gboolean
is_told (const char *text, const CsScope *scope)
{
  g_autofree char *told = cs_field_text_expand (text, scope);

  return !cs_text_is_blank (told);
}

CsDocument *
cs_template_paper_new (const CsTemplate *template, const CsField *fields, gconstpointer value)
{
  const CsScope scope = { fields, value, 0, NULL };
  g_autofree char *title = NULL, *foot = NULL, *creator = NULL, *created = NULL;
  Making making = { NULL };

  g_return_val_if_fail (template != NULL && value != NULL, NULL);
  title = cs_field_text_expand (template->document, &scope);
  creator = cs_field_text_expand ("{program}", &scope);
  created = cs_field_text_expand ("{created}", &scope);
  foot = foot_text (template, &scope);
  making.document = cs_document_new (&(CsDocumentInfo){
      .orientation = is_told (template->landscape, &scope) ? CS_PAGE_LANDSCAPE : CS_PAGE_PORTRAIT,
      .title = title,
      .creator = creator,
      .created = created,
      .foot = foot,
      .numbered = is_told (template->counted, &scope),
  });
  add_blocks (&making, template->blocks, CS_N_BLOCKS, &scope);
  return making.document;
}
