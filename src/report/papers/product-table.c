/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/papers/product-table.h"

#include "base/text.h"
#include "report/papers/paper-frame.h"
#include "summary/paper/paper-text.h"

#define TITLE      "Bảng điểm đánh giá sản phẩm của Hội đồng"
#define TABLE_SIZE 10.5
#define LIST_SIZE  11.0

/* So many members have room beside the criteria. */
#define UPRIGHT_MEMBERS 8
#define LYING_MEMBERS   15

/* --- head --- */

static void
add_facts (CsDocument *document, const CsProductSummary *summary)
{
  CsTable *facts = cs_paper_facts_new ();
  g_autofree char *producer = g_strdup_printf ("%s (%s)", cs_paper_or_empty (summary->producer),
                                               cs_paper_or_empty (summary->producer_kind));
  g_autofree char *form =
      g_strdup_printf ("%d. %s%s", summary->form_no, cs_paper_or_empty (summary->form_name),
                       summary->form_verified ? "" : " (*)");
  g_autofree char *level = cs_paper_lower_first (cs_paper_or_empty (summary->head.level));
  g_autofree char *round = g_strdup_printf ("%s, %s", cs_paper_or_empty (summary->head.round), level);

  cs_paper_facts_add (facts, "Sản phẩm", summary->product);
  cs_paper_facts_add (facts, "Mã sản phẩm", summary->code);
  cs_paper_facts_add (facts, "Chủ thể", producer);
  if (!cs_text_is_blank (summary->address))
    cs_paper_facts_add (facts, "Địa chỉ", summary->address);
  cs_paper_facts_add (facts, "Bộ phiếu", form);
  cs_paper_facts_add (facts, "Hình thức", summary->kind);
  cs_paper_facts_add (facts, "Đợt", round);
  if (summary->verdict != NULL)
    cs_paper_facts_add (facts, "Kết quả", summary->verdict);
  cs_document_take_table (document, facts);
}

/* --- members --- */

static void
add_member (CsTable *table, const CsProductSummary *summary, guint i)
{
  const CsProductMember *member = g_ptr_array_index (summary->members, i);
  g_autofree char *no = g_strdup_printf ("%u", i + 1);
  g_autofree char *who = cs_paper_two_lines (member->name, member->organisation);
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();

  g_ptr_array_add (cells, no);
  g_ptr_array_add (cells, who);
  g_ptr_array_add (cells, member->role);
  g_ptr_array_add (cells, member->state);
  for (guint p = 0; p < summary->part_codes->len; p++)
    g_ptr_array_add (cells, (gpointer) (member->has_points ? member->parts[p] : "–"));
  g_ptr_array_add (cells, (gpointer) (member->has_points ? member->total : "–"));
  cs_table_add_row (table, CS_ROW_PLAIN, (const char *const *) cells->pdata);
}

static void
add_members (CsDocument *document, const CsProductSummary *summary)
{
  CsTable *table = cs_table_new (LIST_SIZE, CS_TABLE_SIZE_LEAST);

  cs_paper_frame_add_heading (document, "Thành viên chấm điểm");
  cs_table_add_column (table, &(CsColumn){ "STT", NULL, 0, CS_ALIGN_CENTER, FALSE, FALSE });
  cs_table_add_column (table, &(CsColumn){ "Họ và tên", NULL, 4, CS_ALIGN_LEFT, TRUE, FALSE });
  cs_table_add_column (table, &(CsColumn){ "Vai trò", NULL, 3, CS_ALIGN_LEFT, FALSE, FALSE });
  cs_table_add_column (table, &(CsColumn){ "Tình trạng", NULL, 4, CS_ALIGN_LEFT, FALSE, FALSE });
  for (guint p = 0; p < summary->part_codes->len; p++)
    cs_table_add_column (table, &(CsColumn){ g_ptr_array_index (summary->part_codes, p), "Điểm được tính", 0,
                                             CS_ALIGN_CENTER, FALSE, FALSE });
  cs_table_add_column (table, &(CsColumn){ "Tổng", "Điểm được tính", 0, CS_ALIGN_CENTER, TRUE, FALSE });
  for (guint i = 0; i < summary->members->len; i++)
    add_member (table, summary, i);
  cs_document_take_table (document, table);
  if (summary->quorum != NULL)
    cs_paper_frame_add_note (document, summary->quorum);
}

/* --- the points of a round --- */

/* Columns of one table: members [first, end). */
typedef struct
{
  guint first;
  guint end;
  gboolean mean; /* the last of the round's tables has it */
} Range;

static CsRowKind
row_kind (CsProductLineKind kind)
{
  switch (kind)
    {
    case CS_PRODUCT_LINE_PART:
    case CS_PRODUCT_LINE_SECTION:
    case CS_PRODUCT_LINE_HEADING:
      return CS_ROW_GROUP;
    case CS_PRODUCT_LINE_TOTAL:
      return CS_ROW_TOTAL;
    case CS_PRODUCT_LINE_CRITERION:
    default:
      return CS_ROW_PLAIN;
    }
}

static char *
line_title (const CsProductLine *line)
{
  g_autofree char *upper = NULL;

  if (line->kind != CS_PRODUCT_LINE_PART)
    return g_strdup (line->title);
  upper = g_utf8_strup (line->title, -1);
  return g_strdup_printf ("PHẦN %s. %s", line->no, upper);
}

static void
add_line (CsTable *table, const CsProductLine *line, const Range *range)
{
  g_autofree char *title = line_title (line);
  g_autofree char *max = g_strdup_printf ("%d", line->max);
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();
  guint n = g_strv_length (line->cells);

  if (line->kind == CS_PRODUCT_LINE_TOTAL)
    {
      g_ptr_array_add (cells, title);
      g_ptr_array_add (cells, NULL);
    }
  else
    {
      g_ptr_array_add (cells, line->no);
      g_ptr_array_add (cells, title);
    }
  g_ptr_array_add (cells, max);
  for (guint i = range->first; i < range->end; i++)
    g_ptr_array_add (cells, (gpointer) (i < n ? line->cells[i] : ""));
  if (range->mean)
    g_ptr_array_add (cells, (gpointer) cs_paper_or_empty (line->mean));
  cs_table_add_row (table, row_kind (line->kind), (const char *const *) cells->pdata);
}

static void
add_columns (CsTable *table, const CsProductSummary *summary, const Range *range)
{
  cs_table_add_column (table, &(CsColumn){ "TT", NULL, 0, CS_ALIGN_CENTER, FALSE, FALSE });
  cs_table_add_column (table, &(CsColumn){ "Tiêu chí", NULL, 8, CS_ALIGN_LEFT, FALSE, FALSE });
  cs_table_add_column (table, &(CsColumn){ "Tối đa", NULL, 0, CS_ALIGN_CENTER, FALSE, FALSE });
  for (guint i = range->first; i < range->end; i++)
    {
      const CsProductMember *member = g_ptr_array_index (summary->members, i);
      g_autofree char *no = g_strdup_printf ("%u%s", i + 1, member->former ? "\n(cũ)" : "");

      cs_table_add_column (table, &(CsColumn){ no, "Thành viên (số thứ tự như trên)", 1, CS_ALIGN_CENTER,
                                               FALSE, FALSE });
    }
  if (range->mean)
    cs_table_add_column (table, &(CsColumn){ "Trung bình", NULL, 0, CS_ALIGN_CENTER, TRUE, FALSE });
}

static void
add_points (CsDocument *document, const CsProductSummary *summary, const CsProductRound *round, Range range)
{
  CsTable *table = cs_table_new (TABLE_SIZE, CS_TABLE_SIZE_LEAST);

  add_columns (table, summary, &range);
  for (guint i = 0; i < round->lines->len; i++)
    add_line (table, g_ptr_array_index (round->lines, i), &range);
  cs_document_take_table (document, table);
}

static void
add_round_heading (CsDocument *document,
                   const CsProductSummary *summary,
                   const CsProductRound *round,
                   Range range)
{
  GString *text = g_string_new ("Điểm chấm");
  g_autofree char *heading = NULL;

  if (summary->rounds->len > 1)
    g_string_append_printf (text, " lần %d", round->no);
  if (range.first > 0 || range.end < summary->members->len)
    g_string_append_printf (text, ", thành viên %u đến %u", range.first + 1, range.end);
  heading = g_string_free (text, FALSE);
  cs_paper_frame_add_heading (document, heading);
}

static void
add_notes (CsDocument *document, const GPtrArray *notes)
{
  for (guint i = 0; i < notes->len; i++)
    cs_paper_frame_add_note (document, g_ptr_array_index (notes, i));
}

static void
add_marks (CsDocument *document, const GArray *marks)
{
  GString *text = g_string_new ("Ký hiệu: ");
  g_autofree char *line = NULL;

  for (guint i = 0; i < marks->len; i++)
    {
      const CsProductMark *mark = &g_array_index (marks, CsProductMark, i);

      g_string_append_printf (text, "%s%s: %s", i > 0 ? "; " : "", mark->mark, mark->word);
    }
  line = g_strdup_printf ("%s. Những ô này không tính là 0 và không vào trung bình.", text->str);
  g_string_free (text, TRUE);
  if (marks->len > 0)
    cs_paper_frame_add_note (document, line);
}

static void
add_round (CsDocument *document, const CsProductSummary *summary, const CsProductRound *round)
{
  guint n = summary->members->len;
  guint n_tables = MAX ((n + LYING_MEMBERS - 1) / LYING_MEMBERS, 1);

  for (guint t = 0; t < n_tables; t++)
    {
      Range range = { n * t / n_tables, n * (t + 1) / n_tables, t + 1 == n_tables };

      add_round_heading (document, summary, round, range);
      add_points (document, summary, round, range);
    }
  add_marks (document, summary->marks);
  add_notes (document, round->remarks);
  if (round->spread != NULL)
    cs_paper_frame_add_text (document, round->spread, TRUE);
  if (round->talks->len > 0)
    {
      g_autofree char *heading = g_strdup_printf ("Thảo luận sau lần chấm %d", round->no);

      cs_paper_frame_add_heading (document, heading);
      cs_paper_frame_add_items (document, round->talks);
    }
}

/* --- what came of it --- */

static void
add_list (CsDocument *document, const char *heading, const GPtrArray *texts)
{
  if (texts->len == 0)
    return;
  cs_paper_frame_add_heading (document, heading);
  cs_paper_frame_add_items (document, texts);
}

static void
add_ended (CsDocument *document, const GPtrArray *ended)
{
  CsTable *table;

  if (ended->len == 0)
    return;
  cs_paper_frame_add_heading (document, "Phiếu đã trả lại hoặc chuyển đi");
  table = cs_table_new (LIST_SIZE, CS_TABLE_SIZE_LEAST);
  cs_table_add_column (table, &(CsColumn){ "Thành viên", NULL, 3, CS_ALIGN_LEFT, FALSE, FALSE });
  cs_table_add_column (table, &(CsColumn){ "Lần chấm", NULL, 0, CS_ALIGN_CENTER, FALSE, FALSE });
  cs_table_add_column (table, &(CsColumn){ "Xử lý", NULL, 2, CS_ALIGN_LEFT, FALSE, FALSE });
  cs_table_add_column (table, &(CsColumn){ "Thời điểm", NULL, 2, CS_ALIGN_LEFT, FALSE, FALSE });
  cs_table_add_column (table, &(CsColumn){ "Người thực hiện", NULL, 3, CS_ALIGN_LEFT, FALSE, FALSE });
  cs_table_add_column (table, &(CsColumn){ "Lý do", NULL, 5, CS_ALIGN_LEFT, FALSE, FALSE });
  for (guint i = 0; i < ended->len; i++)
    {
      const CsProductEnded *row = g_ptr_array_index (ended, i);
      g_autofree char *round = g_strdup_printf ("%d", row->scoring_round);

      cs_table_add_row (table, CS_ROW_PLAIN,
                        (const char *const[]){ row->member, round, row->what, row->when, row->by,
                                               row->reason });
    }
  cs_document_take_table (document, table);
}

static void
add_minimum (CsTable *table, const CsProductMinimum *minimum)
{
  g_autofree char *star = g_strdup_printf ("%d sao", minimum->star);
  g_autofree char *title = g_strdup_printf ("%s. %s", minimum->no, minimum->title);
  g_autofree char *needed = g_strdup_printf ("%d", minimum->needed);

  cs_table_add_row (table, CS_ROW_PLAIN,
                    (const char *const[]){ star, title, needed, minimum->have, minimum->reached_by,
                                           minimum->holds ? "Đạt" : "KHÔNG ĐẠT" });
}

static void
add_minima (CsDocument *document, const GPtrArray *minima)
{
  CsTable *table;

  if (minima->len == 0)
    return;
  cs_paper_frame_add_heading (document, "Điều kiện tối thiểu của từng hạng sao");
  table = cs_table_new (LIST_SIZE, CS_TABLE_SIZE_LEAST);
  cs_table_add_column (table, &(CsColumn){ "Hạng", NULL, 0, CS_ALIGN_CENTER, FALSE, FALSE });
  cs_table_add_column (table, &(CsColumn){ "Tiêu chí", NULL, 1, CS_ALIGN_LEFT, FALSE, FALSE });
  cs_table_add_column (table, &(CsColumn){ "Cần", "Điểm", 0, CS_ALIGN_CENTER, FALSE, FALSE });
  cs_table_add_column (table, &(CsColumn){ "Trung bình", "Điểm", 0, CS_ALIGN_CENTER, FALSE, FALSE });
  cs_table_add_column (table, &(CsColumn){ "Số phiếu đạt", NULL, 0, CS_ALIGN_CENTER, FALSE, FALSE });
  cs_table_add_column (table, &(CsColumn){ "Kết quả", NULL, 0, CS_ALIGN_CENTER, TRUE, FALSE });
  for (guint i = 0; i < minima->len; i++)
    add_minimum (table, g_ptr_array_index (minima, i));
  cs_document_take_table (document, table);
}

static void
add_grounds (CsDocument *document, const GPtrArray *grounds)
{
  cs_paper_frame_add_heading (document, "Căn cứ loại");
  if (grounds->len > 0)
    cs_paper_frame_add_items (document, grounds);
  else
    cs_paper_frame_add_text (document, "Không có căn cứ loại nào được nêu.", TRUE);
}

static void
add_verdict (CsDocument *document, const CsProductSummary *summary)
{
  g_autofree char *text = NULL;

  cs_paper_frame_add_heading (document, "Kết luận");
  if (summary->verdict == NULL)
    text = g_strdup ("Không có phiếu nào được tính.");
  else
    text = g_strdup_printf ("%s. Đề xuất: %s.", summary->verdict, cs_paper_or_empty (summary->outcome));
  cs_document_add_paragraph (document, &(CsParagraph){ .text = text,
                                                       .style = CS_FONT_BOLD,
                                                       .align = CS_ALIGN_JUSTIFY,
                                                       .indent = TRUE,
                                                       .trail = TRUE });
}

CsDocument *
cs_product_table_new (const CsProductSummary *summary)
{
  g_autofree char *title = NULL;
  CsPageOrientation orientation;
  CsDocument *document;

  g_return_val_if_fail (summary != NULL, NULL);
  title = g_strdup_printf ("%s - %s", TITLE, cs_paper_or_empty (summary->product));
  orientation = summary->members->len > UPRIGHT_MEMBERS ? CS_PAGE_LANDSCAPE : CS_PAGE_PORTRAIT;
  document = cs_paper_frame_new (&summary->head, orientation, title, NULL);
  cs_paper_frame_add_letterhead (document, &summary->head, FALSE, TRUE, TITLE, summary->product);
  add_facts (document, summary);
  add_members (document, summary);
  for (guint i = 0; i < summary->rounds->len; i++)
    add_round (document, summary, g_ptr_array_index (summary->rounds, i));
  if (!summary->form_verified)
    cs_paper_frame_add_unverified (document, summary->form_note);
  add_list (document, "Cảnh báo: phiếu giống nhau", summary->copies);
  add_ended (document, summary->ended);
  add_minima (document, summary->minima);
  add_grounds (document, summary->grounds);
  add_verdict (document, summary);
  add_list (document, "Độ chắc chắn của kết quả", summary->robustness);
  add_list (document, "Chốt kết quả và mở lại", summary->history);
  cs_paper_frame_add_signatures (document, &summary->head, NULL);
  return document;
}
