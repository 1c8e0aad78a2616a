/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/error.h"
#include "exchange/csv-table.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Lists as spreadsheets and people write them. */

static CsCsvTable *
read_bytes (const char *bytes, gsize length, GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("chamsao-csv-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "list.csv", NULL);
  CsCsvTable *table;

  g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
  table = cs_csv_table_read (path, error);
  g_unlink (path);
  g_rmdir (folder);
  return table;
}

static CsCsvTable *
read_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  CsCsvTable *table = read_bytes (text, strlen (text), &error);

  g_assert_no_error (error);
  g_assert_cmpstr (table->name, ==, "list.csv");
  return table;
}

static void
assert_refused (const char *bytes, gsize length, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsCsvTable) table = read_bytes (bytes, length, &error);

  g_assert_null (table);
  g_assert_error (error, CS_ERROR, CS_ERROR_INVALID);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, words));
}
#define ASSERT_REFUSED(text, words) assert_refused (text, sizeof (text) - 1, words)

static guint
line_of (const CsCsvTable *table, guint row)
{
  return g_array_index (table->lines, guint, row);
}

static void
test_plain (void)
{
  g_autoptr (CsCsvTable) table = read_text ("code,product,unit\n1,Kẹo dừa,842\n,\"Bánh, tét\",844\n");

  g_assert_cmpuint (table->columns->len, ==, 3);
  g_assert_cmpuint (table->rows->len, ==, 2);
  g_assert_cmpstr (cs_csv_table_cell (table, 0, "product"), ==, "Kẹo dừa");
  g_assert_cmpstr (cs_csv_table_cell (table, 1, "code"), ==, "");
  g_assert_cmpstr (cs_csv_table_cell (table, 1, "product"), ==, "Bánh, tét");
  g_assert_cmpstr (cs_csv_table_cell (table, 1, "unit"), ==, "844");
  g_assert_cmpstr (cs_csv_table_cell (table, 1, "no such column"), ==, "");
  g_assert_cmpint (cs_csv_table_column (table, "unit"), ==, 2);
  g_assert_cmpint (cs_csv_table_column (table, "form"), ==, -1);
  g_assert_cmpuint (line_of (table, 0), ==, 2);
  g_assert_cmpuint (line_of (table, 1), ==, 3);
}

static void
test_same_in_every_dress (void)
{
  static const char *const dresses[] = {
    "a,b\n1,2\n3,4\n",
    "a,b\n1,2\n3,4",         /* no line end at the end */
    "a,b\r\n1,2\r\n3,4\r\n", /* CRLF */
    "\xef\xbb\xbf"
    "a,b\n1,2\n3,4\n", /* BOM */
    "\xef\xbb\xbf"
    "a;b\r\n1;2\r\n3;4", /* what a Vietnamese Excel writes */
    "\"a\",\"b\"\n\"1\",\"2\"\n\"3\",\"4\"\n",
    "A , B\n 1 , 2 \n3,\t4\n",   /* header in any case, white space around */
    "a,b\n\n1,2\n\r\n3,4\n\n\n", /* empty lines */
    "a,b\n1,2\n,\n3,4\n",        /* an empty row at the end of a sheet is none */
    "a,b,,\n1,2,,\n3,4,,\n",     /* empty columns at the right of a sheet */
  };

  for (guint i = 0; i < G_N_ELEMENTS (dresses); i++)
    {
      g_autoptr (CsCsvTable) table = read_text (dresses[i]);

      g_test_message ("%u", i);
      g_assert_cmpuint (table->rows->len, ==, 2);
      g_assert_cmpuint (table->bad_rows->len, ==, 0);
      g_assert_cmpstr (cs_csv_table_cell (table, 0, "a"), ==, "1");
      g_assert_cmpstr (cs_csv_table_cell (table, 0, "b"), ==, "2");
      g_assert_cmpstr (cs_csv_table_cell (table, 1, "a"), ==, "3");
      g_assert_cmpstr (cs_csv_table_cell (table, 1, "b"), ==, "4");
    }
}

static void
test_quotes (void)
{
  g_autoptr (CsCsvTable) table = read_text ("a,b\n\"say \"\"x\"\"\",\"1;2,3\"\n\"\",'q'\n");
  g_autoptr (CsCsvTable) header = read_text ("\"a;b;c\",d\n1,2\n"); /* semicolons in quotes do not count */

  g_assert_cmpstr (cs_csv_table_cell (table, 0, "a"), ==, "say \"x\"");
  g_assert_cmpstr (cs_csv_table_cell (table, 0, "b"), ==, "1;2,3");
  g_assert_cmpstr (cs_csv_table_cell (table, 1, "a"), ==, "");
  g_assert_cmpstr (cs_csv_table_cell (table, 1, "b"), ==, "'q'");
  g_assert_cmpuint (header->columns->len, ==, 2);
  g_assert_cmpstr (cs_csv_table_cell (header, 0, "a;b;c"), ==, "1");
}

/* A cell over several lines: the row is told by the line it begins in. */
static void
test_lines (void)
{
  g_autoptr (CsCsvTable) table = read_text ("a,b\n"
                                            "1,\"two\nlines\"\n"           /* 2 */
                                            "\"three\nlines\r\nhere\",2\n" /* 4 */
                                            "\n"
                                            "  \n"
                                            "\"x\n\ny\",\"\n\"\n" /* 9 */
                                            "last,1\n");          /* 13 */

  g_assert_cmpuint (table->rows->len, ==, 4);
  g_assert_cmpuint (line_of (table, 0), ==, 2);
  g_assert_cmpuint (line_of (table, 1), ==, 4);
  g_assert_cmpuint (line_of (table, 2), ==, 9);
  g_assert_cmpuint (line_of (table, 3), ==, 13);
  g_assert_cmpstr (cs_csv_table_cell (table, 0, "b"), ==, "two\nlines");
  g_assert_cmpstr (cs_csv_table_cell (table, 2, "a"), ==, "x\n\ny");
}

static void
test_text (void)
{
  g_autoptr (CsCsvTable) table = read_text ("product,producer\nKe\xcc\xa3o du\xcc\x9b\xcc\x80"
                                            "a,\xc2\xa0 HTX A \xc2\xa0\n");

  g_assert_cmpstr (cs_csv_table_cell (table, 0, "product"), ==, "Kẹo dừa"); /* NFC */
  g_assert_cmpstr (cs_csv_table_cell (table, 0, "producer"), ==,
                   "HTX A"); /* also the hard spaces of a web page */
}

static void
test_refused (void)
{
  ASSERT_REFUSED ("", "list.csv:1:");
  ASSERT_REFUSED ("\xef\xbb\xbf", "list.csv:1:");
  ASSERT_REFUSED ("\n\n  \n", "list.csv:1:");
  ASSERT_REFUSED ("a,b,a\n1,2,3\n", "list.csv:1: column “a” stands twice");
  ASSERT_REFUSED ("a,b, A \n1,2,3\n", "list.csv:1: column “a” stands twice");
  ASSERT_REFUSED ("a,b\n1,2\n3,\xff\n", "list.csv:3:");
  ASSERT_REFUSED ("a,b\n1,2\n3,\0"
                  "4\n",
                  "list.csv:3:");
  ASSERT_REFUSED ("a,b\n1,2\n3,\"x\n", "list.csv:3:");
  ASSERT_REFUSED ("a,b\n1,2\n3,\"x\n5,6\n7,8\n", "list.csv:3:");
  ASSERT_REFUSED ("a,b\n1,x\"y\"\n3,4\n", "list.csv:2:");
  ASSERT_REFUSED ("a,b\n1,\"x\"y\n3,4\n", "list.csv:2:");
  /* UTF-16, as Excel's "Unicode text" is */
  ASSERT_REFUSED ("\xff\xfe"
                  "a\0,\0b\0\n\0",
                  "list.csv:1:");
}

/* Rows that do not fit are told, every one of them, and are not among the rows. */
static void
test_bad_rows (void)
{
  g_autoptr (CsCsvTable) table = read_text ("a,b,c\n1,2,3\n1,2\n\n1,2,3,4\n\"x\ny\"\n1,2,3\n");

  g_assert_cmpuint (table->rows->len, ==, 2);
  g_assert_cmpuint (line_of (table, 1), ==, 8);
  g_assert_cmpuint (table->bad_rows->len, ==, 3);
  g_assert_true (g_str_has_prefix (g_ptr_array_index (table->bad_rows, 0),
                                   "list.csv:3: 2 cells where the header has 3"));
  g_assert_true (g_str_has_prefix (g_ptr_array_index (table->bad_rows, 1), "list.csv:5: 4 cells"));
  g_assert_true (g_str_has_prefix (g_ptr_array_index (table->bad_rows, 2), "list.csv:6: 1 cell"));
}

static void
test_header_only (void)
{
  g_autoptr (CsCsvTable) table = read_text ("a,b\n");
  g_autoptr (CsCsvTable) one = read_text ("product\nKẹo dừa\n");

  g_assert_cmpuint (table->rows->len, ==, 0);
  g_assert_cmpuint (table->lines->len, ==, 0);
  g_assert_cmpstr (cs_csv_table_cell (one, 0, "product"), ==, "Kẹo dừa");
}

static void
test_require (void)
{
  static const char *const fine[] = { "b", "a", NULL }, *const missing[] = { "a", "form", "c", NULL };
  g_autoptr (CsCsvTable) table = read_text ("a,b\n1,2\n");
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  g_assert_true (cs_csv_table_require (table, fine, &error));
  g_assert_false (cs_csv_table_require (table, missing, &error));
  g_assert_error (error, CS_ERROR, CS_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "list.csv:1: the column “form”"));
  cs_csv_table_problem (table, 0, "b", "is wrong", problems);
  cs_csv_table_problem (table, 0, NULL, "is wrong", problems);
  g_assert_cmpstr (g_ptr_array_index (problems, 0), ==, "list.csv:2: b: is wrong");
  g_assert_cmpstr (g_ptr_array_index (problems, 1), ==, "list.csv:2: is wrong");
}

static void
test_no_file (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (cs_csv_table_read ("/no/such/list.csv", &error));
  g_assert_error (error, CS_ERROR, CS_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "list.csv"));
}

/* Whatever the cells are: written by the rules and read again they are the same. */
static void
test_random (void)
{
  static const char *const pieces[] = { "a", "ệ", ",", ";", "\"", "\n", "x y", "1", "'", "đ", "\r\n" };

  for (int run = 0; run < 300; run++)
    {
      char separator = g_test_rand_bit () ? ',' : ';';
      int columns = g_test_rand_int_range (2, 6), rows = g_test_rand_int_range (1, 6), kept = 0;
      g_autoptr (GString) text = g_string_new (g_test_rand_bit () ? "\xef\xbb\xbf" : "");
      g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (CsCsvTable) table = NULL;

      for (int c = 0; c < columns; c++)
        g_string_append_printf (text, "%sc%d", c > 0 ? (char[]){ separator, '\0' } : "", c);
      for (int r = 0; r < rows; r++)
        {
          g_string_append (text, g_test_rand_bit () ? "\r\n" : "\n");
          for (int c = 0; c < columns; c++)
            {
              g_autoptr (GString) cell = g_string_new ("v"); /* not empty, no white space around */
              g_auto (GStrv) parts = NULL;
              g_autofree char *quoted = NULL;

              for (int p = g_test_rand_int_range (0, 6); p > 0; p--)
                g_string_append (cell, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
              g_string_append_c (cell, 'w');
              parts = g_strsplit (cell->str, "\"", -1);
              quoted = g_strjoinv ("\"\"", parts);
              if (c > 0)
                g_string_append_c (text, separator);
              g_string_append_printf (text, "\"%s\"", quoted);
              g_ptr_array_add (cells, g_strdup (cell->str));
            }
          kept++;
        }
      table = read_text (text->str);
      g_assert_cmpuint (table->rows->len, ==, kept);
      for (guint i = 0; i < cells->len; i++)
        {
          g_autofree char *name = g_strdup_printf ("c%u", i % (guint) columns);

          /* lines end alike, also within a cell */
          g_auto (GStrv) lines = g_strsplit (g_ptr_array_index (cells, i), "\r\n", -1);
          g_autofree char *cell = g_strjoinv ("\n", lines);

          g_assert_cmpstr (cs_csv_table_cell (table, i / (guint) columns, name), ==, cell);
        }
    }
}

/* What programs make of a list: one table, whatever the separator, the line ends and the marks in front. */
static void
test_spellings (void)
{
  static const char *const texts[] = {
    "a,b\nmột,hai\nba,\n",
    "a;b\r\nmột;hai\r\nba;\r\n",
    "a\tb\nmột\thai\nba\t\n",
    "sep=;\na;b\nmột;hai\nba;\n",
    "\xef\xbb\xbfsep=,\r\na,b\r\nmột,hai\r\nba,\r\n",
    "SEP=\t\na\tb\nmột\thai\nba\t\n",
    "\xef\xbb\xbf\xef\xbb\xbf\na,b\nmột,hai\nba,\n",
    "\n  \na,b\n\nmột,hai\n\nba,\n\n",
    "a,b\rmột,hai\rba,\r",
    "a,b,\nmột,hai,\nba,,\n",
    "a,b\nmột,hai,,,\nba,,,\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (CsCsvTable) table = read_text (texts[i]);

      g_test_message ("%u", i);
      g_assert_cmpuint (table->bad_rows->len, ==, 0);
      g_assert_cmpuint (table->rows->len, ==, 2);
      g_assert_cmpstr (cs_csv_table_cell (table, 0, "a"), ==, "một");
      g_assert_cmpstr (cs_csv_table_cell (table, 0, "b"), ==, "hai");
      g_assert_cmpstr (cs_csv_table_cell (table, 1, "a"), ==, "ba");
      g_assert_cmpstr (cs_csv_table_cell (table, 1, "b"), ==, "");
      g_assert_cmpuint (line_of (table, 0), >, table->header_line);
    }
}

/* The line that is told is that of the file, whatever ends its lines. */
static void
test_told_lines (void)
{
  static const char *const ends[] = { "\n", "\r\n", "\r" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_auto (GStrv) lines = g_strsplit ("sep=;|a;b|1;2|3|\"4|5\";6|7;8;9|10;11", "|", -1);
      g_autofree char *text = g_strjoinv (ends[i], lines);
      g_autoptr (CsCsvTable) table = read_text (text);

      g_assert_cmpuint (table->header_line, ==, 2);
      g_assert_cmpuint (table->rows->len, ==, 3);
      g_assert_cmpuint (line_of (table, 0), ==, 3);
      g_assert_cmpuint (line_of (table, 1), ==, 5);
      g_assert_cmpuint (line_of (table, 2), ==, 8);
      g_assert_cmpuint (table->bad_rows->len, ==, 2);
      g_assert_nonnull (strstr (g_ptr_array_index (table->bad_rows, 0),
                                "list.csv:4: 1 cell where the header has 2; a sep"));
      g_assert_nonnull (
          strstr (g_ptr_array_index (table->bad_rows, 1), "list.csv:7: 3 cells where the header has 2; put"));
    }
}

static const CsCsvColumn known[] = {
  { "code", "Mã sản phẩm|Mã" },
  { "scoring_round", "Lượt chấm" },
  { "type", "Loại", .not_kept = TRUE },
};

static gboolean
expect (const char *text, GPtrArray *notes, char **told)
{
  g_autoptr (CsCsvTable) table = read_text (text);
  g_autoptr (GError) error = NULL;
  gboolean good = cs_csv_table_expect (table, known, G_N_ELEMENTS (known), notes, &error);

  *told = error != NULL ? g_strdup (error->message) : g_strdup ("");
  return good;
}

static void
test_headings (void)
{
  static const struct
  {
    const char *text;
    const char *told; /* of the refusal, NULL: taken */
    guint notes;
  } cases[] = {
    { "code,scoring_round\n1,2\n", NULL, 0 },
    { "CODE,Scoring Round\n1,2\n", NULL, 1 },
    { "mã SẢN phẩm,Lượt chấm\n1,2\n", NULL, 2 },
    { "Ma san pham,scoring-round,Loại\n1,2,3\n", NULL, 4 },
    { "code,\n1,\n", NULL, 0 },
    { "code,\n1,\n2,x\n", "list.csv:3: “x” stands below no heading", 0 },
    { "code,scoring_ruond\n1,2\n",
      "list.csv:1: this list has no column “scoring_ruond”. Did you mean “scoring_round”", 0 },
    { "\ncode,ghi chú\n1,2\n", "list.csv:2: this list has no column “ghi chú”", 0 },
    { "code,Mã\n1,2\n", "both mean “code”", 0 },
    { "Mã,code\n1,2\n", "both mean “code”", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
      g_autofree char *told = NULL;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (expect (cases[i].text, notes, &told), ==, cases[i].told == NULL);
      g_assert_nonnull (strstr (told, cases[i].told != NULL ? cases[i].told : ""));
      if (cases[i].told == NULL)
        g_assert_cmpuint (notes->len, ==, cases[i].notes);
    }
}

/* Nothing is waited for or read without end, and what is too wide or long stops the reading at once. */
static void
test_bounds (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) wide = g_string_new ("a"), deep = g_string_new ("a,b\n");
  g_autofree char *folder = g_dir_make_tmp ("chamsao-csv-XXXXXX", NULL);
  g_autofree char *pipe = g_build_filename (folder, "pipe.csv", NULL),
                  *big = g_build_filename (folder, "big.csv", NULL);
  const char *const no_files[] = { folder, pipe, "/dev/zero" };
  FILE *file;

  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (no_files); i++)
    {
      g_assert_null (cs_csv_table_read (no_files[i], &error));
      g_assert_error (error, CS_ERROR, CS_ERROR_INVALID);
      g_clear_error (&error);
    }
  file = fopen (big, "w");
  g_assert_cmpint (ftruncate (fileno (file), 3LL * 1024 * 1024 * 1024), ==, 0);
  fclose (file);
  g_assert_null (cs_csv_table_read (big, &error));
  g_assert_error (error, CS_ERROR, CS_ERROR_INVALID);
  g_clear_error (&error);
  for (int i = 0; i < 60000; i++)
    g_string_append_printf (wide, ",c%d", i);
  assert_refused (wide->str, wide->len, "list.csv:1: more than 200 cells");
  g_string_append_c (deep, '"');
  for (int i = 0; i < 70000; i++)
    g_string_append_c (deep, 'x');
  g_string_append (deep, "\",1\n");
  assert_refused (deep->str, deep->len, "list.csv:2: a cell is longer");
  g_unlink (pipe);
  g_unlink (big);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv/plain", test_plain);
  g_test_add_func ("/csv/same-in-every-dress", test_same_in_every_dress);
  g_test_add_func ("/csv/quotes", test_quotes);
  g_test_add_func ("/csv/lines", test_lines);
  g_test_add_func ("/csv/text", test_text);
  g_test_add_func ("/csv/refused", test_refused);
  g_test_add_func ("/csv/bad-rows", test_bad_rows);
  g_test_add_func ("/csv/header-only", test_header_only);
  g_test_add_func ("/csv/require", test_require);
  g_test_add_func ("/csv/spellings", test_spellings);
  g_test_add_func ("/csv/told-lines", test_told_lines);
  g_test_add_func ("/csv/headings", test_headings);
  g_test_add_func ("/csv/bounds", test_bounds);
  g_test_add_func ("/csv/no-file", test_no_file);
  g_test_add_func ("/csv/random", test_random);
  return g_test_run ();
}
