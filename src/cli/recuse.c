/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/error.h"
#include "cli/option.h"
#include "cli/verb.h"
#include "service/council/recusals.h"
#include "base/moment.h"

#include <glib/gi18n-lib.h>

static struct
{
  char *product;
  char *member;
  char *reason;
  char *round;
  char *council;
  gboolean producer;
  gboolean by_chair;
  gboolean end;
  gboolean json;
} options;

static const GOptionEntry entries[] = {
  CS_OPTION_PRODUCT (options.product),
  CS_OPTION_MEMBER (options.member),
  CS_OPTION_REASON (options.reason),
  CS_OPTION_ROUND_OF_PRODUCT (options.round),
  { "council", 0, 0, G_OPTION_ARG_STRING, &options.council, N_ ("Show the recusals of this council"),
    N_ ("ID") },
  { "producer", 0, 0, G_OPTION_ARG_NONE, &options.producer, N_ ("From every product of the producer"), NULL },
  { "by-chair", 0, 0, G_OPTION_ARG_NONE, &options.by_chair,
    N_ ("The chair decides; else the member declares"), NULL },
  { "end", 0, 0, G_OPTION_ARG_NONE, &options.end, N_ ("End a recusal that was noted by mistake"), NULL },
  CS_OPTION_JSON (options.json),
  G_OPTION_ENTRY_NULL,
};

/* Members who might have to be recused: said on standard error, decided by people. */
static gboolean
warn (CsStore *store, const CsDossier *dossier, GError **error)
{
  g_autoptr (CsCouncil) council = cs_store_get_council (store, dossier->council_uuid, error);
  g_autoptr (GPtrArray) suspects =
      council != NULL ? cs_recusals_suspects (store, council, dossier, error) : NULL;

  if (suspects == NULL)
    return FALSE;
  for (guint i = 0; i < suspects->len; i++)
    g_printerr (_ ("%s: %s belongs to the producer. Ask whether the member has to be recused.\n"),
                dossier->code, ((CsMember *) g_ptr_array_index (suspects, i))->name);
  return TRUE;
}

static void
json_recusal (JsonBuilder *b, const CsRecusal *recusal)
{
  json_builder_begin_object (b);
  cs_json_text (b, "member", recusal->member_key);
  cs_json_text (b, "product", recusal->dossier);
  cs_json_text (b, "producer", recusal->producer);
  cs_json_text (b, "by", recusal->by_chair ? "chair" : "member");
  cs_json_text (b, "reason", recusal->reason);
  cs_json_text (b, "since", recusal->since);
  cs_json_text (b, "ended", recusal->ended_at);
  cs_json_text (b, "end_reason", recusal->end_reason);
  json_builder_end_object (b);
}

static void
print_recusal (const CsRecusal *recusal)
{
  g_autofree char *since = cs_moment_to_display (recusal->since);

  g_print ("%s\t%s\t%s\t%s\n", recusal->member_key,
           recusal->dossier != NULL ? recusal->dossier : recusal->producer, since, recusal->reason);
}

static gboolean
show (const char *path, GError **error)
{
  g_autoptr (CsStore) store = NULL;
  g_autoptr (CsDossier) dossier = NULL;
  g_autoptr (GPtrArray) recusals = NULL;
  g_autoptr (JsonBuilder) b = json_builder_new ();

  if (options.council != NULL)
    {
      g_autoptr (CsCouncil) council = NULL;

      store = cs_verb_open (path, error);
      council = store != NULL ? cs_store_find_council (store, options.council, error) : NULL;
      recusals = council != NULL ? cs_recusals_list (store, council->uuid, error) : NULL;
    }
  else if (cs_verb_open_product (path, options.product, options.round, &store, &dossier, error)
           && warn (store, dossier, error))
    recusals = cs_recusals_of (store, dossier, error);
  if (recusals == NULL)
    return FALSE;
  json_builder_begin_array (b);
  for (guint i = 0; i < recusals->len; i++)
    {
      const CsRecusal *recusal = g_ptr_array_index (recusals, i);

      json_recusal (b, recusal);
      if (!options.json)
        print_recusal (recusal);
    }
  json_builder_end_array (b);
  if (options.json)
    cs_verb_print_json (b);
  return TRUE;
}

static gboolean
end (CsStore *store, const CsDossier *dossier, GError **error)
{
  g_autoptr (GPtrArray) recusals = cs_recusals_of (store, dossier, error);

  if (recusals == NULL)
    return FALSE;
  for (guint i = 0; i < recusals->len; i++)
    {
      const CsRecusal *recusal = g_ptr_array_index (recusals, i);

      if (g_str_equal (recusal->member_key, options.member)
          && (recusal->producer != NULL) == options.producer)
        return cs_recusals_end (store, recusal, options.reason, error);
    }
  g_set_error (error, CS_ERROR, CS_ERROR_NOT_FOUND, _ ("%s: “%s” is not recused from it."), dossier->code,
               options.member);
  return FALSE;
}

static gboolean
run (char **args, int n, GError **error)
{
  g_autoptr (CsStore) store = NULL;
  g_autoptr (CsDossier) dossier = NULL;
  CsNewRecusal wanted = { 0 };

  if (options.member == NULL)
    return show (args[0], error);
  if (!cs_verb_open_product (args[0], options.product, options.round, &store, &dossier, error))
    return FALSE;
  if (dossier->council == NULL)
    {
      g_set_error (error, CS_ERROR, CS_ERROR_INVALID, _ ("%s is in no round yet. Choose its round first."),
                   dossier->code);
      return FALSE;
    }
  if (options.end)
    return end (store, dossier, error);
  wanted.member = cs_verb_member_uuid (store, dossier, options.member);
  wanted.dossier = dossier;
  wanted.whole_producer = options.producer;
  wanted.by_chair = options.by_chair;
  wanted.reason = options.reason;
  return cs_recusals_declare (store, &wanted, error);
}

const CsVerb cs_verb_recuse = {
  "recuse",
  "BOOK --product CODE [--member ID --reason TEXT [--producer] [--by-chair] [--end]]",
  N_ ("Recuse a member from a product or a producer"),
  1,
  1,
  run,
  entries
};
