/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/error.h"
#include "cli/option.h"
#include "cli/verb.h"
#include "service/papers/office.h"

#include <glib/gi18n-lib.h>

static struct
{
  char *council;
  char *parent;
  char *issuer;
  char *place;
  char *on_behalf;
  char *acting;
  char *role;
  char *signer;
  char **recipients;
  char *symbol;
  gboolean json;
} options;

static const GOptionEntry entries[] = {
  { "council", 0, 0, G_OPTION_ARG_STRING, &options.council, N_ ("The council, like district-842"),
    N_ ("ID") },
  { "parent", 0, 0, G_OPTION_ARG_STRING, &options.parent, N_ ("The body above, at the head of the papers"),
    N_ ("NAME") },
  { "issuer", 0, 0, G_OPTION_ARG_STRING, &options.issuer, N_ ("The body that issues the papers"),
    N_ ("NAME") },
  { "place", 0, 0, G_OPTION_ARG_STRING, &options.place, N_ ("The place in the line of the date"),
    N_ ("NAME") },
  { "on-behalf", 0, 0, G_OPTION_ARG_STRING, &options.on_behalf, N_ ("The body that is signed for (TM.)"),
    N_ ("NAME") },
  { "acting", 0, 0, G_OPTION_ARG_STRING, &options.acting,
    N_ ("In whose place is signed, as in “KT;CHỦ TỊCH”"), "KT|TL|TUQ|Q;ROLE" },
  { "role", 0, 0, G_OPTION_ARG_STRING, &options.role, N_ ("The position of who signs"), N_ ("ROLE") },
  { "signer", 0, 0, G_OPTION_ARG_STRING, &options.signer, N_ ("The name of who signs"), N_ ("NAME") },
  { "recipient", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.recipients,
    N_ ("Who gets the papers; give all of them"), N_ ("NAME") },
  { "symbol", 0, 0, G_OPTION_ARG_STRING, &options.symbol, N_ ("The council in the numbers of its papers"),
    N_ ("TEXT") },
  CS_OPTION_JSON (options.json),
  G_OPTION_ENTRY_NULL,
};

static gboolean
take (char **slot, const char *text)
{
  if (text == NULL)
    return FALSE;
  g_free (*slot);
  *slot = g_strdup (text);
  return TRUE;
}

/* "KT;CHỦ TỊCH"; "" for none. */
static gboolean
take_acting (CsOffice *office, gboolean *changed, GError **error)
{
  g_auto (GStrv) parts = NULL;

  if (options.acting == NULL)
    return TRUE;
  parts = g_strsplit (options.acting, ";", 2);
  if (!cs_acting_parse (parts[0] != NULL ? parts[0] : "", &office->acting))
    {
      g_set_error (error, CS_ERROR, CS_ERROR_USAGE, _ ("--%s: “%s” is not possible; see --help."), "acting",
                   options.acting);
      return FALSE;
    }
  take (&office->acting_for, parts[0] != NULL && parts[1] != NULL ? parts[1] : "");
  *changed = TRUE;
  return TRUE;
}

static void
show (const CsOffice *office)
{
  const struct
  {
    const char *key;
    const char *value;
  } rows[] = {
    { "parent", office->parent },
    { "issuer", office->issuer },
    { "place", office->place },
    { "on_behalf", office->on_behalf },
    { "acting", cs_acting_to_text (office->acting) },
    { "acting_for", office->acting_for },
    { "role", office->role },
    { "signer", office->signer },
    { "symbol", office->symbol },
  };
  g_auto (GStrv) recipients = g_strsplit (office->recipients, "\n", -1);
  g_autoptr (JsonBuilder) b = json_builder_new ();

  json_builder_begin_object (b);
  cs_json_text (b, "council", options.council);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      cs_json_text (b, rows[i].key, *rows[i].value != '\0' ? rows[i].value : NULL);
      if (!options.json && *rows[i].value != '\0')
        g_print ("%s\t%s\n", rows[i].key, rows[i].value);
    }
  json_builder_set_member_name (b, "recipients");
  json_builder_begin_array (b);
  for (guint i = 0; recipients[i] != NULL; i++)
    {
      json_builder_add_string_value (b, recipients[i]);
      if (!options.json)
        g_print ("recipient\t%s\n", recipients[i]);
    }
  json_builder_end_array (b);
  json_builder_end_object (b);
  if (options.json)
    cs_verb_print_json (b);
}

static gboolean
run (char **args, int n, GError **error)
{
  g_autoptr (CsStore) store = NULL;
  g_autoptr (CsCouncil) council = NULL;
  g_autoptr (CsOffice) office = NULL;
  g_autofree char *recipients = options.recipients != NULL ? g_strjoinv ("\n", options.recipients) : NULL;
  gboolean changed = FALSE;

  if (options.council == NULL)
    {
      g_set_error_literal (error, CS_ERROR, CS_ERROR_USAGE, _ ("Name the council with --council."));
      return FALSE;
    }
  store = cs_verb_open (args[0], error);
  council = store != NULL ? cs_store_find_council (store, options.council, error) : NULL;
  office = council != NULL ? cs_office_get (store, council->uuid, error) : NULL;
  if (office == NULL || !take_acting (office, &changed, error))
    return FALSE;
  changed |= take (&office->parent, options.parent);
  changed |= take (&office->issuer, options.issuer);
  changed |= take (&office->place, options.place);
  changed |= take (&office->on_behalf, options.on_behalf);
  changed |= take (&office->role, options.role);
  changed |= take (&office->signer, options.signer);
  changed |= take (&office->recipients, recipients);
  changed |= take (&office->symbol, options.symbol);
  if (changed)
    return cs_office_set (store, office, error);
  show (office);
  return TRUE;
}

const CsVerb cs_verb_office = {
  "office",
  "BOOK --council ID [--parent NAME] [--issuer NAME] [--place NAME] [--on-behalf NAME] [--acting KT;ROLE] …",
  N_ ("Show or set letterhead, signature, recipients and numbers of a council's papers"),
  1,
  1,
  run,
  entries
};
