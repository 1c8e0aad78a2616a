/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

/* The one guarded way in which XML that somebody else may have written is read: bytes through the gate,
 * parser without network, entities or encodings, then our schema. After that the tree has exactly the shape
 * of the schema, so the walkers below need no error paths. */

#define CS_XML_MAX_BYTES ((gsize) 8 * 1024 * 1024) /* the largest data file of ours is under 1 MiB */

/**
 * cs_xml_read_file:
 * @path: the file
 * @schema_name: file name of the schema, "regulation.xsd"
 * @max_bytes: larger files are refused unread
 * @findings: (nullable) (element-type utf8): gets every finding, "file:line: message"
 *
 * Returns: (transfer full) (nullable): the valid document, or NULL with CS_ERROR_INVALID telling the first
 * finding
 */
xmlDoc *cs_xml_read_file (
    const char *path, const char *schema_name, gsize max_bytes, GPtrArray *problems, GError **error);

/* The same for bytes in memory; @name stands for the file in messages. */
xmlDoc *cs_xml_read_data (const char *data,
                          gsize length,
                          const char *name,
                          const char *schema_name,
                          GPtrArray *problems,
                          GError **error);

/* Adds "file:line: message" to @findings; line 0 is left out. */
void cs_xml_add_problem (GPtrArray *problems, const char *name, int line, const char *message);

/* Sets CS_ERROR_INVALID from the first finding and how many more there are. */
void cs_xml_set_error (GError **error, const GPtrArray *problems);

/* Returns: (transfer none) (nullable): the first child element of @parent called @name (NULL: any). */
const xmlNode *cs_xml_first (const xmlNode *parent, const char *name);

/* Returns: (transfer none) (nullable): the next sibling element of @node called @name (NULL: any). */
const xmlNode *cs_xml_next (const xmlNode *node, const char *name);

/* Returns: whether @node is an element called @name. */
gboolean cs_xml_is (const xmlNode *node, const char *name);

/* Returns: (transfer full) (nullable): the attribute in NFC, white space collapsed, or NULL when there is
 * none. */
char *cs_xml_dup_attribute (const xmlNode *node, const char *name);

/* Returns: (transfer full): the same, "" when there is none. */
char *cs_xml_dup_attribute_or_empty (const xmlNode *node, const char *name);

/* Returns: (transfer full): the text of the element in NFC, white space collapsed. */
char *cs_xml_dup_text (const xmlNode *node);

/* Puts the attribute, "" when there is none, in the place of what @slot holds. */
void cs_xml_take_attribute (const xmlNode *node, const char *name, char **slot);

/* Puts the text of the first child element called @name, "" when there is none, in the place of what @slot
 * holds. */
void cs_xml_take_child_text (const xmlNode *parent, const char *name, char **slot);

/* Returns: the attribute as a whole number, @fallback when there is none. */
int cs_xml_int (const xmlNode *node, const char *name, int fallback);

/* Returns: whether the attribute says "yes". */
gboolean cs_xml_yes (const xmlNode *node, const char *name);

/* Returns: the line of the file that @node starts at. */
int cs_xml_line (const xmlNode *node);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)

G_END_DECLS
