/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "summary/words/formats.h"

#include "base/date.h"
#include "base/text.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *id;
  const char *word;
} Word;

static const char *
look_up (const Word *words, guint n, const char *id)
{
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (words[i].id, id) == 0)
      return g_dgettext (GETTEXT_PACKAGE, words[i].word);
  return id != NULL ? id : "";
}

const char *
cs_format_producer_kind (const char *kind)
{
  static const Word words[] = {
    { "cooperative", N_ ("Cooperative") },
    { "group", N_ ("Cooperative group") },
    { "company", N_ ("Company") },
    { "farm", N_ ("Farm") },
    { "household", N_ ("Registered household") },
    { "association", N_ ("Association or centre") },
  };

  return look_up (words, G_N_ELEMENTS (words), kind);
}

const char *
cs_format_dossier_kind (const char *kind)
{
  static const Word words[] = {
    { "first", N_ ("First time") },
    { "upgrade", N_ ("Upgrade") },
    { "renewal", N_ ("Renewal") },
  };

  return look_up (words, G_N_ELEMENTS (words), kind);
}

const char *
cs_format_status (CsResultStatus status)
{
  static const Word words[] = {
    { "registered", N_ ("Registered") },        { "scoring", N_ ("Being scored") },
    { "rescoring", N_ ("To be scored again") }, { "closed", N_ ("Closed") },
    { "recognised", N_ ("Recognised") },
  };

  return look_up (words, G_N_ELEMENTS (words), cs_result_status_to_text (status));
}

const char *
cs_format_role (CsRole role)
{
  static const Word words[] = {
    { "chair", N_ ("Chair") },
    { "vice", N_ ("Vice-chair") },
    { "member", N_ ("Member") },
    { "secretary", N_ ("Secretary") },
  };

  return look_up (words, G_N_ELEMENTS (words), cs_role_to_text (role));
}

const char *
cs_format_member_state (CsMemberState state)
{
  static const Word words[] = {
    { "none", N_ ("Not begun") },  { "draft", N_ ("Begun") },   { "submitted", N_ ("Submitted") },
    { "recused", N_ ("Recused") }, { "absent", N_ ("Absent") }, { "not_applicable", N_ ("No seat") },
  };

  return look_up (words, G_N_ELEMENTS (words), cs_member_state_to_text (state));
}

const char *
cs_format_member_meaning (CsMemberState state)
{
  static const Word words[] = {
    { "none", N_ ("Has not begun to score this product.") },
    { "draft", N_ ("Has begun; the sheet is not submitted yet.") },
    { "submitted", N_ ("Has submitted the sheet; it is sealed.") },
    { "recused", N_ ("Is recused: has no part in this product and does not count for its quorum.") },
    { "absent",
      N_ ("Was absent: the product was closed without a sheet of this member, which is not 0 points.") },
    { "not_applicable", N_ ("Has no seat for this product, so that no sheet is expected.") },
  };

  return look_up (words, G_N_ELEMENTS (words), cs_member_state_to_text (state));
}

const char *
cs_format_certificate_state (const CsCertificate *certificate)
{
  static const Word words[] = {
    { "valid", N_ ("Valid") },
    /* Translators: a certificate whose renewal can be filed now */
    { "window", N_ ("To be renewed now") },
    { "late", N_ ("Overdue for renewal") },
    { "filed", N_ ("Renewal filed") },
    { "extended", N_ ("Ended, kept until decided") },
    { "expired", N_ ("Expired") },
    { "renewed", N_ ("Renewed") },
    { "withdrawn", N_ ("Withdrawn") },
    { "unknown", N_ ("End not known to the day") },
  };

  return look_up (words, G_N_ELEMENTS (words), cs_certificate_state_to_text (certificate));
}

gboolean
cs_format_is_vietnamese (void)
{
  /* Translators: the two-letter code of the language you translate to */
  return g_str_equal (C_ ("language code", "en"), "vi");
}

const char *
cs_format_level (const CsLevel *level)
{
  return cs_format_is_vietnamese () ? level->name : level->name_en;
}

const char *
cs_format_evidence_kind (const CsEvidenceKind *kind)
{
  return cs_format_is_vietnamese () ? kind->title : kind->title_en;
}

char *
cs_format_unit (const CsUnitSet *units, const char *code, const char *within)
{
  const CsUnit *unit = cs_unit_set_find (units, code);
  const CsUnit *above = unit != NULL && unit->parent != NULL && !g_str_equal (unit->code, within)
                                && !g_str_equal (unit->parent, within)
                            ? cs_unit_set_find (units, unit->parent)
                            : NULL;

  if (unit == NULL)
    return g_strdup (code);
  /* Translators: a commune and the district it lies in */
  return above != NULL ? g_strdup_printf (_ ("%s, %s"), unit->name, above->name) : g_strdup (unit->name);
}

char *
cs_format_day (const char *timestamp)
{
  g_autofree char *day = g_strndup (timestamp, 10);

  return cs_date_to_display (day);
}

char *
cs_format_form (const CsForm *form)
{
  /* the same mark as on paper: the transcription is not verified */
  return g_strdup_printf ("%d. %s%s", form->no, form->name, form->verified ? "" : " (*)");
}

char *
cs_format_round (const CsRegulation *regulation, const CsRound *round)
{
  const CsLevel *level = cs_regulation_level (regulation, round->level);

  /* Translators: number of the round, level ("District"), month it ends in */
  return g_strdup_printf (_ ("Round %d, %s (month %d)"), round->no,
                          level != NULL ? cs_format_level (level) : round->level, round->month);
}

const char *
cs_format_who (const char *who)
{
  /* Translators: stands for the name of a person: “returned by …” */
  return cs_text_is_blank (who) ? _ ("somebody who was not told") : who;
}
