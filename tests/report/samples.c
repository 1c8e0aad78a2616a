/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "samples.h"

const char sample_letters[] = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
                              "ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ";

static const char *const products[] = { "Bánh tét ba màu", "Dừa sáp sấy giòn",   "Mắm bò hóc",
                                        "Gạo hữu cơ",      "Mật hoa dừa cô đặc", "Tôm khô",
                                        "Trà mãng cầu",    "Rượu nếp than" };
static const char *const producers[][2] = {
  { "Hợp tác xã Nông nghiệp Bình Minh", "Hợp tác xã" },
  { "Công ty TNHH Một thành viên Thực phẩm Hương Quê", "Doanh nghiệp nhỏ và vừa" },
  { "Hộ kinh doanh Nguyễn Thị Ngọc Ánh", "Hộ kinh doanh" },
  { "Tổ hợp tác Phụ nữ Ấp Giồng Lức", "Tổ hợp tác" },
};
static const char *const addresses[] = { "Phường 1, Thành phố Trà Vinh", "Xã Long Đức, Thành phố Trà Vinh",
                                         "Phường 7, Thành phố Trà Vinh" };
static const struct
{
  int no;
  const char *name;
} forms[] = { { 1, "Rau, củ, quả, hạt tươi" },
              { 8, "Đồ ăn nhanh" },
              { 12, "Gia vị khác" },
              { 26, "Du lịch cộng đồng, du lịch sinh thái và điểm du lịch" } };

static void
fill_results (CsUnitSummaryRow *row, guint i)
{
  static const char *const proposals[] = { "Không công nhận", "", "", "Công nhận 3 sao", "Chuyển cấp tỉnh",
                                           "Chuyển cấp tỉnh" };
  int a = 24 + (int) (i * 7 % 16), b = 12 + (int) (i * 5 % 13), c = 17 + (int) (i * 3 % 18);
  int total = a + b + c;

  row->stars = i % 31 == 30 ? 0 : total >= 90 ? 5 : total >= 70 ? 4 : 3;
  row->parts[0] = g_strdup_printf ("%d.%02u", a, i * 20 % 100);
  row->parts[1] = g_strdup_printf ("%d.00", b);
  row->parts[2] = g_strdup_printf ("%d.%02u", c, i * 40 % 100);
  row->total = g_strdup_printf ("%d.%02u", total, i * 60 % 100);
  row->spread = (int) (i % 11);
  row->minima = g_strdup (i % 5 == 2 ? "Thiếu tiêu chí 1.5 (4 sao): 1,40/2" : "Đạt");
  row->proposal = g_strdup (proposals[row->stars]);
  row->forwarded = row->stars >= 4;
  if (row->stars == 4)
    row->note = g_strdup ("Bổ sung phiếu kiểm nghiệm");
}

static void
fill_head (CsUnitSummary *summary)
{
  summary->head.parent = g_strdup ("Ủy ban nhân dân thành phố Trà Vinh");
  summary->head.issuer = g_strdup ("Hội đồng đánh giá, phân hạng sản phẩm OCOP");
  summary->head.number = g_strdup ("7/BC-HĐOCOP");
  summary->head.place = g_strdup ("Trà Vinh");
  summary->head.date = g_strdup ("2024-05-31");
  summary->head.unit = g_strdup ("Thành phố Trà Vinh");
  summary->head.round = g_strdup ("Đợt 1 năm 2024");
  summary->head.level = g_strdup ("Cấp huyện");
  summary->head.council = g_strdup ("Hội đồng đánh giá, phân hạng sản phẩm OCOP thành phố Trà Vinh (mẫu)");
  summary->head.regulation = g_strdup ("148/QĐ-TTg");
  summary->head.book = g_strdup ("Sổ OCOP thành phố Trà Vinh năm 2024 (mẫu)");
  summary->head.program = g_strdup ("Chấm Sao 0.1.0");
  summary->head.created = g_strdup ("2024-05-31T08:00:00Z");
  summary->head.authority = g_strdup ("TM. Hội đồng\nKT. Chủ tịch");
  summary->head.role = g_strdup ("Phó Chủ tịch");
  summary->head.signer = g_strdup ("Trần Văn Mẫu");
  summary->head.recipients = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (summary->head.recipients, g_strdup ("- UBND tỉnh Trà Vinh;"));
  g_ptr_array_add (summary->head.recipients, g_strdup ("- Văn phòng Điều phối nông thôn mới tỉnh;"));
  g_ptr_array_add (summary->head.recipients, g_strdup ("- Lưu: VT, HĐ."));
}

CsUnitSummary *
sample_summary (guint n)
{
  CsUnitSummary *summary = cs_unit_summary_new ();

  fill_head (summary);
  for (guint i = 0; i < n; i++)
    {
      CsUnitSummaryRow *row = cs_unit_summary_add_row (summary);
      guint p = i % G_N_ELEMENTS (producers), f = i * 3 % G_N_ELEMENTS (forms);

      row->code = g_strdup_printf ("84-842-29236-%u-2024", i + 1);
      row->product = g_strdup_printf ("%s (mẫu %u)", products[i % G_N_ELEMENTS (products)], i + 1);
      row->producer = g_strdup_printf ("%s (mẫu)", producers[p][0]);
      row->producer_kind = g_strdup (producers[p][1]);
      row->address = g_strdup (addresses[i % G_N_ELEMENTS (addresses)]);
      row->form_no = forms[f].no;
      row->form_name = g_strdup (forms[f].name);
      row->form_verified = i % 7 != 3;
      row->kind = g_strdup (i % 6 == 5 ? "Nâng hạng" : "Lần đầu");
      if (i % 9 != 8)
        fill_results (row, i);
    }
  cs_unit_summary_count (summary);
  return summary;
}
