/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/error.h"
#include "cli/option.h"
#include "cli/verb.h"
#include "service/pins/pin-try.h"
#include "service/pins/pins.h"

#include <glib/gi18n-lib.h>

static struct
{
  gboolean on;
  gboolean off;
  char *council;
  char *member;
  char *set_file;
  char *old_file;
  gboolean reset;
  char *by;
  char *pin_file;
  gboolean json;
} options;

static const GOptionEntry entries[] = {
  { "on", 0, 0, G_OPTION_ARG_NONE, &options.on, N_ ("From now on members open their sheets with a PIN"),
    NULL },
  { "off", 0, 0, G_OPTION_ARG_NONE, &options.off, N_ ("No longer ask for PINs"), NULL },
  { "council", 0, 0, G_OPTION_ARG_STRING, &options.council, N_ ("The council, like district-842"),
    N_ ("ID") },
  CS_OPTION_MEMBER (options.member),
  { "set-file", 0, 0, G_OPTION_ARG_FILENAME, &options.set_file,
    N_ ("Set the PIN that is the first line of this file"), N_ ("FILE") },
  { "old-file", 0, 0, G_OPTION_ARG_FILENAME, &options.old_file,
    N_ ("File with the PIN the member had before"), N_ ("FILE") },
  { "reset", 0, 0, G_OPTION_ARG_NONE, &options.reset, N_ ("Take the member's PIN away"), NULL },
  { "by", 0, 0, G_OPTION_ARG_STRING, &options.by,
    N_ ("Who resets or switches off: the secretary, or the chair where there is none"), N_ ("ID") },
  { "pin-file", 0, 0, G_OPTION_ARG_FILENAME, &options.pin_file, N_ ("File with the PIN of that person"),
    N_ ("FILE") },
  CS_OPTION_JSON (options.json),
  G_OPTION_ENTRY_NULL,
};

/* --- showing --- */

static gboolean
show_member (CsStore *store, JsonBuilder *b, const CsCouncil *council, const CsMember *member, GError **error)
{
  gboolean has;

  if (!cs_pins_has (store, member->uuid, &has, error))
    return FALSE;
  json_builder_begin_object (b);
  cs_json_text (b, "council", council->key);
  cs_json_text (b, "member", member->key);
  cs_json_bool (b, "pin", has);
  json_builder_end_object (b);
  if (!options.json)
    g_print ("%s\t%s\t%s\t%s\n", council->key, member->key, member->name,
             has ? _ ("has a PIN") : _ ("no PIN"));
  return TRUE;
}

static gboolean
show (CsStore *store, GError **error)
{
  g_autoptr (GPtrArray) councils = cs_store_list_councils (store, error);
  g_autoptr (JsonBuilder) b = json_builder_new ();

  if (councils == NULL)
    return FALSE;
  if (!options.json)
    g_print ("%s\n", cs_pins_are_on (store) ? _ ("Members open their sheets with a PIN.")
                                            : _ ("No PINs are asked in this book."));
  json_builder_begin_object (b);
  cs_json_bool (b, "pins", cs_pins_are_on (store));
  json_builder_set_member_name (b, "members");
  json_builder_begin_array (b);
  for (guint i = 0; i < councils->len; i++)
    {
      const CsCouncil *council = g_ptr_array_index (councils, i);

      for (guint m = 0; m < council->members->len; m++)
        if (!show_member (store, b, council, g_ptr_array_index (council->members, m), error))
          return FALSE;
    }
  json_builder_end_array (b);
  json_builder_end_object (b);
  if (options.json)
    cs_verb_print_json (b);
  return TRUE;
}

/* --- changing --- */

static gboolean
set (CsStore *store, GError **error)
{
  const char *member = cs_verb_find_member (store, options.council, options.member, error);
  char *pin = member != NULL ? cs_verb_read_pin (options.set_file, error) : NULL;
  char *old = pin != NULL && options.old_file != NULL ? cs_verb_read_pin (options.old_file, error) : NULL;
  gboolean good = pin != NULL && (options.old_file == NULL || old != NULL)
                  && cs_pins_set (store, member, old, pin, error);

  cs_pins_forget (pin);
  cs_pins_forget (old);
  return good;
}

/* Lets the keeper prove who it is. */
static gboolean
seat_keeper (CsStore *store, GError **error)
{
  const char *keeper;

  if (options.pin_file == NULL)
    return TRUE;
  keeper = cs_verb_find_member (store, options.council, options.by, error);
  return keeper != NULL && cs_verb_unlock (store, keeper, options.pin_file, error);
}

static gboolean
reset (CsStore *store, GError **error)
{
  const char *member = cs_verb_find_member (store, options.council, options.member, error);
  const char *keeper =
      member != NULL ? cs_verb_find_member (store, options.council, options.by, error) : NULL;

  return keeper != NULL && seat_keeper (store, error) && cs_pins_reset (store, member, keeper, error);
}

/* Do the options go together? One thing at a time, and what it takes. */
static gboolean
is_sensible (GError **error)
{
  int things = options.on + options.off + options.reset + (options.set_file != NULL);
  gboolean whose = options.set_file != NULL || options.reset;

  if (things > 1)
    g_set_error_literal (error, CS_ERROR, CS_ERROR_USAGE,
                         _ ("--on, --off, --set-file and --reset exclude each other."));
  else if (whose && (options.council == NULL || options.member == NULL))
    g_set_error_literal (error, CS_ERROR, CS_ERROR_USAGE,
                         _ ("Name the member whose PIN it is with --council and --member."));
  else if (options.reset && options.by == NULL)
    g_set_error_literal (error, CS_ERROR, CS_ERROR_USAGE, _ ("Name with --by who takes the PIN away."));
  else if (options.pin_file != NULL && (options.by == NULL || options.council == NULL))
    g_set_error_literal (error, CS_ERROR, CS_ERROR_USAGE,
                         _ ("Tell with --council and --by whose PIN is in --pin-file."));
  else if (options.old_file != NULL && options.set_file == NULL)
    g_set_error_literal (error, CS_ERROR, CS_ERROR_USAGE, _ ("--old-file goes with --set-file."));
  else
    return TRUE;
  return FALSE;
}

static gboolean
run (char **args, int n, GError **error)
{
  g_autoptr (CsStore) store = NULL;

  if (!is_sensible (error))
    return FALSE;
  store = cs_verb_open (args[0], error);
  if (store == NULL)
    return FALSE;
  if (options.set_file != NULL)
    return set (store, error);
  if (options.reset)
    return reset (store, error);
  if (options.on || options.off)
    return seat_keeper (store, error) && cs_pins_set_on (store, options.on, error);
  return show (store, error);
}

const CsVerb cs_verb_pin = { "pin",
                             "BOOK [--on|--off] [--council C --member M --set-file F|--reset --by M]",
                             N_ ("Let members open their sheets with a PIN, set or reset one"),
                             1,
                             1,
                             run,
                             entries };
