/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/date.h"
#include "base/error.h"
#include "base/text.h"
#include "cli/product-choice.h"
#include "cli/verb.h"
#include "model/register.h"
#include "service/results/register.h"
#include "summary/words/formats.h"

#include <glib/gi18n-lib.h>

static struct
{
  CsProductChoice choice;
  char *decision;
  char *date;
  char *certificate;
  char *valid_until;
  char *score;
  int stars;
  char *ground;
  char *today;
  gboolean withdraw;
  gboolean list;
  gboolean json;
} options;

static const GOptionEntry entries[] = {
  CS_OPTIONS_PRODUCTS (options.choice),
  { "decision", 0, 0, G_OPTION_ARG_STRING, &options.decision, N_ ("Number of the decision"), N_ ("NO") },
  { "date", 0, 0, G_OPTION_ARG_STRING, &options.date,
    N_ ("Day of the decision or of the withdrawal, like 2024-05-31"), N_ ("DAY") },
  { "certificate", 0, 0, G_OPTION_ARG_STRING, &options.certificate, N_ ("Number of the certificate"),
    N_ ("NO") },
  { "valid-until", 0, 0, G_OPTION_ARG_STRING, &options.valid_until,
    N_ ("Last day of the certificate, when it is not as the regulation counts"), N_ ("DAY") },
  { "stars", 0, 0, G_OPTION_ARG_INT, &options.stars,
    N_ ("What another level decided on the dossier, instead of the council's own verdict"), N_ ("N") },
  { "score", 0, 0, G_OPTION_ARG_STRING, &options.score, N_ ("Points of that level's council"), N_ ("TEXT") },
  { "withdraw", 0, 0, G_OPTION_ARG_NONE, &options.withdraw, N_ ("Withdraw a recognition"), NULL },
  { "ground", 0, 0, G_OPTION_ARG_STRING, &options.ground, N_ ("Why it is withdrawn"), N_ ("TEXT") },
  { "list", 0, 0, G_OPTION_ARG_NONE, &options.list,
    N_ ("Print the certificates with the time they have left"), NULL },
  { "today", 0, 0, G_OPTION_ARG_STRING, &options.today, N_ ("The day to count from, instead of today"),
    N_ ("DAY") },
  CS_OPTION_JSON (options.json),
  G_OPTION_ENTRY_NULL,
};

static gboolean
wrong (GError **error, const char *message)
{
  g_set_error_literal (error, CS_ERROR, CS_ERROR_USAGE, message);
  return FALSE;
}

/* --- recognising and withdrawing --- */

static gboolean
tell (CsStore *store, const CsDossier *dossier, GString *told, GError **error)
{
  g_autoptr (CsRecognition) recognition = NULL;
  g_autofree char *until = NULL;

  if (!cs_recognitions_of (store, dossier, &recognition, error))
    return FALSE;
  until = cs_date_to_display (recognition->valid_until);
  g_string_append_printf (told, _ ("%s: %d stars are recognised; the certificate is valid until %s\n"),
                          dossier->code, recognition->stars, until);
  return TRUE;
}

static gboolean
may_add (const CsResult *result)
{
  return cs_recognitions_may_add (result, NULL);
}

static gboolean
add_one (CsStore *store, const CsDossier *dossier, GString *told, GError **error)
{
  CsNewRecognition wanted = { .decision = options.decision,
                              .decided_on = options.date,
                              .certificate = options.certificate,
                              .valid_until = options.valid_until,
                              .stars = options.stars,
                              .score = options.score };

  return cs_recognitions_add (store, dossier, &wanted, NULL, error) && tell (store, dossier, told, error);
}

static gboolean
add (char **args, int n, GError **error)
{
  if (options.score != NULL && options.stars == 0)
    return wrong (error, _ ("--score belongs to --stars: it is the other level's."));
  if (options.stars < 0 || options.stars > CS_STAR_MAX)
    return wrong (error, _ ("Write --stars as a number up to 5."));
  if (options.decision == NULL || options.date == NULL
      || (n == 1 && !options.choice.all && options.choice.products == NULL))
    return wrong (error, _ ("A recognition needs --product, --decision and --date."));
  if (cs_product_choice_is_several (&options.choice, n)
      && (options.certificate != NULL || options.stars != 0))
    return wrong (error,
                  _ ("--certificate, --stars and --score belong to one product. Name it with --product."));
  return cs_verb_for_products (args, n, &options.choice, CS_DOSSIER_CLOSED, may_add, add_one, error);
}

static gboolean
withdraw (const char *path, GError **error)
{
  g_autoptr (CsStore) store = NULL;
  g_autoptr (CsRecognition) recognition = NULL;
  const char *product = options.choice.products != NULL ? options.choice.products[0] : NULL;

  if ((cs_text_is_blank (product) && cs_text_is_blank (options.certificate)) || options.date == NULL
      || options.ground == NULL)
    return wrong (error, _ ("A withdrawal needs --product or --certificate, --date and --ground."));
  store = cs_verb_open (path, error);
  if (store == NULL)
    return FALSE;
  recognition = cs_recognitions_find (store, product, options.choice.round, options.certificate, error);
  return recognition != NULL
         && cs_recognitions_withdraw (store, recognition, options.date, options.ground, NULL, error);
}

/* --- the list --- */

static const char *
or_null (const char *text)
{
  return text != NULL && *text != '\0' ? text : NULL;
}

static void
json_certificate (JsonBuilder *b, const CsCertificate *certificate)
{
  const CsRecognition *recognition = certificate->recognition;
  const CsClock *clock = &certificate->clock;

  json_builder_begin_object (b);
  cs_json_text (b, "product", recognition->dossier);
  cs_json_text (b, "name", recognition->product);
  cs_json_text (b, "producer", recognition->producer);
  cs_json_text (b, "unit", recognition->unit);
  cs_json_int (b, "stars", recognition->stars);
  cs_json_text (b, "decision", recognition->decision);
  cs_json_text (b, "date", recognition->decided_on);
  cs_json_text (b, "certificate", or_null (recognition->certificate));
  cs_json_text (b, "state", cs_certificate_state_to_text (certificate));
  cs_json_text (b, "valid_until", or_null (clock->valid_until));
  if (certificate->dated)
    cs_json_int (b, "days_left", clock->days_left);
  else
    cs_json_null (b, "days_left");
  cs_json_text (b, "window_from", or_null (clock->window_from));
  cs_json_text (b, "window_to", or_null (clock->window_to));
  cs_json_text (b, "extended_until", or_null (clock->extended_until));
  cs_json_text (b, "filed_on", certificate->filed_on);
  cs_json_text (b, "filed_as", certificate->filed_as);
  cs_json_text (b, "renewed_by", certificate->renewed_by);
  cs_json_text (b, "withdrawn_on", recognition->withdrawn_on);
  cs_json_text (b, "ground", or_null (recognition->withdrawn_ground));
  json_builder_end_object (b);
}

static void
print_certificate (const CsCertificate *certificate)
{
  const CsRecognition *recognition = certificate->recognition;
  gboolean over =
      certificate->clock.state == CS_CLOCK_RENEWED || certificate->clock.state == CS_CLOCK_WITHDRAWN;
  g_autofree char *until = certificate->dated ? cs_date_to_display (certificate->clock.valid_until) : NULL;
  g_autofree char *left =
      certificate->dated && !over ? g_strdup_printf ("%d", certificate->clock.days_left) : g_strdup ("–");

  g_print ("%s\t%s\t%s\t%d★\t%s\t%s\t%s\t%s\n", cs_format_certificate_state (certificate), left,
           certificate->dated ? until : "–", recognition->stars,
           *recognition->certificate != '\0' ? recognition->certificate : "–", recognition->unit,
           recognition->product, recognition->producer);
}

static gboolean
list (const char *path, GError **error)
{
  g_autoptr (CsStore) store = NULL;
  g_autoptr (GPtrArray) certificates = NULL;
  g_autoptr (JsonBuilder) b = json_builder_new ();

  if (options.today != NULL && !cs_date_is_valid (options.today))
    return wrong (error, _ ("Write --today as a full day, like 2024-05-31."));
  store = cs_verb_open (path, error);
  certificates = store != NULL ? cs_recognitions_clocks (store, options.today, error) : NULL;
  if (certificates == NULL)
    return FALSE;
  json_builder_begin_array (b);
  if (!options.json)
    g_print ("%s\n", _ ("state\tdays left\tvalid until\tstars\tcertificate\tunit\tproduct\tproducer"));
  for (guint i = 0; i < certificates->len; i++)
    {
      json_certificate (b, g_ptr_array_index (certificates, i));
      if (!options.json)
        print_certificate (g_ptr_array_index (certificates, i));
    }
  json_builder_end_array (b);
  if (options.json)
    cs_verb_print_json (b);
  return TRUE;
}

static gboolean
run (char **args, int n, GError **error)
{
  if ((options.list || options.withdraw) && cs_product_choice_is_several (&options.choice, n))
    return wrong (error, _ ("--list and --withdraw take no several products."));
  if (options.list && options.withdraw)
    return wrong (error, _ ("--list and --withdraw do not go together."));
  if ((options.json || options.today != NULL) && !options.list)
    return wrong (error, _ ("--json and --today belong to --list."));
  if (options.list)
    return list (args[0], error);
  return options.withdraw ? withdraw (args[0], error) : add (args, n, error);
}

const CsVerb cs_verb_recognise = {
  "recognise",
  "BOOK --product CODE --decision NO --date DAY | BOOK --round ID --all … | BOOK - … | --withdraw … | --list",
  N_ ("Record the decision that recognises a product; list certificates"),
  1,
  2,
  run,
  entries
};
