/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/csv-table.h"

#include "base/error.h"
#include "base/text.h"

#include <csv.h>
#include <glib/gi18n-lib.h>

#define MAX_BYTES (64 * 1024 * 1024)

typedef struct
{
  CsCsvTable *table;
  GPtrArray *cells; /* of the row being read */
  guint line;       /* line being fed */
  guint first_line; /* where the row began, 0 between rows */
  char *bad;        /* (nullable): what is wrong with the header */
} Reader;

static void
field_cb (void *text, size_t length, void *data)
{
  Reader *reader = data;
  g_autofree char *raw = g_strndup (text != NULL ? text : "", length);

  g_ptr_array_add (reader->cells, cs_text_clean (raw));
}

static gboolean
is_empty_row (const GPtrArray *cells)
{
  for (guint i = 0; i < cells->len; i++)
    if (*(const char *) g_ptr_array_index (cells, i) != '\0')
      return FALSE;
  return TRUE;
}

static void
take_header (Reader *reader)
{
  for (guint i = 0; i < reader->cells->len; i++)
    {
      g_autofree char *name = g_utf8_strdown (g_ptr_array_index (reader->cells, i), -1);

      /* columns without a name are left over at the right of a sheet */
      if (*name != '\0' && cs_csv_table_column (reader->table, name) >= 0 && reader->bad == NULL)
        reader->bad = g_strdup_printf (_ ("%s:%u: column “%s” stands twice in the header"),
                                       reader->table->name, reader->first_line, name);
      g_ptr_array_add (reader->table->columns, g_steal_pointer (&name));
    }
}

static void
take_row (Reader *reader)
{
  CsCsvTable *table = reader->table;

  if (reader->cells->len != table->columns->len)
    {
      g_ptr_array_add (
          table->bad_rows,
          g_strdup_printf (
              g_dngettext (GETTEXT_PACKAGE,
                           "%s:%u: %u cell where the header has %u; put text with commas in quotes",
                           "%s:%u: %u cells where the header has %u; put text with commas in quotes",
                           reader->cells->len),
              table->name, reader->first_line, reader->cells->len, table->columns->len));
      return;
    }
  g_ptr_array_add (reader->cells, NULL);
  g_ptr_array_add (table->rows, g_ptr_array_steal (reader->cells, NULL));
  g_array_append_val (table->lines, reader->first_line);
}

static void
row_cb (int end, void *data)
{
  Reader *reader = data;

  if (!is_empty_row (reader->cells))
    {
      if (reader->table->columns->len == 0)
        take_header (reader);
      else
        take_row (reader);
    }
  g_ptr_array_set_size (reader->cells, 0);
  reader->first_line = 0;
}

/* The separator that the header uses more often, outside quotes. */
static unsigned char
guess_separator (const char *text)
{
  guint commas = 0, semicolons = 0;
  gboolean quoted = FALSE;

  for (; *text != '\0' && (*text != '\n' || quoted); text++)
    {
      quoted ^= *text == '"';
      commas += *text == ',' && !quoted;
      semicolons += *text == ';' && !quoted;
    }
  return semicolons > commas ? ';' : ',';
}

static gboolean
is_blank (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isspace (text[i]))
      return FALSE;
  return TRUE;
}

static gboolean
parse (Reader *reader, const char *text, gsize length, GError **error)
{
  struct csv_parser parser;
  gboolean good = TRUE;

  csv_init (&parser, CSV_STRICT | CSV_STRICT_FINI);
  csv_set_delim (&parser, guess_separator (text));
  reader->line = 1;
  /* fed line by line, because the parser does not tell where it is */
  for (gsize at = 0; good && at < length; reader->line++)
    {
      const char *end = memchr (text + at, '\n', length - at);
      gsize n = end != NULL ? (gsize) (end - (text + at)) + 1 : length - at;

      if (reader->first_line == 0 && !is_blank (text + at, n))
        reader->first_line = reader->line;
      good = csv_parse (&parser, text + at, n, field_cb, row_cb, reader) == n;
      at += n;
      if (!good)
        break;
    }
  if (good)
    good = csv_fini (&parser, field_cb, row_cb, reader) == 0;
  if (!good)
    g_set_error (error, CS_ERROR, CS_ERROR_INVALID, _ ("%s:%u: quotes do not match: %s. Correct the line."),
                 reader->table->name, reader->first_line != 0 ? reader->first_line : reader->line,
                 csv_strerror (csv_error (&parser)));
  csv_free (&parser);
  return good;
}

static guint
line_of (const char *text, const char *place)
{
  guint line = 1;

  for (; text < place; text++)
    line += *text == '\n';
  return line;
}

static char *
load (const char *path, const char *name, gsize *length, GError **error)
{
  g_autofree char *text = NULL;
  const char *bad;

  if (!g_file_get_contents (path, &text, length, error))
    {
      cs_error_take_gio (error);
      return NULL;
    }
  if (*length > MAX_BYTES)
    {
      g_set_error (error, CS_ERROR, CS_ERROR_INVALID, _ ("%s is larger than 64 MiB. Split the list."), path);
      return NULL;
    }
  if (g_str_has_prefix (text, "\xef\xbb\xbf"))
    {
      *length -= 3;
      memmove (text, text + 3, *length + 1);
    }
  if (!g_utf8_validate (text, (gssize) *length, &bad))
    {
      g_set_error (error, CS_ERROR, CS_ERROR_INVALID,
                   _ ("%s:%u: not UTF-8 text. Save the list as “CSV UTF-8” and try again."), name,
                   line_of (text, bad));
      return NULL;
    }
  return g_steal_pointer (&text);
}

CsCsvTable *
cs_csv_table_read (const char *path, GError **error)
{
  g_autoptr (CsCsvTable) table = g_new0 (CsCsvTable, 1);
  gsize length;
  g_autofree char *text = NULL;
  Reader reader = { .table = table };
  gboolean good;

  table->name = g_path_get_basename (path);
  table->columns = g_ptr_array_new_with_free_func (g_free);
  table->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  table->lines = g_array_new (FALSE, FALSE, sizeof (guint));
  table->bad_rows = g_ptr_array_new_with_free_func (g_free);
  text = load (path, table->name, &length, error);
  if (text == NULL)
    return NULL;
  reader.cells = g_ptr_array_new_with_free_func (g_free);
  good = parse (&reader, text, length, error);
  if (good && reader.bad != NULL)
    {
      g_set_error_literal (error, CS_ERROR, CS_ERROR_INVALID, reader.bad);
      good = FALSE;
    }
  if (good && table->columns->len == 0)
    {
      g_set_error (error, CS_ERROR, CS_ERROR_INVALID,
                   _ ("%s:1: the list is empty; its first line must name the columns."), table->name);
      good = FALSE;
    }
  g_ptr_array_unref (reader.cells);
  g_free (reader.bad);
  return good ? g_steal_pointer (&table) : NULL;
}

void
cs_csv_table_free (CsCsvTable *table)
{
  if (table == NULL)
    return;
  g_free (table->name);
  g_clear_pointer (&table->columns, g_ptr_array_unref);
  g_clear_pointer (&table->rows, g_ptr_array_unref);
  g_clear_pointer (&table->lines, g_array_unref);
  g_clear_pointer (&table->bad_rows, g_ptr_array_unref);
  g_free (table);
}

int
cs_csv_table_column (const CsCsvTable *table, const char *name)
{
  for (guint i = 0; i < table->columns->len; i++)
    if (g_str_equal (g_ptr_array_index (table->columns, i), name))
      return (int) i;
  return -1;
}

const char *
cs_csv_table_cell (const CsCsvTable *table, guint row, const char *column)
{
  int index = cs_csv_table_column (table, column);

  return index < 0 ? "" : ((char **) g_ptr_array_index (table->rows, row))[index];
}

gboolean
cs_csv_table_require (const CsCsvTable *table, const char *const *required, GError **error)
{
  for (guint i = 0; required[i] != NULL; i++)
    if (cs_csv_table_column (table, required[i]) < 0)
      {
        g_set_error (error, CS_ERROR, CS_ERROR_INVALID,
                     _ ("%s:1: the column “%s” is missing. Add it to the header."), table->name, required[i]);
        return FALSE;
      }
  return TRUE;
}

void
cs_csv_table_problem (
    const CsCsvTable *table, guint row, const char *column, const char *message, GPtrArray *problems)
{
  guint line = g_array_index (table->lines, guint, row);

  if (column != NULL)
    g_ptr_array_add (problems, g_strdup_printf ("%s:%u: %s: %s", table->name, line, column, message));
  else
    g_ptr_array_add (problems, g_strdup_printf ("%s:%u: %s", table->name, line, message));
}
