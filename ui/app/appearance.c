/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/app/appearance.h"

#include "ui/widgets/settings.h"

#include <adwaita.h>

/* Large text in percent of what the desktop says. */
#define LARGE_PERCENT 125
/* What gtk-xft-dpi stands for when the desktop says nothing: 96 dots an inch, in 1024ths. */
#define USUAL_DPI (96 * 1024)

static void
take_colours (CsSettings *settings)
{
  static const AdwColorScheme schemes[] = {
    [CS_COLOR_SCHEME_DEFAULT] = ADW_COLOR_SCHEME_DEFAULT,
    [CS_COLOR_SCHEME_LIGHT] = ADW_COLOR_SCHEME_FORCE_LIGHT,
    [CS_COLOR_SCHEME_DARK] = ADW_COLOR_SCHEME_FORCE_DARK,
  };

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      schemes[cs_settings_get_color_scheme (settings)]);
}

static void
take_text_size (CsSettings *settings)
{
  static gboolean is_large;
  GtkSettings *gtk = gtk_settings_get_default ();
  int dpi;

  if (cs_settings_get_large_text (settings) == is_large)
    return;
  is_large = !is_large;
  /* without our own value the desktop's comes through again */
  if (!is_large)
    {
      gtk_settings_reset_property (gtk, "gtk-xft-dpi");
      return;
    }
  g_object_get (gtk, "gtk-xft-dpi", &dpi, NULL);
  if (dpi <= 0)
    dpi = USUAL_DPI;
  g_object_set (gtk, "gtk-xft-dpi", dpi / 100 * LARGE_PERCENT, NULL);
}

void
cs_appearance_follow_settings (void)
{
  CsSettings *settings = cs_settings_get_default ();

  /* both live as long as the process */
  g_signal_connect_object (settings, "changed::color-scheme", G_CALLBACK (take_colours),
                           adw_style_manager_get_default (), 0);
  g_signal_connect_object (settings, "changed::large-text", G_CALLBACK (take_text_size),
                           gtk_settings_get_default (), 0);
  take_colours (settings);
  take_text_size (settings);
}
