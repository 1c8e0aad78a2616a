/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/error.h"
#include "base/id.h"
#include "base/text.h"

#include <gio/gio.h>
#include <string.h>

#define LETTERS "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵ"

static char *
fold (const char *text)
{
  return cs_text_fold (text);
}

static void
assert_folds (const char *text, const char *wanted)
{
  g_autofree char *folded = fold (text);

  g_assert_cmpstr (folded, ==, wanted);
}

static void
test_fold (void)
{
  assert_folds ("Đường thốt nốt Trà Vinh", "duong thot not tra vinh");
  assert_folds ("đĐ", "dd");
  assert_folds ("ƯỚC MƠ", "uoc mo");
  assert_folds ("84-842-29236-1-2024", "84 842 29236 1 2024");
  assert_folds ("  Kẹo — dừa (loại \"1\")!  ", "keo dua loai 1");
  assert_folds ("a\t\n b", "a b");
  assert_folds ("a\xc2\xa0"
                "b",
                "a b"); /* a hard space is a space */
  assert_folds ("x²", "x2");
  /* nothing but punctuation is nothing */
  assert_folds ("", "");
  assert_folds (" ", "");
  assert_folds ("-–—…!?\"'“”()[]{}*%_", "");
  assert_folds ("★★★", "");
  assert_folds ("́̀", ""); /* accents without a letter */
}

/* Composed or not, upper or lower: people mean the same word. */
static void
test_fold_forms (void)
{
  static const GNormalizeMode modes[] = { G_NORMALIZE_NFC, G_NORMALIZE_NFD, G_NORMALIZE_NFKC,
                                          G_NORMALIZE_NFKD };

  for (const char *p = LETTERS; *p != '\0'; p = g_utf8_next_char (p))
    {
      g_autofree char *letter = g_strndup (p, (gsize) (g_utf8_next_char (p) - p)),
                      *upper = g_utf8_strup (letter, -1);
      g_autofree char *plain = fold (letter);

      g_assert_cmpuint (strlen (plain), ==, 1);
      g_assert_true (g_ascii_islower (plain[0]));
      assert_folds (upper, plain);
      for (guint m = 0; m < G_N_ELEMENTS (modes); m++)
        {
          g_autofree char *form = g_utf8_normalize (letter, -1, modes[m]);
          g_autofree char *upper_form = g_utf8_normalize (upper, -1, modes[m]);

          assert_folds (form, plain);
          assert_folds (upper_form, plain);
        }
    }
}

static void
test_fold_is_stable (void)
{
  for (int run = 0; run < 2000; run++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *once = NULL, *twice = NULL;

      for (int i = g_test_rand_int_range (0, 12); i > 0; i--)
        {
          gunichar c = (gunichar) g_test_rand_int_range (1, g_test_rand_bit () ? 0x1f00 : 0x10ffff);

          if (g_unichar_validate (c))
            g_string_append_unichar (text, c);
        }
      once = fold (text->str);
      twice = fold (once);
      g_assert_cmpstr (once, ==, twice);
      g_assert_true (g_utf8_validate (once, -1, NULL));
      g_assert_false (g_str_has_prefix (once, " "));
      g_assert_false (g_str_has_suffix (once, " "));
      g_assert_null (strstr (once, "  "));
    }
}

static void
assert_clean (const char *text, const char *wanted)
{
  g_autofree char *clean = cs_text_clean (text);

  g_assert_cmpstr (clean, ==, wanted);
}

static void
test_clean (void)
{
  assert_clean ("", "");
  assert_clean (" \t\r\n", "");
  assert_clean ("  Kẹo  dừa \n", "Kẹo  dừa");
  assert_clean ("\xc2\xa0Kẹo\xe3\x80\x80", "Kẹo"); /* hard and wide spaces */
  assert_clean ("Ke\xcc\xa3o du\xcc\x9b\xcc\x80"
                "a",
                "Kẹo dừa");
  assert_clean ("Tiê\xcc\x89n", "Tiển");
  assert_clean ("\xff", NULL);
  assert_clean ("a\xed\xa0\x80", NULL); /* half a surrogate pair */
}

static void
test_blank (void)
{
  g_assert_true (cs_text_is_blank (NULL));
  g_assert_true (cs_text_is_blank (""));
  g_assert_true (cs_text_is_blank (" \t\n\xc2\xa0"));
  g_assert_false (cs_text_is_blank (" . "));
  g_assert_true (cs_text_fits (NULL, 0));
  g_assert_true (cs_text_fits ("ệệ", 2));
  g_assert_false (cs_text_fits ("ệệệ", 2));
}

static void
test_to_int (void)
{
  static const struct
  {
    const char *text;
    int min, max;
    gboolean good;
    int value;
  } cases[] = {
    { "0", 0, 9, TRUE, 0 },
    { "9", 0, 9, TRUE, 9 },
    { "10", 0, 9, FALSE, 0 },
    { "007", 0, 9, TRUE, 7 },
    { "-1", 0, 9, FALSE, 0 },
    { "-1", -5, 9, TRUE, -1 },
    { "-6", -5, 9, FALSE, 0 },
    { "2147483647", 0, G_MAXINT, TRUE, G_MAXINT },
    { "2147483648", 0, G_MAXINT, FALSE, 0 },
    { "-2147483648", G_MININT, G_MAXINT, TRUE, G_MININT },
    { "99999999999999999999", 0, G_MAXINT, FALSE, 0 },
    { "", 0, 9, FALSE, 0 },
    { NULL, 0, 9, FALSE, 0 },
    { " 1", 0, 9, FALSE, 0 },
    { "1 ", 0, 9, FALSE, 0 },
    { "+1", 0, 9, FALSE, 0 },
    { "-0", 0, 9, FALSE, 0 },
    { "--1", -9, 9, FALSE, 0 },
    { "-", -9, 9, FALSE, 0 },
    { "1.0", 0, 9, FALSE, 0 },
    { "1,0", 0, 9, FALSE, 0 },
    { "1e0", 0, 9, FALSE, 0 },
    { "0x1", 0, 9, FALSE, 0 },
    { "١", 0, 9, FALSE, 0 }, /* a digit of another script */
    { "１", 0, 9, FALSE, 0 },
    { "1\n", 0, 9, FALSE, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int value = -99;
      gboolean good = cs_text_to_int (cases[i].text, cases[i].min, cases[i].max, &value);

      if (good != cases[i].good)
        g_error ("“%s” should %sbe a number", cases[i].text, cases[i].good ? "" : "not ");
      g_assert_cmpint (value, ==, good ? cases[i].value : -99);
    }
}

static void
test_sha256 (void)
{
  g_autofree char *empty = cs_text_sha256 (""), *abc = cs_text_sha256 ("abc");

  g_assert_cmpstr (empty, ==, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  g_assert_cmpstr (abc, ==, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

static void
test_ids (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *first = NULL, *again = NULL, *other = NULL, *random = NULL;

  for (int i = 0; i < 2000; i++)
    {
      char *id = cs_id_new ();

      g_assert_true (g_uuid_string_is_valid (id));
      g_assert_true (g_hash_table_add (seen, id));
    }
  cs_id_use_seed (7);
  first = cs_id_new ();
  other = cs_id_new ();
  cs_id_use_seed (7);
  again = cs_id_new ();
  cs_id_use_random ();
  random = cs_id_new ();
  g_assert_true (g_uuid_string_is_valid (first));
  g_assert_cmpstr (first, ==, again);
  g_assert_cmpstr (first, !=, other);
  g_assert_cmpstr (random, !=, other);
}

/* --- errors --- */

static void
test_exit_status (void)
{
  static const int statuses[] = {
    [CS_ERROR_USAGE] = 2,     [CS_ERROR_NOT_FOUND] = 1, [CS_ERROR_INVALID] = 1, [CS_ERROR_CONFLICT] = 1,
    [CS_ERROR_FORBIDDEN] = 1, [CS_ERROR_FROZEN] = 1,    [CS_ERROR_BUSY] = 3,    [CS_ERROR_NO_SPACE] = 3,
    [CS_ERROR_READ_ONLY] = 3, [CS_ERROR_CORRUPT] = 1,   [CS_ERROR_TOO_NEW] = 1, [CS_ERROR_FAILED] = 3,
    [CS_ERROR_UNCERTAIN] = 3,
  };
  g_autoptr (GError) foreign = g_error_new (G_IO_ERROR, G_IO_ERROR_FAILED, "x");
  g_autoptr (GError) usage = g_error_new (G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "x");

  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      g_autoptr (GError) error = g_error_new (CS_ERROR, (int) i, "x");

      g_assert_cmpint (cs_error_exit_status (error), ==, statuses[i]);
    }
  g_assert_cmpint (cs_error_exit_status (foreign), ==, 3);
  g_assert_cmpint (cs_error_exit_status (usage), ==, 2);
}

static void
test_take_gio (void)
{
  static const struct
  {
    int from, to;
  } cases[] = {
    { G_IO_ERROR_NOT_FOUND, CS_ERROR_NOT_FOUND }, { G_IO_ERROR_EXISTS, CS_ERROR_CONFLICT },
    { G_IO_ERROR_NO_SPACE, CS_ERROR_NO_SPACE },   { G_IO_ERROR_PERMISSION_DENIED, CS_ERROR_READ_ONLY },
    { G_IO_ERROR_READ_ONLY, CS_ERROR_READ_ONLY }, { G_IO_ERROR_BUSY, CS_ERROR_BUSY },
    { G_IO_ERROR_TIMED_OUT, CS_ERROR_FAILED },
  };
  GError *file = g_error_new (G_FILE_ERROR, G_FILE_ERROR_NOENT, "no file");
  GError *ours = g_error_new (CS_ERROR, CS_ERROR_FROZEN, "ours"), *none = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GError *error = g_error_new (G_IO_ERROR, cases[i].from, "the message");

      cs_error_take_gio (&error);
      g_assert_error (error, CS_ERROR, cases[i].to);
      /* in our words, with the library's in brackets */
      g_assert_nonnull (strstr (error->message, " (the message). "));
      g_error_free (error);
    }
  cs_error_take_gio (&file);
  g_assert_error (file, CS_ERROR, CS_ERROR_NOT_FOUND);
  cs_error_take_gio (&ours);
  g_assert_error (ours, CS_ERROR, CS_ERROR_FROZEN);
  cs_error_take_gio (&none);
  cs_error_take_gio (NULL);
  g_assert_null (none);
  g_error_free (file);
  g_error_free (ours);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/fold", test_fold);
  g_test_add_func ("/text/fold-forms", test_fold_forms);
  g_test_add_func ("/text/fold-is-stable", test_fold_is_stable);
  g_test_add_func ("/text/clean", test_clean);
  g_test_add_func ("/text/blank", test_blank);
  g_test_add_func ("/text/to-int", test_to_int);
  g_test_add_func ("/text/sha256", test_sha256);
  g_test_add_func ("/id/seeded", test_ids);
  g_test_add_func ("/error/exit-status", test_exit_status);
  g_test_add_func ("/error/take-gio", test_take_gio);
  return g_test_run ();
}
