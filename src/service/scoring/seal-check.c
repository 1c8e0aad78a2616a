/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/scoring/seal-check-private.h"

gboolean
_cs_seal_fits (const CsSheet *sheet, const CsForm *form, const CsDossier *dossier, const char *digest)
{
  g_autofree char *seal =
      sheet->submitted ? cs_sheet_seal (sheet, form, dossier->evaluation_uuid, digest) : NULL;

  return !sheet->submitted || g_strcmp0 (seal, sheet->seal) == 0;
}

gboolean
_cs_state_find_changed (
    CsStore *store, const CsDossier *dossier, const CsEvaluationState *state, char **changed, GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);
  const char *digest;

  *changed = NULL;
  if (state->closing == NULL)
    return TRUE;
  digest = _cs_store_digest (store, dossier->regulation, error);
  if (digest == NULL)
    return FALSE;
  for (guint i = 0; i < state->standing->places->len; i++)
    {
      const CsSeatState *place = &g_array_index (state->standing->places, CsSeatState, i);

      if (place->state == CS_MEMBER_SUBMITTED
          && (place->sheet == NULL || !_cs_seal_fits (place->sheet, state->form, dossier, digest)))
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", place->member->name);
    }
  if (names->len > 0)
    *changed = g_strdup (names->str);
  return TRUE;
}
