/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/text.h"
#include "rules/producer-name.h"

/* Names that people write in full and in letters meet in both directions. */

static void
test_both_ways (void)
{
  static const struct
  {
    const char *full, *letters;
  } names[] = {
    { "Hợp tác xã nông nghiệp Rạch Lọp", "HTX NN Rạch Lọp" },
    { "Công ty trách nhiệm hữu hạn một thành viên Ba Hai", "Cty TNHH MTV Ba Hai" },
    { "Công ty cổ phần sản xuất thương mại dịch vụ X", "CTY CP SX TM DV X" },
    { "Tổ hợp tác Hai", "THT Hai" },
    { "Hộ kinh doanh", "HKD" },
    { "Doanh nghiệp tư nhân Y", "DNTN Y" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *full = cs_text_fold (names[i].full), *letters = cs_text_fold (names[i].letters);
      g_autofree char *shorter = cs_producer_name_shorten (full), *longer = cs_producer_name_expand (letters);
      g_autofree char *again = cs_producer_name_shorten (letters);

      g_assert_cmpstr (shorter, ==, letters);
      g_assert_cmpstr (longer, ==, full);
      g_assert_cmpstr (again, ==, letters);
    }
}

/* Only whole words. */
static void
test_words (void)
{
  static const char *const names[] = {
    "", "chop tac xa", "hop tac xay", "htxa", "cphan", "ho kinh", "tmx sxx"
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *shorter = cs_producer_name_shorten (names[i]),
                      *longer = cs_producer_name_expand (names[i]);

      g_assert_cmpstr (shorter, ==, names[i]);
      g_assert_cmpstr (longer, ==, names[i]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/producer-name/both-ways", test_both_ways);
  g_test_add_func ("/producer-name/words", test_words);
  return g_test_run ();
}
