/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/regulation.h"

G_BEGIN_DECLS

/* What a regulation must fulfil beyond its shape: sums, order, names that exist. Pure: the model only. */

typedef struct
{
  gconstpointer
      where;     /* the CsForm, CsPart, CsSection, CsCriterion, CsLevel … of the regulation, or itself */
  char *message; /* names form and criterion, what, and what to do */
} CsRegulationProblem;

/* Returns: (transfer full) (element-type CsRegulationProblem): an empty list. */
GPtrArray *cs_regulation_problems_new (void);

/**
 * cs_regulation_check:
 * @errors: (element-type CsRegulationProblem): gets what is wrong
 * @warnings: (nullable) (element-type CsRegulationProblem): gets what is known: sums of forms that say
 *   themselves that they are not verified
 *
 * Returns: whether nothing was added to @errors
 */
gboolean cs_regulation_check (const CsRegulation *regulation, GPtrArray *errors, GPtrArray *warnings);

G_END_DECLS
