/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "oracle.h"

#include <libxml/parser.h>
#include <libxml/tree.h>

static gboolean
has_name (const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && g_str_equal (node->name, name);
}

/* Digits only; 0 when there is no such attribute. */
static int
number (const xmlNode *node, const char *attribute)
{
  xmlChar *text = xmlGetNoNsProp (node, BAD_CAST attribute);
  int value = 0;

  for (const xmlChar *p = text; p != NULL && *p != '\0'; p++)
    {
      g_assert_true (g_ascii_isdigit (*p));
      value = 10 * value + (*p - '0');
    }
  xmlFree (text);
  return value;
}

static gboolean
says (const xmlNode *node, const char *attribute, const char *wanted)
{
  xmlChar *text = xmlGetNoNsProp (node, BAD_CAST attribute);
  gboolean equal = text != NULL && g_str_equal (text, wanted);

  xmlFree (text);
  return equal;
}

static void
copy (char *to, gsize size, const xmlNode *node, const char *attribute)
{
  xmlChar *text = xmlGetNoNsProp (node, BAD_CAST attribute);

  g_assert_nonnull (text);
  g_assert_cmpuint (g_strlcpy (to, (const char *) text, size), <, size);
  xmlFree (text);
}

static void
read_criterion (OracleForm *form, int part, const xmlNode *node)
{
  OracleQuestion *question = &form->questions[form->n_questions];

  g_assert_cmpint (form->n_questions, <, ORACLE_QUESTIONS);
  copy (question->no, sizeof question->no, node, "no");
  question->part = part;
  question->whole = number (node, "min-star-whole");
  for (const xmlNode *option = node->children; option != NULL; option = option->next)
    if (has_name (option, "option"))
      {
        int i = question->n_options++;

        g_assert_cmpint (i, <, ORACLE_OPTIONS);
        question->points[i] = number (option, "points");
        question->min_star[i] = number (option, "min-star");
        question->prints_zero |= question->points[i] == 0;
      }
  g_assert_cmpint (question->n_options, >, 0);
  form->n_questions++;
}

/* Whatever lies between part and criterion does not matter here. */
static void
walk (OracleForm *form, int part, const xmlNode *node)
{
  for (; node != NULL; node = node->next)
    {
      if (has_name (node, "part"))
        {
          copy (form->parts[form->n_parts], sizeof form->parts[0], node, "code");
          walk (form, form->n_parts++, node->children);
        }
      else if (has_name (node, "criterion"))
        {
          if (!says (node, "container", "yes"))
            read_criterion (form, part, node);
        }
      else if (node->type == XML_ELEMENT_NODE)
        walk (form, part, node->children);
    }
}

Oracle *
oracle_read (const char *id)
{
  g_autofree char *name = g_strconcat (id, ".xml", NULL);
  g_autofree char *path = g_build_filename (g_getenv ("CHAMSAO_DATADIR"), "regulations", name, NULL);
  g_autofree char *text = NULL;
  gsize length;
  xmlDoc *document;
  Oracle *oracle = g_new0 (Oracle, 1);

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  document = xmlReadMemory (text, (int) length, NULL, NULL, XML_PARSE_NONET);
  g_assert_nonnull (document);
  for (const xmlNode *node = xmlDocGetRootElement (document)->children; node != NULL; node = node->next)
    {
      if (has_name (node, "band"))
        {
          oracle->band_stars[oracle->n_bands] = number (node, "stars");
          oracle->band_from[oracle->n_bands++] = number (node, "from");
        }
      else if (has_name (node, "form"))
        {
          OracleForm *form = &oracle->forms[oracle->n_forms++];

          form->no = number (node, "no");
          walk (form, -1, node->children);
        }
    }
  xmlFreeDoc (document);
  return oracle;
}

int
oracle_points (const OracleQuestion *question, int choice)
{
  g_assert_true (choice >= 0 && choice <= question->n_options);
  return choice == 0 ? 0 : question->points[choice - 1];
}

int
oracle_random_choice (const OracleQuestion *question)
{
  return g_test_rand_int_range (question->prints_zero ? 1 : 0, question->n_options + 1);
}

void
oracle_draw_sheet (const OracleForm *form, int bias, int *choices)
{
  for (int q = 0; q < form->n_questions; q++)
    {
      const OracleQuestion *question = &form->questions[q];

      choices[q] = oracle_random_choice (question);
      while (g_test_rand_int_range (0, 100) < bias && choices[q] < question->n_options)
        choices[q]++;
      while (g_test_rand_int_range (0, 100) < -bias && choices[q] > (question->prints_zero ? 1 : 0))
        choices[q]--;
    }
}

void
oracle_climb_to (const OracleForm *form, int **sheets, int n, int wanted)
{
  int sum = 0;

  for (int m = 0; m < n; m++)
    for (int q = 0; q < form->n_questions; q++)
      sum += oracle_points (&form->questions[q], sheets[m][q]);
  for (int step = 0; sum != wanted && step < 200000; step++)
    {
      int m = g_test_rand_int_range (0, n);
      int q = g_test_rand_int_range (0, form->n_questions);
      int choice = oracle_random_choice (&form->questions[q]);
      int next = sum - oracle_points (&form->questions[q], sheets[m][q])
                 + oracle_points (&form->questions[q], choice);

      if (ABS (next - wanted) > ABS (sum - wanted))
        continue;
      sheets[m][q] = choice;
      sum = next;
    }
  g_assert_cmpint (sum, ==, wanted);
}

int
oracle_needed (const OracleQuestion *question, int star)
{
  /* count up until some option of so many points is marked */
  for (int points = 1; points <= 100; points++)
    for (int i = 0; i < question->n_options; i++)
      if (question->points[i] == points && (question->min_star[i] == star || question->whole == star))
        return points;
  return 0;
}

gboolean
oracle_reaches (const OracleForm *form, OracleRule rule, int **sheets, int n, int q, int needed)
{
  int balance = 0; /* what members have more than needed, together */
  int yes = 0, no = 0;

  for (int i = 0; i < n; i++)
    {
      int points = oracle_points (&form->questions[q], sheets[i][q]);

      balance += points - needed;
      if (points < needed)
        no++;
      else
        yes++;
    }
  if (rule == ORACLE_MEAN)
    return balance >= 0;
  return rule == ORACLE_MAJORITY ? yes > no : no == 0;
}

OracleVerdict
oracle_judge (
    const Oracle *oracle, const OracleForm *form, OracleRule rule, int **sheets, int n, gboolean eliminated)
{
  OracleVerdict verdict = { .lowest = 1000 };

  for (int i = 0; i < n; i++)
    {
      int total = 0;

      for (int q = 0; q < form->n_questions; q++)
        {
          int points = oracle_points (&form->questions[q], sheets[i][q]);

          total += points;
          verdict.part_sums[form->questions[q].part] += points;
        }
      verdict.sum += total;
      verdict.lowest = total < verdict.lowest ? total : verdict.lowest;
      verdict.highest = total > verdict.highest ? total : verdict.highest;
    }
  for (int b = 0; b < oracle->n_bands; b++)
    if (verdict.sum - oracle->band_from[b] * n >= 0 && oracle->band_stars[b] > verdict.band)
      verdict.band = oracle->band_stars[b];
  for (int star = 3; star <= 5; star++)
    {
      verdict.minima[star] = star == 3 || verdict.minima[star - 1];
      for (int q = 0; q < form->n_questions; q++)
        {
          int needed = oracle_needed (&form->questions[q], star);

          if (needed > 0 && !oracle_reaches (form, rule, sheets, n, q, needed))
            {
              verdict.minima[star] = FALSE;
              verdict.n_unmet++;
            }
        }
    }
  /* the most stars s, so that the points are enough for s and no minimum up to s is missing */
  for (int s = 1; s <= 5 && !eliminated; s++)
    if (verdict.band >= s && (s < 3 || verdict.minima[s]))
      verdict.stars = s;
  return verdict;
}
