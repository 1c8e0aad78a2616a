/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "member-id.h"
#include "exported.h"

#include "exchange/export.h"
#include "model/register.h"
#include "service/dossiers/evidence.h"
#include "service/results/register.h"
#include "service/scoring/closing.h"
#include "service/scoring/grounds.h"
#include "service/scoring/rescoring.h"
#include "service/scoring/submission.h"
#include "service/results/trademarks.h"

#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

char *
exported_path (const Book *book)
{
  return book_file (book, "out.xml");
}

void
exported_make (Book *book, const char *unit, const char *round)
{
  g_autofree char *path = exported_path (book);
  CsExportOptions options = { .unit = unit, .round = round };
  g_autoptr (GError) error = NULL;

  cs_export_xml (book->store, path, &options, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

gboolean
exported_is_valid (const char *path)
{
  g_autofree char *schema = g_build_filename (g_getenv ("CHAMSAO_DATADIR"), "schema", "package.xsd", NULL);
  const char *argv[] = { "xmllint", "--nonet", "--noout", "--schema", schema, path, NULL };
  g_autofree char *told = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, &told, &status, &error);
  g_assert_no_error (error);
  if (status != 0)
    g_test_message ("%.600s", told);
  return status == 0;
}

void
exported_assert_valid (Book *book)
{
  g_autofree char *path = exported_path (book);

  g_assert_true (exported_is_valid (path));
}

static void
add_paper (Book *book, const char *code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) dossier = book_dossier (book->store, code);
  g_autoptr (CsEvidence) paper = cs_evidence_new ();
  g_autofree char *path = book_file (book, "Giấy \"A\" & <B>.pdf");
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_true (g_file_set_contents (path, "%PDF-1.4", -1, NULL));
  paper->dossier = dossier->id;
  paper->kind = g_strdup ("registration");
  paper->number = g_strdup ("12/GCN & <x>");
  paper->issued_on = g_strdup ("2024-01-31");
  paper->expires_on = g_strdup ("2027-01-31");
  cs_evidence_put (book->store, paper, file, &error);
  g_assert_no_error (error);
}

static void
add_register (Book *book)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) cs_recognition_free);
  g_autoptr (CsTrademark) trademark = g_new0 (CsTrademark, 1);
  static const char *const dates[] = { "2020", "2021-05", "2022-08-22" };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      CsRecognition *recognition = cs_recognition_new ();

      recognition->uuid = g_uuid_string_random ();
      recognition->product = g_strdup ("Kẹo \"dừa\" & <mạch nha>");
      recognition->producer = g_strdup ("HTX");
      recognition->unit = g_strdup (i == 0 ? "29236" : "842");
      recognition->stars = (int) i + 2;
      recognition->decision = g_strdup ("");
      recognition->decided_on = g_strdup (dates[i]);
      recognition->score = g_strdup (i == 1 ? "trên 91" : "");
      recognition->valid_until = i == 2 ? g_strdup ("2025-08-22") : NULL;
      g_ptr_array_add (list, recognition);
    }
  g_assert_true (cs_register_add (book->store, list, &error));
  trademark->name = g_strdup ("Nhãn <hiệu>");
  trademark->owner = g_strdup ("");
  g_assert_true (cs_trademarks_add (book->store, trademark, NULL, &error));
}

/* 1: half a sheet and a whole one; 2: eliminated and closed; 3: closed in two rounds; 4: in no round. */
static void
fill (Book *book)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) second = book_dossier (book->store, book_code (2)),
                        third = book_dossier (book->store, book_code (3));
  g_autoptr (CsDossier) first = book_dossier (book->store, book_code (1));
  g_autoptr (CsGround) ground =
      cs_ground_new ("1.1", "Giả mạo \"hồ sơ\"", "vì <thế>\nvà & thế", "Thành viên"),
                       whole = NULL, dismissed = cs_ground_new (NULL, "Ngờ", "r", "p");
  g_autoptr (CsSheet) sheet = NULL, again = NULL;

  whole = cs_ground_new (NULL, "Khác", "r", "p");
  book_score (book->store, book_code (1), "m1", 50, FALSE);
  sheet = cs_sheets_get (book->store, first, member_id (book->store, "m1"), &error);
  g_assert_true (cs_sheets_choose (book->store, first, sheet, 4, CS_CHOICE_OPEN, &error));
  g_assert_true (cs_sheets_note (book->store, first, sheet, 0, "bí mật của nháp", &error));
  book_score (book->store, book_code (1), "m2", 50, TRUE);
  g_assert_true (cs_grounds_add (book->store, second, ground, &error));
  g_assert_true (cs_grounds_add (book->store, second, whole, &error));
  book_close_product (book->store, book_code (2), 5, 80);
  for (guint i = 1; i <= 5; i++)
    {
      g_autofree char *member = g_strdup_printf ("m%u", i);

      book_score (book->store, book_code (3), member, i == 1 ? -100 : 100, TRUE);
    }
  g_clear_pointer (&sheet, cs_sheet_free);
  dismissed->state = CS_GROUND_RAISED;
  g_assert_true (cs_grounds_add (book->store, third, dismissed, &error));
  g_assert_true (cs_grounds_decide (book->store, third, dismissed, FALSE, "không đúng <&>", &error));
  sheet = cs_sheets_get (book->store, third, member_id (book->store, "m1"), &error);
  g_assert_true (cs_sheets_discuss (book->store, third, "Đã thảo luận", &error));
  again = cs_sheets_begin_round (book->store, third, sheet, &error);
  g_assert_no_error (error);
  g_assert_true (cs_sheets_note (book->store, third, again, 0, "ghi chú \"<&>\"\n\tdòng hai", &error));
  g_assert_true (cs_sheets_submit (book->store, third, NULL, NULL, &error));
  g_assert_true (
      cs_evaluation_close (book->store, third, &(CsCloseOptions){ .reason = "Đã thảo luận <&>" }, &error));
  g_free (book_add_product (book->store, "Chưa \"có\" <đợt> & lệnh", 26, NULL));
  add_paper (book, book_code (3));
  add_register (book);
}

void
exported_set_up (Book *book, gconstpointer data)
{
  book_set_up (book, data);
  fill (book);
}
