/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/template-reader.h"

#include "exchange/xml-reader.h"
#include "summary/field-text.h"
#include "summary/paper/papers.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *path;
  GPtrArray *problems;
} Reader;

/* --- reading --- */

static void
read_attributes (CsBlock *block, const xmlNode *node)
{
  for (const xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    {
      const char *name = (const char *) attribute->name;
      g_autofree char *value = cs_xml_dup_attribute_or_empty (node, name);

      if (g_str_equal (name, "of"))
        block->of = g_steal_pointer (&value);
      else if (g_str_equal (name, "when"))
        block->when = g_steal_pointer (&value);
      else if (g_str_equal (name, "unless"))
        block->unless = g_steal_pointer (&value);
      else
        g_hash_table_insert (block->attributes, g_strdup (name), g_steal_pointer (&value));
    }
}

/* Adds what stands in @parent to @blocks; the schema says what may stand where. */
static void
read_blocks (const xmlNode *parent, GPtrArray *blocks)
{
  for (const xmlNode *node = cs_xml_first (parent, NULL); node != NULL; node = cs_xml_next (node, NULL))
    {
      CsBlockKind kind;
      CsBlock *block;

      if (!cs_block_kind_find ((const char *) node->name, &kind))
        continue;
      block = cs_block_new (kind, cs_xml_line (node));
      g_ptr_array_add (blocks, block);
      read_attributes (block, node);
      read_blocks (node, block->blocks);
      block->text = block->blocks->len == 0 ? cs_xml_dup_text (node) : g_strdup ("");
    }
}

/* --- checking --- */

static void
complain (Reader *self, int line, const char *problem)
{
  cs_xml_add_problem (self->problems, self->path, line, problem);
}

static void
check_text (Reader *self, const char *text, int line, const CsScope *scope)
{
  g_autofree char *problem = text != NULL ? cs_field_text_check (text, scope) : NULL;

  if (problem != NULL)
    complain (self, line, problem);
}

static void
check_name (Reader *self, const char *name, int line, const CsScope *scope)
{
  g_autofree char *problem = NULL;

  if (name == NULL || cs_scope_find (scope, name, NULL) != NULL)
    return;
  problem = g_strdup_printf (_ ("there is no field {%s} here"), name);
  complain (self, line, problem);
}

/* Returns: the fields of the list that @block is repeated over; NULL when it is none. */
static const CsField *
check_list (Reader *self, const CsBlock *block, const CsScope *scope)
{
  const CsField *list = cs_scope_find (scope, block->of, NULL);
  g_autofree char *problem = NULL;

  if (list != NULL && list->type == CS_FIELD_LIST)
    return list->fields;
  problem = g_strdup_printf (_ ("there is no list “%s” here"), block->of);
  complain (self, block->line, problem);
  return NULL;
}

static void check_blocks (Reader *self, const GPtrArray *blocks, const CsScope *scope);

static void
check_block (Reader *self, const CsBlock *block, const CsScope *scope)
{
  GHashTableIter iter;
  const char *name, *value;

  check_name (self, block->when, block->line, scope);
  check_name (self, block->unless, block->line, scope);
  check_text (self, block->text, block->line, scope);
  g_hash_table_iter_init (&iter, block->attributes);
  while (g_hash_table_iter_next (&iter, (gpointer *) &name, (gpointer *) &value))
    if (cs_block_attribute_has_fields (name))
      check_text (self, value, block->line, scope);
  check_blocks (self, block->blocks, scope);
}

static void
check_blocks (Reader *self, const GPtrArray *blocks, const CsScope *scope)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      const CsBlock *block = g_ptr_array_index (blocks, i);
      CsScope inside = { .outer = scope };

      if (block->of == NULL)
        check_block (self, block, scope);
      else if ((inside.fields = check_list (self, block, scope)) != NULL)
        check_block (self, block, &inside);
    }
}

/* Cells and columns that always stand must be as many: a table that does not close is found here, not on the
 * day of the session. */
static guint
count_cells (const GPtrArray *blocks, CsBlockKind kind, gboolean *known)
{
  guint n = 0;

  for (guint i = 0; i < blocks->len; i++)
    {
      const CsBlock *block = g_ptr_array_index (blocks, i);
      const char *span = cs_block_get (block, "span");

      if (block->kind != kind)
        continue;
      if (block->of != NULL || block->when != NULL || block->unless != NULL)
        *known = FALSE;
      n += span != NULL ? (guint) g_ascii_strtoull (span, NULL, 10) : 1;
    }
  return n;
}

static void
check_rows (Reader *self, const GPtrArray *blocks, guint n_columns)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      const CsBlock *block = g_ptr_array_index (blocks, i);
      gboolean known = TRUE;
      guint n;

      if (block->kind == CS_BLOCK_EACH)
        check_rows (self, block->blocks, n_columns);
      if (block->kind != CS_BLOCK_ROW)
        continue;
      n = count_cells (block->blocks, CS_BLOCK_CELL, &known);
      if (known && n != n_columns)
        {
          g_autofree char *problem =
              g_strdup_printf (_ ("the row has %u cells, the table %u columns"), n, n_columns);

          complain (self, block->line, problem);
        }
    }
}

static void
check_tables (Reader *self, const GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      const CsBlock *block = g_ptr_array_index (blocks, i);
      gboolean known = TRUE;
      guint n;

      if (block->kind != CS_BLOCK_TABLE)
        {
          check_tables (self, block->blocks);
          continue;
        }
      n = count_cells (block->blocks, CS_BLOCK_COLUMN, &known);
      if (known)
        check_rows (self, block->blocks, n);
    }
}

static void
check (Reader *self, const CsTemplate *template, int line)
{
  const CsScope scope = { .fields = cs_papers_fields (template->paper) };

  if (scope.fields == NULL)
    {
      g_autofree char *papers = cs_papers_list ();
      g_autofree char *problem =
          g_strdup_printf (_ ("there is no paper “%s”; there are %s"), template->paper, papers);

      complain (self, line, problem);
      return;
    }
  check_text (self, template->document, line, &scope);
  check_text (self, template->landscape, line, &scope);
  check_text (self, template->counted, line, &scope);
  check_blocks (self, template->foot, &scope);
  check_blocks (self, template->blocks, &scope);
  check_tables (self, template->blocks);
}

CsTemplate *
cs_template_read_file (const char *path, GPtrArray *problems, GError **error)
{
  g_autoptr (xmlDoc) document = cs_xml_read_file (path, "template.xsd", CS_XML_MAX_BYTES, problems, error);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (CsTemplate) template = NULL;
  Reader self = { path, found };
  const xmlNode *root;

  if (document == NULL)
    return NULL;
  root = xmlDocGetRootElement (document);
  template = cs_template_new ();
  cs_xml_take_attribute (root, "id", &template->id);
  cs_xml_take_attribute (root, "paper", &template->paper);
  cs_xml_take_attribute (root, "name", &template->name);
  cs_xml_take_attribute (root, "document", &template->document);
  cs_xml_take_attribute (root, "landscape", &template->landscape);
  cs_xml_take_attribute (root, "symbol", &template->symbol);
  cs_xml_take_attribute (root, "counted", &template->counted);
  read_blocks (cs_xml_first (root, "foot"), template->foot);
  read_blocks (root, template->blocks);
  check (&self, template, cs_xml_line (root));
  if (found->len == 0)
    return g_steal_pointer (&template);
  cs_xml_set_error (error, found);
  if (problems != NULL)
    g_ptr_array_extend_and_steal (problems, g_steal_pointer (&found));
  return NULL;
}
