/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* A JSON array of any length: one document on standard output when all of it is known to be good, and never
 * in memory as a whole. */

typedef struct _CsJsonList CsJsonList;

/* CS_ERROR_FAILED: there is no room for it. */
CsJsonList *cs_json_list_new (GError **error);
void cs_json_list_free (CsJsonList *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsJsonList, cs_json_list_free)

/* Returns: (transfer none): where the next element is built. */
JsonBuilder *cs_json_list_builder (CsJsonList *self);

/* Takes what was built. */
gboolean cs_json_list_add (CsJsonList *self, GError **error);

gboolean cs_json_list_print (CsJsonList *self, GError **error);

G_END_DECLS
