/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/error.h"
#include "book.h"
#include "member-id.h"
#include "service/council/recusals.h"
#include "service/dossiers/dossiers.h"
#include "service/dossiers/producers.h"
#include "service/results/results.h"

/* Producers are joined and separated by people alone, and what follows from it holds as long as it does. */

static char *
add (Book *book, const char *producer, const char *unit)
{
  g_autoptr (GError) error = NULL;
  CsNewDossier wanted = { .product = producer,
                          .producer = producer,
                          .producer_kind = "household",
                          .unit = unit,
                          .form = 1,
                          .kind = "first",
                          .round = "district-1" };
  char *code = cs_dossiers_add (book->store, &wanted, &error);

  g_assert_no_error (error);
  return code;
}

static char *
producer_of (Book *book, const char *code)
{
  g_autoptr (CsDossier) dossier = book_dossier (book->store, code);

  return g_strdup (dossier->producer.uuid);
}

static void
assert_refused (GError **error, CsError code)
{
  g_assert_error (*error, CS_ERROR, (int) code);
  g_clear_error (error);
}

static gboolean
is_recused (Book *book, const char *code)
{
  g_autoptr (CsDossier) dossier = book_dossier (book->store, code);
  g_autoptr (GPtrArray) recusals = cs_recusals_of (book->store, dossier, NULL);
  g_autoptr (CsResult) result =
      cs_results_of (book->store, (CsDossierKey){ dossier->id, dossier->evaluation }, NULL);
  gboolean told = FALSE;

  for (guint i = 0; i < result->members->len; i++)
    told |= ((CsMemberResult *) g_ptr_array_index (result->members, i))->state == CS_MEMBER_RECUSED;
  g_assert_cmpint (told, ==, recusals->len > 0);
  return told;
}

/* The view for other programs takes a recused member's sheet for none, as the rules do. */
static void
assert_counted (Book *book, const char *code, const char *wanted)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT coalesce (counted, 0) FROM product_results WHERE code = '%s'", code);
  g_autofree char *counted = NULL;

  book_close (book);
  counted = sql_rows (book->path, sql);
  g_assert_cmpstr (counted, ==, wanted);
  book_open (book);
}

/* The same name, to the letter, in the same commune and of the same kind is one producer; whatever differs is
 * another one until a person says otherwise. */
static void
test_letters (Book *book, gconstpointer data)
{
  static const struct
  {
    const char *name, *kind, *unit;
    gboolean same;
    guint near;
  } cases[] = {
    { "  Ho\xcc\x9b\xcc\xa3p tác xã   Mẫu ", "cooperative", "29236", TRUE, 0 }, /* NFD, other spaces */
    { "HỢP TÁC XÃ MẪU", "cooperative", "29236", FALSE, 1 },                     /* other case */
    { "Hợp tác xã Mâu", "cooperative", "29236", FALSE, 2 },                     /* another accent */
    { "HTX Mẫu", "cooperative", "29236", FALSE, 3 },                            /* in letters */
    { "Hợp tác xã Mẫu", "cooperative", "29239", FALSE, 4 },                     /* elsewhere */
    { "Hợp tác xã Mẫu", "group", "29236", FALSE, 5 },                           /* of another kind */
    { "Hợp tác xã Mẫu Mới", "cooperative", "29236", FALSE, 0 },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) first = book_dossier (book->store, book_code (1));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CsNewDossier dossier = { .product = "Khác", .form = 1, .kind = "first" };
      g_autoptr (CsDossier) added = NULL;
      g_autoptr (GPtrArray) near =
          cs_producers_near (book->store, cases[i].name, cases[i].unit, cases[i].kind, &error);
      g_autofree char *code = NULL;

      dossier.producer = cases[i].name;
      dossier.producer_kind = cases[i].kind;
      dossier.unit = cases[i].unit;
      code = cs_dossiers_add (book->store, &dossier, &error);
      g_assert_no_error (error);
      added = book_dossier (book->store, code);
      g_assert_cmpint (added->producer.id == first->producer.id, ==, cases[i].same);
      g_assert_cmpstr (added->producer.commune, ==, cases[i].unit);
      g_assert_cmpuint (near->len, ==, cases[i].near);
    }
}

static void
test_recusal (Book *book, gconstpointer data)
{
  g_autofree char *one = add (book, "Hộ Năm", "29236"), *other = add (book, "Hộ Năm", "29239");
  g_autofree char *one_id = producer_of (book, one), *other_id = producer_of (book, other);
  g_autoptr (CsDossier) dossier = book_dossier (book->store, one);
  g_autoptr (GError) error = NULL;
  CsNewRecusal recusal = {
    .dossier = dossier, .member = member_id (book->store, "m1"), .reason = "họ hàng", .whole_producer = TRUE
  };

  book_score (book->store, other, "m1", 0, TRUE);
  g_assert_true (cs_recusals_declare (book->store, &recusal, &error));
  g_assert_true (is_recused (book, one));
  g_assert_false (is_recused (book, other)); /* called alike, but nobody said that they are one */
  assert_counted (book, other, "1\n");
  g_assert_true (cs_producers_join (book->store, other_id, one_id, "cùng một hộ", &error));
  g_assert_true (is_recused (book, other));
  assert_counted (book, other, "0\n");
  g_assert_true (cs_producers_separate (book->store, other_id, "nhầm", &error));
  g_assert_false (is_recused (book, other));
  assert_counted (book, other, "1\n");
}

static void
test_refused (Book *book, gconstpointer data)
{
  g_autofree char *a = add (book, "A", "29236"), *b = add (book, "B", "29236"), *c = add (book, "C", "29236");
  g_autofree char *a_id = producer_of (book, a), *b_id = producer_of (book, b), *c_id = producer_of (book, c);
  CsStore *store = book->store;
  g_autoptr (GError) error = NULL;
  g_autoptr (CsProducer) joined = NULL, kept = NULL;

  g_assert_false (cs_producers_join (store, a_id, b_id, " ", &error));
  assert_refused (&error, CS_ERROR_INVALID);
  g_assert_false (cs_producers_join (store, a_id, a_id, "vì", &error));
  assert_refused (&error, CS_ERROR_INVALID);
  g_assert_false (cs_producers_join (store, a_id, "x", "vì", &error));
  assert_refused (&error, CS_ERROR_NOT_FOUND);
  g_assert_false (cs_producers_separate (store, a_id, "vì", &error));
  assert_refused (&error, CS_ERROR_CONFLICT);
  g_assert_true (cs_producers_join (store, a_id, b_id, "vì", &error));
  g_assert_false (cs_producers_join (store, a_id, c_id, "vì", &error)); /* joined already */
  assert_refused (&error, CS_ERROR_CONFLICT);
  g_assert_false (cs_producers_join (store, c_id, a_id, "vì", &error)); /* no chains */
  assert_refused (&error, CS_ERROR_CONFLICT);
  g_assert_false (cs_producers_join (store, b_id, c_id, "vì", &error));
  assert_refused (&error, CS_ERROR_CONFLICT);
  g_assert_true (cs_producers_join (store, c_id, b_id, "vì", &error));
  joined = cs_producers_get (store, c_id, &error);
  kept = cs_producers_get (store, b_id, &error);
  g_assert_cmpstr (joined->joined_to, ==, b_id);
  g_assert_true (kept->keeps_others);
}

/* Other programs cannot break what is kept. */
static void
test_guards (Book *book, gconstpointer data)
{
  static const char *const edits[] = {
    "DELETE FROM producer_join",
    "UPDATE producer_join SET reason = 'x'",
    "UPDATE producer_join SET separated_at = '2024', separate_reason = 'x', kept = producer",
    "INSERT OR REPLACE INTO producer_join (id, uuid, producer, kept, joined_at, joined_by, reason)"
    " SELECT id, uuid, producer, kept, joined_at, joined_by, 'x' FROM producer_join",
  };
  g_autofree char *a = add (book, "A", "29236"), *b = add (book, "B", "29236");
  g_autofree char *a_id = producer_of (book, a), *b_id = producer_of (book, b);
  g_autoptr (GError) error = NULL;

  g_assert_true (cs_producers_join (book->store, a_id, b_id, "vì", &error));
  book_close (book);
  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    g_assert_cmpint (sql_try (book->path, edits[i]), !=, 0);
  book_open (book);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/producers/letters", Book, NULL, book_set_up, test_letters, book_tear_down);
  g_test_add ("/producers/recusal", Book, NULL, book_set_up, test_recusal, book_tear_down);
  g_test_add ("/producers/refused", Book, NULL, book_set_up, test_refused, book_tear_down);
  g_test_add ("/producers/guards", Book, NULL, book_set_up, test_guards, book_tear_down);
  return g_test_run ();
}
