/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Streams an XML file: attributes and nested elements. A failure is remembered; the file gets its name only
 * when all of it is on the disk. */
typedef struct _CsXmlWriter CsXmlWriter;

/* Returns: (transfer full): a writer to a temporary file beside @path. */
CsXmlWriter *cs_xml_writer_new (const char *path, GError **error);

/* Attributes go to the element opened last. Text that XML cannot hold (control characters) is left out. */
void cs_xml_writer_open (CsXmlWriter *writer, const char *element);
void cs_xml_writer_close (CsXmlWriter *writer);
void cs_xml_writer_text (CsXmlWriter *writer, const char *name, const char *value); /* NULL as "" */
void
cs_xml_writer_optional (CsXmlWriter *writer, const char *name, const char *value); /* NULL: no attribute */
void cs_xml_writer_int (CsXmlWriter *writer, const char *name, gint64 value);
void cs_xml_writer_yes (CsXmlWriter *writer, const char *name, gboolean value); /* "yes" or "no" */

/* Returns: FALSE with an error when something could not be written. */
gboolean cs_xml_writer_is_good (CsXmlWriter *writer, GError **error);

/* Syncs, renames and frees. */
gboolean cs_xml_writer_finish (CsXmlWriter *writer, GError **error);

/* Throws the temporary file away and frees. */
void cs_xml_writer_abandon (CsXmlWriter *writer);

G_END_DECLS
