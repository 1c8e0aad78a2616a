/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/error.h"
#include "cli/option.h"
#include "cli/verb.h"
#include "service/council/councils.h"

#include <glib/gi18n-lib.h>

static struct
{
  char *council;
  char *member;
  char *name;
  char *role;
  char *organisation;
  char *replaces;
  char *paper;
  gboolean leaves;
} options;

static const GOptionEntry entries[] = {
  { "council", 0, 0, G_OPTION_ARG_STRING, &options.council, N_ ("The council, like district-842"),
    N_ ("ID") },
  CS_OPTION_MEMBER (options.member),
  { "name", 0, 0, G_OPTION_ARG_STRING, &options.name, N_ ("Name of a new member"), N_ ("NAME") },
  { "role", 0, 0, G_OPTION_ARG_STRING, &options.role, N_ ("Role of a new member"),
    "chair|vice|member|secretary" },
  { "organisation", 0, 0, G_OPTION_ARG_STRING, &options.organisation, N_ ("Where a new member comes from"),
    N_ ("NAME") },
  { "replaces", 0, 0, G_OPTION_ARG_STRING, &options.replaces,
    N_ ("Whose seat a new member takes; that one leaves"), N_ ("ID") },
  { "paper", 0, 0, G_OPTION_ARG_STRING, &options.paper,
    N_ ("The decision by which the member comes or leaves"), N_ ("TEXT") },
  { "leaves", 0, 0, G_OPTION_ARG_NONE, &options.leaves, N_ ("The member leaves the council"), NULL },
  G_OPTION_ENTRY_NULL,
};

static gboolean
run (char **args, int n, GError **error)
{
  g_autoptr (CsStore) store = NULL;
  CsNewMember wanted = { 0 };
  const char *replaces;

  if (options.council == NULL || options.member == NULL || (!options.leaves && options.name == NULL))
    {
      g_set_error_literal (
          error, CS_ERROR, CS_ERROR_USAGE,
          _ ("Name council and member with --council and --member; a new member needs a --name."));
      return FALSE;
    }
  if (options.role != NULL && !cs_role_parse (options.role, &wanted.role))
    {
      g_set_error (error, CS_ERROR, CS_ERROR_USAGE, _ ("--%s: “%s” is not possible; see --help."), "role",
                   options.role);
      return FALSE;
    }
  if (options.role == NULL)
    wanted.role = CS_ROLE_MEMBER;
  store = cs_verb_open (args[0], error);
  if (store == NULL)
    return FALSE;
  if (options.leaves)
    {
      const char *member = cs_verb_find_member (store, options.council, options.member, error);

      return member != NULL && cs_councils_remove_member (store, member, options.paper, error);
    }
  replaces =
      options.replaces != NULL ? cs_verb_find_member (store, options.council, options.replaces, error) : NULL;
  if (options.replaces != NULL && replaces == NULL)
    return FALSE;
  wanted.council = options.council;
  wanted.key = options.member;
  wanted.name = options.name;
  wanted.organisation = options.organisation != NULL ? options.organisation : "";
  wanted.replaces = replaces;
  wanted.by_decision = options.paper;
  return cs_councils_add_member (store, &wanted, error);
}

const CsVerb cs_verb_member = {
  "member",
  "BOOK --council ID --member ID [--name NAME --role R --replaces ID --paper TEXT | --leaves --paper TEXT]",
  N_ ("Add, replace or remove a member of a council"),
  1,
  1,
  run,
  entries
};
