/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book.h"
#include "result-for.h"
#include "council-id.h"

#include "service/council/councils.h"
#include "service/dossiers/dossier-list.h"
#include "service/scoring/closing.h"
#include "service/scoring/reopening.h"
#include "service/scoring/submission.h"
#include "service/scoring/taking-back.h"

/* Two councils in one book, of two levels, whose members have the same short keys: each sits for its own
 * evaluations alone, and nobody of one reads, fills or hands in a sheet of the other's. */

typedef struct
{
  Book book;
  CsDossier *below;    /* in the district's round */
  CsDossier *above;    /* in the province's */
  CsCouncil *district; /* both have m1 to m5 */
  CsCouncil *province;
} Levels;

static void
add_council (CsStore *store, const char *council)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 1; i <= 5; i++)
    {
      g_autofree char *key = g_strdup_printf ("m%u", i);
      g_autofree char *name = g_strdup_printf ("Người %u của %s", i, council);
      CsNewMember member = { .council = council,
                             .key = key,
                             .name = name,
                             .role = i == 1   ? CS_ROLE_CHAIR
                                     : i == 2 ? CS_ROLE_VICE
                                              : CS_ROLE_MEMBER,
                             .organisation = "" };

      cs_councils_add_member (store, &member, &error);
      g_assert_no_error (error);
    }
}

static CsDossier *
add_product (CsStore *store, const char *name, const char *unit, const char *round)
{
  g_autoptr (GError) error = NULL;
  CsNewDossier wanted = { .product = name,
                          .producer = "Hợp tác xã mẫu",
                          .producer_kind = "cooperative",
                          .unit = unit,
                          .form = 1,
                          .kind = "first",
                          .round = round };
  g_autofree char *code = cs_dossiers_add (store, &wanted, &error);

  g_assert_no_error (error);
  return book_dossier (store, code);
}

static void
set_up (Levels *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  CsStore *store;

  book_set_up_empty (&f->book, NULL);
  store = f->book.store = book_create_for (f->book.path, "84", &error);
  g_assert_no_error (error);
  add_council (store, "district-842");
  add_council (store, "province-84");
  f->below = add_product (store, "Dừa sáp (mẫu)", "29236", "district-1");
  f->above = add_product (store, "Mật hoa dừa (mẫu)", "29236", "province-1");
  f->district = cs_store_find_council (store, "district-842", &error);
  f->province = cs_store_find_council (store, "province-84", &error);
  g_assert_no_error (error);
}

static void
tear_down (Levels *f, gconstpointer data)
{
  cs_dossier_free (f->below);
  cs_dossier_free (f->above);
  cs_council_unref (f->district);
  cs_council_unref (f->province);
  book_tear_down (&f->book, NULL);
}

static const char *
uuid_of (const CsCouncil *council, const char *key)
{
  return cs_council_member (council, key)->uuid;
}

/* The same key means another person: a UUID of the other council is nobody here. */
static void
test_strangers (Levels *f, gconstpointer data)
{
  CsStore *store = f->book.store;
  const char *stranger = uuid_of (f->district, "m1");
  g_autoptr (GError) error = NULL;
  g_autoptr (CsSheet) own = cs_sheets_get (store, f->above, uuid_of (f->province, "m1"), &error);
  int choices[100] = { 0 };
  CsTypedSheet typed = { .member = stranger, .choices = choices, .typed_by = "A", .checked_by = "B" };
  g_autofree char *before = book_examine (store), *after = NULL;

  g_assert_no_error (error);
  g_assert_null (cs_sheets_get (store, f->above, stranger, &error));
  assert_error (error, CS_ERROR_NOT_FOUND);
  g_assert_false (cs_sheets_submit (store, f->above, stranger, NULL, &error));
  assert_error (error, CS_ERROR_NOT_FOUND);
  g_assert_false (cs_sheets_return (store, f->above, stranger, NULL, "x", &error));
  assert_error (error, CS_ERROR_NOT_FOUND);
  g_assert_false (cs_sheets_return (store, f->above, uuid_of (f->province, "m3"), stranger, "x", &error));
  assert_error (error, CS_ERROR_FORBIDDEN); /* the district's chair is none here */
  g_assert_false (cs_sheets_enter (store, f->above, &typed, &error));
  assert_error (error, CS_ERROR_NOT_FOUND);
  /* and with the sheet of one council in hand nothing is written for the other */
  g_free (own->member_uuid);
  own->member_uuid = g_strdup (stranger);
  g_assert_false (cs_sheets_choose (store, f->above, own, 0, 1, &error));
  assert_error (error, CS_ERROR_NOT_FOUND);
  after = book_examine (store);
  g_assert_cmpstr (after, ==, before);
}

/* m1 of each scores for the own council, and both choices are kept apart. */
static void
test_apart (Levels *f, gconstpointer data)
{
  CsStore *store = f->book.store;
  g_autoptr (GError) error = NULL;
  const CsCouncil *councils[] = { f->district, f->province };
  const CsDossier *dossiers[] = { f->below, f->above };

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (CsSheet) sheet = cs_sheets_get (store, dossiers[i], uuid_of (councils[i], "m1"), &error);

      g_assert_no_error (error);
      g_assert_true (cs_sheets_choose (store, dossiers[i], sheet, 0, (int) i + 1, &error));
      g_assert_no_error (error);
    }
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (CsSheet) sheet = cs_sheets_get (store, dossiers[i], uuid_of (councils[i], "m1"), &error);
      g_autoptr (GPtrArray) all = cs_sheets_list (store, dossiers[i], &error);

      g_assert_no_error (error);
      g_assert_cmpint (sheet->choices[0], ==, (int) i + 1);
      g_assert_cmpstr (sheet->member_uuid, ==, uuid_of (councils[i], "m1"));
      g_assert_cmpuint (all->len, ==, 1);
    }
}

/* Lists are by council: the province's unit holds the district's products too, its council does not sit for
 * them. */
static void
test_lists (Levels *f, gconstpointer data)
{
  static const struct
  {
    const char *council;
    const char *unit;
    guint n;
  } cases[] = {
    { NULL, NULL, 2 },           { NULL, "84", 2 },           { "province-84", NULL, 1 },
    { "district-842", NULL, 1 }, { "province-84", "842", 1 }, { "district-843", NULL, 0 },
  };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CsDossierFilter filter = { .council = cases[i].council != NULL
                                                ? council_id (f->book.store, cases[i].council)
                                                : NULL,
                                 .unit = cases[i].unit };
      g_autoptr (GArray) keys = cs_dossiers_list (f->book.store, &filter, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (keys->len, ==, cases[i].n);
      if (cases[i].council != NULL && keys->len == 1)
        g_assert_cmpint (g_array_index (keys, CsDossierKey, 0).evaluation, ==,
                         g_str_has_prefix (cases[i].council, "p") ? f->above->evaluation
                                                                  : f->below->evaluation);
    }
}

/* A closing counts the members of the own council; an absence is told of one of them. */
static void
test_closing (Levels *f, gconstpointer data)
{
  CsStore *store = f->book.store;
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) absences = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (CsResult) result = NULL;

  for (guint i = 1; i <= 4; i++)
    {
      g_autofree char *key = g_strdup_printf ("m%u", i);

      book_score (store, f->above->code, key, 100, TRUE);
    }
  g_hash_table_insert (absences, (gpointer) uuid_of (f->district, "m5"), (gpointer) "của hội đồng kia");
  g_hash_table_insert (absences, (gpointer) uuid_of (f->province, "m5"), (gpointer) "ốm");
  g_assert_true (cs_evaluation_close (store, f->above, &(CsCloseOptions){ .absences = absences }, &error));
  g_assert_no_error (error);
  result = result_for (store, book_dossier (store, f->above->code), &error);
  g_assert_cmpuint (result->members->len, ==, 5);
  for (guint i = 0; i < 5; i++)
    {
      const CsMemberResult *row = g_ptr_array_index (result->members, i);

      g_assert_nonnull (cs_council_member_by_uuid (f->province, row->uuid));
      g_assert_true (g_str_has_suffix (row->name, "province-84"));
      g_assert_cmpstr (row->reason, ==, i == 4 ? "ốm" : "");
    }
}

/* A book that somebody damaged: another council never takes the place of the one that is missing. */
static void
test_missing (Levels *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  book_close (&f->book);
  sql_run (f->book.path, "PRAGMA foreign_keys = OFF; UPDATE evaluation SET council = 999 WHERE round ="
                         " 'province-1'");
  g_assert_null (cs_store_open (f->book.path, &error));
  g_assert_error (error, CS_ERROR, CS_ERROR_CORRUPT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, run) g_test_add ("/two-councils/" name, Levels, NULL, set_up, run, tear_down)
  ADD ("strangers", test_strangers);
  ADD ("apart", test_apart);
  ADD ("lists", test_lists);
  ADD ("closing", test_closing);
  ADD ("missing", test_missing);
  return g_test_run ();
}
