/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "summary/paper/unit-summary.h"

/* Every letter of Vietnamese that is not ASCII, both cases. */
extern const char sample_letters[];

/* Returns: (transfer full): a summary with @n invented products, every one marked "mẫu"; same @n, same
 * summary. Every ninth product is not closed; every seventh has a form that is not verified. */
CsUnitSummary *sample_summary (guint n);
