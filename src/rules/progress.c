/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/progress.h"

#include "model/form.h"

CsProgress
cs_progress (const CsProgressState *state)
{
  if (state->recognised > 0)
    return CS_PROGRESS_RECOGNISED;
  if (!state->closed)
    return CS_PROGRESS_PIPELINE;
  if (state->decided) /* and it is in force no more */
    return CS_PROGRESS_FAILED;
  if (state->forwarded)
    return CS_PROGRESS_PIPELINE;
  return state->stars >= CS_STAR_MIN ? CS_PROGRESS_WAITING : CS_PROGRESS_FAILED;
}
