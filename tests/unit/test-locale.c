/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/locale.h"

#include <glib/gstdio.h>
#include <locale.h>

/* Which language a program speaks in which environment. There is a catalogue for "vi" and for "km". */

typedef struct
{
  const char *language;
  const char *lc_all;
  const char *lang;
  const char *spoken;
} Case;

static void
set (const char *name, const char *value)
{
  if (value != NULL)
    g_setenv (name, value, TRUE);
  else
    g_unsetenv (name);
}

static void
test_choice (void)
{
  static const Case cases[] = {
    { NULL, NULL, NULL, "vi" },
    { "", "", "", "vi" },
    { NULL, "C", NULL, "vi" },
    { NULL, "POSIX", NULL, "vi" },
    { NULL, "C.UTF-8", NULL, "vi" },
    { NULL, NULL, "C.UTF-8", "vi" },
    { NULL, NULL, "vi_VN.UTF-8", "vi_VN.UTF-8" },
    { NULL, NULL, "en_GB.UTF-8", "en_GB.UTF-8" },
    { NULL, NULL, "de_DE.UTF-8", "vi" },
    { NULL, "km_KH.UTF-8", "en_US.UTF-8", "km_KH.UTF-8" },
    { "en", "C", NULL, "en" },
    { "en", "C.UTF-8", NULL, "en" },
    { "en:vi", "C.UTF-8", NULL, "en" }, /* English has no catalogue, yet it was asked for first */
    { "de:fr", "en_US.UTF-8", NULL, "vi" },
    { "de:vi:en", NULL, NULL, "vi" },
    { "vi", "en_US.UTF-8", NULL, "vi" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      set ("LANGUAGE", cases[i].language);
      set ("LC_ALL", cases[i].lc_all);
      set ("LC_MESSAGES", NULL);
      set ("LANG", cases[i].lang);
      g_test_message ("case %u", i);
      g_assert_cmpstr (cs_locale_init (), ==, cases[i].spoken);
      g_assert_cmpstr (g_getenv ("LANGUAGE"), ==, cases[i].spoken);
      /* else gettext would not look at LANGUAGE, and Vietnamese could not be printed */
      g_assert_cmpstr (setlocale (LC_MESSAGES, NULL), !=, "C");
      g_assert_cmpstr (setlocale (LC_CTYPE, NULL), !=, "C");
    }
}

static void
make_catalogue (const char *dir, const char *language)
{
  g_autofree char *folder = g_build_filename (dir, language, "LC_MESSAGES", NULL);
  g_autofree char *file = g_build_filename (folder, GETTEXT_PACKAGE ".mo", NULL);

  g_mkdir_with_parents (folder, 0700);
  g_assert_true (g_file_set_contents (file, "", -1, NULL));
}

static void
remove_catalogue (const char *dir, const char *language)
{
  g_autofree char *top = g_build_filename (dir, language, NULL);
  g_autofree char *folder = g_build_filename (top, "LC_MESSAGES", NULL);
  g_autofree char *file = g_build_filename (folder, GETTEXT_PACKAGE ".mo", NULL);

  g_remove (file);
  g_rmdir (folder);
  g_rmdir (top);
}

int
main (int argc, char **argv)
{
  g_autofree char *dir = g_dir_make_tmp ("chamsao-locale-XXXXXX", NULL);
  int status;

  g_test_init (&argc, &argv, NULL);
  make_catalogue (dir, "vi");
  make_catalogue (dir, "km");
  g_setenv ("CHAMSAO_LOCALEDIR", dir, TRUE);
  g_test_add_func ("/locale/choice", test_choice);
  status = g_test_run ();
  remove_catalogue (dir, "vi");
  remove_catalogue (dir, "km");
  g_rmdir (dir);
  return status;
}
