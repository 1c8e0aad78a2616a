/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/product-choice.h"

#include "base/error.h"
#include "base/text.h"
#include "cli/verb.h"
#include "service/book/store-command.h"
#include "service/dossiers/dossier-list.h"
#include "service/dossiers/dossiers.h"
#include "service/results/result-walk.h"

#include <gio/gunixinputstream.h>
#include <glib/gi18n-lib.h>
#include <unistd.h>

#define CODES_MAX (16 * 1024 * 1024) /* bytes of standard input */

static gboolean
wrong (GError **error, const char *message)
{
  g_set_error_literal (error, CS_ERROR, CS_ERROR_USAGE, message);
  return FALSE;
}

static gboolean
check_usage (char **args, int n, const CsProductChoice *choice, GError **error)
{
  gboolean input = n > 1;

  if (input && !g_str_equal (args[1], "-"))
    return wrong (error, _ ("After the book only “-” may stand: the codes are read from standard input."));
  if ((choice->products != NULL) + input + (choice->all != FALSE) > 1)
    return wrong (error, _ ("Name products with --product, with --all, or on standard input: one of these."));
  if (choice->products == NULL && !input && !choice->all)
    return wrong (error, _ ("Name the product with --product."));
  if (choice->all && choice->round == NULL)
    return wrong (error, _ ("--all needs a --round: it takes the products of that round."));
  return TRUE;
}

gboolean
cs_product_choice_is_several (const CsProductChoice *choice, int n)
{
  return n > 1 || choice->all || (choice->products != NULL && g_strv_length (choice->products) > 1);
}

/* --- which --- */

/* Returns: (transfer full) (element-type utf8) (nullable): codes, one a line. */
static GPtrArray *
read_codes (GError **error)
{
  g_autoptr (GInputStream) input = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  g_autoptr (GDataInputStream) lines = g_data_input_stream_new (input);
  g_autoptr (GPtrArray) codes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) failed = NULL;
  char *line;
  gsize total = 0, length = 0;

  while (total < CODES_MAX
         && (line = g_data_input_stream_read_line_utf8 (lines, &length, NULL, &failed)) != NULL)
    {
      if (!cs_text_is_blank (line))
        g_ptr_array_add (codes, cs_text_clean (line));
      g_free (line);
      total += length + 1;
    }
  if (failed == NULL && total < CODES_MAX)
    return g_steal_pointer (&codes);
  if (failed == NULL)
    wrong (error, _ ("Standard input is too long for a list of codes."));
  else
    g_set_error (error, CS_ERROR, CS_ERROR_INVALID,
                 _ ("Standard input cannot be read as text (%s). Write one code a line, in UTF-8."),
                 failed->message);
  return NULL;
}

static gboolean
add_named (
    CsStore *store, const char *code, const CsProductChoice *choice, GPtrArray *dossiers, GError **error)
{
  CsDossier *dossier = cs_dossiers_by_code (store, code, choice->round, error);

  if (dossier == NULL)
    return FALSE;
  for (guint i = 0; i < dossiers->len; i++)
    if (((CsDossier *) g_ptr_array_index (dossiers, i))->id == dossier->id)
      {
        cs_dossier_free (dossier); /* named twice */
        return TRUE;
      }
  g_ptr_array_add (dossiers, dossier);
  return TRUE;
}

static gboolean
add_all (CsStore *store,
         const CsProductChoice *choice,
         CsDossierState state,
         gboolean (*wanted) (const CsResult *result),
         GPtrArray *dossiers,
         GError **error)
{
  const CsDossierFilter filter = { .round = choice->round, .state = state };
  GArray *keys =
      cs_store_require_round (store, choice->round, error) ? cs_dossiers_list (store, &filter, error) : NULL;
  g_autoptr (CsResultWalk) walk = keys != NULL ? cs_result_walk_new (store, keys) : NULL;

  while (walk != NULL && !cs_result_walk_is_over (walk))
    {
      g_autoptr (CsResult) result = cs_result_walk_next (walk, error);
      CsDossier *dossier;

      if (result == NULL)
        return FALSE;
      if (wanted != NULL && !wanted (result))
        continue;
      dossier =
          cs_dossiers_get (store, (CsDossierKey){ result->dossier->id, result->dossier->evaluation }, error);
      if (dossier == NULL)
        return FALSE;
      g_ptr_array_add (dossiers, dossier);
    }
  return walk != NULL;
}

/* Returns: (transfer full) (element-type CsDossier) (nullable) */
static GPtrArray *
choose (CsStore *store,
        gboolean input,
        const CsProductChoice *choice,
        CsDossierState state,
        gboolean (*wanted) (const CsResult *result),
        GError **error)
{
  g_autoptr (GPtrArray) dossiers = g_ptr_array_new_with_free_func ((GDestroyNotify) cs_dossier_free);
  g_autoptr (GPtrArray) codes = input ? read_codes (error) : g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; choice->products != NULL && choice->products[i] != NULL; i++)
    g_ptr_array_add (codes, g_strdup (choice->products[i]));
  if (codes == NULL || (choice->all && !add_all (store, choice, state, wanted, dossiers, error)))
    return NULL;
  for (guint i = 0; i < codes->len; i++)
    if (!add_named (store, g_ptr_array_index (codes, i), choice, dossiers, error))
      return NULL;
  return g_steal_pointer (&dossiers);
}

/* --- doing it --- */

static gboolean
do_together (CsStore *store, const GPtrArray *dossiers, CsProductAct act, GString *told, GError **error)
{
  gboolean good = cs_store_begin_many (store, error);

  for (guint i = 0; good && i < dossiers->len; i++)
    good = act (store, g_ptr_array_index (dossiers, i), told, error);
  if (!good)
    cs_store_drop_many (store);
  return good && cs_store_end_many (store, error);
}

/* What is refused because of the data is told; what the machine refuses ends it. */
static gboolean
do_each (CsStore *store, const GPtrArray *dossiers, CsProductAct act, GError **error)
{
  guint refused = 0;

  for (guint i = 0; i < dossiers->len; i++)
    {
      const CsDossier *dossier = g_ptr_array_index (dossiers, i);
      g_autoptr (GString) told = g_string_new (NULL);
      g_autoptr (GError) failed = NULL;

      if (act (store, dossier, told, &failed))
        {
          g_printerr ("%s", told->str);
          continue;
        }
      if (cs_error_exit_status (failed) != 1)
        {
          g_propagate_error (error, g_steal_pointer (&failed));
          return FALSE;
        }
      g_printerr ("%s: %s\n", dossier->code, failed->message);
      refused++;
    }
  if (refused > 0)
    g_set_error (error, CS_ERROR, CS_ERROR_INVALID,
                 g_dngettext (GETTEXT_PACKAGE, "%u of %u product was refused; the others are done.",
                              "%u of %u products were refused; the others are done.", refused),
                 refused, dossiers->len);
  return refused == 0;
}

gboolean
cs_verb_for_products (char **args,
                      int n,
                      const CsProductChoice *choice,
                      CsDossierState state,
                      gboolean (*wanted) (const CsResult *result),
                      CsProductAct act,
                      GError **error)
{
  g_autoptr (CsStore) store = NULL;
  g_autoptr (GPtrArray) dossiers = NULL;
  g_autoptr (GString) told = g_string_new (NULL);

  if (!check_usage (args, n, choice, error))
    return FALSE;
  store = cs_verb_open (args[0], error);
  dossiers = store != NULL ? choose (store, n > 1, choice, state, wanted, error) : NULL;
  if (dossiers == NULL)
    return FALSE;
  if (dossiers->len == 0)
    {
      g_printerr ("%s\n", _ ("There is no product to which this applies. Nothing was changed."));
      return TRUE;
    }
  if (choice->each && dossiers->len > 1)
    return do_each (store, dossiers, act, error);
  /* one alone needs nobody to wait for: what is counted when a PIN is wrong must not be rolled back with it
   */
  if (dossiers->len == 1 ? !act (store, g_ptr_array_index (dossiers, 0), told, error)
                         : !do_together (store, dossiers, act, told, error))
    return FALSE;
  g_printerr ("%s", told->str);
  return TRUE;
}
