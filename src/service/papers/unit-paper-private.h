/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "summary/result.h"

/* Returns: (transfer full): what follows from the verdict at this level, for papers: "Công nhận 3 sao; Chuyển
 * cấp tỉnh". */
char *_cs_results_proposal (const CsResult *result);
