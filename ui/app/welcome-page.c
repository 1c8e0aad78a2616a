/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/app/welcome-page.h"

#include "ui/app/choice-card.h"
#include "ui/widgets/settings.h"

#include <glib/gi18n-lib.h>

struct _CsWelcomePage
{
  AdwBin parent_instance;

  GtkWidget *recent;
  GtkListBox *books;
};

G_DEFINE_FINAL_TYPE (CsWelcomePage, cs_welcome_page, ADW_TYPE_BIN)

static char *
describe (const CsRecentBook *book)
{
  g_autoptr (GDateTime) opened = g_date_time_new_from_unix_local (book->opened);
  /* Translators: day and time as numbers, see strftime(3) */
  g_autofree char *when = g_date_time_format (opened, _ ("%d/%m/%Y, %H:%M"));
  g_autofree char *name = g_filename_display_name (book->path);

  /* Translators: when a book was opened last, and its file */
  return g_strdup_printf (_ ("Opened on %s\n%s"), when, name);
}

static void
remove_book (GtkWidget *widget, const char *action, GVariant *parameter)
{
  cs_settings_remove_recent (cs_settings_get_default (), g_variant_get_string (parameter, NULL));
}

static GtkWidget *
make_remove_button (const char *path)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Remove from the list"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Remove from the list"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "welcome.remove");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", path);
  return button;
}

static GtkWidget *
make_row (const CsRecentBook *book)
{
  GtkWidget *row = adw_action_row_new ();
  /* Translators: name of the unit, year */
  g_autofree char *title = g_strdup_printf (_ ("%s, %d"), book->unit, book->year);
  g_autofree char *about = describe (book);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  if (g_file_test (book->path, G_FILE_TEST_IS_REGULAR))
    {
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), about);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "app.open-book");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", book->path);
    }
  else
    {
      g_autofree char *name = g_filename_display_name (book->path);
      g_autofree char *gone = g_strdup_printf (_ ("The file is no longer there\n%s"), name);

      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), gone);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_remove_button (book->path));
      gtk_widget_add_css_class (row, "cs-missing");
    }
  return row;
}

static void
fill (CsWelcomePage *self)
{
  g_autoptr (GPtrArray) books = cs_settings_list_recent (cs_settings_get_default ());
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->books))) != NULL)
    gtk_list_box_remove (self->books, row);
  for (guint i = 0; i < books->len; i++)
    gtk_list_box_append (self->books, make_row (g_ptr_array_index (books, i)));
  gtk_widget_set_visible (self->recent, books->len > 0);
}

static void
cs_welcome_page_map (GtkWidget *widget)
{
  /* files come and go while the page is not shown */
  fill (CS_WELCOME_PAGE (widget));
  GTK_WIDGET_CLASS (cs_welcome_page_parent_class)->map (widget);
}

static void
cs_welcome_page_class_init (CsWelcomePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->map = cs_welcome_page_map;
  g_type_ensure (CS_TYPE_CHOICE_CARD);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/chamsao/ChamSao/app/welcome-page.ui");
  gtk_widget_class_install_action (widget_class, "welcome.remove", "s", remove_book);
  gtk_widget_class_bind_template_child (widget_class, CsWelcomePage, books);
  gtk_widget_class_bind_template_child (widget_class, CsWelcomePage, recent);
}

static void
cs_welcome_page_init (CsWelcomePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (cs_settings_get_default (), "changed::recent-books", G_CALLBACK (fill), self,
                           G_CONNECT_SWAPPED);
  fill (self);
}

GtkWidget *
cs_welcome_page_new (void)
{
  return g_object_new (CS_TYPE_WELCOME_PAGE, NULL);
}
