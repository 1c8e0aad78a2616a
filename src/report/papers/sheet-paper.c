/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/papers/sheet-paper.h"

#include "base/text.h"
#include "report/papers/paper-frame.h"
#include "summary/paper/paper-text.h"

#define TITLE         "Phiếu chấm điểm sản phẩm OCOP"
#define DRAFT         "NHÁP – chưa nộp"
#define DOTS          ".........................................................."
#define SHORT_DOTS    "..........."
#define LONG_DOTS     DOTS DOTS "........................" /* a line */
#define TABLE_SIZE    11.0
#define GROUND_SIZE   12.0
#define OPINION_LINES 3

#define MINIMA_NOTE                                                                                                                         \
  "Ghi chú: dấu (3*), (4*), (5*) là mức tối thiểu phải đạt để được xếp hạng 3, 4, 5 sao; hạng cao hơn phải " \
  "đạt cả các mức tối thiểu của hạng thấp hơn. Dấu ở tên tiêu chí: đạt phương án nào có điểm cũng được."

enum
{
  COLUMN_NO,
  COLUMN_TITLE,
  COLUMN_MAX,
  COLUMN_OPTION,
  COLUMN_POINTS,
  N_COLUMNS,
};

static const CsColumn columns[N_COLUMNS] = {
  [COLUMN_NO] = { "TT", NULL, 0, CS_ALIGN_CENTER, TRUE, TRUE },
  [COLUMN_TITLE] = { "Tiêu chí và các phương án", NULL, 1, CS_ALIGN_LEFT, TRUE, FALSE },
  [COLUMN_MAX] = { "Tối đa", "Điểm", 0, CS_ALIGN_CENTER, FALSE, FALSE },
  [COLUMN_OPTION] = { "Mức", "Điểm", 0, CS_ALIGN_CENTER, FALSE, FALSE },
  [COLUMN_POINTS] = { "Chấm", "Điểm", 0, CS_ALIGN_CENTER, TRUE, FALSE },
};

static const char *
box (gboolean ticked)
{
  return ticked ? CS_BOX_TICKED : CS_BOX_EMPTY;
}

/* Returns: (transfer full): @text with the mark of a minimum. */
static char *
with_minimum (const char *text, int star)
{
  return star != 0 ? g_strdup_printf ("%s (%d*)", text, star) : g_strdup (text);
}

/* --- head --- */

static void
add_state (CsDocument *document, const CsSheetSummary *summary)
{
  const char *text = summary->standing == CS_SHEET_DRAFT   ? DRAFT
                     : summary->standing == CS_SHEET_ENDED ? summary->end
                                                           : NULL;

  if (text == NULL)
    return;
  cs_document_add_paragraph (document, &(CsParagraph){ .text = text,
                                                       .style = CS_FONT_BOLD,
                                                       .align = CS_ALIGN_CENTER,
                                                       .lead = TRUE });
  if (summary->end_detail != NULL)
    cs_document_add_paragraph (document, &(CsParagraph){ .text = summary->end_detail,
                                                         .align = CS_ALIGN_CENTER,
                                                         .lead = TRUE });
}

/* What is written in by hand on an empty form, and missing on another. */
static const char *
value_of (const CsSheetSummary *summary, const char *text)
{
  if (!cs_text_is_blank (text))
    return text;
  return summary->standing == CS_SHEET_BLANK ? DOTS : "–";
}

static char *
member_text (const CsSheetSummary *summary)
{
  GString *text = g_string_new (value_of (summary, summary->member));

  if (!cs_text_is_blank (summary->role))
    g_string_append_printf (text, " – %s", summary->role);
  if (!cs_text_is_blank (summary->organisation))
    g_string_append_printf (text, ", %s", summary->organisation);
  return g_string_free (text, FALSE);
}

static char *
round_text (const CsSheetSummary *summary)
{
  g_autofree char *no =
      summary->scoring_round > 0 ? g_strdup_printf ("%d", summary->scoring_round) : g_strdup (SHORT_DOTS);
  g_autofree char *level = cs_paper_lower_first (cs_paper_or_empty (summary->head.level));

  return g_strdup_printf ("%s (%s%s%s)", no, cs_paper_or_empty (summary->head.round),
                          *level != '\0' ? ", " : "", level);
}

static char *
producer_text (const CsSheetSummary *summary)
{
  if (cs_text_is_blank (summary->producer_kind))
    return g_strdup (value_of (summary, summary->producer));
  return g_strdup_printf ("%s (%s)", value_of (summary, summary->producer), summary->producer_kind);
}

static void
add_facts (CsDocument *document, const CsSheetSummary *summary)
{
  CsTable *facts = cs_paper_facts_new ();
  g_autofree char *producer = producer_text (summary);
  g_autofree char *member = member_text (summary);
  g_autofree char *round = round_text (summary);

  cs_paper_facts_add (facts, "Sản phẩm", value_of (summary, summary->product));
  cs_paper_facts_add (facts, "Mã sản phẩm", value_of (summary, summary->code));
  cs_paper_facts_add (facts, "Chủ thể", producer);
  cs_paper_facts_add (facts, "Địa chỉ", value_of (summary, summary->address));
  cs_paper_facts_add (facts, "Điện thoại", value_of (summary, summary->phone));
  cs_paper_facts_add (facts, "Người chấm", member);
  cs_paper_facts_add (facts, "Lần chấm", round);
  if (summary->submitted != NULL)
    cs_paper_facts_add (facts, "Nộp phiếu lúc", summary->submitted);
  if (summary->origin != NULL)
    cs_paper_facts_add (facts, "Nguồn", summary->origin);
  cs_document_take_table (document, facts);
}

/* --- grounds --- */

static char *
ground_text (const CsSheetGround *ground)
{
  return ground->detail != NULL ? g_strdup_printf ("%s – %s", ground->text, ground->detail)
                                : g_strdup (ground->text);
}

static void
add_grounds (CsDocument *document, const CsSheetSummary *summary)
{
  CsTable *table;

  if (summary->grounds->len == 0)
    return;
  cs_paper_frame_add_heading (document, "Căn cứ loại hồ sơ (đánh dấu khi có)");
  table = cs_table_new (GROUND_SIZE, CS_TABLE_SIZE_LEAST);
  cs_table_set_frameless (table);
  cs_table_add_column (table, &(CsColumn){ "", NULL, 0, CS_ALIGN_CENTER, FALSE, TRUE });
  cs_table_add_column (table, &(CsColumn){ "", NULL, 1, CS_ALIGN_LEFT, FALSE, FALSE });
  for (guint i = 0; i < summary->grounds->len; i++)
    {
      const CsSheetGround *ground = g_ptr_array_index (summary->grounds, i);
      g_autofree char *text = ground_text (ground);

      cs_table_add_row (table, CS_ROW_PLAIN, (const char *const[]){ box (ground->ticked), text });
    }
  cs_document_take_table (document, table);
}

/* --- the form --- */

/* A row below a criterion that only has text. */
static void
add_remark (CsTable *table, const char *label, const char *text)
{
  g_autofree char *remark = NULL;

  if (cs_text_is_blank (text))
    return;
  remark = label != NULL ? g_strdup_printf ("%s: %s", label, text) : g_strdup (text);
  cs_table_add_row (table, CS_ROW_REMARK, (const char *const[]){ "", remark, "", "", "" });
}

static void
add_option (CsTable *table, const CsSheetOption *option)
{
  g_autofree char *label = with_minimum (option->label, option->min_star);
  g_autofree char *points = g_strdup_printf ("%d", option->points);

  add_remark (table, NULL, option->case_title);
  cs_table_add_row (table, CS_ROW_LINE, (const char *const[]){ box (option->chosen), label, "", points, "" });
}

static void
add_criterion (CsTable *table, const CsSheetLine *line)
{
  g_autofree char *marked = with_minimum (line->title, line->min_star);
  g_autofree char *title = cs_paper_two_lines (marked, line->help);
  g_autofree char *max = g_strdup_printf ("%d", line->max);
  g_autofree char *points = line->has_points ? g_strdup_printf ("%d", line->points)
                            : line->open     ? g_strdup (CS_PAPER_OPEN)
                                             : g_strdup ("");

  cs_table_add_row (table, CS_ROW_PLAIN, (const char *const[]){ line->no, title, max, "", points });
  add_remark (table, "Lưu ý về bản in", line->source_note);
  for (guint i = 0; i < line->options->len; i++)
    add_option (table, g_ptr_array_index (line->options, i));
  for (guint i = 0; i < line->grounds->len; i++)
    {
      const CsSheetGround *ground = g_ptr_array_index (line->grounds, i);
      g_autofree char *text = ground_text (ground);
      g_autofree char *labelled = g_strdup_printf ("Căn cứ loại: %s", text);

      cs_table_add_row (table, CS_ROW_REMARK,
                        (const char *const[]){ box (ground->ticked), labelled, "", "", "" });
    }
  add_remark (table, "Ý kiến của người chấm", line->note);
}

/* A row that heads others, with what was given below it. */
static void
add_heading (CsTable *table, const CsSheetLine *line, const char *title)
{
  g_autofree char *max = g_strdup_printf ("%d", line->max);
  g_autofree char *points = line->has_points ? g_strdup_printf ("%d", line->points) : g_strdup ("");

  cs_table_add_row (table, CS_ROW_GROUP, (const char *const[]){ line->no, title, max, "", points });
}

static void
add_line (CsTable *table, const CsSheetLine *line)
{
  g_autofree char *upper = NULL, *part = NULL;

  switch (line->kind)
    {
    case CS_SHEET_LINE_PART:
      upper = g_utf8_strup (line->title, -1);
      part = g_strdup_printf ("PHẦN %s. %s", line->no, upper);
      add_heading (table, line, part);
      break;
    case CS_SHEET_LINE_SECTION:
    case CS_SHEET_LINE_HEADING:
      add_heading (table, line, line->title);
      break;
    case CS_SHEET_LINE_CRITERION:
    default:
      add_criterion (table, line);
      break;
    }
}

static void
add_form (CsDocument *document, const CsSheetSummary *summary)
{
  CsTable *table = cs_table_new (TABLE_SIZE, CS_TABLE_SIZE_LEAST);
  g_autofree char *max = g_strdup_printf ("%d", summary->total_max);
  g_autofree char *total = summary->has_total ? g_strdup_printf ("%d", summary->total) : g_strdup ("");

  for (guint i = 0; i < N_COLUMNS; i++)
    cs_table_add_column (table, &columns[i]);
  for (guint i = 0; i < summary->lines->len; i++)
    add_line (table, g_ptr_array_index (summary->lines, i));
  cs_table_add_row (table, CS_ROW_TOTAL, (const char *const[]){ "Tổng cộng", NULL, max, "", total });
  cs_document_take_table (document, table);
  if (summary->open != NULL)
    {
      g_autofree char *open =
          g_strdup_printf ("Còn bỏ trống: %s. Các tổng trên đây chỉ gồm tiêu chí đã chấm.", summary->open);

      cs_paper_frame_add_note (document, open);
    }
  cs_paper_frame_add_note (document, MINIMA_NOTE);
  if (!summary->form_verified)
    cs_paper_frame_add_unverified (document, summary->form_note);
}

/* --- end --- */

static void
add_opinion (CsDocument *document)
{
  cs_paper_frame_add_heading (document, "Ý kiến của người chấm");
  for (guint i = 0; i < OPINION_LINES; i++)
    cs_document_add_paragraph (document,
                               &(CsParagraph){ .text = LONG_DOTS, .align = CS_ALIGN_LEFT, .lead = TRUE });
}

static void
add_signature (CsDocument *document, const CsSheetSummary *summary)
{
  const char *role = cs_text_is_blank (summary->role) ? "Thành viên Hội đồng" : summary->role;
  g_autofree char *dated =
      cs_letterhead_place_and_date (cs_paper_or_empty (summary->head.place), summary->signed_on);

  cs_document_add_signature (document, &(CsSignature){ .right = { NULL, role, CS_SIGNATURE_HINT,
                                                                  summary->member, dated } });
}

/* Returns: (transfer full): what the foot of every page says. */
static char *
evidence (const CsSheetSummary *summary)
{
  g_autofree char *groups = NULL;

  switch (summary->standing)
    {
    case CS_SHEET_BLANK:
      return g_strdup_printf ("Phiếu trống · %s", cs_paper_or_empty (summary->code));
    case CS_SHEET_DRAFT:
      return g_strdup (DRAFT ", chưa niêm phong");
    case CS_SHEET_SUBMITTED:
    case CS_SHEET_ENDED:
    default:
      groups = summary->seal != NULL ? cs_paper_in_groups (summary->seal) : g_strdup ("–");
      return g_strdup_printf ("%s%sNiêm phong: %s", cs_paper_or_empty (summary->end),
                              summary->end != NULL ? " · " : "", groups);
    }
}

CsDocument *
cs_sheet_paper_new (const CsSheetSummary *summary)
{
  g_autofree char *title = NULL, *subtitle = NULL, *proof = NULL;
  CsDocument *document;

  g_return_val_if_fail (summary != NULL, NULL);
  title = g_strdup_printf ("%s - %s, %s", TITLE, cs_paper_or_empty (summary->product),
                           cs_paper_or_empty (summary->member));
  subtitle = g_strdup_printf ("Bộ phiếu số %d: %s%s", summary->form_no,
                              cs_paper_or_empty (summary->form_name), summary->form_verified ? "" : " (*)");
  proof = evidence (summary);
  document = cs_paper_frame_new (&summary->head, CS_PAGE_PORTRAIT, title, proof);
  cs_paper_frame_add_letterhead (document, &summary->head, FALSE, FALSE, TITLE, subtitle);
  add_state (document, summary);
  add_facts (document, summary);
  add_grounds (document, summary);
  add_form (document, summary);
  if (summary->standing == CS_SHEET_BLANK)
    add_opinion (document);
  add_signature (document, summary);
  return document;
}
