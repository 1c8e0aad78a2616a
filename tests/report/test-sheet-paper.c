/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book.h"
#include "judge.h"
#include "samples.h"

#include "base/error.h"
#include "exchange/library.h"
#include "report/papers/papers.h"
#include "rules/tally.h"
#include "service/papers/product-papers.h"

#include <string.h>

/* The column of numbers and boxes: from the left margin to where the criteria begin. */
#define BOXES_LEFT  84
#define BOXES_RIGHT 112

static const char *const head_words[] = { "TT", NULL };

static const char seal[] = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
static const char seal_groups[] =
    "0123 4567 89ab cdef 0123 4567 89ab cdef 0123 4567 89ab cdef 0123 4567 89ab cdef";

/* A summary with a head and everything else but the form. */
static CsSheetSummary *
summary_new (void)
{
  CsSheetSummary *summary = cs_sheet_summary_new ();
  CsPaperHead *head = &summary->head;

  head->parent = g_strdup ("Ủy ban nhân dân thành phố Trà Vinh");
  head->issuer = g_strdup ("Hội đồng đánh giá, phân hạng sản phẩm OCOP");
  head->place = g_strdup ("Trà Vinh");
  head->round = g_strdup ("Đợt 1 năm 2024");
  head->level = g_strdup ("Cấp huyện");
  head->regulation = g_strdup ("148/QĐ-TTg");
  head->book = g_strdup ("Sổ OCOP (mẫu)");
  head->book_id = g_strdup ("1f0c9a2b");
  head->log_head = g_strdup (seal);
  head->program = g_strdup ("Chấm Sao 0.1.0");
  head->created = g_strdup ("2024-05-31T08:00:00Z");
  summary->product = g_strdup ("Bánh tét ba màu (mẫu)");
  summary->code = g_strdup ("84-842-29236-1-2024");
  summary->producer = g_strdup ("Hợp tác xã Nông nghiệp Bình Minh (mẫu)");
  summary->producer_kind = g_strdup ("Hợp tác xã");
  summary->address = g_strdup ("Phường 1, Thành phố Trà Vinh");
  summary->phone = g_strdup ("0294 3000000");
  summary->member = g_strdup ("Trần Văn Mẫu");
  summary->role = g_strdup ("Phó Chủ tịch Hội đồng");
  summary->organisation = g_strdup ("Phòng Kinh tế");
  return summary;
}

/* Returns: (transfer full): a sealed sheet with answers by chance. */
static CsSheet *
sheet_new (const CsForm *form)
{
  CsSheet *sheet = cs_sheet_new (cs_form_n_questions (form));

  book_draw (form, 0, sheet->choices);
  sheet->id = 1;
  sheet->submitted = TRUE;
  sheet->submitted_at = g_strdup ("2024-05-31T18:00:00Z"); /* the next day in Vietnam */
  sheet->seal = g_strdup (seal);
  return sheet;
}

static void
expect_criterion (GString *text, const CsCriterion *criterion, int choice)
{
  guint n = criterion->options->len + cs_criterion_accepts (criterion, CS_CHOICE_NONE);

  g_string_append_printf (text, "%s ", criterion->no);
  for (guint o = 1; o <= n; o++)
    {
      gboolean none = o > criterion->options->len;

      g_string_append (text, choice == (none ? CS_CHOICE_NONE : (int) o) ? "■ " : "□ ");
    }
}

/* What must stand in the column, from the top of the table to its end: every number once, every box as
 * chosen.
 * @sheet: (nullable): the empty form */
static char *
expected_column (const CsForm *form, const CsSheet *sheet)
{
  GString *text = g_string_new (NULL);
  guint question = 0;

  for (guint p = 0; p < form->parts->len; p++)
    {
      const CsPart *part = g_ptr_array_index (form->parts, p);

      g_string_append_printf (text, "%s ", part->code);
      for (guint s = 0; s < part->sections->len; s++)
        {
          const CsSection *section = g_ptr_array_index (part->sections, s);

          if (cs_section_sole_criterion (section) == NULL)
            g_string_append_printf (text, "%s ", section->no);
          for (guint c = 0; c < section->criteria->len; c++)
            {
              const CsCriterion *criterion = g_ptr_array_index (section->criteria, c);
              int choice = CS_CHOICE_OPEN;

              if (!criterion->container && sheet != NULL)
                choice = sheet->choices[question];
              question += !criterion->container;
              if (criterion->container)
                g_string_append_printf (text, "%s ", criterion->no);
              else
                expect_criterion (text, criterion, choice);
              for (guint g = 0; g < criterion->eliminates->len; g++)
                g_string_append (text, "□ ");
            }
        }
    }
  return g_string_free (text, FALSE);
}

/* Everything that the column holds above and below the table, before the comparison. */
static void
assert_column (const char *pdf, const CsForm *form, const CsSheet *sheet)
{
  g_autofree char *found = judge_column (pdf, BOXES_LEFT, BOXES_RIGHT, head_words);
  g_autofree char *expected = expected_column (form, sheet);

  if (strstr (found, expected) == NULL)
    g_error ("form %d: “%s”, expected “%s”", form->no, found, expected);
}

static guint
count_pages (const char *pdf)
{
  g_autofree char *pages = judge_info (pdf, "Pages");

  return (guint) g_ascii_strtoull (pages, NULL, 10);
}

/* Every page says which of how many it is. */
static void
assert_counted (const char *text, guint n)
{
  for (guint p = 1; p <= n; p++)
    {
      g_autofree char *count = g_strdup_printf ("Trang %u/%u\n", p, n);

      g_assert_cmpuint (judge_count (text, count), ==, 1);
    }
}

static void
assert_sums (const char *text, const CsForm *form, const CsSheet *sheet)
{
  CsTally tally = cs_tally (form, sheet->choices);
  g_autofree char *total = g_strdup_printf ("Tổng cộng +\\d+ +%d\n", tally.total);

  g_assert_true (g_regex_match_simple (total, text, 0, 0));
  for (guint p = 0; p < tally.n_parts; p++)
    {
      const CsPart *part = g_ptr_array_index (form->parts, p);
      g_autofree char *upper = g_utf8_strup (part->title, -1);
      g_autofree char *row =
          g_strdup_printf ("PHẦN %s. %s +%d +%d\n", part->code, upper, part->max, tally.parts[p]);

      g_assert_true (g_regex_match_simple (row, text, 0, 0));
    }
}

static void
judge_form (const CsForm *form)
{
  g_autoptr (CsSheetSummary) blank = summary_new (), filled = summary_new ();
  g_autoptr (CsSheet) sheet = sheet_new (form);
  g_autofree char *blank_pdf = NULL, *filled_pdf = NULL, *text = NULL;
  guint n;

  cs_sheet_summary_fill (blank, form, NULL, NULL);
  cs_sheet_summary_fill (filled, form, sheet, NULL);
  blank_pdf = judge_write (cs_sheet_paper_new (blank, judge_template ("sheet")), "blank.pdf");
  filled_pdf = judge_write (cs_sheet_paper_new (filled, judge_template ("sheet")), "filled.pdf");
  assert_column (blank_pdf, form, NULL);
  assert_column (filled_pdf, form, sheet);
  n = count_pages (filled_pdf);
  text = judge_text (filled_pdf, 0);
  assert_sums (text, form, sheet);
  assert_counted (text, n);
  g_assert_cmpuint (judge_count (text, seal_groups), ==, 2 * n); /* the seal and the log's head */
  g_assert_true ((strstr (text, "Bản chép bộ phiếu này chưa khớp") != NULL) == !form->verified);
}

/* All 26 forms of each regulation, empty and filled: no glyph is missing, every number stands once, every box
 * is as chosen, the sums are right. */
static void
test_all_forms (gconstpointer regulation_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsRegulation) regulation = cs_library_regulation (regulation_id, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (regulation->forms->len, ==, 26);
  for (guint i = 0; i < regulation->forms->len; i++)
    judge_form (g_ptr_array_index (regulation->forms, i));
}

static const CsForm *
form_of (CsRegulation **regulation, const char *id, int no)
{
  g_autoptr (GError) error = NULL;

  *regulation = cs_library_regulation (id, &error);
  g_assert_no_error (error);
  return cs_regulation_form (*regulation, no);
}

/* Head, facts, fonts, page and signature of a submitted sheet. */
static void
test_submitted (void)
{
  g_autoptr (CsRegulation) regulation = NULL;
  const CsForm *form = form_of (&regulation, "qd-148-2023", 1);
  g_autoptr (CsSheetSummary) summary = summary_new ();
  g_autoptr (CsSheet) sheet = sheet_new (form);
  g_autofree char *pdf = NULL, *text = NULL, *size = NULL, *title = NULL;
  const char *const wanted[] = {
    "PHIẾU CHẤM ĐIỂM SẢN PHẨM OCOP",
    "Bộ phiếu số 1: Rau, củ, quả, hạt tươi",
    "84-842-29236-1-2024",
    "Bánh tét ba màu (mẫu)",
    "Hợp tác xã Nông nghiệp Bình Minh (mẫu) (Hợp tác xã)",
    "0294 3000000",
    "Trần Văn Mẫu – Phó Chủ tịch Hội đồng, Phòng Kinh tế",
    "2 (Đợt 1 năm 2024, cấp huyện)",
    "01:00 ngày 01/06/2024",
    "Trà Vinh, ngày 01 tháng 6 năm 2024",
    "PHÓ CHỦ TỊCH HỘI ĐỒNG",
    "Sổ 1f0c9a2b",
    "Quyết định số 148/QĐ-TTg",
    "Ý kiến của người chấm: Cần bổ sung hợp đồng",
    "(4*)",
    "Ghi chú: dấu (3*), (4*), (5*)",
  };

  sheet->scoring_round = 2;
  sheet->notes[3] = g_strdup ("Cần bổ sung hợp đồng");
  cs_sheet_summary_fill (summary, form, sheet, NULL);
  pdf = judge_write (cs_sheet_paper_new (summary, judge_template ("sheet")), "submitted.pdf");
  text = judge_text (pdf, 0);
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    if (strstr (text, wanted[i]) == NULL)
      g_error ("no “%s” in\n%s", wanted[i], text);
  g_assert_null (strstr (text, "NHÁP"));
  g_assert_null (strstr (text, "bỏ trống"));
  size = judge_info (pdf, "Page size");
  g_assert_true (g_str_has_prefix (size, "595.276 x 841.89"));
  title = judge_info (pdf, "Title");
  g_assert_nonnull (strstr (title, "Bánh tét ba màu (mẫu), Trần Văn Mẫu"));
  judge_fonts (pdf);
}

/* A draft says so on every page, has no seal, and names what is open; "none applies" is an answer and is not.
 */
static void
test_draft (void)
{
  g_autoptr (CsRegulation) regulation = NULL;
  const CsForm *form = form_of (&regulation, "qd-148-2023", 1);
  g_autoptr (CsSheetSummary) summary = summary_new ();
  g_autoptr (CsSheet) sheet = sheet_new (form);
  g_autofree char *pdf = NULL, *text = NULL;
  const char *open[] = { "1.2", "3.1", "9.2" };
  int none = cs_form_find (form, "1.1");

  for (guint i = 0; i < G_N_ELEMENTS (open); i++)
    sheet->choices[cs_form_find (form, open[i])] = CS_CHOICE_OPEN;
  sheet->choices[none] = CS_CHOICE_NONE;
  sheet->submitted = FALSE;
  g_clear_pointer (&sheet->submitted_at, g_free);
  g_clear_pointer (&sheet->seal, g_free);
  cs_sheet_summary_fill (summary, form, sheet, NULL);
  pdf = judge_write (cs_sheet_paper_new (summary, judge_template ("sheet")), "draft.pdf");
  text = judge_text (pdf, 0);
  assert_column (pdf, form, sheet);
  g_assert_cmpuint (judge_count (text, "NHÁP – chưa nộp, chưa niêm phong"), ==, count_pages (pdf));
  g_assert_null (strstr (text, "Niêm phong: "));
  g_assert_nonnull (strstr (text, "Còn bỏ trống: 1.2, 3.1, 9.2."));
  g_assert_cmpuint (judge_count (text, "bỏ trống"), ==, G_N_ELEMENTS (open) + 1);
  g_assert_true (g_regex_match_simple ("1\\.1 +Nguồn gốc sản phẩm +5 +0\n", text, 0, 0));
  g_assert_true (g_regex_match_simple ("1\\.2 +Gia tăng giá trị +3 +bỏ trống\n", text, 0, 0));
  g_assert_nonnull (strstr (text, "ngày ....... tháng ....... năm"));
}

/* An empty form: boxes, dots, room for an opinion; nothing of a sheet. */
static void
test_blank (void)
{
  g_autoptr (CsRegulation) regulation = NULL;
  const CsForm *form = form_of (&regulation, "qd-26-2026", 1);
  g_autoptr (CsSheetSummary) summary = summary_new ();
  g_autofree char *pdf = NULL, *text = NULL;

  g_clear_pointer (&summary->member, g_free);
  g_clear_pointer (&summary->role, g_free);
  g_clear_pointer (&summary->organisation, g_free);
  g_clear_pointer (&summary->head.log_head, g_free);
  cs_sheet_summary_fill (summary, form, NULL, NULL);
  pdf = judge_write (cs_sheet_paper_new (summary, judge_template ("sheet")), "blank.pdf");
  text = judge_text (pdf, 0);
  g_assert_null (strstr (text, "■"));
  g_assert_null (strstr (text, "Niêm phong"));
  g_assert_null (strstr (text, "bỏ trống"));
  g_assert_true (g_regex_match_simple ("Người chấm: +\\.{20,}\n", text, 0, 0));
  g_assert_true (g_regex_match_simple ("Lần chấm: +\\.{5,} \\(Đợt 1", text, 0, 0));
  g_assert_nonnull (strstr (text, "Căn cứ loại hồ sơ"));
  g_assert_nonnull (strstr (text, "Giả mạo hồ sơ"));
  g_assert_nonnull (strstr (text, "Ý kiến của người chấm"));
  g_assert_nonnull (strstr (text, "THÀNH VIÊN HỘI ĐỒNG"));
  g_assert_cmpuint (judge_count (text, "Phiếu trống · 84-842-29236-1-2024"), ==, count_pages (pdf));
}

static void
add_ground (GPtrArray *grounds, const char *criterion, const char *text, CsGroundState state)
{
  CsGround *ground = cs_ground_new (criterion, text, "Lý do mẫu", "Người nêu mẫu");

  ground->state = state;
  g_free (ground->found_at);
  ground->found_at = g_strdup ("2024-05-30T02:03:00Z");
  g_ptr_array_add (grounds, ground);
}

/* Printed grounds are ticked when they were raised or confirmed, others are added, dismissed ones are not. */
static void
test_grounds (void)
{
  g_autoptr (CsRegulation) regulation = NULL;
  const CsForm *form = form_of (&regulation, "qd-26-2026", 1);
  g_autoptr (CsSheetSummary) summary = summary_new ();
  g_autoptr (CsSheet) sheet = sheet_new (form);
  g_autoptr (GPtrArray) grounds = g_ptr_array_new_with_free_func ((GDestroyNotify) cs_ground_free);
  const CsCriterion *criterion = cs_form_question (form, (guint) cs_form_find (form, "2.1"));
  g_autofree char *pdf = NULL, *text = NULL;

  add_ground (grounds, NULL, g_ptr_array_index (form->eliminations, 0), CS_GROUND_CONFIRMED);
  add_ground (grounds, NULL, g_ptr_array_index (form->eliminations, 1), CS_GROUND_DISMISSED);
  add_ground (grounds, NULL, "Căn cứ bằng lời riêng", CS_GROUND_RAISED);
  add_ground (grounds, "2.1", g_ptr_array_index (criterion->eliminates, 0), CS_GROUND_RAISED);
  cs_sheet_summary_fill (summary, form, sheet, grounds);
  g_assert_cmpuint (summary->grounds->len, ==, 4);
  pdf = judge_write (cs_sheet_paper_new (summary, judge_template ("sheet")), "grounds.pdf");
  text = judge_text (pdf, 0);
  g_assert_true (g_regex_match_simple ("■ +Giả mạo hồ sơ – đã xác nhận: Lý do mẫu", text, 0, 0));
  g_assert_nonnull (strstr (text, "09:03 ngày 30/05/2024"));
  g_assert_true (g_regex_match_simple ("□ +Không tuân thủ đủ quy định", text, 0, 0));
  g_assert_true (g_regex_match_simple ("■ +Căn cứ bằng lời riêng – đã nêu", text, 0, 0));
  g_assert_true (g_regex_match_simple ("■ +Căn cứ loại: Không chấm sản phẩm phổ biến", text, 0, 0));
}

/* Who typed and who checked; what was returned says so at the head and on every page. */
static void
test_origin_and_end (void)
{
  g_autoptr (CsRegulation) regulation = NULL;
  const CsForm *form = form_of (&regulation, "qd-148-2023", 7); /* one that is not verified */
  g_autoptr (CsSheetSummary) summary = summary_new ();
  g_autoptr (CsSheet) sheet = sheet_new (form);
  g_autofree char *pdf = NULL, *text = NULL;

  sheet->entry = CS_ENTRY_TYPED;
  sheet->typed_by = g_strdup ("Lê Thị Gõ");
  sheet->checked_by = g_strdup ("Phạm Văn Soát");
  sheet->end = CS_SHEET_RETURNED;
  sheet->ended_at = g_strdup ("2024-05-31T19:00:00Z");
  sheet->ended_by = g_strdup ("Nguyễn Chủ Tịch");
  sheet->end_reason = g_strdup ("Nhầm tiêu chí 1.4");
  cs_sheet_summary_fill (summary, form, sheet, NULL);
  pdf = judge_write (cs_sheet_paper_new (summary, judge_template ("sheet")), "returned.pdf");
  text = judge_text (pdf, 0);
  g_assert_nonnull (strstr (text, "người nhập: Lê Thị Gõ; người kiểm tra: Phạm Văn Soát"));
  g_assert_cmpuint (judge_count (text, "ĐÃ TRẢ LẠI"), ==, 1 + count_pages (pdf));
  g_assert_nonnull (
      strstr (text, "lúc 02:00 ngày 01/06/2024, bởi Nguyễn Chủ Tịch; lý do: Nhầm tiêu chí 1.4"));
  g_assert_nonnull (strstr (text, "Lưu ý về bản in: tiêu chí 6.4 ghi tối đa 4"));
  g_assert_cmpuint (judge_count (text, "(*)"), ==, 2); /* beside the form's name and below the form */
}

/* Tourism: the two cases of a criterion are headed, and only the chosen option of one is ticked. */
static void
test_cases (void)
{
  g_autoptr (CsRegulation) regulation = NULL;
  const CsForm *form = form_of (&regulation, "qd-26-2026", 26);
  g_autoptr (CsSheetSummary) summary = summary_new ();
  g_autoptr (CsSheet) sheet = sheet_new (form);
  g_autofree char *pdf = NULL, *text = NULL;

  cs_sheet_summary_fill (summary, form, sheet, NULL);
  pdf = judge_write (cs_sheet_paper_new (summary, judge_template ("sheet")), "cases.pdf");
  text = judge_text (pdf, 0);
  g_assert_cmpuint (judge_count (text, "Trường hợp 1: Cộng đồng cung cấp dịch vụ"), ==, 3);
  g_assert_cmpuint (judge_count (text, "Trường hợp 2: Điểm du lịch, tổ chức hoặc cá nhân cung cấp"), ==, 3);
}

static char *
repeat (const char *text, guint n)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (all, text);
  return g_string_free (all, FALSE);
}

/* Names, notes and reasons without end stay within the margins; all of a note is there. */
static void
test_long_texts (void)
{
  g_autoptr (CsRegulation) regulation = NULL;
  const CsForm *form = form_of (&regulation, "qd-148-2023", 1);
  g_autoptr (CsSheetSummary) summary = summary_new ();
  g_autoptr (CsSheet) sheet = sheet_new (form);
  g_autofree char *pdf = NULL, *text = NULL;
  char **texts[] = { &summary->product, &summary->producer, &summary->address, &summary->member,
                     &summary->organisation };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_free (*texts[i]);
      *texts[i] = i % 2 == 0 ? repeat ("Dài không có chỗ hết ", 40) : repeat ("Ngh", 150);
    }
  sheet->notes[0] = repeat ("câu ghi chú dài ", 250);
  cs_sheet_summary_fill (summary, form, sheet, NULL);
  pdf = judge_write (cs_sheet_paper_new (summary, judge_template ("sheet")), "long.pdf");
  text = judge_text (pdf, 0);
  assert_column (pdf, form, sheet);
  assert_counted (text, count_pages (pdf));
  for (guint p = 1; p <= count_pages (pdf); p++)
    {
      g_autoptr (Picture) picture = judge_picture (pdf, (int) p);

      g_assert_cmpfloat (picture_margin_left (picture, 20, 277), >=, 29.5);
      g_assert_cmpfloat (picture_margin_right (picture, 20, 277), >=, 14.5);
      g_assert_cmpfloat (picture_margin_bottom (picture), >=, 19.5);
    }
}

/* A letter that the font lacks is a box on the paper, and is told. */
static void
test_missing_glyph (void)
{
  g_autoptr (CsRegulation) regulation = NULL;
  const CsForm *form = form_of (&regulation, "qd-148-2023", 1);
  g_autoptr (CsSheetSummary) summary = summary_new ();
  g_autoptr (CsSheet) sheet = sheet_new (form);
  g_autoptr (CsDocument) document = NULL;
  g_autoptr (CsLayout) layout = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *warning = NULL, *pdf = NULL, *text = NULL;

  sheet->notes[0] = g_strdup ("★ rất tốt");
  cs_sheet_summary_fill (summary, form, sheet, NULL);
  document = cs_sheet_paper_new (summary, judge_template ("sheet"));
  layout = cs_document_layout (document, &error);
  g_assert_no_error (error);
  warning = cs_layout_dup_warning (layout);
  g_assert_nonnull (strstr (warning, "★ (U+2605)"));
  pdf = judge_write (g_steal_pointer (&document), "box.pdf");
  judge_fonts (pdf);
  text = judge_text (pdf, 0);
  g_assert_nonnull (strstr (text, "□ rất tốt"));
  g_assert_null (strstr (text, "★"));
}

/* A form of 60 criteria in one section. */
static void
test_many_criteria (void)
{
  g_autoptr (CsForm) form = cs_form_new (99);
  CsSection *section = cs_part_add_section (cs_form_add_part (form, "A", 120), "1", 120);
  g_autoptr (CsSheetSummary) summary = summary_new ();
  g_autoptr (CsSheet) sheet = NULL;
  g_autofree char *pdf = NULL;

  form->verified = TRUE;
  for (guint i = 1; i <= 60; i++)
    {
      g_autofree char *no = g_strdup_printf ("1.%u", i);
      CsCriterion *criterion = cs_section_add_criterion (section, no, 2);

      for (int points = 0; points <= 2; points++)
        {
          CsOption *option = cs_criterion_add_option (criterion, points);

          g_free (option->label);
          option->label = g_strdup ("Mức mẫu");
        }
    }
  cs_form_seal (form);
  sheet = sheet_new (form);
  cs_sheet_summary_fill (summary, form, sheet, NULL);
  pdf = judge_write (cs_sheet_paper_new (summary, judge_template ("sheet")), "sixty.pdf");
  assert_column (pdf, form, sheet);
}

/* A criterion stays on one page with all its options. */
static void
test_whole_criteria (void)
{
  g_autoptr (CsRegulation) regulation = NULL;
  const CsForm *form = form_of (&regulation, "qd-148-2023", 1);
  g_autoptr (CsSheetSummary) summary = summary_new ();
  g_autoptr (CsSheet) sheet = sheet_new (form);
  g_autofree char *pdf = NULL;

  cs_sheet_summary_fill (summary, form, sheet, NULL);
  pdf = judge_write (cs_sheet_paper_new (summary, judge_template ("sheet")), "whole.pdf");
  for (guint p = 2; p <= count_pages (pdf); p++)
    {
      g_autofree char *text = judge_text (pdf, (int) p);
      const char *head = strstr (text, "Tiêu chí và các phương án");

      g_assert_nonnull (head);
      head = strchr (strstr (head, "đa"), '\n'); /* the end of the head */
      while (g_ascii_isspace (*head))
        head++;
      /* a number, not a box */
      g_assert_true (g_ascii_isalnum (*head));
    }
}

void
add_sheet_paper_tests (void)
{
  g_test_add_data_func ("/report/sheet/all-forms/148", "qd-148-2023", test_all_forms);
  g_test_add_data_func ("/report/sheet/all-forms/26", "qd-26-2026", test_all_forms);
  g_test_add_func ("/report/sheet/submitted", test_submitted);
  g_test_add_func ("/report/sheet/draft", test_draft);
  g_test_add_func ("/report/sheet/blank", test_blank);
  g_test_add_func ("/report/sheet/grounds", test_grounds);
  g_test_add_func ("/report/sheet/origin-and-end", test_origin_and_end);
  g_test_add_func ("/report/sheet/cases", test_cases);
  g_test_add_func ("/report/sheet/long-texts", test_long_texts);
  g_test_add_func ("/report/sheet/missing-glyph", test_missing_glyph);
  g_test_add_func ("/report/sheet/many-criteria", test_many_criteria);
  g_test_add_func ("/report/sheet/whole-criteria", test_whole_criteria);
}
