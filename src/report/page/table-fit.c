/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/page/table-private.h"

#include <string.h>

/* Text is measured once at this size; without hinting widths grow in proportion. */
#define MEASURE   100.0
#define SIZE_STEP 0.5

/* In type sizes. A word longer than the first (a product code has 10) is broken rather than make its column
 * so wide; then the second is wide enough. */
#define LONGEST_WORD 12.0
#define BROKEN_WORD  6.0

/* Columns by content are not wider than this part of the table. */
#define CONTENT_PART 0.25

/* What a column needs, for type of 1 point and without padding. */
typedef struct
{
  double word; /* the longest word */
  double line; /* the longest line */
} Need;

/* Widths already measured; text and style make the key. */
typedef struct
{
  CsFonts *fonts;
  GHashTable *widths; /* (element-type utf8 double) */
} Meter;

static double
measure (Meter *meter, const char *text, gsize length, gboolean bold)
{
  g_autofree char *key = g_strdup_printf ("%c%.*s", bold ? 'b' : 'r', (int) length, text);
  CsFace face = { bold ? CS_FONT_BOLD : CS_FONT_REGULAR, MEASURE, FALSE };
  g_autoptr (PangoLayout) layout = NULL;
  double *width = g_hash_table_lookup (meter->widths, key);

  if (width != NULL)
    return *width;
  layout = cs_fonts_layout_prepared (meter->fonts, &face, key + 1);
  width = g_new (double, 1);
  *width = cs_fonts_width (layout) / MEASURE;
  g_hash_table_insert (meter->widths, g_steal_pointer (&key), width);
  return *width;
}

static void
need_words (Meter *meter, const char *line, gsize length, gboolean bold, Need *need)
{
  const char *end = line + length;

  while (line < end)
    {
      gsize n = strcspn (line, " \n");

      if (n > 0)
        {
          double width = measure (meter, line, n, bold);

          need->word = MAX (need->word, width > LONGEST_WORD ? BROKEN_WORD : width);
        }
      line += n + 1;
    }
}

static void
need_cell (Meter *meter, const char *text, gboolean bold, gboolean lead, gboolean lines, Need *need)
{
  for (const char *line = text; *line != '\0';)
    {
      gsize n = strcspn (line, "\n");

      need_words (meter, line, n, bold || lead, need);
      if (lines)
        need->line = MAX (need->line, measure (meter, line, n, bold || lead));
      line += n + (line[n] != '\0');
      lead = FALSE;
    }
}

/* Returns: (transfer full): the need of each column. Joined cells do not widen a column. */
static Need *
collect (const CsTableSet *set)
{
  g_autoptr (GHashTable) widths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Meter meter = { set->fonts, widths };
  Need *needs = g_new0 (Need, set->columns->len);

  for (guint i = 0; i < set->columns->len; i++)
    need_cell (&meter, cs_table_column (set, i)->title, TRUE, FALSE, FALSE, &needs[i]);
  for (guint r = 0; r < set->rows->len; r++)
    {
      const CsTableRow *row = g_ptr_array_index (set->rows, r);

      for (guint i = 0; i < row->n; i++)
        {
          const CsColumn *column = cs_table_column (set, i);

          if (row->cells[i] != NULL && cs_table_row_span (row, i) == 1)
            need_cell (&meter, row->cells[i], cs_table_row_style (row->kind) == CS_FONT_BOLD, column->lead,
                       column->weight <= 0, &needs[i]);
        }
    }
  return needs;
}

/* Writes the least widths at @size. Returns: their sum. */
static double
least_widths (const CsTableSet *set, const Need *needs, double size, double total, double *widths)
{
  double sum = 0;

  for (guint i = 0; i < set->columns->len; i++)
    {
      double content = 0;

      if (cs_table_column (set, i)->weight <= 0)
        content = MIN (needs[i].line * size, total * CONTENT_PART);
      /* the border takes half a point */
      widths[i] = MAX (content, needs[i].word * size) + 2 * CS_CELL_PAD_X (size) + 0.5;
      sum += widths[i];
    }
  return sum;
}

/* Gives the columns with a weight their share of what the others leave, but never less than they need: those
 * that need more are settled first, the rest shares what is left. */
static void
share (const CsTableSet *set, double total, double *widths)
{
  guint n = set->columns->len;
  g_autofree gboolean *settled = g_new0 (gboolean, n);
  double left = total, weights = 0;
  gboolean again = TRUE;

  for (guint i = 0; i < n; i++)
    {
      double weight = cs_table_column (set, i)->weight;

      settled[i] = weight <= 0;
      if (settled[i])
        left -= widths[i];
      else
        weights += weight;
    }
  while (again)
    {
      again = FALSE;
      for (guint i = 0; i < n; i++)
        if (!settled[i] && left * cs_table_column (set, i)->weight < widths[i] * weights)
          {
            settled[i] = again = TRUE;
            left -= widths[i];
            weights -= cs_table_column (set, i)->weight;
          }
    }
  for (guint i = 0; i < n; i++)
    if (!settled[i])
      widths[i] = left * cs_table_column (set, i)->weight / weights;
}

void
cs_table_fit (CsTableSet *set, double size, double least, double width)
{
  g_autofree Need *needs = collect (set);
  guint n = set->columns->len;
  g_autofree double *widths = g_new0 (double, n);
  double sum, scale;

  set->size = size;
  sum = least_widths (set, needs, set->size, width, widths);
  while (sum > width && set->size - SIZE_STEP >= least)
    {
      set->size -= SIZE_STEP;
      sum = least_widths (set, needs, set->size, width, widths);
    }
  if (sum <= width)
    share (set, width, widths);
  /* too many columns, or none that takes what is left over: in proportion */
  sum = 0;
  for (guint i = 0; i < n; i++)
    sum += widths[i];
  scale = width / sum;
  set->edges = g_new0 (double, n + 1);
  for (guint i = 0; i < n; i++)
    set->edges[i + 1] = set->edges[i] + widths[i] * scale;
}
