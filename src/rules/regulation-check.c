/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/regulation-check.h"

#include <glib/gi18n-lib.h>

#define FORM_TOTAL 100 /* what "points" means everywhere: bands and borders are out of a hundred */
#define BANDS_MAX  8   /* far more than any decision has */

typedef struct
{
  const CsRegulation *regulation;
  const CsForm *form; /* NULL while the head is checked */
  GPtrArray *errors;
  GPtrArray
      *sums; /* where sums that do not add up go: @errors, or the warnings of a form that says so itself */
} Check;

static void
problem_free (gpointer data)
{
  CsRegulationProblem *problem = data;

  g_free (problem->message);
  g_free (problem);
}

GPtrArray *
cs_regulation_problems_new (void)
{
  return g_ptr_array_new_with_free_func (problem_free);
}

static void
add (GPtrArray *list, gconstpointer where, char *place, char *what)
{
  CsRegulationProblem *problem;

  if (list != NULL)
    {
      problem = g_new0 (CsRegulationProblem, 1);
      problem->where = where;
      problem->message = place != NULL ? g_strdup_printf ("%s: %s", place, what) : g_strdup (what);
      g_ptr_array_add (list, problem);
    }
  g_free (place);
  g_free (what);
}

static char *
place_form (const Check *check)
{
  return g_strdup_printf (_ ("form %d"), check->form->no);
}

static char *
place_part (const Check *check, const CsPart *part)
{
  return g_strdup_printf (_ ("form %d, part %s"), check->form->no, part->code);
}

static char *
place_section (const Check *check, const CsSection *section)
{
  return g_strdup_printf (_ ("form %d, section %s"), check->form->no, section->no);
}

static char *
place_criterion (const Check *check, const CsCriterion *criterion)
{
  return g_strdup_printf (_ ("form %d, criterion %s"), check->form->no, criterion->no);
}

static void
complain (const Check *check, const CsCriterion *criterion, char *what)
{
  add (check->errors, criterion, place_criterion (check, criterion), what);
}

/* Returns: whether @key is new. */
static gboolean
is_new (GHashTable *seen, const char *key)
{
  return g_hash_table_add (seen, (gpointer) key);
}

static const CsCriterion *
find_container (const CsSection *section, const char *no)
{
  for (guint i = 0; i < section->criteria->len; i++)
    {
      const CsCriterion *criterion = g_ptr_array_index (section->criteria, i);

      if (criterion->container && g_strcmp0 (criterion->no, no) == 0)
        return criterion;
    }
  return NULL;
}

/* ---- options of one criterion ---- */

static void
check_stars (const Check *check, const CsCriterion *criterion)
{
  int whole = criterion->min_star_whole;

  if (whole != 0 && (whole < CS_STAR_MIN || whole > CS_STAR_MAX))
    complain (
        check, criterion,
        g_strdup_printf (_ ("it is marked whole as a minimum for %d stars; minima are for %d to %d stars"),
                         whole, CS_STAR_MIN, CS_STAR_MAX));
  for (guint i = 0; i < criterion->options->len; i++)
    {
      const CsOption *option = g_ptr_array_index (criterion->options, i);

      if (option->min_star != 0 && (option->min_star < CS_STAR_MIN || option->min_star > CS_STAR_MAX))
        complain (
            check, criterion,
            g_strdup_printf (_ ("option %u is marked as the minimum for %d stars; minima are for %d to %d "
                                "stars"),
                             i + 1, option->min_star, CS_STAR_MIN, CS_STAR_MAX));
    }
}

static void
check_pair (const Check *check, const CsCriterion *criterion, guint i)
{
  const CsOption *before = g_ptr_array_index (criterion->options, i - 1);
  const CsOption *option = g_ptr_array_index (criterion->options, i);

  if (option->case_no < before->case_no)
    complain (
        check, criterion,
        g_strdup_printf (_ ("option %u belongs to case %d after one of case %d; keep the options of a case "
                            "together, in order"),
                         i + 1, option->case_no, before->case_no));
  if (option->case_no != before->case_no)
    return;
  if (option->points < before->points)
    complain (check, criterion,
              g_strdup_printf (_ ("option %u gives %d points after one of %d; order the options by points"),
                               i + 1, option->points, before->points));
  else if (option->points == before->points && *criterion->note == '\0')
    complain (
        check, criterion,
        g_strdup_printf (_ ("options %u and %u both give %d points; correct them, or say in a note that "
                            "the source prints it so"),
                         i, i + 1, option->points));
}

static void
check_star_order (const Check *check, const CsCriterion *criterion)
{
  int star = 0;
  int case_no = -1;

  for (guint i = 0; i < criterion->options->len; i++)
    {
      const CsOption *option = g_ptr_array_index (criterion->options, i);

      if (option->case_no != case_no)
        star = 0;
      case_no = option->case_no;
      if (option->min_star == 0)
        continue;
      if (option->min_star < star)
        complain (
            check, criterion,
            g_strdup_printf (_ ("option %u is the minimum for %d stars though a lower option is for %d; "
                                "more points cannot make fewer stars"),
                             i + 1, option->min_star, star));
      star = option->min_star;
    }
}

static void
check_cases (const Check *check, const CsCriterion *criterion)
{
  guint n_cased = 0;

  for (guint i = 0; i < criterion->options->len; i++)
    {
      const CsOption *option = g_ptr_array_index (criterion->options, i);

      if (option->case_no != 0)
        n_cased++;
    }
  if (n_cased != 0 && n_cased != criterion->options->len)
    complain (check, criterion,
              g_strdup (_ ("some options belong to a case and some to none; give each a case or none")));
}

static void
check_best (const Check *check, const CsCriterion *criterion)
{
  int best = 0;

  for (guint i = 0; i < criterion->options->len; i++)
    {
      const CsOption *option = g_ptr_array_index (criterion->options, i);

      best = MAX (best, option->points);
    }
  if (best != criterion->max)
    add (check->sums, criterion, place_criterion (check, criterion),
         g_strdup_printf (_ ("the maximum is %d but the best option gives %d; correct the one or the other"),
                          criterion->max, best));
}

static void
check_options (const Check *check, const CsCriterion *criterion)
{
  if (criterion->options->len == 0)
    {
      complain (check, criterion, g_strdup (_ ("it has no options; add them or make it a container")));
      return;
    }
  if (criterion->yes_no && criterion->options->len != 1)
    complain (check, criterion,
              g_strdup_printf (_ ("it is printed as a single box but has %u options; keep one"),
                               criterion->options->len));
  for (guint i = 1; i < criterion->options->len; i++)
    check_pair (check, criterion, i);
  check_stars (check, criterion);
  check_star_order (check, criterion);
  check_cases (check, criterion);
  check_best (check, criterion);
}

/* ---- the tree of a form ---- */

static void
check_container (const Check *check, const CsSection *section, const CsCriterion *container)
{
  int sum = 0;
  guint n = 0;

  if (container->options->len > 0)
    complain (check, container, g_strdup (_ ("it is a container and has options; remove the options")));
  for (guint i = 0; i < section->criteria->len; i++)
    {
      const CsCriterion *criterion = g_ptr_array_index (section->criteria, i);

      if (g_strcmp0 (criterion->parent, container->no) != 0)
        continue;
      sum += criterion->max;
      n++;
    }
  if (n == 0)
    complain (check, container, g_strdup (_ ("it is a container without criteria; name it as their parent")));
  else if (sum != container->max)
    add (
        check->sums, container, place_criterion (check, container),
        g_strdup_printf (_ ("the maximum is %d but its criteria add up to %d; correct the one or the others"),
                         container->max, sum));
}

static void
check_papers (const Check *check, const CsCriterion *criterion)
{
  g_auto (GStrv) ids = g_strsplit (criterion->papers, " ", -1);

  for (guint i = 0; ids[i] != NULL; i++)
    if (*ids[i] != '\0' && cs_regulation_evidence_kind (check->regulation, ids[i]) == NULL)
      complain (
          check, criterion,
          g_strdup_printf (_ ("it names the paper “%s”, which the regulation does not have; add that paper "
                              "or remove the name"),
                           ids[i]));
}

static void
check_criterion (const Check *check, const CsSection *section, const CsCriterion *criterion, GHashTable *seen)
{
  if (!is_new (seen, criterion->no))
    complain (check, criterion, g_strdup (_ ("its number is there twice in the form; give it another")));
  if (criterion->parent != NULL && find_container (section, criterion->parent) == NULL)
    complain (check, criterion,
              g_strdup_printf (_ ("its parent %s is no container of the section; correct the parent"),
                               criterion->parent));
  check_papers (check, criterion);
  if (criterion->container)
    check_container (check, section, criterion);
  else
    check_options (check, criterion);
}

static void
check_section (const Check *check, const CsSection *section, GHashTable *seen)
{
  int sum = 0;

  for (guint i = 0; i < section->criteria->len; i++)
    {
      const CsCriterion *criterion = g_ptr_array_index (section->criteria, i);

      check_criterion (check, section, criterion, seen);
      /* what stands under a container is counted by the container */
      if (criterion->parent == NULL || find_container (section, criterion->parent) == NULL)
        sum += criterion->max;
    }
  if (sum != section->max)
    add (
        check->sums, section, place_section (check, section),
        g_strdup_printf (_ ("the maximum is %d but the criteria add up to %d; correct the one or the others"),
                         section->max, sum));
}

static void
check_part (const Check *check, const CsPart *part, GHashTable *seen, GHashTable *sections_seen)
{
  int sum = 0;

  for (guint i = 0; i < part->sections->len; i++)
    {
      const CsSection *section = g_ptr_array_index (part->sections, i);

      if (!is_new (sections_seen, section->no))
        add (check->errors, section, place_section (check, section),
             g_strdup (_ ("its number is there twice in the form; give it another")));
      check_section (check, section, seen);
      sum += section->max;
    }
  if (sum != part->max)
    add (
        check->sums, part, place_part (check, part),
        g_strdup_printf (_ ("the maximum is %d but the sections add up to %d; correct the one or the others"),
                         part->max, sum));
}

static void
check_form (const Check *check)
{
  const CsForm *form = check->form;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) sections_seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) parts_seen = g_hash_table_new (g_str_hash, g_str_equal);
  int total = 0;

  if (cs_regulation_form (check->regulation, form->no) != form)
    add (check->errors, form, place_form (check),
         g_strdup (_ ("its number is there twice; give it another")));
  if (form->parts->len > CS_FORM_PARTS_MAX)
    add (check->errors, form, place_form (check),
         g_strdup_printf (_ ("it has %u parts, but papers and lists have room for %d; join some"),
                          form->parts->len, CS_FORM_PARTS_MAX));
  for (guint i = 0; i < form->parts->len; i++)
    {
      const CsPart *part = g_ptr_array_index (form->parts, i);

      if (!is_new (parts_seen, part->code))
        add (check->errors, part, place_part (check, part),
             g_strdup (_ ("its letter is there twice in the form; give it another")));
      check_part (check, part, seen, sections_seen);
      total += part->max;
    }
  if (total != FORM_TOTAL)
    add (check->sums, form, place_form (check),
         g_strdup_printf (_ ("the parts add up to %d points, not to %d; correct their maxima"), total,
                          FORM_TOTAL));
}

/* ---- the head ---- */

static void
check_bands (const Check *check)
{
  const GPtrArray *bands = check->regulation->bands;
  const CsBand *last = NULL;

  for (guint i = 0; i < bands->len; i++)
    {
      const CsBand *band = g_ptr_array_index (bands, i);

      if (last != NULL && (band->from >= last->from || band->stars >= last->stars))
        add (check->errors, band, NULL,
             g_strdup_printf (
                 _ ("the band of %d stars from %d points follows the one of %d stars from %d; order "
                    "the bands highest first, each lower in stars and points"),
                 band->stars, band->from, last->stars, last->from));
      last = band;
    }
  if (last == NULL || bands->len > BANDS_MAX)
    add (check->errors, check->regulation, NULL,
         g_strdup_printf (_ ("there are %u bands; give 1 to %d"), bands->len, BANDS_MAX));
  else if (last->from != 0)
    add (check->errors, last, NULL,
         g_strdup_printf (_ ("the lowest band begins at %d points; let it begin at 0"), last->from));
}

static void
check_levels (const Check *check)
{
  const GPtrArray *levels = check->regulation->levels;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < levels->len; i++)
    {
      const CsLevel *level = g_ptr_array_index (levels, i);

      if (!is_new (seen, level->id))
        add (check->errors, level, NULL,
             g_strdup_printf (_ ("level “%s” is there twice; give it another id"), level->id));
      if (level->forward_from >= 0 && i + 1 == levels->len)
        add (check->errors, level, NULL,
             g_strdup_printf (
                 _ ("level “%s” sends dossiers up but is the highest; order the levels lowest first "
                    "or remove what it sends"),
                 level->id));
    }
  if (levels->len == 0)
    add (check->errors, check->regulation, NULL, g_strdup (_ ("there is no level; say who evaluates")));
}

static void
check_rounds (const Check *check)
{
  const GPtrArray *rounds = check->regulation->rounds;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < rounds->len; i++)
    {
      const CsRound *round = g_ptr_array_index (rounds, i);

      if (!is_new (seen, round->id))
        add (check->errors, round, NULL,
             g_strdup_printf (_ ("round “%s” is there twice; give it another id"), round->id));
      if (cs_regulation_level (check->regulation, round->level) == NULL)
        add (check->errors, round, NULL,
             g_strdup_printf (_ ("round “%s” is of level “%s”, which there is not; correct the level"),
                              round->id, round->level));
    }
}

static void
check_paper_kinds (const Check *check)
{
  const GPtrArray *kinds = check->regulation->evidence_kinds;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < kinds->len; i++)
    {
      const CsEvidenceKind *kind = g_ptr_array_index (kinds, i);

      if (!is_new (seen, kind->id))
        add (check->errors, kind, NULL,
             g_strdup_printf (_ ("paper “%s” is there twice; give it another id"), kind->id));
    }
}

static void
check_council (const Check *check)
{
  const CsFraction quorum = check->regulation->council.quorum;

  if (quorum.num <= 0 || quorum.num > quorum.den)
    add (check->errors, check->regulation, NULL,
         g_strdup (
             _ ("the quorum of the council is not between 0 and all members; give a fraction like 3/4")));
}

gboolean
cs_regulation_check (const CsRegulation *regulation, GPtrArray *errors, GPtrArray *warnings)
{
  Check check = { regulation, NULL, errors, errors };
  const guint n_before = errors->len;

  check_bands (&check);
  check_levels (&check);
  check_rounds (&check);
  check_paper_kinds (&check);
  check_council (&check);
  for (guint i = 0; i < regulation->forms->len; i++)
    {
      check.form = g_ptr_array_index (regulation->forms, i);
      check.sums = check.form->verified ? errors : warnings;
      check_form (&check);
    }
  return errors->len == n_before;
}
