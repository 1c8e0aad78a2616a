/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book.h"

#include <string.h>

/* One bit of the file is turned round: the book is refused, or "check" and "audit" tell, or nothing that is
 * sealed is any different. Never a crash, never a score that is silently another one. */

typedef struct
{
  char *bytes;
  gsize length;
  char *sealed;
  GArray *pages; /* (element-type gint64): offsets of the pages that hold what is sealed */
  GArray *schema;
  gint64 page_size;
} Original;

static GArray *
offsets (const char *path, const char *where)
{
  g_autofree char *sql = g_strdup_printf ("SELECT pgoffset FROM dbstat WHERE name IN (%s)", where);
  g_autofree char *text = sql_rows (path, sql);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GArray *found = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; *lines[i] != '\0'; i++)
    {
      gint64 offset;

      g_assert_true (g_ascii_string_to_signed (lines[i], 10, 0, G_MAXINT32, &offset, NULL));
      g_array_append_val (found, offset);
    }
  g_assert_cmpuint (found->len, >, 0);
  return found;
}

static void
original_init (Original *original, Book *book)
{
  g_autofree char *size = NULL;

  book_close_product (book->store, book_code (1), 5, 30);
  book_score (book->store, book_code (2), "m1", 0, TRUE);
  book_score (book->store, book_code (2), "m2", 0, FALSE);
  book_close (book);
  g_assert_true (g_file_get_contents (book->path, &original->bytes, &original->length, NULL));
  original->sealed = sql_sealed (book->path);
  original->pages = offsets (book->path, "'sheet', 'answer', 'audit', 'evaluation', 'member'");
  original->schema = offsets (book->path, "'sqlite_schema'");
  size = sql_rows (book->path, "PRAGMA page_size");
  original->page_size = (gint64) g_ascii_strtoull (size, NULL, 10);
}

static void
original_clear (Original *original)
{
  g_free (original->bytes);
  g_free (original->sealed);
  g_array_unref (original->pages);
  g_array_unref (original->schema);
}

static void
assert_safe (Book *book, const Original *original, gsize byte, int bit)
{
  g_autofree char *copy = book_file (book, "flipped.chamsao"), *found = NULL, *sealed = NULL;
  g_autoptr (GError) error = NULL;
  CsStore *store;

  original->bytes[byte] ^= (char) (1 << bit);
  g_assert_true (g_file_set_contents_full (copy, original->bytes, (gssize) original->length,
                                           G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  original->bytes[byte] ^= (char) (1 << bit);
  store = cs_store_open (copy, &error);
  if (store == NULL)
    {
      if (cs_error_exit_status (error) != 1)
        g_error ("byte %zu, bit %d: %s", byte, bit, error->message);
      return;
    }
  found = book_examine (store);
  g_object_unref (store);
  if (*found != '\0')
    return;
  sealed = sql_sealed (copy);
  if (!g_str_equal (sealed, original->sealed))
    g_error ("byte %zu, bit %d: something sealed is another and nobody noticed", byte, bit);
}

static gsize
draw_in (const Original *original, const GArray *pages)
{
  return (gsize) (g_array_index (pages, gint64, g_test_rand_int_range (0, (gint32) pages->len))
                  + g_test_rand_int_range (0, (gint32) original->page_size));
}

static void
test_header (Book *book, gconstpointer data)
{
  Original original = { 0 };

  original_init (&original, book);
  for (gsize byte = 0; byte < 100; byte += 2)
    assert_safe (book, &original, byte, g_test_rand_int_range (0, 8));
  for (int bit = 0; bit < 8; bit++)
    for (gsize byte = 60; byte < 64; byte++) /* the version of the schema */
      assert_safe (book, &original, byte, bit);
  original_clear (&original);
}

static void
test_schema (Book *book, gconstpointer data)
{
  Original original = { 0 };

  original_init (&original, book);
  for (guint i = 0; i < 60; i++)
    assert_safe (book, &original, draw_in (&original, original.schema), g_test_rand_int_range (0, 8));
  original_clear (&original);
}

static void
test_sealed (Book *book, gconstpointer data)
{
  Original original = { 0 };

  original_init (&original, book);
  for (guint i = 0; i < 120; i++)
    assert_safe (book, &original, draw_in (&original, original.pages), g_test_rand_int_range (0, 8));
  original_clear (&original);
}

static void
test_anywhere (Book *book, gconstpointer data)
{
  Original original = { 0 };

  original_init (&original, book);
  for (guint i = 0; i < 40; i++)
    assert_safe (book, &original, (gsize) g_test_rand_int_range (0, (gint32) original.length),
                 g_test_rand_int_range (0, 8));
  original_clear (&original);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, Book, NULL, book_set_up, test, book_tear_down)
  ADD ("/damage/header", test_header);
  ADD ("/damage/schema", test_schema);
  ADD ("/damage/sealed", test_sealed);
  ADD ("/damage/anywhere", test_anywhere);
  return g_test_run ();
}
