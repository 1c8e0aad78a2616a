/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/papers/minutes-paper.h"

#include "base/text.h"
#include "report/papers/paper-frame.h"
#include "summary/paper/paper-text.h"

#define TITLE      "Biên bản"
#define DRAFT      "DỰ THẢO – phiên họp chưa kết thúc"
#define LIST_SIZE  11.0
#define ABOUT_SIZE 12.0
#define SIGN_ROOM  "\n\n" /* two lines more: for a hand */

#define EXPLANATION                                                                                                                          \
  "W: hệ số hòa hợp Kendall; χ²: với số bậc tự do df; ICC: hệ số tương quan nội cụm của một phiếu theo ba " \
  "mô hình; alpha: hệ số Cronbach. Chỉ so sánh những thành viên có phiếu ở mọi sản phẩm của dòng đó."

/* --- head --- */

/* The council, the session and by what they sit. */
static void
add_opening (CsDocument *document, const CsMinutes *minutes)
{
  const CsPaperHead *head = &minutes->head;
  g_autofree char *level = cs_paper_lower_first (cs_paper_or_empty (head->level));
  g_autofree char *round = cs_paper_lower_first (cs_paper_or_empty (head->round));
  g_autofree char *text =
      g_strdup_printf ("%s tiến hành phiên họp số %d, %s, %s, với thành phần, nội dung và kết quả như sau:",
                       cs_paper_or_empty (head->council), minutes->no, round, level);

  for (guint i = 0; i < minutes->bases->len; i++)
    cs_document_add_paragraph (document, &(CsParagraph){ .text = g_ptr_array_index (minutes->bases, i),
                                                         .style = CS_FONT_ITALIC,
                                                         .align = CS_ALIGN_JUSTIFY,
                                                         .indent = TRUE });
  cs_document_add_paragraph (document,
                             &(CsParagraph){
                                 .text = text, .align = CS_ALIGN_JUSTIFY, .indent = TRUE, .lead = TRUE });
}

static void
add_facts (CsDocument *document, const CsMinutes *minutes)
{
  CsTable *facts = cs_paper_facts_new ();

  cs_paper_facts_add (facts, "Ngày họp", minutes->held_on);
  cs_paper_facts_add (facts, "Khai mạc", minutes->opened);
  cs_paper_facts_add (facts, "Kết thúc", minutes->closed != NULL ? minutes->closed : "chưa kết thúc");
  cs_paper_facts_add (facts, "Địa điểm", cs_text_is_blank (minutes->place) ? "sổ không ghi" : minutes->place);
  cs_paper_facts_add (facts, "Chủ tọa", minutes->led_by);
  cs_paper_facts_add (facts, "Thư ký", cs_text_is_blank (minutes->secretary) ? "vắng" : minutes->secretary);
  cs_document_take_table (document, facts);
}

static void
add_head (CsDocument *document, const CsMinutes *minutes)
{
  g_autofree char *subtitle =
      g_strdup_printf ("Phiên họp số %d của %s", minutes->no, cs_paper_or_empty (minutes->head.council));

  cs_paper_frame_add_letterhead (document, &minutes->head, TRUE, FALSE, TITLE, subtitle);
  if (minutes->draft)
    cs_document_add_paragraph (document, &(CsParagraph){ .text = DRAFT,
                                                         .style = CS_FONT_BOLD,
                                                         .align = CS_ALIGN_CENTER,
                                                         .lead = TRUE });
  add_opening (document, minutes);
  add_facts (document, minutes);
}

/* --- who was there, by which rules --- */

static void
add_list (CsDocument *document, const char *heading, const GPtrArray *texts)
{
  if (texts->len == 0)
    return;
  cs_paper_frame_add_heading (document, heading);
  cs_paper_frame_add_items (document, texts);
}

static void
add_members (CsDocument *document, const CsMinutes *minutes)
{
  CsTable *table = cs_table_new (LIST_SIZE, CS_TABLE_SIZE_LEAST);

  cs_table_add_column (table, &(CsColumn){ "STT", NULL, 0, CS_ALIGN_CENTER, FALSE, FALSE });
  cs_table_add_column (table, &(CsColumn){ "Họ và tên", NULL, 4, CS_ALIGN_LEFT, TRUE, FALSE });
  cs_table_add_column (table, &(CsColumn){ "Vai trò", NULL, 0, CS_ALIGN_LEFT, FALSE, FALSE });
  cs_table_add_column (table, &(CsColumn){ "Cơ quan", NULL, 4, CS_ALIGN_LEFT, FALSE, FALSE });
  cs_table_add_column (table, &(CsColumn){ "Đến", "Có mặt", 2, CS_ALIGN_CENTER, FALSE, FALSE });
  cs_table_add_column (table, &(CsColumn){ "Về", "Có mặt", 2, CS_ALIGN_CENTER, FALSE, FALSE });
  for (guint i = 0; i < minutes->members->len; i++)
    {
      const CsMinutesMember *member = g_ptr_array_index (minutes->members, i);
      g_autofree char *no = g_strdup_printf ("%u", i + 1);
      gboolean absent = member->absence != NULL;

      cs_table_add_row (table, CS_ROW_PLAIN,
                        (const char *const[]){ no, member->name, member->role, member->organisation,
                                               absent ? member->absence : member->came,
                                               absent ? NULL : member->left });
    }
  cs_document_take_table (document, table);
}

static void
add_attendance (CsDocument *document, const CsMinutes *minutes)
{
  cs_paper_frame_add_heading (document, "I. THÀNH PHẦN DỰ HỌP");
  add_members (document, minutes);
  add_list (document, "Số thành viên có mặt", minutes->quorum);
  add_list (document, "Tổ giúp việc của Hội đồng", minutes->working_group);
}

static void
add_rules (CsDocument *document, const CsMinutes *minutes)
{
  add_list (document, "II. QUY ĐỊNH LÀM VIỆC", minutes->rules);
  add_list (document, "Thay đổi quy định làm việc", minutes->changes);
  add_list (document, "Thay đổi thành viên Hội đồng", minutes->seats);
}

/* --- products --- */

static void
add_verdict (CsDocument *document, const CsMinutesItem *item)
{
  g_autofree char *text =
      g_strdup_printf ("Kết luận: %s.%s%s", item->verdict, item->outcome != NULL ? " " : "",
                       cs_paper_or_empty (item->outcome));

  cs_document_add_paragraph (document, &(CsParagraph){ .text = text,
                                                       .style = CS_FONT_BOLD,
                                                       .size = ABOUT_SIZE,
                                                       .align = CS_ALIGN_JUSTIFY,
                                                       .trail = TRUE });
}

static void
add_item (CsDocument *document, const CsMinutesItem *item, guint no)
{
  g_autofree char *heading = g_strdup_printf ("%u. %s (mã\u00a0%s)%s", no, item->product, item->code,
                                              item->standing == CS_MINUTES_REHEARSAL ? " – chấm thử" : "");

  cs_paper_frame_add_heading (document, heading);
  cs_document_add_paragraph (document, &(CsParagraph){ .text = item->about,
                                                       .style = CS_FONT_ITALIC,
                                                       .size = ABOUT_SIZE,
                                                       .align = CS_ALIGN_JUSTIFY,
                                                       .lead = item->facts->len > 0,
                                                       .trail = TRUE });
  cs_paper_frame_add_items (document, item->facts);
  if (item->verdict != NULL)
    add_verdict (document, item);
}

static void
add_items (CsDocument *document, const CsMinutes *minutes)
{
  cs_paper_frame_add_heading (document, "III. CHƯƠNG TRÌNH HỌP VÀ TỪNG SẢN PHẨM");
  if (minutes->items->len == 0)
    cs_paper_frame_add_text (document, "Chương trình họp không có sản phẩm nào.", TRUE);
  for (guint i = 0; i < minutes->items->len; i++)
    add_item (document, g_ptr_array_index (minutes->items, i), i + 1);
  if (minutes->unverified)
    cs_paper_frame_add_unverified (document, NULL);
}

static void
add_result (CsTable *table, const CsMinutesItem *item, guint no)
{
  g_autofree char *number = g_strdup_printf ("%u", no);

  cs_table_add_row (table, CS_ROW_PLAIN,
                    item->has_points
                        ? (const char *const[]){ number, item->code, item->product, item->parts[0],
                                                 item->parts[1], item->parts[2], item->total, item->spread,
                                                 item->stars }
                        : (const char *const[]){ number, item->code, item->product,
                                                 "không có phiếu được tính", NULL, NULL, NULL, NULL, NULL });
}

static void
add_results (CsDocument *document, const CsMinutes *minutes)
{
  CsTable *table;

  cs_paper_frame_add_heading (document, "IV. BẢNG TỔNG HỢP KẾT QUẢ");
  if (minutes->n_closed == 0)
    {
      cs_paper_frame_add_text (document, "Chưa có sản phẩm nào được chốt kết quả.", TRUE);
      return;
    }
  table = cs_table_new (LIST_SIZE, CS_TABLE_SIZE_LEAST);
  cs_table_add_column (table, &(CsColumn){ "STT", NULL, 0, CS_ALIGN_CENTER, FALSE, FALSE });
  cs_table_add_column (table, &(CsColumn){ "Mã sản phẩm", NULL, 4, CS_ALIGN_LEFT, FALSE, FALSE });
  cs_table_add_column (table, &(CsColumn){ "Sản phẩm", NULL, 6, CS_ALIGN_LEFT, TRUE, FALSE });
  cs_table_add_column (table, &(CsColumn){ "A", "Điểm trung bình", 0, CS_ALIGN_RIGHT, FALSE, FALSE });
  cs_table_add_column (table, &(CsColumn){ "B", "Điểm trung bình", 0, CS_ALIGN_RIGHT, FALSE, FALSE });
  cs_table_add_column (table, &(CsColumn){ "C", "Điểm trung bình", 0, CS_ALIGN_RIGHT, FALSE, FALSE });
  cs_table_add_column (table, &(CsColumn){ "Tổng", "Điểm trung bình", 0, CS_ALIGN_RIGHT, TRUE, FALSE });
  cs_table_add_column (table, &(CsColumn){ "Chênh lệch", NULL, 0, CS_ALIGN_CENTER, FALSE, FALSE });
  cs_table_add_column (table, &(CsColumn){ "Hạng sao", NULL, 0, CS_ALIGN_CENTER, TRUE, FALSE });
  for (guint i = 0; i < minutes->items->len; i++)
    {
      const CsMinutesItem *item = g_ptr_array_index (minutes->items, i);

      if (item->standing == CS_MINUTES_CLOSED)
        add_result (table, item, cs_table_n_rows (table) + 1);
    }
  cs_document_take_table (document, table);
}

/* --- agreement --- */

static void
add_coefficients (CsDocument *document, const GPtrArray *rows)
{
  static const char *const titles[] = { "Phạm vi", "Sản phẩm", "Thành viên", "W",      "χ²",
                                        "df",      "ICC(1)",   "ICC(2)",     "ICC(3)", "alpha" };
  CsTable *table = cs_table_new (LIST_SIZE, CS_TABLE_SIZE_LEAST);

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    cs_table_add_column (table, &(CsColumn){ titles[i], NULL, i == 0,
                                             i == 0 ? CS_ALIGN_LEFT : CS_ALIGN_CENTER, FALSE, FALSE });
  for (guint i = 0; i < rows->len; i++)
    {
      const CsMinutesAgreement *row = g_ptr_array_index (rows, i);

      cs_table_add_row (table, CS_ROW_PLAIN,
                        (const char *const[]){ row->over, row->products, row->raters, row->w, row->chi2,
                                               row->df, row->icc1, row->icc2, row->icc3, row->alpha });
    }
  cs_document_take_table (document, table);
}

static void
add_severities (CsDocument *document, const GPtrArray *rows)
{
  CsTable *table = cs_table_new (LIST_SIZE, CS_TABLE_SIZE_LEAST);

  cs_table_add_column (table, &(CsColumn){ "STT", NULL, 0, CS_ALIGN_CENTER, FALSE, FALSE });
  cs_table_add_column (table, &(CsColumn){ "Thành viên", NULL, 3, CS_ALIGN_LEFT, FALSE, FALSE });
  cs_table_add_column (table,
                       &(CsColumn){ "Cao hơn (+) hoặc thấp hơn (−) trung bình của các thành viên khác, điểm",
                                    NULL, 3, CS_ALIGN_CENTER, FALSE, FALSE });
  for (guint i = 0; i < rows->len; i++)
    {
      const CsMinutesSeverity *row = g_ptr_array_index (rows, i);
      g_autofree char *no = g_strdup_printf ("%u", i + 1);

      cs_table_add_row (table, CS_ROW_PLAIN, (const char *const[]){ no, row->member, row->severity });
    }
  cs_document_take_table (document, table);
}

static void
add_agreement (CsDocument *document, const CsMinutes *minutes)
{
  cs_paper_frame_add_heading (document, "V. MỨC ĐỘ THỐNG NHẤT GIỮA CÁC THÀNH VIÊN");
  if (minutes->agreements->len == 0)
    {
      cs_paper_frame_add_text (document, "Chưa có sản phẩm nào được chốt kết quả để so sánh.", TRUE);
      return;
    }
  cs_paper_frame_add_text (document, cs_paper_or_empty (minutes->agreement), TRUE);
  add_coefficients (document, minutes->agreements);
  cs_paper_frame_add_note (document, EXPLANATION);
  cs_paper_frame_add_heading (document, "Mức độ chặt chẽ của từng thành viên");
  add_severities (document, minutes->severities);
}

/* --- end --- */

static void
add_signing_list (CsDocument *document, const CsMinutes *minutes)
{
  CsTable *table = cs_table_new (LIST_SIZE, CS_TABLE_SIZE_LEAST);

  cs_table_add_column (table, &(CsColumn){ "STT", NULL, 0, CS_ALIGN_CENTER, FALSE, FALSE });
  cs_table_add_column (table, &(CsColumn){ "Họ và tên", NULL, 4, CS_ALIGN_LEFT, TRUE, FALSE });
  cs_table_add_column (table, &(CsColumn){ "Vai trò", NULL, 0, CS_ALIGN_LEFT, FALSE, FALSE });
  cs_table_add_column (table, &(CsColumn){ "Chữ ký", NULL, 4, CS_ALIGN_LEFT, FALSE, FALSE });
  for (guint i = 0; i < minutes->members->len; i++)
    {
      const CsMinutesMember *member = g_ptr_array_index (minutes->members, i);
      g_autofree char *no = g_strdup_printf ("%u", cs_table_n_rows (table) + 1);

      if (member->absence == NULL)
        cs_table_add_row (table, CS_ROW_PLAIN,
                          (const char *const[]){ no, member->name, member->role, SIGN_ROOM });
    }
  if (cs_table_n_rows (table) == 0)
    {
      cs_table_free (table);
      return;
    }
  cs_paper_frame_add_heading (document, "Thành viên dự họp ký tên");
  cs_document_take_table (document, table);
}

static void
add_end (CsDocument *document, const CsMinutes *minutes)
{
  const CsSigner secretary = { "NGƯỜI GHI BIÊN BẢN", "Thư ký Hội đồng", CS_SIGNATURE_HINT, minutes->secretary,
                               NULL };

  cs_paper_frame_add_heading (document, "VI. KẾT LUẬN");
  for (guint i = 0; i < minutes->conclusions->len; i++)
    cs_paper_frame_add_text (document, g_ptr_array_index (minutes->conclusions, i), i == 0);
  add_signing_list (document, minutes);
  cs_document_add_signature (document,
                             &(CsSignature){ .left = &secretary,
                                             .right = { "CHỦ TỌA", cs_paper_or_empty (minutes->leader_role),
                                                        CS_SIGNATURE_HINT, minutes->leader, NULL } });
}

CsDocument *
cs_minutes_paper_new (const CsMinutes *minutes)
{
  g_autofree char *title = NULL;
  CsDocument *document;

  g_return_val_if_fail (minutes != NULL, NULL);
  title = g_strdup_printf ("Biên bản phiên họp số %d - %s, %s", minutes->no,
                           cs_paper_or_empty (minutes->head.unit), cs_paper_or_empty (minutes->head.round));
  document = cs_paper_frame_new (&minutes->head, CS_PAGE_PORTRAIT, title, minutes->draft ? DRAFT : NULL);
  add_head (document, minutes);
  add_attendance (document, minutes);
  add_rules (document, minutes);
  add_items (document, minutes);
  add_results (document, minutes);
  add_agreement (document, minutes);
  add_end (document, minutes);
  return document;
}
