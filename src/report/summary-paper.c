/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/summary-paper.h"

#include "base/text.h"

#include <string.h>

#define TITLE "BẢNG TỔNG HỢP KẾT QUẢ ĐÁNH GIÁ, PHÂN HẠNG SẢN PHẨM OCOP"
#define UNVERIFIED_NOTE                                                                                                                          \
  "(*) Bản chép bộ phiếu này chưa khớp tổng điểm với bản in của Quyết định; phải đối chiếu với bản gốc " \
  "trước khi "                                                                                                                                \
  "sử dụng kết quả."

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

static const char *
or_empty (const char *text)
{
  return text != NULL ? text : "";
}

/* Returns: (transfer full): a figure as it is written in Vietnam, with a comma. */
static char *
figure (const char *decimal)
{
  return g_strdelimit (g_strdup (or_empty (decimal)), ".", ',');
}

/* Returns: (transfer full): @text with @below on a line of its own. */
static char *
two_lines (const char *text, const char *below)
{
  if (cs_text_is_blank (below))
    return g_strdup (or_empty (text));
  return g_strdup_printf ("%s\n%s", or_empty (text), below);
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
  cells[COLUMN_MINIMA] = g_strdup (or_empty (row->minima));
  cells[COLUMN_STARS] = row->stars > 0 ? g_strdup_printf ("%d sao", row->stars) : g_strdup ("Không");
  cells[COLUMN_PROPOSAL] = g_strdup (or_empty (row->proposal));
}

static void
add_row (CsTable *table, const CsUnitSummaryRow *row, guint no)
{
  char *cells[N_COLUMNS] = { NULL };

  cells[COLUMN_NO] = g_strdup_printf ("%u", no);
  cells[COLUMN_PRODUCT] = two_lines (row->product, row->code);
  cells[COLUMN_PRODUCER] = g_strdup (or_empty (row->producer));
  cells[COLUMN_PRODUCER_KIND] = g_strdup (or_empty (row->producer_kind));
  cells[COLUMN_ADDRESS] = g_strdup (or_empty (row->address));
  cells[COLUMN_FORM] = form_text (row);
  cells[COLUMN_KIND] = g_strdup (or_empty (row->kind));
  if (row->stars == CS_STARS_OPEN)
    cells[COLUMN_A] = g_strdup ("đang chấm"); /* one cell from here to the proposal */
  else
    fill_results (cells, row);
  cells[COLUMN_NOTE] = g_strdup (or_empty (row->note));
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
    cs_document_add_paragraph (document, &(CsParagraph){ .text = UNVERIFIED_NOTE,
                                                         .style = CS_FONT_ITALIC,
                                                         .size = 11,
                                                         .align = CS_ALIGN_LEFT,
                                                         .trail = TRUE });
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
  GString *text = g_string_new (or_empty (summary->round));

  if (!cs_text_is_blank (summary->level))
    {
      /* a level's name begins with a capital where it stands alone */
      g_string_append (text, text->len > 0 ? ", " : "");
      g_string_append_unichar (text, g_unichar_tolower (g_utf8_get_char (summary->level)));
      g_string_append (text, g_utf8_next_char (summary->level));
    }
  if (!cs_text_is_blank (summary->unit))
    g_string_append_printf (text, "%s%s", text->len > 0 ? " - " : "", summary->unit);
  return g_string_free (text, FALSE);
}

static void
add_letterhead (CsDocument *document, const CsUnitSummary *summary)
{
  g_autofree char *subtitle = subtitle_text (summary);

  cs_document_add_letterhead (document, &(CsLetterhead){
                                            .parent = summary->parent,
                                            .issuer = or_empty (summary->issuer),
                                            .number = or_empty (summary->number),
                                            .place = or_empty (summary->place),
                                            .date = summary->date,
                                            .title = TITLE,
                                            .subtitle = subtitle,
                                        });
}

/* Who reports what under which decision. */
static void
add_introduction (CsDocument *document, const CsUnitSummary *summary)
{
  const char *council = summary->council != NULL ? summary->council : or_empty (summary->issuer);
  g_autofree char *text = NULL;

  if (summary->rows->len > 0)
    text = g_strdup_printf (
        "Căn cứ Bộ tiêu chí ban hành kèm theo Quyết định số %s, %s tổng hợp kết quả đánh giá, "
        "phân hạng sản phẩm như sau:",
        or_empty (summary->regulation), council);
  else
    text =
        g_strdup_printf ("Căn cứ Bộ tiêu chí ban hành kèm theo Quyết định số %s, %s báo cáo: trong đợt này "
                         "không có sản phẩm nào đăng ký đánh giá, phân hạng.",
                         or_empty (summary->regulation), council);
  cs_document_add_paragraph (document, &(CsParagraph){ .text = text,
                                                       .align = CS_ALIGN_JUSTIFY,
                                                       .indent = TRUE,
                                                       .lead = summary->rows->len > 0 });
}

static void
add_signature (CsDocument *document, const CsUnitSummary *summary)
{
  const CsSigner secretary = { NULL, "Thư ký", CS_SIGNATURE_HINT, summary->secretary };
  g_autoptr (GPtrArray) recipients = g_ptr_array_new ();
  CsSignature signature = {
    .right = { summary->authority, or_empty (summary->role), CS_SIGNATURE_HINT, summary->signer },
  };

  for (guint i = 0; i < summary->recipients->len; i++)
    g_ptr_array_add (recipients, g_ptr_array_index (summary->recipients, i));
  g_ptr_array_add (recipients, NULL);
  if (summary->secretary != NULL)
    signature.left = &secretary;
  else if (summary->recipients->len > 0)
    signature.recipients = (const char *const *) recipients->pdata;
  cs_document_add_signature (document, &signature);
}

/* Returns: (transfer full): what tells a loose page from another book's. */
static char *
foot_text (const CsUnitSummary *summary)
{
  const char *parts[4];
  guint n = 0;
  g_autofree char *regulation =
      summary->regulation != NULL ? g_strdup_printf ("Quyết định số %s", summary->regulation) : NULL;

  if (!cs_text_is_blank (summary->book))
    parts[n++] = summary->book;
  if (regulation != NULL)
    parts[n++] = regulation;
  if (!cs_text_is_blank (summary->program))
    parts[n++] = summary->program;
  parts[n] = NULL;
  return g_strjoinv (" · ", (char **) parts);
}

CsDocument *
cs_summary_paper_new (const CsUnitSummary *summary)
{
  g_autofree char *title = NULL;
  g_autofree char *foot = NULL;
  CsDocument *document;

  g_return_val_if_fail (summary != NULL, NULL);
  title = g_strdup_printf ("%s - %s, %s", TITLE, or_empty (summary->unit), or_empty (summary->round));
  foot = foot_text (summary);
  document = cs_document_new (&(CsDocumentInfo){
      .orientation = CS_PAGE_LANDSCAPE,
      .title = title,
      .creator = or_empty (summary->program),
      .created = or_empty (summary->created),
      .foot = foot,
  });
  add_letterhead (document, summary);
  add_introduction (document, summary);
  if (summary->rows->len > 0)
    {
      add_table (document, summary);
      add_totals (document, summary);
    }
  add_signature (document, summary);
  return document;
}
