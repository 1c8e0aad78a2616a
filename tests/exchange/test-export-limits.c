/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "member-id.h"
#include "book.h"
#include "exported.h"

#include "base/text.h"
#include "model/register.h"
#include "service/council/councils.h"
#include "service/results/register.h"
#include "service/scoring/closing.h"
#include "service/scoring/grounds.h"
#include "service/results/trademarks.h"

#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <string.h>

/* The longest names there are, those that are too long, and what the schema refuses. */

/* --- a book with everything in it --- */

/* The longest texts that the program takes are texts that the schema takes. */
static void
test_longest (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) name = g_string_new (NULL), text = g_string_new (NULL);
  g_autoptr (CsDossier) dossier = book_dossier (book->store, book_code (1));
  g_autoptr (CsGround) ground = NULL, too_long = NULL;
  g_autoptr (CsSheet) sheet = NULL;
  g_autofree char *long_text = NULL;
  CsNewDossier wanted = {
    .producer_kind = "farm", .unit = "29236", .form = 1, .kind = "first", .round = "district-1"
  };
  g_autofree char *code = NULL, *long_code = g_strnfill (CS_CODE_MAX, '7');

  for (int i = 0; i < CS_NAME_MAX; i++)
    g_string_append (name, "ệ");
  for (int i = 0; i < CS_TEXT_MAX; i++)
    g_string_append (text, "ữ");
  wanted.code = long_code;
  wanted.product = wanted.producer = name->str;
  wanted.address = wanted.phone = wanted.representative = wanted.description = text->str;
  code = cs_dossiers_add (book->store, &wanted, &error);
  g_assert_no_error (error);
  ground = cs_ground_new (NULL, name->str, name->str, name->str);
  g_assert_true (cs_grounds_add (book->store, dossier, ground, &error));
  long_text = g_strconcat (name->str, "x", NULL);
  too_long = cs_ground_new (NULL, "g", long_text, "p");
  g_assert_false (cs_grounds_add (book->store, dossier, too_long, &error));
  assert_error (error, CS_ERROR_INVALID);
  sheet = cs_sheets_get (book->store, dossier, member_id (book->store, "m3"), &error);
  g_assert_true (cs_sheets_note (book->store, dossier, sheet, 0, text->str, &error));
  g_string_append (text, "x");
  g_assert_false (cs_sheets_note (book->store, dossier, sheet, 1, text->str, &error));
  assert_error (error, CS_ERROR_INVALID);
  book_score (book->store, code, "m1", 0, TRUE);
  g_clear_pointer (&dossier, cs_dossier_free);
  dossier = book_dossier (book->store, code);
  for (guint i = 2; i <= 4; i++)
    {
      g_autofree char *member = g_strdup_printf ("m%u", i);

      book_score (book->store, code, member, 0, TRUE);
    }
  g_assert_false (
      cs_evaluation_close (book->store, dossier, &(CsCloseOptions){ .reason = text->str }, &error));
  assert_error (error, CS_ERROR_INVALID);
  g_string_truncate (text, text->len - 1);
  g_assert_true (
      cs_evaluation_close (book->store, dossier, &(CsCloseOptions){ .reason = text->str }, &error));
  g_assert_no_error (error);
  exported_make (book, NULL, NULL);
  exported_assert_valid (book);
}

static void
test_long_names_refused (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strnfill (CS_NAME_MAX + 1, 'x'), *text = g_strnfill (CS_TEXT_MAX + 1, 'x');
  CsNewMember member = { .council = "district-842", .key = "m9", .name = name, .organisation = "" };
  const char *field = NULL;
  g_autoptr (CsTrademark) trademark = g_new0 (CsTrademark, 1);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) cs_recognition_free);
  CsRecognition *recognition = cs_recognition_new ();

  g_assert_false (cs_councils_check_member (book->store, &member, &field, &error));
  g_assert_cmpstr (field, ==, "name");
  assert_error (error, CS_ERROR_INVALID);
  member = (CsNewMember){ .council = "district-842", .key = name, .name = "Tên", .organisation = "" };
  g_assert_false (cs_councils_check_member (book->store, &member, &field, &error));
  g_assert_cmpstr (field, ==, "member");
  assert_error (error, CS_ERROR_INVALID);
  member = (CsNewMember){ .council = "district-842", .key = "m9", .name = "Tên", .organisation = text };
  g_assert_false (cs_councils_check_member (book->store, &member, &field, &error));
  g_assert_cmpstr (field, ==, "organisation");
  assert_error (error, CS_ERROR_INVALID);
  trademark->name = g_strdup (name);
  trademark->owner = g_strdup ("");
  g_assert_false (cs_trademarks_add (book->store, trademark, NULL, &error));
  assert_error (error, CS_ERROR_INVALID);
  trademark->name[0] = '\0';
  g_assert_false (cs_trademarks_add (book->store, trademark, NULL, &error));
  assert_error (error, CS_ERROR_INVALID);
  recognition->uuid = g_uuid_string_random ();
  recognition->product = g_strdup (name);
  recognition->producer = g_strdup ("HTX");
  recognition->unit = g_strdup ("842");
  recognition->stars = 3;
  recognition->decision = g_strdup ("");
  recognition->decided_on = g_strdup ("2020");
  recognition->score = g_strdup ("");
  g_ptr_array_add (list, recognition);
  g_assert_false (cs_register_add (book->store, list, &error));
  assert_error (error, CS_ERROR_INVALID);
}

/* --- what the schema refuses --- */

static char *
replace_once (const char *text, const char *from, const char *to)
{
  const char *at = strstr (text, from);
  g_autofree char *head = NULL;

  if (at == NULL)
    g_error ("the export has no “%s”", from);
  head = g_strndup (text, (gsize) (at - text));
  return g_strconcat (head, to, at + strlen (from), NULL);
}

static void
test_broken (Book *book, gconstpointer data)
{
  static const char *const changes[][2] = {
    { "urn:chamsao:package:1", "urn:chamsao:package:2" },
    { "format=\"1\"", "format=\"2\"" },
    { "format=\"1\"", "" },
    { "<package ", "<package more=\"x\" " },
    { " <regulations>", " <more/><regulations>" },
    { "unit=\"842\"", "unit=\"eight\"" },
    { "year=\"2024\"", "year=\"24\"" },
    { "demonstration=\"no\"", "demonstration=\"maybe\"" },
    { "log-head=\"", "log-head=\"X" },
    { "regulation=\"qd-148-2023\" form", "regulation=\"qd-1-1\" form" }, /* a regulation that is not listed */
    { "form=\"1\" unit=\"29236\"", "form=\"1\" unit=\"29999\"" },        /* a unit that is not listed */
    { "round=\"district-1\"", "round=\"district-7\"" },
    { " council=\"", " council=\"0" },
    { " member=\"", " member=\"0" },
    { "product-id=\"", "product-id=\"0" },
    { "state=\"dismissed\"", "state=\"open\"" },
    { "code=\"84-842-29236-2-2024\"", "code=\"84-842-29236-1-2024\"" }, /* twice */
    { "code=\"84-842-29236-2-2024\"", "code=\"\"" },
    { "kind=\"cooperative\"", "kind=\"shop\"" },
    { "kind=\"first\"", "kind=\"again\"" },
    { "registered-on=\"", "registered-on=\"31/12/" },
    { "state=\"submitted\"", "state=\"sealed\"" },
    { "status=\"closed\"", "status=\"done\"" },
    { "seal=\"", "seal=\"0" },
    { "option=\"1\"", "option=\"-1\"" },
    { "points=\"", "points=\"1." },
    { "criterion=\"1.1\"", "criterion=\"one\"" },
    { "stars=\"0\"", "stars=\"6\"" },
    { "mean=\"", "mean=\"1.5" },
    { "eliminated=\"yes\"", "eliminated=\"1\"" },
    { "role=\"chair\"", "role=\"boss\"" },
    { "quorum=\"3/4\"", "quorum=\"0.75\"" },
    { "minimum-rule=\"mean\"", "minimum-rule=\"best\"" },
    { "decided-on=\"2020\"", "decided-on=\"20\"" },
    { "sha256=\"", "sha256=\"/../" },
    { "<verdict ", "<verdict/><verdict " },
    { "</evaluation>", "<sheet/></evaluation>" },
    { "</package>", "" },
    { "<brand ", "<brand id=\"x\" " },
  };
  g_autofree char *path = exported_path (book), *text = NULL;

  exported_make (book, NULL, NULL);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *broken = replace_once (text, changes[i][0], changes[i][1]);

      g_assert_true (g_file_set_contents (path, broken, -1, NULL));
      if (exported_is_valid (path))
        g_error ("valid after “%s” became “%s”", changes[i][0], changes[i][1]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, Book, NULL, exported_set_up, test, book_tear_down)
  ADD ("/export/longest", test_longest);
  ADD ("/export/long-names-refused", test_long_names_refused);
  ADD ("/export/broken", test_broken);
  return g_test_run ();
}
