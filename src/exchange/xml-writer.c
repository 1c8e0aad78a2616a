/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/xml-writer.h"

#include "base/safe-file.h"

#include <errno.h>
#include <unistd.h>
#include <libxml/xmlwriter.h>

struct _CsXmlWriter
{
  char *path;
  CsSafeFile *file;
  xmlTextWriter *xml;
  int failed; /* errno of the first failure */
};

/* libxml2 must not hear of a failure: it would print it in words of its own. What comes after one goes
 * nowhere. */
static int
write_cb (void *context, const char *bytes, int length)
{
  CsXmlWriter *writer = context;
  int fd = cs_safe_file_get_fd (writer->file);

  for (int done = 0; done < length && writer->failed == 0;)
    {
      gssize n = write (fd, bytes + done, (gsize) (length - done));

      if (n < 0 && errno != EINTR)
        writer->failed = errno;
      else if (n > 0)
        done += (int) n;
    }
  return length;
}

CsXmlWriter *
cs_xml_writer_new (const char *path, GError **error)
{
  CsSafeFile *file = cs_safe_file_new (path, 0666, error);
  CsXmlWriter *writer;

  if (file == NULL)
    return NULL;
  writer = g_new0 (CsXmlWriter, 1);
  writer->path = g_strdup (path);
  writer->file = file;
  writer->xml = xmlNewTextWriter (xmlOutputBufferCreateIO (write_cb, NULL, writer, NULL));
  xmlTextWriterSetIndent (writer->xml, 1);
  xmlTextWriterSetIndentString (writer->xml, BAD_CAST " ");
  errno = 0;
  if (xmlTextWriterStartDocument (writer->xml, "1.0", "UTF-8", NULL) < 0)
    writer->failed = errno != 0 ? errno : EIO;
  return writer;
}

/* libxml2 tells only that it failed; the reason is in errno. */
static void
note (CsXmlWriter *writer, int result)
{
  if (result < 0 && writer->failed == 0)
    writer->failed = errno != 0 ? errno : EIO;
}

void
cs_xml_writer_open (CsXmlWriter *writer, const char *element)
{
  note (writer, xmlTextWriterStartElement (writer->xml, BAD_CAST element));
}

void
cs_xml_writer_close (CsXmlWriter *writer)
{
  note (writer, xmlTextWriterEndElement (writer->xml));
}

static gboolean
is_xml_char (gunichar c)
{
  return c == 0x9 || c == 0xa || c == 0xd || (c >= 0x20 && c <= 0xd7ff) || (c >= 0xe000 && c <= 0xfffd)
         || c >= 0x10000;
}

void
cs_xml_writer_text (CsXmlWriter *writer, const char *name, const char *value)
{
  g_autoptr (GString) clean = NULL;

  if (value == NULL)
    value = "";
  for (const char *p = value; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_ascii_isprint (*p) && !is_xml_char (g_utf8_get_char (p)))
      {
        clean = g_string_new_len (value, p - value);
        for (; *p != '\0'; p = g_utf8_next_char (p))
          {
            gunichar c = g_utf8_get_char (p);

            /* a sign that can be seen: nothing is dropped, and a name stays a name */
            g_string_append_unichar (clean, is_xml_char (c) ? c : c < 0x20 ? 0x2400 + c : 0xfffd);
          }
        break;
      }
  note (writer, xmlTextWriterWriteAttribute (writer->xml, BAD_CAST name,
                                             BAD_CAST (clean != NULL ? clean->str : value)));
}

void
cs_xml_writer_optional (CsXmlWriter *writer, const char *name, const char *value)
{
  if (value != NULL)
    cs_xml_writer_text (writer, name, value);
}

void
cs_xml_writer_int (CsXmlWriter *writer, const char *name, gint64 value)
{
  char text[24];

  g_snprintf (text, sizeof text, "%" G_GINT64_FORMAT, value);
  cs_xml_writer_text (writer, name, text);
}

void
cs_xml_writer_yes (CsXmlWriter *writer, const char *name, gboolean value)
{
  cs_xml_writer_text (writer, name, value ? "yes" : "no");
}

gboolean
cs_xml_writer_is_good (CsXmlWriter *writer, GError **error)
{
  if (writer->failed != 0)
    cs_safe_file_set_error (error, writer->path, writer->failed);
  return writer->failed == 0;
}

static void
writer_free (CsXmlWriter *writer)
{
  g_free (writer->path);
  g_free (writer);
}

void
cs_xml_writer_abandon (CsXmlWriter *writer)
{
  xmlFreeTextWriter (writer->xml); /* writes what it holds */
  cs_safe_file_abandon (writer->file);
  writer_free (writer);
}

gboolean
cs_xml_writer_finish (CsXmlWriter *writer, GError **error)
{
  gboolean finished;

  errno = 0;
  note (writer, xmlTextWriterEndDocument (writer->xml));
  note (writer, xmlTextWriterFlush (writer->xml));
  if (!cs_xml_writer_is_good (writer, error))
    {
      cs_xml_writer_abandon (writer);
      return FALSE;
    }
  xmlFreeTextWriter (writer->xml);
  finished = cs_safe_file_commit (writer->file, NULL, error);
  writer_free (writer);
  return finished;
}
