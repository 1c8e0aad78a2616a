/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/error.h"
#include "cli/verb.h"
#include "exchange/sample.h"

#include <glib/gi18n-lib.h>

static struct
{
  int products;
  int members;
  gint64 seed;
} options;

static const GOptionEntry entries[] = {
  { "products", 0, 0, G_OPTION_ARG_INT, &options.products, N_ ("Make this many products"), "N" },
  { "members", 0, 0, G_OPTION_ARG_INT, &options.members, N_ ("Scoring members of each council"), "M" },
  { "seed", 0, 0, G_OPTION_ARG_INT64, &options.seed, N_ ("The same seed makes the same book"), "S" },
  G_OPTION_ENTRY_NULL,
};

static gboolean
run (char **args, int n, GError **error)
{
  CsSampleOptions wanted = { 0 };
  g_autoptr (CsStore) store = NULL;

  if (options.products < 0 || options.members < 0 || options.members > 99 || options.seed < 0
      || options.seed > G_MAXUINT32)
    {
      g_set_error_literal (error, CS_ERROR, CS_ERROR_USAGE,
                           _ ("Products and seed are numbers from 0, members from 0 to 99."));
      return FALSE;
    }
  wanted.products = (guint) options.products;
  wanted.members = (guint) options.members;
  wanted.seed = (guint32) options.seed;
  store = cs_sample_create (args[0], &wanted, NULL, NULL, error);
  if (store == NULL)
    return FALSE;
  g_printerr (_ ("Made %s: %s\n"), args[0], cs_store_get_book (store)->title);
  return TRUE;
}

const CsVerb cs_verb_sample = { "sample", "BOOK", N_ ("Make the demonstration book, or a generated one"),
                                1,        1,      run,
                                entries };
