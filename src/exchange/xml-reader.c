/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/xml-reader.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <libxml/xmlschemas.h>

#include "base/data-dir.h"
#include "base/error.h"
#include "base/input-file.h"
#include "base/text.h"
#include "exchange/xml-gate.h"

#define FINDINGS_MAX 1000 /* who wants to mend a file reads the first ones */

/* Where the messages of libxml2 go. */
typedef struct
{
  GPtrArray *problems;
  const char *name;
} Collector;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlParserCtxt, xmlFreeParserCtxt)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlSchema, xmlSchemaFree)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlSchemaParserCtxt, xmlSchemaFreeParserCtxt)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlSchemaValidCtxt, xmlSchemaFreeValidCtxt)

static xmlParserInputPtr
entity_denied_cb (const char *url, const char *id, xmlParserCtxtPtr context)
{
  return NULL;
}

static void
init_once (void)
{
  static gsize done;

  if (g_once_init_enter (&done))
    {
      xmlInitParser ();
      xmlSetExternalEntityLoader (entity_denied_cb);
      g_once_init_leave (&done, 1);
    }
}

void
cs_xml_add_problem (GPtrArray *problems, const char *name, int line, const char *message)
{
  g_autofree char *text = g_strstrip (g_strdup (message));

  if (problems->len >= FINDINGS_MAX)
    return;
  if (line > 0)
    g_ptr_array_add (problems, g_strdup_printf ("%s:%d: %s", name, line, text));
  else
    g_ptr_array_add (problems, g_strdup_printf ("%s: %s", name, text));
}

void
cs_xml_set_error (GError **error, const GPtrArray *problems)
{
  const char *first;

  g_return_if_fail (problems->len > 0);
  first = g_ptr_array_index (problems, 0);
  if (problems->len == 1)
    g_set_error_literal (error, CS_ERROR, CS_ERROR_INVALID, first);
  else
    g_set_error (error, CS_ERROR, CS_ERROR_INVALID,
                 g_dngettext (GETTEXT_PACKAGE, "%s (and %u more finding)", "%s (and %u more findings)",
                              problems->len - 1),
                 first, problems->len - 1);
}

static void
collect (Collector *collector, const xmlError *problem)
{
  if (problem->level >= XML_ERR_ERROR)
    cs_xml_add_problem (collector->problems, collector->name, problem->line,
                        problem->message != NULL ? problem->message : _ ("not readable as XML"));
}

static void
parser_complained_cb (void *data, xmlErrorPtr problem)
{
  xmlParserCtxt *context = data;

  collect (context->_private, problem);
}

static void
schema_complained_cb (void *data, xmlErrorPtr problem)
{
  collect (data, problem);
}

/* The encoding is told by us: what the file declares would let it mean other bytes than the gate saw. */
static xmlDoc *
parse (const char *data, gsize length, Collector *collector)
{
  g_autoptr (xmlParserCtxt) context = xmlNewParserCtxt ();
  g_autoptr (xmlDoc) document = NULL;

  context->_private = collector;
  context->sax->serror = parser_complained_cb;
  document =
      xmlCtxtReadMemory (context, data, (int) length, NULL, "UTF-8", XML_PARSE_NONET | XML_PARSE_IGNORE_ENC);
  if (document == NULL || !context->wellFormed)
    {
      if (collector->problems->len == 0)
        cs_xml_add_problem (collector->problems, collector->name, 0, _ ("not readable as XML"));
      return NULL;
    }
  return g_steal_pointer (&document);
}

static xmlSchema *
load_schema (const char *schema_name, GError **error)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (xmlSchemaParserCtxt) context = NULL;
  g_autoptr (xmlSchema) schema = NULL;
  g_autofree char *dir = cs_data_dir ();
  g_autofree char *path = g_build_filename (dir, "schema", schema_name, NULL);
  g_autofree char *text = NULL;
  gsize length;
  Collector collector = { problems, path };

  if (!g_file_get_contents (path, &text, &length, error))
    {
      cs_error_take_gio (error);
      g_prefix_error (error, "%s", _ ("The schema of the program is missing, install the program again: "));
      return NULL;
    }
  context = xmlSchemaNewMemParserCtxt (text, (int) length);
  xmlSchemaSetParserStructuredErrors (context, schema_complained_cb, &collector);
  schema = xmlSchemaParse (context);
  if (schema == NULL)
    g_set_error (error, CS_ERROR, CS_ERROR_FAILED,
                 _ ("The schema of the program is damaged, install the program again: %s"),
                 problems->len > 0 ? (const char *) g_ptr_array_index (problems, 0) : path);
  return g_steal_pointer (&schema);
}

static gboolean
validate (xmlDoc *document, const char *schema_name, Collector *collector, GError **error)
{
  g_autoptr (xmlSchema) schema = load_schema (schema_name, error);
  g_autoptr (xmlSchemaValidCtxt) context = NULL;

  if (schema == NULL)
    return FALSE;
  context = xmlSchemaNewValidCtxt (schema);
  xmlSchemaSetValidStructuredErrors (context, schema_complained_cb, collector);
  if (xmlSchemaValidateDoc (context, document) != 0 && collector->problems->len == 0)
    cs_xml_add_problem (collector->problems, collector->name, 0, _ ("does not have the shape of its schema"));
  if (collector->problems->len == 0)
    return TRUE;
  cs_xml_set_error (error, collector->problems);
  return FALSE;
}

static void
move_findings (GPtrArray *from, GPtrArray *to)
{
  if (to != NULL)
    g_ptr_array_extend_and_steal (to, g_ptr_array_ref (from));
}

xmlDoc *
cs_xml_read_data (const char *data,
                  gsize length,
                  const char *name,
                  const char *schema_name,
                  GPtrArray *problems,
                  GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (xmlDoc) document = NULL;
  g_autoptr (GError) refused = NULL;
  Collector collector = { found, name };

  g_return_val_if_fail (length <= G_MAXINT, NULL);
  init_once ();
  if (!cs_xml_gate (data, length, name, &refused))
    {
      g_ptr_array_add (found, g_strdup (refused->message));
      cs_xml_set_error (error, found);
    }
  else if ((document = parse (data, length, &collector)) == NULL)
    cs_xml_set_error (error, found);
  else if (!validate (document, schema_name, &collector, error))
    g_clear_pointer (&document, xmlFreeDoc);
  move_findings (found, problems);
  return g_steal_pointer (&document);
}

xmlDoc *
cs_xml_read_file (
    const char *path, const char *schema_name, gsize max_bytes, GPtrArray *problems, GError **error)
{
  gsize length;
  g_autofree char *data = cs_input_file_load (path, max_bytes, &length, error);

  return data != NULL ? cs_xml_read_data (data, length, path, schema_name, problems, error) : NULL;
}

gboolean
cs_xml_is (const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && g_str_equal (node->name, name);
}

static const xmlNode *
first_element (const xmlNode *node, const char *name)
{
  while (node != NULL && !(name != NULL ? cs_xml_is (node, name) : node->type == XML_ELEMENT_NODE))
    node = node->next;
  return node;
}

const xmlNode *
cs_xml_first (const xmlNode *parent, const char *name)
{
  return parent != NULL ? first_element (parent->children, name) : NULL;
}

const xmlNode *
cs_xml_next (const xmlNode *node, const char *name)
{
  return first_element (node->next, name);
}

/* As the schema's xs:token sees it: runs of white space are one space, so long texts may be wrapped. */
static char *
take_token (xmlChar *raw)
{
  g_autofree char *text = cs_text_clean ((const char *) raw);
  char *to = text;

  xmlFree (raw);
  for (const char *from = text; *from != '\0'; from++)
    {
      gboolean space = g_ascii_isspace (*from);

      if (!space)
        *to++ = *from;
      else if (to > text && to[-1] != ' ')
        *to++ = ' ';
    }
  *to = '\0';
  return g_steal_pointer (&text);
}

char *
cs_xml_dup_attribute (const xmlNode *node, const char *name)
{
  xmlChar *raw = xmlGetNoNsProp (node, (const xmlChar *) name);

  return raw != NULL ? take_token (raw) : NULL;
}

char *
cs_xml_dup_attribute_or_empty (const xmlNode *node, const char *name)
{
  char *text = cs_xml_dup_attribute (node, name);

  return text != NULL ? text : g_strdup ("");
}

char *
cs_xml_dup_text (const xmlNode *node)
{
  xmlChar *raw = xmlNodeGetContent (node);

  return raw != NULL ? take_token (raw) : g_strdup ("");
}

void
cs_xml_take_attribute (const xmlNode *node, const char *name, char **slot)
{
  g_free (*slot);
  *slot = cs_xml_dup_attribute_or_empty (node, name);
}

void
cs_xml_take_child_text (const xmlNode *parent, const char *name, char **slot)
{
  const xmlNode *child = cs_xml_first (parent, name);

  g_free (*slot);
  *slot = child != NULL ? cs_xml_dup_text (child) : g_strdup ("");
}

int
cs_xml_int (const xmlNode *node, const char *name, int fallback)
{
  g_autofree char *text = cs_xml_dup_attribute (node, name);
  int value;

  return cs_text_to_int (text, G_MININT, G_MAXINT, &value) ? value : fallback;
}

gboolean
cs_xml_yes (const xmlNode *node, const char *name)
{
  g_autofree char *text = cs_xml_dup_attribute (node, name);

  return g_strcmp0 (text, "yes") == 0;
}

int
cs_xml_line (const xmlNode *node)
{
  return (int) xmlGetLineNo (node);
}
