/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/json-list.h"
#include "cli/option.h"
#include "cli/verb.h"
#include "rules/level-powers.h"
#include "model/register.h"
#include "service/results/register.h"
#include "service/dossiers/dossier-list.h"
#include "service/dossiers/dossiers.h"
#include "service/results/result-walk.h"
#include "service/results/results.h"
#include "summary/words/robustness-text.h"
#include "summary/words/verdict-text.h"
#include "summary/words/formats.h"

#include <glib/gi18n-lib.h>

static struct
{
  char *round;
  char *product;
  gboolean json;
} options;

static const GOptionEntry entries[] = {
  CS_OPTION_ROUND (options.round),
  { "product", 0, 0, G_OPTION_ARG_STRING, &options.product, N_ ("Only this product"), N_ ("CODE") },
  CS_OPTION_JSON (options.json),
  G_OPTION_ENTRY_NULL,
};

static void
json_mean (JsonBuilder *b,
           const char *prefix_mean,
           const char *prefix_exact,
           const CsRegulation *regulation,
           CsFraction value)
{
  g_autofree char *decimal = cs_regulation_decimal (regulation, value);
  g_autofree char *exact = cs_fraction_to_exact (value);

  cs_json_text (b, prefix_mean, decimal);
  cs_json_text (b, prefix_exact, exact);
}

static const char *
part_code (const CsResult *result, guint p)
{
  return ((CsPart *) g_ptr_array_index (result->form->parts, p))->code;
}

static void
json_member (JsonBuilder *b, const CsResult *result, const CsMemberResult *member)
{
  json_builder_begin_object (b);
  cs_json_text (b, "member", member->key);
  cs_json_text (b, "name", member->name);
  cs_json_text (b, "role", cs_role_to_text (member->role));
  cs_json_text (b, "state", cs_member_state_to_text (member->state));
  cs_json_text (b, "reason", *member->reason != '\0' ? member->reason : NULL);
  cs_json_bool (b, "former", member->former);
  if (!member->has_points)
    {
      cs_json_null (b, "total");
      cs_json_null (b, "parts");
    }
  else
    {
      cs_json_int (b, "total", member->tally.total);
      json_builder_set_member_name (b, "parts");
      json_builder_begin_object (b);
      for (guint p = 0; p < member->tally.n_parts; p++)
        cs_json_int (b, part_code (result, p), member->tally.parts[p]);
      json_builder_end_object (b);
    }
  json_builder_end_object (b);
}

static void
json_quorum (JsonBuilder *b, const CsQuorum *quorum)
{
  json_builder_set_member_name (b, "quorum");
  json_builder_begin_object (b);
  cs_json_int (b, "present", quorum->present);
  cs_json_int (b, "members", quorum->members);
  cs_json_int (b, "needed", quorum->needed);
  cs_json_bool (b, "met", quorum->met);
  json_builder_end_object (b);
}

static void
json_unmet (JsonBuilder *b, const char *name, const CsResult *result, int up_to)
{
  const CsVerdict *verdict = result->verdict;

  json_builder_set_member_name (b, name);
  json_builder_begin_array (b);
  for (guint i = 0; i < verdict->unmet->len; i++)
    {
      const CsUnmet *unmet = &g_array_index (verdict->unmet, CsUnmet, i);
      g_autofree char *have = cs_fraction_to_exact (unmet->have);

      if (unmet->star > up_to)
        continue;
      json_builder_begin_object (b);
      cs_json_int (b, "star", unmet->star);
      cs_json_text (b, "criterion", cs_form_question (result->form, unmet->question)->no);
      cs_json_text (b, "have", have);
      cs_json_int (b, "need", unmet->needed);
      cs_json_int (b, "reached_by", unmet->reached_by);
      json_builder_end_object (b);
    }
  json_builder_end_array (b);
}

/* Why it is these stars: codes with their numbers, in no language. The sentence stands in the text output. */
static void
json_reasons (JsonBuilder *b, const CsResult *result)
{
  const CsVerdict *verdict = result->verdict;
  const CsUnmet *limit = cs_verdict_limit (verdict);
  g_autofree char *have = limit != NULL ? cs_fraction_to_exact (limit->have) : NULL;

  json_builder_set_member_name (b, "reasons");
  json_builder_begin_array (b);
  json_builder_begin_object (b);
  cs_json_text (b, "code", verdict->eliminated ? "eliminated" : limit != NULL ? "minimum" : "band");
  if (limit != NULL && !verdict->eliminated)
    {
      cs_json_int (b, "star", limit->star);
      cs_json_text (b, "criterion", cs_form_question (result->form, limit->question)->no);
      cs_json_text (b, "have", have);
      cs_json_int (b, "need", limit->needed);
    }
  else if (!verdict->eliminated)
    cs_json_int (b, "stars", verdict->band);
  json_builder_end_object (b);
  json_builder_end_array (b);
}

static void
json_verdict (JsonBuilder *b, const CsResult *result)
{
  const CsVerdict *verdict = result->verdict;
  const CsLevel *decides = cs_regulation_deciding_level (result->regulation, verdict->stars);

  cs_json_int (b, "sum", verdict->sum);
  json_mean (b, "mean", "mean_exact", result->regulation, verdict->mean);
  json_builder_set_member_name (b, "parts");
  json_builder_begin_object (b);
  for (guint p = 0; p < verdict->n_parts; p++)
    {
      json_builder_set_member_name (b, part_code (result, p));
      json_builder_begin_object (b);
      json_mean (b, "mean", "mean_exact", result->regulation, verdict->part_means[p]);
      json_builder_end_object (b);
    }
  json_builder_end_object (b);
  cs_json_int (b, "spread", verdict->spread);
  cs_json_bool (b, "spread_exceeded", verdict->spread_exceeded);
  cs_json_int (b, "band", verdict->band);
  json_builder_set_member_name (b, "minima");
  json_builder_begin_object (b);
  for (int star = CS_STAR_MIN; star <= CS_STAR_MAX; star++)
    {
      const char name[] = { (char) ('0' + star), '\0' };

      cs_json_bool (b, name, verdict->minima[star]);
    }
  json_builder_end_object (b);
  /* what holds the stars below the band; then everything that is not reached, for the next step */
  json_unmet (b, "missing", result, verdict->band);
  json_unmet (b, "unmet", result, CS_STAR_MAX);
  cs_json_int (b, "stars", verdict->stars);
  cs_json_bool (b, "recognised_here", result->recognised_here);
  cs_json_text (b, "proposed_to", decides != NULL && !result->recognised_here ? decides->id : NULL);
  cs_json_bool (b, "forwarded", result->forwarded);
  json_reasons (b, result);
}

/* Nobody may see a score before the product is closed: not one of these is told. */
static void
json_no_verdict (JsonBuilder *b)
{
  static const char *const names[] = {
    "sum",     "mean",  "mean_exact", "parts",           "spread",      "spread_exceeded", "band",   "minima",
    "missing", "unmet", "stars",      "recognised_here", "proposed_to", "forwarded",       "reasons"
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    cs_json_null (b, names[i]);
}

static void
json_grounds (JsonBuilder *b, const GPtrArray *grounds)
{
  json_builder_set_member_name (b, "grounds");
  json_builder_begin_array (b);
  for (guint i = 0; i < grounds->len; i++)
    {
      const CsGround *ground = g_ptr_array_index (grounds, i);

      json_builder_begin_object (b);
      cs_json_text (b, "ground", ground->text);
      cs_json_text (b, "criterion", ground->criterion);
      cs_json_text (b, "reason", ground->reason);
      cs_json_text (b, "person", ground->person);
      cs_json_text (b, "state", cs_ground_state_to_text (ground->state));
      json_builder_end_object (b);
    }
  json_builder_end_array (b);
}

/* Who must talk with whom about what, while the totals lie too far apart. */
static void
json_apart (JsonBuilder *b, const CsResult *result)
{
  json_builder_set_member_name (b, "apart");
  if (result->apart == NULL)
    {
      json_builder_add_null_value (b);
      return;
    }
  json_builder_begin_object (b);
  json_builder_set_member_name (b, "members");
  json_builder_begin_array (b);
  json_builder_add_string_value (b, result->apart->a);
  json_builder_add_string_value (b, result->apart->b);
  json_builder_end_array (b);
  json_builder_set_member_name (b, "criteria");
  json_builder_begin_array (b);
  for (guint i = 0; i < result->apart->questions->len; i++)
    json_builder_add_string_value (
        b, cs_form_question (result->form, g_array_index (result->apart->questions, guint, i))->no);
  json_builder_end_array (b);
  json_builder_end_object (b);
}

static void
json_copies (JsonBuilder *b, const CsResult *result)
{
  json_builder_set_member_name (b, "copies");
  json_builder_begin_array (b);
  for (guint i = 0; i < result->copies->len; i++)
    {
      const CsCopy *copy = &g_array_index (result->copies, CsCopy, i);

      json_builder_begin_array (b);
      json_builder_add_string_value (b, copy->a);
      json_builder_add_string_value (b, copy->b);
      json_builder_end_array (b);
    }
  json_builder_end_array (b);
}

static void
json_answer (JsonBuilder *b, const char *name, const CsResult *result, const CsOneAnswer *answer)
{
  if (!answer->possible)
    {
      cs_json_null (b, name);
      return;
    }
  json_builder_set_member_name (b, name);
  json_builder_begin_object (b);
  cs_json_text (b, "member", cs_result_counted (result, answer->sheet)->key);
  cs_json_text (b, "criterion", cs_form_question (result->form, answer->question)->no);
  cs_json_int (b, "option", answer->choice);
  cs_json_int (b, "points", answer->points);
  cs_json_int (b, "stars", answer->stars);
  json_builder_end_object (b);
}

static void
json_robustness (JsonBuilder *b, const CsResult *result, const CsRobustness *robustness)
{
  if (robustness == NULL)
    {
      cs_json_null (b, "robustness");
      return;
    }
  json_builder_set_member_name (b, "robustness");
  json_builder_begin_object (b);
  cs_json_bool (b, "stable", robustness->stable);
  json_builder_set_member_name (b, "without");
  json_builder_begin_array (b);
  for (guint i = 0; i < robustness->without->len; i++)
    {
      const CsLeftOut *left = &g_array_index (robustness->without, CsLeftOut, i);

      json_builder_begin_object (b);
      cs_json_text (b, "member", cs_result_counted (result, left->sheet)->key);
      cs_json_int (b, "stars", left->stars);
      json_builder_end_object (b);
    }
  json_builder_end_array (b);
  json_answer (b, "up", result, &robustness->up);
  json_answer (b, "down", result, &robustness->down);
  json_builder_end_object (b);
}

/* The decision that recognises the verdict; null where there is none, or none any more. */
static gboolean
json_recognition (JsonBuilder *b, CsStore *store, const CsDossier *dossier, GError **error)
{
  g_autoptr (CsRecognition) recognition = NULL;

  if (dossier->recognised_on == NULL)
    {
      cs_json_null (b, "recognition");
      return TRUE;
    }
  if (!cs_recognitions_of (store, dossier, &recognition, error))
    return FALSE;
  json_builder_set_member_name (b, "recognition");
  json_builder_begin_object (b);
  cs_json_text (b, "decision", recognition->decision);
  cs_json_text (b, "date", recognition->decided_on);
  cs_json_text (b, "certificate", *recognition->certificate != '\0' ? recognition->certificate : NULL);
  cs_json_text (b, "valid_until", recognition->valid_until);
  json_builder_end_object (b);
  return TRUE;
}

static gboolean
json_result (
    JsonBuilder *b, CsStore *store, const CsResult *result, const CsRobustness *robustness, GError **error)
{
  const CsDossier *dossier = result->dossier;

  json_builder_begin_object (b);
  cs_json_text (b, "product", dossier->code);
  cs_json_text (b, "name", dossier->product);
  cs_json_text (b, "producer", dossier->producer.name);
  cs_json_text (b, "unit", result->unit);
  cs_json_text (b, "filed_at", dossier->unit);
  cs_json_text (b, "regulation", dossier->regulation);
  cs_json_int (b, "form", dossier->form);
  cs_json_bool (b, "form_verified", result->form->verified);
  cs_json_text (b, "kind", dossier->kind);
  cs_json_text (b, "round", dossier->round);
  cs_json_text (b, "status", cs_result_status_to_text (result->status));
  cs_json_bool (b, "rehearsal", dossier->rehearsal);
  cs_json_bool (b, "changed_outside", result->changed != NULL);
  json_builder_set_member_name (b, "members");
  json_builder_begin_array (b);
  for (guint i = 0; i < result->members->len; i++)
    json_member (b, result, g_ptr_array_index (result->members, i));
  json_builder_end_array (b);
  cs_json_int (b, "counted", result->counted);
  cs_json_int (b, "spread_limit", result->spread_limit);
  json_quorum (b, &result->quorum);
  cs_json_bool (b, "eliminated", result->eliminated);
  json_grounds (b, result->grounds);
  if (result->verdict != NULL)
    json_verdict (b, result);
  else
    json_no_verdict (b);
  json_apart (b, result);
  json_copies (b, result);
  json_robustness (b, result, robustness);
  if (!json_recognition (b, store, dossier, error))
    return FALSE;
  json_builder_end_object (b);
  return TRUE;
}

static void
print_text (const CsResult *result, const CsRobustness *robustness)
{
  g_autofree char *sentence = NULL;

  if (result->verdict != NULL)
    sentence = cs_verdict_sentence (result->regulation, result->form, result->verdict);
  else if (result->changed != NULL)
    sentence = cs_changed_sentence (result);
  g_print ("%s\t%s\t%s", result->dossier->code, result->dossier->product, cs_format_status (result->status));
  if (sentence != NULL)
    g_print ("\t%s", sentence);
  else
    g_print (_ ("\t%u of %u sheets submitted"), result->quorum.present, result->quorum.members);
  g_print ("%s\n", result->dossier->rehearsal ? _ ("\trehearsal") : "");
  if (robustness != NULL)
    {
      g_autofree char *robust_text = cs_robustness_text (result, robustness);

      g_print ("%s\n", robust_text);
    }
}

/* What one of them is told of, and whether its seals fit. */
static gboolean
show (CsStore *store, const CsResult *result, CsJsonList *list, gboolean alone, GError **error)
{
  g_autoptr (CsRobustness) robustness = NULL;

  /* some milliseconds each: for one product, not for a list */
  if (alone && result->verdict != NULL && (robustness = cs_results_robustness (store, result, error)) == NULL)
    return FALSE;
  if (options.json)
    return json_result (cs_json_list_builder (list), store, result, robustness, error)
           && cs_json_list_add (list, error);
  print_text (result, robustness);
  return TRUE;
}

/* @changed: (inout): the first product that does not fit its seals. */
static gboolean
show_all (CsStore *store, CsJsonList *list, GError **changed, GError **error)
{
  const CsDossierFilter filter = { .round = options.round };
  GArray *keys = cs_dossiers_list (store, &filter, error);
  g_autoptr (CsResultWalk) walk = keys != NULL ? cs_result_walk_new (store, keys) : NULL;

  while (walk != NULL && !cs_result_walk_is_over (walk))
    {
      g_autoptr (CsResult) result = cs_result_walk_next (walk, error);

      if (result == NULL || !show (store, result, list, FALSE, error))
        return FALSE;
      if (*changed == NULL)
        cs_result_is_sealed (result, changed);
    }
  return walk != NULL;
}

static gboolean
show_one (CsStore *store, CsJsonList *list, GError **changed, GError **error)
{
  g_autoptr (CsDossier) dossier = cs_dossiers_by_code (store, options.product, options.round, error);
  g_autoptr (CsResult) result =
      dossier != NULL ? cs_results_of (store, (CsDossierKey){ dossier->id, dossier->evaluation }, error)
                      : NULL;

  if (result == NULL || !show (store, result, list, TRUE, error))
    return FALSE;
  cs_result_is_sealed (result, changed);
  return TRUE;
}

static gboolean
run (char **args, int n, GError **error)
{
  g_autoptr (CsStore) store = cs_verb_open (args[0], error);
  g_autoptr (CsJsonList) list = store != NULL && options.json ? cs_json_list_new (error) : NULL;
  g_autoptr (GError) changed = NULL;

  if (store == NULL || (options.json && list == NULL)
      || !cs_store_require_round (store, options.round, error))
    return FALSE;
  if (!(options.product != NULL ? show_one (store, list, &changed, error)
                                : show_all (store, list, &changed, error))
      || (list != NULL && !cs_json_list_print (list, error)))
    return FALSE;
  if (changed == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&changed));
  return FALSE;
}

const CsVerb cs_verb_results = {
  "results", "BOOK [--round ID] [--product CODE]", N_ ("Verdicts of closed products"), 1, 1, run, entries
};
