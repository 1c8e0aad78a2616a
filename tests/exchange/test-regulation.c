/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "base/data-dir.h"
#include "base/error.h"
#include "exchange/library.h"
#include "exchange/regulation-reader.h"
#include "model/regulation-digest.h"

/* The shipped forms against numbers counted from the decisions, and files that somebody broke. */

typedef struct
{
  guint criteria;  /* containers included */
  guint questions; /* without */
  guint options;
  int points;  /* of all options */
  guint marks; /* options that are a minimum for some star */
  int marked;  /* points times star of these */
} FormFacts;

static const FormFacts facts_148[] = {
  { 32, 32, 108, 195, 22, 271 }, { 31, 31, 104, 194, 26, 340 }, { 32, 32, 108, 197, 26, 333 },
  { 32, 32, 107, 193, 26, 334 }, { 32, 32, 107, 193, 25, 315 }, { 32, 32, 107, 193, 25, 309 },
  { 32, 32, 105, 190, 27, 330 }, { 32, 32, 107, 193, 27, 330 }, { 32, 32, 107, 193, 27, 330 },
  { 32, 32, 107, 193, 27, 330 }, { 34, 32, 107, 187, 22, 261 }, { 32, 32, 107, 187, 24, 277 },
  { 34, 34, 110, 184, 20, 245 }, { 30, 30, 102, 193, 19, 229 }, { 30, 30, 102, 193, 20, 233 },
  { 30, 30, 94, 182, 17, 208 },  { 30, 30, 100, 189, 21, 256 }, { 30, 30, 98, 191, 19, 233 },
  { 30, 30, 101, 190, 19, 233 }, { 30, 30, 100, 190, 19, 233 }, { 28, 28, 94, 190, 18, 245 },
  { 27, 27, 89, 188, 16, 227 },  { 27, 27, 90, 195, 18, 285 },  { 27, 27, 90, 198, 16, 271 },
  { 26, 26, 87, 197, 16, 280 },  { 33, 33, 94, 195, 1, 12 },
};

static const FormFacts facts_26[] = {
  { 32, 32, 104, 191, 22, 213 }, { 31, 31, 100, 190, 26, 295 }, { 32, 32, 103, 190, 26, 268 },
  { 32, 32, 103, 189, 27, 294 }, { 31, 31, 101, 191, 26, 276 }, { 32, 32, 105, 192, 26, 267 },
  { 32, 32, 103, 190, 28, 297 }, { 32, 32, 104, 192, 28, 288 }, { 31, 31, 102, 192, 28, 288 },
  { 32, 32, 105, 192, 27, 280 }, { 34, 32, 105, 191, 23, 225 }, { 32, 32, 105, 191, 25, 245 },
  { 36, 34, 108, 187, 21, 209 }, { 29, 29, 97, 192, 21, 210 },  { 29, 29, 97, 192, 24, 238 },
  { 29, 29, 92, 184, 20, 220 },  { 29, 29, 96, 190, 23, 230 },  { 31, 31, 99, 185, 20, 200 },
  { 30, 30, 99, 185, 20, 204 },  { 30, 30, 98, 185, 20, 204 },  { 28, 28, 91, 186, 20, 223 },
  { 28, 28, 91, 186, 18, 212 },  { 26, 26, 86, 190, 20, 289 },  { 26, 26, 87, 197, 16, 248 },
  { 25, 25, 84, 196, 16, 251 },  { 32, 32, 92, 193, 3, 23 },
};
#define FORMS 26

static CsRegulation *
load (const char *id)
{
  g_autoptr (GError) error = NULL;
  CsRegulation *regulation = cs_library_regulation (id, &error);

  g_assert_no_error (error);
  return regulation;
}

static char *
load_text (const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *dir = cs_data_dir ();
  g_autofree char *path = g_strdup_printf ("%s/regulations/%s.xml", dir, id);
  char *text;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static void
count_criterion (const CsCriterion *criterion, FormFacts *facts)
{
  facts->criteria++;
  facts->questions += criterion->container ? 0 : 1;
  for (guint i = 0; i < criterion->options->len; i++)
    {
      const CsOption *option = g_ptr_array_index (criterion->options, i);

      facts->options++;
      facts->points += option->points;
      facts->marks += option->min_star != 0 ? 1 : 0;
      facts->marked += option->points * option->min_star;
    }
}

static void
count_form (const CsForm *form, FormFacts *facts)
{
  for (guint p = 0; p < form->parts->len; p++)
    {
      const CsPart *part = g_ptr_array_index (form->parts, p);

      for (guint s = 0; s < part->sections->len; s++)
        {
          const CsSection *section = g_ptr_array_index (part->sections, s);

          for (guint c = 0; c < section->criteria->len; c++)
            count_criterion (g_ptr_array_index (section->criteria, c), facts);
        }
    }
}

/* The most that a member can give: what the reader promised must come out of the options alone. */
static int
best_total (const CsForm *form)
{
  int total = 0;

  for (guint i = 0; i < cs_form_n_questions (form); i++)
    {
      const CsCriterion *criterion = cs_form_question (form, i);
      int best = 0;

      for (guint o = 0; o < criterion->options->len; o++)
        best = MAX (best, cs_criterion_points (criterion, (int) o + 1));
      total += best;
    }
  return total;
}

static void
check_forms (const char *id, const FormFacts *expected)
{
  g_autoptr (CsRegulation) regulation = load (id);

  g_assert_cmpuint (regulation->forms->len, ==, FORMS);
  for (int no = 1; no <= FORMS; no++)
    {
      const CsForm *form = cs_regulation_form (regulation, no);
      const FormFacts *facts = &expected[no - 1];
      FormFacts counted = { 0 };

      g_assert_nonnull (form);
      count_form (form, &counted);
      g_test_message ("%s form %d", id, no);
      g_assert_cmpuint (counted.criteria, ==, facts->criteria);
      g_assert_cmpuint (counted.questions, ==, facts->questions);
      g_assert_cmpuint (cs_form_n_questions (form), ==, facts->questions);
      g_assert_cmpuint (counted.options, ==, facts->options);
      g_assert_cmpint (counted.points, ==, facts->points);
      g_assert_cmpuint (counted.marks, ==, facts->marks);
      g_assert_cmpint (counted.marked, ==, facts->marked);
      if (form->verified)
        g_assert_cmpint (best_total (form), ==, 100);
      else
        g_assert_cmpint (best_total (form), <, 100);
    }
}

static void
test_forms (void)
{
  G_STATIC_ASSERT (G_N_ELEMENTS (facts_148) == FORMS);
  G_STATIC_ASSERT (G_N_ELEMENTS (facts_26) == FORMS);
  check_forms ("qd-148-2023", facts_148);
  check_forms ("qd-26-2026", facts_26);
}

static void
test_head_148 (void)
{
  g_autoptr (CsRegulation) regulation = load ("qd-148-2023");
  const CsLevel *district = cs_regulation_level (regulation, "district");
  const CsForm *form = cs_regulation_form (regulation, 1);

  g_assert_cmpstr (regulation->id, ==, "qd-148-2023");
  g_assert_cmpstr (regulation->number, ==, "148/QĐ-TTg");
  g_assert_cmpstr (regulation->valid_to, ==, "2025-07-05");
  g_assert_cmpint (regulation->certificate_months, ==, 36);
  g_assert_cmpint (regulation->renewal_from_days, ==, 180);
  g_assert_cmpint (regulation->renewal_to_days, ==, 120);
  g_assert_cmpint (regulation->extension_days, ==, 0);
  g_assert_cmpint (regulation->council.quorum.num, ==, 3);
  g_assert_cmpint (regulation->council.quorum.den, ==, 4);
  g_assert_cmpint (regulation->council.presence, ==, CS_PRESENCE_LEADER);
  g_assert_cmpint (regulation->council.spread_limit, ==, 10);
  g_assert_false (regulation->council.spread_inclusive);
  g_assert_cmpint (cs_regulation_band_of (regulation, cs_fraction (89996, 1000)), ==, 4);
  g_assert_cmpint (cs_regulation_band_of (regulation, cs_fraction (90, 1)), ==, 5);
  g_assert_cmpint (cs_regulation_band_of (regulation, cs_fraction (0, 1)), ==, 1);
  g_assert_true (district->recognises[3]);
  g_assert_false (district->recognises[4]);
  g_assert_cmpint (district->forward_from, ==, 70);
  g_assert_cmpint (cs_regulation_level (regulation, "province")->forward_from, ==, 90);
  g_assert_cmpint (cs_regulation_level (regulation, "ministry")->forward_from, ==, -1);
  g_assert_cmpuint (regulation->rounds->len, ==, 4);
  g_assert_cmpint (cs_criterion_needed (cs_form_question (form, (guint) cs_form_find (form, "3.6")), 4), ==,
                   1);
}

static void
test_head_26 (void)
{
  g_autoptr (CsRegulation) regulation = load ("qd-26-2026");
  const CsLevel *commune = cs_regulation_level_of_unit_kind (regulation, "commune");
  const CsEvidenceKind *samples = cs_regulation_evidence_kind (regulation, "samples");
  const CsForm *tourism = cs_regulation_form (regulation, 26);
  const CsCriterion *cased = cs_form_question (tourism, (guint) cs_form_find (tourism, "8"));
  const CsOption *last = g_ptr_array_index (cased->options, 3);

  g_assert_null (regulation->valid_to);
  g_assert_cmpint (regulation->extension_days, ==, 180);
  g_assert_cmpint (commune->forward_from, ==, 0);
  for (int star = 0; star <= CS_STAR_MAX; star++)
    g_assert_false (commune->recognises[star]);
  g_assert_true (cs_regulation_level (regulation, "province")->recognises[4]);
  g_assert_true (samples->required);
  g_assert_false (cs_evidence_kind_applies (samples, tourism));
  g_assert_true (cs_evidence_kind_applies (samples, cs_regulation_form (regulation, 1)));
  g_assert_true (cs_regulation_evidence_kind (regulation, "food-safety")->expires);
  g_assert_cmpuint (cased->options->len, ==, 4);
  g_assert_cmpint (last->case_no, ==, 2);
  g_assert_nonnull (last->case_title);
}

static void
test_known_sums (void)
{
  g_autoptr (GPtrArray) warnings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) grounds = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = load_text ("qd-148-2023");
  g_autoptr (CsRegulation) regulation =
      cs_regulation_read_data (text, strlen (text), "a.xml", grounds, warnings, NULL);

  g_assert_nonnull (regulation);
  g_assert_cmpuint (grounds->len, ==, 0);
  g_assert_cmpuint (warnings->len, ==, 4);
  g_assert_nonnull (strstr (g_ptr_array_index (warnings, 0), "form 7, criterion 6.4"));
  g_assert_nonnull (strstr (g_ptr_array_index (warnings, 1), "form 11, part C"));
  g_assert_nonnull (strstr (g_ptr_array_index (warnings, 2), "form 12, part C"));
  g_assert_nonnull (strstr (g_ptr_array_index (warnings, 3), "form 13, part C"));
}

static void
test_digest (void)
{
  g_autoptr (CsRegulation) first = load ("qd-26-2026");
  g_autoptr (CsRegulation) second = load ("qd-26-2026");
  g_autofree char *digest = cs_regulation_digest (first);
  g_autofree char *again = cs_regulation_digest (second);
  g_autofree char *text = load_text ("qd-26-2026");
  static const char *const changes[][2] = {
    { "quorum=\"3/4\"", "quorum=\"2/3\"" },
    { "<option points=\"1\">", "<option points=\"1\" min-star=\"3\">" },
    { "Có trồng trong xã", "Không trồng trong xã" },
    { "expires=\"yes\"", "expires=\"no\"" },
    { "no=\"1\" month=\"4\"", "no=\"1\" month=\"5\"" },
    { "<ministry>Bộ Nông nghiệp", "<ministry>Bộ nông nghiệp" },
    { "extension-days=\"180\"", "extension-days=\"179\"" },
    { "extension-days=\"180\"", "" },
  };

  g_assert_cmpstr (digest, ==, again);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (GString) changed = g_string_new (text);
      g_autoptr (GError) error = NULL;
      g_autoptr (CsRegulation) other = NULL;
      g_autofree char *different = NULL;

      g_assert_cmpuint (g_string_replace (changed, changes[i][0], changes[i][1], 1), ==, 1);
      other = cs_regulation_read_data (changed->str, changed->len, "a.xml", NULL, NULL, &error);
      g_assert_no_error (error);
      different = cs_regulation_digest (other);
      g_assert_cmpstr (different, !=, digest);
    }
}

/* What a book froze before there was an extension: such a regulation keeps its digest. The number is that of
 * the program before; nothing else may ever change it. */
static void
test_digest_without_extension (void)
{
  g_autoptr (CsRegulation) regulation = cs_regulation_new ();
  g_autofree char *digest = NULL, *extended = NULL;

  g_free (regulation->id);
  regulation->id = g_strdup ("qd-0");
  regulation->certificate_months = 36;
  regulation->renewal_from_days = 180;
  regulation->renewal_to_days = 120;
  cs_regulation_add_band (regulation, 5, 90);
  digest = cs_regulation_digest (regulation);
  g_assert_cmpstr (digest, ==, "c0d41de2bef9511948eced07922dc693c6e8394ecfb054f6b918b554c5c9a11a");
  regulation->extension_days = 180;
  extended = cs_regulation_digest (regulation);
  g_assert_cmpstr (extended, !=, digest);
}

/* Decomposed letters and wrapped lines are the same text. */
static void
test_same_text (void)
{
  g_autoptr (CsRegulation) regulation = load ("qd-26-2026");
  g_autofree char *digest = cs_regulation_digest (regulation);
  g_autofree char *text = load_text ("qd-26-2026");
  g_autofree char *nfd = g_utf8_normalize (text, -1, G_NORMALIZE_DEFAULT);
  g_autoptr (GString) wrapped = g_string_new (nfd);
  g_autoptr (CsRegulation) other = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *same = NULL;

  g_string_replace (wrapped, "\">C", "\">\n      C", 0);
  other = cs_regulation_read_data (wrapped->str, wrapped->len, "a.xml", NULL, NULL, &error);
  g_assert_no_error (error);
  same = cs_regulation_digest (other);
  g_assert_cmpstr (same, ==, digest);
}

typedef struct
{
  const char *from; /* in form 1 of the shipped file; its first occurrence */
  const char *to;
  const char *at;    /* the finding is in the line of this text */
  const char *words; /* what it says */
} Break;

static int
line_of (const char *text, const char *part)
{
  const char *found = strstr (text, part);
  int line = 1;

  g_assert_nonnull (found);
  for (const char *p = text; p < found; p++)
    line += *p == '\n';
  return line;
}

static gboolean
told (const GPtrArray *grounds, const char *start, const char *words)
{
  for (guint i = 0; i < grounds->len; i++)
    {
      const char *ground = g_ptr_array_index (grounds, i);

      if (g_str_has_prefix (ground, start) && strstr (ground, words) != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
test_broken (void)
{
  static const Break breaks[] = {
    /* by the program's check */
    { "title=\"Tổ chức sản xuất\" max=\"18\"", "title=\"Tổ chức sản xuất\" max=\"17\"",
      "title=\"Tổ chức sản xuất\"", "form 1, section 1: the maximum is 17 but the criteria add up to 18" },
    { "<part code=\"A\" title=\"Sản phẩm và sức mạnh của cộng đồng\" max=\"40\"",
      "<part code=\"A\" title=\"Sản phẩm và sức mạnh của cộng đồng\" max=\"41\"", "<part code=\"A\"",
      "form 1, part A: the maximum is 41 but the sections add up to 40" },
    { "<part code=\"A\" title=\"Sản phẩm và sức mạnh của cộng đồng\" max=\"40\"",
      "<part code=\"A\" title=\"Sản phẩm và sức mạnh của cộng đồng\" max=\"41\"", "<form no=\"1\"",
      "form 1: the parts add up to 101 points, not to 100" },
    { "<option points=\"3\">Trồng", "<option points=\"2\">Trồng", "<criterion no=\"1.1\"",
      "form 1, criterion 1.1: options 2 and 3 both give 2 points" },
    { "papers=\"form-03 linkage\"", "papers=\"form-03 horoscope\"", "papers=\"form-03 horoscope\"",
      "names the paper “horoscope”" },
    { "<criterion no=\"1.2\" ", "<criterion no=\"1.1\"  ", "<criterion no=\"1.1\"  ",
      "form 1, criterion 1.1: its number is there twice" },
    { "<band stars=\"4\" from=\"70\"/>", "<band stars=\"4\" from=\"95\"/>", "<band stars=\"4\"",
      "order the bands highest first" },
    /* by the schema; a tag of several lines is named by its last one */
    { "<band stars=\"4\"", "<band stars=\"6\"", "<band stars=\"6\"", "'6'" },
    { "min-star=\"4\"", "min-star=\"2\"", "min-star=\"2\"", "'2'" },
    { "valid-from=\"2026-05-22\"", "valid-from=\"2026-02-30\"", "renewal-to-days", "2026-02-30" },
    { "<round id=\"commune-2\" ", "<round id=\"commune-1\"  ", "<round id=\"commune-1\"  ", "commune-1" },
    { "level=\"commune\" no=\"2\"", "level=\"village\" no=\"2\"", "level=\"village\"", "village" },
    { "<form no=\"2\" ", "<form no=\"1\"  ", "<form no=\"1\"  ", "'1'" },
    { "<band stars=\"1\"", "<tax stars=\"1\"", "<tax", "tax" },
    { "spread-limit=\"10\"", "spread-limit=\"9.5\"", "<council", "9.5" },
    { "code-pattern=\"{province}", "code-pattern=\"{planet}", "renewal-to-days", "{planet}" },
    { "extension-days=\"180\"", "extension-days=\"0\"", "renewal-to-days", "'0'" },
  };
  g_autofree char *text = load_text ("qd-26-2026");

  for (guint i = 0; i < G_N_ELEMENTS (breaks); i++)
    {
      g_autoptr (GString) broken = g_string_new (text);
      g_autoptr (GPtrArray) grounds = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GError) error = NULL;
      g_autofree char *start = NULL;

      g_assert_cmpuint (g_string_replace (broken, breaks[i].from, breaks[i].to, 1), ==, 1);
      start = g_strdup_printf ("a.xml:%d: ", line_of (broken->str, breaks[i].at));
      g_assert_null (cs_regulation_read_data (broken->str, broken->len, "a.xml", grounds, NULL, &error));
      g_assert_error (error, CS_ERROR, CS_ERROR_INVALID);
      g_assert_cmpint (cs_error_exit_status (error), ==, 1);
      g_test_message ("%s", error->message);
      g_assert_true (told (grounds, start, breaks[i].words));
    }
}

static void
test_every_finding (void)
{
  g_autofree char *text = load_text ("qd-26-2026");
  g_autoptr (GString) broken = g_string_new (text);
  g_autoptr (GPtrArray) grounds = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  g_string_replace (broken, "title=\"Tổ chức sản xuất\" max=\"18\"", "title=\"Tổ chức sản xuất\" max=\"19\"",
                    0);
  g_assert_null (cs_regulation_read_data (broken->str, broken->len, "a.xml", grounds, NULL, &error));
  g_assert_error (error, CS_ERROR, CS_ERROR_INVALID);
  g_assert_cmpuint (grounds->len, ==, 28); /* section and part of 14 forms */
  g_assert_nonnull (strstr (error->message, "more findings"));
}

/* Three parts are what tallies, papers and lists have room for: a fourth is refused, not left out. */
static void
test_parts (void)
{
  g_autofree char *text = load_text ("qd-148-2023");
  const char *end = strstr (text, "</part>\n  </form>");
  g_autoptr (GString) more = g_string_new_len (text, end - text + (gssize) strlen ("</part>"));
  g_autoptr (GPtrArray) grounds = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (end);
  g_string_append (more,
                   "<part code=\"D\" title=\"Phần\" max=\"1\"><section no=\"9\" title=\"Mục\" max=\"1\">"
                   "<criterion no=\"9.1\" title=\"Tiêu chí\" max=\"1\"><option points=\"1\">Có</option>"
                   "</criterion></section></part>");
  g_string_append (more, end + strlen ("</part>"));
  g_assert_null (cs_regulation_read_data (more->str, more->len, "a.xml", grounds, NULL, &error));
  g_assert_error (error, CS_ERROR, CS_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "part"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/regulation/forms", test_forms);
  g_test_add_func ("/regulation/head/148", test_head_148);
  g_test_add_func ("/regulation/head/26", test_head_26);
  g_test_add_func ("/regulation/known-sums", test_known_sums);
  g_test_add_func ("/regulation/digest", test_digest);
  g_test_add_func ("/regulation/digest-without-extension", test_digest_without_extension);
  g_test_add_func ("/regulation/same-text", test_same_text);
  g_test_add_func ("/regulation/broken", test_broken);
  g_test_add_func ("/regulation/parts", test_parts);
  g_test_add_func ("/regulation/every-finding", test_every_finding);
  return g_test_run ();
}
