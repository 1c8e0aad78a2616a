/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/office.h"

#include "base/text.h"

#include <string.h>

static const char *const acting_texts[CS_N_ACTING] = {
  [CS_ACTING_NONE] = "",   [CS_ACTING_KT] = "KT", [CS_ACTING_TL] = "TL",
  [CS_ACTING_TUQ] = "TUQ", [CS_ACTING_Q] = "Q",
};

/* Every text that is set; the recipients are the only one of several lines. */
static const gsize texts[] = {
  G_STRUCT_OFFSET (CsOffice, parent),     G_STRUCT_OFFSET (CsOffice, issuer),
  G_STRUCT_OFFSET (CsOffice, place),      G_STRUCT_OFFSET (CsOffice, on_behalf),
  G_STRUCT_OFFSET (CsOffice, acting_for), G_STRUCT_OFFSET (CsOffice, role),
  G_STRUCT_OFFSET (CsOffice, signer),     G_STRUCT_OFFSET (CsOffice, recipients),
  G_STRUCT_OFFSET (CsOffice, symbol),
};

#define TEXT(office, i) G_STRUCT_MEMBER (char *, office, texts[i])

CsOffice *
cs_office_new (const char *council)
{
  CsOffice *office = g_new0 (CsOffice, 1);

  office->council = g_strdup (council);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    TEXT (office, i) = g_strdup ("");
  return office;
}

void
cs_office_free (CsOffice *office)
{
  if (office == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (TEXT (office, i));
  g_free (office->uuid);
  g_free (office->council);
  g_free (office);
}

const char *
cs_acting_to_text (CsActing acting)
{
  return acting_texts[acting];
}

gboolean
cs_acting_parse (const char *text, CsActing *acting)
{
  for (guint i = 0; text != NULL && i < CS_N_ACTING; i++)
    if (g_str_equal (acting_texts[i], text))
      {
        *acting = (CsActing) i;
        return TRUE;
      }
  return FALSE;
}

/* --- texts --- */

/* @prefix: as papers write it themselves, "TM." */
static void
clean (char **slot, const char *prefix)
{
  g_autofree char *text = cs_text_clean (*slot);
  const char *rest = text;

  if (prefix != NULL && g_str_has_prefix (text, prefix))
    rest = text + strlen (prefix);
  g_free (*slot);
  *slot = cs_text_clean (rest);
}

static void
clean_recipients (char **slot)
{
  g_auto (GStrv) parts = g_strsplit_set (*slot, ";\n", -1);
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *line = g_strstrip (parts[i]);
      gsize length;

      if (g_str_has_prefix (line, "- "))
        line = g_strchug (line + 2);
      length = strlen (line);
      if (length > 0 && line[length - 1] == '.')
        line[--length] = '\0';
      if (length > 0)
        g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", line);
    }
  g_free (*slot);
  *slot = g_strdup (lines->str);
}

void
cs_office_clean (CsOffice *office)
{
  g_autofree char *acting = g_strconcat (cs_acting_to_text (office->acting), ".", NULL);

  clean (&office->parent, NULL);
  clean (&office->issuer, NULL);
  clean (&office->place, NULL);
  clean (&office->on_behalf, "TM.");
  clean (&office->acting_for, office->acting != CS_ACTING_NONE ? acting : NULL);
  clean (&office->role, NULL);
  clean (&office->signer, NULL);
  clean (&office->symbol, NULL);
  clean_recipients (&office->recipients);
}

gboolean
cs_office_equal (const CsOffice *a, const CsOffice *b)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (!g_str_equal (TEXT (a, i), TEXT (b, i)))
      return FALSE;
  return a->acting == b->acting;
}

/* --- signing --- */

gboolean
cs_office_is_deputed (const CsOffice *office)
{
  return office->acting == CS_ACTING_KT || office->acting == CS_ACTING_TL || office->acting == CS_ACTING_TUQ;
}

char *
cs_office_authority (const CsOffice *office, const char *derived)
{
  GString *text = g_string_new (NULL);

  if (*office->on_behalf != '\0')
    g_string_append_printf (text, "TM. %s", office->on_behalf);
  else if (office->acting != CS_ACTING_TL && office->acting != CS_ACTING_TUQ)
    g_string_append (text, derived);
  if (cs_office_is_deputed (office))
    g_string_append_printf (text, "%s%s. %s", text->len > 0 ? "\n" : "", cs_acting_to_text (office->acting),
                            office->acting_for);
  return g_string_free (text, FALSE);
}

char *
cs_office_role (const CsOffice *office)
{
  if (office->acting == CS_ACTING_Q)
    return g_strdup_printf ("%s. %s", cs_acting_to_text (office->acting), office->acting_for);
  return *office->role != '\0' ? g_strdup (office->role) : NULL;
}

char *
cs_office_number_text (int no, const char *kind, const char *symbol)
{
  return g_strdup_printf ("%02d/%s%s%s", no, kind, *symbol != '\0' ? "-" : "", symbol);
}
