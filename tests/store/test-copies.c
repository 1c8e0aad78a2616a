/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/date.h"
#include "book.h"
#include "remove-tree.h"
#include "service/book/store-copies.h"
#include "service/book/files.h"
#include "service/council/councils.h"
#include "service/sessions/sessions.h"
#include "sessions.h"

#include <glib/gstdio.h>
#include <string.h>

/* The copies that the program makes of a book by itself. */

static char *
folder_of (Book *book)
{
  return g_strconcat (book->path, ".copies", NULL);
}

/* The council of the book came with a list. */
static void
set_up (Book *book, gconstpointer data)
{
  g_autofree char *folder = NULL;

  book_set_up (book, data);
  folder = folder_of (book);
  remove_tree (folder);
}

static GPtrArray *
copies_of (Book *book)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *copies = cs_copies_list (book->path, &error);

  g_assert_no_error (error);
  return copies;
}

static void
make (Book *book, CsBookCopyReason reason)
{
  g_autoptr (GError) error = NULL;

  cs_copies_make (book->store, reason, &error);
  g_assert_no_error (error);
}

/* One of each state, with what it holds; a copy is a book. */
static void
test_made (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) copies = NULL;
  g_autoptr (CsStore) again = NULL;
  const CsBookCopy *copy;

  book_close_product (book->store, book_code (1), 5, 30);
  make (book, CS_BOOK_COPY_OPENING);
  make (book, CS_BOOK_COPY_SESSION); /* nothing has changed */
  copies = copies_of (book);
  g_assert_cmpuint (copies->len, ==, 1);
  copy = g_ptr_array_index (copies, 0);
  g_assert_cmpint (copy->reason, ==, CS_BOOK_COPY_OPENING);
  g_assert_cmpint (copy->dossiers, ==, 3);
  g_assert_cmpint (copy->sheets, ==, 5);
  g_assert_cmpint (copy->closed, ==, 1);
  g_assert_cmpint (copy->size, >, 10000);
  again = cs_store_open (copy->path, &error);
  g_assert_no_error (error);
  book_assert_clean (book);
}

/* Before a session is closed, and never in what is only tried or only read. */
static void
test_session (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) copies = NULL;
  g_autoptr (CsSession) session = NULL;
  CsSessionChange closing = { .close = TRUE };

  session = sessions_plan_and_open (book);
  cs_store_set_dry_run (book->store, TRUE);
  make (book, CS_BOOK_COPY_IMPORT);
  cs_store_set_dry_run (book->store, FALSE);
  g_assert_true (cs_sessions_change (book->store, session, &closing, &error));
  g_assert_no_error (error);
  copies = copies_of (book);
  g_assert_cmpuint (copies->len, ==, 1);
  g_assert_cmpint (((CsBookCopy *) g_ptr_array_index (copies, 0))->reason, ==, CS_BOOK_COPY_SESSION);
}

static void
failed_cb (CsStore *store, const char *problem, char **told)
{
  g_free (*told);
  *told = g_strdup (problem);
}

/* Where no copy can be made the work goes on, and says so. */
static void
test_failure (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsSession) session = sessions_plan_and_open (book);
  g_autofree char *folder = folder_of (book), *told = NULL;
  CsSessionChange closing = { .close = TRUE };

  g_assert_true (g_file_set_contents (folder, "no folder", -1, NULL));
  g_signal_connect (book->store, "copy-failed", G_CALLBACK (failed_cb), &told);
  g_assert_true (cs_sessions_change (book->store, session, &closing, &error));
  g_assert_no_error (error);
  g_assert_nonnull (strstr (told, ".copies"));
  g_assert_cmpstr (cs_store_get_copy_problem (book->store), ==, told);
}

/* --- which are kept --- */

static char *
name_of (const char *moment, guint no)
{
  g_auto (GStrv) parts = g_strsplit (moment, ":", -1);
  g_autofree char *joined = g_strjoinv ("", parts);

  return g_strdup_printf ("%s-import-%012x.chamsao", joined, no);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) b, *(char *const *) a);
}

/* Slow and plain: is there a reason to keep names[at], the newest first? */
static gboolean
is_wanted (const GPtrArray *names, guint at, char **days)
{
  g_autoptr (GHashTable) later = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean last_of_month = TRUE;

  for (guint i = 0; i < at; i++)
    {
      g_hash_table_add (later, days[i]);
      last_of_month = last_of_month && strncmp (days[i], days[at], 7) != 0;
    }
  return at < 10 || last_of_month
         || (!g_hash_table_contains (later, days[at]) && g_hash_table_size (later) < 30);
}

static void
test_kept (Book *book, gconstpointer data)
{
  g_autofree char *folder = folder_of (book), *foreign = g_build_filename (folder, "Ghi chú.chamsao", NULL);

  for (guint round = 0; round < 20; round++)
    {
      g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free), copies = NULL;
      g_autoptr (GPtrArray) days = g_ptr_array_new_with_free_func (g_free);
      g_autofree char *made = NULL;
      guint n = (guint) g_test_rand_int_range (1, 120);
      int span = g_test_rand_int_range (1, 200); /* days */

      g_mkdir (folder, 0700);
      g_assert_true (g_file_set_contents (foreign, "not ours", -1, NULL));
      for (guint i = 0; i < n; i++)
        {
          gint64 at = 1700000000 + (gint64) g_test_rand_int_range (0, span * 24) * 3600;
          g_autoptr (GDateTime) when = g_date_time_new_from_unix_utc (at);
          g_autofree char *moment = g_date_time_format (when, "%Y-%m-%dT%H:%M:%SZ");
          g_autofree char *path = NULL;

          g_ptr_array_add (names, name_of (moment, i));
          path = g_build_filename (folder, g_ptr_array_index (names, i), NULL);
          g_assert_true (g_file_set_contents (path, "", 0, NULL));
        }
      book_add_product (book->store, "Mới", 1, NULL);
      make (book, CS_BOOK_COPY_OPENING);
      copies = copies_of (book);
      made = g_path_get_basename (((CsBookCopy *) g_ptr_array_index (copies, 0))->path);
      g_ptr_array_add (names, g_strdup (made)); /* of now, the newest */
      g_ptr_array_sort (names, compare_names);
      for (guint i = 0; i < names->len; i++)
        {
          g_autofree char *moment = g_strdup_printf ("%.13s:%.2s:%.3s", (char *) g_ptr_array_index (names, i),
                                                     (char *) g_ptr_array_index (names, i) + 13,
                                                     (char *) g_ptr_array_index (names, i) + 15);

          g_ptr_array_add (days, cs_date_of_moment (moment));
        }
      for (guint i = 0; i < names->len; i++)
        {
          g_autofree char *path = g_build_filename (folder, g_ptr_array_index (names, i), NULL);

          g_assert_cmpint (g_file_test (path, G_FILE_TEST_EXISTS), ==,
                           is_wanted (names, i, (char **) days->pdata));
          g_remove (path);
        }
      g_assert_true (g_file_test (foreign, G_FILE_TEST_EXISTS));
      g_remove (foreign);
    }
}

/* What is no book is listed as what cannot be read; other files are none of ours. */
static void
test_strange (Book *book, gconstpointer data)
{
  static const char *const names[] = { "2026-12-01T150207Z-import-0f3a91c2b7d4.chamsao",
                                       "2026-12-01T150207Z-other-0f3a91c2b7d4.chamsao",
                                       "2026-13-01T150207Z-import-0f3a91c2b7d4.chamsao",
                                       "2026-12-01T150207Z-0f3a91c2b7d4.chamsao",
                                       "-.chamsao",
                                       "ảnh.chamsao" };
  g_autofree char *folder = folder_of (book);
  g_autoptr (GPtrArray) copies = NULL;
  const CsBookCopy *copy;

  g_mkdir (folder, 0700);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);

      g_assert_true (g_file_set_contents (path, "x", 1, NULL));
    }
  copies = copies_of (book);
  g_assert_cmpuint (copies->len, ==, 1);
  copy = g_ptr_array_index (copies, 0);
  g_assert_cmpstr (copy->made_at, ==, "2026-12-01T15:02:07Z");
  g_assert_cmpint (copy->dossiers, ==, -1);
}

/* A book that was moved without the files of its papers gets them from where they are, when they are they. */
static void
test_files (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) digests = g_ptr_array_new_with_free_func (g_free), missing = NULL;
  g_autofree char *other = g_build_filename (book->folder, "cũ.chamsao", NULL);
  g_autofree char *source = g_build_filename (book->folder, "giấy.txt", NULL);
  g_autofree char *old_files = g_strconcat (other, ".files", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (book->folder), file = g_file_new_for_path (source);
  guint found = 0;

  for (guint i = 0; i < 3; i++)
    {
      CsEvidence paper = { 0 };
      g_autofree char *text = g_strdup_printf ("giấy %u (mẫu)", i);

      g_assert_true (g_file_set_contents (source, text, -1, NULL));
      cs_files_store (other, file, &paper, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      g_ptr_array_add (digests, paper.file_sha256);
      g_free (paper.file_name);
      g_free (paper.media_type);
    }
  /* one of them is another one by now */
  {
    g_autofree char *changed = g_build_filename (old_files, g_ptr_array_index (digests, 2), NULL);

    g_assert_true (g_file_set_contents (changed, "khác", -1, NULL));
  }
  missing = cs_files_missing (book->path, digests);
  g_assert_cmpuint (missing->len, ==, 3);
  cs_files_adopt (book->path, folder, digests, NULL, NULL, NULL, &found, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found, ==, 2);
  g_ptr_array_unref (missing);
  missing = cs_files_missing (book->path, digests);
  g_assert_cmpuint (missing->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (missing, 0), ==, g_ptr_array_index (digests, 2));
  g_assert_true (cs_files_verify (book->path, g_ptr_array_index (digests, 0)));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, Book, NULL, set_up, test, book_tear_down)
  ADD ("/copies/made", test_made);
  ADD ("/copies/session", test_session);
  ADD ("/copies/failure", test_failure);
  ADD ("/copies/kept", test_kept);
  ADD ("/copies/strange", test_strange);
  ADD ("/copies/files", test_files);
  return g_test_run ();
}
