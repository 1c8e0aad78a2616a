/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/template.h"

static const char *const names[CS_N_BLOCKS] = {
  [CS_BLOCK_LETTERHEAD] = "letterhead",
  [CS_BLOCK_HEADING] = "heading",
  [CS_BLOCK_PARAGRAPH] = "paragraph",
  [CS_BLOCK_NOTE] = "note",
  [CS_BLOCK_FACTS] = "facts",
  [CS_BLOCK_FACT] = "fact",
  [CS_BLOCK_TABLE] = "table",
  [CS_BLOCK_COLUMN] = "column",
  [CS_BLOCK_ROW] = "row",
  [CS_BLOCK_CELL] = "cell",
  [CS_BLOCK_SIGNATURE] = "signature",
  [CS_BLOCK_LEFT] = "left",
  [CS_BLOCK_RIGHT] = "right",
  [CS_BLOCK_RECIPIENT] = "recipient",
  [CS_BLOCK_LINE] = "line",
  [CS_BLOCK_ITEM] = "item",
  [CS_BLOCK_EACH] = "each",
  [CS_BLOCK_GROUP] = "group",
};

CsTemplate *
cs_template_new (void)
{
  CsTemplate *template = g_new0 (CsTemplate, 1);

  g_atomic_ref_count_init (&template->ref_count);
  template->foot = g_ptr_array_new_with_free_func ((GDestroyNotify) cs_block_free);
  template->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) cs_block_free);
  return template;
}

CsTemplate *
cs_template_ref (CsTemplate *template)
{
  g_atomic_ref_count_inc (&template->ref_count);
  return template;
}

void
cs_template_unref (CsTemplate *template)
{
  if (template == NULL || !g_atomic_ref_count_dec (&template->ref_count))
    return;
  g_free (template->id);
  g_free (template->paper);
  g_free (template->name);
  g_free (template->document);
  g_free (template->landscape);
  g_free (template->symbol);
  g_free (template->counted);
  g_ptr_array_unref (template->foot);
  g_ptr_array_unref (template->blocks);
  g_free (template);
}

CsBlock *
cs_block_new (CsBlockKind kind, int line)
{
  CsBlock *block = g_new0 (CsBlock, 1);

  block->kind = kind;
  block->line = line;
  block->attributes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  block->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) cs_block_free);
  return block;
}

void
cs_block_free (CsBlock *block)
{
  if (block == NULL)
    return;
  g_free (block->text);
  g_free (block->when);
  g_free (block->unless);
  g_free (block->of);
  g_hash_table_unref (block->attributes);
  g_ptr_array_unref (block->blocks);
  g_free (block);
}

const char *
cs_block_get (const CsBlock *block, const char *attribute)
{
  return g_hash_table_lookup (block->attributes, attribute);
}

const char *
cs_block_kind_name (CsBlockKind kind)
{
  g_return_val_if_fail (kind < CS_N_BLOCKS, NULL);
  return names[kind];
}

gboolean
cs_block_kind_find (const char *name, CsBlockKind *kind)
{
  for (guint i = 0; i < CS_N_BLOCKS; i++)
    if (g_str_equal (names[i], name))
      {
        *kind = i;
        return TRUE;
      }
  return FALSE;
}

gboolean
cs_block_attribute_has_fields (const char *name)
{
  static const char *const with_fields[] = { "title", "subtitle", "parent", "issuer", "number",
                                             "place", "date",     "over",   "name",   "authority",
                                             "role",  "hint",     NULL };

  return g_strv_contains (with_fields, name);
}
