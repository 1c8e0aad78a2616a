/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/dossiers/dossiers.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The step of a new dossier that asks whose product it is. While a name is typed, producers of the book that
 * are called so are offered; taking one fills in what is known about it, and fixes that: it is changed where
 * its dossiers are. */

#define CS_TYPE_PRODUCER_STEP (cs_producer_step_get_type ())
G_DECLARE_FINAL_TYPE (CsProducerStep, cs_producer_step, CS, PRODUCER_STEP, AdwBin)

void cs_producer_step_set_store (CsProducerStep *self, CsStore *store);

/* Writes the fields of the producer; the texts are valid until the next change. */
void cs_producer_step_fill (CsProducerStep *self, CsNewDossier *dossier);

/* Shows @problem beside @field, a name of CsNewDossier. Returns: FALSE when this step has no such field. */
gboolean cs_producer_step_set_problem (CsProducerStep *self, const char *field, const char *problem);

void cs_producer_step_focus (CsProducerStep *self);
void cs_producer_step_clear (CsProducerStep *self);
gboolean cs_producer_step_is_blank (CsProducerStep *self);

G_END_DECLS
