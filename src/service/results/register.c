/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/results/register.h"

#include "base/date.h"
#include "base/error.h"
#include "base/id.h"
#include "base/text.h"
#include "db/query.h"
#include "model/register.h"
#include "repo/book-repo.h"
#include "repo/dossier-list.h"
#include "repo/dossier-repo.h"
#include "rules/level-powers.h"
#include "rules/recognition-check.h"
#include "service/book/refusal-private.h"
#include "service/book/store-private.h"
#include "service/pins/pins-private.h"
#include "service/results/results.h"
#include "summary/words/formats.h"
#include "summary/words/verdict-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* --- what may be recognised --- */

static gboolean
forbid (GError **error, char *message)
{
  g_set_error_literal (error, CS_ERROR, CS_ERROR_FORBIDDEN, message);
  g_free (message);
  return FALSE;
}

/* What has no verdict has nothing that anybody could decide on. */
static gboolean
has_verdict (const CsResult *result, GError **error)
{
  const CsDossier *dossier = result->dossier;

  if (dossier->rehearsal)
    return forbid (error, g_strdup_printf (_ ("%s is a rehearsal: it is never recognised."), dossier->code));
  if (!cs_result_is_sealed (result, error))
    return FALSE;
  if (result->hidden)
    return _cs_pins_refuse_recused (dossier->code, error);
  if (result->verdict == NULL)
    return forbid (error,
                   g_strdup_printf (
                       _ ("%s is not closed: there is no verdict that could be recognised. Close it first."),
                       dossier->code));
  if (result->eliminated)
    return forbid (error,
                   g_strdup_printf (_ ("%s is eliminated and has no stars to recognise."), dossier->code));
  return TRUE;
}

gboolean
cs_recognitions_may_add (const CsResult *result, GError **error)
{
  const CsDossier *dossier = result->dossier;
  const CsLevel *decides;

  if (!has_verdict (result, error))
    return FALSE;
  if (dossier->recognised_on != NULL)
    {
      g_set_error (error, CS_ERROR, CS_ERROR_CONFLICT,
                   _ ("%s is recognised already. Withdraw that recognition first."), dossier->code);
      return FALSE;
    }
  if (result->recognised_here)
    return TRUE;
  if (result->verdict->stars < CS_STAR_MIN)
    return forbid (error, g_strdup_printf (_ ("%s has %d stars: fewer than %d are not recognised."),
                                           dossier->code, result->verdict->stars, CS_STAR_MIN));
  decides = cs_regulation_deciding_level (result->regulation, result->verdict->stars);
  return forbid (error, decides == NULL
                            ? g_strdup_printf (_ ("%s has %d stars, and no level decides on them."),
                                               dossier->code, result->verdict->stars)
                            : g_strdup_printf (
                                _ ("%s has %d stars, and on them decides the level “%s”. Send the dossier "
                                   "there, and record what it decides with its stars."),
                                dossier->code, result->verdict->stars, cs_format_level (decides)));
}

gboolean
cs_recognitions_may_add_of_other_level (const CsResult *result, GError **error)
{
  if (!has_verdict (result, error))
    return FALSE;
  if (result->forwarded || (!result->recognised_here && result->verdict->stars >= CS_STAR_MIN))
    return TRUE;
  return forbid (error,
                 g_strdup_printf (_ ("%s was not sent up, and no other level decides on its %d stars."),
                                  result->dossier->code, result->verdict->stars));
}

/* --- the decision --- */

static gboolean
check_decided_on (const CsResult *result, const char *day, const char **field, GError **error)
{
  const char *closed_on = result->closing != NULL ? result->closing->day : NULL;

  if (!_cs_require_past_day (field, "decided_on", day, error))
    return FALSE;
  if (closed_on != NULL && strcmp (day, closed_on) < 0)
    {
      g_autofree char *told = cs_date_to_display (closed_on);

      return _cs_refuse_field (
          field, "decided_on", error,
          g_strdup_printf (_ ("%s was closed on %s: a decision cannot be older than what "
                              "it decides on."),
                           result->dossier->code, told));
    }
  return TRUE;
}

static gboolean
check_number (
    const char *number, gboolean needed, int most, const char *name, const char **field, GError **error)
{
  if (needed && cs_text_is_blank (number))
    return _cs_refuse_field (
        field, name, error,
        g_strdup (_ ("A recognition needs the number of its decision. Write it as it stands on the paper.")));
  return _cs_require_field_fits (field, name, number, most, error);
}

/* Whether the decision rests on another council's scores than these. */
static gboolean
is_of_other_level (const CsResult *result, const CsNewRecognition *wanted)
{
  return wanted->stars != 0
         && !(result->recognised_here && result->verdict != NULL && wanted->stars == result->verdict->stars);
}

static gboolean
check_stars (const CsResult *result, const CsNewRecognition *wanted, const char **field, GError **error)
{
  if (!is_of_other_level (result, wanted))
    return cs_recognitions_may_add (result, error);
  return cs_recognitions_may_add_of_other_level (result, error)
         && (cs_regulation_deciding_level (result->regulation, wanted->stars) != NULL
             || _cs_refuse_field (
                 field, "stars", error,
                 g_strdup_printf (_ ("No level recognises %d stars. Write the stars of the decision."),
                                  wanted->stars)));
}

static gboolean
check_new (const CsResult *result, const CsNewRecognition *wanted, const char **field, GError **error)
{
  return check_stars (result, wanted, field, error)
         && check_number (wanted->decision, TRUE, CS_TEXT_MAX, "decision", field, error)
         && check_decided_on (result, wanted->decided_on, field, error)
         && check_number (wanted->certificate, FALSE, CS_NAME_MAX, "certificate", field, error)
         && check_number (wanted->score, FALSE, CS_NAME_MAX, "score", field, error);
}

static CsRecognition *
recognition_new (const CsResult *result, const CsNewRecognition *wanted)
{
  const CsDossier *dossier = result->dossier;
  gboolean other = is_of_other_level (result, wanted);
  CsRecognition *recognition = g_new0 (CsRecognition, 1);

  recognition->uuid = cs_id_new ();
  recognition->evaluation = other ? 0 : dossier->evaluation;
  recognition->dossier_id = dossier->id;
  recognition->product = g_strdup (dossier->product);
  recognition->producer = g_strdup (dossier->producer.name);
  recognition->unit = g_strdup (dossier->unit);
  recognition->stars = other ? wanted->stars : result->verdict->stars;
  recognition->decision = cs_text_clean (wanted->decision);
  recognition->decided_on = g_strdup (wanted->decided_on);
  recognition->score = !other ? cs_regulation_decimal (result->regulation, result->verdict->mean)
                       : wanted->score != NULL ? cs_text_clean (wanted->score)
                                               : g_strdup ("");
  recognition->certificate = cs_text_clean (wanted->certificate != NULL ? wanted->certificate : "");
  recognition->valid_until =
      wanted->valid_until != NULL
          ? g_strdup (wanted->valid_until)
          : cs_date_add_months (wanted->decided_on, result->regulation->certificate_months);
  recognition->withdrawn_ground = g_strdup ("");
  return recognition;
}

/* The days, and the number of the certificate: in one decision there is each once. */
static gboolean
check_recorded (CsStore *store, const CsRecognition *recognition, const char **field, GError **error)
{
  g_autofree char *today = cs_date_today (), *key = cs_recognition_certificate_key (recognition);
  const char *where;
  char *problem = cs_recognition_check (recognition, today, &where);
  g_autoptr (GPtrArray) others = NULL;

  if (problem != NULL)
    return _cs_refuse_field (field, where, error, problem);
  if (key == NULL)
    return TRUE;
  others = cs_store_list_recognitions (store, error);
  for (guint i = 0; others != NULL && i < others->len; i++)
    {
      const CsRecognition *other = g_ptr_array_index (others, i);
      g_autofree char *its_key = cs_recognition_certificate_key (other);

      if (g_strcmp0 (key, its_key) == 0)
        return _cs_refuse_field (
            field, "certificate", error,
            g_strdup_printf (
                _ ("The certificate %s of this decision is that of “%s”. Write the number as it stands"
                   " on the paper."),
                recognition->certificate, other->product));
    }
  return others != NULL;
}

gboolean
cs_recognitions_add (CsStore *store,
                     const CsDossier *dossier,
                     const CsNewRecognition *wanted,
                     const char **problem_field,
                     GError **error)
{
  g_autoptr (CsCommand) command = _cs_command_begin (store, "recognise", error);
  g_autoptr (CsResult) result = NULL;
  g_autoptr (CsRecognition) recognition = NULL;
  g_autofree char *after = NULL;

  if (problem_field != NULL)
    *problem_field = NULL;
  /* what somebody holds may be older than what another window did */
  if (command != NULL)
    result = cs_results_of (store, (CsDossierKey){ dossier->id, dossier->evaluation }, error);
  if (result == NULL || !check_new (result, wanted, problem_field, error))
    return FALSE;
  recognition = recognition_new (result, wanted);
  if (!check_recorded (store, recognition, problem_field, error))
    return FALSE;
  after = g_strdup_printf ("%d: %s, %s", recognition->stars, recognition->decision, recognition->decided_on);
  return cs_book_repo_add_recognition (command->transaction, recognition, error)
         && _cs_command_commit (g_steal_pointer (&command), result->dossier->code, result->dossier->uuid,
                                NULL, after, CS_CHANGE_REGISTER | CS_CHANGE_EVALUATIONS, error);
}

/* --- withdrawal --- */

static gboolean
check_withdrawal (
    const CsRecognition *recognition, const char *on, const char *ground, const char **field, GError **error)
{
  if (cs_text_is_blank (ground))
    return _cs_refuse_field (field, "ground", error,
                             g_strdup (_ ("A withdrawal needs its ground. Write why the certificate ends.")));
  if (!check_number (ground, FALSE, CS_TEXT_MAX, "ground", field, error)
      || !_cs_require_past_day (field, "on", on, error))
    return FALSE;
  /* of an old decision only the month or the year may be known */
  if (strncmp (on, recognition->decided_on, strlen (recognition->decided_on)) < 0)
    {
      g_autofree char *told = cs_date_to_display (recognition->decided_on);

      return _cs_refuse_field (
          field, "on", error,
          g_strdup_printf (_ ("The decision is of %s: it cannot be withdrawn before that."), told));
    }
  return TRUE;
}

gboolean
cs_recognitions_withdraw (CsStore *store,
                          const CsRecognition *recognition,
                          const char *on,
                          const char *ground,
                          const char **problem_field,
                          GError **error)
{
  g_autoptr (CsCommand) command = NULL;
  g_autofree char *clean = NULL, *after = NULL;
  const char *object = recognition->dossier != NULL ? recognition->dossier : recognition->uuid;

  if (problem_field != NULL)
    *problem_field = NULL;
  if (!check_withdrawal (recognition, on, ground, problem_field, error))
    return FALSE;
  command = _cs_command_begin (store, "recognise-withdraw", error);
  if (command == NULL)
    return FALSE;
  clean = cs_text_clean (ground);
  after = g_strdup_printf ("%s: %s", on, clean);
  _cs_command_touch (command, CS_CHANGE_EVALUATIONS, NULL);
  return cs_book_repo_withdraw_recognition (command->transaction, recognition->id, on, clean, error)
         && _cs_command_commit (g_steal_pointer (&command), object, recognition->uuid, recognition->decision,
                                after, CS_CHANGE_REGISTER, error);
}

/* --- reading --- */

gboolean
cs_recognitions_of (CsStore *store, const CsDossier *dossier, CsRecognition **recognition, GError **error)
{
  return cs_book_repo_load_recognition (store->db, dossier, recognition, error);
}

static gboolean
is_named (const CsRecognition *recognition, const char *code, const char *round, const char *certificate)
{
  return recognition->withdrawn_on == NULL && (code == NULL || g_strcmp0 (recognition->dossier, code) == 0)
         && (round == NULL || g_strcmp0 (recognition->round, round) == 0)
         && (certificate == NULL || cs_text_equal (recognition->certificate, certificate));
}

CsRecognition *
cs_recognitions_find (
    CsStore *store, const char *code, const char *round, const char *certificate, GError **error)
{
  g_autoptr (GPtrArray) all = cs_book_repo_load_recognitions (store->db, error);
  CsRecognition *found = NULL;

  g_return_val_if_fail (code != NULL || certificate != NULL, NULL);
  for (guint i = 0; all != NULL && i < all->len;)
    {
      if (!is_named (g_ptr_array_index (all, i), code, round, certificate))
        {
          i++;
          continue;
        }
      if (found != NULL)
        {
          g_set_error (error, CS_ERROR, CS_ERROR_CONFLICT,
                       _ ("“%s” names several recognitions: %s and %s. Name the product and its round."),
                       code != NULL ? code : certificate, found->decision,
                       ((CsRecognition *) g_ptr_array_index (all, i))->decision);
          cs_recognition_free (found);
          return NULL;
        }
      found = g_ptr_array_steal_index (all, i);
    }
  if (found == NULL && all != NULL)
    g_set_error (error, CS_ERROR, CS_ERROR_NOT_FOUND,
                 _ ("There is no recognition in force for “%s”. Check the code or the number."),
                 code != NULL ? code : certificate);
  return found;
}

char *
cs_recognitions_valid_until (CsStore *store, const CsDossier *dossier, const char *decided_on)
{
  const CsRegulation *regulation = cs_store_get_regulation (store, dossier->regulation, NULL);

  return regulation != NULL && cs_date_is_valid (decided_on)
             ? cs_date_add_months (decided_on, regulation->certificate_months)
             : NULL;
}

/* --- clocks --- */

static GPtrArray *
load_certificates (CsStore *store, GError **error)
{
  g_autoptr (GPtrArray) all = cs_book_repo_load_recognitions (store->db, error);
  g_autoptr (GPtrArray) certificates = g_ptr_array_new_with_free_func ((GDestroyNotify) cs_certificate_free);

  for (guint i = 0; all != NULL && i < all->len;)
    {
      const CsRecognition *recognition = g_ptr_array_index (all, i);
      const CsRegulation *regulation = cs_store_get_current_regulation (store);

      if (recognition->stars < CS_STAR_MIN)
        {
          i++;
          continue;
        }
      if (recognition->regulation != NULL)
        regulation = cs_store_get_regulation (store, recognition->regulation, error);
      if (regulation == NULL)
        return NULL;
      g_ptr_array_add (certificates, cs_certificate_new (g_ptr_array_steal_index (all, i), regulation));
    }
  return all != NULL ? g_steal_pointer (&certificates) : NULL;
}

GPtrArray *
cs_recognitions_clocks (CsStore *store, const char *today, GError **error)
{
  g_autofree char *now = today != NULL ? g_strdup (today) : cs_date_today ();
  g_autoptr (GPtrArray) certificates = load_certificates (store, error);
  g_autoptr (GPtrArray) filings = NULL;

  g_return_val_if_fail (cs_date_is_valid (now), NULL);
  if (certificates == NULL)
    return NULL;
  /* without a register nobody looks through the dossiers */
  filings = certificates->len > 0 ? cs_dossier_repo_filings (store->db, error) : g_ptr_array_new ();
  if (filings == NULL)
    return NULL;
  cs_certificates_relate (certificates, filings);
  cs_certificates_wind (certificates, now);
  cs_certificates_sort (certificates);
  return g_steal_pointer (&certificates);
}

static gboolean
check_recognition (const CsRecognition *recognition, GError **error)
{
  if (!cs_text_is_blank (recognition->product) && cs_text_fits (recognition->product, CS_NAME_MAX)
      && !cs_text_is_blank (recognition->producer) && cs_text_fits (recognition->producer, CS_NAME_MAX)
      && cs_text_fits (recognition->decision, CS_TEXT_MAX) && cs_text_fits (recognition->score, CS_TEXT_MAX))
    return TRUE;
  g_set_error (error, CS_ERROR, CS_ERROR_INVALID,
               _ ("A recognition needs the names of product and producer, with at most %d letters."),
               CS_NAME_MAX);
  return FALSE;
}

gboolean
cs_register_add (CsStore *store, const GPtrArray *recognitions, GError **error)
{
  g_autoptr (CsCommand) command = _cs_command_begin (store, "import-list", error);
  g_autofree char *count = g_strdup_printf ("%u", recognitions->len);

  if (command == NULL)
    return FALSE;
  for (guint i = 0; i < recognitions->len; i++)
    if (!cs_store_step (store, i, recognitions->len, error)
        || !check_recognition (g_ptr_array_index (recognitions, i), error)
        || !cs_book_repo_add_recognition (command->transaction, g_ptr_array_index (recognitions, i), error))
      return FALSE;
  return _cs_command_commit (g_steal_pointer (&command), "recognitions", NULL, NULL, count,
                             CS_CHANGE_REGISTER, error);
}
