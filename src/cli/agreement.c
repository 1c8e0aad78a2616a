/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/error.h"
#include "cli/session-choice.h"
#include "cli/option.h"
#include "cli/verb.h"
#include "service/results/agreements.h"
#include "summary/words/agreement-text.h"
#include "summary/words/verdict-text.h"

#include <glib/gi18n-lib.h>

static struct
{
  char *council;
  char *round;
  gboolean rehearsal;
  int session;
  gboolean json;
} options;

static const GOptionEntry entries[] = {
  CS_OPTION_ROUND (options.round),
  { "rehearsal", 0, 0, G_OPTION_ARG_NONE, &options.rehearsal,
    N_ ("Only dossiers that were scored as rehearsals, instead of the real ones"), NULL },
  { "session", 0, 0, G_OPTION_ARG_INT, &options.session,
    N_ ("Only what was closed of the agenda of the session of this number"), "N" },
  { "council", 0, 0, G_OPTION_ARG_STRING, &options.council, N_ ("The session's council, like district-842"),
    N_ ("ID") },
  CS_OPTION_JSON (options.json),
  G_OPTION_ENTRY_NULL,
};

static void
json_value (JsonBuilder *b, const char *name, gboolean has, CsFraction value)
{
  g_autofree char *text = has ? cs_fraction_to_fixed (value, 4) : NULL;

  cs_json_text (b, name, text);
}

static void
json_agreement (JsonBuilder *b, const CsAgreement *agreement)
{
  json_value (b, "kendall_w", agreement->has_w, agreement->w);
  json_value (b, "chi2", agreement->has_w, agreement->chi2);
  if (agreement->has_w)
    cs_json_int (b, "df", agreement->df);
  else
    cs_json_null (b, "df");
  json_value (b, "icc1", agreement->has_icc1, agreement->icc1);
  json_value (b, "icc2", agreement->has_icc2, agreement->icc2);
  json_value (b, "icc3", agreement->has_icc3, agreement->icc3);
  json_value (b, "alpha", agreement->has_alpha, agreement->alpha);
}

static void
json_group (JsonBuilder *b, const CsAgreementGroup *group)
{

  json_builder_begin_object (b);
  cs_json_text (b, "council", group->council);
  cs_json_text (b, "round", group->round);
  if (group->form != 0)
    cs_json_int (b, "form", group->form);
  else
    cs_json_null (b, "form");
  cs_json_int (b, "products", group->products);
  cs_json_int (b, "raters", group->totals.raters);
  cs_json_bool (b, "small", cs_agreement_is_small (&group->totals));
  cs_json_text (b, "meaning", cs_agreement_code (&group->totals));
  json_agreement (b, &group->totals);
  json_builder_set_member_name (b, "members");
  json_builder_begin_array (b);
  for (guint i = 0; i < group->members->len; i++)
    {
      const CsSeverity *severity = g_ptr_array_index (group->members, i);

      json_builder_begin_object (b);
      cs_json_text (b, "member", severity->member);
      cs_json_text (b, "name", severity->name);
      json_value (b, "severity", severity->compared, severity->severity);
      json_builder_end_object (b);
    }
  json_builder_end_array (b);
  json_builder_set_member_name (b, "criteria");
  json_builder_begin_array (b);
  for (guint i = 0; i < group->criteria->len; i++)
    {
      const CsCriterionAgreement *criterion = g_ptr_array_index (group->criteria, i);

      json_builder_begin_object (b);
      cs_json_text (b, "criterion", criterion->criterion);
      json_agreement (b, &criterion->agreement);
      json_builder_end_object (b);
    }
  json_builder_end_array (b);
  json_builder_end_object (b);
}

static void
print_group (const CsAgreementGroup *group)
{
  g_autofree char *w =
      group->totals.has_w ? cs_decimal_shown (cs_fraction_to_fixed (group->totals.w, 4)) : g_strdup ("–");
  g_autofree char *alpha = group->totals.has_alpha
                               ? cs_decimal_shown (cs_fraction_to_fixed (group->totals.alpha, 4))
                               : g_strdup ("–");
  g_autofree char *meaning = cs_agreement_sentence (&group->totals);
  g_autofree char *form =
      group->form != 0 ? g_strdup_printf (_ ("form %d"), group->form) : g_strdup (_ ("all forms"));

  g_print (_ ("%s, %s, %s: %u products, %u members; W %s, alpha %s. %s\n"), group->council, group->round,
           form, group->products, group->totals.raters, w, alpha, meaning);
  for (guint i = 0; i < group->members->len; i++)
    {
      const CsSeverity *severity = g_ptr_array_index (group->members, i);
      g_autofree char *points = severity->compared
                                    ? cs_decimal_shown (cs_fraction_to_fixed (severity->severity, 4))
                                    : g_strdup ("–");

      g_print ("  %s\t%s\t%s\n", severity->member, points, severity->name);
    }
}

/* Returns: (transfer full) (element-type CsAgreementGroup) */
static GPtrArray *
list_groups (CsStore *store, GError **error)
{
  const CsSessionChoice choice = { options.council, options.round, options.session };
  g_autoptr (CsSession) session = NULL;

  if (options.session == 0 && options.council == NULL)
    return cs_agreements_list (store, options.round, options.rehearsal, error);
  if (options.session == 0)
    {
      g_set_error_literal (error, CS_ERROR, CS_ERROR_USAGE,
                           _ ("--council goes with --session: it says whose session is meant."));
      return NULL;
    }
  session = cs_verb_find_session (store, &choice, "", error);
  return session != NULL ? cs_agreements_of_session (store, session, error) : NULL;
}

static gboolean
run (char **args, int n, GError **error)
{
  g_autoptr (CsStore) store = cs_verb_open (args[0], error);
  g_autoptr (GPtrArray) groups = store != NULL ? list_groups (store, error) : NULL;
  g_autoptr (JsonBuilder) b = json_builder_new ();

  if (groups == NULL)
    return FALSE;
  json_builder_begin_array (b);
  for (guint i = 0; i < groups->len; i++)
    {
      json_group (b, g_ptr_array_index (groups, i));
      if (!options.json)
        print_group (g_ptr_array_index (groups, i));
    }
  json_builder_end_array (b);
  if (options.json)
    cs_verb_print_json (b);
  return TRUE;
}

const CsVerb cs_verb_agreement = { "agreement",
                                   "BOOK [--round ID] [--session N [--council ID]] [--rehearsal]",
                                   N_ ("How far members agreed on closed products"),
                                   1,
                                   1,
                                   run,
                                   entries };
