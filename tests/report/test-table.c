/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "judge.h"

#include "base/error.h"

#include <string.h>

static CsDocument *
make_document (CsPageOrientation orientation)
{
  return cs_document_new (&(CsDocumentInfo){
      .orientation = orientation, .title = "mẫu", .creator = "t", .created = "2024-01-01T00:00:00Z" });
}

/* Two columns: a number, and a text that takes what is left. */
static CsTable *
make_table (void)
{
  CsTable *table = cs_table_new (13, 11);

  cs_table_add_column (table, &(CsColumn){ "STT", NULL, 0, CS_ALIGN_CENTER, FALSE });
  cs_table_add_column (table, &(CsColumn){ "Nội dung", NULL, 1, CS_ALIGN_LEFT, FALSE });
  return table;
}

static void
add_lines (CsTable *table, guint row, guint n_lines)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *no = g_strdup_printf ("%u", row);

  for (guint i = 1; i <= n_lines; i++)
    g_string_append_printf (text, "%sR%uL%u.", i > 1 ? "\n" : "", row, i);
  cs_table_add_row (table, CS_ROW_PLAIN, (const char *[]){ no, text->str });
}

/* Rows of one to seven lines: all lines of a row are on one page, and the head is on every page. */
static void
test_rows_whole (void)
{
  CsDocument *document = make_document (CS_PAGE_PORTRAIT);
  CsTable *table = make_table ();
  g_autoptr (CsLayout) layout = NULL;
  g_autofree char *pdf = NULL;
  guint seen = 0;

  for (guint r = 1; r <= 100; r++)
    add_lines (table, r, 1 + r % 7);
  cs_document_take_table (document, table);
  layout = judge_layout (document);
  pdf = judge_write_layout (layout, "rows.pdf");
  for (guint p = 1; p <= cs_layout_n_pages (layout); p++)
    {
      g_autofree char *text = judge_text (pdf, (int) p);

      g_assert_cmpuint (judge_count (text, "Nội dung"), ==, 1);
      for (guint r = 1; r <= 100; r++)
        {
          g_autofree char *any = g_strdup_printf ("R%uL", r);
          guint n = judge_count (text, any);

          g_assert_true (n == 0 || n == 1 + r % 7);
          seen += n > 0;
        }
    }
  g_assert_cmpuint (seen, ==, 100);
  g_assert_cmpuint (cs_layout_n_pages (layout), >, 5);
}

/* A row taller than a page is split between lines; none is lost or doubled. */
static void
test_tall_row (void)
{
  CsDocument *document = make_document (CS_PAGE_LANDSCAPE);
  CsTable *table = make_table ();
  g_autoptr (CsLayout) layout = NULL;
  g_autofree char *pdf = NULL;
  g_autofree char *text = NULL;

  add_lines (table, 1, 2);
  add_lines (table, 2, 120);
  add_lines (table, 3, 2);
  cs_document_take_table (document, table);
  layout = judge_layout (document);
  pdf = judge_write_layout (layout, "tall.pdf");
  text = judge_text (pdf, 0);
  for (guint i = 1; i <= 120; i++)
    {
      g_autofree char *word = g_strdup_printf ("R2L%u.", i);

      g_assert_cmpuint (judge_count (text, word), ==, 1);
    }
  g_assert_cmpuint (judge_count (text, "Nội dung"), ==, cs_layout_n_pages (layout));
  g_assert_cmpuint (cs_layout_n_pages (layout), <=, 7);
  for (guint p = 1; p <= cs_layout_n_pages (layout); p++)
    {
      g_autoptr (Picture) picture = judge_picture (pdf, (int) p);

      g_assert_cmpfloat (picture_margin_bottom (picture), >=, 19.5);
    }
}

/* Joined cells, group rows and totals: the words are there, and a group row is never the last on a page. */
static void
test_groups (void)
{
  CsDocument *document = make_document (CS_PAGE_PORTRAIT);
  CsTable *table = cs_table_new (13, 11);
  g_autoptr (CsLayout) layout = NULL;
  g_autofree char *pdf = NULL;

  cs_table_add_column (table, &(CsColumn){ "STT", NULL, 0, CS_ALIGN_CENTER, FALSE });
  cs_table_add_column (table, &(CsColumn){ "Đợt 1", "Số điểm", 1, CS_ALIGN_RIGHT, FALSE });
  cs_table_add_column (table, &(CsColumn){ "Đợt 2", "Số điểm", 1, CS_ALIGN_RIGHT, FALSE });
  for (guint r = 0; r < 90; r++)
    {
      if (r % 3 == 0)
        cs_table_add_row (table, CS_ROW_GROUP, (const char *[]){ "Nhóm mẫu", NULL, NULL });
      cs_table_add_row (table, CS_ROW_PLAIN, (const char *[]){ "1", "đang chấm", NULL });
    }
  cs_table_add_row (table, CS_ROW_TOTAL, (const char *[]){ "Tổng cộng", NULL, "90" });
  g_assert_cmpuint (cs_table_n_rows (table), ==, 121);
  cs_document_take_table (document, table);
  layout = judge_layout (document);
  pdf = judge_write_layout (layout, "groups.pdf");
  for (guint p = 1; p <= cs_layout_n_pages (layout); p++)
    {
      g_autofree char *text = judge_text (pdf, (int) p);
      const char *group = g_strrstr (text, "Nhóm mẫu");

      g_assert_cmpuint (judge_count (text, "Số điểm"), ==, 1);
      g_assert_nonnull (group);
      g_assert_nonnull (strstr (group, "đang chấm"));
    }
}

/* Too many columns for the paper: the type becomes smaller, words may break, but nothing leaves the page. */
static void
test_crowded (void)
{
  CsDocument *document = make_document (CS_PAGE_PORTRAIT);
  CsTable *table = cs_table_new (13, 10);
  const char *cells[24];
  g_autofree char *pdf = NULL;
  g_autoptr (Picture) picture = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      cs_table_add_column (table, &(CsColumn){ "Nghiêng", NULL, i % 2, CS_ALIGN_LEFT, FALSE });
      cells[i] = "Nghiêng\nnghiêng";
    }
  cs_table_add_row (table, CS_ROW_PLAIN, cells);
  cs_document_take_table (document, table);
  pdf = judge_write (document, "crowded.pdf");
  picture = judge_picture (pdf, 1);
  g_assert_cmpfloat_with_epsilon (picture_margin_left (picture, 20, 277), 30, 0.5);
  g_assert_cmpfloat_with_epsilon (picture_margin_right (picture, 20, 277), 15, 0.5);
}

/* Whatever the number of rows: the signature has at least two rows or lines on its page. */
static void
test_signature_company (void)
{
  for (guint n = 1; n <= 45; n++)
    {
      CsDocument *document = make_document (CS_PAGE_PORTRAIT);
      CsTable *table = make_table ();
      g_autoptr (CsLayout) layout = NULL;
      g_autofree char *pdf = NULL;
      g_autofree char *text = NULL;

      for (guint r = 1; r <= n; r++)
        add_lines (table, r, 1 + n % 2);
      cs_document_take_table (document, table);
      cs_document_add_signature (document, &(CsSignature){ .right = { "TM. HỘI ĐỒNG", "CHỦ TỊCH",
                                                                      CS_SIGNATURE_HINT, "Mẫu" } });
      layout = judge_layout (document);
      pdf = judge_write_layout (layout, "signature.pdf");
      text = judge_text (pdf, (int) cs_layout_n_pages (layout));
      g_assert_nonnull (strstr (text, CS_SIGNATURE_HINT));
      g_assert_cmpuint (judge_count (text, "L1."), >=, MIN (n, 2));
      g_assert_nonnull (strstr (text, "Nội dung"));
    }
}

/* A block that no page can hold is told, not cut. */
static void
test_too_tall (void)
{
  g_autoptr (CsDocument) document = make_document (CS_PAGE_LANDSCAPE);
  g_autoptr (CsLayout) layout = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) title = g_string_new (NULL);

  for (guint i = 0; i < 900; i++)
    g_string_append (title, "Bảng tổng hợp ");
  cs_document_add_letterhead (document, &(CsLetterhead){ .issuer = "Hội đồng mẫu", .title = title->str });
  layout = cs_document_layout (document, &error);
  g_assert_null (layout);
  g_assert_error (error, CS_ERROR, CS_ERROR_INVALID);
}

/* Long running text breaks over pages; the first page has no number, the second has. */
static void
test_paragraphs (void)
{
  CsDocument *document = make_document (CS_PAGE_PORTRAIT);
  g_autofree char *pdf = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 900; i++)
    g_string_append (text, "Đề nghị Hội đồng ");
  cs_document_add_paragraph (document,
                             &(CsParagraph){ .text = text->str, .align = CS_ALIGN_JUSTIFY, .indent = TRUE });
  pdf = judge_write (document, "paragraphs.pdf");
  first = g_strstrip (judge_text (pdf, 1));
  second = g_strstrip (judge_text (pdf, 2));
  g_assert_true (g_str_has_prefix (first, "Đề nghị"));
  g_assert_true (g_str_has_prefix (second, "2\n"));
}

/* No blocks at all: still a sheet of paper. */
static void
test_empty (void)
{
  g_autoptr (CsLayout) layout = judge_layout (make_document (CS_PAGE_PORTRAIT));
  double width, height;

  g_assert_cmpuint (cs_layout_n_pages (layout), ==, 1);
  cs_layout_page_size (layout, 0, &width, &height);
  g_assert_cmpfloat (width, <, height);
}

void
add_table_tests (void)
{
  g_test_add_func ("/report/table/rows-whole", test_rows_whole);
  g_test_add_func ("/report/table/tall-row", test_tall_row);
  g_test_add_func ("/report/table/groups", test_groups);
  g_test_add_func ("/report/table/crowded", test_crowded);
  g_test_add_func ("/report/signature/company", test_signature_company);
  g_test_add_func ("/report/layout/too-tall", test_too_tall);
  g_test_add_func ("/report/layout/paragraphs", test_paragraphs);
  g_test_add_func ("/report/layout/empty", test_empty);
}
