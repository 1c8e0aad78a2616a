/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "summary/field-text.h"

/* Values read by the name of a field, and texts with such names in them. */

typedef struct
{
  const char *place;
} Inner;

typedef struct
{
  const char *name;
  int count;
  const char *mean;
  int stars;
  Inner inner;
  GPtrArray *parts;
} Row;

typedef struct
{
  GPtrArray *rows;
  const char *title;
} All;

static int
is_secret (gconstpointer row)
{
  return ((const Row *) row)->stars < 0;
}

static int
twice (gconstpointer row)
{
  return 2 * ((const Row *) row)->count;
}

static const CsField inner_fields[] = {
  { "place", CS_FIELD_TEXT, G_STRUCT_OFFSET (Inner, place) },
  { NULL },
};

static const CsField row_fields[] = {
  { "name", CS_FIELD_TEXT, G_STRUCT_OFFSET (Row, name) },
  CS_FIELD_COUNT ("count", NULL, Row, count),
  { "mean", CS_FIELD_DECIMAL, G_STRUCT_OFFSET (Row, mean), .hidden = is_secret },
  { "stars", CS_FIELD_STARS, G_STRUCT_OFFSET (Row, stars) },
  { "secret", CS_FIELD_FLAG, .number = is_secret },
  { "twice", CS_FIELD_NUMBER, .number = twice, .sum = CS_SUM_ADD },
  { "inner", CS_FIELD_PART, G_STRUCT_OFFSET (Row, inner), .fields = inner_fields },
  { "parts", CS_FIELD_LIST, G_STRUCT_OFFSET (Row, parts), .fields = cs_field_texts },
  { NULL },
};

static const CsField all_fields[] = {
  { "title", CS_FIELD_TEXT, G_STRUCT_OFFSET (All, title) },
  { "rows", CS_FIELD_LIST, G_STRUCT_OFFSET (All, rows), .fields = row_fields },
  { NULL },
};

static const Row full = { "Gạo", 2, "78.20", 3, { "Cầu Kè" }, NULL };
static const Row empty = { NULL, 0, NULL, 0, { " " }, NULL };
static const Row open = { "Trà", 1, "91.71", -1, { "Trà Cú" }, NULL };

static void
test_expand (void)
{
  static const struct
  {
    const char *text;
    const char *full, *empty, *open;
  } cases[] = {
    { "", "", "", "" },
    { "không có gì", "không có gì", "không có gì", "không có gì" },
    { "{name}: {count}", "Gạo: 2", ": 0", "Trà: 1" },
    { "{mean}", "78,20", "", "" }, /* hidden is hidden, whatever the text asks */
    { "[{mean} điểm|đang chấm]", "78,20 điểm", "đang chấm", "đang chấm" },
    { "[{stars} sao|Không]", "3 sao", "Không", "Không" },
    { "[{secret?}kín|mở]", "mở", "mở", "kín" },
    { "[{!secret}mở]", "mở", "mở", "" },
    { "a[, b {count}]", "a, b 2", "a", "a, b 1" },
    { "[{name}[ ({place})]]", "Gạo (Cầu Kè)", "", "Trà (Trà Cú)" },
    { "[{name}[ ({mean})]]", "Gạo (78,20)", "", "Trà" }, /* the inner one does not take the outer away */
    { "{place:upper}/{place:lower}", "CẦU KÈ/cầu Kè", " / ", "TRÀ CÚ/trà Cú" },
    { "\\{name\\} \\[x\\|y\\] \\\\", "{name} [x|y] \\", "{name} [x|y] \\", "{name} [x|y] \\" },
    { "{name}\\n{count}", "Gạo\n2", "\n0", "Trà\n1" },
    { "{#}. {twice} {title}", "7. 4 Bảng", "7. 0 Bảng", "7. 2 Bảng" },
    { "[{parts?}có|không]", "không", "không", "không" },
  };
  const All all = { NULL, "Bảng" };
  const CsScope outer = { all_fields, &all, 0, NULL };
  const Row *const rows[] = { &full, &empty, &open };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint r = 0; r < G_N_ELEMENTS (rows); r++)
      {
        const char *const expected[] = { cases[i].full, cases[i].empty, cases[i].open };
        const CsScope names = { row_fields, NULL, 0, &outer };
        const CsScope scope = { row_fields, rows[r], 7, &outer };
        g_autofree char *problem = cs_field_text_check (cases[i].text, &names);
        g_autofree char *text = cs_field_text_expand (cases[i].text, &scope);

        g_assert_cmpstr (problem, ==, NULL);
        g_assert_cmpstr (text, ==, expected[r]);
      }
}

static void
test_groups (void)
{
  const Row row = { .name = "1a2b3c4d5" };
  const CsScope scope = { row_fields, &row, 1, NULL };
  g_autofree char *text = cs_field_text_expand ("{name:groups}", &scope);

  g_assert_cmpstr (text, ==, "1a2b 3c4d 5");
}

static void
test_problems (void)
{
  static const struct
  {
    const char *text;
    const char *words;
  } cases[] = {
    { "{nmae}", "{nmae}" },
    { "[a|{nmae}]", "{nmae}" },
    { "{name", "not closed" },
    { "{na[me}", "not closed" },
    { "[{name}", "not closed" },
    { "{name}]", "no opening bracket" },
    { "a|b", "no opening" },
    { "name}", "no opening brace" },
    { "{name:big}", "big" },
    { "{secret}", "{secret?}" },
    { "{rows}", "{rows?}" },
    { "x\\", "backslash" },
    { "{}", "{}" },
    { "[[[[[[[[[[x]]]]]]]]]]", "too many" },
  };
  const CsScope outer = { all_fields, NULL, 0, NULL };
  const CsScope scope = { row_fields, NULL, 0, &outer };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *problem = cs_field_text_check (cases[i].text, &scope);

      g_assert_nonnull (problem);
      g_assert_nonnull (strstr (problem, cases[i].words));
    }
}

static void
test_sum (void)
{
  Row total = { .stars = 5 };

  cs_fields_add (row_fields, &total, &full);
  cs_fields_add (row_fields, &total, &open);
  g_assert_cmpint (total.count, ==, 3);
  g_assert_cmpint (total.stars, ==, 5); /* not to be added up */
}

/* A row takes what another kind of row knows by the same name and type, where it says nothing itself; nothing
 * that is hidden there. */
static void
test_fill (void)
{
  Row row = { .name = "Đường", .stars = 7 }, other = { .stars = 7 };

  cs_fields_fill (row_fields, &row, row_fields, &full);
  g_assert_cmpstr (row.name, ==, "Đường");
  g_assert_cmpint (row.count, ==, 2);
  g_assert_cmpstr (row.mean, ==, "78.20");
  g_assert_cmpint (row.stars, ==, 3);
  g_assert_null (row.inner.place);
  g_free ((char *) row.mean);
  cs_fields_fill (row_fields, &other, row_fields, &open);
  g_assert_cmpstr (other.name, ==, "Trà");
  g_assert_null (other.mean);
  g_free ((char *) other.name);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/field/expand", test_expand);
  g_test_add_func ("/field/groups", test_groups);
  g_test_add_func ("/field/problems", test_problems);
  g_test_add_func ("/field/sum", test_sum);
  g_test_add_func ("/field/fill", test_fill);
  return g_test_run ();
}
