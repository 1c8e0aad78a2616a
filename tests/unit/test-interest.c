/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/interest.h"

/* Who is warned about, and who is not. */

static void
test_cases (void)
{
  static const struct
  {
    const char *member, *organisation, *producer, *representative;
    gboolean likely;
  } cases[] = {
    { "Trần Thị Bình", "Hợp tác xã Mẫu", "HỢP TÁC XÃ MẪU", "", TRUE }, /* comes from it */
    { "Trần Thị Bình", "Hợp tác xã Mẫu", "Hợp tác xã Mẫu 2", "", FALSE },
    { "Trần Thị Bình", "", "Hợp tác xã Mẫu", "Ông Nguyễn Văn An", FALSE },
    { "Nguyễn Văn An", "", "Hợp tác xã Mẫu", "Ông NGUYỄN VĂN AN", TRUE }, /* represents it */
    { "Ông Nguyễn Văn An", "", "Hợp tác xã Mẫu", "Nguyễn Văn Ân", TRUE }, /* accents do not count */
    { "Nguyễn Văn An", "", "Hộ Nguyễn Văn An", "", TRUE },                /* gives it its name */
    { "Nguyễn Văn An", "", "Hộ kinh doanh bà Nguyễn Văn An", "", TRUE },
    { "Nguyễn Văn An", "", "Hộ Nguyễn Văn Anh", "", FALSE },
    { "Hồ Văn Ba", "", "Hộ Văn Ba", "", TRUE }, /* rather once too often */
    { "An", "", "Hộ", "", FALSE },
    { "Bà", "", "Bà", "", TRUE },
    { "", "", "", "", FALSE },
    { " ", " ", " ", NULL, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CsMember member = { .name = (char *) cases[i].member, .organisation = (char *) cases[i].organisation };
      CsProducer producer = { .name = (char *) cases[i].producer,
                              .representative = (char *) cases[i].representative };

      g_test_message ("%u: %s, %s", i, cases[i].member, cases[i].producer);
      g_assert_cmpint (cs_interest_is_likely (&member, &producer), ==, cases[i].likely);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/interest/cases", test_cases);
  return g_test_run ();
}
