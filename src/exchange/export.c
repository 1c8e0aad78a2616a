/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/export.h"

#include "base/error.h"
#include "config.h"
#include "exchange/xml-writer.h"
#include "model/register.h"
#include "model/regulation-digest.h"
#include "service/dossiers/dossier-list.h"
#include "service/results/result-walk.h"
#include "service/results/trademarks.h"

#include <glib/gi18n-lib.h>

#define NAMESPACE "urn:chamsao:package:1"

typedef struct
{
  CsStore *store;
  CsXmlWriter *writer;
  const CsExportOptions *options;
} Export;

static void
write_head (Export *export, const char *log_head)
{
  const CsBook *book = cs_store_get_book (export->store);
  CsXmlWriter *w = export->writer;

  cs_xml_writer_open (w, "package");
  cs_xml_writer_text (w, "xmlns", NAMESPACE);
  cs_xml_writer_int (w, "format", 1);
  cs_xml_writer_text (w, "program", "chamsao " CS_VERSION);
  cs_xml_writer_open (w, "book");
  cs_xml_writer_text (w, "id", book->uuid);
  cs_xml_writer_text (w, "title", book->title);
  cs_xml_writer_text (w, "unit", book->unit);
  cs_xml_writer_text (w, "level", book->level);
  cs_xml_writer_int (w, "year", book->year);
  cs_xml_writer_yes (w, "demonstration", book->demonstration);
  cs_xml_writer_text (w, "made-at", book->made_at);
  cs_xml_writer_text (w, "log-head", log_head);
  cs_xml_writer_close (w);
}

static gboolean
write_regulations (Export *export, GError **error)
{
  g_autoptr (GPtrArray) ids = cs_store_list_regulations (export->store, error);
  CsXmlWriter *w = export->writer;

  if (ids == NULL)
    return FALSE;
  cs_xml_writer_open (w, "regulations");
  for (guint i = 0; i < ids->len; i++)
    {
      const CsRegulation *regulation =
          cs_store_get_regulation (export->store, g_ptr_array_index (ids, i), error);
      g_autofree char *digest = regulation != NULL ? cs_regulation_digest (regulation) : NULL;

      if (digest == NULL)
        return FALSE;
      cs_xml_writer_open (w, "regulation");
      cs_xml_writer_text (w, "id", regulation->id);
      cs_xml_writer_text (w, "number", regulation->number);
      cs_xml_writer_text (w, "digest", digest);
      cs_xml_writer_close (w);
    }
  cs_xml_writer_close (w);
  return TRUE;
}

static void
write_units (Export *export)
{
  const CsUnitSet *units = cs_store_get_units (export->store);
  CsXmlWriter *w = export->writer;

  cs_xml_writer_open (w, "units");
  cs_xml_writer_text (w, "set", cs_store_get_book (export->store)->unit_set);
  for (guint i = 0; i < units->units->len; i++)
    {
      const CsUnit *unit = g_ptr_array_index (units->units, i);

      cs_xml_writer_open (w, "unit");
      cs_xml_writer_text (w, "code", unit->code);
      cs_xml_writer_text (w, "name", unit->name);
      cs_xml_writer_text (w, "kind", unit->kind);
      cs_xml_writer_optional (w, "parent", unit->parent);
      cs_xml_writer_optional (w, "successor", unit->successor);
      cs_xml_writer_close (w);
    }
  cs_xml_writer_close (w);
}

static void
write_plan (Export *export)
{
  const CsBook *book = cs_store_get_book (export->store);
  const GPtrArray *targets = cs_store_get_targets (export->store);
  const GPtrArray *rounds = cs_store_get_rounds (export->store);
  CsXmlWriter *w = export->writer;

  cs_xml_writer_open (w, "plan");
  cs_xml_writer_optional (w, "id", book->plan);
  cs_xml_writer_int (w, "brands", book->trademarks_target);
  cs_xml_writer_text (w, "counts", book->counts);
  for (guint i = 0; i < targets->len; i++)
    {
      const CsTarget *target = g_ptr_array_index (targets, i);

      cs_xml_writer_open (w, "target");
      cs_xml_writer_text (w, "unit", target->unit);
      cs_xml_writer_int (w, "products", target->products);
      cs_xml_writer_close (w);
    }
  for (guint i = 0; i < rounds->len; i++)
    {
      const CsRound *round = g_ptr_array_index (rounds, i);

      cs_xml_writer_open (w, "round");
      cs_xml_writer_text (w, "id", round->id);
      cs_xml_writer_text (w, "level", round->level);
      cs_xml_writer_int (w, "no", round->no);
      cs_xml_writer_int (w, "month", round->month);
      cs_xml_writer_close (w);
    }
  cs_xml_writer_close (w);
}

static void
write_council (CsXmlWriter *w, const CsCouncil *council)
{
  g_autofree char *quorum = cs_fraction_to_exact (council->rules.quorum);

  cs_xml_writer_open (w, "council");
  cs_xml_writer_text (w, "id", council->uuid);
  cs_xml_writer_text (w, "key", council->key);
  cs_xml_writer_text (w, "level", council->level);
  cs_xml_writer_text (w, "unit", council->unit);
  cs_xml_writer_text (w, "quorum", quorum);
  cs_xml_writer_yes (w, "chair-required", council->rules.presence != CS_PRESENCE_NONE);
  cs_xml_writer_int (w, "spread-limit", council->rules.spread_limit);
  cs_xml_writer_yes (w, "spread-inclusive", council->rules.spread_inclusive);
  cs_xml_writer_text (w, "minimum-rule", cs_minimum_rule_to_text (council->rules.minimum_rule));
  for (guint i = 0; i < council->members->len; i++)
    {
      const CsMember *member = g_ptr_array_index (council->members, i);

      cs_xml_writer_open (w, "member");
      cs_xml_writer_text (w, "id", member->uuid);
      cs_xml_writer_text (w, "key", member->key);
      cs_xml_writer_text (w, "name", member->name);
      cs_xml_writer_text (w, "role", cs_role_to_text (member->role));
      cs_xml_writer_text (w, "organisation", member->organisation);
      cs_xml_writer_close (w);
    }
  cs_xml_writer_close (w);
}

static gboolean
write_councils (Export *export, GError **error)
{
  g_autoptr (GPtrArray) councils = cs_store_list_councils (export->store, error);

  if (councils == NULL)
    return FALSE;
  cs_xml_writer_open (export->writer, "councils");
  for (guint i = 0; i < councils->len; i++)
    write_council (export->writer, g_ptr_array_index (councils, i));
  cs_xml_writer_close (export->writer);
  return TRUE;
}

/* --- one dossier --- */

static void
write_paper (CsXmlWriter *w, const CsEvidence *paper)
{
  cs_xml_writer_open (w, "paper");
  cs_xml_writer_text (w, "id", paper->uuid);
  cs_xml_writer_text (w, "kind", paper->kind);
  cs_xml_writer_text (w, "number", paper->number);
  cs_xml_writer_optional (w, "issued-on", paper->issued_on);
  cs_xml_writer_optional (w, "expires-on", paper->expires_on);
  if (paper->file_sha256 != NULL)
    {
      cs_xml_writer_text (w, "sha256", paper->file_sha256);
      cs_xml_writer_text (w, "file-name", paper->file_name);
      cs_xml_writer_text (w, "media-type", paper->media_type);
      cs_xml_writer_int (w, "size", paper->size);
    }
  cs_xml_writer_close (w);
}

static void
write_sheet (CsXmlWriter *w, const CsForm *form, const CsSheet *sheet, gboolean closed)
{
  cs_xml_writer_open (w, "sheet");
  cs_xml_writer_text (w, "id", sheet->uuid);
  cs_xml_writer_text (w, "member", sheet->member_uuid);
  cs_xml_writer_int (w, "scoring-round", sheet->scoring_round);
  cs_xml_writer_text (w, "state", sheet->submitted ? "submitted" : "draft");
  cs_xml_writer_optional (w, "submitted-at", sheet->submitted_at);
  cs_xml_writer_optional (w, "seal", sheet->seal);
  /* nobody may see a score before the product is closed */
  for (guint i = 0; closed && sheet->submitted && i < sheet->n_questions; i++)
    {
      if (sheet->choices[i] == CS_CHOICE_OPEN)
        continue;
      cs_xml_writer_open (w, "answer");
      cs_xml_writer_text (w, "criterion", cs_form_question (form, i)->no);
      cs_xml_writer_int (w, "option", sheet->choices[i]);
      cs_xml_writer_int (w, "points", cs_criterion_points (cs_form_question (form, i), sheet->choices[i]));
      cs_xml_writer_optional (w, "note", sheet->notes[i]);
      cs_xml_writer_close (w);
    }
  cs_xml_writer_close (w);
}

static void
write_verdict (CsXmlWriter *w, const CsResult *result)
{
  const CsVerdict *verdict = result->verdict;
  g_autofree char *mean = cs_fraction_to_exact (verdict->mean);

  cs_xml_writer_open (w, "verdict");
  cs_xml_writer_int (w, "counted", verdict->counted);
  cs_xml_writer_int (w, "sum", verdict->sum);
  cs_xml_writer_text (w, "mean", mean);
  cs_xml_writer_int (w, "spread", verdict->spread);
  cs_xml_writer_int (w, "band", verdict->band);
  cs_xml_writer_int (w, "stars", verdict->stars);
  cs_xml_writer_yes (w, "eliminated", verdict->eliminated);
  cs_xml_writer_yes (w, "recognised-here", result->recognised_here);
  cs_xml_writer_yes (w, "forwarded", result->forwarded);
  for (guint p = 0; p < verdict->n_parts; p++)
    {
      cs_xml_writer_open (w, "part");
      cs_xml_writer_text (w, "code", ((CsPart *) g_ptr_array_index (result->form->parts, p))->code);
      cs_xml_writer_int (w, "sum", verdict->part_sums[p]);
      cs_xml_writer_close (w);
    }
  for (guint i = 0; i < verdict->unmet->len; i++)
    {
      const CsUnmet *unmet = &g_array_index (verdict->unmet, CsUnmet, i);
      g_autofree char *have = cs_fraction_to_exact (unmet->have);

      cs_xml_writer_open (w, "unmet");
      cs_xml_writer_int (w, "star", unmet->star);
      cs_xml_writer_text (w, "criterion", cs_form_question (result->form, unmet->question)->no);
      cs_xml_writer_text (w, "have", have);
      cs_xml_writer_int (w, "need", unmet->needed);
      cs_xml_writer_close (w);
    }
  cs_xml_writer_close (w);
}

static void
write_ground (CsXmlWriter *w, const CsGround *ground)
{
  cs_xml_writer_open (w, "ground");
  cs_xml_writer_text (w, "id", ground->uuid);
  cs_xml_writer_optional (w, "criterion", ground->criterion);
  cs_xml_writer_text (w, "text", ground->text);
  cs_xml_writer_text (w, "reason", ground->reason);
  cs_xml_writer_text (w, "person", ground->person);
  cs_xml_writer_text (w, "found-at", ground->found_at);
  cs_xml_writer_text (w, "state", cs_ground_state_to_text (ground->state));
  cs_xml_writer_optional (w, "decided-at", ground->decided_at);
  cs_xml_writer_optional (w, "decided-by", ground->decided_by);
  cs_xml_writer_optional (w, "decision", ground->decision);
  cs_xml_writer_close (w);
}

static gboolean
write_evaluation (Export *export, CsResultWalk *walk, const CsResult *result, GError **error)
{
  const CsDossier *dossier = result->dossier;
  CsXmlWriter *w = export->writer;
  const GPtrArray *sheets;

  if (dossier->evaluation == 0)
    return TRUE;
  sheets = cs_result_walk_sheets (walk, error);
  if (sheets == NULL)
    return FALSE;
  cs_xml_writer_open (w, "evaluation");
  cs_xml_writer_text (w, "id", dossier->evaluation_uuid);
  cs_xml_writer_text (w, "round", dossier->round);
  cs_xml_writer_text (w, "council", dossier->council_uuid);
  cs_xml_writer_text (w, "status", cs_result_status_to_text (result->status));
  cs_xml_writer_optional (w, "closed-at", dossier->closed_at);
  if (dossier->close_reason != NULL && *dossier->close_reason != '\0')
    cs_xml_writer_text (w, "close-reason", dossier->close_reason);
  for (guint i = 0; i < sheets->len; i++)
    write_sheet (w, result->form, g_ptr_array_index (sheets, i), dossier->closed);
  for (guint i = 0; i < result->grounds->len; i++)
    write_ground (w, g_ptr_array_index (result->grounds, i));
  if (result->verdict != NULL)
    write_verdict (w, result);
  cs_xml_writer_close (w);
  return TRUE;
}

static void
write_producer (CsXmlWriter *w, const CsProducer *producer)
{
  cs_xml_writer_open (w, "producer");
  cs_xml_writer_text (w, "id", producer->uuid);
  cs_xml_writer_text (w, "name", producer->name);
  cs_xml_writer_text (w, "kind", producer->kind);
  cs_xml_writer_text (w, "address", producer->address);
  cs_xml_writer_text (w, "phone", producer->phone);
  cs_xml_writer_text (w, "representative", producer->representative);
  if (*producer->commune != '\0')
    cs_xml_writer_text (w, "commune", producer->commune);
  cs_xml_writer_yes (w, "woman", producer->woman);
  cs_xml_writer_yes (w, "minority", producer->minority);
  cs_xml_writer_yes (w, "disability", producer->disability);
  cs_xml_writer_close (w);
}

static void
open_dossier (CsXmlWriter *w, const CsDossier *dossier, const GPtrArray *papers)
{
  cs_xml_writer_open (w, "dossier");
  cs_xml_writer_text (w, "id", dossier->uuid);
  cs_xml_writer_text (w, "code", dossier->code);
  cs_xml_writer_text (w, "product-id", dossier->product_uuid);
  cs_xml_writer_text (w, "product", dossier->product);
  cs_xml_writer_text (w, "regulation", dossier->regulation);
  cs_xml_writer_int (w, "form", dossier->form);
  cs_xml_writer_text (w, "unit", dossier->unit);
  cs_xml_writer_text (w, "kind", dossier->kind);
  cs_xml_writer_text (w, "registered-on", dossier->registered_on);
  write_producer (w, &dossier->producer);
  for (guint i = 0; i < papers->len; i++)
    write_paper (w, g_ptr_array_index (papers, i));
}

static gboolean
write_dossiers (Export *export, CsProgress progress, gpointer data, GCancellable *cancellable, GError **error)
{
  CsDossierFilter filter = { .unit = export->options->unit, .round = export->options->round };
  GArray *keys = cs_dossiers_list (export->store, &filter, error);
  g_autoptr (CsResultWalk) walk = keys != NULL ? cs_result_walk_new (export->store, keys) : NULL;
  CsXmlWriter *w = export->writer;
  gint64 current = 0;

  if (walk == NULL)
    return FALSE;
  cs_xml_writer_open (w, "dossiers");
  /* rows of one dossier stand together: same code */
  for (guint i = 0; i < keys->len; i++)
    {
      g_autoptr (CsResult) result = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || (result = cs_result_walk_next (walk, error)) == NULL)
        return FALSE;
      if (result->dossier->id != current)
        {
          const GPtrArray *papers = cs_result_walk_evidence (walk, error);

          if (papers == NULL)
            return FALSE;
          if (current != 0)
            cs_xml_writer_close (w);
          open_dossier (w, result->dossier, papers);
          current = result->dossier->id;
        }
      if (!write_evaluation (export, walk, result, error) || !cs_xml_writer_is_good (w, error))
        return FALSE;
      if (progress != NULL && i % 16 == 0)
        progress (i, keys->len, data);
    }
  if (current != 0)
    cs_xml_writer_close (w);
  cs_xml_writer_close (w);
  return TRUE;
}

static void
write_recognition (CsXmlWriter *w, const CsRecognition *recognition)
{
  cs_xml_writer_open (w, "recognition");
  cs_xml_writer_text (w, "id", recognition->uuid);
  cs_xml_writer_text (w, "product", recognition->product);
  cs_xml_writer_text (w, "producer", recognition->producer);
  cs_xml_writer_text (w, "unit", recognition->unit);
  cs_xml_writer_int (w, "stars", recognition->stars);
  cs_xml_writer_text (w, "decision", recognition->decision);
  cs_xml_writer_text (w, "decided-on", recognition->decided_on);
  if (*recognition->score != '\0')
    cs_xml_writer_text (w, "score", recognition->score);
  if (*recognition->certificate != '\0')
    cs_xml_writer_text (w, "certificate", recognition->certificate);
  cs_xml_writer_optional (w, "valid-until", recognition->valid_until);
  cs_xml_writer_optional (w, "withdrawn-on", recognition->withdrawn_on);
  if (recognition->withdrawn_on != NULL)
    cs_xml_writer_text (w, "withdrawn-ground", recognition->withdrawn_ground);
  cs_xml_writer_close (w);
}

static gboolean
write_register (Export *export, GError **error)
{
  g_autoptr (GPtrArray) list = cs_store_list_recognitions (export->store, error);
  g_autoptr (GPtrArray) trademarks = list != NULL ? cs_trademarks_list (export->store, error) : NULL;
  const CsUnitSet *units = cs_store_get_units (export->store);
  CsXmlWriter *w = export->writer;

  if (trademarks == NULL)
    return FALSE;
  cs_xml_writer_open (w, "register");
  for (guint i = 0; i < list->len; i++)
    {
      const CsRecognition *recognition = g_ptr_array_index (list, i);

      if (export->options->unit != NULL
          && !cs_unit_set_is_within (units, recognition->unit, export->options->unit))
        continue;
      write_recognition (w, recognition);
    }
  for (guint i = 0; i < trademarks->len; i++)
    {
      const CsTrademark *trademark = g_ptr_array_index (trademarks, i);

      cs_xml_writer_open (w, "brand");
      cs_xml_writer_text (w, "id", trademark->uuid);
      cs_xml_writer_text (w, "name", trademark->name);
      cs_xml_writer_text (w, "owner", trademark->owner);
      cs_xml_writer_optional (w, "registered-on", trademark->registered_on);
      cs_xml_writer_close (w);
    }
  cs_xml_writer_close (w);
  return TRUE;
}

static gboolean
is_known (CsStore *store, const CsExportOptions *options, GError **error)
{
  if (options->unit != NULL && cs_unit_set_find (cs_store_get_units (store), options->unit) == NULL)
    g_set_error (error, CS_ERROR, CS_ERROR_NOT_FOUND, _ ("There is no unit “%s” in this book."),
                 options->unit);
  else
    return cs_store_require_round (store, options->round, error);
  return FALSE;
}

gboolean
cs_export_xml (CsStore *store,
               const char *path,
               const CsExportOptions *options,
               CsProgress progress,
               gpointer data,
               GCancellable *cancellable,
               GError **error)
{
  static const CsExportOptions everything = { 0 };
  Export export = { .store = store, .options = options != NULL ? options : &everything };
  g_autofree char *head = NULL;
  gboolean good;

  if (!is_known (store, export.options, error))
    return FALSE;
  head = cs_store_log_head (store, error);
  if (head == NULL)
    return FALSE;
  export.writer = cs_xml_writer_new (path, error);
  if (export.writer == NULL)
    return FALSE;
  write_head (&export, head);
  good = write_regulations (&export, error);
  if (good)
    {
      write_units (&export);
      write_plan (&export);
      good = write_councils (&export, error) && write_dossiers (&export, progress, data, cancellable, error)
             && write_register (&export, error);
    }
  if (!good)
    {
      cs_xml_writer_abandon (export.writer);
      return FALSE;
    }
  cs_xml_writer_close (export.writer);
  return cs_xml_writer_finish (export.writer, error);
}
