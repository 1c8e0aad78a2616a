/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/results/results.h"

#include "ui/shared/person-group.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The grounds for elimination of a product: raised, confirmed, dismissed. While the product is open a raised
 * one is decided on in place; what is refused is told below, and what was typed stays. */

#define CS_TYPE_GROUND_LIST (cs_ground_list_get_type ())
G_DECLARE_FINAL_TYPE (CsGroundList, cs_ground_list, CS, GROUND_LIST, AdwBin)

/* @group: (nullable): where the dialog around the list asks who decides; else the list asks itself. */
void cs_ground_list_set_person_group (CsGroundList *self, CsPersonGroup *group);

/* Shows the grounds of @result, which is read here and not kept. */
void cs_ground_list_show (CsGroundList *self, CsStore *store, const CsResult *result);

/* Returns: how many of @result's grounds wait for a decision. */
guint cs_ground_list_count_undecided (const CsResult *result);

G_END_DECLS
