/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/sample-story-private.h"

#include "base/data-dir.h"
#include "base/date.h"
#include "base/error.h"
#include "base/id.h"
#include "base/text.h"
#include "service/council/recusals.h"
#include "service/dossiers/dossier-list.h"
#include "service/book/store-command.h"
#include "service/dossiers/dossiers.h"
#include "service/dossiers/evidence.h"
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

/* One line of the story: its paper is for every so-manieth dossier, or for products whose name begins so. */
static gboolean
is_for (const CsCsvTable *story, guint row, const CsDossier *dossier, guint place)
{
  int every;

  return g_str_equal (cs_csv_table_cell (story, row, "what"), "paper")
         && cs_text_to_int (cs_csv_table_cell (story, row, "stars"), 1, 999, &every)
         && place % (guint) every == 0
         && g_str_has_prefix (dossier->product, cs_csv_table_cell (story, row, "producer"));
}

static gboolean
hand_in_one (CsStore *store, const CsCsvTable *story, guint row, const CsDossier *dossier, GError **error)
{
  g_autofree char *dir = cs_data_dir ();
  g_autofree char *path =
      g_build_filename (dir, "sample", "papers", cs_csv_table_cell (story, row, "text"), NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  CsEvidence *paper = cs_evidence_new ();
  gboolean kept;

  paper->dossier = dossier->id;
  paper->kind = g_strdup (cs_csv_table_cell (story, row, "number"));
  paper->issued_on = g_strdup (cs_csv_table_cell (story, row, "day"));
  kept = cs_evidence_put (store, paper, file, error);
  cs_evidence_free (paper);
  return kept;
}

/* What the producers handed in: made papers and pictures, in one commit. */
static gboolean
hand_in (CsStore *store, const CsCsvTable *story, GError **error)
{
  g_autoptr (GArray) keys = cs_dossiers_list (store, &(CsDossierFilter){ 0 }, error);

  if (keys == NULL || !cs_store_begin_many (store, error))
    return FALSE;
  for (guint i = 0; i < keys->len; i++)
    {
      g_autoptr (CsDossier) dossier = cs_dossiers_get (store, g_array_index (keys, CsDossierKey, i), error);

      for (guint row = 0; dossier != NULL && row < story->rows->len; row++)
        if (is_for (story, row, dossier, i) && !hand_in_one (store, story, row, dossier, error))
          g_clear_pointer (&dossier, cs_dossier_free);
      if (dossier == NULL)
        {
          cs_store_drop_many (store);
          return FALSE;
        }
    }
  return cs_store_end_many (store, error);
}

gboolean
_cs_sample_tell_story (CsStore *store, const CsCsvTable *story, GError **error)
{
  return hand_in (store, story, error) && decide (store, story, error) && recuse (store, story, error)
         && remember (store, story, error);
}
