/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "repo/regulation-load.h"

#include "base/error.h"
#include "db/query.h"

#include <glib/gi18n-lib.h>

/* Reading the frozen copy back; split from writing only for size. */

static void
take_text (char **field, CsQuery *q, int column)
{
  g_free (*field);
  *field = cs_query_dup (q, column);
}

static gboolean
load_head (CsDb *db, CsRegulation *regulation, const char *id, gboolean *found, GError **error)
{
  CsQuery *q =
      cs_query (db,
                "SELECT id, number, title, date, valid_from, valid_to, code_pattern, certificate_months,"
                " renewal_from_days, renewal_to_days, quorum_num, quorum_den, chair_required, spread_limit,"
                " spread_inclusive, minimum_rule, extension_days FROM regulation WHERE id = :id");

  cs_query_set_text (q, ":id", id);
  *found = cs_query_next (q);
  if (*found)
    {
      take_text (&regulation->id, q, 0);
      take_text (&regulation->number, q, 1);
      take_text (&regulation->title, q, 2);
      take_text (&regulation->date, q, 3);
      take_text (&regulation->valid_from, q, 4);
      regulation->valid_to = cs_query_dup_or_null (q, 5);
      take_text (&regulation->code_pattern, q, 6);
      regulation->certificate_months = (int) cs_query_int (q, 7);
      regulation->renewal_from_days = (int) cs_query_int (q, 8);
      regulation->renewal_to_days = (int) cs_query_int (q, 9);
      /* not reduced: the text of the law is kept as it stands */
      regulation->council.quorum = (CsFraction){ cs_query_int (q, 10), cs_query_int (q, 11) };
      regulation->council.presence = cs_query_int (q, 12) != 0 ? CS_PRESENCE_LEADER : CS_PRESENCE_NONE;
      regulation->council.spread_limit = (int) cs_query_int (q, 13);
      regulation->council.spread_inclusive = cs_query_int (q, 14) != 0;
      cs_minimum_rule_parse (cs_query_text (q, 15), &regulation->council.minimum_rule);
      regulation->extension_days = (int) cs_query_int (q, 16);
    }
  return cs_query_done (q, error);
}

static gboolean
load_bands (CsDb *db, CsRegulation *regulation, GError **error)
{
  CsQuery *q = cs_query (db, "SELECT stars, from_points FROM band WHERE regulation = :id ORDER BY position");

  cs_query_set_text (q, ":id", regulation->id);
  while (cs_query_next (q))
    cs_regulation_add_band (regulation, (int) cs_query_int (q, 0), (int) cs_query_int (q, 1));
  return cs_query_done (q, error);
}

static gboolean
load_levels (CsDb *db, CsRegulation *regulation, GError **error)
{
  CsQuery *q = cs_query (db, "SELECT l.id, name, name_en, unit_kind, forward_from, stars FROM level l"
                             " LEFT JOIN level_star s ON s.regulation = l.regulation AND s.level = l.id"
                             " WHERE l.regulation = :id ORDER BY position, stars");
  CsLevel *level = NULL;

  cs_query_set_text (q, ":id", regulation->id);
  while (cs_query_next (q))
    {
      if (level == NULL || !g_str_equal (level->id, cs_query_text (q, 0)))
        {
          level = cs_regulation_add_level (regulation, cs_query_text (q, 0));
          take_text (&level->name, q, 1);
          take_text (&level->name_en, q, 2);
          take_text (&level->unit_kind, q, 3);
          level->forward_from = cs_query_is_null (q, 4) ? -1 : (int) cs_query_int (q, 4);
        }
      if (!cs_query_is_null (q, 5))
        level->recognises[CLAMP (cs_query_int (q, 5), 0, CS_STAR_MAX)] = TRUE;
    }
  return cs_query_done (q, error);
}

static gboolean
load_rounds (CsDb *db, CsRegulation *regulation, GError **error)
{
  CsQuery *q = cs_query (db, "SELECT id, level, no, month, submit_by, finish_by FROM regulation_round"
                             " WHERE regulation = :id ORDER BY position");

  cs_query_set_text (q, ":id", regulation->id);
  while (cs_query_next (q))
    {
      CsRound *round = cs_round_new (cs_query_text (q, 0));

      take_text (&round->level, q, 1);
      round->no = (int) cs_query_int (q, 2);
      round->month = (int) cs_query_int (q, 3);
      round->submit_by = cs_query_dup_or_null (q, 4);
      round->finish_by = cs_query_dup_or_null (q, 5);
      g_ptr_array_add (regulation->rounds, round);
    }
  return cs_query_done (q, error);
}

static gboolean
load_paper_kinds (CsDb *db, CsRegulation *regulation, GError **error)
{
  CsQuery *q =
      cs_query (db, "SELECT id, title, title_en, required, expires, except_industry, physical FROM paper_kind"
                    " WHERE regulation = :id ORDER BY position");

  cs_query_set_text (q, ":id", regulation->id);
  while (cs_query_next (q))
    {
      CsEvidenceKind *kind = cs_regulation_add_evidence_kind (regulation, cs_query_text (q, 0));

      take_text (&kind->title, q, 1);
      take_text (&kind->title_en, q, 2);
      kind->required = cs_query_int (q, 3) != 0;
      kind->expires = cs_query_int (q, 4) != 0;
      kind->physical = cs_query_int (q, 6) != 0;
      kind->except_industry = cs_query_dup_or_null (q, 5);
    }
  return cs_query_done (q, error);
}

static gboolean
load_forms (CsDb *db, CsRegulation *regulation, GError **error)
{
  CsQuery *q = cs_query (db, "SELECT no, name, industry, form_group, verified, note FROM form"
                             " WHERE regulation = :id ORDER BY no");

  cs_query_set_text (q, ":id", regulation->id);
  while (cs_query_next (q))
    {
      CsForm *form = cs_form_new ((int) cs_query_int (q, 0));

      take_text (&form->name, q, 1);
      take_text (&form->industry, q, 2);
      take_text (&form->group, q, 3);
      form->verified = cs_query_int (q, 4) != 0;
      take_text (&form->note, q, 5);
      g_ptr_array_add (regulation->forms, form);
    }
  return cs_query_done (q, error);
}

static gboolean
load_form_texts (CsDb *db, const char *id, CsForm *form, GError **error)
{
  CsQuery *q = cs_query (db, "SELECT kind, text FROM form_text WHERE regulation = :id AND form = :form"
                             " ORDER BY kind, position");

  cs_query_set_text (q, ":id", id);
  cs_query_set_int (q, ":form", form->no);
  while (cs_query_next (q))
    {
      GPtrArray *list =
          g_str_equal (cs_query_text (q, 0), "ministry") ? form->ministries : form->eliminations;

      g_ptr_array_add (list, cs_query_dup (q, 1));
    }
  return cs_query_done (q, error);
}

static gboolean
load_options (CsDb *db, gint64 id, CsCriterion *criterion, GError **error)
{
  CsQuery *q = cs_query (db, "SELECT points, min_star, case_no, case_title, label FROM option"
                             " WHERE criterion = :criterion ORDER BY no");

  cs_query_set_int (q, ":criterion", id);
  while (cs_query_next (q))
    {
      CsOption *option = cs_criterion_add_option (criterion, (int) cs_query_int (q, 0));

      option->min_star = (int) cs_query_int (q, 1);
      option->case_no = (int) cs_query_int (q, 2);
      option->case_title = cs_query_dup_or_null (q, 3);
      take_text (&option->label, q, 4);
    }
  if (!cs_query_done (q, error))
    return FALSE;
  q = cs_query (db, "SELECT text FROM criterion_ground WHERE criterion = :criterion ORDER BY position");
  cs_query_set_int (q, ":criterion", id);
  while (cs_query_next (q))
    g_ptr_array_add (criterion->eliminates, cs_query_dup (q, 0));
  return cs_query_done (q, error);
}

static gboolean
load_criteria (CsDb *db, const char *regulation, int form, gint64 id, CsSection *section, GError **error)
{
  CsQuery *q = cs_query (
      db,
      "SELECT id, no, title, help, note, max, container, yes_no, min_star_whole, parent, papers"
      " FROM criterion WHERE regulation = :regulation AND form = :form AND section = :section ORDER BY id");
  gboolean good = TRUE;

  cs_query_set_text (q, ":regulation", regulation);
  cs_query_set_int (q, ":form", form);
  cs_query_set_int (q, ":section", id);
  while (good && cs_query_next (q))
    {
      CsCriterion *criterion =
          cs_section_add_criterion (section, cs_query_text (q, 1), (int) cs_query_int (q, 5));

      take_text (&criterion->title, q, 2);
      take_text (&criterion->help, q, 3);
      take_text (&criterion->note, q, 4);
      criterion->container = cs_query_int (q, 6) != 0;
      criterion->yes_no = cs_query_int (q, 7) != 0;
      criterion->min_star_whole = (int) cs_query_int (q, 8);
      criterion->parent = cs_query_dup_or_null (q, 9);
      take_text (&criterion->papers, q, 10);
      good = load_options (db, cs_query_int (q, 0), criterion, error);
    }
  return cs_query_done (q, good ? error : NULL) && good;
}

static gboolean
load_sections (CsDb *db, const char *regulation, int form, gint64 id, CsPart *part, GError **error)
{
  CsQuery *q = cs_query (db, "SELECT id, no, title, max FROM section WHERE part = :part ORDER BY id");
  gboolean good = TRUE;

  cs_query_set_int (q, ":part", id);
  while (good && cs_query_next (q))
    {
      CsSection *section = cs_part_add_section (part, cs_query_text (q, 1), (int) cs_query_int (q, 3));

      take_text (&section->title, q, 2);
      good = load_criteria (db, regulation, form, cs_query_int (q, 0), section, error);
    }
  return cs_query_done (q, good ? error : NULL) && good;
}

static gboolean
load_parts (CsDb *db, const char *regulation, CsForm *form, GError **error)
{
  CsQuery *q =
      cs_query (db,
                "SELECT id, code, title, max FROM part WHERE regulation = :id AND form = :form ORDER BY id");
  gboolean good = TRUE;

  cs_query_set_text (q, ":id", regulation);
  cs_query_set_int (q, ":form", form->no);
  while (good && cs_query_next (q))
    {
      CsPart *part;

      /* tallies and papers have room for so many; what is over would be lost without a word */
      if (form->parts->len == CS_FORM_PARTS_MAX)
        {
          cs_query_free (q);
          g_set_error (
              error, CS_ERROR, CS_ERROR_CORRUPT,
              _ ("Form %d of %s has more than %d parts. The book was changed outside the program; restore"
                 " a backup copy."),
              form->no, regulation, CS_FORM_PARTS_MAX);
          return FALSE;
        }
      part = cs_form_add_part (form, cs_query_text (q, 1), (int) cs_query_int (q, 3));

      take_text (&part->title, q, 2);
      good = load_sections (db, regulation, form->no, cs_query_int (q, 0), part, error);
    }
  return cs_query_done (q, good ? error : NULL) && good;
}

CsRegulation *
cs_regulation_repo_load (CsDb *db, const char *id, GError **error)
{
  g_autoptr (CsRegulation) regulation = cs_regulation_new ();
  gboolean found;

  if (!load_head (db, regulation, id, &found, error))
    return NULL;
  if (!found)
    {
      g_set_error (error, CS_ERROR, CS_ERROR_NOT_FOUND, _ ("The book does not have the regulation %s."), id);
      return NULL;
    }
  /* what a regulation can say, see regulation.xsd: days are counted with it */
  if (regulation->certificate_months < 1 || regulation->certificate_months > 999)
    {
      g_set_error (
          error, CS_ERROR, CS_ERROR_CORRUPT,
          _ ("The regulation %s in the book was changed outside the program: a certificate of %d months."
             " Restore a backup copy."),
          id, regulation->certificate_months);
      return NULL;
    }
  if (!load_bands (db, regulation, error) || !load_levels (db, regulation, error)
      || !load_rounds (db, regulation, error) || !load_paper_kinds (db, regulation, error)
      || !load_forms (db, regulation, error))
    return NULL;
  for (guint i = 0; i < regulation->forms->len; i++)
    {
      CsForm *form = g_ptr_array_index (regulation->forms, i);

      if (!load_form_texts (db, id, form, error) || !load_parts (db, id, form, error))
        return NULL;
      cs_form_seal (form);
    }
  return g_steal_pointer (&regulation);
}
