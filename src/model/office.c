/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/office.h"

static const char *const acting_texts[CS_N_ACTING] = {
  [CS_ACTING_NONE] = "",   [CS_ACTING_KT] = "KT", [CS_ACTING_TL] = "TL",
  [CS_ACTING_TUQ] = "TUQ", [CS_ACTING_Q] = "Q",
};

CsOffice *
cs_office_new (const char *council)
{
  CsOffice *office = g_new0 (CsOffice, 1);
  char **const texts[] = { &office->parent,    &office->issuer,     &office->place,
                           &office->on_behalf, &office->acting_for, &office->role,
                           &office->signer,    &office->recipients, &office->symbol };

  office->council = g_strdup (council);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    *texts[i] = g_strdup ("");
  return office;
}

void
cs_office_free (CsOffice *office)
{
  if (office == NULL)
    return;
  g_free (office->uuid);
  g_free (office->council);
  g_free (office->parent);
  g_free (office->issuer);
  g_free (office->place);
  g_free (office->on_behalf);
  g_free (office->acting_for);
  g_free (office->role);
  g_free (office->signer);
  g_free (office->recipients);
  g_free (office->symbol);
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

char *
cs_office_authority (const CsOffice *office)
{
  GString *text = g_string_new (NULL);

  if (*office->on_behalf != '\0')
    g_string_append_printf (text, "TM. %s", office->on_behalf);
  if (office->acting != CS_ACTING_NONE)
    g_string_append_printf (text, "%s%s. %s", text->len > 0 ? "\n" : "", cs_acting_to_text (office->acting),
                            office->acting_for);
  return g_string_free (text, text->len == 0);
}

char *
cs_office_number_text (int no, const char *kind, const char *symbol)
{
  return g_strdup_printf ("%02d/%s%s%s", no, kind, *symbol != '\0' ? "-" : "", symbol);
}
