/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/library.h"
#include "rules/completeness.h"

#define TODAY "2024-05-20"

static void
add_paper (GPtrArray *papers, const char *kind, const char *expires, gboolean with_file)
{
  CsEvidence *paper = cs_evidence_new ();

  paper->kind = g_strdup (kind);
  paper->expires_on = g_strdup (expires);
  paper->file_sha256 = with_file ? g_strnfill (64, 'a') : NULL;
  g_ptr_array_add (papers, paper);
}

static GPtrArray *
papers_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) cs_evidence_free);
}

static void
test_states (void)
{
  static const struct
  {
    const char *expires;
    gboolean file, physical;
    CsEvidenceState state;
  } cases[] = {
    { NULL, TRUE, FALSE, CS_EVIDENCE_FINE },
    { NULL, FALSE, FALSE, CS_EVIDENCE_NO_FILE },
    { NULL, FALSE, TRUE, CS_EVIDENCE_FINE }, /* five samples have no file */
    { "2024-05-21", TRUE, FALSE, CS_EVIDENCE_FINE },
    { "2024-05-20", TRUE, FALSE, CS_EVIDENCE_FINE }, /* good on its last day */
    { "2024-05-19", TRUE, FALSE, CS_EVIDENCE_EXPIRED },
    { "2023-12-31", TRUE, FALSE, CS_EVIDENCE_EXPIRED },
    { "2024-05-19", FALSE, TRUE, CS_EVIDENCE_EXPIRED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CsEvidenceKind kind = { .id = (char *) "it", .physical = cases[i].physical };
      g_autoptr (GPtrArray) papers = papers_new ();

      g_assert_cmpint (cs_evidence_kind_state (&kind, papers, TODAY), ==, CS_EVIDENCE_MISSING);
      add_paper (papers, "other", NULL, TRUE);
      g_assert_cmpint (cs_evidence_kind_state (&kind, papers, TODAY), ==, CS_EVIDENCE_MISSING);
      add_paper (papers, "it", cases[i].expires, cases[i].file);
      g_assert_cmpint (cs_evidence_kind_state (&kind, papers, TODAY), ==, cases[i].state);
      /* one that is fine is enough, wherever it stands */
      add_paper (papers, "it", "2030-01-01", TRUE);
      add_paper (papers, "it", "2020-01-01", TRUE);
      g_assert_cmpint (cs_evidence_kind_state (&kind, papers, TODAY), ==, CS_EVIDENCE_FINE);
    }
}

static void
test_count (void)
{
  g_autoptr (CsRegulation) regulation = cs_regulation_new ();
  g_autoptr (CsForm) food = cs_form_new (1), tourism = cs_form_new (26);
  g_autoptr (GPtrArray) papers = papers_new ();
  g_autoptr (CsCompleteness) none = NULL, some = NULL, all = NULL;
  CsEvidenceKind *samples = cs_regulation_add_evidence_kind (regulation, "samples");
  CsEvidenceKind *form = cs_regulation_add_evidence_kind (regulation, "form");

  cs_regulation_add_evidence_kind (regulation, "prizes"); /* welcome, not required */
  samples->required = samples->physical = form->required = TRUE;
  samples->except_industry = g_strdup ("tourism");
  g_free (tourism->industry);
  tourism->industry = g_strdup ("tourism");
  none = cs_completeness_new (regulation, food, papers, TODAY);
  g_assert_cmpuint (none->required, ==, 2);
  g_assert_cmpuint (none->present, ==, 0);
  g_assert_true (g_ptr_array_index (none->missing, 0) == samples);
  g_assert_true (g_ptr_array_index (none->missing, 1) == form);
  add_paper (papers, "form", "2024-05-01", TRUE);
  add_paper (papers, "prizes", NULL, TRUE);
  some = cs_completeness_new (regulation, tourism, papers, TODAY);
  g_assert_cmpuint (some->required, ==, 1);
  g_assert_cmpuint (some->present, ==, 0); /* expired */
  add_paper (papers, "form", NULL, TRUE);
  all = cs_completeness_new (regulation, tourism, papers, TODAY);
  g_assert_cmpuint (all->present, ==, 1);
  g_assert_cmpuint (all->missing->len, ==, 0);
}

/* What the decisions ask: five samples of everything but tourism. */
static void
test_decisions (gconstpointer id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsRegulation) regulation = cs_library_regulation (id, &error);
  g_autoptr (GPtrArray) papers = papers_new ();
  const CsEvidenceKind *samples;

  g_assert_no_error (error);
  samples = cs_regulation_evidence_kind (regulation, "samples");
  g_assert_nonnull (samples);
  for (guint i = 0; i < regulation->forms->len; i++)
    {
      const CsForm *form = g_ptr_array_index (regulation->forms, i);
      g_autoptr (CsCompleteness) completeness = cs_completeness_new (regulation, form, papers, TODAY);

      g_assert_cmpint (cs_evidence_kind_applies (samples, form), ==, form->no != 26);
      g_assert_cmpuint (completeness->required, >, 0);
      g_assert_cmpuint (completeness->missing->len, ==, completeness->required);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/completeness/states", test_states);
  g_test_add_func ("/completeness/count", test_count);
  g_test_add_data_func ("/completeness/qd-148-2023", "qd-148-2023", test_decisions);
  g_test_add_data_func ("/completeness/qd-26-2026", "qd-26-2026", test_decisions);
  return g_test_run ();
}
