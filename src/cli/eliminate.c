/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/error.h"
#include "base/text.h"
#include "cli/option.h"
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
  CS_OPTION_PRODUCT (options.product),
  { "criterion", 0, 0, G_OPTION_ARG_STRING, &options.criterion, N_ ("The criterion it was found in, if any"),
    N_ ("NO") },
  { "ground", 0, 0, G_OPTION_ARG_STRING, &options.ground, N_ ("The ground, as the form prints it"),
    N_ ("TEXT") },
  { "reason", 0, 0, G_OPTION_ARG_STRING, &options.reason, N_ ("What was found"), N_ ("TEXT") },
  { "person", 0, 0, G_OPTION_ARG_STRING, &options.person, N_ ("Who found it"), N_ ("NAME") },
  { "raise", 0, 0, G_OPTION_ARG_NONE, &options.raise, N_ ("Raise it only; the council decides"), NULL },
  { "decide", 0, 0, G_OPTION_ARG_STRING, &options.decide,
    N_ ("Decide on a ground that was raised; --reason says why"), "confirm|dismiss" },
  CS_OPTION_ROUND_OF_PRODUCT (options.round),
  G_OPTION_ENTRY_NULL,
};

/* Decides on the first raised ground that is called so. */
static gboolean
decide (CsStore *store, const CsDossier *dossier, GError **error)
{
  g_autoptr (GPtrArray) grounds = cs_grounds_list (store, dossier, error);
  gboolean confirm = g_str_equal (options.decide, "confirm");

  if (grounds == NULL)
    return FALSE;
  for (guint i = 0; i < grounds->len; i++)
    {
      const CsGround *ground = g_ptr_array_index (grounds, i);

      if (ground->state == CS_GROUND_RAISED && cs_text_alike (ground->text, options.ground))
        return cs_grounds_decide (store, dossier, ground, confirm, options.reason, error);
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
  g_autoptr (CsGround) ground = NULL;

  if (!is_usable (error)
      || !cs_verb_open_product (args[0], options.product, options.round, &store, &dossier, error))
    return FALSE;
  if (options.decide != NULL)
    return decide (store, dossier, error);
  ground = cs_ground_new (options.criterion, options.ground, options.reason, options.person);
  ground->state = options.raise ? CS_GROUND_RAISED : CS_GROUND_CONFIRMED;
  return cs_grounds_add (store, dossier, ground, error);
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
