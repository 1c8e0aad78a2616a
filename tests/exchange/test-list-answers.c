/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importing.h"

#include <string.h>

/* Lists of answers. */

/* --- answers --- */

#define ANSWERS "product,member,criterion,option\n"

/* Form 1: 1.1 is 1/3/5, 1.4 prints 0/1/2/3; form 26 has containers and equal points. */
static void
test_answers (Book *book, gconstpointer data)
{
  g_autofree char *rows = NULL;

  take (book, CS_LIST_ANSWERS,
        ANSWERS "84-842-29236-1-2024,m1,1.1,3\n84-842-29236-1-2024,m1,1.2,0\n84-842-29236-1-2024,m2,1.4,1\n");
  /* by points: 5 is the third option of 1.1, 0 the printed first of 1.4, and none of 1.2 */
  take (book, CS_LIST_ANSWERS,
        "points,criterion,member,product\n5,1.1,m1,84-842-29236-2-2024\n0,1.4,m1,84-842-29236-2-2024\n"
        "0,1.2,m1,84-842-29236-2-2024\n");
  /* a draft may be corrected by another list */
  take (book, CS_LIST_ANSWERS, ANSWERS "84-842-29236-1-2024,m1,1.1,2\n");
  book_close (book);
  rows = sql_rows (book->path,
                   "SELECT d.code, m.key, c.no, a.option FROM answer a JOIN criterion c ON c.id = a.criterion"
                   " JOIN sheet s ON s.id = a.sheet JOIN member m ON m.id = s.member JOIN evaluation e ON"
                   " e.id = s.evaluation JOIN dossier d ON d.id = e.dossier ORDER BY d.code, m.key, c.id");
  g_assert_cmpstr (
      rows, ==,
      "84-842-29236-1-2024|m1|1.1|2\n84-842-29236-1-2024|m1|1.2|0\n84-842-29236-1-2024|m2|1.4|1\n"
      "84-842-29236-2-2024|m1|1.1|3\n84-842-29236-2-2024|m1|1.2|0\n84-842-29236-2-2024|m1|1.4|1\n");
}

/* Points that two options of @criterion bear, or -1. */
static int
doubled_points (const CsCriterion *criterion)
{
  for (guint a = 0; a < criterion->options->len; a++)
    for (guint b = a + 1; b < criterion->options->len; b++)
      if (((CsOption *) criterion->options->pdata[a])->points
          == ((CsOption *) criterion->options->pdata[b])->points)
        return ((CsOption *) criterion->options->pdata[a])->points;
  return -1;
}

static const CsCriterion *
find_ambiguous (Book *book, int *form_no, int *points)
{
  const CsRegulation *regulation = cs_store_get_current_regulation (book->store);

  for (*form_no = 1; *form_no <= 26; (*form_no)++)
    {
      const CsForm *form = cs_regulation_form (regulation, *form_no);

      for (guint q = 0; q < cs_form_n_questions (form); q++)
        if ((*points = doubled_points (cs_form_question (form, q))) >= 0)
          return cs_form_question (form, q);
    }
  g_error ("no form has two options of the same points");
}

static void
test_bad_answers (Book *book, gconstpointer data)
{
  book_close_product (book->store, book_code (3), 5, 0);
  book_score (book->store, book_code (2), "m1", 0, TRUE);
  g_free (book_add_product (book->store, "Không đợt", 1, NULL)); /* -4- */
  assert_bad (book, CS_LIST_ANSWERS,
              ANSWERS "84-1,m1,1.1,1\n"                 /* 2 */
                      "84-842-29236-1-2024,m77,1.1,1\n" /* 3 */
                      "84-842-29236-1-2024,s,1.1,1\n"   /* 4: the secretary */
                      "84-842-29236-1-2024,m1,99.1,1\n" /* 5 */
                      "84-842-29236-1-2024,m1,1.1,4\n"  /* 6 */
                      "84-842-29236-1-2024,m1,1.4,0\n"  /* 7: 0 is printed there */
                      "84-842-29236-1-2024,m1,1.1,-1\n" /* 8 */
                      "84-842-29236-1-2024,m1,1.1,x\n"  /* 9 */
                      "84-842-29236-1-2024,m1,1.1,\n"   /* 10 */
                      "84-842-29236-1-2024,m1,1.2,1\n"  /* 11 */
                      "84-842-29236-1-2024,m1,1.2,2\n"  /* 12: twice */
                      "84-842-29236-2-2024,m1,1.1,1\n"  /* 13: sealed */
                      "84-842-29236-3-2024,m1,1.1,1\n"  /* 14: closed */
                      "84-842-29236-4-2024,m1,1.1,1\n"  /* 15: in no round */
                      ",m1,1.1,1\n"                     /* 16 */
                      "84-842-29236-1-2024,,1.1,1\n"    /* 17 */
                      "84-842-29236-1-2024,m1,,1\n",    /* 18 */
              "list.csv:2: product:\nlist.csv:3: member:\nlist.csv:4: member:\nlist.csv:5: "
              "criterion:\nlist.csv:6: option:\n"
              "list.csv:7: option:\nlist.csv:8: option:\nlist.csv:9: option:\nlist.csv:10: "
              "option:\nlist.csv:12: criterion:\n"
              "list.csv:13: member:\nlist.csv:14: product:\nlist.csv:15: product:\nlist.csv:16: product:\n"
              "list.csv:17: member:\nlist.csv:18: criterion:");
  assert_bad (
      book, CS_LIST_ANSWERS,
      "product,member,criterion,points\n84-842-29236-1-2024,m1,1.1,2\n84-842-29236-1-2024,m1,1.1,999\n",
      "list.csv:2: points:\nlist.csv:3: points:");
  assert_bad (book, CS_LIST_ANSWERS,
              "product,member,criterion,option,scoring_round\n"
              "84-842-29236-1-2024,m1,1.1,1,0\n"  /* 2 */
              "84-842-29236-1-2024,m1,1.1,1,x\n"  /* 3 */
              "84-842-29236-1-2024,m1,1.1,1,2\n"  /* 4: no second round is due */
              "84-842-29236-2-2024,m1,1.1,1,2\n", /* 5 */
              "list.csv:2: scoring_round:\nlist.csv:3: scoring_round:\nlist.csv:4: scoring_round:\n"
              "list.csv:5: scoring_round:");
}

static void
test_ambiguous_points (Book *book, gconstpointer data)
{
  int form_no = 0, points = 0;
  g_autofree char *no = g_strdup (find_ambiguous (book, &form_no, &points)->no);
  g_autofree char *code = NULL, *by_points = NULL, *by_option = NULL;

  code = book_add_product (book->store, "Hai lựa chọn cùng điểm", form_no, "district-1");
  by_points = g_strdup_printf ("product,member,criterion,points\n%s,m1,%s,%d\n", code, no, points);
  assert_bad (book, CS_LIST_ANSWERS, by_points, "list.csv:2: points:");
  by_option = g_strdup_printf (ANSWERS "%s,m1,%s,1\n", code, no);
  take (book, CS_LIST_ANSWERS, by_option);
}

/* Returns: (nullable): number of the first container of @form. */
static const char *
container_of (const CsForm *form)
{
  for (guint p = 0; p < form->parts->len; p++)
    {
      const CsPart *part = g_ptr_array_index (form->parts, p);

      for (guint s = 0; s < part->sections->len; s++)
        {
          const CsSection *section = g_ptr_array_index (part->sections, s);

          for (guint c = 0; c < section->criteria->len; c++)
            {
              const CsCriterion *criterion = g_ptr_array_index (section->criteria, c);

              if (criterion->container)
                return criterion->no;
            }
        }
    }
  return NULL;
}

static void
test_containers (Book *book, gconstpointer data)
{
  int tried = 0;

  for (int no = 1; no <= 26 && tried < 2; no++)
    {
      const char *container =
          container_of (cs_regulation_form (cs_store_get_current_regulation (book->store), no));
      g_autofree char *code = NULL, *text = NULL;

      if (container == NULL)
        continue;
      code = book_add_product (book->store, "Có tiêu đề", no, "district-1");
      text = g_strdup_printf (ANSWERS "%s,m1,%s,1\n", code, container);
      assert_bad (book, CS_LIST_ANSWERS, text, "list.csv:2: criterion:");
      tried++;
    }
  g_assert_cmpint (tried, >, 0);
}

/* A second round may be brought by a list, once all of the first are in and lie too far apart. */
static void
test_scoring_round (Book *book, gconstpointer data)
{
  g_autofree char *rows = NULL;

  for (guint i = 1; i <= 5; i++)
    {
      g_autofree char *member = g_strdup_printf ("m%u", i);

      book_score (book->store, book_code (1), member, i == 1 ? -100 : 100, TRUE);
    }
  take (book, CS_LIST_ANSWERS,
        "product,member,criterion,option,scoring_round\n84-842-29236-1-2024,m1,1.1,3,2\n84-842-29236-1-2024,"
        "m1,1.2,3,2\n"
        "84-842-29236-1-2024,m2,1.1,1,2\n");
  /* an empty cell means the round the member is in */
  take (book, CS_LIST_ANSWERS,
        "product,member,criterion,option,scoring_round\n84-842-29236-1-2024,m1,1.1,2,\n84-842-29236-1-2024,"
        "m2,1.2,1,2\n");
  book_close (book);
  rows = sql_rows (
      book->path,
      "SELECT m.key, s.scoring_round, s.state, count (*), sum (a.option) > 0 FROM sheet s JOIN member m"
      " ON m.id = s.member JOIN answer a ON a.sheet = s.id WHERE m.key IN ('m1', 'm2') GROUP BY s.id"
      " ORDER BY m.key, s.scoring_round");
  /* the second sheet begins with the answers of the first */
  g_assert_cmpstr (rows, ==, "m1|1|submitted|32|1\nm1|2|draft|32|1\nm2|1|submitted|32|1\nm2|2|draft|32|1\n");
  g_free (rows);
  rows = sql_rows (
      book->path,
      "SELECT a.option FROM sheet s JOIN member m ON m.id = s.member JOIN answer a ON a.sheet = s.id JOIN"
      " criterion c ON c.id = a.criterion WHERE m.key = 'm1' AND s.scoring_round = 2 AND c.no = '1.1'");
  g_assert_cmpstr (rows, ==, "2\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, Book, NULL, book_set_up, test, book_tear_down)
  ADD ("/lists/answers/good", test_answers);
  ADD ("/lists/answers/bad", test_bad_answers);
  ADD ("/lists/answers/ambiguous-points", test_ambiguous_points);
  ADD ("/lists/answers/containers", test_containers);
  ADD ("/lists/answers/scoring-round", test_scoring_round);
  return g_test_run ();
}
