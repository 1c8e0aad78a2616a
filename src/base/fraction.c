/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/fraction.h"

#define MAX_DECIMALS 12

static guint64
gcd (guint64 a, guint64 b)
{
  while (b != 0)
    {
      guint64 rest = a % b;
      a = b;
      b = rest;
    }
  return a;
}

/* Without the sign; the lowest number has no counterpart above 0. */
static guint64
magnitude (gint64 number)
{
  return number < 0 ? -(guint64) number : (guint64) number;
}

CsFraction
cs_fraction (gint64 num, gint64 den)
{
  gint64 common;

  g_return_val_if_fail (den != 0, CS_FRACTION_ZERO);
  if (den < 0)
    {
      num = -num;
      den = -den;
    }
  common = (gint64) gcd (magnitude (num), magnitude (den));
  return (CsFraction){ num / common, den / common };
}

int
cs_fraction_compare (CsFraction a, CsFraction b)
{
  __extension__ __int128 left = (__int128) a.num * b.den;
  __extension__ __int128 right = (__int128) b.num * a.den;

  return (left > right) - (left < right);
}

gboolean
cs_fraction_reaches (CsFraction value, gint64 points)
{
  return cs_fraction_compare (value, (CsFraction){ points, 1 }) >= 0;
}

char *
cs_fraction_to_exact (CsFraction value)
{
  if (value.den == 1)
    return g_strdup_printf ("%" G_GINT64_FORMAT, value.num);
  return g_strdup_printf ("%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, value.num, value.den);
}

char *
cs_fraction_to_fixed (CsFraction value, int decimals)
{
  gint64 scale = 1;
  gint64 digits;
  __extension__ __int128 size = value.num < 0 ? -(__int128) value.num : value.num;

  g_return_val_if_fail (decimals >= 1 && decimals <= 9, NULL);
  for (int i = 0; i < decimals; i++)
    scale *= 10;
  digits = (gint64) ((size * scale * 2 + value.den) / ((__int128) value.den * 2));
  return g_strdup_printf ("%s%" G_GINT64_FORMAT ".%0*" G_GINT64_FORMAT,
                          value.num < 0 && digits > 0 ? "-" : "", digits / scale, decimals, digits % scale);
}

static gboolean
crosses (CsFraction value, CsFraction shown, const int *borders, guint n_borders)
{
  for (guint i = 0; i < n_borders; i++)
    if (cs_fraction_reaches (value, borders[i]) != cs_fraction_reaches (shown, borders[i]))
      return TRUE;
  return FALSE;
}

char *
cs_fraction_to_decimal (CsFraction value, const int *borders, guint n_borders)
{
  gint64 scale = 100;
  int decimals = 2;

  g_return_val_if_fail (value.num >= 0, NULL);
  for (;; decimals++, scale *= 10)
    {
      __extension__ __int128 rounded =
          ((__int128) value.num * scale * 2 + value.den) / ((__int128) value.den * 2);
      gint64 digits = (gint64) rounded;

      if (crosses (value, cs_fraction (digits, scale), borders, n_borders))
        {
          if (decimals < MAX_DECIMALS)
            continue;
          /* nearer than anybody reads: cut off, which never crosses */
          digits = (gint64) ((__int128) value.num * scale / value.den);
        }
      return g_strdup_printf ("%" G_GINT64_FORMAT ".%0*" G_GINT64_FORMAT, digits / scale, decimals,
                              digits % scale);
    }
}
