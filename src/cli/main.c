/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/error.h"
#include "base/locale.h"
#include "base/text.h"
#include "cli/verb.h"
#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

/* clang-format off */
static const CsVerb *const verbs[] = {
  &cs_verb_new,
  &cs_verb_sample,
  &cs_verb_info,
  &cs_verb_regulation,
  &cs_verb_template,
  &cs_verb_import_list,
  &cs_verb_submit,
  &cs_verb_eliminate,
  &cs_verb_close,
  &cs_verb_council,
  &cs_verb_member,
  &cs_verb_office,
  &cs_verb_producer,
  &cs_verb_pin,
  &cs_verb_attend,
  &cs_verb_session,
  &cs_verb_recuse,
  &cs_verb_return,
  &cs_verb_withdraw_draft,
  &cs_verb_move,
  &cs_verb_enter,
  &cs_verb_discuss,
  &cs_verb_rescore,
  &cs_verb_reopen,
  &cs_verb_rehearse,
  &cs_verb_recognise,
  &cs_verb_results,
  &cs_verb_overview,
  &cs_verb_search,
  &cs_verb_print,
  &cs_verb_export,
  &cs_verb_agreement,
  &cs_verb_check,
  &cs_verb_audit,
  &cs_verb_reindex,
  &cs_verb_log,
  &cs_verb_backup,
  &cs_verb_restore,
};
/* clang-format on */

static void
print_usage (gboolean wrong)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, _ ("Usage: %s VERB [ARGUMENT…] [OPTION…]\n\nVerbs:\n"), "chamsao-cli");
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    g_string_append_printf (text, "  %-14s %s\n", verbs[i]->name, _ (verbs[i]->summary));
  g_string_append_printf (text, _ ("\n“%s VERB --help” tells more of a verb.\n"), "chamsao-cli");
  if (wrong)
    g_printerr ("%s", text->str);
  else
    g_print ("%s", text->str);
}

/* eliminate has a --person of its own: who found the ground. There who works is told before the verb. */
static gboolean
has_option (const CsVerb *verb, const char *name)
{
  for (const GOptionEntry *entry = verb->options; entry != NULL && entry->long_name != NULL; entry++)
    if (g_str_equal (entry->long_name, name))
      return TRUE;
  return FALSE;
}

static GOptionContext *
context_of (const CsVerb *verb, gboolean *help, gboolean *clock_ok, char **person)
{
  const GOptionEntry who[] = {
    { "person", 0, 0, G_OPTION_ARG_STRING, person, N_ ("Who does it: stands in the log and on papers"),
      N_ ("NAME;DUTY") },
    G_OPTION_ENTRY_NULL,
  };
  const GOptionEntry common[] = {
    { "clock-ok", 0, 0, G_OPTION_ARG_NONE, clock_ok,
      N_ ("The clock of the computer is right, although the book's log is ahead of it"), NULL },
    { "help", 'h', 0, G_OPTION_ARG_NONE, help, N_ ("Show this help"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autofree char *usage = g_strdup_printf ("%s %s", verb->name, verb->arguments);
  GOptionContext *context = g_option_context_new (usage);

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_summary (context, _ (verb->summary));
  if (verb->options != NULL)
    g_option_context_add_main_entries (context, verb->options, GETTEXT_PACKAGE);
  if (!has_option (verb, "person"))
    g_option_context_add_main_entries (context, who, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, common, GETTEXT_PACKAGE);
  return context;
}

/* Nothing raw reaches a terminal or a reader of JSON, whatever a book or an argument holds. */
static void
write_text (const char *text, FILE *file)
{
  g_autofree char *valid = g_utf8_validate (text, -1, NULL) ? NULL : g_utf8_make_valid (text, -1);
  const char *sound = valid != NULL ? valid : text;
  g_autofree char *shown = cs_text_find_control (sound) != NULL ? cs_text_show_controls (sound) : NULL;

  fputs (shown != NULL ? shown : sound, file);
}

static gboolean answered; /* something stands on standard output */
static gboolean said;     /* or on standard error */

static void
print_cb (const char *text)
{
  answered = TRUE;
  write_text (text, stdout);
}

static void
printerr_cb (const char *text)
{
  said = TRUE;
  write_text (text, stderr);
}

/* Did everything on standard output arrive? A reader must not take half of it for all. */
static gboolean
is_told (void)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return TRUE;
  g_printerr (_ ("The standard output cannot be written: %s\n"), g_strerror (errno));
  return FALSE;
}

/* A verb that says nothing itself: what it did stands in the log; what found nothing says so. */
static void
tell_done (void)
{
  if (cs_verb_get_recorded () != NULL)
    g_printerr ("%s", cs_verb_get_recorded ());
  else if (!answered)
    g_printerr ("%s\n", _ ("There is nothing to show."));
}

/* @before: (nullable): who works, as it was told before the verb. */
static int
run (const CsVerb *verb, char **argv, const char *before)
{
  gboolean help = FALSE, clock_ok = FALSE, done;
  g_autofree char *person = g_strdup (before);
  g_autoptr (GOptionContext) context = context_of (verb, &help, &clock_ok, &person);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) args = g_strdupv (argv);
  int n;

  if (!g_option_context_parse_strv (context, &args, &error))
    {
      g_printerr ("chamsao-cli %s: %s\n", verb->name, error->message);
      return 2;
    }
  n = (int) g_strv_length (args) - 1;
  if (help)
    {
      g_autofree char *text = g_option_context_get_help (context, TRUE, NULL);

      g_print ("%s", text);
      return 0;
    }
  if (n < verb->min || n > verb->max)
    {
      g_printerr (_ ("Usage: %s %s %s\n“%s %s --help” tells more.\n"), "chamsao-cli", verb->name,
                  verb->arguments, "chamsao-cli", verb->name);
      return 2;
    }
  if (clock_ok)
    cs_verb_trust_clock ();
  done = (person == NULL || cs_verb_set_person (person, &error)) && verb->run (args + 1, n, &error);
  if (done && !said)
    tell_done ();
  cs_verb_tell_untold ();
  if (done)
    return is_told () ? 0 : 3;
  g_printerr ("%s\n", error->message);
  return cs_error_exit_status (error);
}

int
main (int argc, char **argv)
{
  const char *person = NULL;

  cs_locale_init ();
  g_set_print_handler (print_cb);
  g_set_printerr_handler (printerr_cb);
  signal (SIGXFSZ, SIG_IGN); /* a file too large is an error like a full disk, not the end */
  g_set_prgname ("chamsao-cli");
  if (argc < 2)
    {
      print_usage (TRUE);
      return 2;
    }
  if (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h") || g_str_equal (argv[1], "help"))
    {
      print_usage (FALSE);
      return 0;
    }
  if (g_str_equal (argv[1], "--version"))
    {
      g_print ("chamsao %s\n", CS_VERSION);
      return 0;
    }
  if (g_str_has_prefix (argv[1], "--person=") || (g_str_equal (argv[1], "--person") && argc > 2))
    {
      guint n = argv[1][strlen ("--person")] == '=' ? 1 : 2;

      person = n == 1 ? argv[1] + strlen ("--person=") : argv[2];
      argv += n;
      if (argv[1] == NULL)
        {
          print_usage (TRUE);
          return 2;
        }
    }
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (g_str_equal (argv[1], verbs[i]->name))
      return run (verbs[i], argv + 1, person);
  g_printerr (_ ("There is no verb “%s”.\n"), argv[1]);
  print_usage (TRUE);
  return 2;
}
