/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-private.h"

#include "feedback.h"
#include "service/dossiers.h"
#include "settings.h"

#include <glib/gi18n-lib.h>

/* Returns: the text that an action with one parameter was given. */
static const char *
text_of (GVariant *parameter)
{
  return g_variant_get_string (parameter, NULL);
}

/* Shows @page. Returns: (transfer none) (nullable): its widget, NULL without a book. */
static GtkWidget *
go_to (CsWindow *self, CsWindowPage page)
{
  cs_window_show_page (self, _cs_window_page_name (page));
  return self->store != NULL ? _cs_window_ensure_page (self, page) : NULL;
}

static void
show_page (GtkWidget *widget, const char *action, GVariant *parameter)
{
  cs_window_show_page (CS_WINDOW (widget), text_of (parameter));
}

static void
undo_delete (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CsWindow *self = CS_WINDOW (widget);
  g_autoptr (GError) error = NULL;

  if (self->store == NULL)
    return;
  if (cs_dossiers_restore (self->store, g_variant_get_int64 (parameter), &error))
    cs_feedback_toast (widget, _ ("The dossier is back"));
  else
    cs_feedback_error (widget, _ ("The Dossier Could Not Be Brought Back"), error);
}

static void
close_book (GtkWidget *widget, const char *action, GVariant *parameter)
{
  cs_settings_set_last_book (cs_settings_get_default (), NULL);
  cs_window_set_store (CS_WINDOW (widget), NULL);
}

static void
go_back (GtkWidget *widget, const char *action, GVariant *parameter)
{
  adw_leaflet_navigate (CS_WINDOW (widget)->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

static void
show_folder (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_path (text_of (parameter));
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *uri = g_file_get_uri (folder != NULL ? folder : file);

  gtk_show_uri (GTK_WINDOW (widget), uri, GDK_CURRENT_TIME);
}

void
_cs_window_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.back", NULL, go_back);
  gtk_widget_class_install_action (widget_class, "win.close-book", NULL, close_book);
  gtk_widget_class_install_action (widget_class, "win.show-folder", "s", show_folder);
  gtk_widget_class_install_action (widget_class, "win.show-page", "s", show_page);
  gtk_widget_class_install_action (widget_class, "win.undo-delete", "x", undo_delete);
}

void
_cs_window_update_actions (CsWindow *self)
{
  static const char *const names[] = {
    "win.close-book",
    "win.show-page",
    "win.undo-delete",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), names[i], self->store != NULL);
}
