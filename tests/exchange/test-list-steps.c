/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book.h"
#include "member-id.h"

#include "base/error.h"
#include "exchange/lists.h"
#include "service/council/councils.h"

/* A list that takes long may be given up at every step: then nothing of it is kept and nothing is told. While
 * it is taken, nobody else changes the book. */

#define PRODUCTS "code,product,producer,producer_kind,unit,form,kind,round\n"

static const struct
{
  CsListKind kind;
  const char *text;
} lists[] = {
  { CS_LIST_PRODUCTS, PRODUCTS ",Mới (mẫu),Ai,farm,29236,1,first,district-2\n"
                               "M-1,Khác (mẫu),Ai,farm,29236,1,first,district-2\n" },
  { CS_LIST_MEMBERS,
    "council,member,name,role,organisation\ndistrict-842,m9,Tên,member,\nprovince-84,x,Tên,chair,\n" },
  { CS_LIST_ANSWERS, "product,member,criterion,option\n84-842-29236-1-2024,m1,1.1,1\n"
                     "84-842-29236-1-2024,m1,1.2,1\n" },
  { CS_LIST_RECOGNITIONS, "product,producer,unit,stars,decision,date\nKẹo (mẫu),Ai,842,4,12/QĐ,2022\n"
                          "Mứt (mẫu),Ai,842,3,12/QĐ,2022\n" },
};

typedef struct
{
  Book *book;
  guint steps;
  guint most; /* steps until somebody gives up */
  guint told; /* "changed" */
} Watch;

static void
changed_cb (CsStore *store, const CsChangeSet *changes, Watch *watch)
{
  watch->told++;
}

static gboolean
step_cb (guint done, guint total, gpointer data)
{
  Watch *watch = data;
  g_autoptr (GError) error = NULL;
  CsStore *store = watch->book->store;

  g_assert_cmpuint (done, <=, total);
  /* also while rows are only looked at: what was found in order must be so when it is written */
  g_assert_false (cs_councils_remove_member (store, member_id (store, "m5"), "QĐ 12 (mẫu)", &error));
  g_assert_error (error, CS_ERROR, CS_ERROR_CONFLICT);
  return ++watch->steps < watch->most;
}

static gboolean
import (Watch *watch, guint list, GError **error)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *path = book_file (watch->book, "list.csv");
  g_autoptr (CsCsvTable) table = NULL;
  guint rows = 0;
  gboolean good;

  g_assert_true (g_file_set_contents (path, lists[list].text, -1, NULL));
  table = cs_csv_table_read (path, error);
  g_assert_nonnull (table);
  cs_store_set_step (watch->book->store, step_cb, watch);
  good = cs_list_import (watch->book->store, lists[list].kind, table, FALSE, problems, notes, &rows, error);
  cs_store_set_step (watch->book->store, NULL, NULL);
  return good;
}

static void
test_given_up (Book *book, gconstpointer data)
{
  for (guint list = 0; list < G_N_ELEMENTS (lists); list++)
    {
      g_autofree char *before = book_examine (book->store), *head = cs_store_log_head (book->store, NULL);
      guint most = 1;

      for (gboolean good = FALSE; !good; most++)
        {
          Watch watch = { book, .most = most };
          g_autoptr (GError) error = NULL;
          g_autofree char *now = NULL, *found = NULL;
          gulong handler = g_signal_connect (book->store, "changed", G_CALLBACK (changed_cb), &watch);

          good = import (&watch, list, &error);
          g_signal_handler_disconnect (book->store, handler);
          now = cs_store_log_head (book->store, NULL);
          found = book_examine (book->store);
          g_assert_cmpstr (found, ==, before);
          g_assert_cmpuint (watch.told, ==, good);
          g_assert_cmpint (good, ==, !g_str_equal (now, head));
          if (!good)
            g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
        }
      g_assert_cmpuint (most, >, 3); /* rows and what they changed */
    }
}

/* Who prepares for what was changed lets everybody know afterwards, together. */
static void
test_frozen (Book *book, gconstpointer data)
{
  Watch watch = { book, .most = G_MAXUINT };

  g_signal_connect (book->store, "changed", G_CALLBACK (changed_cb), &watch);
  cs_store_freeze_changes (book->store);
  cs_store_thaw_changes (book->store);
  g_assert_cmpuint (watch.told, ==, 0);
  cs_store_freeze_changes (book->store);
  for (guint list = 0; list < G_N_ELEMENTS (lists); list++)
    g_assert_true (import (&watch, list, NULL));
  g_assert_cmpuint (watch.told, ==, 0);
  cs_store_thaw_changes (book->store);
  g_assert_cmpuint (watch.told, ==, 1);
  g_signal_handlers_disconnect_by_data (book->store, &watch);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/list-steps/given-up", Book, NULL, book_set_up, test_given_up, book_tear_down);
  g_test_add ("/list-steps/frozen", Book, NULL, book_set_up, test_frozen, book_tear_down);
  return g_test_run ();
}
