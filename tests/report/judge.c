/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "judge.h"

#include "exchange/library.h"
#include "report/page/pdf.h"
#include "report/papers/papers.h"

#include <string.h>

#define MARGIN       (19.5 * 72 / 25.4) /* points: of the decree, less the rounding */
#define MM_PER_PIXEL (25.4 / PICTURE_DPI)

const char *judge_folder;

char *
judge_path (const char *name)
{
  return g_build_filename (judge_folder, name, NULL);
}

const CsTemplate *
judge_template (const char *paper)
{
  static GHashTable *read;
  g_autoptr (GError) error = NULL;
  CsTemplate *template;

  if (read == NULL)
    read = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) cs_template_unref);
  template = g_hash_table_lookup (read, paper);
  if (template != NULL)
    return template;
  template = cs_library_template (paper, paper, &error);
  g_assert_no_error (error);
  g_hash_table_insert (read, g_strdup (paper), template);
  return template;
}

CsLayout *
judge_layout (CsDocument *document)
{
  g_autoptr (GError) error = NULL;
  CsLayout *layout = cs_document_layout (document, &error);

  g_assert_no_error (error);
  g_assert_nonnull (layout);
  cs_document_unref (document);
  return layout;
}

char *
judge_write_layout (CsLayout *layout, const char *name)
{
  g_autoptr (GError) error = NULL;
  char *path = judge_path (name);

  cs_layout_write_pdf (layout, path, &error);
  g_assert_no_error (error);
  return path;
}

char *
judge_write (CsDocument *document, const char *name)
{
  g_autoptr (CsLayout) layout = judge_layout (document);

  return judge_write_layout (layout, name);
}

char *
judge_write_summary (CsUnitSummary *summary, const char *name)
{
  char *path = judge_write (cs_summary_paper_new (summary, judge_template ("summary")), name);

  cs_unit_summary_free (summary);
  return path;
}

char *
judge_run (const char *first, ...)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  char *output = NULL;
  int status = -1;
  va_list list;

  va_start (list, first);
  for (const char *word = first; word != NULL; word = va_arg (list, const char *))
    g_ptr_array_add (argv, (char *) word);
  va_end (list);
  g_ptr_array_add (argv, NULL);
  g_spawn_sync (NULL, (char **) argv->pdata, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL, &status,
                &error);
  g_assert_no_error (error);
  g_spawn_check_wait_status (status, &error);
  g_assert_no_error (error);
  return output;
}

char *
judge_text (const char *pdf, int page)
{
  g_autofree char *number = g_strdup_printf ("%d", page);

  if (page == 0)
    return judge_run ("pdftotext", "-layout", "-enc", "UTF-8", pdf, "-", NULL);
  return judge_run ("pdftotext", "-layout", "-enc", "UTF-8", "-f", number, "-l", number, pdf, "-", NULL);
}

static void
clear_word (gpointer data)
{
  g_free (((Word *) data)->text);
}

static double
attribute (const char *line, const char *name)
{
  return g_ascii_strtod (strstr (line, name) + strlen (name), NULL);
}

/* pdftotext -bbox writes a line a word. */
static gboolean
parse_word (const char *line, Word *word)
{
  const char *end;

  if (strstr (line, "<word ") == NULL)
    return FALSE;
  word->left = attribute (line, "xMin=\"");
  word->top = attribute (line, "yMin=\"");
  word->right = attribute (line, "xMax=\"");
  line = strchr (line, '>') + 1;
  end = strstr (line, "</word>");
  word->text = g_strndup (line, (gsize) (end - line));
  return TRUE;
}

GArray *
judge_words (const char *pdf)
{
  g_autofree char *output = judge_run ("pdftotext", "-bbox", "-enc", "UTF-8", pdf, "-", NULL);
  g_auto (GStrv) lines = g_strsplit (output, "\n", -1);
  GArray *words = g_array_new (FALSE, TRUE, sizeof (Word));
  Word word = { 0 };
  double height = 0;

  g_array_set_clear_func (words, clear_word);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (strstr (lines[i], "<page ") != NULL)
        {
          word.page++;
          height = attribute (lines[i], "height=\"");
        }
      if (!parse_word (lines[i], &word))
        continue;
      word.margin = word.top < MARGIN || word.top > height - MARGIN;
      g_array_append_val (words, word);
    }
  return words;
}

static int
compare_words (gconstpointer a, gconstpointer b)
{
  const Word *first = a, *second = b;

  if (first->page != second->page)
    return first->page < second->page ? -1 : 1;
  if (ABS (first->top - second->top) > 1)
    return first->top < second->top ? -1 : 1;
  return (first->left > second->left) - (first->left < second->left);
}

char *
judge_column (const char *pdf, double left, double right, const char *const *head)
{
  g_autoptr (GArray) words = judge_words (pdf);
  GString *column = g_string_new (NULL);

  g_array_sort (words, compare_words);
  for (guint i = 0; i < words->len; i++)
    {
      const Word *word = &g_array_index (words, Word, i);

      if (!word->margin && word->left >= left && word->right <= right && !g_strv_contains (head, word->text))
        g_string_append_printf (column, "%s ", word->text);
    }
  return g_string_free (column, FALSE);
}

char *
judge_info (const char *pdf, const char *key)
{
  g_autofree char *output = judge_run ("pdfinfo", "-enc", "UTF-8", pdf, NULL);
  g_auto (GStrv) lines = g_strsplit (output, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], key) && lines[i][strlen (key)] == ':')
      return g_strstrip (g_strdup (lines[i] + strlen (key) + 1));
  g_assert_not_reached ();
}

void
judge_fonts (const char *pdf)
{
  g_autofree char *output = judge_run ("pdffonts", pdf, NULL);
  g_auto (GStrv) lines = g_strsplit (output, "\n", -1);
  guint n = 0;

  for (guint i = 2; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_assert_true (strstr (lines[i], "LiberationSerif") != NULL
                     || strstr (lines[i], "TimesNewRoman") != NULL || strstr (lines[i], "Tinos") != NULL);
      g_assert_nonnull (strstr (lines[i], "yes yes yes")); /* embedded, subset, Unicode */
      n++;
    }
  g_assert_cmpuint (n, >, 0);
}

guint
judge_count (const char *text, const char *word)
{
  guint n = 0;

  for (const char *at = strstr (text, word); at != NULL; at = strstr (at + strlen (word), word))
    n++;
  return n;
}

/* pdftoppm -gray writes "P5 width height 255" and one byte a pixel. */
static Picture *
parse_pgm (const char *data, gsize length)
{
  Picture *picture = g_new0 (Picture, 1);
  gsize size;
  const char *at = data + 2;
  gint64 numbers[3];

  g_assert_cmpuint (length, >, 15);
  g_assert_true (g_str_has_prefix (data, "P5"));
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      char *end;

      numbers[i] = g_ascii_strtoll (at, &end, 10);
      at = end;
    }
  g_assert_cmpint (numbers[2], ==, 255);
  picture->width = (guint) numbers[0];
  picture->height = (guint) numbers[1];
  size = (gsize) picture->width * picture->height;
  g_assert_cmpuint ((gsize) (at + 1 - data) + size, ==, length);
  picture->grey = g_memdup2 (at + 1, size);
  return picture;
}

Picture *
judge_picture (const char *pdf, int page)
{
  g_autofree char *number = g_strdup_printf ("%d", page);
  g_autofree char *dpi = g_strdup_printf ("%d", PICTURE_DPI);
  g_autofree char *stem = judge_path ("picture");
  g_autofree char *file = g_strconcat (stem, ".pgm", NULL);
  g_autofree char *data = NULL;
  g_autofree char *output =
      judge_run ("pdftoppm", "-r", dpi, "-gray", "-f", number, "-l", number, "-singlefile", pdf, stem, NULL);
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (file, &data, &length, &error);
  g_assert_no_error (error);
  return parse_pgm (data, length);
}

void
picture_free (Picture *picture)
{
  g_free (picture->grey);
  g_free (picture);
}

static gboolean
column_has_ink (const Picture *picture, guint x, double from, double to)
{
  guint first = (guint) (from / MM_PER_PIXEL), end = MIN ((guint) (to / MM_PER_PIXEL), picture->height);

  for (guint y = first; y < end; y++)
    if (picture->grey[y * picture->width + x] < 250)
      return TRUE;
  return FALSE;
}

static gboolean
row_has_ink (const Picture *picture, guint y, guchar limit)
{
  for (guint x = 0; x < picture->width; x++)
    if (picture->grey[y * picture->width + x] < limit)
      return TRUE;
  return FALSE;
}

double
picture_margin_left (const Picture *picture, double from, double to)
{
  guint x = 0;

  while (x < picture->width && !column_has_ink (picture, x, from, to))
    x++;
  return x * MM_PER_PIXEL;
}

double
picture_margin_right (const Picture *picture, double from, double to)
{
  guint n = 0;

  while (n < picture->width && !column_has_ink (picture, picture->width - 1 - n, from, to))
    n++;
  return n * MM_PER_PIXEL;
}

double
picture_margin_top (const Picture *picture)
{
  guint y = 0;

  while (y < picture->height && !row_has_ink (picture, y, 250))
    y++;
  return y * MM_PER_PIXEL;
}

double
picture_margin_bottom (const Picture *picture)
{
  guint n = 0;

  while (n < picture->height && !row_has_ink (picture, picture->height - 1 - n, 90))
    n++;
  return n * MM_PER_PIXEL;
}
