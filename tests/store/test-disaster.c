/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "member-id.h"
#include "book.h"
#include "exchange/export.h"
#include "service/scoring/closing.h"
#include "service/scoring/submission.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

/* The disk is full at any size, or the program is killed at any write: afterwards the book opens, is whole,
 * and holds everything that was acknowledged and nothing that was refused. Each attempt is a real process. */

/* --- a full disk --- */

typedef gboolean (*Work) (CsStore *store, GError **error);

static gboolean
work_choose (CsStore *store, GError **error)
{
  g_autoptr (CsDossier) dossier = cs_dossiers_by_code (store, book_code (1), NULL, error);
  g_autoptr (CsSheet) sheet =
      dossier != NULL ? cs_sheets_get (store, dossier, member_id (store, "m1"), error) : NULL;

  return sheet != NULL && cs_sheets_choose (store, dossier, sheet, 3, 1, error);
}

static gboolean
work_submit (CsStore *store, GError **error)
{
  g_autoptr (CsDossier) dossier = cs_dossiers_by_code (store, book_code (2), NULL, error);

  return dossier != NULL && cs_sheets_submit (store, dossier, NULL, NULL, error);
}

static gboolean
work_close (CsStore *store, GError **error)
{
  g_autoptr (CsDossier) dossier = cs_dossiers_by_code (store, book_code (3), NULL, error);

  return dossier != NULL && cs_evaluation_close (store, dossier, &(CsCloseOptions){ .reason = "vì" }, error);
}

/* Grows the file by much. */
static gboolean
work_add_many (CsStore *store, GError **error)
{
  g_autoptr (GArray) many = g_array_new (FALSE, TRUE, sizeof (CsNewDossier));

  for (guint i = 0; i < 300; i++)
    {
      CsNewDossier wanted = { .product = "Một sản phẩm với tên khá dài để chỗ trên đĩa mau hết",
                              .producer = "Hợp tác xã Mẫu",
                              .producer_kind = "cooperative",
                              .unit = "29239",
                              .form = 1,
                              .kind = "first",
                              .round = "district-1" };

      g_array_append_val (many, wanted);
    }
  return cs_dossiers_add_many (store, many, NULL, error);
}

static gboolean
work_backup (CsStore *store, GError **error)
{
  g_autofree char *path = g_strconcat (cs_store_get_path (store), ".copy", NULL);

  return cs_store_backup (store, path, error);
}

static gboolean
work_export (CsStore *store, GError **error)
{
  g_autofree char *path = g_strconcat (cs_store_get_path (store), ".xml", NULL);

  return cs_export_xml (store, path, NULL, NULL, NULL, NULL, error);
}

static void
limit_files (rlim_t bytes)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = bytes;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

enum
{
  DONE = 10,
  REFUSED, /* with CS_ERROR_NO_SPACE */
  WRONG,
};

/* In the child: tries with so little room; when it was refused, tries again with all the room there is. */
static int
try_with_room (const char *path, Work work, rlim_t bytes, gboolean again)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsStore) store = cs_store_open (path, &error);
  gboolean done;

  if (store == NULL)
    return WRONG;
  limit_files (bytes);
  done = work (store, &error);
  limit_files (RLIM_INFINITY);
  if (done)
    return DONE;
  if (!g_error_matches (error, CS_ERROR, CS_ERROR_NO_SPACE))
    {
      fprintf (stderr, "# with room for %lu bytes: %s\n", (unsigned long) bytes, error->message);
      return WRONG;
    }
  g_clear_error (&error);
  if (again && !work (store, &error))
    {
      fprintf (stderr, "# the second time: %s\n", error->message);
      return WRONG;
    }
  return REFUSED;
}

static int
status_of (pid_t child)
{
  int status;

  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  return WIFEXITED (status) ? WEXITSTATUS (status) : 128 + WTERMSIG (status);
}

static void
restore (const Book *book, const char *bytes, gsize length)
{
  g_autofree char *journal = g_strconcat (book->path, "-journal", NULL);

  g_unlink (journal);
  g_assert_true (
      g_file_set_contents_full (book->path, bytes, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
}

static void
assert_whole (Book *book)
{
  g_autofree char *found = NULL;

  book_open (book);
  found = book_examine (book->store);
  g_assert_cmpstr (found, ==, "");
  book_close (book);
}

typedef struct
{
  const char *name;
  Work work;
  gboolean makes_file; /* beside the book, which it leaves as it is */
} Job;

static const Job jobs[] = {
  { "choose", work_choose, FALSE },     { "submit", work_submit, FALSE }, { "close", work_close, FALSE },
  { "add-many", work_add_many, FALSE }, { "backup", work_backup, TRUE },  { "export", work_export, TRUE },
};

static void
prepare (Book *book)
{
  book_score (book->store, book_code (1), "m2", 0, FALSE);
  book_score (book->store, book_code (2), "m1", 0, FALSE);
  for (guint i = 1; i <= 5; i++)
    {
      g_autofree char *member = g_strdup_printf ("m%u", i);

      book_score (book->store, book_code (3), member, 0, TRUE);
    }
  book_close (book);
}

static void
test_full_disk (Book *book, gconstpointer data)
{
  const Job *job = data;
  g_autofree char *bytes = NULL, *before = NULL;
  gsize length;
  guint refused = 0, done = 0;
  g_autoptr (GArray) rooms = g_array_new (FALSE, FALSE, sizeof (rlim_t));

  prepare (book);
  before = sql_dump (book->path);
  g_assert_true (g_file_get_contents (book->path, &bytes, &length, NULL));
  for (rlim_t room = 0; room < 3 * length; room += room < 8192     ? 1500
                                                   : room < length ? length / 7
                                                                   : length / 4)
    g_array_append_val (rooms, room);
  for (guint i = 0; i < rooms->len; i++)
    {
      rlim_t room = g_array_index (rooms, rlim_t, i);
      gboolean again = i % 2 == 1;
      pid_t child;
      int status;

      restore (book, bytes, length);
      child = fork ();
      if (child == 0)
        _exit (try_with_room (book->path, job->work, room, again));
      status = status_of (child);
      g_test_message ("%s with room for %lu: %d", job->name, (unsigned long) room, status);
      g_assert_true (status == DONE || status == REFUSED);
      assert_whole (book);
      if (job->makes_file || (status == REFUSED && !again))
        {
          g_autofree char *after = sql_dump (book->path);

          g_assert_cmpstr (after, ==, before);
        }
      else
        {
          g_autofree char *after = sql_dump (book->path);

          g_assert_cmpstr (after, !=, before);
        }
      /* the file is there whole or not at all, and nothing half lies beside it */
      g_assert_cmpuint (book_n_files (book), ==, job->makes_file && (status == DONE || again) ? 2 : 1);
      if (book_n_files (book) == 2)
        {
          g_autofree char *copy = g_strconcat (book->path, ".copy", NULL),
                          *xml = g_strconcat (book->path, ".xml", NULL);

          g_unlink (copy);
          g_unlink (xml);
        }
      refused += status == REFUSED;
      done += status == DONE;
    }
  g_assert_cmpuint (refused, >, 2);
  g_assert_cmpuint (done, >, 0);
}

static void
test_full_disk_at_creation (Book *book, gconstpointer data)
{
  guint refused = 0;

  for (rlim_t room = 0; room < 2000000; room += room < 8192 ? 2048 : 90000)
    {
      pid_t child = fork ();
      int status;

      if (child == 0)
        {
          g_autoptr (GError) error = NULL;

          limit_files (room);
          if (book_create (book->path, &error) != NULL)
            _exit (DONE);
          _exit (g_error_matches (error, CS_ERROR, CS_ERROR_NO_SPACE) ? REFUSED : WRONG);
        }
      status = status_of (child);
      g_test_message ("room for %lu: %d", (unsigned long) room, status);
      if (status == DONE)
        {
          assert_whole (book);
          g_assert_cmpint (g_unlink (book->path), ==, 0);
        }
      else
        g_assert_cmpint (status, ==, REFUSED);
      refused += status == REFUSED;
      g_assert_cmpuint (book_n_files (book), ==, 0);
    }
  g_assert_cmpuint (refused, >, 3);
}

/* --- killed at any write --- */

static int calls_left;
static gboolean half;

static void
die_when_due (void)
{
  if (--calls_left == 0)
    kill (getpid (), SIGKILL);
}

static ssize_t
write_or_die (int fd, const void *bytes, size_t n, off_t offset)
{
  ssize_t written;

  if (half && calls_left == 1)
    {
      written = pwrite (fd, bytes, n / 2, offset);
      die_when_due ();
      return written;
    }
  die_when_due ();
  return pwrite (fd, bytes, n, offset);
}

static int
truncate_or_die (int fd, off_t length)
{
  die_when_due ();
  return ftruncate (fd, length);
}

static int
unlink_or_die (const char *path)
{
  die_when_due ();
  return unlink (path);
}

/* In the child: scores and hands in; every answer that the store acknowledged goes into @out. */
static int
score_until_killed (const char *path, int n_calls, int out)
{
  sqlite3_vfs *vfs = sqlite3_vfs_find (NULL);
  g_autoptr (CsStore) store = cs_store_open (path, NULL);
  g_autoptr (CsDossier) dossier =
      store != NULL ? cs_dossiers_by_code (store, book_code (1), NULL, NULL) : NULL;
  g_autoptr (CsSheet) sheet =
      dossier != NULL ? cs_sheets_get (store, dossier, member_id (store, "m1"), NULL) : NULL;

  if (sheet == NULL)
    return WRONG;
  calls_left = n_calls;
  if (vfs->xSetSystemCall (vfs, "pwrite64", (sqlite3_syscall_ptr) write_or_die) != SQLITE_OK
      || vfs->xSetSystemCall (vfs, "ftruncate", (sqlite3_syscall_ptr) truncate_or_die) != SQLITE_OK
      || vfs->xSetSystemCall (vfs, "unlink", (sqlite3_syscall_ptr) unlink_or_die) != SQLITE_OK)
    return WRONG;
  for (guint q = 0; q < 4; q++)
    {
      char done = (char) ('0' + q);

      if (!cs_sheets_choose (store, dossier, sheet, q, 1, NULL) || write (out, &done, 1) != 1)
        return WRONG;
    }
  if (!cs_sheets_note (store, dossier, sheet, 0, "ghi chú", NULL) || write (out, "n", 1) != 1)
    return WRONG;
  return DONE;
}

static void
assert_acknowledged (Book *book, const char *told, gsize n)
{
  g_autofree char *answers =
      sql_rows (book->path, "SELECT c.no FROM answer a JOIN criterion c ON c.id = a.criterion ORDER BY c.id");
  g_autofree char *notes = sql_rows (book->path, "SELECT note FROM answer_note");
  g_autofree char *lines =
      sql_rows (book->path, "SELECT verb FROM audit WHERE verb LIKE 'sheet-%' ORDER BY seq");
  g_auto (GStrv) stored = g_strsplit (answers, "\n", -1), logged = g_strsplit (lines, "\n", -1);
  guint n_answers = MAX (g_strv_length (stored), 1) - 1, n_logged = MAX (g_strv_length (logged), 1) - 1;
  guint n_notes = *notes != '\0';

  /* what was told is there; at most one more, whose answer never came back */
  g_assert_cmpuint (n_answers + n_notes, >=, n);
  g_assert_cmpuint (n_answers + n_notes, <=, n + 1);
  g_assert_cmpuint (n_logged, ==, n_answers + n_notes);
  for (gsize i = 0; i < MIN (n, 4); i++)
    g_assert_cmpint (told[i], ==, '0' + (int) i);
}

static void
test_killed (Book *book, gconstpointer data)
{
  g_autofree char *bytes = NULL;
  gsize length;
  int runs = 0, status;

  half = GPOINTER_TO_INT (data);
  book_close (book);
  g_assert_true (g_file_get_contents (book->path, &bytes, &length, NULL));
  do
    {
      int channel[2];
      char told[16];
      gsize n = 0;
      ssize_t got;
      pid_t child;

      restore (book, bytes, length);
      g_assert_cmpint (pipe (channel), ==, 0);
      child = fork ();
      if (child == 0)
        _exit (score_until_killed (book->path, 1 + runs * (half ? 3 : 1), channel[1]));
      runs++;
      close (channel[1]);
      while (n < sizeof told && (got = read (channel[0], told + n, sizeof told - n)) > 0)
        n += (gsize) got;
      close (channel[0]);
      status = status_of (child);
      g_assert_true (status == DONE || status == 128 + SIGKILL);
      assert_whole (book);
      assert_acknowledged (book, told, n);
    }
  while (status != DONE);
  g_test_message ("killed at %d writes", runs - 1);
  g_assert_cmpint (runs, >, 20);
}

/* --- a stick that lies --- */

static ssize_t
write_rubbish (int fd, const void *bytes, size_t n, off_t offset)
{
  g_autofree char *rubbish = g_malloc (n);

  /* the first pages are well, so that it looks like a book */
  memset (rubbish, 0xa5, n);
  return pwrite (fd, offset > 100000 && offset < 200000 ? rubbish : bytes, n, offset);
}

static int
back_up_onto_rubbish (const char *path)
{
  sqlite3_vfs *vfs = sqlite3_vfs_find (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (CsStore) store = cs_store_open (path, &error);

  if (store == NULL
      || vfs->xSetSystemCall (vfs, "pwrite64", (sqlite3_syscall_ptr) write_rubbish) != SQLITE_OK)
    return WRONG;
  if (work_backup (store, &error))
    return DONE;
  return g_error_matches (error, CS_ERROR, CS_ERROR_CORRUPT) ? REFUSED : WRONG;
}

static void
test_lying_stick (Book *book, gconstpointer data)
{
  pid_t child;

  book_close (book);
  child = fork ();
  if (child == 0)
    _exit (back_up_onto_rubbish (book->path));
  g_assert_cmpint (status_of (child), ==, REFUSED);
  g_assert_cmpuint (book_n_files (book), ==, 1);
  assert_whole (book);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  signal (SIGXFSZ, SIG_IGN); /* as both programs do at their start */
  for (guint i = 0; i < G_N_ELEMENTS (jobs); i++)
    {
      g_autofree char *path = g_strdup_printf ("/full-disk/%s", jobs[i].name);

      g_test_add (path, Book, &jobs[i], book_set_up, test_full_disk, book_tear_down);
    }
  g_test_add ("/full-disk/new-book", Book, NULL, book_set_up_empty, test_full_disk_at_creation,
              book_tear_down);
  g_test_add ("/backup/lying-stick", Book, NULL, book_set_up, test_lying_stick, book_tear_down);
  g_test_add ("/killed/at-any-write", Book, GINT_TO_POINTER (FALSE), book_set_up, test_killed,
              book_tear_down);
  g_test_add ("/killed/in-the-middle", Book, GINT_TO_POINTER (TRUE), book_set_up, test_killed,
              book_tear_down);
  return g_test_run ();
}
