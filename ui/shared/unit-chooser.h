/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/regulation.h"
#include "model/unit.h"
#include "ui/widgets/chooser.h"

G_BEGIN_DECLS

/* What a chooser offers in many places: the units of a book, the forms of a regulation. */

/* Adds all units below @root, and @root itself when @with_root; their ids are the codes. */
void cs_chooser_add_units (CsChooser *self, const CsUnitSet *units, const char *root, gboolean with_root);

/* Adds the forms of @regulation; their ids are the numbers. */
void cs_chooser_add_forms (CsChooser *self, const CsRegulation *regulation);

G_END_DECLS
