/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/sample-story-private.h"

#include "base/date.h"
#include "base/error.h"
#include "base/id.h"
#include "base/text.h"
#include "service/council/recusals.h"
#include "service/dossiers/dossier-list.h"
#include "service/dossiers/dossiers.h"
#include "service/results/register.h"
#include "service/results/results.h"

/* The words are data; which product it happens to follows from what the councils found. */

static const char *
word (const CsCsvTable *story, const char *what, const char *column)
{
  for (guint i = 0; i < story->rows->len; i++)
    if (g_str_equal (cs_csv_table_cell (story, i, "what"), what))
      return cs_csv_table_cell (story, i, column);
  return "";
}

/* All stars that the councils may give themselves are recognised but those of one product; of what was sent
 * up one came back. */
static gboolean
decide (CsStore *store, const CsCsvTable *story, GError **error)
{
  g_autoptr (GPtrArray) results = cs_results_list (store, NULL, NULL, NULL, error);
  gboolean waiting = FALSE, answered = FALSE;
  guint n = 0;

  for (guint i = 0; results != NULL && i < results->len; i++)
    {
      const CsResult *result = g_ptr_array_index (results, i);
      gboolean own = cs_recognitions_may_add (result, NULL);
      gboolean above =
          !own && !answered && result->forwarded && cs_recognitions_may_add_of_other_level (result, NULL);
      g_autofree char *certificate = NULL;
      CsNewRecognition wanted = { .decision = word (story, own ? "decision" : "answer", "number"),
                                  .decided_on = word (story, own ? "decision" : "answer", "day"),
                                  .stars = above ? MAX (result->verdict->stars, CS_STAR_MIN) : 0 };

      if (own && !waiting)
        waiting = TRUE;
      else if (own || above)
        {
          answered |= above;
          certificate = g_strdup_printf ("%02u%s", ++n, word (story, "certificate", "number"));
          wanted.certificate = certificate;
          if (!cs_recognitions_add (store, result->dossier, &wanted, NULL, error))
            return FALSE;
        }
    }
  return results != NULL;
}

/* One member has no part in a product that is being scored. */
static gboolean
recuse (CsStore *store, const CsCsvTable *story, GError **error)
{
  const CsDossierFilter filter = { .state = CS_DOSSIER_REGISTERED };
  g_autoptr (GArray) keys = cs_dossiers_list (store, &filter, error);
  g_autoptr (CsDossier) dossier =
      keys != NULL && keys->len > 0
          ? cs_dossiers_get (store, g_array_index (keys, CsDossierKey, keys->len - 1), error)
          : NULL;
  g_autoptr (CsCouncil) council =
      dossier != NULL ? cs_store_get_council (store, dossier->council_uuid, error) : NULL;
  const CsMember *member =
      council != NULL ? cs_council_member (council, word (story, "recusal", "number")) : NULL;
  CsNewRecusal wanted = { .dossier = dossier, .reason = word (story, "recusal", "text") };

  if (member == NULL)
    return keys != NULL; /* nothing is left to do for the councils */
  wanted.member = member->uuid;
  return cs_recusals_declare (store, &wanted, error);
}

/* @until: days from today. */
static gboolean
remember (CsStore *store, const CsCsvTable *story, GError **error)
{
  g_autoptr (GPtrArray) past = g_ptr_array_new_with_free_func ((GDestroyNotify) cs_recognition_free);
  g_autofree char *today = cs_date_today ();

  for (guint i = 0; i < story->rows->len; i++)
    {
      CsRecognition *recognition;
      int until;

      if (!g_str_equal (cs_csv_table_cell (story, i, "what"), "past"))
        continue;
      recognition = cs_recognition_new ();
      g_ptr_array_add (past, recognition);
      recognition->uuid = cs_id_new ();
      recognition->product = g_strdup (cs_csv_table_cell (story, i, "text"));
      recognition->producer = g_strdup (cs_csv_table_cell (story, i, "producer"));
      recognition->unit = g_strdup (cs_csv_table_cell (story, i, "unit"));
      recognition->decision = g_strdup (cs_csv_table_cell (story, i, "number"));
      recognition->score = g_strdup ("");
      recognition->decided_on = g_strdup (cs_csv_table_cell (story, i, "day"));
      cs_text_to_int (cs_csv_table_cell (story, i, "stars"), 1, CS_STAR_MAX, &recognition->stars);
      if (cs_text_to_int (cs_csv_table_cell (story, i, "ends_in"), 1, 9999, &until))
        recognition->valid_until = cs_date_add_days (today, until);
    }
  return cs_register_add (store, past, error);
}

gboolean
_cs_sample_tell_story (CsStore *store, const CsCsvTable *story, GError **error)
{
  return decide (store, story, error) && recuse (store, story, error) && remember (store, story, error);
}
