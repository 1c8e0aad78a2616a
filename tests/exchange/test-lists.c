/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importing.h"
#include "member-id.h"
#include "service/council/councils.h"
#include "exchange/lists.h"

#include <string.h>

/* The four lists: every bad row is told with its line and column, and then nothing at all was imported. */

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

/* What offices write: their own headings, names in the place of codes. */
static void
test_names (Book *book, gconstpointer data)
{
  g_autofree char *rows = NULL;
  g_autofree char *text =
      g_strdup_printf ("Tên sản phẩm;Chủ thể;Loại chủ thể;Đơn vị;Bộ sản phẩm;Loại hồ sơ;Đợt;Ngày nộp\n"
                       "Gạo;Trại Năm;farm;Phường 4;%s;first;district-1;31/05/2024\n"
                       "Bưởi;Trại Sáu;farm;29236;3;first;DISTRICT-1;\n",
                       cs_regulation_form (cs_store_get_current_regulation (book->store), 3)->name);
  g_auto (Outcome) outcome = import_text (book, CS_LIST_PRODUCTS, text, FALSE);

  if (outcome.problems->len > 0)
    g_test_message ("%s", (const char *) g_ptr_array_index (outcome.problems, 0));
  g_assert_no_error (outcome.error);
  g_assert_cmpuint (outcome.notes->len, ==, 8); /* which heading was taken for what */
  g_assert_nonnull (
      strstr (g_ptr_array_index (outcome.notes, 0), "list.csv:1: column “tên sản phẩm” read as product"));
  book_close (book);
  rows = sql_rows (book->path,
                   "SELECT p.name, d.form, d.registered_on = '2024-05-31', d.unit = '29236' FROM dossier d"
                   " JOIN product p ON p.id = d.product ORDER BY d.id DESC LIMIT 2");
  g_assert_nonnull (strstr (rows, "Gạo|3|1|"));
  g_assert_nonnull (strstr (rows, "Bưởi|3|0|1"));
  book_open (book);
}

/* What a list tells of a producer is kept or refused, never dropped, and whom the program takes for one it
 * says. */
static void
test_producers (Book *book, gconstpointer data)
{
  static const char notes_wanted[] =
      "list.csv:2: producer: taken for “Hộ Mẫu” in Phường 4, who is in the book\n"
      "list.csv:3: producer: “hộ mẫu” in Phường 1 is new; the book has “Hộ Mẫu” in Phường 4. If they are "
      "one, join them"
      " with “producer”, id ID\n"
      "list.csv:6: producer: “HTX Sáu” in Phường 4 is another producer than “Hợp tác xã Sáu” in Phường 4, "
      "line 5. If they"
      " are one, join them with “producer”\n";
  g_auto (Outcome) outcome = { 0 };
  g_autoptr (GString) notes = g_string_new (NULL);
  g_autofree char *producers = NULL;

#define DETAILS "product,producer,producer_kind,unit,form,kind,round,phone,address\n"
  take (book, CS_LIST_PRODUCTS,
        DETAILS "Bánh,Hộ Mẫu,household,29236,1,first,district-1,0900000001,ấp Một\n"
                "Kẹo,Hộ Mẫu,household,29236,1,first,district-1,0900000001,\n"
                "Mứt,Hộ Mẫu,household,29236,1,first,district-1,,\n");
  outcome = import_text (book, CS_LIST_PRODUCTS,
                         DETAILS "Trà,Hộ Mẫu,household,29236,1,first,district-1,0900000001,ấp Một\n"
                                 "Gạo,hộ mẫu,household,29239,1,first,district-1,0900000002,ấp Hai\n"
                                 "Tôm,Hộ Khác,household,29239,1,first,district-1,,\n"
                                 "Cua,Hợp tác xã Sáu,cooperative,29236,1,first,district-1,,\n"
                                 "Ghẹ,HTX Sáu,cooperative,29236,1,first,district-1,,\n"
                                 "Sò,HTX Sáu,cooperative,29236,1,first,district-1,,\n",
                         FALSE);
  g_assert_true (outcome.good);
  for (guint i = 0; i < outcome.notes->len; i++)
    {
      const char *note = g_ptr_array_index (outcome.notes, i), *id = strstr (note, ", id ");

      g_string_append_len (notes, note, id != NULL ? id + 5 - note : (gssize) strlen (note));
      g_string_append (notes, id != NULL ? "ID\n" : "\n");
    }
  g_assert_cmpstr (notes->str, ==, notes_wanted);
  /* another phone than the book has; two rows that differ */
  assert_bad (book, CS_LIST_PRODUCTS,
              DETAILS "Gạo,Hộ Mẫu,household,29236,1,first,district-1,0900000002,ấp Hai\n"
                      "Nếp,Hộ Bảy,household,29239,1,first,district-1,0900000003,ấp Ba\n"
                      "Tôm,Hộ Bảy,household,29239,1,first,district-1,0900000004,ấp Ba\n",
              "list.csv:2: address:\nlist.csv:4: phone:\n");
  book_close (book);
  producers = sql_rows (book->path, "SELECT name, commune, phone FROM producer WHERE name LIKE 'h%' AND"
                                    " name NOT LIKE 'Hợp tác xã Mẫu' ORDER BY id");
  g_assert_cmpstr (producers, ==,
                   "Hộ Mẫu|29236|0900000001\nhộ mẫu|29239|0900000002\nHộ Khác|29239|\nHợp tác xã Sáu|29236|\n"
                   "HTX Sáu|29236|\n");
  book_open (book);
}

/* What is wrong alike in many rows is one line, with all of them. */
static void
test_joined (Book *book, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (PRODUCTS);
  g_auto (Outcome) outcome = { 0 };

  for (guint i = 0; i < 180; i++)
    g_string_append_printf (text, ",Sản phẩm %u,Trại %u,%s,29236,1,first,district-1\n", i, i,
                            i == 90 ? "farm" : "shop");
  g_string_append (text, ",Gạo,Trại,farm,99999,1,first,district-1\n");
  outcome = import_text (book, CS_LIST_PRODUCTS, text->str, FALSE);
  g_assert_false (outcome.good);
  g_assert_cmpuint (outcome.problems->len, ==, 2);
  g_assert_true (g_str_has_prefix (g_ptr_array_index (outcome.problems, 0), "list.csv:2: producer_kind:"));
  g_assert_true (
      g_str_has_suffix (g_ptr_array_index (outcome.problems, 0), "(179 rows: lines 2–91, 93–181)"));
  g_assert_true (g_str_has_prefix (g_ptr_array_index (outcome.problems, 1), "list.csv:182: unit:"));
  g_assert_nonnull (strstr (outcome.error->message, "180 bad rows"));
}

/* The same list again makes no doubles: it is told, row by row. */
static void
test_again (Book *book, gconstpointer data)
{
  static const char list[] =
      PRODUCTS ",Gạo,Trại Năm,farm,29236,1,first,district-1\n,Bưởi,Trại Năm,farm,29236,2,first,\n";

  take (book, CS_LIST_PRODUCTS, list);
  assert_bad (book, CS_LIST_PRODUCTS, list, "list.csv:2: product:\nlist.csv:3: product:\n");
  assert_bad (book, CS_LIST_PRODUCTS, PRODUCTS ",Kẹo,P,farm,29236,1,first,\n,Kẹo,P,farm,29236,1,first,\n",
              "list.csv:3: product:\n");
  /* another round, form or producer is another dossier */
  take (book, CS_LIST_PRODUCTS,
        PRODUCTS
        ",Gạo,Trại Năm,farm,29236,1,renewal,district-2\n,Gạo,Trại Năm,farm,29236,3,first,district-1\n"
        ",Gạo,Trại Sáu,farm,29236,1,first,district-1\n");
}

static void
test_filing_days (Book *book, gconstpointer data)
{
#define DAYS "product,producer,producer_kind,unit,form,kind,round,registered_on\n"
  assert_bad (book, CS_LIST_PRODUCTS,
              DAYS
              "A,P,farm,29236,1,first,district-1,2024-02-30\nB,P,farm,29236,1,first,district-1,2999-01-01\n"
              "C,P,farm,29236,1,first,district-1,1024-05-31\nD,P,farm,29236,1,first,district-1,hôm qua\n",
              "list.csv:2: registered_on:\nlist.csv:3: registered_on:\nlist.csv:4: registered_on:\n"
              "list.csv:5: registered_on:\n");
  take (book, CS_LIST_PRODUCTS, DAYS "A,P,farm,29236,1,first,district-1,1/6/2024\n");
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

/* Who was chair and has left keeps nobody from the chair. */
static void
test_next_chair (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  assert_bad (book, CS_LIST_MEMBERS, MEMBERS "district-842,m9,Tên,chair,\n", "list.csv:2: role:");
  cs_councils_remove_member (book->store, member_id (book->store, "m1"), "QĐ 9", &error);
  g_assert_no_error (error);
  take (book, CS_LIST_MEMBERS, MEMBERS "district-842,m9,Tên,chair,\n");
  assert_bad (book, CS_LIST_MEMBERS, MEMBERS "district-842,n1,Tên,chair,\n", "list.csv:2: role:");
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
      RECOGNITIONS ",HTX,842,3,1/QĐ,2020\n"              /* 2 */
                   "Kẹo,,842,3,1/QĐ,2020\n"              /* 3 */
                   "A,HTX,99999,3,1/QĐ,2020\n"           /* 4 */
                   "B,HTX,844,3,1/QĐ,2020\n"             /* 5: another district's */
                   "C,HTX,842,6,1/QĐ,2020\n"             /* 6 */
                   "D,HTX,842,0,1/QĐ,2020\n"             /* 7 */
                   "E,HTX,842,,1/QĐ,2020\n"              /* 8 */
                   "F,HTX,842,4.5,1/QĐ,2020\n"           /* 9 */
                   "G,HTX,842,3,1/QĐ,\n"                 /* 10 */
                   "H,HTX,842,3,1/QĐ,31/02/2020\n"       /* 11 */
                   "I,HTX,842,3,1/QĐ,2020-13\n"          /* 12 */
                   "KEO,htx,842,3,1/QĐ,2020\n"           /* 13: in the register already */
                   "L,HTX,842,3,1/QĐ,2020\n"             /* 14 */
                   "L,HTX,842,3,1/QĐ,2020\n"             /* 15: twice */
                   "M,HTX,842,1 (tiềm năng),1/QĐ,2020\n" /* 16: less than one star is none */
                   "N,HTX,842,3,1/QĐ,2999\n"             /* 17: in the future */
                   "O,HTX,842,3,1/QĐ,1020-05\n",         /* 18: before there was OCOP */
      "list.csv:2: product:\nlist.csv:3: producer:\nlist.csv:4: unit:\nlist.csv:5: unit:\nlist.csv:6: "
      "stars:\n"
      "list.csv:7: stars:\nlist.csv:8: stars:\nlist.csv:9: stars:\nlist.csv:10: date:\nlist.csv:11: date:\n"
      "list.csv:12: date:\nlist.csv:13: product:\nlist.csv:15: product:\nlist.csv:16: stars:\nlist.csv:17: "
      "date:\nlist.csv:18: date:");
  assert_bad (book, CS_LIST_RECOGNITIONS,
              "product,producer,unit,stars,decision,date,certificate,valid_until\n"
              "A,HTX,842,3,1/QĐ,2024-05-31,01,2024-05-30\n" /* 2: ends before it begins */
              "B,HTX,842,3,1/QĐ,2024-05-31,02,3024-05-30\n" /* 3: no day of this world */
              "C,HTX,842,3,1/QĐ,2024-05-31,03,\n"
              "D,HTX,842,3,1/QĐ,2024-05-31,03,\n" /* 5: the number of C's */
              "E,HTX,842,3,2/QĐ,2024-05-31,03,\n",
              "list.csv:2: valid_until:\nlist.csv:3: valid_until:\nlist.csv:5: certificate:");
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
  g_assert_cmpuint (twice.problems->len, ==, 1); /* the same of all */
  g_assert_nonnull (strstr (g_ptr_array_index (twice.problems, 0), "(43 rows: lines 2–44)"));
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
  ADD ("/lists/products/names", test_names);
  ADD ("/lists/products/producers", test_producers);
  ADD ("/lists/products/again", test_again);
  ADD ("/lists/products/filing-days", test_filing_days);
  ADD ("/lists/products/joined", test_joined);
  ADD ("/lists/missing-columns", test_missing_columns);
  ADD ("/lists/dry-run", test_dry_run);
  ADD ("/lists/members/good", test_members);
  ADD ("/lists/members/bad", test_bad_members);
  ADD ("/lists/members/next-chair", test_next_chair);
  ADD ("/lists/recognitions/good", test_recognitions);
  ADD ("/lists/recognitions/bad", test_bad_recognitions);
  ADD ("/lists/recognitions/real", test_real_register);
  g_test_add_func ("/lists/kinds", test_kinds);
  return g_test_run ();
}
