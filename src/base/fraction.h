/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CsFraction:
 * An exact number; always reduced, @den > 0. Points and means are these, never floating point.
 */
typedef struct
{
  gint64 num;
  gint64 den;
} CsFraction;

#define CS_FRACTION_ZERO ((CsFraction){ 0, 1 })

/* Returns: @num / @den reduced; @den must not be 0. */
CsFraction cs_fraction (gint64 num, gint64 den);

/* Exact comparison by cross-multiplication in 128 bits. Returns: < 0, 0, > 0 like strcmp(). */
int cs_fraction_compare (CsFraction a, CsFraction b);

/* cs_fraction_reaches: is @value >= @points? Bands and minima are tested only with this. */
gboolean cs_fraction_reaches (CsFraction value, gint64 points);

/* Returns: (transfer full): "391/5", or "31" for a whole number. */
char *cs_fraction_to_exact (CsFraction value);

/* Returns: (transfer full): exactly @decimals (1 to 9) decimals, rounded half away from zero, with a point;
 * for coefficients, which know no borders. */
char *cs_fraction_to_fixed (CsFraction value, int decimals);

/**
 * cs_fraction_to_decimal:
 * @value: a number, not negative
 * @borders: (array length=n_borders): whole numbers that the text must not cross
 *
 * Two decimals, rounded half up; as long as that text stands on the other side of a border than @value, one
 * decimal more: 89.996 stays below 90 on paper as it is in law.
 *
 * Returns: (transfer full): the decimal text with a point, for JSON and the edge of the screen
 */
char *cs_fraction_to_decimal (CsFraction value, const int *borders, guint n_borders);

G_END_DECLS
