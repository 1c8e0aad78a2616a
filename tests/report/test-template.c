/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "judge.h"
#include "samples.h"

#include "exchange/template-reader.h"
#include "report/papers/papers.h"

#include <string.h>

/* The words of an office of its own. */

/* Returns: (transfer full): the text of a summary of @n products in the words of @blocks. */
static char *
paper_of (guint n, const char *blocks)
{
  g_autofree char *path = judge_path ("own.xml");
  g_autofree char *pdf = NULL;
  g_autofree char *xml = g_strdup_printf (
      "<template id=\"own\" paper=\"summary\" name=\"Mẫu riêng\" document=\"Báo cáo {unit}\" "
      "counted=\"yes\"><foot><line>{program}</line></foot>%s</template>",
      blocks);
  g_autoptr (CsUnitSummary) summary = sample_summary (n);
  g_autoptr (CsTemplate) template = NULL;
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, xml, -1, &error);
  g_assert_no_error (error);
  template = cs_template_read_file (path, NULL, &error);
  g_assert_no_error (error);
  pdf = judge_write (cs_summary_paper_new (summary, template), "own.pdf");
  judge_fonts (pdf);
  return judge_text (pdf, 0);
}

static void
test_words (void)
{
  g_autofree char *text =
      paper_of (2,
                "<letterhead parent=\"{parent}\" issuer=\"{issuer}\" title=\"Báo cáo\" subtitle=\"{unit}\"/>"
                "<heading>Phần {#}: {level:lower}</heading>"
                "<paragraph>Có {registered} sản phẩm[, dưới 3 sao: {below}].</paragraph>"
                "<item of=\"rows\">{product}: [{stars} sao|không]</item>"
                "<paragraph unless=\"rows\">Không có gì.</paragraph>");

  g_assert_nonnull (strstr (text, "BÁO CÁO"));
  g_assert_null (strstr (text, "Số:")); /* no number asked for, no line of dots */
  g_assert_nonnull (strstr (text, "cấp huyện"));
  g_assert_nonnull (strstr (text, "Có 2 sản phẩm."));
  g_assert_nonnull (strstr (text, "– Bánh tét ba màu (mẫu 1): 3 sao"));
  g_assert_null (strstr (text, "Không có gì"));
  g_assert_nonnull (strstr (text, "Trang 1/1"));
}

/* Whatever a template asks: a product that is not closed has no figure. */
static void
test_open (void)
{
  g_autofree char *path = judge_path ("open.xml");
  g_autofree char *pdf = NULL;
  g_autofree char *text = NULL;
  g_autoptr (CsUnitSummary) summary = sample_summary (1);
  CsUnitSummaryRow *row = g_ptr_array_index (summary->rows, 0);
  g_autoptr (CsTemplate) template = NULL;

  g_file_set_contents (path,
                       "<template id=\"own\" paper=\"summary\" name=\"n\" document=\"d\"><item of=\"rows\">"
                       "<!-- every figure there is -->xx{mean-a}{mean-b}{mean-c}{mean}{spread}{minima}{stars}"
                       "{proposal}xx</item></template>",
                       -1, NULL);
  template = cs_template_read_file (path, NULL, NULL);
  row->stars = CS_STARS_OPEN;
  pdf = judge_write (cs_summary_paper_new (summary, template), "open.pdf");
  text = judge_text (pdf, 0);
  g_assert_nonnull (strstr (text, "– xxxx"));
}

/* Tables without rows are left out; cells and columns of a list, and rows with conditions. */
static void
test_tables (void)
{
  const char *const blocks =
      "<table><column title=\"Tiêu đề\"/><column of=\"rows\" title=\"cột {#}\"/>"
      "<row of=\"recipients\" kind=\"total\"><cell>{text}</cell><cell of=\"rows\">ô{#}</cell></row></table>"
      "<table><column title=\"Mặt hàng\"/><each of=\"rows\"><row when=\"open\"><cell>mở</cell></row></each>"
      "</table>";
  g_autofree char *two = paper_of (2, blocks);
  g_autofree char *nine = paper_of (9, blocks);

  g_assert_cmpuint (judge_count (two, "cột"), ==, 2);
  g_assert_cmpuint (judge_count (two, "ô2"), ==, 3); /* three recipients */
  g_assert_null (strstr (two, "Mặt hàng"));
  g_assert_nonnull (strstr (nine, "Mặt hàng")); /* the ninth is open */
}

/* Blocks that have nothing to say; signers that are not there. */
static void
test_blank (void)
{
  g_autofree char *text = paper_of (0, "<heading>[{secretary}]</heading><paragraph>[{log-head}]</paragraph>"
                                       "<signature><left when=\"secretary\" role=\"Thư ký\"/>"
                                       "<right role=\"{role}\"/></signature>");

  g_assert_nonnull (strstr (text, "PHÓ CHỦ TỊCH"));
  g_assert_null (strstr (text, "THƯ KÝ"));
}

void
add_template_tests (void)
{
  g_test_add_func ("/report/template/words", test_words);
  g_test_add_func ("/report/template/open", test_open);
  g_test_add_func ("/report/template/tables", test_tables);
  g_test_add_func ("/report/template/blank", test_blank);
}
