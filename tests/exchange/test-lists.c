/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book.h"
#include "exchange/lists.h"

#include <string.h>

/* The four lists: every bad row is told with its line and column, and then nothing at all was imported. */

typedef struct
{
  gboolean good;
  guint rows;
  GPtrArray *problems;
  GPtrArray *notes;
  GError *error;
} Outcome;

static void
outcome_clear (Outcome *outcome)
{
  g_ptr_array_unref (outcome->problems);
  g_ptr_array_unref (outcome->notes);
  g_clear_error (&outcome->error);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Outcome, outcome_clear)

static Outcome
import_file (Book *book, CsListKind kind, const char *path, gboolean dry)
{
  Outcome outcome = { .problems = g_ptr_array_new_with_free_func (g_free),
                      .notes = g_ptr_array_new_with_free_func (g_free) };

  g_autoptr (CsCsvTable) table = cs_csv_table_read (path, &outcome.error);

  outcome.good = table != NULL
                 && cs_list_import (book->store, kind, table, dry, outcome.problems, outcome.notes,
                                    &outcome.rows, &outcome.error);
  g_assert_cmpint (outcome.good, ==, outcome.error == NULL);
  return outcome;
}

static Outcome
import_text (Book *book, CsListKind kind, const char *text, gboolean dry)
{
  g_autofree char *path = book_file (book, "list.csv");

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return import_file (book, kind, path, dry);
}

static void
take (Book *book, CsListKind kind, const char *text)
{
  g_auto (Outcome) outcome = import_text (book, kind, text, FALSE);

  for (guint i = 0; i < outcome.problems->len; i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (outcome.problems, i));
  g_assert_no_error (outcome.error);
  g_assert_cmpuint (outcome.problems->len, ==, 0);
}

static char *
dump_of (Book *book)
{
  char *dump;

  book_close (book);
  dump = sql_dump (book->path);
  book_open (book);
  return dump;
}

/* @wanted: beginnings of the problems, one a line, in any order. */
static void
assert_bad (Book *book, CsListKind kind, const char *text, const char *wanted)
{
  g_autofree char *before = dump_of (book), *after = NULL;
  g_auto (Outcome) outcome = import_text (book, kind, text, FALSE);
  g_auto (GStrv) lines = g_strsplit (wanted, "\n", -1);
  guint n = 0;

  g_assert_false (outcome.good);
  g_assert_error (outcome.error, CS_ERROR, CS_ERROR_INVALID);
  for (guint i = 0; i < outcome.problems->len; i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (outcome.problems, i));
  for (guint l = 0; lines[l] != NULL && *lines[l] != '\0'; l++, n++)
    {
      gboolean found = FALSE;

      for (guint i = 0; i < outcome.problems->len; i++)
        found |= g_str_has_prefix (g_ptr_array_index (outcome.problems, i), lines[l]);
      if (!found)
        g_error ("not told: %s", lines[l]);
    }
  g_assert_cmpuint (outcome.problems->len, ==, n);
  after = dump_of (book);
  g_assert_cmpstr (after, ==, before);
}

/* --- products --- */

#define PRODUCTS "code,product,producer,producer_kind,unit,form,kind,round\n"

static void
test_products (Book *book, gconstpointer data)
{
  g_autofree char *rows = NULL;
  g_auto (Outcome) outcome =
      import_text (book, CS_LIST_PRODUCTS,
                   "\xef\xbb\xbf"
                   "round;form;kind;unit;producer_kind;producer;product;code;phone;woman\r\n"
                   "district-2;26;renewal;29239;association;Hội Vườn;Du lịch vườn;;0294;x\r\n"
                   ";3;upgrade;842;farm;\"Trại; Năm\";Gạo;;;\r\n"
                   "district-1;1;first;29236;household;Hộ Sáu;Bưởi;84-842-29236-77-2024;;no\r\n",
                   FALSE);

  g_assert_no_error (outcome.error);
  g_assert_cmpuint (outcome.rows, ==, 3);
  /* filed at the district: its code is not complete, and that is told */
  g_assert_cmpuint (outcome.notes->len, ==, 1);
  g_assert_nonnull (strstr (g_ptr_array_index (outcome.notes, 0), "84-842-00000-1-2024"));
  book_close (book);
  rows = sql_rows (
      book->path,
      "SELECT d.code, p.name, r.name, r.kind, r.phone, r.woman, d.form, d.kind, coalesce (e.round, '')"
      " FROM dossier d JOIN product p ON p.id = d.product JOIN producer r ON r.id = p.producer"
      " LEFT JOIN evaluation e ON e.dossier = d.id WHERE d.id > 3 ORDER BY d.code");
  g_assert_cmpstr (rows, ==,
                   "84-842-00000-1-2024|Gạo|Trại; Năm|farm||0|3|upgrade|\n"
                   "84-842-29236-77-2024|Bưởi|Hộ Sáu|household||0|1|first|district-1\n"
                   "84-842-29239-1-2024|Du lịch vườn|Hội Vườn|association|0294|1|26|renewal|district-2\n");
}

static void
test_bad_products (Book *book, gconstpointer data)
{
  g_autoptr (GString) name = g_string_new (NULL);
  g_autofree char *text = NULL, *deleted = NULL;
  g_autoptr (CsDossier) gone = book_dossier (book->store, book_code (3));

  g_assert_true (cs_dossiers_delete (book->store, gone->id, NULL));
  for (int i = 0; i < 1001; i++)
    g_string_append (name, "x");
  text = g_strconcat (PRODUCTS,
                      ",,P,farm,29236,1,first,district-1\n"                     /* 2 */
                      ",S,,farm,29236,1,first,district-1\n"                     /* 3 */
                      ",S,P,shop,29236,1,first,district-1\n"                    /* 4 */
                      ",S,P,farm,99999,1,first,district-1\n"                    /* 5 */
                      ",S,P,farm,84,1,first,district-1\n"                       /* 6 */
                      ",S,P,farm,29236,27,first,district-1\n"                   /* 7 */
                      ",S,P,farm,29236,one,first,district-1\n"                  /* 8 */
                      ",S,P,farm,29236,1.0,first,district-1\n"                  /* 9 */
                      ",S,P,farm,29236,,first,district-1\n"                     /* 10 */
                      ",S,P,farm,29236,1,again,district-1\n"                    /* 11 */
                      ",S,P,farm,29236,1,first,district-9\n"                    /* 12 */
                      "84-842-29236-1-2024,S,P,farm,29236,1,first,district-1\n" /* 13: in the book */
                      "84-842-29236-3-2024,S,P,farm,29236,1,first,district-1\n" /* 14: of a deleted dossier */
                      "A-1,S,P,farm,29236,1,first,district-1\n"                 /* 15 */
                      "A-1,S,P,farm,29236,1,first,district-1\n"                 /* 16: twice */
                      ",S,P,farm,29236,1,first\n"                               /* 17: short */
                      ",S,P,farm,29236,1,first,district-1,more\n"               /* 18: long */
                      ",\"a\nb\",P,farm,29236,0,first,district-1\n"             /* 19 and 20 */
                      ",S,P,farm,29236,1,first,commune-1\n"                     /* 21 */
                      ",",
                      name->str, ",P,farm,29236,1,first,district-1\n", NULL); /* 22 */
  assert_bad (
      book, CS_LIST_PRODUCTS, text,
      "list.csv:2: product:\nlist.csv:3: producer:\nlist.csv:4: producer_kind:\nlist.csv:5: unit:\n"
      "list.csv:6: unit:\nlist.csv:7: form:\nlist.csv:8: form:\nlist.csv:9: form:\nlist.csv:10: form:\n"
      "list.csv:11: kind:\nlist.csv:12: round:\nlist.csv:13: code:\nlist.csv:14: code:\nlist.csv:16: code:\n"
      "list.csv:17: 7 cells\nlist.csv:18: 9 cells\nlist.csv:19: form:\nlist.csv:21: round:\nlist.csv:22: "
      "product:");
}

static void
test_missing_columns (Book *book, gconstpointer data)
{
  static const struct
  {
    CsListKind kind;
    const char *header, *column;
  } cases[] = {
    { CS_LIST_PRODUCTS, "code,producer,producer_kind,unit,form,kind,round", "product" },
    { CS_LIST_PRODUCTS, "product,producer,producer_kind,unit,form,kind", "round" },
    { CS_LIST_MEMBERS, "council,member,name,organisation", "role" },
    { CS_LIST_ANSWERS, "product,member,option", "criterion" },
    { CS_LIST_ANSWERS, "product,member,criterion", "option" },
    { CS_LIST_RECOGNITIONS, "product,producer,unit,decision,date", "stars" },
    { CS_LIST_RECOGNITIONS, "product,producer,stars,decision,date", "unit" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat (cases[i].header, "\nx\n", NULL), *wanted = NULL;
      g_auto (Outcome) outcome = import_text (book, cases[i].kind, text, FALSE);

      wanted = g_strdup_printf ("list.csv:1: the column “%s”", cases[i].column);
      g_assert_error (outcome.error, CS_ERROR, CS_ERROR_INVALID);
      g_assert_nonnull (strstr (outcome.error->message, wanted));
    }
}

static void
test_dry_run (Book *book, gconstpointer data)
{
  static const struct
  {
    CsListKind kind;
    const char *text;
  } cases[] = {
    { CS_LIST_PRODUCTS, PRODUCTS ",Mới,Ai,farm,29236,1,first,district-2\n" },
    { CS_LIST_MEMBERS,
      "council,member,name,role,organisation\ndistrict-842,m9,Tên,member,\nprovince-84,x,Tên,chair,\n" },
    { CS_LIST_ANSWERS, "product,member,criterion,option\n84-842-29236-1-2024,m1,1.1,1\n" },
    { CS_LIST_RECOGNITIONS, "product,producer,unit,stars,decision,date\nKẹo,Ai,842,4,12/QĐ,2022\n" },
  };
  g_autofree char *before = dump_of (book);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Outcome) outcome = import_text (book, cases[i].kind, cases[i].text, TRUE);
      g_autofree char *after = NULL;

      g_assert_no_error (outcome.error);
      after = dump_of (book);
      g_assert_cmpstr (after, ==, before);
    }
  /* what a dry run found in order goes through afterwards */
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    take (book, cases[i].kind, cases[i].text);
}

/* --- members --- */

#define MEMBERS "council,member,name,role,organisation\n"

static void
test_members (Book *book, gconstpointer data)
{
  g_autofree char *rows = NULL;

  take (book, CS_LIST_MEMBERS,
        MEMBERS "province-84,a,Nguyễn Thị A,chair,UBND tỉnh\nprovince-84,b,Trần B,vice,\nprovince-84,c,Lê "
                "C,secretary,Sở\n"
                "district-842,m6,Thêm,member,\n");
  book_close (book);
  rows = sql_rows (
      book->path,
      "SELECT k.key, k.level, k.unit, m.key, m.role, m.position FROM member m JOIN council k ON k.id ="
      " m.council WHERE m.key IN ('a', 'b', 'c', 'm6') ORDER BY m.id");
  g_assert_cmpstr (rows, ==,
                   "province-84|province|84|a|chair|0\nprovince-84|province|84|b|vice|1\n"
                   "province-84|province|84|c|secretary|2\ndistrict-842|district|842|m6|member|6\n");
}

static void
test_bad_members (Book *book, gconstpointer data)
{
  assert_bad (
      book, CS_LIST_MEMBERS,
      MEMBERS "district-842,m9,Tên,boss,\n"     /* 2 */
              "district-99999,m9,Tên,member,\n" /* 3 */
              "ward-842,m9,Tên,member,\n"       /* 4 */
              "district-29236,m9,Tên,member,\n" /* 5: a commune is no district */
              "district-842,,Tên,member,\n"     /* 6 */
              "district-842,m9,,member,\n"      /* 7 */
              "district-842,m1,Tên,member,\n"   /* 8: in the council already */
              "district-842,m8,Tên,member,\n"   /* 9 */
              "district-842,m8,Tên,member,\n"   /* 10: twice */
              "district-842,m7,Tên,chair,\n"    /* 11: it has a chair */
              "province-84,a,Tên,chair,\n"      /* 12 */
              "province-84,b,Tên,chair,\n"      /* 13: two chairs */
              ",x,Tên,member,\n",               /* 14 */
      "list.csv:2: role:\nlist.csv:3: council:\nlist.csv:4: council:\nlist.csv:5: council:\nlist.csv:6: "
      "member:\n"
      "list.csv:7: name:\nlist.csv:8: member:\nlist.csv:10: member:\nlist.csv:11: role:\nlist.csv:13: role:\n"
      "list.csv:14: council:");
}

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

/* --- recognitions --- */

#define RECOGNITIONS "product,producer,unit,stars,decision,date\n"

static void
test_recognitions (Book *book, gconstpointer data)
{
  g_autofree char *rows = NULL;

  take (book, CS_LIST_RECOGNITIONS,
        "date,decision,score,stars,unit,producer,product\n2022-08-22,12/QĐ,78,4,842,HTX A,Kẹo "
        "dừa\n2021,13/QĐ,,3,29236,HTX B,Mắm\n"
        "22/08/2023,14/QĐ,,5,Phường 4,HTX C,Bánh\n2020-11,15/QĐ,trên 91,2,842,HTX D,Trà\n");
  book_close (book);
  rows =
      sql_rows (book->path,
                "SELECT product, unit, stars, decided_on, score, coalesce (valid_until, '') FROM recognition"
                " ORDER BY decided_on");
  /* a certificate runs 36 months from its day; without a day nobody knows, and two stars have none */
  g_assert_cmpstr (rows, ==,
                   "Trà|842|2|2020-11|trên 91|\nMắm|29236|3|2021||\nKẹo dừa|842|4|2022-08-22|78|2025-08-22\n"
                   "Bánh|29236|5|2023-08-22||2026-08-22\n");
}

static void
test_bad_recognitions (Book *book, gconstpointer data)
{
  take (book, CS_LIST_RECOGNITIONS, RECOGNITIONS "Kẹo,HTX,842,3,1/QĐ,2020\n");
  assert_bad (
      book, CS_LIST_RECOGNITIONS,
      RECOGNITIONS ",HTX,842,3,1/QĐ,2020\n"               /* 2 */
                   "Kẹo,,842,3,1/QĐ,2020\n"               /* 3 */
                   "A,HTX,99999,3,1/QĐ,2020\n"            /* 4 */
                   "B,HTX,844,3,1/QĐ,2020\n"              /* 5: another district's */
                   "C,HTX,842,6,1/QĐ,2020\n"              /* 6 */
                   "D,HTX,842,0,1/QĐ,2020\n"              /* 7 */
                   "E,HTX,842,,1/QĐ,2020\n"               /* 8 */
                   "F,HTX,842,4.5,1/QĐ,2020\n"            /* 9 */
                   "G,HTX,842,3,1/QĐ,\n"                  /* 10 */
                   "H,HTX,842,3,1/QĐ,31/02/2020\n"        /* 11 */
                   "I,HTX,842,3,1/QĐ,2020-13\n"           /* 12 */
                   "KEO,htx,842,3,1/QĐ,2020\n"            /* 13: in the register already */
                   "L,HTX,842,3,1/QĐ,2020\n"              /* 14 */
                   "L,HTX,842,3,1/QĐ,2020\n"              /* 15: twice */
                   "M,HTX,842,1 (tiềm năng),1/QĐ,2020\n", /* 16: less than one star is none */
      "list.csv:2: product:\nlist.csv:3: producer:\nlist.csv:4: unit:\nlist.csv:5: unit:\nlist.csv:6: "
      "stars:\n"
      "list.csv:7: stars:\nlist.csv:8: stars:\nlist.csv:9: stars:\nlist.csv:10: date:\nlist.csv:11: date:\n"
      "list.csv:12: date:\nlist.csv:13: product:\nlist.csv:15: product:\nlist.csv:16: stars:");
}

/* The real register of Trà Vinh, as the press printed it: taken whole, and what is doubtful in it is told. */
static void
test_real_register (Book *book, gconstpointer data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "products-tra-vinh.csv", NULL);
  g_autofree char *sample = book_file (book, "province.chamsao"), *rows = NULL, *again = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (Outcome) outcome = { 0 };
  g_auto (Outcome) twice = { 0 };

  g_clear_object (&book->store);
  g_free (book->path);
  book->path = g_strdup (sample);
  book->store = book_create_for (book->path, "84", &error);
  g_assert_no_error (error);
  outcome = import_file (book, CS_LIST_RECOGNITIONS, path, FALSE);
  for (guint i = 0; i < outcome.problems->len; i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (outcome.problems, i));
  g_assert_no_error (outcome.error);
  g_assert_cmpuint (outcome.rows, ==, 43);
  g_assert_cmpuint (outcome.notes->len, >, 0);
  for (guint i = 0; i < outcome.notes->len; i++)
    g_assert_true (g_str_has_prefix (g_ptr_array_index (outcome.notes, i), "products-tra-vinh.csv:"));
  twice = import_file (book, CS_LIST_RECOGNITIONS, path, FALSE);
  g_assert_false (twice.good);
  g_assert_cmpuint (twice.problems->len, ==, 43);
  book_close (book);
  rows = sql_rows (book->path, "SELECT count (*), min (stars), max (stars) FROM recognition");
  g_assert_cmpstr (rows, ==, "43|3|5\n");
  /* "5 (tiềm năng)" of the province is four until the ministry has decided */
  again = sql_rows (
      book->path,
      "SELECT stars, decided_on FROM recognition WHERE product = 'Mật hoa dừa' ORDER BY decided_on");
  g_assert_cmpstr (again, ==, "4|2021-03-30\n5|2023\n");
}

static void
test_kinds (void)
{
  CsListKind kind;

  g_assert_true (cs_list_kind_parse ("recognitions", &kind));
  g_assert_cmpint (kind, ==, CS_LIST_RECOGNITIONS);
  g_assert_true (cs_list_kind_parse ("products", &kind));
  g_assert_cmpint (kind, ==, CS_LIST_PRODUCTS);
  g_assert_false (cs_list_kind_parse ("Products", &kind));
  g_assert_false (cs_list_kind_parse ("", &kind));
  g_assert_false (cs_list_kind_parse (NULL, &kind));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, Book, NULL, book_set_up, test, book_tear_down)
  ADD ("/lists/products/good", test_products);
  ADD ("/lists/products/bad", test_bad_products);
  ADD ("/lists/missing-columns", test_missing_columns);
  ADD ("/lists/dry-run", test_dry_run);
  ADD ("/lists/members/good", test_members);
  ADD ("/lists/members/bad", test_bad_members);
  ADD ("/lists/answers/good", test_answers);
  ADD ("/lists/answers/bad", test_bad_answers);
  ADD ("/lists/answers/ambiguous-points", test_ambiguous_points);
  ADD ("/lists/answers/containers", test_containers);
  ADD ("/lists/answers/scoring-round", test_scoring_round);
  ADD ("/lists/recognitions/good", test_recognitions);
  ADD ("/lists/recognitions/bad", test_bad_recognitions);
  ADD ("/lists/recognitions/real", test_real_register);
  g_test_add_func ("/lists/kinds", test_kinds);
  return g_test_run ();
}
