/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/book/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Asks who does it, in a dialog that decides something: name and duty stand in the log and on papers. It is
 * there only while nobody is told and nobody sits with a PIN; what is left empty is not told. Asked once,
 * then Preferences change it. */
#define CS_TYPE_PERSON_GROUP (cs_person_group_get_type ())
G_DECLARE_FINAL_TYPE (CsPersonGroup, cs_person_group, CS, PERSON_GROUP, AdwPreferencesGroup)

/* Shows the group when @store does not know who works. */
void cs_person_group_set_store (CsPersonGroup *self, CsStore *store);

/* Returns: whether a decision was stored already that asked who takes it, while this book is open. */
gboolean cs_person_group_was_asked (CsStore *store);

/* Puts the keyboard into the name, when it is asked for. */
void cs_person_group_focus (CsPersonGroup *self);

/* Hides the group once somebody is told elsewhere. */
void cs_person_group_update (CsPersonGroup *self);

/* Takes what was typed, for @store and for all books from now on: call it before the decision is stored. */
void cs_person_group_keep (CsPersonGroup *self);

/* Types as a person would; for tests. */
void cs_person_group_type (CsPersonGroup *self, const char *name, const char *duty);

/* Tells @store who works here, as Preferences say. */
void cs_person_group_apply (CsStore *store);

G_END_DECLS
