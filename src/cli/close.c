/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/error.h"
#include "base/text.h"
#include "cli/option.h"
#include "cli/verb.h"
#include "service/dossiers/dossiers.h"
#include "service/results/results.h"
#include "service/scoring/closing.h"
#include "summary/words/verdict-text.h"

#include <glib/gi18n-lib.h>

static struct
{
  char *product;
  char *reason;
  char *round;
  char **absences;
  char *date;
} options;

static const GOptionEntry entries[] = {
  CS_OPTION_PRODUCT (options.product),
  { "reason", 0, 0, G_OPTION_ARG_STRING, &options.reason,
    N_ ("Why it is closed although the totals lie too far apart"), N_ ("TEXT") },
  CS_OPTION_ROUND_OF_PRODUCT (options.round),
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
run (char **args, int n, GError **error)
{
  g_autoptr (CsStore) store = NULL;
  g_autoptr (CsDossier) dossier = NULL;
  g_autoptr (CsResult) result = NULL;
  g_autofree char *sentence = NULL;
  g_autoptr (GHashTable) absences = NULL;

  if (!cs_verb_open_product (args[0], options.product, options.round, &store, &dossier, error)
      || (absences = read_absences (store, dossier, error)) == NULL
      || !cs_evaluation_close (store, dossier, &(CsCloseOptions){ options.reason, absences, options.date },
                               error))
    return FALSE;
  result = cs_results_of (store, (CsDossierKey){ dossier->id, dossier->evaluation }, error);
  if (result == NULL)
    return FALSE;
  sentence = cs_verdict_sentence (result->regulation, result->form, result->verdict);
  g_printerr ("%s: %s\n", options.product, sentence);
  return TRUE;
}

const CsVerb cs_verb_close = { "close",
                               "BOOK --product CODE [--reason TEXT] [--absence ID=TEXT] [--date DAY]",
                               N_ ("Close a product's evaluation"),
                               1,
                               1,
                               run,
                               entries };
