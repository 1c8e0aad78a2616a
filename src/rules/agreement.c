/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/agreement.h"

#define FEW_OBJECTS 7 /* below this the χ² approximation of W is usually not trusted */

__extension__ typedef __int128 Big;

static Big
absolute (Big a)
{
  return a < 0 ? -a : a;
}

static Big
common_divisor (Big a, Big b)
{
  while (b != 0)
    {
      Big rest = a % b;
      a = b;
      b = rest;
    }
  return a;
}

/* Reduces; what still does not fit into 64 bits loses digits that no one prints. */
static CsFraction
ratio (Big num, Big den)
{
  Big divisor;

  if (den < 0)
    {
      num = -num;
      den = -den;
    }
  divisor = common_divisor (absolute (num), den);
  num /= divisor;
  den /= divisor;
  while (absolute (num) > G_MAXINT64 || den > G_MAXINT64)
    {
      num /= 2;
      den /= 2;
    }
  return cs_fraction ((gint64) num, (gint64) MAX (den, 1));
}

/* Twice the rank, so that the middle rank of a tie is whole too. */
static int
double_rank (const int *ratings, guint objects, guint raters, guint rater, guint object, int *tied)
{
  int mine = ratings[object * raters + rater];
  int below = 0, same = 0;

  for (guint i = 0; i < objects; i++)
    {
      below += ratings[i * raters + rater] < mine;
      same += ratings[i * raters + rater] == mine;
    }
  *tied = same;
  return 2 * below + same + 1;
}

static void
concordance (CsAgreement *agreement, const int *ratings, guint n, guint m)
{
  Big ties = 0, spread = 0;
  Big mean = (Big) m * (n + 1); /* of the doubled rank sums */
  Big den;

  for (guint i = 0; i < n; i++)
    {
      Big sum = 0;

      for (guint j = 0; j < m; j++)
        {
          int tied;

          sum += double_rank (ratings, n, m, j, i, &tied);
          /* each of t tied objects adds its share of t³ − t */
          ties += (Big) tied * tied - 1;
        }
      spread += (sum - mean) * (sum - mean);
    }
  den = (Big) m * m * ((Big) n * n * n - n) - m * ties;
  agreement->has_w = n >= 2 && m >= 2 && den > 0;
  if (!agreement->has_w)
    return;
  /* 12 · S / den with S a quarter of @spread, because the ranks are doubled */
  agreement->w = ratio (3 * spread, den);
  agreement->chi2 = ratio (3 * spread * m * (n - 1), den);
  agreement->df = n - 1;
}

/* Sums of squares of the two-way table, all times n · k. */
typedef struct
{
  Big between; /* objects */
  Big within;
  Big judges;
  Big error;
} Squares;

static Squares
squares_of (const int *ratings, guint n, guint k)
{
  Big total = 0, squares = 0, rows = 0, columns = 0;
  Squares s;

  for (guint i = 0; i < n; i++)
    {
      Big row = 0;

      for (guint j = 0; j < k; j++)
        {
          Big rating = ratings[i * k + j];

          row += rating;
          squares += rating * rating;
        }
      total += row;
      rows += row * row;
    }
  for (guint j = 0; j < k; j++)
    {
      Big column = 0;

      for (guint i = 0; i < n; i++)
        column += ratings[i * k + j];
      columns += column * column;
    }
  s.between = n * rows - total * total;
  s.judges = k * columns - total * total;
  s.within = (Big) n * k * squares - n * rows;
  s.error = s.within - s.judges;
  return s;
}

static void
correlations (CsAgreement *agreement, const int *ratings, guint n, guint k)
{
  Squares s;
  Big b, w, den1, den2, den3;

  if (n < 2 || k < 2)
    return;
  s = squares_of (ratings, n, k);
  /* mean squares, each times (n − 1) · n · (k − 1): a common factor falls out of every ratio */
  b = s.between * n * (k - 1);
  w = s.within * (n - 1);
  den1 = b + (Big) (k - 1) * w;
  den2 = n * (s.between * (k - 1) + (Big) (k - 1) * s.error) + (Big) k * (s.judges * (n - 1) - s.error);
  den3 = s.between * (k - 1) + (Big) (k - 1) * s.error;
  agreement->has_icc1 = den1 != 0;
  agreement->has_icc2 = den2 != 0;
  agreement->has_icc3 = den3 != 0;
  if (agreement->has_icc1)
    agreement->icc1 = ratio (b - w, den1);
  if (agreement->has_icc2)
    agreement->icc2 = ratio (n * (s.between * (k - 1) - s.error), den2);
  if (agreement->has_icc3)
    agreement->icc3 = ratio (s.between * (k - 1) - s.error, den3);
  agreement->has_alpha = s.between > 0;
  if (agreement->has_alpha)
    agreement->alpha = ratio (s.between * (k - 1) - s.error, s.between * (k - 1));
}

CsAgreement
cs_agreement (const int *ratings, guint objects, guint raters)
{
  CsAgreement agreement = { .objects = objects, .raters = raters };

  concordance (&agreement, ratings, objects, raters);
  correlations (&agreement, ratings, objects, raters);
  return agreement;
}

CsFraction
cs_agreement_severity (const int *ratings, guint objects, guint raters, guint rater)
{
  Big own = 0, others = 0;

  g_return_val_if_fail (objects >= 1 && raters >= 2, CS_FRACTION_ZERO);
  for (guint i = 0; i < objects; i++)
    for (guint j = 0; j < raters; j++)
      *(j == rater ? &own : &others) += ratings[i * raters + j];
  return ratio (own * (raters - 1) - others, (Big) objects * (raters - 1));
}

gboolean
cs_agreement_is_small (const CsAgreement *agreement)
{
  return agreement->objects < FEW_OBJECTS;
}
