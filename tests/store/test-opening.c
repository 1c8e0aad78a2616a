/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book.h"
#include "db/schema.h"
#include "service/book/store-opening.h"
#include "service/results/overview.h"

#include <stdio.h>

/* A book in two steps: it is read while its file is still looked through. */

/* A check that another thread has begun and that goes on until it is let go. */
typedef struct
{
  CsOpening *opening; /* (owned) */
  GThread *thread;
  GMutex lock;
  GCond changed;
  gboolean begun, let_go;
} Held;

static void
hold_cb (guint done, guint total, gpointer data)
{
  Held *held = data;

  g_mutex_lock (&held->lock);
  held->begun = TRUE;
  g_cond_broadcast (&held->changed);
  while (!held->let_go)
    g_cond_wait (&held->changed, &held->lock);
  g_mutex_unlock (&held->lock);
}

static gpointer
check_cb (gpointer data)
{
  Held *held = data;

  return GINT_TO_POINTER (cs_opening_run (held->opening, hold_cb, held, NULL, NULL));
}

static void
hold (Held *held, CsStore *store)
{
  held->opening = cs_store_get_opening (store);
  g_assert_nonnull (held->opening);
  g_mutex_init (&held->lock);
  g_cond_init (&held->changed);
  held->thread = g_thread_new ("check", check_cb, held);
  g_mutex_lock (&held->lock);
  while (!held->begun)
    g_cond_wait (&held->changed, &held->lock);
  g_mutex_unlock (&held->lock);
}

static gboolean
let_go (Held *held)
{
  gboolean good;

  g_mutex_lock (&held->lock);
  held->let_go = TRUE;
  g_cond_broadcast (&held->changed);
  g_mutex_unlock (&held->lock);
  good = GPOINTER_TO_INT (g_thread_join (held->thread));
  cs_opening_unref (held->opening);
  g_mutex_clear (&held->lock);
  g_cond_clear (&held->changed);
  return good;
}

static void
reopen (Book *book)
{
  g_autoptr (GError) error = NULL;

  book_close (book);
  book->store = cs_store_open_early (book->path, &error);
  g_assert_no_error (error);
}

static void
add_one (Book *book)
{
  g_free (book_add_product (book->store, "Thêm một", 1, "district-1"));
}

/* --- */

static void
test_reads_first (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) dossier = NULL;
  Held held = { 0 };

  reopen (book);
  hold (&held, book->store);
  dossier = book_dossier (book->store, book_code (1));
  g_assert_nonnull (dossier);
  g_assert_cmpint (cs_results_overview (book->store, 0, NULL, &error)->totals.registered, ==, 3);
  /* nobody else writes meanwhile, and nobody else opens it */
  g_assert_null (cs_store_open (book->path, &error));
  assert_error (error, CS_ERROR_BUSY);
  g_assert_null (cs_store_open_early (book->path, &error));
  assert_error (error, CS_ERROR_BUSY);
  g_assert_true (let_go (&held));
  add_one (book); /* settles it */
  g_assert_null (cs_store_get_opening (book->store));
  g_assert_true (cs_store_settle (book->store, &error));
  g_assert_no_error (error);
  book_assert_clean (book);
}

/* What nobody began the first command does. */
static void
test_command_checks (Book *book, gconstpointer data)
{
  reopen (book);
  add_one (book);
  g_assert_null (cs_store_get_opening (book->store));
  book_close (book);
  book_open (book);
  book_assert_clean (book);
}

static void
test_damaged (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL, *after = NULL;
  gsize length_before, length_after;
  CsNewDossier wanted = { .product = "Thêm một",
                          .producer = "Hợp tác xã Mẫu",
                          .producer_kind = "cooperative",
                          .unit = "29236",
                          .form = 1,
                          .kind = "first",
                          .round = "district-1" };
  FILE *file;

  book_close (book);
  file = fopen (book->path, "a");
  g_assert_nonnull (file);
  fputs ("what was cut off another file", file);
  fclose (file);
  g_assert_true (g_file_get_contents (book->path, &before, &length_before, NULL));
  book->store = cs_store_open_early (book->path, &error);
  g_assert_no_error (error);
  g_assert_null (cs_dossiers_add (book->store, &wanted, &error));
  assert_error (error, CS_ERROR_CORRUPT);
  g_assert_false (cs_store_settle (book->store, &error));
  assert_error (error, CS_ERROR_CORRUPT);
  g_clear_object (&book->store);
  g_assert_true (g_file_get_contents (book->path, &after, &length_after, NULL));
  g_assert_cmpmem (before, length_before, after, length_after);
}

static void
test_stopped (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (CsOpening) opening = NULL;

  reopen (book);
  opening = cs_store_get_opening (book->store);
  g_cancellable_cancel (cancellable);
  g_assert_false (cs_opening_run (opening, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_false (cs_store_settle (book->store, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  /* left and opened again it is as it was */
  reopen (book);
  add_one (book);
  book_assert_clean (book);
}

static void
test_older (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  book_unpack ("book-v1.chamsao.gz", book->path);
  book->store = cs_store_open_early (book->path, &error);
  g_assert_no_error (error);
  g_assert_cmpint (cs_store_get_version (book->store), ==, cs_db_current_version ());
  g_assert_true (cs_store_settle (book->store, &error));
  g_assert_no_error (error);
  book_assert_clean (book);
}

static void
test_none (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (cs_store_open_early (book->path, &error));
  assert_error (error, CS_ERROR_NOT_FOUND);
  g_assert_true (g_file_set_contents (book->path, "no book", -1, NULL));
  g_assert_null (cs_store_open_early (book->path, &error));
  assert_error (error, CS_ERROR_CORRUPT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test, set_up) g_test_add (path, Book, NULL, set_up, test, book_tear_down)
  ADD ("/opening/reads-first", test_reads_first, book_set_up);
  ADD ("/opening/command-checks", test_command_checks, book_set_up);
  ADD ("/opening/damaged", test_damaged, book_set_up);
  ADD ("/opening/stopped", test_stopped, book_set_up);
  ADD ("/opening/older", test_older, book_set_up_empty);
  ADD ("/opening/none", test_none, book_set_up_empty);
  return g_test_run ();
}
