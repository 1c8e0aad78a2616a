/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/csv-table.h"

#include "base/error.h"
#include "base/input-file.h"
#include "base/text.h"

#include <csv.h>
#include <glib/gi18n-lib.h>

#define MAX_BYTES   (64 * 1024 * 1024)
#define MAX_COLUMNS 200
#define MAX_ROWS    500000
#define MAX_CELL    (64 * 1024) /* bytes */

typedef struct
{
  CsCsvTable *table;
  GPtrArray *cells; /* of the row being read */
  guint line;       /* line being fed */
  guint first_line; /* where the row began, 0 between rows */
  char *bad;        /* (nullable): what is wrong with the whole list; then no more is read */
} Reader;

static void
field_cb (void *text, size_t length, void *data)
{
  Reader *reader = data;
  g_autofree char *raw = NULL;

  if (reader->bad != NULL)
    return;
  if (reader->cells->len == MAX_COLUMNS)
    reader->bad =
        g_strdup_printf (_ ("%s:%u: more than %d cells in a row. Keep the columns of the list alone."),
                         reader->table->name, reader->first_line, MAX_COLUMNS);
  else if (length > MAX_CELL)
    reader->bad =
        g_strdup_printf (_ ("%s:%u: a cell is longer than %d bytes. Shorten it, or look for a quote that"
                            " does not end."),
                         reader->table->name, reader->first_line, MAX_CELL);
  if (reader->bad != NULL)
    return;
  raw = g_strndup (text != NULL ? text : "", length);
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
  reader->table->header_line = reader->first_line;
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

/* Spreadsheets write empty cells behind the last column, or leave them out. */
static void
trim (GPtrArray *cells, guint columns)
{
  while (cells->len > columns && *(const char *) g_ptr_array_index (cells, cells->len - 1) == '\0')
    g_ptr_array_set_size (cells, (int) cells->len - 1);
}

static char *
wrong_length (const CsCsvTable *table, guint line, guint cells)
{
  if (cells < table->columns->len)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                         "%s:%u: %u cell where the header has %u; a separator is missing",
                                         "%s:%u: %u cells where the header has %u; separators are missing",
                                         cells),
                            table->name, line, cells, table->columns->len);
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE,
                   "%s:%u: %u cell where the header has %u; put text with separators in quotes",
                   "%s:%u: %u cells where the header has %u; put text with separators in quotes", cells),
      table->name, line, cells, table->columns->len);
}

static void
take_row (Reader *reader)
{
  CsCsvTable *table = reader->table;

  trim (reader->cells, table->columns->len);
  if (table->rows->len == MAX_ROWS)
    reader->bad = g_strdup_printf (_ ("%s:%u: more than %d rows. Split the list."), table->name,
                                   reader->first_line, MAX_ROWS);
  else if (reader->cells->len != table->columns->len)
    g_ptr_array_add (table->bad_rows, wrong_length (table, reader->first_line, reader->cells->len));
  else
    {
      g_ptr_array_add (reader->cells, NULL);
      g_ptr_array_add (table->rows, g_ptr_array_steal (reader->cells, NULL));
      g_array_append_val (table->lines, reader->first_line);
    }
}

static void
row_cb (int end, void *data)
{
  Reader *reader = data;

  if (reader->bad == NULL && !is_empty_row (reader->cells))
    {
      if (reader->table->columns->len == 0)
        take_header (reader);
      else
        take_row (reader);
    }
  g_ptr_array_set_size (reader->cells, 0);
  reader->first_line = 0;
}

/* The separator that the header uses most, outside quotes. */
static unsigned char
guess_separator (const char *text)
{
  static const char separators[] = { ',', ';', '\t' };
  guint count[G_N_ELEMENTS (separators)] = { 0 }, best = 0;
  gboolean quoted = FALSE;

  while (g_ascii_isspace (*text) && *text != '\t')
    text++;
  for (; *text != '\0' && (*text != '\n' || quoted); text++)
    {
      quoted ^= *text == '"';
      for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
        count[i] += *text == separators[i] && !quoted;
    }
  for (guint i = 1; i < G_N_ELEMENTS (separators); i++)
    if (count[i] > count[best])
      best = i;
  return (unsigned char) separators[best];
}

/* Excel's own first line, "sep=;". Returns: the separator it names, 0 when there is none; the line is made
 * blank */
static unsigned char
take_separator_line (char *text)
{
  char *start = text;
  char separator;

  while (g_ascii_isspace (*start))
    start++;
  if (g_ascii_strncasecmp (start, "sep=", 4) != 0 || start[4] == '\0' || start[4] == '\n'
      || (start[5] != '\n' && start[5] != '\0'))
    return 0;
  separator = start[4];
  memset (start, ' ', 5);
  return (unsigned char) separator;
}

/* Old programs end lines with CR alone, Windows with CR and LF. Returns: the new length */
static gsize
unify_lines (char *text, gsize length)
{
  gsize to = 0;

  for (gsize from = 0; from < length; from++)
    if (text[from] == '\r' && text[from + 1] == '\n')
      continue;
    else
      text[to++] = text[from] == '\r' ? '\n' : text[from];
  text[to] = '\0';
  return to;
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
parse (Reader *reader, char *text, gsize length, GError **error)
{
  struct csv_parser parser;
  unsigned char separator = take_separator_line (text);
  gboolean good = TRUE;

  csv_init (&parser, CSV_STRICT | CSV_STRICT_FINI);
  csv_set_delim (&parser, separator != 0 ? separator : guess_separator (text));
  reader->line = 1;
  /* fed line by line, because the parser does not tell where it is */
  for (gsize at = 0; good && reader->bad == NULL && at < length; reader->line++)
    {
      const char *end = memchr (text + at, '\n', length - at);
      gsize n = end != NULL ? (gsize) (end - (text + at)) + 1 : length - at;

      /* the parser takes a separator of white space for a cell */
      if (reader->first_line == 0 && is_blank (text + at, n))
        {
          at += n;
          continue;
        }
      if (reader->first_line == 0)
        reader->first_line = reader->line;
      good = csv_parse (&parser, text + at, n, field_cb, row_cb, reader) == n;
      at += n;
      if (!good)
        break;
    }
  if (good && reader->bad == NULL)
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

  text = cs_input_file_load (path, MAX_BYTES, length, error);
  if (text == NULL)
    return NULL;
  /* some programs write the mark once more in front of what has it already */
  while (g_str_has_prefix (text, "\xef\xbb\xbf"))
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
  *length = unify_lines (text, *length);
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

/* How many letters have to be changed, added or taken away. */
static guint
distance (const char *a, const char *b)
{
  gsize n = strlen (b);
  g_autofree guint *row = g_new (guint, n + 1);

  for (gsize j = 0; j <= n; j++)
    row[j] = (guint) j;
  for (gsize i = 0; a[i] != '\0'; i++)
    {
      guint corner = row[0];

      row[0] = (guint) i + 1;
      for (gsize j = 0; j < n; j++)
        {
          guint above = row[j + 1];

          row[j + 1] = MIN (MIN (above, row[j]) + 1, corner + (a[i] != b[j]));
          corner = above;
        }
    }
  return row[n];
}

/* Returns: the column that @heading means, -1 for none; @nearest: (out): the one it is most like */
static int
find_known (const char *heading, const CsCsvColumn *known, guint n, guint *nearest)
{
  g_autofree char *folded = cs_text_fold (heading);
  guint least = G_MAXUINT;

  *nearest = 0;
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *all = g_strconcat (known[i].name, "|", known[i].headings, NULL);
      g_auto (GStrv) names = g_strsplit (all, "|", -1);

      for (guint k = 0; names[k] != NULL; k++)
        {
          g_autofree char *name = cs_text_fold (names[k]);
          guint apart = g_utf8_strlen (folded, -1) < 100 ? distance (folded, name) : G_MAXUINT - 1;

          if (g_str_equal (folded, name))
            return (int) i;
          if (apart < least)
            {
              least = apart;
              *nearest = i;
            }
        }
    }
  return -1;
}

static gboolean
name_column (
    CsCsvTable *table, guint column, const CsCsvColumn *known, guint n, GPtrArray *notes, GError **error)
{
  const char *heading = g_ptr_array_index (table->columns, column);
  guint nearest;
  int found = find_known (heading, known, n, &nearest);

  if (found < 0)
    {
      g_set_error (
          error, CS_ERROR, CS_ERROR_INVALID,
          _ ("%s:%u: this list has no column “%s”. Did you mean “%s”? Correct the heading, or take the column"
             " out; nothing was imported."),
          table->name, table->header_line, heading, known[nearest].name);
      return FALSE;
    }
  if (known[found].not_kept)
    g_ptr_array_add (notes, g_strdup_printf (_ ("%s:%u: the column “%s” is not kept"), table->name,
                                             table->header_line, heading));
  if (g_str_equal (heading, known[found].name))
    return TRUE;
  if (cs_csv_table_column (table, known[found].name) >= 0)
    {
      g_set_error (error, CS_ERROR, CS_ERROR_INVALID,
                   _ ("%s:%u: “%s” and another column both mean “%s”. Take one of them out."), table->name,
                   table->header_line, heading, known[found].name);
      return FALSE;
    }
  g_ptr_array_add (notes, g_strdup_printf (_ ("%s:%u: column “%s” read as %s"), table->name,
                                           table->header_line, heading, known[found].name));
  g_free (table->columns->pdata[column]);
  table->columns->pdata[column] = g_strdup (known[found].name);
  return TRUE;
}

static gboolean
is_left_over (const CsCsvTable *table, guint column, GError **error)
{
  for (guint i = 0; i < table->rows->len; i++)
    if (*((char **) g_ptr_array_index (table->rows, i))[column] != '\0')
      {
        g_set_error (error, CS_ERROR, CS_ERROR_INVALID,
                     _ ("%s:%u: “%s” stands below no heading. Give the column one, or take it out."),
                     table->name, g_array_index (table->lines, guint, i),
                     ((char **) g_ptr_array_index (table->rows, i))[column]);
        return FALSE;
      }
  return TRUE;
}

gboolean
cs_csv_table_expect (CsCsvTable *table, const CsCsvColumn *known, guint n, GPtrArray *notes, GError **error)
{
  for (guint i = 0; i < table->columns->len; i++)
    if (*(const char *) g_ptr_array_index (table->columns, i) == '\0'
            ? !is_left_over (table, i, error)
            : !name_column (table, i, known, n, notes, error))
      return FALSE;
  return TRUE;
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
