/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "member-id.h"
#include "result-for.h"
#include "book.h"
#include "judge.h"

#include "report/papers/papers.h"
#include "summary/paper/product-summary-private.h"
#include "service/council/councils.h"
#include "service/scoring/bulk.h"
#include "service/papers/product-papers.h"
#include "service/council/recusals.h"
#include "service/scoring/closing.h"
#include "service/scoring/grounds.h"
#include "service/scoring/reopening.h"
#include "service/scoring/rescoring.h"
#include "service/scoring/submission.h"
#include "service/scoring/taking-back.h"
#include "summary/words/verdict-text.h"

#include <math.h>
#include <string.h>

/* The column of the criteria's numbers, which begins at the left margin. */
#define NUMBERS_LEFT  84
#define NUMBERS_RIGHT 108

static const char *const head_words[] = { "TT", "STT", NULL };

/* What a test works with: a product of form 1 with a council of @n, and its sheets as they were handed in. */
typedef struct
{
  Book book;
  char *code;
  guint n;
} Table;

static void
set_up (Table *table, gconstpointer n)
{
  g_autoptr (GError) error = NULL;

  table->n = GPOINTER_TO_UINT (n);
  book_set_up_empty (&table->book, NULL);
  table->book.store = book_create (table->book.path, &error);
  g_assert_no_error (error);
  book_add_council (table->book.store, table->n);
  table->code = book_add_product (table->book.store, "Bánh tét ba màu (mẫu)", 1, "district-1");
}

static void
tear_down (Table *table, gconstpointer n)
{
  g_free (table->code);
  book_tear_down (&table->book, NULL);
}

static const CsForm *
form_of (const Table *table)
{
  return cs_regulation_form (cs_store_get_current_regulation (table->book.store), 1);
}

static CsResult *
result_of (const Table *table)
{
  g_autoptr (GError) error = NULL;
  CsResult *result = result_for (table->book.store, book_dossier (table->book.store, table->code), &error);

  g_assert_no_error (error);
  return result;
}

/* Hands in sheets of the members @first to @last, near each other. */
static void
score (Table *table, guint first, guint last)
{
  for (guint i = first; i <= last; i++)
    {
      g_autofree char *member = g_strdup_printf ("m%u", i);

      book_score (table->book.store, table->code, member, 40, TRUE);
    }
}

static void
close_product (Table *table, const char *member, const char *absence)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) dossier = book_dossier (table->book.store, table->code);
  g_autoptr (GHashTable) absences = g_hash_table_new (g_str_hash, g_str_equal);

  if (member != NULL)
    g_hash_table_insert (absences, (gpointer) member_id (table->book.store, member), (gpointer) absence);
  cs_evaluation_close (table->book.store, dossier,
                       &(CsCloseOptions){ .reason = "Đã thảo luận kỹ (mẫu)", .absences = absences }, &error);
  g_assert_no_error (error);
}

static CsProductSummary *
summary_of (const Table *table)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) dossier = book_dossier (table->book.store, table->code);
  CsProductSummary *summary = cs_product_papers_table (table->book.store, dossier, &error);

  g_assert_no_error (error);
  return summary;
}

static char *
write_table (const Table *table)
{
  g_autoptr (CsProductSummary) summary = summary_of (table);

  return judge_write (cs_product_paper_new (summary, judge_template ("table")), "table.pdf");
}

static void
assert_says (const char *text, const char *wanted)
{
  if (strstr (text, wanted) == NULL)
    g_error ("no “%s” in\n%s", wanted, text);
}

static void
assert_row (const char *text, const char *row)
{
  if (!g_regex_match_simple (row, text, G_REGEX_MULTILINE, 0))
    g_error ("no row “%s” in\n%s", row, text);
}

/* --- numbers --- */

/* The numbers of parts, sections and criteria in their order. */
static char *
expected_numbers (const CsForm *form)
{
  GString *text = g_string_new (NULL);

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
            g_string_append_printf (text, "%s ",
                                    ((CsCriterion *) g_ptr_array_index (section->criteria, c))->no);
        }
    }
  return g_string_free (text, FALSE);
}

/* Every criterion's number stands once in each of @n tables. */
static void
assert_numbers (const char *pdf, const CsForm *form, guint n)
{
  g_autofree char *found = judge_column (pdf, NUMBERS_LEFT, NUMBERS_RIGHT, head_words);
  g_autofree char *expected = expected_numbers (form);

  if (judge_count (found, expected) != n)
    g_error ("“%s” is not %u times in “%s”", expected, n, found);
}

/* A mean by plain counting, as it is written in Vietnam. Beside a band's border there may be more decimals;
 * of what is tested here nothing lies there. */
static char *
mean_text (int sum, guint n)
{
  int hundredths = (sum * 200 + (int) n) / (2 * (int) n);

  return g_strdup_printf ("%d,%02d", hundredths / 100, hundredths % 100);
}

/* "5 +3 +4 +4,00": points of the sheets in @question and their mean. */
static char *
row_of (const GPtrArray *sheets, const CsForm *form, guint question)
{
  const CsCriterion *criterion = cs_form_question (form, question);
  g_autofree char *no = g_regex_escape_string (criterion->no, -1);
  g_autofree char *mean = NULL;
  GString *row = g_string_new (NULL);
  int sum = 0;

  g_string_append_printf (row, "^ *%s +.*%d", no, criterion->max);
  for (guint i = 0; i < sheets->len; i++)
    {
      const CsSheet *sheet = g_ptr_array_index (sheets, i);
      int points = cs_criterion_points (criterion, sheet->choices[question]);

      sum += points;
      g_string_append_printf (row, " +%d", points);
    }
  mean = mean_text (sum, sheets->len);
  g_string_append_printf (row, " +%s$", mean);
  return g_string_free (row, FALSE);
}

/* Totals and means equal those of the results, and every single point is the sheet's. */
static void
test_numbers (Table *table, gconstpointer n)
{
  const CsForm *form = form_of (table);
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) dossier = NULL;
  g_autoptr (GPtrArray) sheets = NULL;
  g_autoptr (CsResult) result = NULL;
  g_autofree char *pdf = NULL, *text = NULL, *mean = NULL, *sentence = NULL;
  g_autoptr (GString) total = g_string_new ("Tổng cộng +100");

  score (table, 1, table->n);
  close_product (table, NULL, NULL);
  dossier = book_dossier (table->book.store, table->code);
  sheets = cs_sheets_list (table->book.store, dossier, &error);
  g_assert_no_error (error);
  pdf = write_table (table);
  text = judge_text (pdf, 0);
  assert_numbers (pdf, form, 1);
  for (guint q = 0; q < cs_form_n_questions (form); q++)
    {
      g_autofree char *row = row_of (sheets, form, q);

      assert_row (text, row);
    }
  result = result_of (table);
  for (guint i = 0; i < result->members->len; i++)
    g_string_append_printf (total, " +%d",
                            ((CsMemberResult *) g_ptr_array_index (result->members, i))->tally.total);
  mean = mean_text (result->verdict->sum, table->n);
  g_string_append_printf (total, " +%s$", mean);
  assert_row (text, total->str);
  sentence = cs_verdict_sentence_on_paper (result->regulation, form, result->verdict);
  sentence[strcspn (sentence, ":")] = '\0'; /* what follows is wrapped */
  assert_says (text, sentence);
  assert_says (text, "Đề xuất:");
  judge_fonts (pdf);
}

/* --- size --- */

/* A council decides how the paper lies and how many tables there are; means stand in the last only. */
static void
test_size (Table *table, gconstpointer n)
{
  g_autofree char *pdf = NULL, *size = NULL, *text = NULL, *pages = NULL;
  guint n_tables = (table->n + 14) / 15;
  gboolean lies;

  score (table, 1, table->n);
  close_product (table, NULL, NULL);
  pdf = write_table (table);
  text = judge_text (pdf, 0);
  size = judge_info (pdf, "Page size");
  pages = judge_info (pdf, "Pages");
  lies = g_str_has_prefix (size, "841.89");
  g_assert_cmpint (lies, ==, table->n > 8);
  assert_numbers (pdf, form_of (table), n_tables);
  g_assert_cmpuint (judge_count (text, "Tổng cộng"), ==, n_tables);
  if (n_tables > 1)
    assert_says (text, "Điểm chấm, thành viên 1 đến ");
  for (int p = 1; p <= (int) g_ascii_strtoll (pages, NULL, 10); p++)
    {
      g_autoptr (Picture) picture = judge_picture (pdf, p);
      g_autofree char *count = g_strdup_printf ("Trang %d/%s\n", p, pages);
      double height = lies ? 190 : 277;

      assert_says (text, count);
      g_assert_cmpfloat (picture_margin_left (picture, 20, height), >=, 29.5);
      g_assert_cmpfloat (picture_margin_right (picture, 20, height), >=, 14.5);
      g_assert_cmpfloat (picture_margin_bottom (picture), >=, 19.5);
    }
}

/* --- what lies apart --- */

static void
declare_recusal (Table *table, const char *member, const char *reason)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) dossier = book_dossier (table->book.store, table->code);

  cs_recusals_declare (table->book.store,
                       &(CsNewRecusal){ .member = member_id (table->book.store, member),
                                        .dossier = dossier,
                                        .reason = reason },
                       &error);
  g_assert_no_error (error);
}

static void
replace_member (Table *table, const char *old, const char *key, const char *name)
{
  g_autoptr (GError) error = NULL;
  const CsNewMember wanted = { .council = "district-842",
                               .key = key,
                               .name = name,
                               .role = CS_ROLE_MEMBER,
                               .organisation = "",
                               .by_decision = "QĐ 15/QĐ-UBND",
                               .replaces = member_id (table->book.store, old) };

  cs_councils_add_member (table->book.store, &wanted, &error);
  g_assert_no_error (error);
}

/* The kinds of nothing are told apart, with their reasons, and do not enter a mean. */
static void
test_kinds_of_nothing (Table *table, gconstpointer n)
{
  g_autofree char *pdf = NULL, *text = NULL, *mean = NULL;
  g_autoptr (CsResult) result = NULL;

  declare_recusal (table, "m5", "Là người nhà của chủ thể");
  score (table, 1, 3);
  replace_member (table, "m3", "m6", "Nguyễn Văn Thay");
  close_product (table, "m4", "Đi công tác ở Hà Nội");
  pdf = write_table (table);
  text = judge_text (pdf, 0);
  result = result_of (table);
  g_assert_cmpuint (result->counted, ==, 3);
  mean = mean_text (result->verdict->sum, 3);
  assert_row (text, "Tổng cộng +100 +\\d+ +\\d+ +\\d+ +V +K +– +");
  assert_says (text, mean);
  assert_says (text, "không tham gia chấm: Là");
  assert_says (text, "vắng: Đi công tác ở");
  assert_says (text, "không thuộc");
  assert_says (text, "(đã thôi làm");
  assert_says (text, "(cũ)");
  assert_says (text, "Ký hiệu: V: vắng; K: không tham gia chấm; –: không thuộc.");
  assert_numbers (pdf, form_of (table), 1);
}

/* A chair who has no part in the product does not sign for it. */
static void
test_vice_signs (Table *table, gconstpointer n)
{
  g_autofree char *pdf = NULL, *text = NULL;

  declare_recusal (table, "m1", "Là chủ thể");
  score (table, 2, table->n);
  close_product (table, NULL, NULL);
  pdf = write_table (table);
  text = judge_text (pdf, 0);
  assert_says (text, "KT. CHỦ TỊCH");
  assert_says (text, "PHÓ CHỦ TỊCH");
  assert_says (text, "THƯ KÝ");
}

/* --- several rounds --- */

static void
begin_again (Table *table, const char *member)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) dossier = book_dossier (table->book.store, table->code);
  g_autoptr (CsSheet) sheet =
      cs_sheets_get (table->book.store, dossier, member_id (table->book.store, member), &error),
                      next = NULL;
  const CsForm *form = form_of (table);

  g_assert_no_error (error);
  next = cs_sheets_begin_round (table->book.store, dossier, sheet, &error);
  g_assert_no_error (error);
  for (guint q = 0; q < cs_form_n_questions (form); q++)
    {
      cs_sheets_choose (table->book.store, dossier, next, q, (int) cs_form_question (form, q)->options->len,
                        &error);
      g_assert_no_error (error);
    }
  cs_sheets_submit (table->book.store, dossier, member_id (table->book.store, member), NULL, &error);
  g_assert_no_error (error);
}

/* The first round's table, what was said, the second's; who kept a sheet is told. */
static void
test_rounds (Table *table, gconstpointer n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) dossier = book_dossier (table->book.store, table->code);
  g_autofree char *pdf = NULL, *text = NULL;
  const char *first, *talk, *second;

  book_score (table->book.store, table->code, "m1", 100, TRUE);
  book_score (table->book.store, table->code, "m2", -100, TRUE);
  for (guint i = 3; i <= table->n; i++)
    {
      g_autofree char *member = g_strdup_printf ("m%u", i);

      book_score (table->book.store, table->code, member, 100, TRUE);
    }
  cs_sheets_discuss (table->book.store, dossier, "Thống nhất cách hiểu tiêu chí 1.4 (mẫu)", &error);
  g_assert_no_error (error);
  begin_again (table, "m2");
  close_product (table, NULL, NULL);
  pdf = write_table (table);
  text = judge_text (pdf, 0);
  first = strstr (text, "Điểm chấm lần 1");
  talk = strstr (text, "Thống nhất cách hiểu tiêu chí 1.4 (mẫu)");
  second = strstr (text, "Điểm chấm lần 2");
  g_assert_true (first != NULL && talk != NULL && second != NULL);
  g_assert_true (first < talk && talk < second);
  assert_numbers (pdf, form_of (table), 2);
  assert_says (text, "chênh lệch quá mức");
  assert_says (text, "giữ phiếu của lần chấm 1: cột 1, 3, 4, 5.");
  g_assert_nonnull (strstr (second, "Tổng cộng"));
  assert_row (second, "Tổng cộng +100( +\\d+)\\1{4} ");
}

/* --- what happened --- */

static void
add_copies (Table *table)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) dossier = book_dossier (table->book.store, table->code);
  const CsForm *form = form_of (table);
  g_autofree int *choices = g_new (int, cs_form_n_questions (form));
  g_autoptr (CsBulk) bulk = cs_bulk_begin (table->book.store, "test", NULL, &error);

  book_draw (form, 40, choices);
  cs_bulk_add_sheet (bulk, dossier, "m4", 1, choices, TRUE, &error);
  cs_bulk_add_sheet (bulk, dossier, "m5", 1, choices, TRUE, &error);
  g_assert_no_error (error);
  cs_bulk_commit (g_steal_pointer (&bulk), "test", &error);
  g_assert_no_error (error);
}

static void
raise_and_dismiss (Table *table)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) dossier = book_dossier (table->book.store, table->code);
  g_autoptr (CsGround) ground = cs_ground_new (NULL, "Giả mạo hồ sơ", "Con dấu mờ", "m2");

  ground->state = CS_GROUND_RAISED;
  cs_grounds_add (table->book.store, dossier, ground, &error);
  g_assert_no_error (error);
  cs_grounds_decide (table->book.store, dossier, ground, FALSE, "Đã đối chiếu bản gốc", &error);
  g_assert_no_error (error);
}

/* Copies, returned sheets, grounds, closings and reopenings are all told. */
static void
test_events (Table *table, gconstpointer n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) dossier = NULL, closed = NULL;
  g_autofree char *pdf = NULL, *text = NULL;
  const char *const wanted[] = {
    "Phiếu của m4 và phiếu của m5 giống hệt nhau",
    "trả lại để", /* the cell is narrow */
    "Nhầm tiêu chí",
    "Giả mạo hồ sơ. Lý do: Con dấu mờ (m2 nêu lúc",
    "Hội đồng bác bỏ",
    "Đã đối chiếu bản gốc",
    "Chốt kết quả lúc",
    "Mở lại lúc",
    "lý do: Bổ sung giấy tờ",
    "bởi Lan; lý do: Đã thảo luận kỹ (mẫu)",
    "Độ chắc chắn của kết quả",
    "Điều kiện tối thiểu của từng hạng sao",
    "5/5 thành viên được chấm",
    "Đầu nhật ký: ",
  };

  cs_store_set_person (table->book.store, "Lan", NULL);
  score (table, 1, 3);
  add_copies (table);
  dossier = book_dossier (table->book.store, table->code);
  cs_sheets_return (table->book.store, dossier, member_id (table->book.store, "m3"), NULL, "Nhầm tiêu chí",
                    &error);
  g_assert_no_error (error);
  cs_sheets_submit (table->book.store, dossier, member_id (table->book.store, "m3"), NULL, &error);
  g_assert_no_error (error);
  raise_and_dismiss (table);
  close_product (table, NULL, NULL);
  closed = book_dossier (table->book.store, table->code);
  cs_evaluation_reopen (table->book.store, closed, NULL, "Bổ sung giấy tờ", &error);
  g_assert_no_error (error);
  close_product (table, NULL, NULL);
  pdf = write_table (table);
  text = judge_text (pdf, 0);
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    assert_says (text, wanted[i]);
  g_assert_cmpuint (judge_count (text, "Chốt kết quả lúc"), ==, 2);
}

/* Which minima hold and which miss, as the verdict has it. */
static void
test_minima (Table *table, gconstpointer n)
{
  g_autoptr (CsProductSummary) summary = NULL;
  g_autoptr (CsResult) result = NULL;
  guint missing = 0;

  score (table, 1, table->n);
  close_product (table, NULL, NULL);
  summary = summary_of (table);
  result = result_of (table);
  for (guint i = 0; i < summary->minima->len; i++)
    missing += !((CsProductMinimum *) g_ptr_array_index (summary->minima, i))->holds;
  g_assert_cmpuint (summary->minima->len, >=, missing);
  g_assert_cmpuint (missing, ==, result->verdict->unmet->len);
}

/* 60 criteria, 40 members with names without end: nothing leaves the page, nothing is lost. */
static void
test_many (void)
{
  g_autoptr (CsProductSummary) summary = NULL;
  Table table = { 0 };
  CsProductRound *round;
  g_autofree char *pdf = NULL, *text = NULL, *pages = NULL;

  set_up (&table, GUINT_TO_POINTER (5));
  score (&table, 1, 5);
  close_product (&table, NULL, NULL);
  summary = summary_of (&table);
  round = g_ptr_array_index (summary->rounds, 0);
  for (guint i = 0; i < 35; i++)
    {
      CsProductMember *member = g_new0 (CsProductMember, 1);

      member->name = g_strnfill (300, 'n');
      member->role = g_strdup ("Thành viên Hội đồng");
      member->organisation = g_strdup ("Phòng Nông nghiệp và Phát triển nông thôn");
      member->state = g_strdup ("chưa chấm");
      member->points = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (summary->members, member);
    }
  g_ptr_array_set_size (round->tables, 0);
  for (guint t = 0; t < 3; t++)
    {
      CsProductPoints *points = _cs_product_round_add_table (round, 40 * t / 3, 40 * (t + 1) / 3, 40);

      for (guint i = 0; i < 60; i++)
        {
          g_autofree char *no = g_strdup_printf ("99.%u", i);
          g_autofree char *title =
              g_strdup_printf ("Tiêu chí mẫu số %u có tên khá dài để phải xuống dòng", i);

          _cs_product_points_add_line (points, CS_PRODUCT_LINE_CRITERION, no, title, 0);
        }
    }
  pdf = judge_write (cs_product_paper_new (summary, judge_template ("table")), "many.pdf");
  text = judge_text (pdf, 0);
  pages = judge_info (pdf, "Pages");
  g_assert_cmpuint (judge_count (text, "99.59 "), ==, 3);
  g_assert_cmpuint (judge_count (text, "99.0 "), ==, 3);
  for (int p = 1; p <= (int) g_ascii_strtoll (pages, NULL, 10); p++)
    {
      g_autoptr (Picture) picture = judge_picture (pdf, p);

      g_assert_cmpfloat (picture_margin_left (picture, 20, 190), >=, 29.5);
      g_assert_cmpfloat (picture_margin_right (picture, 20, 190), >=, 14.5);
    }
  tear_down (&table, NULL);
}

void
add_product_table_tests (void)
{
#define ADD(name, n, run)                                                                                    \
  g_test_add ("/report/table-of-product/" name, Table, GUINT_TO_POINTER (n), set_up, run, tear_down)
  ADD ("numbers", 5, test_numbers);
  ADD ("numbers-13", 13, test_numbers);
  ADD ("one-member", 1, test_size);
  ADD ("upright", 8, test_size);
  ADD ("lying", 13, test_size);
  ADD ("three-tables", 31, test_size);
  ADD ("kinds-of-nothing", 5, test_kinds_of_nothing);
  ADD ("vice-signs", 5, test_vice_signs);
  ADD ("rounds", 5, test_rounds);
  ADD ("events", 5, test_events);
  ADD ("minima", 5, test_minima);
  g_test_add_func ("/report/table-of-product/many", test_many);
}
