/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/regulation.h"

static void
band_free (gpointer data)
{
  g_free (data);
}

static void
level_free (gpointer data)
{
  CsLevel *level = data;

  g_free (level->id);
  g_free (level->name);
  g_free (level->name_en);
  g_free (level->unit_kind);
  g_free (level);
}

static void
paper_kind_free (gpointer data)
{
  CsEvidenceKind *kind = data;

  g_free (kind->id);
  g_free (kind->title);
  g_free (kind->title_en);
  g_free (kind->except_industry);
  g_free (kind);
}

CsRound *
cs_round_new (const char *id)
{
  CsRound *round = g_new0 (CsRound, 1);

  round->id = g_strdup (id);
  round->level = g_strdup ("");
  return round;
}

void
cs_round_free (CsRound *round)
{
  if (round == NULL)
    return;
  g_free (round->id);
  g_free (round->level);
  g_free (round->submit_by);
  g_free (round->finish_by);
  g_free (round);
}

CsRegulation *
cs_regulation_new (void)
{
  CsRegulation *regulation = g_rc_box_new0 (CsRegulation);

  regulation->id = g_strdup ("");
  regulation->number = g_strdup ("");
  regulation->title = g_strdup ("");
  regulation->date = g_strdup ("");
  regulation->valid_from = g_strdup ("");
  regulation->code_pattern = g_strdup ("");
  regulation->council.quorum = (CsFraction){ 3, 4 };
  regulation->bands = g_ptr_array_new_with_free_func (band_free);
  regulation->levels = g_ptr_array_new_with_free_func (level_free);
  regulation->rounds = g_ptr_array_new_with_free_func ((GDestroyNotify) cs_round_free);
  regulation->evidence_kinds = g_ptr_array_new_with_free_func (paper_kind_free);
  regulation->forms = g_ptr_array_new_with_free_func ((GDestroyNotify) cs_form_free);
  return regulation;
}

CsRegulation *
cs_regulation_ref (CsRegulation *regulation)
{
  return g_rc_box_acquire (regulation);
}

static void
regulation_clear (gpointer data)
{
  CsRegulation *regulation = data;

  g_free (regulation->id);
  g_free (regulation->number);
  g_free (regulation->title);
  g_free (regulation->date);
  g_free (regulation->valid_from);
  g_free (regulation->valid_to);
  g_free (regulation->code_pattern);
  g_ptr_array_unref (regulation->bands);
  g_ptr_array_unref (regulation->levels);
  g_ptr_array_unref (regulation->rounds);
  g_ptr_array_unref (regulation->evidence_kinds);
  g_ptr_array_unref (regulation->forms);
}

void
cs_regulation_unref (CsRegulation *regulation)
{
  if (regulation != NULL)
    g_rc_box_release_full (regulation, regulation_clear);
}

CsLevel *
cs_regulation_add_level (CsRegulation *regulation, const char *id)
{
  CsLevel *level = g_new0 (CsLevel, 1);

  level->id = g_strdup (id);
  level->name = g_strdup ("");
  level->name_en = g_strdup ("");
  level->unit_kind = g_strdup ("");
  level->forward_from = -1;
  g_ptr_array_add (regulation->levels, level);
  return level;
}

CsBand *
cs_regulation_add_band (CsRegulation *regulation, int stars, int from)
{
  CsBand *band = g_new0 (CsBand, 1);

  band->stars = stars;
  band->from = from;
  g_ptr_array_add (regulation->bands, band);
  return band;
}

CsEvidenceKind *
cs_regulation_add_evidence_kind (CsRegulation *regulation, const char *id)
{
  CsEvidenceKind *kind = g_new0 (CsEvidenceKind, 1);

  kind->id = g_strdup (id);
  kind->title = g_strdup ("");
  kind->title_en = g_strdup ("");
  g_ptr_array_add (regulation->evidence_kinds, kind);
  return kind;
}

const CsForm *
cs_regulation_form (const CsRegulation *regulation, int no)
{
  for (guint i = 0; i < regulation->forms->len; i++)
    {
      const CsForm *form = g_ptr_array_index (regulation->forms, i);

      if (form->no == no)
        return form;
    }
  return NULL;
}

const CsLevel *
cs_regulation_level (const CsRegulation *regulation, const char *id)
{
  for (guint i = 0; i < regulation->levels->len; i++)
    {
      const CsLevel *level = g_ptr_array_index (regulation->levels, i);

      if (g_str_equal (level->id, id))
        return level;
    }
  return NULL;
}

const CsLevel *
cs_regulation_level_of_unit_kind (const CsRegulation *regulation, const char *unit_kind)
{
  for (guint i = 0; i < regulation->levels->len; i++)
    {
      const CsLevel *level = g_ptr_array_index (regulation->levels, i);

      if (g_str_equal (level->unit_kind, unit_kind))
        return level;
    }
  return NULL;
}

const CsEvidenceKind *
cs_regulation_evidence_kind (const CsRegulation *regulation, const char *id)
{
  for (guint i = 0; i < regulation->evidence_kinds->len; i++)
    {
      const CsEvidenceKind *kind = g_ptr_array_index (regulation->evidence_kinds, i);

      if (g_str_equal (kind->id, id))
        return kind;
    }
  return NULL;
}

gboolean
cs_evidence_kind_applies (const CsEvidenceKind *kind, const CsForm *form)
{
  return kind->except_industry == NULL || !g_str_equal (kind->except_industry, form->industry);
}

int
cs_regulation_band_of (const CsRegulation *regulation, CsFraction mean)
{
  int stars = 0;
  int best = -1;

  for (guint i = 0; i < regulation->bands->len; i++)
    {
      const CsBand *band = g_ptr_array_index (regulation->bands, i);

      if (band->from > best && cs_fraction_reaches (mean, band->from))
        {
          best = band->from;
          stars = band->stars;
        }
    }
  return stars;
}

int
cs_regulation_star_up_to (const CsRegulation *regulation, int most)
{
  int stars = 0;

  for (guint i = 0; i < regulation->bands->len; i++)
    {
      const CsBand *band = g_ptr_array_index (regulation->bands, i);

      if (band->stars <= most)
        stars = MAX (stars, band->stars);
    }
  return stars;
}

char *
cs_regulation_decimal (const CsRegulation *regulation, CsFraction mean)
{
  g_autofree int *borders = g_new0 (int, regulation->bands->len + 1);
  guint n = 0;

  for (guint i = 0; i < regulation->bands->len; i++)
    {
      const CsBand *band = g_ptr_array_index (regulation->bands, i);

      if (band->from > 0)
        borders[n++] = band->from;
    }
  return cs_fraction_to_decimal (mean, borders, n);
}

const char *
cs_minimum_rule_to_text (CsMinimumRule rule)
{
  switch (rule)
    {
    case CS_MINIMUM_MAJORITY:
      return "majority";
    case CS_MINIMUM_EVERY:
      return "every";
    case CS_MINIMUM_MEAN:
    default:
      return "mean";
    }
}

gboolean
cs_minimum_rule_parse (const char *text, CsMinimumRule *rule)
{
  static const CsMinimumRule rules[] = { CS_MINIMUM_MEAN, CS_MINIMUM_MAJORITY, CS_MINIMUM_EVERY };

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (g_strcmp0 (text, cs_minimum_rule_to_text (rules[i])) == 0)
      {
        *rule = rules[i];
        return TRUE;
      }
  return FALSE;
}

static const char *const presence_texts[] = { "none", "leader", "chair" };

const char *
cs_presence_to_text (CsPresence presence)
{
  return presence_texts[presence];
}

gboolean
cs_presence_parse (const char *text, CsPresence *presence)
{
  for (guint i = 0; i < G_N_ELEMENTS (presence_texts); i++)
    if (g_strcmp0 (text, presence_texts[i]) == 0)
      {
        *presence = (CsPresence) i;
        return TRUE;
      }
  return FALSE;
}
