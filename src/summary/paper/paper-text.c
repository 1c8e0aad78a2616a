/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "summary/paper/paper-text.h"

#include "base/text.h"

const char *
cs_paper_kind (const char *kind)
{
  static const char *const words[][2] = {
    { "cooperative", "Hợp tác xã" }, { "group", "Tổ hợp tác" },        { "company", "Doanh nghiệp" },
    { "farm", "Trang trại" },        { "household", "Hộ kinh doanh" }, { "association", "Hội, trung tâm" },
    { "first", "Lần đầu" },          { "upgrade", "Nâng hạng" },       { "renewal", "Đánh giá lại" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_strcmp0 (words[i][0], kind) == 0)
      return words[i][1];
  return kind;
}

const char *
cs_paper_role (CsRole role)
{
  static const char *const words[] = {
    [CS_ROLE_CHAIR] = "Chủ tịch Hội đồng",
    [CS_ROLE_VICE] = "Phó Chủ tịch Hội đồng",
    [CS_ROLE_MEMBER] = "Thành viên Hội đồng",
    [CS_ROLE_SECRETARY] = "Thư ký Hội đồng",
  };

  return words[role];
}

const char *
cs_paper_state_mark (CsMemberState state)
{
  static const char *const marks[] = {
    [CS_MEMBER_NONE] = "CC",    [CS_MEMBER_DRAFT] = CS_PAPER_OPEN_MARK,
    [CS_MEMBER_SUBMITTED] = "", [CS_MEMBER_RECUSED] = "K",
    [CS_MEMBER_ABSENT] = "V",   [CS_MEMBER_NOT_APPLICABLE] = "–",
  };

  return marks[state];
}

const char *
cs_paper_state_word (CsMemberState state)
{
  static const char *const words[] = {
    [CS_MEMBER_NONE] = "chưa chấm",
    [CS_MEMBER_DRAFT] = CS_PAPER_OPEN,
    [CS_MEMBER_SUBMITTED] = "đã nộp phiếu",
    [CS_MEMBER_RECUSED] = "không tham gia chấm",
    [CS_MEMBER_ABSENT] = "vắng",
    [CS_MEMBER_NOT_APPLICABLE] = "không thuộc",
  };

  return words[state];
}

static char *
with_comma (char *text)
{
  return g_strdelimit (text, ".", ',');
}

char *
cs_paper_decimal (const CsRegulation *regulation, CsFraction value)
{
  return with_comma (cs_regulation_decimal (regulation, value));
}

char *
cs_paper_decimal_beside (CsFraction value, int needed)
{
  return with_comma (cs_fraction_to_decimal (value, &needed, 1));
}

char *
cs_paper_lower_first (const char *name)
{
  g_autofree char *first = g_utf8_substring (name, 0, MIN (1, g_utf8_strlen (name, -1)));
  g_autofree char *lower = g_utf8_strdown (first, -1);

  return g_strconcat (lower, name + strlen (first), NULL);
}

const char *
cs_paper_who (const char *who)
{
  return cs_text_is_blank (who) ? "……………………" : who;
}

char *
cs_paper_changed (const char *members)
{
  return *members == '\0'
             ? g_strdup ("Kết quả chốt bị sửa ngoài chương trình: không có kết quả")
             : g_strdup_printf ("Phiếu đã niêm phong của %s bị sửa ngoài chương trình: không có kết quả",
                                members);
}
