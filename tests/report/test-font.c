/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "judge.h"
#include "samples.h"

#include "base/error.h"

#include <string.h>

static const CsFace plain = { CS_FONT_REGULAR, 13, FALSE };
static const CsFace capitals = { CS_FONT_BOLD, 13, TRUE };

static CsFonts *
make_fonts (void)
{
  g_autoptr (GError) error = NULL;
  CsFonts *fonts = cs_fonts_new (&error);

  g_assert_no_error (error);
  return fonts;
}

static void
assert_prepared (CsFonts *fonts, const CsFace *face, const char *text, const char *wanted)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *prepared = cs_fonts_prepare (fonts, face, text, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (prepared, ==, wanted);
}

static void
test_gate (void)
{
  g_autoptr (CsFonts) fonts = make_fonts ();

  assert_prepared (fonts, &plain, "Vie\xcc\xa3\xcc\x82t", "Việt"); /* NFD */
  assert_prepared (fonts, &plain, "Vi\xc3\xaa\xcc\xa3t", "Việt");  /* half composed */
  assert_prepared (fonts, &plain,
                   "a\xe2\x80\x8b"
                   "b\xef\xbb\xbf"
                   "c",
                   "abc"); /* zero width space, BOM */
  assert_prepared (fonts, &plain, "a\tb\r\nc", "a b \nc");
  assert_prepared (fonts, &plain,
                   "a\xe2\x80\xa8"
                   "b",
                   "a\nb"); /* line separator */
  assert_prepared (fonts, &capitals, "hội đồng, tỉnh", "HỘI ĐỒNG, TỈNH");
}

/* A letter that is missing is a box, and told once. */
static void
test_boxes (void)
{
  g_autoptr (CsFonts) fonts = make_fonts ();
  g_autofree char *none = cs_fonts_dup_warning (fonts), *warning = NULL;

  g_assert_null (none);
  assert_prepared (fonts, &plain, "Gạo 試", "Gạo □");
  assert_prepared (fonts, &plain, "Dừa \xf0\x9f\x8c\xb4 試", "Dừa □ □"); /* a palm tree */
  warning = cs_fonts_dup_warning (fonts);
  g_assert_nonnull (strstr (warning, "試 (U+8A66), \xf0\x9f\x8c\xb4 (U+1F334):"));
}

static void
test_refused (void)
{
  g_autoptr (CsFonts) fonts = make_fonts ();
  g_autoptr (GError) error = NULL;

  g_assert_null (cs_fonts_prepare (fonts, &plain, "Dừa \xff sáp", &error));
  g_assert_error (error, CS_ERROR, CS_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "UTF-8"));
}

/* Every letter in every cut: one family in the file, and the text comes out again. */
static void
test_letters (void)
{
  CsDocument *document = cs_document_new (
      &(CsDocumentInfo){ .title = "mẫu", .creator = "t", .created = "2024-01-01T00:00:00Z" });
  g_autofree char *pdf = NULL;
  g_autofree char *text = NULL;

  for (guint style = 0; style < CS_FONT_N_STYLES; style++)
    for (const char *p = sample_letters; *p != '\0'; p = g_utf8_offset_to_pointer (p, 67))
      {
        g_autofree char *half = g_utf8_substring (p, 0, 67);

        cs_document_add_paragraph (document,
                                   &(CsParagraph){ .text = half, .style = (CsFontStyle) style, .size = 10 });
      }
  pdf = judge_write (document, "letters.pdf");
  judge_fonts (pdf);
  text = judge_text (pdf, 0);
  for (const char *p = sample_letters; *p != '\0'; p = g_utf8_next_char (p))
    {
      char letter[7] = "";

      g_unichar_to_utf8 (g_utf8_get_char (p), letter);
      g_assert_cmpuint (judge_count (text, letter), ==, CS_FONT_N_STYLES);
    }
}

/* Points fontconfig of this process at nothing but @rules; before its first use. */
static void
use_fontconfig (const char *rules)
{
  g_autofree char *path = judge_path ("fonts.conf");
  g_autofree char *cache = judge_path ("fontcache");
  g_autofree char *text = g_strdup_printf ("<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\">"
                                           "<fontconfig><cachedir>%s</cachedir>%s</fontconfig>",
                                           cache, rules);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  g_setenv ("FONTCONFIG_FILE", path, TRUE);
}

static void
assert_no_fonts (const char *named)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsFonts) fonts = cs_fonts_new (&error);

  g_assert_null (fonts);
  g_assert_error (error, CS_ERROR, CS_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, named));
  g_assert_nonnull (strstr (error->message, "fonts-liberation2"));
}

/* fontconfig gives some font for every name: that must not be taken for Times. */
static void
test_absent_child (void)
{
  use_fontconfig ("<dir>/usr/share/fonts/truetype/dejavu</dir>");
  assert_no_fonts ("Times New Roman");
}

static void
test_absent (void)
{
  g_test_trap_subprocess ("/report/font/absent/subprocess", 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

/* As fonts-liberation 1.07: the family is there but not all letters are. */
static void
test_poor_child (void)
{
  use_fontconfig ("<dir>/usr/share/fonts/truetype/liberation2</dir>"
                  "<match target=\"scan\"><test name=\"family\"><string>Liberation Serif</string></test>"
                  "<edit name=\"charset\" mode=\"assign\"><minus><name>charset</name>"
                  "<charset><int>0x1EC7</int></charset></minus></edit></match>");
  assert_no_fonts ("ệ");
}

static void
test_poor (void)
{
  g_test_trap_subprocess ("/report/font/poor/subprocess", 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

/* The head of the decree, word by word, with the capitals made by us. */
static void
test_letterhead (void)
{
  CsDocument *document = cs_document_new (
      &(CsDocumentInfo){ .title = "mẫu", .creator = "t", .created = "2024-01-01T00:00:00Z" });
  g_autofree char *pdf = NULL;
  g_autofree char *text = NULL;

  cs_document_add_letterhead (document, &(CsLetterhead){ .issuer = "Hội đồng mẫu",
                                                         .parent = "Ủy ban nhân dân",
                                                         .place = "Trà Vinh",
                                                         .date = "2024-05-31",
                                                         .title = "Biên bản" });
  pdf = judge_write (document, "capitals.pdf");
  text = judge_text (pdf, 0);
  g_assert_nonnull (strstr (text, "ỦY BAN NHÂN DÂN"));
  g_assert_nonnull (strstr (text, "HỘI ĐỒNG MẪU"));
  g_assert_nonnull (strstr (text, "BIÊN BẢN"));
  g_assert_nonnull (strstr (text, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"));
  g_assert_nonnull (strstr (text, "Độc lập - Tự do - Hạnh phúc"));
  g_assert_nonnull (strstr (text, "Trà Vinh, ngày 31 tháng 5 năm 2024"));
}

void
add_font_tests (void)
{
  g_test_add_func ("/report/font/gate", test_gate);
  g_test_add_func ("/report/font/boxes", test_boxes);
  g_test_add_func ("/report/font/refused", test_refused);
  g_test_add_func ("/report/font/letters", test_letters);
  g_test_add_func ("/report/font/absent", test_absent);
  g_test_add_func ("/report/font/poor", test_poor);
  g_test_add_func ("/report/letterhead/words", test_letterhead);
  g_test_add_func ("/report/font/absent/subprocess", test_absent_child);
  g_test_add_func ("/report/font/poor/subprocess", test_poor_child);
}
