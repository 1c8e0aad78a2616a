/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/app/import-window.h"

#include "exchange/lists.h"
#include "service/dossiers/dossier-list.h"
#include "service/book/worker.h"
#include "ui/widgets/feedback.h"

#include <glib/gi18n-lib.h>

#define MAX_LINES 200  /* more nobody reads on a screen */
#define SLICE_US  8000 /* so long rows are taken, then so long at most the window lives */

struct _CsImportWindow
{
  AdwWindow parent_instance;

  AdwComboRow *kind;
  AdwActionRow *columns;
  AdwActionRow *file_row;
  AdwPreferencesGroup *report;
  GtkLabel *lines;
  GtkProgressBar *progress;

  CsStore *store; /* (nullable): the window is gone */
  GFile *file;    /* (nullable) */

  gboolean busy;
  gboolean given_up;
  gboolean closing; /* once the work has ended */
  gint64 drawn;     /* when the window was drawn last */
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

/* --- the work --- */

/* A list on its way into the book: read in the worker, taken in the main thread, which alone has the book. */
typedef struct
{
  CsImportWindow *window; /* (owned) */
  char *path;
  gboolean dry_run;
  CsCsvTable *table; /* (nullable) */
  GPtrArray *problems;
  GPtrArray *notes;
  guint rows;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_object_unref (work->window);
  g_clear_pointer (&work->table, cs_csv_table_free);
  g_ptr_array_unref (work->problems);
  g_ptr_array_unref (work->notes);
  g_free (work->path);
  g_free (work);
}

static void
set_busy (CsImportWindow *self, gboolean busy)
{
  self->busy = busy;
  self->given_up = FALSE;
  gtk_progress_bar_set_fraction (self->progress, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->kind), !busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.choose", !busy);
  if (busy)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.run", FALSE);
}

/* Between two rows: lets the window live. The book refuses every other command meanwhile, and this window is
 * above all others. */
static gboolean
step_cb (guint done, guint total, gpointer data)
{
  CsImportWindow *self = data;
  gint64 now = g_get_monotonic_time ();

  if (self->given_up || now - self->drawn < SLICE_US)
    return !self->given_up;
  gtk_progress_bar_set_fraction (self->progress, total > 0 ? (double) done / (double) total : 0);
  /* something may always be ready: as long as this, and no longer */
  for (gint64 until = now + SLICE_US; !self->given_up && now < until; now = g_get_monotonic_time ())
    if (!g_main_context_iteration (NULL, FALSE))
      break;
  self->drawn = g_get_monotonic_time ();
  return !self->given_up;
}

static void
show_rehearsed (CsImportWindow *self, const Work *work, const GError *error)
{
  g_autofree char *title = NULL;

  if (error == NULL)
    title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u row in order", "%u rows in order", work->rows),
                             work->rows);
  else
    title = g_markup_escape_text (error->message, -1);
  show_report (self, title, work->problems, work->notes);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.run", error == NULL && work->rows > 0);
}

static void
show_imported (CsImportWindow *self, const Work *work, const GError *error)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autofree char *text = NULL;

  if (error != NULL)
    {
      cs_feedback_error (GTK_WIDGET (self), _ ("The list was not imported"), error);
      show_rehearsed (self, work, error);
      return;
    }
  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u row imported", "%u rows imported", work->rows),
                          work->rows);
  if (parent != NULL)
    cs_feedback_toast (GTK_WIDGET (parent), text);
  self->closing = TRUE;
}

static void
end (CsImportWindow *self, const Work *work, const GError *error)
{
  if (self->store == NULL)
    return;
  set_busy (self, FALSE);
  if (work->dry_run)
    show_rehearsed (self, work, error);
  else
    show_imported (self, work, error);
  if (self->closing)
    gtk_window_destroy (GTK_WINDOW (self));
}

static void
take (Work *work, GError **error)
{
  CsImportWindow *self = work->window;
  g_autoptr (CsStore) store = g_object_ref (self->store);
  gboolean more = TRUE;

  self->drawn = g_get_monotonic_time ();
  cs_store_freeze_changes (store);
  cs_store_set_step (store, step_cb, self);
  cs_list_import (store, kind_of (self), work->table, work->dry_run, work->problems, work->notes, &work->rows,
                  error);
  cs_store_set_step (store, NULL, NULL);
  /* what every page goes through is read in pieces before they all ask for it */
  while (cs_dossiers_read_some (store, &more, NULL) && more)
    step_cb (1, 1, self);
  cs_store_thaw_changes (store);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Work *work = data;
  g_autoptr (GError) error = NULL;

  if (cs_worker_run_finish (result, &error) && work->window->store != NULL && !work->window->given_up)
    take (work, &error);
  end (work->window, work, error);
  work_free (work);
}

static gboolean
read_work (gpointer data, GCancellable *cancellable, GError **error)
{
  Work *work = data;

  work->table = cs_csv_table_read (work->path, error);
  return work->table != NULL;
}

static void
begin (CsImportWindow *self, gboolean dry_run)
{
  Work *work;

  if (self->file == NULL || self->busy)
    return;
  work = g_new0 (Work, 1);
  work->window = g_object_ref (self);
  work->path = g_file_get_path (self->file);
  work->dry_run = dry_run;
  work->problems = g_ptr_array_new_with_free_func (g_free);
  work->notes = g_ptr_array_new_with_free_func (g_free);
  set_busy (self, TRUE);
  cs_worker_run_async (read_work, work, NULL, NULL, read_cb, work);
}

/* --- callbacks --- */

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
  begin (self, TRUE);
}

void
cs_import_window_set_file (CsImportWindow *self, GFile *file)
{
  g_autofree char *name = g_file_get_parse_name (file);
  g_autofree char *escaped = g_markup_escape_text (name, -1);

  if (self->busy)
    return;
  g_set_object (&self->file, file);
  adw_action_row_set_subtitle (self->file_row, escaped);
  begin (self, TRUE);
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
  begin (CS_IMPORT_WINDOW (widget), FALSE);
}

/* While rows are taken, closing gives the work up first. */
static gboolean
cs_import_window_close_request (GtkWindow *window)
{
  CsImportWindow *self = CS_IMPORT_WINDOW (window);

  self->given_up = TRUE;
  self->closing = self->busy;
  return self->busy ? GDK_EVENT_STOP
                    : GTK_WINDOW_CLASS (cs_import_window_parent_class)->close_request (window);
}

static void
cs_import_window_dispose (GObject *object)
{
  CsImportWindow *self = CS_IMPORT_WINDOW (object);

  self->given_up = TRUE;
  g_clear_object (&self->store);
  g_clear_object (&self->file);
  G_OBJECT_CLASS (cs_import_window_parent_class)->dispose (object);
}

static void
cs_import_window_class_init (CsImportWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cs_import_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = cs_import_window_close_request;
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/chamsao/ChamSao/app/import-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CsImportWindow, columns);
  gtk_widget_class_bind_template_child (widget_class, CsImportWindow, file_row);
  gtk_widget_class_bind_template_child (widget_class, CsImportWindow, kind);
  gtk_widget_class_bind_template_child (widget_class, CsImportWindow, lines);
  gtk_widget_class_bind_template_child (widget_class, CsImportWindow, progress);
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
