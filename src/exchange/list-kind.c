/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/list-kind.h"

static const CsCsvColumn products[] = {
  { "code", "Mã sản phẩm|Mã hồ sơ|Mã số|Mã" },
  { "product", "Tên sản phẩm|Sản phẩm" },
  { "producer", "Tên chủ thể|Chủ thể|Chủ thể sản xuất|Tên chủ thể sản xuất" },
  { "producer_kind", "Loại chủ thể|Loại hình chủ thể|Loại hình|Loại hình tổ chức" },
  { "unit", "Đơn vị|Mã đơn vị|Xã|Xã, phường|Mã xã" },
  { "form", "Bộ sản phẩm|Bộ tiêu chí|Mẫu phiếu|Phiếu số|Biểu" },
  { "kind", "Loại hồ sơ|Loại đánh giá|Hình thức" },
  { "round", "Đợt|Đợt đánh giá" },
  { "address", "Địa chỉ" },
  { "phone", "Điện thoại|Số điện thoại|SĐT" },
  { "representative", "Người đại diện|Đại diện|Chủ cơ sở" },
  { "woman", "Phụ nữ|Nữ|Phụ nữ làm chủ" },
  { "minority", "Dân tộc thiểu số|DTTS" },
  { "disability", "Khuyết tật|Người khuyết tật" },
  { "registered_on", "Ngày đăng ký|Ngày nộp|Ngày nộp hồ sơ" },
};

static const CsCsvColumn members[] = {
  { "council", "Hội đồng|Mã hội đồng" },
  { "member", "Mã thành viên|Mã" },
  { "name", "Họ tên|Họ và tên|Tên" },
  { "role", "Vai trò|Chức danh|Chức danh trong hội đồng" },
  { "organisation", "Cơ quan|Cơ quan công tác|Đơn vị công tác" },
};

static const CsCsvColumn answers[] = {
  { "product", "Mã sản phẩm|Mã hồ sơ|Sản phẩm" },
  { "member", "Mã thành viên|Thành viên" },
  { "criterion", "Tiêu chí|Mã tiêu chí" },
  { "option", "Phương án|Lựa chọn" },
  { "points", "Điểm|Số điểm" },
  { "scoring_round", "Lượt chấm|Lượt" },
};

static const CsCsvColumn recognitions[] = {
  { "product", "Tên sản phẩm|Sản phẩm" },
  { "producer", "Tên chủ thể|Chủ thể|Chủ thể sản xuất" },
  { "unit", "Đơn vị|Mã đơn vị" },
  { "commune", "Xã|Xã, phường" },
  { "district", "Huyện|Huyện, thị xã, thành phố" },
  { "stars", "Hạng sao|Số sao|Sao|Xếp hạng" },
  { "decision", "Quyết định|Số quyết định" },
  { "date", "Ngày quyết định|Ngày ký|Ngày" },
  { "score", "Điểm|Số điểm" },
  { "certificate", "Giấy chứng nhận|Số giấy chứng nhận" },
  { "valid_until", "Có giá trị đến|Hiệu lực đến|Ngày hết hạn" },
  { "producer_type", "Loại chủ thể|Loại hình chủ thể", .not_kept = TRUE },
};

const CsCsvColumn *
cs_list_kind_columns (CsListKind kind, guint *n)
{
  static const struct
  {
    const CsCsvColumn *columns;
    guint n;
  } lists[] = {
    [CS_LIST_PRODUCTS] = { products, G_N_ELEMENTS (products) },
    [CS_LIST_MEMBERS] = { members, G_N_ELEMENTS (members) },
    [CS_LIST_ANSWERS] = { answers, G_N_ELEMENTS (answers) },
    [CS_LIST_RECOGNITIONS] = { recognitions, G_N_ELEMENTS (recognitions) },
  };

  *n = lists[kind].n;
  return lists[kind].columns;
}

gboolean
cs_list_kind_parse (const char *text, CsListKind *kind)
{
  static const char *const names[] = { "products", "members", "answers", "recognitions" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (text, names[i]) == 0)
      {
        *kind = (CsListKind) i;
        return TRUE;
      }
  return FALSE;
}
