/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book.h"
#include "council-id.h"
#include "fault.h"
#include "member-id.h"

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
  return g_test_run ();
}
