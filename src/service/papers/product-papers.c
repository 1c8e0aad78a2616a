/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/papers/product-papers.h"

#include "base/error.h"
#include "model/dossier-query.h"
#include "service/dossiers/dossiers.h"
#include "service/papers/paper-head.h"
#include "service/papers/unit-paper-private.h"
#include "service/results/results.h"
#include "service/scoring/reopening.h"
#include "service/scoring/rescoring.h"
#include "service/scoring/evaluation-state-private.h"
#include "service/scoring/sheets.h"
#include "service/scoring/taking-back.h"
#include "summary/paper/paper-text.h"
#include "summary/words/verdict-text.h"

#include <glib/gi18n-lib.h>

/* Returns: (transfer full): the product as it is in the book now: what a caller holds may be older than its
 * closing, or than its being opened again. */
static CsResult *
present_result (CsStore *store, const CsDossier *dossier, GError **error)
{
  g_autoptr (CsResult) result =
      cs_results_of (store, (CsDossierKey){ dossier->id, dossier->evaluation }, error);

  return result != NULL && cs_result_is_sealed (result, error) ? g_steal_pointer (&result) : NULL;
}

/* --- one sheet --- */

static CsSheet *
refuse_missing (const CsDossier *dossier, const char *member, GError **error)
{
  g_set_error (error, CS_ERROR, CS_ERROR_NOT_FOUND, _ ("%s: member %s has no such sheet."), dossier->code,
               member);
  return NULL;
}

static CsSheet *
own_sheet (CsStore *store, const CsDossier *dossier, const CsSheetWanted *wanted, GError **error)
{
  g_autoptr (CsSheet) sheet = NULL;

  if (wanted->version != 0)
    {
      g_set_error (error, CS_ERROR, CS_ERROR_FORBIDDEN,
                   _ ("%s is not closed: earlier and returned sheets can be printed once it is."),
                   dossier->code);
      return NULL;
    }
  sheet = cs_sheets_get (store, dossier, wanted->member, error);
  if (sheet != NULL && sheet->id == 0)
    {
      g_set_error (error, CS_ERROR, CS_ERROR_NOT_FOUND,
                   _ ("%s: member %s has not begun a sheet. Print the empty form instead."), dossier->code,
                   sheet->member_key);
      return NULL;
    }
  return g_steal_pointer (&sheet);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  const CsSheet *first = *(CsSheet *const *) a, *second = *(CsSheet *const *) b;

  return (first->id > second->id) - (first->id < second->id);
}

/* Moves the sheets of @member from @from to @to. */
static void
move_sheets (GPtrArray *from, GPtrArray *to, const char *member)
{
  for (guint i = 0; i < from->len;)
    {
      const CsSheet *sheet = g_ptr_array_index (from, i);

      if (g_str_equal (sheet->member_uuid, member))
        g_ptr_array_add (to, g_ptr_array_steal_index (from, i));
      else
        i++;
    }
}

/* Returns: (transfer full) (element-type CsSheet): every sheet of the member, in the order they were begun.
 */
static GPtrArray *
all_versions (CsStore *store, const CsDossier *dossier, const char *member, GError **error)
{
  g_autoptr (GPtrArray) versions = g_ptr_array_new_with_free_func ((GDestroyNotify) cs_sheet_free);
  g_autoptr (GPtrArray) present = cs_sheets_list (store, dossier, error);
  g_autoptr (GPtrArray) ended = present != NULL ? cs_sheets_ended (store, dossier, error) : NULL;

  if (ended == NULL)
    return NULL;
  move_sheets (present, versions, member);
  move_sheets (ended, versions, member);
  g_ptr_array_sort (versions, compare_ids);
  return g_steal_pointer (&versions);
}

/* Returns: the place of the sheet that counted in the closing among @versions, or -1. */
static int
find_counted (const CsResult *result, const GPtrArray *versions)
{
  for (guint v = 0; v < versions->len; v++)
    for (guint i = 0; i < result->closing->members->len; i++)
      {
        const CsClosingMember *row = g_ptr_array_index (result->closing->members, i);

        if (row->sheet != 0 && row->sheet == ((CsSheet *) g_ptr_array_index (versions, v))->id)
          return (int) v;
      }
  return -1;
}

static CsSheet *
closed_sheet (CsStore *store,
              const CsResult *result,
              const CsCouncil *council,
              const CsSheetWanted *wanted,
              GError **error)
{
  const CsDossier *dossier = result->dossier;
  const CsMember *member = cs_council_member_by_uuid (council, wanted->member);
  g_autoptr (GPtrArray) versions = NULL;
  int at;

  if (member == NULL)
    {
      g_set_error (error, CS_ERROR, CS_ERROR_NOT_FOUND,
                   _ ("There is no member “%s” in the council %s. Check the member."), wanted->member,
                   council->key);
      return NULL;
    }
  versions = all_versions (store, dossier, wanted->member, error);
  if (versions == NULL)
    return NULL;
  at = wanted->version != 0 ? wanted->version - 1 : find_counted (result, versions);
  if (at < 0 || (guint) at >= versions->len)
    return refuse_missing (dossier, member->key, error);
  return g_ptr_array_steal_index (versions, (guint) at);
}

static void
set_member (CsSheetSummary *summary, const CsCouncil *council, const char *uuid)
{
  const CsMember *member = council != NULL && uuid != NULL ? cs_council_member_by_uuid (council, uuid) : NULL;

  if (member == NULL)
    return;
  summary->member = g_strdup (member->name);
  summary->role = g_strdup (cs_paper_role (member->role));
  summary->organisation = g_strdup (member->organisation);
}

static void
set_product (CsSheetSummary *summary, const CsDossier *dossier)
{
  summary->product = g_strdup (dossier->product);
  summary->code = g_strdup (dossier->code);
  summary->producer = g_strdup (dossier->producer.name);
  summary->producer_kind = g_strdup (cs_paper_kind (dossier->producer.kind));
  summary->address = g_strdup (dossier->producer.address);
  summary->phone = g_strdup (dossier->producer.phone);
}

/* Everything but the head. @result: as the product is now */
static CsSheetSummary *
make_sheet (CsStore *store, const CsResult *result, const CsSheetWanted *wanted, GError **error)
{
  g_autoptr (CsSheetSummary) summary = cs_sheet_summary_new ();
  g_autoptr (CsCouncil) council = NULL;
  g_autoptr (CsSheet) sheet = NULL;
  const CsDossier *dossier = result->dossier;

  if (dossier->council_uuid != NULL
      && (council = cs_store_get_council (store, dossier->council_uuid, error)) == NULL)
    return NULL;
  if (wanted->blank)
    {
      /* an empty form tells nothing, but only who may score gets one with a name */
      g_autoptr (CsEvaluationState) frame =
          wanted->member != NULL ? _cs_state_load_frame (store, dossier, error) : NULL;

      if (wanted->member != NULL
          && (frame == NULL || _cs_state_member (frame, wanted->member, error) == NULL))
        return NULL;
    }
  else if (result->closing != NULL && council != NULL)
    sheet = closed_sheet (store, result, council, wanted, error);
  else
    sheet = own_sheet (store, dossier, wanted, error);
  if (!wanted->blank && sheet == NULL)
    return NULL;
  set_product (summary, dossier);
  set_member (summary, council, wanted->member);
  cs_sheet_summary_fill (summary, result->form, sheet, wanted->blank ? NULL : result->grounds);
  return g_steal_pointer (&summary);
}

CsSheetSummary *
cs_product_papers_sheet (CsStore *store,
                         const CsDossier *dossier,
                         const CsSheetWanted *wanted,
                         GError **error)
{
  g_autoptr (CsResult) result = NULL;
  g_autoptr (CsSheetSummary) summary = NULL;

  g_return_val_if_fail (wanted->member != NULL || wanted->blank, NULL);
  result = present_result (store, dossier, error);
  summary = result != NULL ? make_sheet (store, result, wanted, error) : NULL;
  if (summary == NULL)
    return NULL;
  if (!cs_paper_head_fill (&summary->head, store, result->regulation, dossier->unit, dossier->round, error)
      || (!wanted->blank && !cs_paper_head_take_log (&summary->head, store, error)))
    return NULL;
  return g_steal_pointer (&summary);
}

/* --- the council's table --- */

static gboolean
fill_head (
    CsPaperHead *head, CsStore *store, const CsResult *result, const CsCouncil *council, GError **error)
{
  g_autoptr (GPtrArray) results = g_ptr_array_new ();

  if (!cs_paper_head_fill (head, store, result->regulation, result->dossier->unit, result->dossier->round,
                           error))
    return FALSE;
  cs_paper_head_sign (head, council);
  g_ptr_array_add (results, (gpointer) result);
  cs_paper_head_let_vice_sign (head, results, council);
  return cs_paper_head_take_log (head, store, error);
}

CsProductSummary *
cs_product_papers_table (CsStore *store, const CsDossier *dossier, GError **error)
{
  g_autoptr (CsResult) result = present_result (store, dossier, error);
  g_autoptr (CsCouncil) council = NULL;
  g_autoptr (GPtrArray) sheets = NULL, ended = NULL, discussions = NULL, closings = NULL;
  g_autoptr (CsRobustness) robustness = NULL;
  g_autoptr (CsProductSummary) summary = NULL;
  CsProductParts parts;

  if (result == NULL)
    return NULL;
  if (result->closing == NULL)
    {
      g_set_error (error, CS_ERROR, CS_ERROR_FORBIDDEN,
                   _ ("%s is not closed: its table would tell scores. Close it first, then print the table."),
                   dossier->code);
      return NULL;
    }
  council = cs_store_get_council (store, result->dossier->council_uuid, error);
  sheets = council != NULL ? cs_sheets_list (store, dossier, error) : NULL;
  ended = sheets != NULL ? cs_sheets_ended (store, dossier, error) : NULL;
  discussions = ended != NULL ? cs_sheets_discussions (store, dossier, error) : NULL;
  closings = discussions != NULL ? cs_evaluation_closings (store, dossier, error) : NULL;
  if (closings == NULL)
    return NULL;
  if (result->verdict != NULL && (robustness = cs_results_robustness (store, result, error)) == NULL)
    return NULL;
  parts = (CsProductParts){ council, sheets, ended, discussions, closings, robustness };
  summary = cs_product_summary_new (result, &parts);
  summary->outcome = result->verdict != NULL ? _cs_results_proposal (result) : g_strdup ("");
  return fill_head (&summary->head, store, result, council, error) ? g_steal_pointer (&summary) : NULL;
}
