/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/locale.h"

#include "config.h"

#include <libintl.h>
#include <locale.h>

#define OWN_LANGUAGE "vi"

static const char *
catalogues (void)
{
  const char *dir = g_getenv ("CHAMSAO_LOCALEDIR");

  return dir != NULL && *dir != '\0' ? dir : CS_LOCALEDIR;
}

/* The source speaks English, so English needs no catalogue. */
static gboolean
is_spoken (const char *language)
{
  g_auto (GStrv) variants = g_get_locale_variants (language);

  for (guint i = 0; variants[i] != NULL; i++)
    {
      g_autofree char *file =
          g_build_filename (catalogues (), variants[i], "LC_MESSAGES", GETTEXT_PACKAGE ".mo", NULL);

      if (g_str_equal (variants[i], "en") || g_file_test (file, G_FILE_TEST_EXISTS))
        return TRUE;
    }
  return FALSE;
}

/* Returns: (transfer full): what the environment asks for, the dearest first. */
static char **
ask_environment (void)
{
  static const char *const names[] = { "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *value = g_getenv (names[i]);

      if (value != NULL && *value != '\0')
        return g_strsplit (value, ":", -1);
    }
  return g_new0 (char *, 1);
}

static char *
choose_language (void)
{
  g_auto (GStrv) wanted = ask_environment ();

  for (guint i = 0; wanted[i] != NULL; i++)
    if (*wanted[i] != '\0' && is_spoken (wanted[i]))
      return g_strdup (wanted[i]);
  return g_strdup (OWN_LANGUAGE);
}

static gboolean
is_bare (int category)
{
  const char *name = setlocale (category, NULL);

  return name == NULL || g_str_equal (name, "C") || g_str_equal (name, "POSIX");
}

const char *
cs_locale_init (void)
{
  g_autofree char *language = choose_language ();

  /* a locale that the system does not have leaves everything at "C" */
  setlocale (LC_ALL, "");
  if (is_bare (LC_CTYPE) || !g_get_charset (NULL))
    setlocale (LC_CTYPE, "C.UTF-8");
  /* in "C" gettext does not look at LANGUAGE at all, in "C.UTF-8" it does */
  if (is_bare (LC_MESSAGES))
    setlocale (LC_MESSAGES, "C.UTF-8");
  g_setenv ("LANGUAGE", language, TRUE);
  bindtextdomain (GETTEXT_PACKAGE, catalogues ());
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  return g_getenv ("LANGUAGE");
}
