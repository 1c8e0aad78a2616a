/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/fraction.h"

G_BEGIN_DECLS

/* How far raters agree over the same objects. Everything is worked out in whole numbers and comes out as an
 * exact fraction. Formulas: Kendall's coefficient of concordance W corrected for ties (Kendall and Babington
 * Smith 1939, Kendall 1945); intraclass correlations of a single rating for the one-way, two-way random and
 * two-way mixed models (Shrout and Fleiss 1979: ICC(1,1), (2,1), (3,1)); Cronbach's alpha (1951), which
 * equals ICC(3,k). */
typedef struct
{
  guint objects;
  guint raters;
  gboolean has_w; /* FALSE: fewer than two objects or raters, or every rater ties everything */
  CsFraction w;
  CsFraction chi2;                       /* raters · (objects − 1) · W */
  guint df;                              /* objects − 1 */
  gboolean has_icc1, has_icc2, has_icc3; /* FALSE: too few, or its own denominator is 0 */
  CsFraction icc1;
  CsFraction icc2;
  CsFraction icc3;
  gboolean has_alpha;
  CsFraction alpha;
} CsAgreement;

/**
 * cs_agreement:
 * @ratings: (array length=objects * raters): whole numbers from 0 to 10,000, object by object
 */
CsAgreement cs_agreement (const int *ratings, guint objects, guint raters);

/* cs_agreement_severity: how much @rater lies above (positive) or below the mean of the others over all
 * objects. */
CsFraction cs_agreement_severity (const int *ratings, guint objects, guint raters, guint rater);

/* cs_agreement_is_small: are there too few objects for the coefficients to say much? */
gboolean cs_agreement_is_small (const CsAgreement *agreement);

G_END_DECLS
