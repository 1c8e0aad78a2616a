/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/papers/summary-paper.h"

#include "base/text.h"
#include "report/papers/paper-frame.h"
#include "summary/paper/paper-text.h"

#include <string.h>

#define TITLE "BẢNG TỔNG HỢP KẾT QUẢ ĐÁNH GIÁ, PHÂN HẠNG SẢN PHẨM OCOP"

enum
{
  COLUMN_NO,
  COLUMN_PRODUCT,
  COLUMN_PRODUCER,
  COLUMN_PRODUCER_KIND,
  COLUMN_ADDRESS,
  COLUMN_FORM,
  COLUMN_KIND,
  COLUMN_A,
  COLUMN_B,
  COLUMN_C,
  COLUMN_TOTAL,
  COLUMN_SPREAD,
  COLUMN_MINIMA,
  COLUMN_STARS,
  COLUMN_PROPOSAL,
  COLUMN_NOTE,
  N_COLUMNS,
};

static const CsColumn columns[N_COLUMNS] = {
  [COLUMN_NO] = { "STT", NULL, 0, CS_ALIGN_CENTER, FALSE },
  [COLUMN_PRODUCT] = { "Sản phẩm", NULL, 12, CS_ALIGN_LEFT, TRUE },
  [COLUMN_PRODUCER] = { "Chủ thể", NULL, 13, CS_ALIGN_LEFT, FALSE },
  [COLUMN_PRODUCER_KIND] = { "Loại hình", NULL, 8, CS_ALIGN_LEFT, FALSE },
  [COLUMN_ADDRESS] = { "Địa chỉ", NULL, 10, CS_ALIGN_LEFT, FALSE },
  [COLUMN_FORM] = { "Bộ phiếu", NULL, 11, CS_ALIGN_LEFT, FALSE },
  [COLUMN_KIND] = { "Hình thức", NULL, 5, CS_ALIGN_LEFT, FALSE },
  [COLUMN_A] = { "A", "Điểm trung bình", 0, CS_ALIGN_RIGHT, FALSE },
  [COLUMN_B] = { "B", "Điểm trung bình", 0, CS_ALIGN_RIGHT, FALSE },
  [COLUMN_C] = { "C", "Điểm trung bình", 0, CS_ALIGN_RIGHT, FALSE },
  [COLUMN_TOTAL] = { "Tổng", "Điểm trung bình", 0, CS_ALIGN_RIGHT, TRUE },
  [COLUMN_SPREAD] = { "Chênh lệch", NULL, 0, CS_ALIGN_CENTER, FALSE },
  [COLUMN_MINIMA] = { "Điều kiện tối thiểu", NULL, 10, CS_ALIGN_LEFT, FALSE },
  [COLUMN_STARS] = { "Hạng sao", NULL, 0, CS_ALIGN_CENTER, TRUE },
  [COLUMN_PROPOSAL] = { "Đề xuất", NULL, 8, CS_ALIGN_LEFT, FALSE },
  [COLUMN_NOTE] = { "Ghi chú", NULL, 8, CS_ALIGN_LEFT, FALSE },
};

/* Returns: (transfer full): a figure as it is written in Vietnam, with a comma. */
static char *
figure (const char *decimal)
{
  return g_strdelimit (g_strdup (cs_paper_or_empty (decimal)), ".", ',');
}

static char *
form_text (const CsUnitSummaryRow *row)
{
  const char *mark = row->form_verified ? "" : " (*)";

  if (cs_text_is_blank (row->form_name))
    return g_strdup_printf ("%d%s", row->form_no, mark);
  return g_strdup_printf ("%d. %s%s", row->form_no, row->form_name, mark);
}

/* Fills the cells that only a closed product has. @cells owns its texts. */
static void
fill_results (char **cells, const CsUnitSummaryRow *row)
{
  for (guint i = 0; i < G_N_ELEMENTS (row->parts); i++)
    cells[COLUMN_A + i] = figure (row->parts[i]);
  cells[COLUMN_TOTAL] = figure (row->total);
  cells[COLUMN_SPREAD] = figure (row->spread);
  cells[COLUMN_MINIMA] = g_strdup (cs_paper_or_empty (row->minima));
  cells[COLUMN_STARS] = row->stars > 0 ? g_strdup_printf ("%d sao", row->stars) : g_strdup ("Không");
  cells[COLUMN_PROPOSAL] = g_strdup (cs_paper_or_empty (row->proposal));
}

static void
add_row (CsTable *table, const CsUnitSummaryRow *row, guint no)
{
  char *cells[N_COLUMNS] = { NULL };

  cells[COLUMN_NO] = g_strdup_printf ("%u", no);
  cells[COLUMN_PRODUCT] = cs_paper_two_lines (row->product, row->code);
  cells[COLUMN_PRODUCER] = g_strdup (cs_paper_or_empty (row->producer));
  cells[COLUMN_PRODUCER_KIND] = g_strdup (cs_paper_or_empty (row->producer_kind));
  cells[COLUMN_ADDRESS] = g_strdup (cs_paper_or_empty (row->address));
  cells[COLUMN_FORM] = form_text (row);
  cells[COLUMN_KIND] = g_strdup (cs_paper_or_empty (row->kind));
  if (row->stars == CS_STARS_OPEN)
    cells[COLUMN_A] = g_strdup ("đang chấm"); /* one cell from here to the proposal */
  else
    fill_results (cells, row);
  cells[COLUMN_NOTE] = g_strdup (cs_paper_or_empty (row->note));
  cs_table_add_row (table, CS_ROW_PLAIN, (const char *const *) cells);
  for (guint i = 0; i < N_COLUMNS; i++)
    g_free (cells[i]);
}

static void
add_table (CsDocument *document, const CsUnitSummary *summary)
{
  CsTable *table = cs_table_new (11, CS_TABLE_SIZE_LEAST);
  gboolean verified = TRUE;

  for (guint i = 0; i < N_COLUMNS; i++)
    cs_table_add_column (table, &columns[i]);
  for (guint i = 0; i < summary->rows->len; i++)
    {
      const CsUnitSummaryRow *row = g_ptr_array_index (summary->rows, i);

      add_row (table, row, i + 1);
      verified = verified && row->form_verified;
    }
  cs_document_take_table (document, table);
  if (!verified)
    cs_paper_frame_add_unverified (document, NULL);
}

/* One sentence with all totals; stars that have no decision (1 and 2) only when there are any. */
static void
add_totals (CsDocument *document, const CsUnitSummary *summary)
{
  GString *text = g_string_new (NULL);
  g_autofree char *line = NULL;
  int below = summary->by_stars[0] + summary->by_stars[1] + summary->by_stars[2];

  g_string_append_printf (text,
                          "Tổng số sản phẩm đăng ký: %d; đã đánh giá xong: %d; trong đó: đạt 5 sao: %d, ",
                          summary->registered, summary->scored, summary->by_stars[5]);
  g_string_append_printf (text, "đạt 4 sao: %d, đạt 3 sao: %d", summary->by_stars[4], summary->by_stars[3]);
  if (below > 0)
    g_string_append_printf (text, ", dưới 3 sao: %d", below);
  g_string_append_printf (text, "; đề nghị chuyển cấp trên đánh giá: %d.", summary->forwarded);
  line = g_string_free (text, FALSE);
  cs_document_add_paragraph (document,
                             &(CsParagraph){
                                 .text = line, .align = CS_ALIGN_JUSTIFY, .indent = TRUE, .trail = TRUE });
}

/* Returns: (transfer full): "Đợt 1 năm 2024, cấp huyện - Thành phố Trà Vinh". */
static char *
subtitle_text (const CsUnitSummary *summary)
{
  GString *text = g_string_new (cs_paper_or_empty (summary->head.round));

  if (!cs_text_is_blank (summary->head.level))
    {
      /* a level's name begins with a capital where it stands alone */
      g_autofree char *level = cs_paper_lower_first (summary->head.level);

      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", level);
    }
  if (!cs_text_is_blank (summary->head.unit))
    g_string_append_printf (text, "%s%s", text->len > 0 ? " - " : "", summary->head.unit);
  return g_string_free (text, FALSE);
}

/* Who reports what under which decision. */
static void
add_introduction (CsDocument *document, const CsUnitSummary *summary)
{
  const char *council =
      summary->head.council != NULL ? summary->head.council : cs_paper_or_empty (summary->head.issuer);
  g_autofree char *text = NULL;

  if (summary->rows->len > 0)
    text = g_strdup_printf (
        "Căn cứ Bộ tiêu chí ban hành kèm theo Quyết định số %s, %s tổng hợp kết quả đánh giá, "
        "phân hạng sản phẩm như sau:",
        cs_paper_or_empty (summary->head.regulation), council);
  else
    text =
        g_strdup_printf ("Căn cứ Bộ tiêu chí ban hành kèm theo Quyết định số %s, %s báo cáo: trong đợt này "
                         "không có sản phẩm nào đăng ký đánh giá, phân hạng.",
                         cs_paper_or_empty (summary->head.regulation), council);
  cs_document_add_paragraph (document, &(CsParagraph){ .text = text,
                                                       .align = CS_ALIGN_JUSTIFY,
                                                       .indent = TRUE,
                                                       .lead = summary->rows->len > 0 });
}

CsDocument *
cs_summary_paper_new (const CsUnitSummary *summary)
{
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;
  CsDocument *document;

  g_return_val_if_fail (summary != NULL, NULL);
  title = g_strdup_printf ("%s - %s, %s", TITLE, cs_paper_or_empty (summary->head.unit),
                           cs_paper_or_empty (summary->head.round));
  subtitle = subtitle_text (summary);
  document = cs_paper_frame_new (&summary->head, CS_PAGE_LANDSCAPE, title, NULL);
  cs_paper_frame_add_letterhead (document, &summary->head, TRUE, TRUE, TITLE, subtitle);
  add_introduction (document, summary);
  if (summary->rows->len > 0)
    {
      add_table (document, summary);
      add_totals (document, summary);
    }
  cs_paper_frame_add_signatures (document, &summary->head, summary->recipients);
  return document;
}
