/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier.h"
#include "model/regulation.h"

G_BEGIN_DECLS

typedef enum
{
  CS_PAPER_FINE,
  CS_PAPER_MISSING, /* no such paper */
  CS_PAPER_NO_FILE, /* listed, but its file is not there */
  CS_PAPER_EXPIRED,
} CsPaperState;

/**
 * cs_paper_kind_state:
 * @papers: (element-type CsPaper): of the dossier
 * @today: ISO
 *
 * Returns: how the best paper of @kind stands
 */
CsPaperState cs_paper_kind_state (const CsPaperKind *kind, const GPtrArray *papers, const char *today);

typedef struct
{
  guint required;     /* kinds asked for */
  guint present;      /* of these, fine */
  GPtrArray *missing; /* (element-type CsPaperKind) (not owned): required and not fine */
} CsCompleteness;

/* Counts the papers that @regulation requires for @form. Returns: (transfer full). */
CsCompleteness *cs_completeness_new (const CsRegulation *regulation,
                                     const CsForm *form,
                                     const GPtrArray *papers,
                                     const char *today);
void cs_completeness_free (CsCompleteness *completeness);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsCompleteness, cs_completeness_free)

G_END_DECLS
