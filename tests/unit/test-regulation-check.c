/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/regulation-check.h"

#include <string.h>

/* A small regulation that is right, and each rule broken once. */

typedef struct
{
  CsRegulation *regulation;
  CsForm *form;
  CsPart *part;
  CsSection *section;
  CsCriterion *plain;     /* 1.1, options 1 and 40 */
  CsCriterion *container; /* 2.1 */
  CsCriterion *child;     /* 2.1.1, options 0 and 50 */
  CsCriterion *cased;     /* 2.2, two cases of 5 and 10 */
} Fixture;

static CsOption *
add_option (CsCriterion *criterion, int points, int min_star, int case_no)
{
  CsOption *option = cs_criterion_add_option (criterion, points);

  option->min_star = min_star;
  option->case_no = case_no;
  return option;
}

static void
build_head (CsRegulation *regulation)
{
  CsRound *round = cs_round_new ("district-1");

  cs_regulation_add_band (regulation, 5, 90);
  cs_regulation_add_band (regulation, 4, 70);
  cs_regulation_add_band (regulation, 3, 0);
  cs_regulation_add_level (regulation, "district")->forward_from = 70;
  cs_regulation_add_level (regulation, "province");
  g_free (round->level);
  round->level = g_strdup ("district");
  g_ptr_array_add (regulation->rounds, round);
  cs_regulation_add_evidence_kind (regulation, "story");
  cs_regulation_add_evidence_kind (regulation, "linkage");
}

static void
set_up (Fixture *f, gconstpointer data)
{
  CsSection *second;
  CsPart *last;

  f->regulation = cs_regulation_new ();
  build_head (f->regulation);
  f->form = cs_form_new (1);
  f->form->verified = TRUE;
  g_ptr_array_add (f->regulation->forms, f->form);
  f->part = cs_form_add_part (f->form, "A", 40);
  f->section = cs_part_add_section (f->part, "1", 40);
  f->plain = cs_section_add_criterion (f->section, "1.1", 40);
  add_option (f->plain, 1, 3, 0);
  add_option (f->plain, 40, 4, 0);
  g_free (f->plain->papers);
  f->plain->papers = g_strdup ("story linkage");
  last = cs_form_add_part (f->form, "B", 60);
  second = cs_part_add_section (last, "2", 60);
  f->container = cs_section_add_criterion (second, "2.1", 50);
  f->container->container = TRUE;
  f->child = cs_section_add_criterion (second, "2.1.1", 50);
  f->child->parent = g_strdup ("2.1");
  add_option (f->child, 0, 0, 0);
  add_option (f->child, 50, 5, 0);
  f->cased = cs_section_add_criterion (second, "2.2", 10);
  for (int case_no = 1; case_no <= 2; case_no++)
    {
      add_option (f->cased, 5, 3, case_no);
      add_option (f->cased, 10, 5, case_no);
    }
  cs_form_seal (f->form);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  cs_regulation_unref (f->regulation);
}

/* Exactly one finding, at @where, that says @words. */
static void
assert_found (const Fixture *f, gconstpointer where, const char *words)
{
  g_autoptr (GPtrArray) errors = cs_regulation_problems_new ();
  g_autoptr (GPtrArray) warnings = cs_regulation_problems_new ();
  const CsRegulationProblem *problem;

  g_assert_false (cs_regulation_check (f->regulation, errors, warnings));
  for (guint i = 0; i < errors->len; i++)
    g_test_message ("%s", ((CsRegulationProblem *) g_ptr_array_index (errors, i))->message);
  g_assert_cmpuint (errors->len, ==, 1);
  g_assert_cmpuint (warnings->len, ==, 0);
  problem = g_ptr_array_index (errors, 0);
  g_assert_nonnull (strstr (problem->message, words));
  g_assert_true (problem->where == where);
}

static void
assert_clean (const Fixture *f)
{
  g_autoptr (GPtrArray) errors = cs_regulation_problems_new ();
  g_autoptr (GPtrArray) warnings = cs_regulation_problems_new ();

  g_assert_true (cs_regulation_check (f->regulation, errors, warnings));
  g_assert_cmpuint (errors->len, ==, 0);
  g_assert_cmpuint (warnings->len, ==, 0);
}

static CsOption *
option (CsCriterion *criterion, guint no)
{
  return g_ptr_array_index (criterion->options, no - 1);
}

static void
test_right (Fixture *f, gconstpointer data)
{
  assert_clean (f);
}

static void
test_section_sum (Fixture *f, gconstpointer data)
{
  f->section->max = f->part->max = 41;
  ((CsPart *) g_ptr_array_index (f->form->parts, 1))->max = 59;
  ((CsSection *) g_ptr_array_index (((CsPart *) g_ptr_array_index (f->form->parts, 1))->sections, 0))->max =
      59;
  f->cased->max = 9;
  option (f->cased, 2)->points = option (f->cased, 4)->points = 9;
  assert_found (f, f->section, "form 1, section 1: the maximum is 41 but the criteria add up to 40; correct");
}

static void
test_part_sum (Fixture *f, gconstpointer data)
{
  CsPart *other = g_ptr_array_index (f->form->parts, 1);
  CsSection *section = g_ptr_array_index (other->sections, 0);

  f->part->max = 39;
  other->max = section->max = 61;
  f->cased->max = 11;
  option (f->cased, 2)->points = option (f->cased, 4)->points = 11;
  assert_found (f, f->part, "form 1, part A: the maximum is 39 but the sections add up to 40; correct");
}

/* Takes ten points from part B for a part of their own. */
static void
split_off (Fixture *f, const char *code, const char *section_no, const char *no)
{
  CsPart *from = g_ptr_array_index (f->form->parts, 1);
  CsSection *section;
  CsCriterion *criterion;

  from->max -= 10;
  ((CsSection *) g_ptr_array_index (from->sections, 0))->max -= 10;
  f->container->max -= 10;
  f->child->max -= 10;
  option (f->child, 2)->points -= 10;
  section = cs_part_add_section (cs_form_add_part (f->form, code, 10), section_no, 10);
  criterion = cs_section_add_criterion (section, no, 10);
  add_option (criterion, 0, 0, 0);
  add_option (criterion, 10, 5, 0);
  cs_form_seal (f->form);
}

/* No paper leaves a part out. */
static void
test_parts (Fixture *f, gconstpointer data)
{
  split_off (f, "C", "3", "3.1");
  assert_clean (f);
  split_off (f, "D", "4", "4.1");
  assert_found (f, f->form, "form 1: it has 4 parts");
}

static void
test_total (Fixture *f, gconstpointer data)
{
  f->plain->max = f->section->max = f->part->max = option (f->plain, 2)->points = 39;
  assert_found (f, f->form, "form 1: the parts add up to 99 points, not to 100; correct");
}

static void
test_best (Fixture *f, gconstpointer data)
{
  option (f->plain, 2)->points = 39;
  assert_found (f, f->plain,
                "form 1, criterion 1.1: the maximum is 40 but the best option gives 39; correct");
}

static void
test_container_sum (Fixture *f, gconstpointer data)
{
  option (f->child, 2)->points = f->child->max = 49;
  assert_found (f, f->container, "form 1, criterion 2.1: the maximum is 50 but its criteria add up to 49");
}

static void
test_container_options (Fixture *f, gconstpointer data)
{
  add_option (f->container, 1, 0, 0);
  assert_found (f, f->container, "form 1, criterion 2.1: it is a container and has options");
}

static void
test_order (Fixture *f, gconstpointer data)
{
  option (f->plain, 1)->points = 40;
  option (f->plain, 2)->points = 1;
  assert_found (f, f->plain, "form 1, criterion 1.1: option 2 gives 1 points after one of 40; order");
}

static void
test_equal_points (Fixture *f, gconstpointer data)
{
  option (f->plain, 1)->points = 40;
  assert_found (f, f->plain, "form 1, criterion 1.1: options 1 and 2 both give 40 points; correct");
  g_free (f->plain->note);
  f->plain->note = g_strdup ("printed so");
  assert_clean (f);
}

static void
test_cases (Fixture *f, gconstpointer data)
{
  option (f->cased, 1)->case_no = 0;
  assert_found (f, f->cased, "form 1, criterion 2.2: some options belong to a case and some to none");
  option (f->cased, 1)->case_no = option (f->cased, 2)->case_no = 3;
  assert_found (f, f->cased, "form 1, criterion 2.2: option 3 belongs to case 2 after one of case 3");
}

static void
test_star_range (Fixture *f, gconstpointer data)
{
  option (f->plain, 1)->min_star = 2;
  assert_found (f, f->plain,
                "form 1, criterion 1.1: option 1 is marked as the minimum for 2 stars; minima are for 3");
  option (f->plain, 1)->min_star = 3;
  f->plain->min_star_whole = 6;
  assert_found (f, f->plain, "form 1, criterion 1.1: it is marked whole as a minimum for 6 stars");
}

static void
test_star_order (Fixture *f, gconstpointer data)
{
  option (f->plain, 1)->min_star = 5;
  assert_found (f, f->plain,
                "form 1, criterion 1.1: option 2 is the minimum for 4 stars though a lower option is for 5");
}

static void
test_parent (Fixture *f, gconstpointer data)
{
  g_free (f->child->parent);
  f->child->parent = g_strdup ("2.2");
  f->container->container = FALSE;
  add_option (f->container, 0, 0, 0);
  f->container->max = 0;
  assert_found (f, f->child,
                "form 1, criterion 2.1.1: its parent 2.2 is no container of the section; correct");
}

static void
test_childless (Fixture *f, gconstpointer data)
{
  g_clear_pointer (&f->child->parent, g_free);
  f->container->max = 0;
  assert_found (f, f->container, "form 1, criterion 2.1: it is a container without criteria");
}

static void
test_twice (Fixture *f, gconstpointer data)
{
  CsPart *other = g_ptr_array_index (f->form->parts, 1);
  CsSection *section = g_ptr_array_index (other->sections, 0);

  g_free (f->cased->no);
  f->cased->no = g_strdup ("1.1");
  assert_found (f, f->cased, "form 1, criterion 1.1: its number is there twice");
  g_free (f->cased->no);
  f->cased->no = g_strdup ("2.2");
  g_free (section->no);
  section->no = g_strdup ("1");
  assert_found (f, section, "form 1, section 1: its number is there twice");
  g_free (section->no);
  section->no = g_strdup ("2");
  g_free (other->code);
  other->code = g_strdup ("A");
  assert_found (f, other, "form 1, part A: its letter is there twice");
}

static void
test_form_twice (Fixture *f, gconstpointer data)
{
  CsForm *form = cs_form_new (1);
  CsCriterion *criterion =
      cs_section_add_criterion (cs_part_add_section (cs_form_add_part (form, "A", 100), "1", 100), "1", 100);

  form->verified = TRUE;
  add_option (criterion, 100, 0, 0);
  g_ptr_array_add (f->regulation->forms, form);
  assert_found (f, form, "form 1: its number is there twice");
}

static void
test_papers (Fixture *f, gconstpointer data)
{
  g_free (f->plain->papers);
  f->plain->papers = g_strdup ("story horoscope");
  assert_found (f, f->plain, "form 1, criterion 1.1: it names the paper “horoscope”");
}

static void
test_no_options (Fixture *f, gconstpointer data)
{
  g_ptr_array_set_size (f->plain->options, 0);
  assert_found (f, f->plain, "form 1, criterion 1.1: it has no options");
}

static void
test_yes_no (Fixture *f, gconstpointer data)
{
  f->plain->yes_no = TRUE;
  assert_found (f, f->plain, "form 1, criterion 1.1: it is printed as a single box but has 2 options");
}

static void
test_bands (Fixture *f, gconstpointer data)
{
  CsBand *middle = g_ptr_array_index (f->regulation->bands, 1);
  CsBand *last = g_ptr_array_index (f->regulation->bands, 2);

  middle->from = 90;
  assert_found (f, middle, "the band of 4 stars from 90 points follows the one of 5 stars from 90; order");
  middle->from = 70;
  last->stars = 4;
  assert_found (f, last, "the band of 4 stars from 0 points follows");
  last->stars = 3;
  last->from = 10;
  assert_found (f, last, "the lowest band begins at 10 points");
  g_ptr_array_set_size (f->regulation->bands, 0);
  assert_found (f, f->regulation, "there are 0 bands");
}

static void
test_head (Fixture *f, gconstpointer data)
{
  CsLevel *province = g_ptr_array_index (f->regulation->levels, 1);
  CsRound *round = g_ptr_array_index (f->regulation->rounds, 0);

  province->forward_from = 0;
  assert_found (f, province, "level “province” sends dossiers up but is the highest");
  province->forward_from = -1;
  g_free (round->level);
  round->level = g_strdup ("village");
  assert_found (f, round, "round “district-1” is of level “village”, which there is not");
  g_free (round->level);
  round->level = g_strdup ("district");
  f->regulation->council.quorum = (CsFraction){ 5, 4 };
  assert_found (f, f->regulation, "quorum");
  f->regulation->council.quorum = (CsFraction){ 3, 4 };
  assert_found (f, cs_regulation_add_evidence_kind (f->regulation, "story"), "paper “story” is there twice");
  g_ptr_array_set_size (f->regulation->evidence_kinds, 2);
  assert_found (f, cs_regulation_add_level (f->regulation, "province"), "level “province” is there twice");
}

/* A form that says itself that it does not add up: sums are known, all else is wrong as anywhere. */
static void
test_not_verified (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) errors = cs_regulation_problems_new ();
  g_autoptr (GPtrArray) warnings = cs_regulation_problems_new ();

  f->form->verified = FALSE;
  f->section->max = 41;
  option (f->child, 2)->points = 49;
  g_assert_true (cs_regulation_check (f->regulation, errors, warnings));
  g_assert_true (cs_regulation_check (f->regulation, errors, NULL));
  g_assert_cmpuint (errors->len, ==, 0);
  g_assert_cmpuint (warnings->len, ==, 3); /* section, part, best option */
  option (f->plain, 1)->min_star = 1;
  g_assert_false (cs_regulation_check (f->regulation, errors, NULL));
  g_assert_cmpuint (errors->len, ==, 1);
}

#define ADD(name, function) g_test_add ("/regulation-check/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("right", test_right);
  ADD ("section-sum", test_section_sum);
  ADD ("part-sum", test_part_sum);
  ADD ("parts", test_parts);
  ADD ("total", test_total);
  ADD ("best", test_best);
  ADD ("container-sum", test_container_sum);
  ADD ("container-options", test_container_options);
  ADD ("order", test_order);
  ADD ("equal-points", test_equal_points);
  ADD ("cases", test_cases);
  ADD ("star-range", test_star_range);
  ADD ("star-order", test_star_order);
  ADD ("parent", test_parent);
  ADD ("childless", test_childless);
  ADD ("twice", test_twice);
  ADD ("form-twice", test_form_twice);
  ADD ("papers", test_papers);
  ADD ("no-options", test_no_options);
  ADD ("yes-no", test_yes_no);
  ADD ("bands", test_bands);
  ADD ("head", test_head);
  ADD ("not-verified", test_not_verified);
  return g_test_run ();
}
