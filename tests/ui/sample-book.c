/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample-book.h"
#include "remove-tree.h"
#include "service/book/worker.h"

#include "exchange/library.h"
#include "service/book/store-create.h"
#include "service/council/councils.h"
#include "service/scoring/answer-import.h"
#include "service/scoring/bulk.h"
#include "service/dossiers/dossiers.h"
#include "service/scoring/closing.h"
#include "service/scoring/sheets.h"
#include "service/scoring/submission.h"

#include <glib/gstdio.h>

CsStore *
sample_book_new (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsRegulation) regulation = cs_library_regulation ("qd-148-2023", &error);
  g_autoptr (CsUnitSet) units = cs_library_units ("tra-vinh-2023", &error);
  g_autoptr (CsPlan) plan = cs_library_plan ("tra-vinh-2024", &error);
  CsNewBook wanted = { .regulation = regulation, .units = units, .unit = "84", .plan = plan };
  g_autofree char *folder = g_dir_make_tmp ("chamsao-XXXXXX", &error);
  g_autofree char *path = NULL;
  CsStore *store;

  g_assert_no_error (error);
  path = g_build_filename (folder, "so.chamsao", NULL);
  store = cs_store_create (path, &wanted, &error);
  g_assert_no_error (error);
  return store;
}

void
sample_book_free (CsStore *store)
{
  g_autofree char *folder = g_path_get_dirname (cs_store_get_path (store));

  /* the copy that a window has begun is given up when the loop turns, what the worker has of it is its own */
  while (g_main_context_iteration (NULL, FALSE))
    ;
  cs_worker_stop ();
  g_assert_finalize_object (store);
  remove_tree (folder);
}

void
sample_book_add_council (CsStore *store, const char *council, guint n)
{
  static const char *const names[] = { "Nguyễn Thị Ngọc Ánh", "Trần Văn Bảy",  "Thạch Sô Phia",
                                       "Kim Thị Sa Rết",      "Lê Hoàng Dũng", "Phạm Thị Mỹ Xuyên",
                                       "Đỗ Minh Quân" };
  g_autoptr (GArray) members = g_array_new (FALSE, TRUE, sizeof (CsNewMember));
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i <= n; i++)
    {
      CsNewMember member = { .council = council, .organisation = "Phòng Nông nghiệp (mẫu)" };
      char *key = i < n ? g_strdup_printf ("m%u", i + 1) : g_strdup ("tk");
      char *name = g_strdup_printf ("%s (mẫu)", names[i % G_N_ELEMENTS (names)]);

      g_ptr_array_add (texts, key);
      g_ptr_array_add (texts, name);
      member.key = key;
      member.name = name;
      member.role = i == n   ? CS_ROLE_SECRETARY
                    : i == 0 ? CS_ROLE_CHAIR
                    : i == 1 ? CS_ROLE_VICE
                             : CS_ROLE_MEMBER;
      g_array_append_val (members, member);
    }
  cs_councils_add_members (store, members, &error);
  g_assert_no_error (error);
}

char *
sample_book_add_dossier (CsStore *store, const char *unit, int form, const char *round)
{
  static const char *const products[] = { "Bánh tét ba màu", "Dừa sáp sấy giòn",   "Mắm bò hóc",
                                          "Gạo hữu cơ",      "Mật hoa dừa cô đặc", "Tôm khô",
                                          "Trà mãng cầu",    "Rượu nếp than" };
  static const char *const producers[] = { "Hợp tác xã Nông nghiệp Bình Minh", "Hộ kinh doanh Ngọc Ánh",
                                           "Công ty TNHH Hương Quê" };
  static const char *const kinds[] = { "cooperative", "household", "company" };
  static guint serial;
  g_autofree char *product =
      g_strdup_printf ("%s (mẫu %u)", products[serial % G_N_ELEMENTS (products)], serial + 1);
  g_autofree char *producer = g_strdup_printf ("%s (mẫu)", producers[serial % G_N_ELEMENTS (producers)]);
  CsNewDossier dossier = { .product = product,
                           .producer = producer,
                           .producer_kind = kinds[serial % G_N_ELEMENTS (kinds)],
                           .address = "Phường 1 (mẫu)",
                           .unit = unit,
                           .form = form,
                           .kind = "first",
                           .round = round };
  g_autoptr (GError) error = NULL;
  char *code = cs_dossiers_add (store, &dossier, &error);

  serial++;
  g_assert_no_error (error);
  return code;
}

/* Of @criterion the option whose points come nearest to @points, none-applies where there is no better. */
static int
nearest_option (const CsCriterion *criterion, int points)
{
  int best = CS_CHOICE_OPEN;

  for (int i = 0; i <= (int) criterion->options->len; i++)
    if (cs_criterion_accepts (criterion, i)
        && (best == CS_CHOICE_OPEN
            || ABS (cs_criterion_points (criterion, i) - points)
                   < ABS (cs_criterion_points (criterion, best) - points)))
      best = i;
  return best;
}

void
sample_book_score (CsStore *store, const char *code, const char *member, int total)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) dossier = cs_dossiers_by_code (store, code, NULL, &error);
  g_autoptr (GArray) rows = g_array_new (FALSE, TRUE, sizeof (CsAnswerRow));
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autofree guint *lines = NULL;
  const CsForm *form;
  int max = 0, given = 0;

  g_assert_no_error (error);
  form = cs_regulation_form (cs_store_get_regulation (store, dossier->regulation, NULL), dossier->form);
  for (guint i = 0; i < cs_form_n_questions (form); i++)
    {
      const CsCriterion *criterion = cs_form_question (form, i);
      CsAnswerRow row = { .product = code, .member = member, .criterion = criterion->no, .points = -1 };

      max += criterion->max;
      /* what would have been given by now, less what was */
      row.option = nearest_option (criterion, total * max / 100 - given);
      given += cs_criterion_points (criterion, row.option);
      g_array_append_val (rows, row);
    }
  lines = g_new0 (guint, rows->len);
  cs_answers_import (store, rows, lines, "mẫu", problems, &error);
  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", (char *) g_ptr_array_index (problems, i));
  g_assert_no_error (error);
}

void
sample_book_submit (CsStore *store, const char *code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) dossier = cs_dossiers_by_code (store, code, NULL, &error);

  g_assert_no_error (error);
  cs_sheets_submit (store, dossier, NULL, NULL, &error);
  g_assert_no_error (error);
}

void
sample_book_close (CsStore *store, const char *code, const char *reason)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) dossier = cs_dossiers_by_code (store, code, NULL, &error);

  g_assert_no_error (error);
  cs_evaluation_close (store, dossier, &(CsCloseOptions){ .reason = reason }, &error);
  g_assert_no_error (error);
}

/* The lowest answers that hold the minima up to @stars, then better ones until the band is reached. */
static void
aim_at (const CsForm *form, int stars, int *choices)
{
  static const int borders[] = { 0, 0, 0, 50, 70, 90 };
  int total = 0;

  for (guint q = 0; q < cs_form_n_questions (form); q++)
    {
      const CsCriterion *criterion = cs_form_question (form, q);
      int needed = 0;

      for (int star = CS_STAR_MIN; star <= stars; star++)
        needed = MAX (needed, cs_criterion_needed (criterion, star));
      choices[q] = nearest_option (criterion, needed);
      total += cs_criterion_points (criterion, choices[q]);
    }
  for (guint q = 0; total < borders[stars]; q = (q + 1) % cs_form_n_questions (form))
    if (choices[q] < (int) cs_form_question (form, q)->options->len)
      {
        total -= cs_criterion_points (cs_form_question (form, q), choices[q]);
        total += cs_criterion_points (cs_form_question (form, q), ++choices[q]);
      }
}

void
sample_book_close_with_stars (CsStore *store, const char *code, guint n, int stars)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) dossier = cs_dossiers_by_code (store, code, NULL, &error);
  const CsForm *form =
      cs_regulation_form (cs_store_get_regulation (store, dossier->regulation, NULL), dossier->form);
  g_autofree int *choices = g_new (int, cs_form_n_questions (form));
  g_autoptr (CsBulk) bulk = cs_bulk_begin (store, "mẫu", NULL, &error);

  aim_at (form, stars, choices);
  for (guint i = 1; i <= n; i++)
    {
      g_autofree char *member = g_strdup_printf ("m%u", i);

      cs_bulk_add_sheet (bulk, dossier, member, 1, choices, TRUE, &error);
      g_assert_no_error (error);
    }
  cs_bulk_close (bulk, dossier, NULL, &error);
  g_assert_no_error (error);
  cs_bulk_commit (g_steal_pointer (&bulk), "mẫu", &error);
  g_assert_no_error (error);
}
