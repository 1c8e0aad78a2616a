/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/error.h"
#include "base/text.h"
#include "cli/product-choice.h"
#include "cli/verb.h"
#include "service/dossiers/dossiers.h"
#include "service/results/results.h"
#include "service/scoring/closing.h"
#include "summary/words/verdict-text.h"

#include <glib/gi18n-lib.h>

static struct
{
  CsProductChoice choice;
  char *reason;
  char **absences;
  char *date;
} options;

static const GOptionEntry entries[] = {
  CS_OPTIONS_PRODUCTS (options.choice),
  { "reason", 0, 0, G_OPTION_ARG_STRING, &options.reason,
    N_ ("Why it is closed although the totals lie too far apart"), N_ ("TEXT") },
  { "absence", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.absences,
    N_ ("Why a member has no sheet; can be given for each"), N_ ("ID=TEXT") },
  { "date", 0, 0, G_OPTION_ARG_STRING, &options.date,
    N_ ("When the council closed it, for what is typed afterwards"), N_ ("YYYY-MM-DD") },
  G_OPTION_ENTRY_NULL,
};

/* Returns: (transfer full): reasons by UUID of the member, NULL when one is not written so. */
static GHashTable *
read_absences (CsStore *store, const CsDossier *dossier, GError **error)
{
  g_autoptr (GHashTable) absences = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; options.absences != NULL && options.absences[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (options.absences[i], "=", 2);

      if (g_strv_length (parts) != 2 || *parts[0] == '\0' || cs_text_is_blank (parts[1]))
        {
          g_set_error (error, CS_ERROR, CS_ERROR_USAGE, _ ("--%s: “%s” is not possible; see --help."),
                       "absence", options.absences[i]);
          return NULL;
        }
      g_hash_table_insert (absences, g_strdup (cs_verb_member_uuid (store, dossier, parts[0])),
                           g_strdup (parts[1]));
    }
  return g_steal_pointer (&absences);
}

static gboolean
close_one (CsStore *store, const CsDossier *dossier, GString *told, GError **error)
{
  g_autoptr (CsResult) result = NULL;
  g_autofree char *sentence = NULL;
  g_autoptr (GHashTable) absences = read_absences (store, dossier, error);

  if (absences == NULL
      || !cs_evaluation_close (store, dossier, &(CsCloseOptions){ options.reason, absences, options.date },
                               error))
    return FALSE;
  result = cs_results_of (store, (CsDossierKey){ dossier->id, dossier->evaluation }, error);
  if (result == NULL)
    return FALSE;
  if (result->verdict != NULL) /* else it was changed by another program just now */
    sentence = cs_verdict_sentence (result->regulation, result->form, result->verdict);
  g_string_append_printf (told, "%s: %s\n", dossier->code, sentence != NULL ? sentence : "–");
  return TRUE;
}

static gboolean
run (char **args, int n, GError **error)
{
  return cs_verb_for_products (args, n, &options.choice, CS_DOSSIER_SCORING, NULL, close_one, error);
}

const CsVerb cs_verb_close = {
  "close",
  "BOOK --product CODE [--reason TEXT] [--absence ID=TEXT] [--date DAY] | BOOK --round ID --all | BOOK -",
  N_ ("Close a product's evaluation"),
  1,
  2,
  run,
  entries
};
