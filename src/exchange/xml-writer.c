/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/xml-writer.h"

#include "base/error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <libxml/xmlwriter.h>
#include <unistd.h>

struct _CsXmlWriter
{
  char *path;
  char *temporary;
  int fd;
  xmlTextWriter *xml;
  int failed; /* errno of the first failure */
};

static void
set_error (const CsXmlWriter *writer, int code, GError **error)
{
  g_set_error (error, CS_ERROR,
               code == ENOSPC || code == EFBIG   ? CS_ERROR_NO_SPACE
               : code == EACCES || code == EROFS ? CS_ERROR_READ_ONLY
                                                 : CS_ERROR_FAILED,
               _ ("%s cannot be written: %s. Choose another place; nothing was changed."), writer->path,
               g_strerror (code));
}

CsXmlWriter *
cs_xml_writer_new (const char *path, GError **error)
{
  CsXmlWriter *writer = g_new0 (CsXmlWriter, 1);
  xmlOutputBuffer *buffer;

  writer->path = g_strdup (path);
  writer->temporary = g_strdup_printf ("%s.part", path);
  writer->fd = g_open (writer->temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (writer->fd < 0)
    {
      set_error (writer, errno, error);
      cs_xml_writer_abandon (writer);
      return NULL;
    }
  buffer = xmlOutputBufferCreateFd (writer->fd, NULL);
  writer->xml = xmlNewTextWriter (buffer);
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
    if (!is_xml_char (g_utf8_get_char (p)))
      {
        clean = g_string_new_len (value, p - value);
        for (; *p != '\0'; p = g_utf8_next_char (p))
          if (is_xml_char (g_utf8_get_char (p)))
            g_string_append_unichar (clean, g_utf8_get_char (p));
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
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, value);

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
    set_error (writer, writer->failed, error);
  return writer->failed == 0;
}

void
cs_xml_writer_abandon (CsXmlWriter *writer)
{
  if (writer->xml != NULL)
    xmlFreeTextWriter (writer->xml);
  if (writer->fd >= 0)
    {
      close (writer->fd);
      g_unlink (writer->temporary);
    }
  g_free (writer->temporary);
  g_free (writer->path);
  g_free (writer);
}

static gboolean
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  gboolean synced = fd >= 0 && fsync (fd) == 0;

  if (fd >= 0)
    close (fd);
  return synced;
}

gboolean
cs_xml_writer_finish (CsXmlWriter *writer, GError **error)
{
  errno = 0;
  note (writer, xmlTextWriterEndDocument (writer->xml));
  note (writer, xmlTextWriterFlush (writer->xml));
  note (writer, fsync (writer->fd));
  if (writer->failed == 0)
    note (writer, g_rename (writer->temporary, writer->path));
  if (writer->failed == 0 && !sync_folder (writer->path))
    note (writer, -1);
  if (!cs_xml_writer_is_good (writer, error))
    {
      cs_xml_writer_abandon (writer);
      return FALSE;
    }
  xmlFreeTextWriter (writer->xml);
  close (writer->fd);
  g_free (writer->temporary);
  g_free (writer->path);
  g_free (writer);
  return TRUE;
}
