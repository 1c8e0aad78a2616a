/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/icons.h"

static GStrv machine_path; /* (nullable): what was taken away */

static GtkIconTheme *
theme (void)
{
  return gtk_icon_theme_get_for_display (gdk_display_get_default ());
}

void
cs_icons_carry (void)
{
  static const char *const none[] = { NULL };

  if (machine_path != NULL)
    return;
  machine_path = gtk_icon_theme_get_search_path (theme ());
  gtk_icon_theme_set_search_path (theme (), none);
}

void
cs_icons_ask_machine (void)
{
  if (machine_path == NULL)
    return;
  gtk_icon_theme_set_search_path (theme (), (const char *const *) machine_path);
  g_clear_pointer (&machine_path, g_strfreev);
}
