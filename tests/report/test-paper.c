/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "judge.h"
#include "samples.h"

#include "report/papers/papers.h"

#include <string.h>

static void
assert_head_of_every_page (const char *pdf, guint n_pages)
{
  g_autofree char *all = judge_text (pdf, 0);
  g_auto (GStrv) pages = g_strsplit (all, "\f", -1);

  for (guint p = 0; p < n_pages; p++)
    {
      g_autofree char *number = g_strdup_printf ("%u\n", p + 1);

      g_assert_cmpuint (judge_count (pages[p], "Sản phẩm"), ==, 1);
      g_assert_cmpuint (judge_count (pages[p], "Điểm trung bình"), ==, 1);
      g_assert_cmpuint (judge_count (pages[p], "Chấm Sao 0.1.0"), ==, 1);
      if (p > 0)
        g_assert_true (g_str_has_prefix (g_strchug (pages[p]), number));
    }
}

static void
assert_all_products (const char *pdf, guint n)
{
  g_autofree char *all = judge_text (pdf, 0);

  for (guint i = 1; i <= n; i++)
    {
      g_autofree char *code = g_strdup_printf ("84-842-29236-%u-2024", i);

      g_assert_cmpuint (judge_count (all, code), ==, 1);
    }
}

/* What a clerk of the province would check first, for any number of products. */
static void
test_summary (gconstpointer data)
{
  guint n = GPOINTER_TO_UINT (data);
  g_autoptr (CsUnitSummary) summary = sample_summary (n);
  g_autoptr (CsLayout) layout = judge_layout (cs_summary_paper_new (summary, judge_template ("summary")));
  g_autofree char *pdf = judge_write_layout (layout, "summary.pdf");
  g_autofree char *pages = judge_info (pdf, "Pages");
  g_autofree char *size = judge_info (pdf, "Page size");
  g_autofree char *title = judge_info (pdf, "Title");
  g_autofree char *creator = judge_info (pdf, "Creator");
  g_autofree char *n_pages = g_strdup_printf ("%u", cs_layout_n_pages (layout));
  g_autofree char *first = judge_text (pdf, 1);

  g_assert_cmpstr (pages, ==, n_pages);
  g_assert_true (g_str_has_prefix (size, "841.89 x 595.2"));
  g_assert_nonnull (strstr (size, "(A4)"));
  g_assert_cmpstr (
      title, ==,
      "BẢNG TỔNG HỢP KẾT QUẢ ĐÁNH GIÁ, PHÂN HẠNG SẢN PHẨM OCOP - Thành phố Trà Vinh, Đợt 1 năm 2024");
  g_assert_cmpstr (creator, ==, "Chấm Sao 0.1.0");
  judge_fonts (pdf);
  g_assert_nonnull (strstr (first, "BẢNG TỔNG HỢP KẾT QUẢ ĐÁNH GIÁ, PHÂN HẠNG SẢN PHẨM OCOP"));
  g_assert_nonnull (strstr (first, "Số: 07/BC-HĐOCOP"));
  assert_all_products (pdf, n);
  if (n > 0)
    assert_head_of_every_page (pdf, cs_layout_n_pages (layout));
}

static void
test_empty (void)
{
  g_autofree char *pdf = judge_write_summary (sample_summary (0), "empty.pdf");
  g_autofree char *pages = judge_info (pdf, "Pages");
  g_autofree char *text = judge_text (pdf, 0);

  g_assert_cmpstr (pages, ==, "1");
  g_assert_nonnull (strstr (text, "không có sản phẩm nào đăng ký"));
  g_assert_null (strstr (text, "Điểm trung bình"));
  g_assert_nonnull (strstr (text, "PHÓ CHỦ TỊCH"));
}

/* One closed product with every column, to be read back. */
static void
test_row (void)
{
  CsUnitSummary *summary = sample_summary (1);
  CsUnitSummaryRow *row = g_ptr_array_index (summary->rows, 0);
  g_autofree char *pdf = NULL;
  g_autofree char *text = NULL;

  row->form_verified = FALSE;
  g_free (row->total);
  row->total = g_strdup ("89.996");
  pdf = judge_write_summary (summary, "row.pdf");
  text = judge_text (pdf, 0);
  g_assert_nonnull (strstr (text, "24,00"));
  g_assert_nonnull (strstr (text, "89,996"));
  g_assert_null (strstr (text, "89.996"));
  g_assert_nonnull (strstr (text, "3 sao"));
  g_assert_nonnull (strstr (text, "Đạt"));
  g_assert_cmpuint (judge_count (text, "(*)"), ==, 2); /* beside the form and below the table */
  g_assert_nonnull (strstr (text, "Bản chép bộ phiếu này chưa khớp tổng điểm"));
  g_assert_nonnull (strstr (text, "Tổng số sản phẩm đăng ký: 1; đã đánh giá xong: 1"));
}

static void
test_verified (void)
{
  g_autofree char *pdf = judge_write_summary (sample_summary (1), "verified.pdf");
  g_autofree char *text = judge_text (pdf, 0);

  g_assert_null (strstr (text, "(*)"));
}

/* A product that is not closed shows no figure, even when the caller left some in the row. */
static void
test_open (void)
{
  CsUnitSummary *summary = sample_summary (1);
  CsUnitSummaryRow *row = g_ptr_array_index (summary->rows, 0);
  const char *const secrets[] = { "33,33", "22,22", "11,11", "66,66", "777", "Thiếu", "Công nhận" };
  g_autofree char *pdf = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < 3; i++)
    g_free (row->parts[i]);
  row->parts[0] = g_strdup ("33.33");
  row->parts[1] = g_strdup ("22.22");
  row->parts[2] = g_strdup ("11.11");
  g_free (row->total);
  row->total = g_strdup ("66.66");
  row->spread = 777;
  g_free (row->minima);
  row->minima = g_strdup ("Thiếu tiêu chí 1.5");
  row->stars = CS_STARS_OPEN;
  row->begun = TRUE;
  cs_unit_summary_count (summary);
  pdf = judge_write_summary (summary, "open.pdf");
  text = judge_text (pdf, 0);
  for (guint i = 0; i < G_N_ELEMENTS (secrets); i++)
    g_assert_null (strstr (text, secrets[i]));
  g_assert_null (strstr (text, "1 sao"));
  g_assert_nonnull (strstr (text, "đang chấm"));
  g_assert_nonnull (strstr (text, "đã đánh giá xong: 0"));
}

/* Text typed on a Mac is NFD: the paper has NFC in its body, its head and its properties. */
static void
test_nfd (void)
{
  CsUnitSummary *summary = sample_summary (1);
  CsUnitSummaryRow *row = g_ptr_array_index (summary->rows, 0);
  char **texts[] = { &row->product, &row->producer, &summary->head.issuer, &summary->head.unit,
                     &summary->head.book };
  g_autofree char *pdf = NULL;
  g_autofree char *text = NULL;
  g_autofree char *nfc = NULL;
  g_autofree char *title = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *old = *texts[i];

      *texts[i] = g_utf8_normalize (old, -1, G_NORMALIZE_DEFAULT);
      g_assert_cmpstr (old, !=, *texts[i]);
    }
  pdf = judge_write_summary (summary, "nfd.pdf");
  text = judge_text (pdf, 0);
  nfc = g_utf8_normalize (text, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  title = judge_info (pdf, "Title");
  g_assert_cmpstr (text, ==, nfc);
  g_assert_nonnull (strstr (text, "Bánh tét ba màu"));
  g_assert_nonnull (strstr (title, "Thành phố Trà Vinh"));
  judge_fonts (pdf);
}

/* Names without end, with and without places to break: every word is on paper and nothing leaves the frame.
 */
static void
test_long_names (void)
{
  CsUnitSummary *summary = sample_summary (2);
  CsUnitSummaryRow *row = g_ptr_array_index (summary->rows, 0);
  GString *name = g_string_new (NULL);
  GString *word = g_string_new (NULL);
  g_autofree char *pdf = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < 150; i++)
    g_string_append_printf (name, "mẫu%u ", i);
  for (guint i = 0; i < 100; i++)
    g_string_append (word, "Ngh"); /* no place to break */
  g_free (row->product);
  g_free (row->producer);
  row->product = g_string_free (name, FALSE);
  row->producer = g_string_free (word, FALSE);
  pdf = judge_write_summary (summary, "long.pdf");
  text = judge_text (pdf, 0);
  for (guint i = 0; i < 150; i++)
    {
      g_autofree char *part = g_strdup_printf ("mẫu%u", i);

      g_assert_nonnull (strstr (text, part));
    }
  g_assert_null (strstr (text, "Ngh-")); /* no hyphens of Pango's in names */
  for (int p = 1; p <= 3; p++)
    {
      g_autoptr (Picture) picture = judge_picture (pdf, p);

      g_assert_cmpfloat (picture_margin_left (picture, 20, 190), >=, 29.5);
      g_assert_cmpfloat (picture_margin_right (picture, 20, 190), >=, 14.5);
      g_assert_cmpfloat (picture_margin_bottom (picture), >=, 19.5);
    }
}

/* Margins on the rendered page, tolerance one pixel of 60 dpi (0.42 mm). */
static void
test_margins (void)
{
  g_autofree char *pdf = judge_write_summary (sample_summary (40), "margins.pdf");
  g_autoptr (Picture) first = judge_picture (pdf, 1);
  g_autoptr (Picture) second = judge_picture (pdf, 2);

  g_assert_cmpuint (first->width, >, first->height);
  /* page 1 has no number above the text; capitals start a little below their line's top */
  g_assert_cmpfloat (picture_margin_top (first), >=, 19.5);
  g_assert_cmpfloat (picture_margin_top (first), <=, 22);
  /* page 2 has one, in the top margin; below it the table's border fills the width exactly */
  g_assert_cmpfloat (picture_margin_top (second), >=, 7);
  g_assert_cmpfloat (picture_margin_top (second), <=, 12);
  g_assert_cmpfloat_with_epsilon (picture_margin_left (second, 20, 150), 30, 0.5);
  g_assert_cmpfloat_with_epsilon (picture_margin_right (second, 20, 150), 15, 0.5);
  g_assert_cmpfloat (picture_margin_bottom (second), >=, 19.5);
  g_assert_cmpfloat (picture_margin_bottom (first), >=, 19.5);
}

/* The page number stands in the middle of the text's width. */
static void
test_page_number (void)
{
  g_autofree char *pdf = judge_write_summary (sample_summary (40), "number.pdf");
  g_autoptr (Picture) second = judge_picture (pdf, 2);
  double left = picture_margin_left (second, 5, 18), right = picture_margin_right (second, 5, 18);

  g_assert_cmpfloat_with_epsilon (left - 30, right - 15, 1);
}

/* Whatever the number of products: who signs the paper signs below products. */
static void
test_last_page (void)
{
  for (guint n = 1; n <= 14; n++)
    {
      g_autofree char *pdf = judge_write_summary (sample_summary (n), "last.pdf");
      g_autofree char *pages = judge_info (pdf, "Pages");
      g_autofree char *last = judge_text (pdf, (int) g_ascii_strtoll (pages, NULL, 10));
      g_autofree char *code = g_strdup_printf ("-%u-2024", n);

      g_assert_nonnull (strstr (last, "PHÓ CHỦ TỊCH"));
      g_assert_nonnull (strstr (last, "Tổng số sản phẩm"));
      g_assert_nonnull (strstr (last, code));
    }
}

/* Dots for what is filled in by hand; a secretary signs at the left, and who gets it stands below. */
static void
test_by_hand (void)
{
  CsUnitSummary *summary = sample_summary (1);
  g_autofree char *pdf = NULL;
  g_autofree char *text = NULL;

  g_clear_pointer (&summary->head.number, g_free);
  g_clear_pointer (&summary->head.date, g_free);
  summary->head.secretary = g_strdup ("Lê Thị Mẫu");
  pdf = judge_write_summary (summary, "by-hand.pdf");
  text = judge_text (pdf, 0);
  g_assert_nonnull (strstr (text, "Số: ...."));
  g_assert_nonnull (strstr (text, "Trà Vinh, ngày ....... tháng ....... năm"));
  g_assert_nonnull (strstr (text, "THƯ KÝ"));
  g_assert_nonnull (strstr (text, "Lê Thị Mẫu"));
  g_assert_nonnull (strstr (text, "Nơi nhận"));
  g_assert_true (strstr (text, "Nơi nhận") > strstr (text, "Lê Thị Mẫu"));
}

void
add_paper_tests (void)
{
  g_test_add_data_func ("/report/summary/0", GUINT_TO_POINTER (0), test_summary);
  g_test_add_data_func ("/report/summary/1", GUINT_TO_POINTER (1), test_summary);
  g_test_add_data_func ("/report/summary/40", GUINT_TO_POINTER (40), test_summary);
  g_test_add_data_func ("/report/summary/2000", GUINT_TO_POINTER (2000), test_summary);
  g_test_add_func ("/report/summary/empty", test_empty);
  g_test_add_func ("/report/summary/row", test_row);
  g_test_add_func ("/report/summary/verified", test_verified);
  g_test_add_func ("/report/summary/open", test_open);
  g_test_add_func ("/report/summary/nfd", test_nfd);
  g_test_add_func ("/report/summary/long-names", test_long_names);
  g_test_add_func ("/report/summary/margins", test_margins);
  g_test_add_func ("/report/summary/page-number", test_page_number);
  g_test_add_func ("/report/summary/last-page", test_last_page);
  g_test_add_func ("/report/summary/by-hand", test_by_hand);
}
