/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/regulation-digest.h"
#include "model/regulation.h"

/* The canonical text: every value as its length in bytes, a colon and the value, so that no two different
 * regulations can ever run together into the same bytes. */

static void
add_text (GChecksum *sum, const char *text)
{
  g_autofree char *head = NULL;

  if (text == NULL)
    text = "";
  head = g_strdup_printf ("%zu:", strlen (text));
  g_checksum_update (sum, (const guchar *) head, -1);
  g_checksum_update (sum, (const guchar *) text, -1);
}

static void
add_number (GChecksum *sum, gint64 number)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  add_text (sum, text);
}

static void
add_list (GChecksum *sum, const GPtrArray *list)
{
  add_number (sum, list->len);
  for (guint i = 0; i < list->len; i++)
    add_text (sum, g_ptr_array_index (list, i));
}

static void
add_criterion (GChecksum *sum, const CsCriterion *criterion)
{
  add_text (sum, criterion->no);
  add_text (sum, criterion->title);
  add_text (sum, criterion->help);
  add_text (sum, criterion->note);
  add_number (sum, criterion->max);
  add_number (sum, criterion->container);
  add_number (sum, criterion->yes_no);
  add_number (sum, criterion->min_star_whole);
  add_text (sum, criterion->parent);
  add_text (sum, criterion->papers);
  add_list (sum, criterion->eliminates);
  add_number (sum, criterion->options->len);
  for (guint i = 0; i < criterion->options->len; i++)
    {
      const CsOption *option = g_ptr_array_index (criterion->options, i);

      add_number (sum, option->points);
      add_number (sum, option->min_star);
      add_number (sum, option->case_no);
      add_text (sum, option->case_title);
      add_text (sum, option->label);
    }
}

static void
add_form (GChecksum *sum, const CsForm *form)
{
  add_number (sum, form->no);
  add_text (sum, form->name);
  add_text (sum, form->industry);
  add_text (sum, form->group);
  add_number (sum, form->verified);
  add_text (sum, form->note);
  add_list (sum, form->ministries);
  add_list (sum, form->eliminations);
  add_number (sum, form->parts->len);
  for (guint p = 0; p < form->parts->len; p++)
    {
      const CsPart *part = g_ptr_array_index (form->parts, p);

      add_text (sum, part->code);
      add_text (sum, part->title);
      add_number (sum, part->max);
      add_number (sum, part->sections->len);
      for (guint s = 0; s < part->sections->len; s++)
        {
          const CsSection *section = g_ptr_array_index (part->sections, s);

          add_text (sum, section->no);
          add_text (sum, section->title);
          add_number (sum, section->max);
          add_number (sum, section->criteria->len);
          for (guint c = 0; c < section->criteria->len; c++)
            add_criterion (sum, g_ptr_array_index (section->criteria, c));
        }
    }
}

static void
add_levels (GChecksum *sum, const GPtrArray *levels)
{
  add_number (sum, levels->len);
  for (guint i = 0; i < levels->len; i++)
    {
      const CsLevel *level = g_ptr_array_index (levels, i);

      add_text (sum, level->id);
      add_text (sum, level->name);
      add_text (sum, level->name_en);
      add_text (sum, level->unit_kind);
      for (int star = 0; star <= CS_STAR_MAX; star++)
        add_number (sum, level->recognises[star]);
      add_number (sum, level->forward_from);
    }
}

static void
add_rounds (GChecksum *sum, const GPtrArray *rounds)
{
  add_number (sum, rounds->len);
  for (guint i = 0; i < rounds->len; i++)
    {
      const CsRound *round = g_ptr_array_index (rounds, i);

      add_text (sum, round->id);
      add_text (sum, round->level);
      add_number (sum, round->no);
      add_number (sum, round->month);
      add_text (sum, round->submit_by);
      add_text (sum, round->finish_by);
    }
}

static void
add_paper_kinds (GChecksum *sum, const GPtrArray *kinds)
{
  add_number (sum, kinds->len);
  for (guint i = 0; i < kinds->len; i++)
    {
      const CsEvidenceKind *kind = g_ptr_array_index (kinds, i);

      add_text (sum, kind->id);
      add_text (sum, kind->title);
      add_text (sum, kind->title_en);
      add_number (sum, kind->required);
      add_number (sum, kind->expires);
      add_number (sum, kind->physical);
      add_text (sum, kind->except_industry);
    }
}

static void
add_council (GChecksum *sum, const CsCouncilRules *rules)
{
  add_number (sum, rules->quorum.num);
  add_number (sum, rules->quorum.den);
  add_number (sum, (int) rules->presence);
  add_number (sum, rules->spread_limit);
  add_number (sum, rules->spread_inclusive);
  add_text (sum, cs_minimum_rule_to_text (rules->minimum_rule));
}

char *
cs_regulation_digest (const CsRegulation *regulation)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  add_text (sum, regulation->id);
  add_text (sum, regulation->number);
  add_text (sum, regulation->title);
  add_text (sum, regulation->date);
  add_text (sum, regulation->valid_from);
  add_text (sum, regulation->valid_to);
  add_text (sum, regulation->code_pattern);
  add_number (sum, regulation->certificate_months);
  add_number (sum, regulation->renewal_from_days);
  add_number (sum, regulation->renewal_to_days);
  add_council (sum, &regulation->council);
  add_number (sum, regulation->bands->len);
  for (guint i = 0; i < regulation->bands->len; i++)
    {
      const CsBand *band = g_ptr_array_index (regulation->bands, i);

      add_number (sum, band->stars);
      add_number (sum, band->from);
    }
  add_levels (sum, regulation->levels);
  add_rounds (sum, regulation->rounds);
  add_paper_kinds (sum, regulation->evidence_kinds);
  add_number (sum, regulation->forms->len);
  for (guint i = 0; i < regulation->forms->len; i++)
    add_form (sum, g_ptr_array_index (regulation->forms, i));
  /* Came later than the books in the field: a regulation without it must keep the digest that they froze.
   * Here at the end, where nothing follows, it cannot be taken for another value. */
  if (regulation->extension_days != 0)
    add_number (sum, regulation->extension_days);
  return g_strdup (g_checksum_get_string (sum));
}
