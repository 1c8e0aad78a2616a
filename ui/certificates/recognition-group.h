/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/results/results.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The decision by which a product is recognised and its certificate, with a button to withdraw it; or that it
 * was withdrawn and why. Nothing is shown of a product that never was recognised. */
#define CS_TYPE_RECOGNITION_GROUP (cs_recognition_group_get_type ())
G_DECLARE_FINAL_TYPE (CsRecognitionGroup, cs_recognition_group, CS, RECOGNITION_GROUP, AdwPreferencesGroup)

/* @result: read here, not kept */
void cs_recognition_group_show (CsRecognitionGroup *self, CsStore *store, const CsResult *result);

G_END_DECLS
