/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book.h"

#include "service/book/snapshot.h"
#include "service/dossiers/dossiers.h"

#include <glib/gstdio.h>

/* A private copy that is made a little at a time: the book as it was when the last page was copied. */

typedef struct
{
  CsStore *copy; /* (nullable) */
  GError *error; /* (nullable) */
  gboolean ended;
} Wait;

static void
ended_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Wait *wait = data;

  wait->copy = cs_store_snapshot_finish (result, &wait->error);
  wait->ended = TRUE;
}

static guint
n_snapshots (void)
{
  g_autoptr (GDir) folder = g_dir_open (g_get_tmp_dir (), 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (folder)) != NULL)
    n += g_str_has_suffix (name, ".snapshot");
  return n;
}

static void
test_changed_meanwhile (Book *book, gconstpointer data)
{
  Wait wait = { NULL };
  g_autoptr (CsDossier) renamed = NULL, dossier = NULL;
  g_autofree char *here = NULL, *there = NULL;
  g_autoptr (GError) error = NULL;

  cs_store_snapshot_async (book->store, NULL, ended_cb, &wait);
  dossier = book_dossier (book->store, book_code (1));
  book_set (&dossier->product, "Tên mới (mẫu)");
  g_assert_true (cs_dossiers_update (book->store, dossier, &error));
  g_assert_no_error (error);
  while (!wait.ended)
    g_main_context_iteration (NULL, TRUE);
  g_assert_no_error (wait.error);
  renamed = cs_dossiers_by_code (wait.copy, book_code (1), NULL, &error);
  g_assert_cmpstr (renamed->product, ==, "Tên mới (mẫu)");
  here = cs_store_log_head (book->store, NULL);
  there = cs_store_log_head (wait.copy, NULL);
  g_assert_cmpstr (here, ==, there);
  g_assert_false (cs_dossiers_delete (wait.copy, renamed->id, &error));
  g_assert_error (error, CS_ERROR, CS_ERROR_READ_ONLY);
  g_assert_cmpuint (n_snapshots (), ==, 1);
  g_object_unref (wait.copy);
  g_assert_cmpuint (n_snapshots (), ==, 0);
}

static void
test_cancelled (Book *book, gconstpointer data)
{
  Wait wait = { NULL };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  cs_store_snapshot_async (book->store, cancellable, ended_cb, &wait);
  g_cancellable_cancel (cancellable);
  while (!wait.ended)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (wait.copy);
  g_assert_error (wait.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&wait.error);
  g_assert_cmpuint (n_snapshots (), ==, 0);
}

int
main (int argc, char **argv)
{
  /* GLib asks for the folder once, so it is told before anything else: the copies of this test alone are
   * counted */
  char folder[] = "/tmp/chamsao-snapshot-XXXXXX";
  int status;

  g_assert_nonnull (g_mkdtemp (folder));
  g_setenv ("TMPDIR", folder, TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/snapshot/changed-meanwhile", Book, NULL, book_set_up, test_changed_meanwhile, book_tear_down);
  g_test_add ("/snapshot/cancelled", Book, NULL, book_set_up, test_cancelled, book_tear_down);
  status = g_test_run ();
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  return status;
}
