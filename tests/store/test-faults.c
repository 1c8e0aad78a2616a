/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book.h"
#include "council-id.h"
#include "fault.h"
#include "member-id.h"

#include "service/book/check.h"
#include "service/papers/office.h"
#include "service/scoring/closing.h"
#include "service/scoring/submission.h"
#include "service/sessions/sessions.h"

#include <glib/gstdio.h>

/* The disk fails at the n-th write of a command, for every n: the command is refused in words, the book is as
 * it was before or holds it whole, it opens again, and what was refused can be done then. */

#define MANY 200 /* no command here writes so often */

typedef gboolean (*Act) (CsStore *store, GError **error);

static gboolean
choose (CsStore *store, GError **error)
{
  g_autoptr (CsDossier) dossier = book_dossier (store, book_code (1));
  g_autoptr (CsSheet) sheet = cs_sheets_get (store, dossier, member_id (store, "m1"), error);

  return sheet != NULL && cs_sheets_choose (store, dossier, sheet, 0, 1, error);
}

static gboolean
submit (CsStore *store, GError **error)
{
  g_autoptr (CsDossier) dossier = book_dossier (store, book_code (2));

  return cs_sheets_submit (store, dossier, NULL, NULL, error);
}

static gboolean
close_product (CsStore *store, GError **error)
{
  g_autoptr (CsDossier) dossier = book_dossier (store, book_code (3));

  return cs_evaluation_close (store, dossier, &(CsCloseOptions){ .reason = "Đã thảo luận" }, error);
}

static gboolean
plan_session (CsStore *store, GError **error)
{
  CsNewSession wanted = { .council = council_id (store, "district-842"), .round = "district-1" };
  g_autoptr (CsSession) session = cs_sessions_add (store, &wanted, error);

  return session != NULL;
}

static gboolean
delete_dossier (CsStore *store, GError **error)
{
  g_autoptr (CsDossier) dossier = book_dossier (store, book_code (1));

  return cs_dossiers_delete (store, dossier->id, error);
}

static gboolean
give_number (CsStore *store, GError **error)
{
  g_autofree char *number = cs_office_give_number (store, council_id (store, "district-842"), "letter",
                                                   "about", "TB", "2024-05-31", error);

  return number != NULL;
}

static const struct
{
  const char *name;
  Act act;
} acts[] = {
  { "choose", choose },        { "submit", submit },         { "close", close_product },
  { "session", plan_session }, { "delete", delete_dossier }, { "number", give_number },
};

/* A copy of the book, so that every attempt begins with the same one. */
typedef struct
{
  char *bytes;
  gsize length;
  char *dump;
} Before;

static void
keep (Book *book, Before *before)
{
  for (guint i = 1; i <= 5; i++)
    {
      g_autofree char *member = g_strdup_printf ("m%u", i);

      book_score (book->store, book_code (2), member, 0, FALSE);
      book_score (book->store, book_code (3), member, 50, TRUE);
    }
  book_close (book);
  g_assert_true (g_file_get_contents (book->path, &before->bytes, &before->length, NULL));
  before->dump = sql_dump (book->path);
}

static void
put_back (Book *book, const Before *before)
{
  g_autofree char *journal = g_strconcat (book->path, "-journal", NULL);

  g_unlink (journal);
  g_assert_true (g_file_set_contents (book->path, before->bytes, (gssize) before->length, NULL));
}

/* Returns: whether the fault was met; FALSE when the command needs fewer writes. */
static gboolean
attempt (Book *book, const Before *before, Act act, Fault fault, guint n)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *dump = NULL;
  gboolean done, hit, changed;

  put_back (book, before);
  book_open (book);
  fault_arm (fault, n);
  done = act (book->store, &error);
  hit = fault_was_hit ();
  fault_arm (fault, 0);
  g_assert_true (done == (error == NULL));
  if (!hit)
    g_assert_no_error (error);
  else if (!done)
    g_assert_true (error->domain == CS_ERROR && *error->message != '\0');
  book_close (book);
  /* as it was, or whole */
  dump = sql_dump (book->path);
  changed = !g_str_equal (dump, before->dump);
  if (changed != done && !g_error_matches (error, CS_ERROR, CS_ERROR_UNCERTAIN))
    g_error ("write %u: %s, but the book is %s", n, done ? "done" : error->message,
             changed ? "changed" : "as before");
  book_open (book);
  book_assert_clean (book);
  g_clear_error (&error);
  if (!changed)
    g_assert_true (act (book->store, &error));
  g_assert_no_error (error);
  book_close (book);
  return hit;
}

static void
test_nth_write (Book *book, gconstpointer data)
{
  guint which = GPOINTER_TO_UINT (data);
  g_auto (GStrv) owned = g_new0 (char *, 3);
  Before before = { NULL };
  guint n = 0;

  keep (book, &before);
  owned[0] = before.bytes;
  owned[1] = before.dump;
  while (attempt (book, &before, acts[which].act, FAULT_IO, n + 1))
    g_assert_cmpuint (++n, <, MANY);
  g_test_message ("%s: %u writes", acts[which].name, n);
  g_assert_cmpuint (n, >, 5); /* it did write */
  for (Fault fault = FAULT_FULL; fault < N_FAULTS; fault++)
    {
      const guint places[] = { 1, n / 2, n - 2, n - 1, n };

      for (guint i = 0; i < G_N_ELEMENTS (places); i++)
        g_assert_true (attempt (book, &before, acts[which].act, fault, places[i]));
    }
  book_open (book);
}

/* --- reading --- */

/* Opens the book and reads what there is. */
static void
read_all (const char *path, GError **error)
{
  g_autoptr (CsStore) store = cs_store_open (path, error);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free), results = NULL;

  if (store == NULL)
    return;
  results = cs_results_list (store, NULL, NULL, NULL, error);
  if (results != NULL && cs_store_check (store, problems, error))
    cs_store_audit (store, problems, error);
  for (guint i = 0; i < problems->len; i++)
    g_error ("a book that is in order has a finding: %s", (char *) g_ptr_array_index (problems, i));
}

/* What cannot be read is not called damaged: who restores a backup then loses work. */
static void
assert_truthful (const GError *error, const char *what, guint n)
{
  if (error == NULL)
    return;
  if (error->domain != CS_ERROR || error->code == CS_ERROR_CORRUPT || cs_error_exit_status (error) != 3)
    g_error ("%s %u: %s", what, n, error->message);
}

static void
test_nth_read (Book *book, gconstpointer data)
{
  Fault fault = (Fault) GPOINTER_TO_INT (data);
  g_autofree char *dump = NULL, *after = NULL;
  guint n = 0, failed = 0;

  book_score (book->store, book_code (1), "m1", 0, TRUE);
  book_close_product (book->store, book_code (2), 5, 50);
  book_close (book);
  dump = sql_dump (book->path);
  for (gboolean hit = TRUE; hit;)
    {
      g_autoptr (GError) error = NULL;

      fault_arm (fault, ++n);
      read_all (book->path, &error);
      hit = fault_was_hit ();
      fault_arm (fault, 0);
      assert_truthful (error, "read", n);
      failed += error != NULL;
    }
  g_test_message ("%u reads, %u refused", n, failed);
  g_assert_cmpuint (n, >, 20);
  g_assert_cmpuint (failed, >, 5);
  after = sql_dump (book->path);
  g_assert_cmpstr (after, ==, dump);
  book_open (book);
}

/* The same when there is no memory for the book. */
static void
test_no_memory (Book *book, gconstpointer data)
{
  guint failed = 0;
  gboolean read = FALSE;

  book_close_product (book->store, book_code (2), 5, 50);
  book_close (book);
  for (gint64 limit = 20 * 1024; !read; limit += 10 * 1024)
    {
      g_autoptr (GError) error = NULL;

      fault_limit_memory (limit);
      read_all (book->path, &error);
      fault_limit_memory (0);
      assert_truthful (error, "kilobytes", (guint) (limit / 1024));
      failed += error != NULL;
      read = error == NULL;
    }
  g_assert_cmpuint (failed, >, 5);
  book_open (book);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fault_install ();
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    {
      g_autofree char *path = g_strdup_printf ("/faults/nth-write/%s", acts[i].name);

      g_test_add (path, Book, GUINT_TO_POINTER (i), book_set_up, test_nth_write, book_tear_down);
    }
  g_test_add ("/faults/nth-read", Book, GINT_TO_POINTER (FAULT_READ), book_set_up, test_nth_read,
              book_tear_down);
  g_test_add ("/faults/one-read", Book, GINT_TO_POINTER (FAULT_READ_ONCE), book_set_up, test_nth_read,
              book_tear_down);
  g_test_add ("/faults/no-memory", Book, NULL, book_set_up, test_no_memory, book_tear_down);
  return g_test_run ();
}
