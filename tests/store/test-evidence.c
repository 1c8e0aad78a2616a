/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book.h"

#include "service/book/files.h"
#include "service/dossiers/evidence.h"

#include <glib/gstdio.h>
#include <string.h>

/* The evidence of a dossier and its files: kept once, refused when they are none, checked. */

static CsEvidence *
paper_of (const CsDossier *dossier, const char *kind)
{
  CsEvidence *paper = cs_evidence_new ();

  paper->dossier = dossier->id;
  paper->kind = g_strdup (kind);
  return paper;
}

static GFile *
make_file (Book *book, const char *name, const char *content)
{
  g_autofree char *path = book_file (book, name);

  g_assert_true (g_file_set_contents (path, content, -1, NULL));
  return g_file_new_for_path (path);
}

static guint
n_stored (Book *book)
{
  g_autofree char *folder = g_strconcat (book->path, ".files", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir))
    n++;
  return n;
}

static void
test_files_once (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) first = book_dossier (book->store, book_code (1)),
                        second = book_dossier (book->store, book_code (2));
  g_autoptr (CsEvidence) a = paper_of (first, "registration"), b = paper_of (second, "story"),
                         c = paper_of (first, "story");
  g_autoptr (GFile) file = make_file (book, "Giấy đăng ký.txt", "nội dung"),
                    same = make_file (book, "khác.txt", "nội dung");
  g_autoptr (GFile) other = make_file (book, "other.txt", "other"), stored = NULL;
  g_autoptr (GPtrArray) papers = NULL;
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "nội dung", -1), *bytes = NULL;

  g_assert_true (cs_evidence_put (book->store, a, file, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (a->file_sha256, ==, digest);
  g_assert_cmpstr (a->file_name, ==, "Giấy đăng ký.txt");
  g_assert_cmpint (a->size, ==, strlen ("nội dung"));
  g_assert_true (cs_evidence_put (book->store, b, same, &error));
  g_assert_cmpuint (n_stored (book), ==, 1);
  g_assert_true (cs_evidence_put (book->store, c, other, &error));
  g_assert_cmpuint (n_stored (book), ==, 2);
  stored = cs_evidence_locate (book->store, a);
  g_assert_true (g_file_load_contents (stored, NULL, &bytes, NULL, NULL, &error));
  g_assert_cmpstr (bytes, ==, "nội dung");
  /* taking a paper away leaves the file to those that hold it too */
  g_assert_true (cs_evidence_remove (book->store, a, &error));
  g_assert_true (cs_files_verify (book->path, digest));
  g_assert_false (cs_evidence_remove (book->store, a, &error));
  assert_error (error, CS_ERROR_CONFLICT);
  papers = cs_evidence_list (book->store, first->id, &error);
  g_assert_cmpuint (papers->len, ==, 1);
}

static void
test_paper_stale (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) dossier = book_dossier (book->store, book_code (1));
  g_autoptr (CsEvidence) paper = paper_of (dossier, "registration");
  g_autoptr (GPtrArray) papers = NULL;
  CsEvidence *there, *here;

  g_assert_true (cs_evidence_put (book->store, paper, NULL, &error));
  papers = cs_evidence_list (book->store, dossier->id, &error);
  here = g_ptr_array_index (papers, 0);
  g_ptr_array_extend_and_steal (papers, cs_evidence_list (book->store, dossier->id, &error));
  there = g_ptr_array_index (papers, 1);
  book_set (&here->number, "12/GCN");
  g_assert_true (cs_evidence_put (book->store, here, NULL, &error));
  book_set (&there->number, "13/GCN");
  g_assert_false (cs_evidence_put (book->store, there, NULL, &error));
  assert_error (error, CS_ERROR_CONFLICT);
}

/* A paper is of the past, and does not end before it begins. */
static void
test_days (Book *book, gconstpointer data)
{
  static const struct
  {
    const char *issued, *expires;
    gboolean good;
  } cases[] = {
    { "2024-05-31", "2027-05-31", TRUE },  { "2024-05-31", "2024-05-31", TRUE },
    { "2024-05-31", "2024-05-30", FALSE }, { NULL, "2020-01-01", TRUE },
    { NULL, "3020-01-01", FALSE },         { "2999-01-01", NULL, FALSE },
    { "1024-05-31", NULL, FALSE },         { "2024-02-30", NULL, FALSE },
    { NULL, "2024-02-30", FALSE },
  };
  g_autoptr (CsDossier) dossier = book_dossier (book->store, book_code (1));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CsEvidence) paper = paper_of (dossier, "registration");

      book_set (&paper->issued_on, cases[i].issued);
      book_set (&paper->expires_on, cases[i].expires);
      g_assert_cmpint (cs_evidence_put (book->store, paper, NULL, &error), ==, cases[i].good);
      if (cases[i].good)
        g_assert_no_error (error);
      else
        g_assert_error (error, CS_ERROR, CS_ERROR_INVALID);
    }
}

static void
test_file_refused (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) dossier = book_dossier (book->store, book_code (1));
  g_autoptr (CsEvidence) paper = paper_of (dossier, "registration");
  g_autofree char *missing_path = book_file (book, "missing.pdf");
  g_autoptr (GFile) missing = g_file_new_for_path (missing_path), folder = g_file_new_for_path (book->folder);

  g_assert_false (cs_evidence_put (book->store, paper, missing, &error));
  assert_error (error, CS_ERROR_NOT_FOUND);
  g_assert_false (cs_evidence_put (book->store, paper, folder, &error));
  assert_error (error, CS_ERROR_INVALID);
  g_assert_cmpint (paper->id, ==, 0);
  g_assert_cmpuint (n_stored (book), ==, 0);
  book_set (&paper->issued_on, "31/05/2024");
  g_assert_false (cs_evidence_put (book->store, paper, NULL, &error));
  assert_error (error, CS_ERROR_INVALID);
  book_set (&paper->issued_on, "2024-05-31");
  book_set (&paper->expires_on, "2024-02-30");
  g_assert_false (cs_evidence_put (book->store, paper, NULL, &error));
  assert_error (error, CS_ERROR_INVALID);
  book_set (&paper->expires_on, NULL);
  book_set (&paper->kind, "no-such-kind");
  g_assert_false (cs_evidence_put (book->store, paper, NULL, &error));
  assert_error (error, CS_ERROR_INVALID);
}

static void
test_files_checked (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) dossier = book_dossier (book->store, book_code (2));
  g_autoptr (CsEvidence) paper = paper_of (dossier, "registration");
  g_autoptr (GFile) file = make_file (book, "a.txt", "nội dung"), stored = NULL;
  g_autofree char *clean = NULL, *damaged = NULL, *missing = NULL, *path = NULL, *mended = NULL;

  g_assert_true (cs_evidence_put (book->store, paper, file, &error));
  clean = book_examine (book->store);
  g_assert_cmpstr (clean, ==, "");
  stored = cs_evidence_locate (book->store, paper);
  path = g_file_get_path (stored);
  g_assert_true (g_file_set_contents (path, "nội dunG", -1, NULL));
  damaged = book_examine (book->store);
  g_assert_nonnull (strstr (damaged, book_code (2)));
  g_assert_nonnull (strstr (damaged, "a.txt"));
  g_assert_cmpint (g_unlink (path), ==, 0);
  missing = book_examine (book->store);
  g_assert_nonnull (strstr (missing, "a.txt"));
  /* handing the same file in again mends it */
  g_assert_true (cs_evidence_put (book->store, paper, file, &error));
  mended = book_examine (book->store);
  g_assert_cmpstr (mended, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, Book, NULL, book_set_up, test, book_tear_down)
  ADD ("/papers/files-once", test_files_once);
  ADD ("/papers/stale", test_paper_stale);
  ADD ("/papers/days", test_days);
  ADD ("/papers/refused", test_file_refused);
  ADD ("/papers/checked", test_files_checked);
  return g_test_run ();
}
