/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/locale.h"
#include "exchange/library.h"
#include "oracle.h"
#include "summary/words/verdict-text.h"

#include <string.h>

/* A regulation of one form made by hand, where every star is known by heart; and the sentences. */

typedef struct
{
  CsRegulation *regulation;
  CsForm *form;
  CsCouncilRules rules;
} Fixture;

enum
{
  ONE_OF_THREE, /* 1.1: options 0, 1, 3; 3 is the least for 4 stars */
  WHOLE,        /* 1.2: options 2, 5; any of them is the least for 3 stars */
  CUMULATIVE,   /* 1.3: options 1, 2; 1 is the least for 3 stars, 2 for 5 stars */
  BULK,         /* 2.1: options 10, 40, 60, 70, 80, 90: no minimum */
  YES_NO,       /* 2.2: a box of 1 point */
  N_QUESTIONS,
};

static void
add_options (CsCriterion *criterion, const int (*options)[2], guint n)
{
  for (guint i = 0; i < n; i++)
    cs_criterion_add_option (criterion, options[i][0])->min_star = options[i][1];
}
#define ADD_OPTIONS(criterion, ...)                                                                          \
  add_options (criterion, (const int[][2]){ __VA_ARGS__ },                                                   \
               sizeof ((int[][2]){ __VA_ARGS__ }) / (2 * sizeof (int)))

static void
set_up (Fixture *f, gconstpointer data)
{
  CsSection *section;
  CsCriterion *whole;

  f->regulation = cs_regulation_new ();
  cs_regulation_add_band (f->regulation, 5, 90);
  cs_regulation_add_band (f->regulation, 4, 70);
  cs_regulation_add_band (f->regulation, 3, 50);
  cs_regulation_add_band (f->regulation, 2, 30);
  cs_regulation_add_band (f->regulation, 1, 0);
  f->form = cs_form_new (1);
  g_ptr_array_add (f->regulation->forms, f->form);
  section = cs_part_add_section (cs_form_add_part (f->form, "A", 9), "1", 9);
  ADD_OPTIONS (cs_section_add_criterion (section, "1.1", 3), { 0, 0 }, { 1, 0 }, { 3, 4 });
  whole = cs_section_add_criterion (section, "1.2", 5);
  whole->min_star_whole = 3;
  ADD_OPTIONS (whole, { 2, 0 }, { 5, 0 });
  ADD_OPTIONS (cs_section_add_criterion (section, "1.3", 2), { 1, 3 }, { 2, 5 });
  section = cs_part_add_section (cs_form_add_part (f->form, "B", 91), "2", 91);
  ADD_OPTIONS (cs_section_add_criterion (section, "2.1", 90), { 10, 0 }, { 40, 0 }, { 60, 0 }, { 70, 0 },
               { 80, 0 }, { 90, 0 });
  ADD_OPTIONS (cs_section_add_criterion (section, "2.2", 1), { 1, 0 });
  cs_form_seal (f->form);
  f->rules = (CsCouncilRules){ .quorum = { 3, 4 }, .spread_limit = 10 };
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  cs_regulation_unref (f->regulation);
}

static void
assert_stars (const Fixture *f, const int *choices, int total, int band, int stars)
{
  g_autoptr (CsVerdict) verdict =
      cs_verdict_new (f->regulation, f->form, &f->rules, (const int *const[]){ choices }, 1, FALSE);

  g_assert_cmpint (verdict->sum, ==, total);
  g_assert_cmpint (verdict->band, ==, band);
  g_assert_cmpint (verdict->stars, ==, stars);
}

static void
test_by_heart (Fixture *f, gconstpointer data)
{
  /* everything */
  assert_stars (f, (int[]){ 3, 2, 2, 6, 1 }, 101, 5, 5);
  /* 1.1 at 1 of 3: no four stars, though the points are those of five */
  assert_stars (f, (int[]){ 2, 2, 2, 6, 1 }, 99, 5, 3);
  /* "none applies" in 1.2: not even three; the minima of four and five are reached and do not help */
  assert_stars (f, (int[]){ 3, 0, 2, 6, 1 }, 96, 5, 2);
  /* the least of 1.2 is enough for its star */
  assert_stars (f, (int[]){ 3, 1, 2, 6, 1 }, 98, 5, 5);
  /* 1.3: what is the least for three is not enough for five */
  assert_stars (f, (int[]){ 3, 2, 1, 6, 1 }, 100, 5, 4);
  assert_stars (f, (int[]){ 3, 2, 0, 6, 1 }, 99, 5, 2);
  /* the points decide where all minima hold */
  assert_stars (f, (int[]){ 3, 2, 2, 2, 0 }, 50, 3, 3);
  assert_stars (f, (int[]){ 3, 1, 2, 2, 1 }, 48, 2, 2);
  assert_stars (f, (int[]){ 3, 2, 2, 1, 0 }, 20, 1, 1);
  assert_stars (f, (int[]){ 1, 0, 0, 0, 0 }, 0, 1, 1);
}

static void
test_none_applies (Fixture *f, gconstpointer data)
{
  const CsCriterion *zero = cs_form_question (f->form, ONE_OF_THREE);
  const CsCriterion *without = cs_form_question (f->form, WHOLE);
  const CsCriterion *box = cs_form_question (f->form, YES_NO);

  /* "none applies" is offered exactly where no option of 0 points is printed */
  g_assert_false (cs_criterion_accepts (zero, CS_CHOICE_NONE));
  g_assert_true (cs_criterion_accepts (without, CS_CHOICE_NONE));
  g_assert_true (cs_criterion_accepts (box, CS_CHOICE_NONE));
  g_assert_false (cs_criterion_accepts (zero, CS_CHOICE_OPEN));
  g_assert_false (cs_criterion_accepts (zero, 4));
  g_assert_true (cs_criterion_accepts (zero, 3));
  g_assert_false (cs_criterion_accepts (box, 2));
  /* points are looked for among what is printed; skipped values are no option */
  g_assert_cmpint (cs_criterion_option_of_points (zero, 0), ==, 1);
  g_assert_cmpint (cs_criterion_option_of_points (zero, 2), ==, -1);
  g_assert_cmpint (cs_criterion_option_of_points (zero, 3), ==, 3);
  g_assert_cmpint (cs_criterion_option_of_points (without, 0), ==, CS_CHOICE_NONE);
  /* open and "none applies" are both 0 points and two different things */
  g_assert_cmpuint (cs_tally (f->form, (int[]){ 1, 0, 0, 0, 0 }).answered, ==, 5);
  g_assert_cmpuint (cs_tally (f->form, (int[]){ 1, -1, 0, -1, 0 }).answered, ==, 3);
  g_assert_cmpint (cs_tally (f->form, (int[]){ 1, -1, 0, -1, 0 }).total, ==, 0);
}

static void
test_containers (Fixture *f, gconstpointer data)
{
  CsSection *section = cs_part_add_section (cs_form_add_part (f->form, "C", 0), "3", 0);
  CsCriterion *container = cs_section_add_criterion (section, "3.1", 3);
  CsCriterion *child = cs_section_add_criterion (section, "3.1.1", 3);

  container->container = TRUE;
  child->parent = g_strdup ("3.1");
  ADD_OPTIONS (child, { 1, 0 }, { 3, 0 });
  cs_form_seal (f->form);
  /* a heading is no question: it has no place among the choices and no points of its own */
  g_assert_cmpuint (cs_form_n_questions (f->form), ==, N_QUESTIONS + 1);
  g_assert_cmpint (cs_form_find (f->form, "3.1"), ==, -1);
  g_assert_cmpint (cs_form_find (f->form, "3.1.1"), ==, N_QUESTIONS);
  g_assert_false (cs_criterion_accepts (container, CS_CHOICE_NONE));
  g_assert_cmpint (cs_tally (f->form, (int[]){ 3, 2, 2, 6, 1, 2 }).total, ==, 104);
  g_assert_cmpint (cs_tally (f->form, (int[]){ 3, 2, 2, 6, 1, 2 }).parts[2], ==, 3);
  g_assert_cmpstr (cs_form_part_of (f->form, N_QUESTIONS)->code, ==, "C");
  g_assert_cmpstr (cs_form_section_of (f->form, N_QUESTIONS)->no, ==, "3");
  /* only a criterion that bears the section's number is printed as one with it */
  g_assert_null (cs_section_sole_criterion (section));
  section = cs_part_add_section (g_ptr_array_index (f->form->parts, 2), "4", 0);
  g_assert_null (cs_section_sole_criterion (section));
  child = cs_section_add_criterion (section, "4", 1);
  g_assert_true (cs_section_sole_criterion (section) == child);
}

static void
assert_says (const Fixture *f, const int *choices, const char *wanted)
{
  g_autofree char *sentence = cs_sheet_sentence (f->regulation, f->form, &f->rules, choices);

  g_assert_cmpstr (sentence, ==, wanted);
}

static void
test_sentences (Fixture *f, gconstpointer data)
{
  assert_says (f, (int[]){ 3, 2, 2, 6, 1 }, "101 points: 5 stars");
  assert_says (f, (int[]){ 2, 2, 2, 6, 1 },
               "99 points: band of 5 stars; held at 3 stars because 1.1 has 1 and needs 3");
  assert_says (f, (int[]){ 3, 2, 2, 2, 0 }, "50 points: 3 stars");
  /* open is not zero: what is told is what can still come of it */
  assert_says (f, (int[]){ 3, 2, 2, -1, 1 },
               "11 points so far, 1 criterion open; up to 5 stars can still be reached");
  assert_says (f, (int[]){ 2, -1, -1, -1, -1 },
               "1 points so far, 4 criteria open; up to 3 stars can still be reached");
  assert_says (f, (int[]){ -1, 0, -1, -1, -1 },
               "0 points so far, 4 criteria open; up to 2 stars can still be reached");
}

static void
test_council_sentence (Fixture *f, gconstpointer data)
{
  static const int a[] = { 3, 2, 2, 6, 1 }, b[] = { 2, 2, 2, 6, 1 }, c[] = { 2, 2, 2, 5, 1 };
  g_autoptr (CsVerdict) verdict =
      cs_verdict_new (f->regulation, f->form, &f->rules, (const int *const[]){ a, b, c }, 3, FALSE);
  g_autoptr (CsVerdict) out =
      cs_verdict_new (f->regulation, f->form, &f->rules, (const int *const[]){ a, b, c }, 3, TRUE);
  g_autofree char *sentence = cs_verdict_sentence (f->regulation, f->form, verdict);
  g_autofree char *eliminated = cs_verdict_sentence (f->regulation, f->form, out);

  /* (101 + 99 + 89) / 3 */
  g_assert_cmpstr (
      sentence, ==,
      "96.33 points: band of 5 stars; held at 3 stars because 1.1 has a mean of 1.67 and needs 3");
  g_assert_cmpstr (eliminated, ==, "96.33 points, but eliminated: no stars");
  g_assert_cmpint (out->stars, ==, 0);
  g_assert_null (cs_verdict_limit (out));
}

/* On every real form: the sentence of a sheet with open criteria tells one star, the one still to be reached.
 */
static void
test_open_sheets (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsRegulation) regulation = cs_library_regulation ("qd-148-2023", &error);
  g_autofree Oracle *oracle = oracle_read ("qd-148-2023");

  g_assert_no_error (error);
  for (int i = 0; i < oracle->n_forms; i++)
    for (int run = 0; run < 20; run++)
      {
        const OracleForm *known = &oracle->forms[i];
        const CsForm *form = cs_regulation_form (regulation, known->no);
        int choices[ORACLE_QUESTIONS], total = 0, open = 0;
        g_autofree char *sentence = NULL, *expected = NULL;

        for (int q = 0; q < known->n_questions; q++)
          {
            choices[q] = oracle_random_choice (&known->questions[q]);
            if (q == run % known->n_questions || g_test_rand_int_range (0, 2) == 0)
              choices[q] = CS_CHOICE_OPEN;
            open += choices[q] == CS_CHOICE_OPEN;
            total += choices[q] == CS_CHOICE_OPEN ? 0 : oracle_points (&known->questions[q], choices[q]);
          }
        sentence = cs_sheet_sentence (regulation, form, &regulation->council, choices);
        expected = g_strdup_printf ("%d points so far, %d %s open; up to %d stars can still be reached",
                                    total, open, open == 1 ? "criterion" : "criteria",
                                    cs_verdict_best (regulation, form, &regulation->council, choices));
        g_assert_cmpstr (sentence, ==, expected);
      }
}

static CsVerdict *
judge (const Fixture *f, const int *const *sheets, guint n, gboolean eliminated)
{
  return cs_verdict_new (f->regulation, f->form, &f->rules, sheets, n, eliminated);
}

/* A paper says in Vietnamese, whatever the reader speaks, what a Vietnamese reader is told. */
static void
test_on_paper (Fixture *f, gconstpointer data)
{
  static const int a[] = { 3, 2, 2, 6, 1 }, b[] = { 2, 2, 2, 6, 1 }, c[] = { 2, 2, 2, 5, 1 };
  CsVerdict *verdicts[] = { judge (f, (const int *const[]){ a, b, c }, 3, FALSE),
                            judge (f, (const int *const[]){ a, b, c }, 3, TRUE),
                            judge (f, (const int *const[]){ a, a }, 2, FALSE),
                            judge (f, (const int *const[]){ b }, 1, FALSE) };

  for (guint i = 0; i < G_N_ELEMENTS (verdicts); i++)
    {
      g_autofree char *english = cs_verdict_sentence_on_paper (f->regulation, f->form, verdicts[i]);
      g_autofree char *paper = NULL, *reader = NULL;

      g_setenv ("LANGUAGE", "vi", TRUE);
      cs_locale_init ();
      paper = cs_verdict_sentence_on_paper (f->regulation, f->form, verdicts[i]);
      reader = cs_verdict_sentence (f->regulation, f->form, verdicts[i]);
      g_setenv ("LANGUAGE", "en", TRUE);
      cs_locale_init ();
      g_assert_cmpstr (paper, ==, english);
      g_assert_cmpstr (paper, ==, reader);
      cs_verdict_free (verdicts[i]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/verdict/by-heart", test_by_heart);
  ADD ("/verdict/none-applies", test_none_applies);
  ADD ("/verdict/containers", test_containers);
  ADD ("/sentence/sheet", test_sentences);
  ADD ("/sentence/council", test_council_sentence);
  g_test_add_func ("/sentence/open-sheets", test_open_sheets);
  ADD ("/sentence/on-paper", test_on_paper);
  return g_test_run ();
}
