/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/app/import-window.h"

#include "exchange/lists.h"
#include "ui/widgets/feedback.h"

#include <glib/gi18n-lib.h>

#define MAX_LINES 200 /* more nobody reads on a screen */

struct _CsImportWindow
{
  AdwWindow parent_instance;

  AdwComboRow *kind;
  AdwActionRow *columns;
  AdwActionRow *file_row;
  AdwPreferencesGroup *report;
  GtkLabel *lines;

  CsStore *store;
  GFile *file; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (CsImportWindow, cs_import_window, ADW_TYPE_WINDOW)

static CsListKind
kind_of (CsImportWindow *self)
{
  return (CsListKind) MIN (adw_combo_row_get_selected (self->kind), CS_LIST_RECOGNITIONS);
}

static void
add_lines (GString *text, const GPtrArray *lines)
{
  for (guint i = 0; i < MIN (lines->len, MAX_LINES); i++)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "",
                            (const char *) g_ptr_array_index (lines, i));
  if (lines->len > MAX_LINES)
    g_string_append_printf (text, _ ("\n… and %u more"), lines->len - MAX_LINES);
}

static void
show_report (CsImportWindow *self, const char *title, const GPtrArray *problems, const GPtrArray *notes)
{
  g_autoptr (GString) text = g_string_new (NULL);

  add_lines (text, problems);
  add_lines (text, notes);
  adw_preferences_group_set_title (self->report, title);
  gtk_label_set_label (self->lines, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->lines), text->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->report), TRUE);
}

/* Reads the list without keeping anything. */
static void
rehearse (CsImportWindow *self)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *path = self->file != NULL ? g_file_get_path (self->file) : NULL;
  g_autofree char *title = NULL;
  g_autoptr (GError) error = NULL;
  guint rows = 0;
  gboolean good;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.run", FALSE);
  if (path == NULL)
    return;
  good = cs_list_import (self->store, kind_of (self), path, TRUE, problems, notes, &rows, &error);
  if (good)
    title =
        g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u row in order", "%u rows in order", rows), rows);
  else
    title = g_markup_escape_text (error->message, -1);
  show_report (self, title, problems, notes);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.run", good && rows > 0);
}

static void
kind_changed_cb (CsImportWindow *self)
{
  static const char *const columns[] = {
    "code, product, producer, producer_kind, unit, form, kind, round",
    "council, member, name, role, organisation",
    "product, member, criterion, option [, scoring_round]",
    "product, producer, unit, stars, decision, date [, score]",
  };

  adw_action_row_set_subtitle (self->columns, columns[kind_of (self)]);
  rehearse (self);
}

void
cs_import_window_set_file (CsImportWindow *self, GFile *file)
{
  g_autofree char *name = g_file_get_parse_name (file);
  g_autofree char *escaped = g_markup_escape_text (name, -1);

  g_set_object (&self->file, file);
  adw_action_row_set_subtitle (self->file_row, escaped);
  rehearse (self);
}

static void
chosen_cb (GtkWidget *from, GFile *file, gpointer data)
{
  cs_import_window_set_file (CS_IMPORT_WINDOW (from), file);
}

static void
choose_action (GtkWidget *widget, const char *name, GVariant *target)
{
  cs_feedback_choose_file (widget, _ ("Choose the list"), GTK_FILE_CHOOSER_ACTION_OPEN, NULL,
                           _ ("Lists (CSV)"), "*.csv", chosen_cb, NULL, NULL);
}

static void
run_action (GtkWidget *widget, const char *name, GVariant *target)
{
  CsImportWindow *self = CS_IMPORT_WINDOW (widget);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *path = g_file_get_path (self->file);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  guint rows = 0;

  if (!cs_list_import (self->store, kind_of (self), path, FALSE, problems, notes, &rows, &error))
    {
      cs_feedback_error (widget, _ ("The list was not imported"), error);
      rehearse (self);
      return;
    }
  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u row imported", "%u rows imported", rows), rows);
  if (parent != NULL)
    cs_feedback_toast (GTK_WIDGET (parent), text);
  gtk_window_close (GTK_WINDOW (self));
}

static void
cs_import_window_dispose (GObject *object)
{
  CsImportWindow *self = CS_IMPORT_WINDOW (object);

  g_clear_object (&self->store);
  g_clear_object (&self->file);
  G_OBJECT_CLASS (cs_import_window_parent_class)->dispose (object);
}

static void
cs_import_window_class_init (CsImportWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cs_import_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/chamsao/ChamSao/app/import-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CsImportWindow, columns);
  gtk_widget_class_bind_template_child (widget_class, CsImportWindow, file_row);
  gtk_widget_class_bind_template_child (widget_class, CsImportWindow, kind);
  gtk_widget_class_bind_template_child (widget_class, CsImportWindow, lines);
  gtk_widget_class_bind_template_child (widget_class, CsImportWindow, report);
  gtk_widget_class_install_action (widget_class, "import.choose", NULL, choose_action);
  gtk_widget_class_install_action (widget_class, "import.run", NULL, run_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
cs_import_window_init (CsImportWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.run", FALSE);
}

GtkWidget *
cs_import_window_new (GtkWindow *parent, CsStore *store)
{
  CsImportWindow *self = g_object_new (CS_TYPE_IMPORT_WINDOW, "transient-for", parent, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (self->kind, "notify::selected", G_CALLBACK (kind_changed_cb), self,
                           G_CONNECT_SWAPPED);
  kind_changed_cb (self);
  return GTK_WIDGET (self);
}
