/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/score/own-sheet.h"

#include "service/book/unread.h"
#include "base/error.h"
#include "base/text.h"
#include "service/council/recusals.h"
#include "service/results/results.h"

#include <glib/gi18n-lib.h>

void
cs_own_sheet_free (CsOwnSheet *place)
{
  if (place == NULL)
    return;
  cs_sheet_free (place->sheet);
  cs_recusal_free (place->recusal);
  g_free (place->why);
  g_free (place->reason);
  g_free (place);
}

/* Returns: (transfer full) (nullable): the recusal of @member that is in force. */
static CsRecusal *
find_recusal (CsStore *store, const CsDossier *dossier, const CsMember *member)
{
  g_autoptr (GPtrArray) recusals = cs_recusals_of (store, dossier, cs_store_unread (store));

  for (guint i = 0; recusals != NULL && i < recusals->len; i++)
    if (g_str_equal (((CsRecusal *) g_ptr_array_index (recusals, i))->member_uuid, member->uuid))
      return g_ptr_array_steal_index (recusals, i);
  return NULL;
}

/* Whose sheet stands for the seat of @member? */
static const CsMember *
predecessor (const CsCouncil *council, const CsMember *member)
{
  return member->replaces != 0 ? cs_council_member_by_id (council, member->replaces) : NULL;
}

static void
explain (CsOwnSheet *place, const CsCouncil *council, const CsMember *member, gboolean closed)
{
  const CsMember *before = predecessor (council, member);

  if (place->state == CS_MEMBER_ABSENT)
    place->why = g_strdup_printf (_ ("This product was closed without a sheet of %s."), member->name);
  else if (place->state == CS_MEMBER_NOT_APPLICABLE && before != NULL)
    {
      /* Translators: the former holder of a seat, its holder now */
      place->why = g_strdup_printf (_ ("%s, who held the seat of %s before, has submitted a sheet for this "
                                       "product, and it counts."),
                                    before->name, member->name);
      place->may_begin = !closed;
    }
  else if (place->state == CS_MEMBER_NOT_APPLICABLE)
    place->why = g_strdup_printf (_ ("%s had no seat when this product was closed."), member->name);
}

/* What the council as a whole knows about a member without a submitted sheet. */
static gboolean
read_standing (CsOwnSheet *place,
               CsStore *store,
               const CsDossier *dossier,
               const CsCouncil *council,
               const CsMember *member,
               GError **error)
{
  CsDossierKey key = { dossier->id, dossier->evaluation };
  g_autoptr (CsResult) result = cs_results_of (store, key, error);

  if (result == NULL)
    return FALSE;
  /* who is not in the list of a closed product came later */
  place->state = dossier->closed ? CS_MEMBER_NOT_APPLICABLE : place->state;
  for (guint i = 0; i < result->members->len; i++)
    {
      const CsMemberResult *row = g_ptr_array_index (result->members, i);

      if (!g_str_equal (row->key, member->key))
        continue;
      place->state = row->state;
      place->reason = cs_text_is_blank (row->reason) ? NULL : g_strdup (row->reason);
    }
  if (!place->former)
    explain (place, council, member, dossier->closed);
  return TRUE;
}

/* The service refuses a sheet. Returns: whether that is one of the kinds of nothing. */
static gboolean
read_refusal (CsOwnSheet *place,
              CsStore *store,
              const CsDossier *dossier,
              const CsCouncil *council,
              const CsMember *member,
              const GError *refusal)
{
  if (!g_error_matches (refusal, CS_ERROR, CS_ERROR_FORBIDDEN))
    return FALSE;
  place->why = g_strdup (refusal->message);
  place->state = CS_MEMBER_NOT_APPLICABLE;
  /* the sheet of one who left may still count */
  if (place->former)
    return read_standing (place, store, dossier, council, member, NULL);
  place->recusal = find_recusal (store, dossier, member);
  if (place->recusal == NULL)
    return FALSE;
  place->state = CS_MEMBER_RECUSED;
  place->reason = g_strdup (place->recusal->reason);
  return TRUE;
}

CsOwnSheet *
cs_own_sheet_new (
    CsStore *store, const CsDossier *dossier, const CsCouncil *council, const char *key, GError **error)
{
  g_autoptr (CsOwnSheet) place = g_new0 (CsOwnSheet, 1);
  const CsMember *member = cs_council_member (council, key);
  g_autoptr (GError) refusal = NULL;

  /* the member of the council that was chosen, whatever council sits for the product */
  place->sheet = cs_sheets_get (store, dossier, member != NULL ? member->uuid : key, &refusal);
  place->former = member != NULL && member->left_at != NULL;
  if (place->sheet == NULL)
    {
      if (member != NULL && read_refusal (place, store, dossier, council, member, refusal))
        return g_steal_pointer (&place);
      g_propagate_error (error, g_steal_pointer (&refusal));
      return NULL;
    }
  place->state = place->sheet->submitted ? CS_MEMBER_SUBMITTED
                 : place->sheet->id != 0 ? CS_MEMBER_DRAFT
                                         : CS_MEMBER_NONE;
  /* nothing more is to be known of who has a sheet, and of an open seat that nobody held before */
  if (place->sheet->submitted || (!dossier->closed && (place->sheet->id != 0 || member->replaces == 0)))
    return g_steal_pointer (&place);
  return read_standing (place, store, dossier, council, member, error) ? g_steal_pointer (&place) : NULL;
}
