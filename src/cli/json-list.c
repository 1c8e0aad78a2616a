/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/json-list.h"

#include "base/error.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <stdlib.h>

struct _CsJsonList
{
  FILE *file; /* has no name any more */
  JsonBuilder *builder;
  JsonGenerator *generator;
  guint n;
};

static gboolean
set_failed (GError **error)
{
  g_set_error (error, CS_ERROR, CS_ERROR_FAILED,
               _ ("The answer cannot be written (%s). Make room on the disk and try again."),
               g_strerror (errno));
  return FALSE;
}

CsJsonList *
cs_json_list_new (GError **error)
{
  FILE *file = tmpfile ();
  CsJsonList *self;

  if (file == NULL)
    {
      set_failed (error);
      return NULL;
    }
  self = g_new0 (CsJsonList, 1);
  self->file = file;
  self->builder = json_builder_new ();
  self->generator = json_generator_new ();
  json_generator_set_pretty (self->generator, TRUE);
  return self;
}

void
cs_json_list_free (CsJsonList *self)
{
  if (self == NULL)
    return;
  fclose (self->file);
  g_object_unref (self->builder);
  g_object_unref (self->generator);
  g_free (self);
}

JsonBuilder *
cs_json_list_builder (CsJsonList *self)
{
  json_builder_reset (self->builder);
  return self->builder;
}

gboolean
cs_json_list_add (CsJsonList *self, GError **error)
{
  g_autoptr (JsonNode) root = json_builder_get_root (self->builder);
  g_autofree char *text = NULL;
  gsize length;

  json_generator_set_root (self->generator, root);
  text = json_generator_to_data (self->generator, &length);
  if ((self->n > 0 && fputs (",\n", self->file) == EOF) || fwrite (text, 1, length, self->file) != length)
    return set_failed (error);
  self->n++;
  return TRUE;
}

gboolean
cs_json_list_print (CsJsonList *self, GError **error)
{
  char *line = NULL;
  gsize size = 0;
  gboolean good;

  if (fflush (self->file) != 0 || fseek (self->file, 0, SEEK_SET) != 0)
    return set_failed (error);
  /* line by line through the one way to standard output, where nothing raw passes */
  g_print ("[");
  while (getline (&line, &size, self->file) > 0)
    g_print ("%s", line);
  good = !ferror (self->file);
  g_print ("]\n");
  free (line);
  return good || set_failed (error);
}
