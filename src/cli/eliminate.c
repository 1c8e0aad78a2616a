/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/error.h"
#include "base/text.h"
#include "cli/verb.h"
#include "service/scoring/grounds.h"

#include <glib/gi18n-lib.h>

static struct
{
  char *product;
  char *criterion;
  char *ground;
  char *reason;
  char *person;
  gboolean raise;
  char *decide;
  char *round;
} options;

static const GOptionEntry entries[] = {
  { "product", 0, 0, G_OPTION_ARG_STRING, &options.product, N_ ("The product's code"), N_ ("CODE") },
  { "criterion", 0, 0, G_OPTION_ARG_STRING, &options.criterion, N_ ("The criterion it was found in, if any"),
    N_ ("NO") },
  { "ground", 0, 0, G_OPTION_ARG_STRING, &options.ground, N_ ("The ground, as the form prints it"),
    N_ ("TEXT") },
  { "reason", 0, 0, G_OPTION_ARG_STRING, &options.reason, N_ ("What was found"), N_ ("TEXT") },
  { "person", 0, 0, G_OPTION_ARG_STRING, &options.person, N_ ("Who found it"), N_ ("NAME") },
  { "raise", 0, 0, G_OPTION_ARG_NONE, &options.raise, N_ ("Raise it only; the council decides"), NULL },
  { "decide", 0, 0, G_OPTION_ARG_STRING, &options.decide,
    N_ ("Decide on a ground that was raised; --reason says why"), "confirm|dismiss" },
  { "round", 0, 0, G_OPTION_ARG_STRING, &options.round, N_ ("The round, when the product is in several"),
    N_ ("ID") },
  G_OPTION_ENTRY_NULL,
};

/* Decides on the first raised ground that is called so. */
static gboolean
decide (CsStore *store, const CsDossier *dossier, GError **error)
{
  g_autoptr (GPtrArray) findings = cs_sheets_findings (store, dossier, error);
  gboolean confirm = g_str_equal (options.decide, "confirm");

  if (findings == NULL)
    return FALSE;
  for (guint i = 0; i < findings->len; i++)
    {
      const CsFinding *finding = g_ptr_array_index (findings, i);

      if (finding->state == CS_FINDING_RAISED && cs_text_alike (finding->ground, options.ground))
        return cs_sheets_decide_finding (store, dossier, finding, confirm, options.reason, error);
    }
  g_set_error (error, CS_ERROR, CS_ERROR_NOT_FOUND, _ ("%s: nobody raised the ground “%s”."), dossier->code,
               options.ground);
  return FALSE;
}

static gboolean
is_usable (GError **error)
{
  if (options.decide != NULL)
    {
      if (options.ground != NULL
          && (g_str_equal (options.decide, "confirm") || g_str_equal (options.decide, "dismiss")))
        return TRUE;
      g_set_error_literal (error, CS_ERROR, CS_ERROR_USAGE,
                           _ ("A decision needs --ground and --decide confirm or dismiss."));
      return FALSE;
    }
  if (options.ground != NULL && options.reason != NULL && options.person != NULL)
    return TRUE;
  g_set_error_literal (error, CS_ERROR, CS_ERROR_USAGE,
                       _ ("An elimination needs --product, --ground, --reason and --person."));
  return FALSE;
}

static gboolean
run (char **args, int n, GError **error)
{
  g_autoptr (CsStore) store = NULL;
  g_autoptr (CsDossier) dossier = NULL;
  g_autoptr (CsFinding) finding = NULL;

  if (!is_usable (error)
      || !cs_verb_open_product (args[0], options.product, options.round, &store, &dossier, error))
    return FALSE;
  if (options.decide != NULL)
    return decide (store, dossier, error);
  finding = cs_finding_new (options.criterion, options.ground, options.reason, options.person);
  finding->state = options.raise ? CS_FINDING_RAISED : CS_FINDING_CONFIRMED;
  return cs_sheets_add_finding (store, dossier, finding, error);
}

const CsVerb cs_verb_eliminate = {
  "eliminate",
  "BOOK --product CODE --ground TEXT --reason TEXT --person NAME [--raise|--decide D]",
  N_ ("Record a ground for elimination, or decide on one"),
  1,
  1,
  run,
  entries
};
