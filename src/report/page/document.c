/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/page/document.h"

#include "report/page/layout-private.h"

typedef gboolean (*Compose) (gconstpointer value, CsComposer *composer, GError **error);

typedef struct
{
  gpointer value;
  Compose compose;
  GDestroyNotify free_value;
  gboolean lead; /* never the last on a page */
} Block;

struct _CsDocument
{
  gatomicrefcount refs;
  gboolean sealed;
  CsDocumentInfo info; /* texts owned */
  GArray *blocks;      /* (element-type Block) */
};

static void
clear_block (gpointer data)
{
  Block *block = data;

  block->free_value (block->value);
}

CsDocument *
cs_document_new (const CsDocumentInfo *info)
{
  CsDocument *document;

  g_return_val_if_fail (info != NULL && info->title != NULL, NULL);
  g_return_val_if_fail (info->creator != NULL && info->created != NULL, NULL);
  document = g_new0 (CsDocument, 1);
  g_atomic_ref_count_init (&document->refs);
  document->info.orientation = info->orientation;
  document->info.title = g_strdup (info->title);
  document->info.creator = g_strdup (info->creator);
  document->info.created = g_strdup (info->created);
  document->info.foot = g_strdup (info->foot);
  document->info.numbered = info->numbered;
  document->blocks = g_array_new (FALSE, TRUE, sizeof (Block));
  g_array_set_clear_func (document->blocks, clear_block);
  return document;
}

CsDocument *
cs_document_ref (CsDocument *document)
{
  g_atomic_ref_count_inc (&document->refs);
  return document;
}

void
cs_document_unref (CsDocument *document)
{
  if (document == NULL || !g_atomic_ref_count_dec (&document->refs))
    return;
  g_free ((char *) document->info.title);
  g_free ((char *) document->info.creator);
  g_free ((char *) document->info.created);
  g_free ((char *) document->info.foot);
  g_array_unref (document->blocks);
  g_free (document);
}

static void
add_block (CsDocument *document, gpointer value, Compose compose, GDestroyNotify free_value, gboolean lead)
{
  Block block = { value, compose, free_value, lead };

  g_array_append_val (document->blocks, block);
}

/* The blocks' own functions with the types that a list of blocks needs. */

static gboolean
compose_letterhead (gconstpointer value, CsComposer *composer, GError **error)
{
  return cs_letterhead_compose (value, composer, error);
}

static gboolean
compose_paragraph (gconstpointer value, CsComposer *composer, GError **error)
{
  return cs_paragraph_compose (value, composer, error);
}

static gboolean
compose_table (gconstpointer value, CsComposer *composer, GError **error)
{
  return cs_table_compose (value, composer, error);
}

static gboolean
compose_signature (gconstpointer value, CsComposer *composer, GError **error)
{
  return cs_signature_compose (value, composer, error);
}

static void
free_letterhead (gpointer value)
{
  cs_letterhead_free (value);
}

static void
free_paragraph (gpointer value)
{
  cs_paragraph_free (value);
}

static void
free_table (gpointer value)
{
  cs_table_free (value);
}

static void
free_signature (gpointer value)
{
  cs_signature_free (value);
}

void
cs_document_add_letterhead (CsDocument *document, const CsLetterhead *letterhead)
{
  g_return_if_fail (document != NULL && !document->sealed);
  g_return_if_fail (letterhead != NULL && letterhead->issuer != NULL);

  add_block (document, cs_letterhead_copy (letterhead), compose_letterhead, free_letterhead, FALSE);
}

void
cs_document_add_paragraph (CsDocument *document, const CsParagraph *paragraph)
{
  g_return_if_fail (document != NULL && !document->sealed);
  g_return_if_fail (paragraph != NULL && paragraph->text != NULL);

  add_block (document, cs_paragraph_copy (paragraph), compose_paragraph, free_paragraph, paragraph->lead);
}

void
cs_document_take_table (CsDocument *document, CsTable *table)
{
  g_return_if_fail (document != NULL && !document->sealed);
  g_return_if_fail (table != NULL);

  add_block (document, table, compose_table, free_table, FALSE);
}

void
cs_document_add_signature (CsDocument *document, const CsSignature *signature)
{
  g_return_if_fail (document != NULL && !document->sealed);
  g_return_if_fail (signature != NULL && signature->right.role != NULL);

  add_block (document, cs_signature_copy (signature), compose_signature, free_signature, FALSE);
}

static gboolean
compose_blocks (const CsDocument *document, CsComposer *composer, GError **error)
{
  for (guint i = 0; i < document->blocks->len; i++)
    {
      const Block *block = &g_array_index (document->blocks, Block, i);
      const Block *above = i > 0 ? block - 1 : NULL;
      guint first = composer->strips->len;

      if (!block->compose (block->value, composer, error))
        return FALSE;
      if (above != NULL && above->lead && composer->strips->len > first)
        g_array_index (composer->strips, CsStrip, first).keep = TRUE;
    }
  return TRUE;
}

CsLayout *
cs_document_layout (CsDocument *document, GError **error)
{
  g_autoptr (CsLayout) layout = NULL;

  g_return_val_if_fail (document != NULL, NULL);
  document->sealed = TRUE;
  layout = cs_layout_new (&document->info, error);
  if (layout == NULL || !compose_blocks (document, cs_layout_composer (layout), error)
      || !cs_layout_paginate (layout, error))
    return NULL;
  return g_steal_pointer (&layout);
}
