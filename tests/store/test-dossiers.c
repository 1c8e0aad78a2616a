/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book.h"

#include "base/text.h"
#include "db/query.h"
#include "exchange/sample.h"
#include "service/book/store-private.h"
#include "service/dossiers/dossier-list.h"
#include "service/dossiers/rehearsal.h"
#include "service/results/overview.h"
#include "service/scoring/grounds.h"
#include "service/dossiers/producers.h"

#include <string.h>

/* Dossiers: adding, editing by two hands, moving, deleting and listing. */

static CsNewDossier
wanted (const char *code, const char *product)
{
  return (CsNewDossier){ .code = code,
                         .product = product,
                         .producer = "Hợp tác xã Mẫu",
                         .producer_kind = "cooperative",
                         .unit = "29236",
                         .form = 1,
                         .kind = "first",
                         .round = "district-1" };
}

static guint
n_found (Book *book, const char *words)
{
  g_autoptr (GError) error = NULL;
  CsDossierFilter filter = { .words = words };
  g_autoptr (GArray) keys = cs_dossiers_list (book->store, &filter, &error);

  g_assert_no_error (error);
  return keys->len;
}

static void
update (Book *book, const CsDossier *dossier)
{
  g_autoptr (GError) error = NULL;

  cs_dossiers_update (book->store, dossier, &error);
  g_assert_no_error (error);
}

/* --- adding --- */

static void
test_fields (Book *book, gconstpointer data)
{
  static const struct
  {
    const char *field;
    gsize offset;
    const char *value;
  } cases[] = {
    { "product", G_STRUCT_OFFSET (CsNewDossier, product), "  " },
    { "product", G_STRUCT_OFFSET (CsNewDossier, product), NULL },
    { "producer", G_STRUCT_OFFSET (CsNewDossier, producer), "\xc2\xa0" },
    { "producer_kind", G_STRUCT_OFFSET (CsNewDossier, producer_kind), "shop" },
    { "unit", G_STRUCT_OFFSET (CsNewDossier, unit), "99999" },
    { "unit", G_STRUCT_OFFSET (CsNewDossier, unit), NULL },
    { "unit", G_STRUCT_OFFSET (CsNewDossier, unit), "84" },    /* above the book's own */
    { "unit", G_STRUCT_OFFSET (CsNewDossier, unit), "29269" }, /* another district's */
    { "kind", G_STRUCT_OFFSET (CsNewDossier, kind), "again" },
    { "round", G_STRUCT_OFFSET (CsNewDossier, round), "district-9" },
    { "code", G_STRUCT_OFFSET (CsNewDossier, code), "84-842-29236-1-2024" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CsNewDossier dossier = wanted (NULL, "Mới");
      const char *field = NULL;
      g_autoptr (GError) error = NULL;

      G_STRUCT_MEMBER (const char *, &dossier, cases[i].offset) = cases[i].value;
      g_assert_false (cs_new_dossier_check (book->store, &dossier, &field, &error));
      g_assert_cmpstr (field, ==, cases[i].field);
      g_assert_cmpint (cs_error_exit_status (error), ==, 1);
      g_clear_error (&error);
      g_assert_null (cs_dossiers_add (book->store, &dossier, &error));
      g_assert_nonnull (error);
    }
}

static void
test_too_long (Book *book, gconstpointer data)
{
  g_autofree char *name = g_strnfill (CS_NAME_MAX + 1, 'a'), *text = g_strnfill (CS_TEXT_MAX + 1, 'b');
  g_autofree char *letters = NULL;
  CsNewDossier dossier = wanted (NULL, name);
  const char *field = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) many = g_string_new (NULL);

  g_assert_false (cs_new_dossier_check (book->store, &dossier, &field, &error));
  g_assert_cmpstr (field, ==, "product");
  assert_error (error, CS_ERROR_INVALID);
  dossier = wanted (NULL, "Mới");
  dossier.producer = name;
  g_assert_false (cs_new_dossier_check (book->store, &dossier, &field, &error));
  g_assert_cmpstr (field, ==, "producer");
  assert_error (error, CS_ERROR_INVALID);
  dossier = wanted (NULL, "Mới");
  dossier.address = text;
  g_assert_false (cs_new_dossier_check (book->store, &dossier, &field, &error));
  g_assert_cmpstr (field, ==, "address");
  assert_error (error, CS_ERROR_INVALID);
  dossier = wanted ("84-842-29236-1-2024-and-so-on-and-so-on-until-nobody-can-read-it-any-more", "Mới");
  g_assert_false (cs_new_dossier_check (book->store, &dossier, &field, &error));
  g_assert_cmpstr (field, ==, "code");
  assert_error (error, CS_ERROR_INVALID);
  /* letters count, not bytes */
  for (int i = 0; i < CS_NAME_MAX; i++)
    g_string_append (many, "ệ");
  dossier = wanted (NULL, many->str);
  letters = cs_dossiers_add (book->store, &dossier, &error);
  g_assert_no_error (error);
}

static void
test_codes (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) many = g_array_new (FALSE, TRUE, sizeof (CsNewDossier));
  CsNewDossier own = wanted ("84-842-29236-17-2024", "Có mã"), mixed[3];
  g_autofree char *code = cs_dossiers_add (book->store, &own, &error), *next = NULL, *free_text = NULL;
  g_autoptr (CsDossier) last = NULL, deleted = NULL;

  g_assert_cmpstr (code, ==, own.code);
  next = cs_dossiers_next_code (book->store, "29236", &error);
  g_assert_cmpstr (next, ==, "84-842-29236-18-2024");
  g_assert_null (cs_dossiers_add (book->store, &own, &error));
  assert_error (error, CS_ERROR_CONFLICT);
  /* the code of a deleted dossier stays taken: it may come back */
  last = book_dossier (book->store, own.code);
  g_assert_true (cs_dossiers_delete (book->store, last->id, &error));
  g_assert_null (cs_dossiers_add (book->store, &own, &error));
  assert_error (error, CS_ERROR_CONFLICT);
  g_free (next);
  next = cs_dossiers_next_code (book->store, "29236", &error);
  g_assert_cmpstr (next, ==, "84-842-29236-18-2024");
  /* a list that has the very code which the row above it would be given */
  mixed[0] = wanted ("", "Không mã");
  mixed[1] = wanted ("84-842-29236-18-2024", "Mã kế tiếp");
  mixed[2] = wanted (NULL, "Không mã nữa");
  g_array_append_vals (many, mixed, 3);
  g_assert_true (cs_dossiers_add_many (book->store, many, NULL, &error));
  g_assert_no_error (error);
  deleted = book_dossier (book->store, "84-842-29236-18-2024");
  g_assert_cmpstr (deleted->product, ==, "Mã kế tiếp");
  free_text = cs_dossiers_next_code (book->store, "29236", &error);
  g_assert_cmpstr (free_text, ==, "84-842-29236-21-2024");
}

/* A code of the law's pattern, wherever the serial stands in it: the next one is always free. */
static void
test_next_code_of_other_patterns (Book *book, gconstpointer data)
{
  static const char *const patterns[] = { "{serial}", "{year}/{serial}", "{serial}-{year}",
                                          "OCOP{serial}X{year}" };
  CsRegulation *regulation = cs_store_get_current_regulation (book->store);

  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      g_autofree char *first = NULL, *second = NULL;

      g_free (regulation->code_pattern);
      regulation->code_pattern = g_strdup (patterns[i]);
      first = book_add_product (book->store, "Một", 1, NULL);
      second = book_add_product (book->store, "Hai", 1, NULL);
      g_assert_cmpstr (first, !=, second);
    }
}

/* Renamed once, found under the new name everywhere and not under the old one. */
static void
test_renaming (Book *book, gconstpointer data)
{
  g_autoptr (CsDossier) first = book_dossier (book->store, book_code (1));

  book_set (&first->producer.name, "Công ty Đổi Tên");
  update (book, first);
  g_assert_cmpuint (n_found (book, "doi ten"), ==, 3);
  g_assert_cmpuint (n_found (book, "hop tac"), ==, 0);
}

/* One that was chosen is taken, also for a dossier from elsewhere; where it lives follows its only dossier.
 */
static void
test_chosen_producer (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) first = book_dossier (book->store, book_code (1)), chosen = NULL, alone = NULL,
                        moved = NULL;
  CsNewDossier dossier = wanted (NULL, "Khác");
  g_autofree char *code = NULL, *own = NULL;

  dossier.producer_uuid = first->producer.uuid;
  dossier.unit = "29239";
  code = cs_dossiers_add (book->store, &dossier, &error);
  chosen = book_dossier (book->store, code);
  g_assert_cmpint (chosen->producer.id, ==, first->producer.id);
  g_assert_cmpstr (chosen->producer.commune, ==, "29236");
  dossier.producer_uuid = "nobody";
  g_assert_null (cs_dossiers_add (book->store, &dossier, &error));
  g_assert_error (error, CS_ERROR, CS_ERROR_NOT_FOUND);
  g_clear_error (&error);
  dossier.producer_uuid = NULL;
  dossier.producer = "Hộ Năm";
  own = cs_dossiers_add (book->store, &dossier, &error);
  alone = book_dossier (book->store, own);
  book_set (&alone->unit, "29242");
  update (book, alone);
  moved = book_dossier (book->store, own);
  g_assert_cmpstr (moved->producer.commune, ==, "29242");
  book_set (&chosen->unit, "29242"); /* one of several tells nothing */
  update (book, chosen);
  g_clear_pointer (&first, cs_dossier_free);
  first = book_dossier (book->store, book_code (1));
  g_assert_cmpstr (first->producer.commune, ==, "29236");
}

/* --- editing --- */

static void
test_stale (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) here = book_dossier (book->store, book_code (1)),
                        there = book_dossier (book->store, book_code (1));
  g_autoptr (CsDossier) sibling = book_dossier (book->store, book_code (2)), now = NULL;

  book_set (&here->product, "Tên mới");
  update (book, here);
  book_set (&there->product, "Tên khác");
  g_assert_false (cs_dossiers_update (book->store, there, &error));
  assert_error (error, CS_ERROR_CONFLICT);
  now = book_dossier (book->store, book_code (1));
  g_assert_cmpstr (now->product, ==, "Tên mới");
  g_assert_cmpuint (n_found (book, "ten moi"), ==, 1);
  g_assert_cmpuint (n_found (book, "ten khac"), ==, 0);
  /* the producer they share was not touched by it: the other dossier may go on */
  book_set (&sibling->description, "Mô tả");
  update (book, sibling);
  /* but where it was, its old phone must not come back by way of the other dossier */
  book_set (&now->producer.phone, "2");
  update (book, now);
  g_clear_pointer (&sibling, cs_dossier_free);
  sibling = book_dossier (book->store, book_code (2));
  g_assert_cmpstr (sibling->producer.phone, ==, "2");
  book_set (&there->producer.phone, "1");
  book_set (&there->product, now->product);
  there->version = now->version + 1; /* as if it were only the producer that is old */
  g_assert_false (cs_dossiers_update (book->store, there, &error));
  assert_error (error, CS_ERROR_CONFLICT);
  now = (cs_dossier_free (now), book_dossier (book->store, book_code (1)));
  g_assert_cmpstr (now->producer.phone, ==, "2");
}

static void
test_code_taken (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) dossier = book_dossier (book->store, book_code (1));

  book_set (&dossier->code, book_code (2));
  g_assert_false (cs_dossiers_update (book->store, dossier, &error));
  g_assert_nonnull (strstr (error->message, book_code (2)));
  g_assert_cmpint (cs_error_exit_status (error), ==, 1);
  g_assert_null (strstr (error->message, "UNIQUE"));
  g_clear_error (&error);
  book_set (&dossier->code, " ");
  g_assert_false (cs_dossiers_update (book->store, dossier, &error));
  assert_error (error, CS_ERROR_INVALID);
  book_set (&dossier->code, "84-842-29236-99-2024");
  update (book, dossier);
  g_assert_cmpuint (n_found (book, "29236 99"), ==, 1);
}

static void
test_frozen_when_scored (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) dossier = NULL;

  book_score (book->store, book_code (1), "m1", 0, FALSE);
  dossier = book_dossier (book->store, book_code (1));
  g_assert_true (cs_dossiers_is_scored (book->store, dossier));
  dossier->form = 2;
  g_assert_false (cs_dossiers_update (book->store, dossier, &error));
  assert_error (error, CS_ERROR_FROZEN);
  dossier->form = 1;
  book_set (&dossier->unit, "29239");
  g_assert_false (cs_dossiers_update (book->store, dossier, &error));
  assert_error (error, CS_ERROR_FROZEN);
  book_set (&dossier->unit, "29236");
  book_set (&dossier->round, "district-2");
  g_assert_false (cs_dossiers_update (book->store, dossier, &error));
  assert_error (error, CS_ERROR_FROZEN);
  book_set (&dossier->round, NULL);
  g_assert_false (cs_dossiers_update (book->store, dossier, &error));
  assert_error (error, CS_ERROR_FROZEN);
  g_assert_false (cs_dossiers_delete (book->store, dossier->id, &error));
  assert_error (error, CS_ERROR_FROZEN);
  /* a slip of the pen in the name can still be mended */
  book_set (&dossier->round, "district-1");
  book_set (&dossier->product, "Tên đúng");
  update (book, dossier);
}

static void
test_moving (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) dossier = book_dossier (book->store, book_code (1)), moved = NULL;
  g_autofree char *code = NULL;

  book_set (&dossier->round, "province-1");
  book_set (&dossier->unit, "29239");
  dossier->form = 4;
  update (book, dossier);
  moved = book_dossier (book->store, book_code (1));
  g_assert_cmpstr (moved->round, ==, "province-1");
  g_assert_cmpstr (moved->council, ==, "province-84");
  g_assert_cmpstr (moved->unit, ==, "29239");
  g_assert_cmpint (moved->form, ==, 4);
  g_assert_cmpint (moved->evaluation, ==, dossier->evaluation);
  /* out of its round again */
  book_set (&moved->round, NULL);
  update (book, moved);
  g_clear_pointer (&moved, cs_dossier_free);
  moved = book_dossier (book->store, book_code (1));
  g_assert_null (moved->round);
  g_assert_cmpint (moved->evaluation, ==, 0);
  book_set (&moved->round, "district-2");
  update (book, moved);
  g_clear_pointer (&moved, cs_dossier_free);
  moved = book_dossier (book->store, book_code (1));
  g_assert_cmpstr (moved->round, ==, "district-2");
  g_assert_cmpint (moved->evaluation, !=, 0);
  /* the reasons found in a round are not thrown away with it */
  code = book_add_product (book->store, "Bị loại", 1, "district-1");
  g_clear_pointer (&dossier, cs_dossier_free);
  dossier = book_dossier (book->store, code);
  {
    g_autoptr (CsGround) ground = cs_ground_new (NULL, "Giả mạo", "vì", "ai");

    g_assert_true (cs_grounds_add (book->store, dossier, ground, &error));
  }
  book_set (&dossier->round, NULL);
  g_assert_false (cs_dossiers_update (book->store, dossier, &error));
  assert_error (error, CS_ERROR_FROZEN);
}

static void
test_delete_and_restore (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) dossier = book_dossier (book->store, book_code (1));
  CsStateCounts counts;
  CsDossierFilter all = { 0 };

  g_assert_true (cs_dossiers_delete (book->store, dossier->id, &error));
  g_assert_null (cs_dossiers_by_code (book->store, book_code (1), NULL, &error));
  assert_error (error, CS_ERROR_NOT_FOUND);
  g_assert_cmpuint (n_found (book, NULL), ==, 2);
  g_assert_cmpuint (n_found (book, "san pham 1"), ==, 0);
  g_assert_cmpint (cs_results_overview (book->store, 0, NULL, &error)->totals.registered, ==, 2);
  g_assert_false (cs_dossiers_delete (book->store, dossier->id, &error));
  assert_error (error, CS_ERROR_CONFLICT);
  g_assert_true (cs_dossiers_restore (book->store, dossier->id, &error));
  g_assert_cmpuint (n_found (book, "san pham 1"), ==, 1);
  g_assert_true (cs_dossiers_count (book->store, &all, &counts, &error));
  g_assert_cmpuint (counts.of[CS_DOSSIER_ANY], ==, 3);
  g_assert_false (cs_dossiers_delete (book->store, 9999, &error));
  g_assert_nonnull (error);
}

/* Counts, filters and orders agree with each other. */
static void
test_list (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  static const CsDossierOrder orders[] = { CS_DOSSIER_BY_CODE, CS_DOSSIER_BY_PRODUCT, CS_DOSSIER_BY_PRODUCER,
                                           CS_DOSSIER_BY_UNIT, CS_DOSSIER_BY_FORM };
  static const CsDossierState states[] = { CS_DOSSIER_ANY, CS_DOSSIER_REGISTERED, CS_DOSSIER_SCORING,
                                           CS_DOSSIER_CLOSED };
  static const char *const words[] = { NULL, "san", "sản phẩm", "khong", "***" };

  g_free (book_add_product (book->store, "Không đợt", 26, NULL));
  book_score (book->store, book_code (2), "m1", 0, TRUE);
  book_close_product (book->store, book_code (3), 5, 0);
  for (guint w = 0; w < G_N_ELEMENTS (words); w++)
    for (guint o = 0; o < G_N_ELEMENTS (orders); o++)
      {
        CsDossierFilter filter = { .words = words[w], .order = orders[o], .unit = "842" };
        CsStateCounts counts;
        guint sum = 0;

        g_assert_true (cs_dossiers_count (book->store, &filter, &counts, &error));
        for (guint s = 0; s < G_N_ELEMENTS (states); s++)
          for (int down = 0; down <= 1; down++)
            {
              g_autoptr (GArray) keys = NULL;

              filter.state = states[s];
              filter.descending = down;
              keys = cs_dossiers_list (book->store, &filter, &error);
              g_assert_no_error (error);
              g_assert_cmpuint (keys->len, ==, counts.of[states[s]]);
              sum += s > 0 && !down ? keys->len : 0;
            }
        g_assert_cmpuint (sum, ==, counts.of[CS_DOSSIER_ANY]);
        g_assert_cmpuint (counts.of[CS_DOSSIER_ANY], ==, w == 0 ? 4 : w < 3 ? 3 : w == 3 ? 1 : 0);
      }
}

/* What is kept and filtered in memory is what the database would say. */
/* --- the list against SQL --- */

static const char *const order_sql[] = {
  [CS_DOSSIER_BY_CODE] = "d.code",
  [CS_DOSSIER_BY_PRODUCT] = "p.folded",
  [CS_DOSSIER_BY_PRODUCER] = "r.folded",
  [CS_DOSSIER_BY_UNIT] = "d.unit",
  [CS_DOSSIER_BY_FORM] = "d.form",
  [CS_DOSSIER_BY_MEAN] = "iif (o.counted > 0, o.sum * 30030 / o.counted, -1)", /* exact up to 15 sheets */
  [CS_DOSSIER_BY_SPREAD] = "iif (o.counted > 0, o.spread, -1)",
  [CS_DOSSIER_BY_STARS] = "iif (o.counted > 0, o.stars, -1)",
  [CS_DOSSIER_BY_STATE] =
      "CASE WHEN e.state = 'closed' THEN CASE WHEN o.counted > 0 AND o.decides THEN 5 WHEN"
      " o.counted > 0 AND o.forwarded THEN 4 ELSE 3 END WHEN EXISTS (SELECT 1 FROM sheet s"
      " WHERE s.evaluation = e.id) THEN 2 ELSE 1 END",
};

static void
and_words (GString *sql, const char *words)
{
  g_autofree char *folded = words != NULL ? cs_text_fold (words) : NULL;
  g_auto (GStrv) list = folded != NULL ? g_strsplit (folded, " ", -1) : NULL;
  gboolean any = FALSE;

  for (guint i = 0; list != NULL && list[i] != NULL; i++)
    if (*list[i] != '\0')
      {
        any = TRUE;
        g_string_append_printf (sql, " AND (' ' || w.c0) LIKE '%% %s%%'", list[i]);
      }
  if (!any && words != NULL && *words != '\0')
    g_string_append (sql, " AND 0");
}

/* Returns: (transfer full): "dossier evaluation, …" of the rows, as SQLite tells them, one condition at a
 * time. */
static char *
ask_sql (CsStore *store, const CsDossierFilter *filter)
{
  static const char *const states[] = { "", " AND (e.state IS NULL OR e.state = 'open') AND NOT has_sheets",
                                        " AND e.state = 'open' AND has_sheets", " AND e.state = 'closed'" };
  GString *sql = g_string_new (
      "WITH words (id, c0) AS (SELECT d.id, p.folded || ' ' || r.folded || ' ' || replace (d.code, '-', ' ')"
      " FROM dossier d JOIN product p ON p.id = d.product JOIN producer r ON r.id = p.producer)"
      " SELECT group_concat (d || ' ' || e, ', ') FROM (SELECT d.id AS d, coalesce (e.id, 0) AS e,"
      " EXISTS (SELECT 1 FROM sheet s WHERE s.evaluation = e.id) AS has_sheets FROM dossier d"
      " JOIN product p ON p.id = d.product JOIN producer r ON r.id = p.producer"
      " LEFT JOIN evaluation e ON e.dossier = d.id"
      " LEFT JOIN closing z ON z.evaluation = e.id AND z.reopened_at IS NULL"
      " LEFT JOIN outcome o ON o.closing = z.id LEFT JOIN words w ON w.id = d.id WHERE d.deleted = 0");
  CsQuery *q;
  char *text = NULL;

  if (filter->only_rehearsals || !filter->with_rehearsals)
    g_string_append_printf (sql, " AND d.rehearsal = %d", filter->only_rehearsals);
  if (filter->unit != NULL)
    g_string_append_printf (sql, " AND d.unit IN (SELECT code FROM unit_above WHERE ancestor = '%s')",
                            filter->unit);
  if (filter->round != NULL)
    g_string_append_printf (sql, " AND e.round = '%s'", filter->round);
  if (filter->form != 0)
    g_string_append_printf (sql, " AND d.form = %d", filter->form);
  and_words (sql, filter->words);
  g_string_append (sql, states[filter->state]);
  g_string_append_printf (sql, " ORDER BY %s %s, d.code, e.id LIMIT %" G_GINT64_FORMAT ")",
                          order_sql[filter->order], filter->descending ? "DESC" : "",
                          filter->limit > 0 ? filter->limit : -1);
  /* statements are cached by the address of their text */
  q = cs_query (store->db, g_intern_string (sql->str));
  g_assert_true (cs_query_next (q));
  text = cs_query_dup (q, 0);
  g_assert_true (cs_query_done (q, NULL));
  g_string_free (sql, TRUE);
  return text;
}

static char *
keys_text (const GArray *keys)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < keys->len; i++)
    {
      const CsDossierKey *key = &g_array_index (keys, CsDossierKey, i);

      g_string_append_printf (text, "%s%" G_GINT64_FORMAT " %" G_GINT64_FORMAT, i > 0 ? ", " : "",
                              key->dossier, key->evaluation);
    }
  return g_string_free (text, FALSE);
}

static void
test_list_random (Book *book, gconstpointer data)
{
  static const char *const words[] = { NULL, "mau", "buoi da", "b", "84 842", "xyz", "?!" };
  static const char *const units[] = { NULL, "84", "842", "29236", "99999" };
  static const char *const rounds[] = { NULL, "district-1", "district-2", "province-1", "nonsense" };
  CsSampleOptions options = { .products = 120, .members = 2, .seed = (guint32) g_test_rand_int () };
  g_autoptr (GError) error = NULL;

  book->store = cs_sample_create (book->path, &options, NULL, NULL, &error);
  g_assert_no_error (error);
  for (int run = 0; run < 600; run++)
    {
      CsDossierFilter filter = { .words = words[g_test_rand_int_range (0, G_N_ELEMENTS (words))],
                                 .unit = units[g_test_rand_int_range (0, G_N_ELEMENTS (units))],
                                 .round = rounds[g_test_rand_int_range (0, G_N_ELEMENTS (rounds))],
                                 .form = g_test_rand_int_range (0, 4) > 0 ? 0 : g_test_rand_int_range (1, 27),
                                 .state = (CsDossierState) g_test_rand_int_range (0, 4),
                                 .order = (CsDossierOrder) g_test_rand_int_range (0, CS_DOSSIER_N_ORDERS),
                                 .descending = g_test_rand_bit (),
                                 .with_rehearsals = g_test_rand_bit (),
                                 .only_rehearsals = g_test_rand_int_range (0, 4) == 0,
                                 .limit =
                                     g_test_rand_int_range (0, 3) > 0 ? 0 : g_test_rand_int_range (1, 40) };
      g_autoptr (GArray) kept = cs_dossiers_list (book->store, &filter, &error);
      g_autofree char *listed = keys_text (kept), *asked = NULL;

      g_assert_no_error (error);
      asked = ask_sql (book->store, &filter);
      g_assert_cmpstr (listed, ==, asked);
      /* and it is told again after every kind of change */
      if (run % 60 == 0)
        g_free (
            book_add_product (book->store, "Bưởi thêm", 1 + run / 60, run % 120 == 0 ? "district-1" : NULL));
      if (run % 60 == 30 && kept->len > 0)
        {
          g_autoptr (CsDossier) dossier =
              cs_dossiers_get (book->store, g_array_index (kept, CsDossierKey, 0), &error);

          if (run % 120 == 30 && cs_dossiers_set_rehearsal (book->store, dossier, !dossier->rehearsal, NULL))
            continue;
          if (dossier->evaluation != 0 && !dossier->closed && !cs_dossiers_is_scored (book->store, dossier))
            book_score (book->store, dossier->code, "m1", 0, g_test_rand_bit ());
          else
            cs_dossiers_delete (book->store, dossier->id, NULL);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/dossiers/list-random", Book, NULL, book_set_up_empty, test_list_random, book_tear_down);
#define ADD(path, test) g_test_add (path, Book, NULL, book_set_up, test, book_tear_down)
  ADD ("/dossiers/fields", test_fields);
  ADD ("/dossiers/too-long", test_too_long);
  ADD ("/dossiers/codes", test_codes);
  ADD ("/dossiers/other-patterns", test_next_code_of_other_patterns);
  ADD ("/dossiers/renaming", test_renaming);
  ADD ("/dossiers/chosen-producer", test_chosen_producer);
  ADD ("/dossiers/stale", test_stale);
  ADD ("/dossiers/code-taken", test_code_taken);
  ADD ("/dossiers/frozen-when-scored", test_frozen_when_scored);
  ADD ("/dossiers/moving", test_moving);
  ADD ("/dossiers/delete-and-restore", test_delete_and_restore);
  ADD ("/dossiers/list", test_list);
  return g_test_run ();
}
