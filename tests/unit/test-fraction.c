/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/fraction.h"

#include <string.h>

/* Exact numbers, against arithmetic of another kind: schoolbook products of 32-bit digits, long division. */

static const int bands[] = { 90, 70, 50, 30 };

/* --- comparing --- */

static guint64
magnitude (gint64 number)
{
  return number < 0 ? (guint64) (-(number + 1)) + 1 : (guint64) number;
}

/* @product: four digits of base 2^32, lowest first */
static void
multiply (guint64 a, guint64 b, guint64 product[4])
{
  guint64 low = (a & G_MAXUINT32) * (b & G_MAXUINT32), mid = (a >> 32) * (b & G_MAXUINT32);
  guint64 other = (a & G_MAXUINT32) * (b >> 32), high = (a >> 32) * (b >> 32);

  product[0] = low & G_MAXUINT32;
  product[1] = (low >> 32) + (mid & G_MAXUINT32) + (other & G_MAXUINT32);
  product[2] = (product[1] >> 32) + (mid >> 32) + (other >> 32) + (high & G_MAXUINT32);
  product[3] = (product[2] >> 32) + (high >> 32);
  product[1] &= G_MAXUINT32;
  product[2] &= G_MAXUINT32;
}

/* Sign of a/b - c/d; b and d are above 0. */
static int
compare_slowly (gint64 a, gint64 b, gint64 c, gint64 d)
{
  guint64 left[4], right[4];
  int sign = (a < 0) - (c < 0);

  if ((a < 0) != (c < 0))
    return -sign;
  multiply (magnitude (a), magnitude (d), left);
  multiply (magnitude (c), magnitude (b), right);
  for (int i = 3; i >= 0; i--)
    if (left[i] != right[i])
      return (left[i] > right[i] ? 1 : -1) * (a < 0 ? -1 : 1);
  return 0;
}

static gint64
draw (void)
{
  static const gint64 edges[] = { 0,           1,         -1, 2, 90, G_MAXINT32, G_MAXINT64, G_MAXINT64 - 1,
                                  -G_MAXINT64, G_MININT64 };
  guint64 bits = ((guint64) (guint32) g_test_rand_int () << 32) | (guint32) g_test_rand_int ();

  if (g_test_rand_int_range (0, 4) == 0)
    return edges[g_test_rand_int_range (0, G_N_ELEMENTS (edges))];
  return (gint64) (bits >> g_test_rand_int_range (0, 63));
}

static gint64
draw_den (void)
{
  gint64 den = draw ();

  return den > 0 ? den : den == G_MININT64 || den == 0 ? 7 : -den;
}

static int
sign_of (int number)
{
  return (number > 0) - (number < 0);
}

static void
test_compare_random (void)
{
  int equal = 0;

  for (int i = 0; i < 200000; i++)
    {
      gint64 a = draw (), b = draw_den (), c = draw (), d = draw_den ();

      if (g_test_rand_int_range (0, 4) == 0)
        {
          c = a;
          d = b - (g_test_rand_bit () && b > 1); /* equal, or as near as can be */
        }
      g_assert_cmpint (sign_of (cs_fraction_compare (cs_fraction (a, b), cs_fraction (c, d))), ==,
                       compare_slowly (a, b, c, d));
      equal += compare_slowly (a, b, c, d) == 0;
    }
  g_assert_cmpint (equal, >, 1000);
}

/* --- reducing --- */

static void
test_reduce (void)
{
  static const struct
  {
    gint64 num, den, reduced_num, reduced_den;
  } cases[] = {
    { 0, 1, 0, 1 },
    { 0, 17, 0, 1 },
    { 391, 5, 391, 5 },
    { 390, 5, 78, 1 },
    { -6, 4, -3, 2 },
    { 6, -4, -3, 2 },
    { -6, -4, 3, 2 },
    { G_MAXINT64, G_MAXINT64, 1, 1 },
    { G_MAXINT64, 7, G_MAXINT64 / 7, 1 }, /* 2^63 - 1 is a multiple of 7 */
    { G_MININT64, 2, G_MININT64 / 2, 1 },
    { G_MININT64, 3, G_MININT64, 3 },
    { G_MININT64, 1, G_MININT64, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CsFraction fraction = cs_fraction (cases[i].num, cases[i].den);

      g_assert_cmpint (fraction.num, ==, cases[i].reduced_num);
      g_assert_cmpint (fraction.den, ==, cases[i].reduced_den);
    }
}

static void
test_reduce_random (void)
{
  for (int i = 0; i < 20000; i++)
    {
      gint64 common = g_test_rand_int_range (1, 1000000), num = g_test_rand_int_range (-1000000, 1000000);
      gint64 den = g_test_rand_int_range (1, 1000000);
      CsFraction fraction = cs_fraction (num * common, den * common);
      gint64 a = ABS (fraction.num), b = fraction.den;

      g_assert_cmpint (fraction.num * den, ==, num * fraction.den);
      while (b != 0) /* nothing in common but 1 */
        {
          gint64 rest = a % b;

          a = b;
          b = rest;
        }
      g_assert_cmpint (a, ==, 1);
    }
}

static void
test_reaches (void)
{
  for (int n = 1; n <= 30; n++)
    for (guint b = 0; b < G_N_ELEMENTS (bands); b++)
      {
        g_assert_false (cs_fraction_reaches (cs_fraction ((gint64) bands[b] * n - 1, n), bands[b]));
        g_assert_true (cs_fraction_reaches (cs_fraction ((gint64) bands[b] * n, n), bands[b]));
        g_assert_true (cs_fraction_reaches (cs_fraction ((gint64) bands[b] * n + 1, n), bands[b]));
      }
}

/* --- text --- */

static void
assert_decimal (gint64 num, gint64 den, const char *wanted)
{
  g_autofree char *text = cs_fraction_to_decimal (cs_fraction (num, den), bands, G_N_ELEMENTS (bands));

  g_assert_cmpstr (text, ==, wanted);
}

static void
test_exact (void)
{
  g_autofree char *whole = cs_fraction_to_exact (cs_fraction (62, 2));
  g_autofree char *broken = cs_fraction_to_exact (cs_fraction (782, 10));
  g_autofree char *negative = cs_fraction_to_exact (cs_fraction (1, -2));

  g_assert_cmpstr (whole, ==, "31");
  g_assert_cmpstr (broken, ==, "391/5");
  g_assert_cmpstr (negative, ==, "-1/2");
}

static void
test_decimal (void)
{
  assert_decimal (0, 1, "0.00");
  assert_decimal (391, 5, "78.20");
  assert_decimal (1, 3, "0.33");
  assert_decimal (2, 3, "0.67");
  assert_decimal (1, 200, "0.01"); /* half up */
  assert_decimal (199, 40000, "0.00");
  assert_decimal (557, 7, "79.57");
  assert_decimal (100, 1, "100.00");
  assert_decimal (90, 1, "90.00");
  /* as long as two decimals stay on the right side, two it is */
  assert_decimal (8999, 100, "89.99");
  assert_decimal (9001, 100, "90.01");
  assert_decimal (90001, 1000, "90.00");
  /* rounding must not carry a product over a border */
  assert_decimal (69995, 1000, "69.995");
  assert_decimal (69994, 1000, "69.99");
  assert_decimal (89996, 1000, "89.996");
  assert_decimal (22589, 251, "89.996");
  assert_decimal (899999, 10000, "89.9999");
  assert_decimal (49999, 1000, "49.999");
  assert_decimal (299999999, 10000000, "29.9999999");
  assert_decimal (29999, 1000, "29.999");
  /* between the borders rounding is only rounding */
  assert_decimal (59996, 1000, "60.00");
  assert_decimal (99996, 1000, "100.00");
  /* a whole number of members just below: 90 n - 1 over n */
  assert_decimal (90 * 201 - 1, 201, "89.995");
  assert_decimal (90 * 999 - 1, 999, "89.999");
  assert_decimal (90 * 9999 - 1, 9999, "89.9999");
}

/* However near to the border: never on its other side, and never a text that looks like it. */
static void
test_decimal_near (void)
{
  for (guint b = 0; b < G_N_ELEMENTS (bands); b++)
    for (gint64 den = 1; den > 0 && den < G_MAXINT64 / 200; den = den * 10 + 7)
      {
        g_autofree char *below =
            cs_fraction_to_decimal (cs_fraction (bands[b] * den - 1, den), bands, G_N_ELEMENTS (bands));
        g_autofree char *at =
            cs_fraction_to_decimal (cs_fraction (bands[b] * den, den), bands, G_N_ELEMENTS (bands));
        g_autofree char *above =
            cs_fraction_to_decimal (cs_fraction (bands[b] * den + 1, den), bands, G_N_ELEMENTS (bands));
        g_autofree char *whole = g_strdup_printf ("%d.00", bands[b]),
                        *start = g_strdup_printf ("%d.", bands[b] - 1);

        g_assert_cmpstr (at, ==, whole);
        g_assert_true (g_str_has_prefix (below, start));
        g_assert_false (g_str_has_prefix (above, start));
      }
}

static void
test_no_borders (void)
{
  g_autofree char *text = cs_fraction_to_decimal (cs_fraction (89996, 1000), NULL, 0);

  g_assert_cmpstr (text, ==, "90.00");
}

/* The text of @num / @den with @decimals by long division, rounded half up. */
static char *
divide_slowly (gint64 num, gint64 den, int decimals)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  gint64 rest = num % den;
  gsize point;

  g_string_printf (digits, "0%" G_GINT64_FORMAT, num / den);
  point = digits->len;
  for (int i = 0; i < decimals; i++)
    {
      rest *= 10;
      g_string_append_c (digits, (char) ('0' + rest / den));
      rest %= den;
    }
  if (2 * rest >= den) /* carry */
    {
      gsize i = digits->len;

      while (digits->str[--i] == '9')
        digits->str[i] = '0';
      digits->str[i]++;
    }
  g_string_insert_c (digits, (gssize) point, '.');
  return g_strdup (digits->str[0] == '0' && digits->str[1] != '.' ? digits->str + 1 : digits->str);
}

/* Is the number that @text says on the side of @border on which num/den is? */
static gboolean
is_on_side (const char *text, gint64 num, gint64 den, int border)
{
  gint64 whole = (gint64) g_ascii_strtoull (text, NULL, 10);

  return (whole >= border) == (num >= border * den);
}

static void
test_decimal_random (void)
{
  int longer = 0;

  for (int i = 0; i < 100000; i++)
    {
      gint64 den = g_test_rand_int_range (1, 3000), num = g_test_rand_int_range (0, (int) (100 * den + 1));
      g_autofree char *text = NULL, *wanted = NULL;
      gboolean fits = FALSE;

      if (g_test_rand_bit ()) /* near a border */
        num = bands[g_test_rand_int_range (0, G_N_ELEMENTS (bands))] * den + g_test_rand_int_range (-3, 4);
      num = CLAMP (num, 0, 100 * den);
      text = cs_fraction_to_decimal (cs_fraction (num, den), bands, G_N_ELEMENTS (bands));
      for (int decimals = 2; !fits; decimals++)
        {
          g_free (wanted);
          wanted = divide_slowly (num, den, decimals);
          fits = TRUE;
          for (guint b = 0; b < G_N_ELEMENTS (bands); b++)
            fits &= is_on_side (wanted, num, den, bands[b]);
          longer += !fits;
        }
      g_assert_cmpstr (text, ==, wanted);
    }
  g_assert_cmpint (longer, >, 100);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fraction/reduce", test_reduce);
  g_test_add_func ("/fraction/reduce-random", test_reduce_random);
  g_test_add_func ("/fraction/compare-random", test_compare_random);
  g_test_add_func ("/fraction/reaches", test_reaches);
  g_test_add_func ("/fraction/exact", test_exact);
  g_test_add_func ("/fraction/decimal", test_decimal);
  g_test_add_func ("/fraction/decimal-near", test_decimal_near);
  g_test_add_func ("/fraction/decimal-random", test_decimal_random);
  g_test_add_func ("/fraction/no-borders", test_no_borders);
  return g_test_run ();
}
