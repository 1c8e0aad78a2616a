/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/form.h"

G_BEGIN_DECLS

/* Points of one sheet so far; open criteria add nothing and are counted as open. */
typedef struct
{
  guint answered;
  guint questions;
  int total;
  guint n_parts;
  int parts[CS_FORM_PARTS_MAX];
} CsTally;

/* cs_tally: @choices holds one choice a question of @form. */
CsTally cs_tally (const CsForm *form, const int *choices);

/* Returns: points of the @section so far. */
int cs_tally_section (const CsForm *form, const CsSection *section, const int *choices);

G_END_DECLS
