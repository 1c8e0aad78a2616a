/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/app/window-copies-private.h"
#include "ui/app/window-private.h"

#include "base/date.h"
#include "exchange/backup.h"
#include "exchange/export.h"
#include "service/book/store-copies.h"
#include "service/book/snapshot.h"
#include "service/book/worker.h"
#include "ui/app/copies-window.h"
#include "ui/app/work-bar.h"
#include "ui/widgets/feedback.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* --- out: as XML, or with everything --- */

typedef enum
{
  COPY_XML,
  COPY_WHOLE,
} CopyKind;

/* What the worker needs; no widget among it. */
typedef struct
{
  CopyKind kind;
  CsWindow *window;  /* (owned) until there is a snapshot; not for the worker */
  CsStore *snapshot; /* (nullable): not yet */
  char *book;        /* whose files are taken */
  char *path;
  guint n_files;
  GPtrArray *missing; /* (nullable) */
} Copy;

static void
copy_free (gpointer data)
{
  Copy *copy = data;

  g_clear_object (&copy->snapshot);
  g_clear_pointer (&copy->missing, g_ptr_array_unref);
  g_free (copy->book);
  g_free (copy->path);
  g_free (copy);
}

static gboolean
copy_work (
    gpointer data, CsProgress progress, gpointer progress_data, GCancellable *cancellable, GError **error)
{
  Copy *copy = data;

  if (copy->kind == COPY_XML)
    return cs_export_xml (copy->snapshot, copy->path, NULL, progress, progress_data, cancellable, error);
  return cs_backup_write (copy->snapshot, copy->book, copy->path, progress, progress_data, cancellable,
                          &copy->n_files, &copy->missing, error);
}

/* Returns: (transfer full): what is said when it is there. */
static char *
copy_text (const Copy *copy)
{
  g_autofree char *base = g_path_get_basename (copy->path), *name = g_filename_display_name (base);

  if (copy->kind == COPY_XML)
    return g_strdup_printf (_ ("Exported as %s"), name);
  if (copy->missing->len > 0)
    /* Translators: name of a file, number of files of papers that are not there any more */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Backed up as %s; %u file of papers was not found",
                                         "Backed up as %s; %u files of papers were not found",
                                         copy->missing->len),
                            name, copy->missing->len);
  return g_strdup_printf (_ ("Backed up as %s"), name);
}

static void
copy_ended (CsWorkBar *bar, gpointer data, const GError *error)
{
  const Copy *copy = data;
  g_autofree char *text = error == NULL ? copy_text (copy) : NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    cs_feedback_toast (GTK_WIDGET (bar), _ ("Cancelled; no file was written"));
  else if (error != NULL)
    cs_feedback_error (GTK_WIDGET (bar),
                       copy->kind == COPY_XML ? _ ("The Book Could Not Be Exported")
                                              : _ ("The Book Could Not Be Backed Up"),
                       error);
  else
    cs_feedback_offer (GTK_WIDGET (bar), text, _ ("Show in _Folder"), "win.show-folder",
                       g_variant_new_string (copy->path));
}

static const char *
copy_label (CopyKind kind)
{
  return kind == COPY_XML ? _ ("Exporting the book…") : _ ("Backing the book up…");
}

static void
copy_snapshot (GObject *source, GAsyncResult *result, gpointer data)
{
  Copy *copy = data;
  CsWindow *self = copy->window;
  const char *label = copy_label (copy->kind);
  g_autoptr (GError) error = NULL;

  copy->snapshot = cs_store_snapshot_finish (result, &error);
  copy->window = NULL;
  if (self->store == NULL) /* the window is gone */
    g_clear_object (&copy->snapshot);
  else if (copy->snapshot != NULL)
    cs_work_bar_run (self->work, label, TRUE, copy_work, copy_ended, g_steal_pointer (&copy), copy_free);
  else
    {
      cs_work_bar_stop (self->work);
      copy_ended (self->work, copy, error);
    }
  if (copy != NULL)
    copy_free (copy);
  g_object_unref (self);
}

static void
copy_to (GtkWidget *from, GFile *file, gpointer data)
{
  CsWindow *self = CS_WINDOW (from);
  CopyKind kind = (CopyKind) GPOINTER_TO_INT (data);
  g_autofree char *path = g_file_get_path (file);
  GCancellable *cancellable =
      path != NULL && self->store != NULL ? cs_work_bar_prepare (self->work, copy_label (kind)) : NULL;
  Copy *copy;

  if (cancellable == NULL)
    return;
  copy = g_new0 (Copy, 1);
  copy->kind = kind;
  copy->window = g_object_ref (self);
  copy->book = g_strdup (cs_store_get_path (self->store));
  copy->path = g_steal_pointer (&path);
  cs_store_snapshot_async (self->store, cancellable, copy_snapshot, copy);
}

static gboolean
is_busy (CsWindow *self)
{
  if (!cs_work_bar_is_busy (self->work))
    return FALSE;
  cs_feedback_toast (GTK_WIDGET (self), _ ("Wait until the work that is going on has ended"));
  return TRUE;
}

/* Returns: (transfer full): the title of the book, as a file may be called. */
static char *
file_stem (CsStore *store)
{
  return g_strdelimit (g_strdup (cs_store_get_book (store)->title), "/\\:*?\"<>|", '-');
}

static void
export_book (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CsWindow *self = CS_WINDOW (widget);
  g_autofree char *stem = NULL, *name = NULL;

  if (self->store == NULL || is_busy (self))
    return;
  stem = file_stem (self->store);
  name = g_strconcat (stem, ".xml", NULL);
  cs_feedback_choose_file (widget, _ ("Export the Book"), GTK_FILE_CHOOSER_ACTION_SAVE, name, _ ("XML files"),
                           "*.xml", copy_to, GINT_TO_POINTER (COPY_XML), NULL);
}

static void
back_up (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CsWindow *self = CS_WINDOW (widget);
  g_autofree char *today = cs_date_today (), *stem = NULL, *name = NULL;

  if (self->store == NULL || is_busy (self))
    return;
  stem = file_stem (self->store);
  name = g_strdup_printf ("%s-%s" CS_BACKUP_SUFFIX, stem, today);
  cs_feedback_choose_file (widget, _ ("Back the Book Up"), GTK_FILE_CHOOSER_ACTION_SAVE, name, _ ("Backups"),
                           "*" CS_BACKUP_SUFFIX, copy_to, GINT_TO_POINTER (COPY_WHOLE), NULL);
}

/* --- back --- */

typedef struct
{
  char *source;
  char *path; /* (nullable): not chosen yet */
} Restore;

static void
restore_free (gpointer data)
{
  Restore *restore = data;

  g_free (restore->source);
  g_free (restore->path);
  g_free (restore);
}

static gboolean
restore_work (
    gpointer data, CsProgress progress, gpointer progress_data, GCancellable *cancellable, GError **error)
{
  const Restore *restore = data;

  return cs_backup_restore (restore->source, restore->path, error);
}

static void
restore_ended (CsWorkBar *bar, gpointer data, const GError *error)
{
  const Restore *restore = data;

  if (error != NULL)
    cs_feedback_error (GTK_WIDGET (bar), _ ("The Backup Could Not Be Restored"), error);
  else
    gtk_widget_activate_action (GTK_WIDGET (bar), "app.open-book", "s", restore->path);
}

static void
restore_to (GtkWidget *from, GFile *file, gpointer data)
{
  CsWindow *self = CS_WINDOW (from);
  Restore *restore = g_new0 (Restore, 1);

  restore->source = g_strdup (((Restore *) data)->source);
  restore->path = g_file_get_path (file);
  if (restore->path == NULL || is_busy (self))
    restore_free (restore);
  else
    cs_work_bar_run (self->work, _ ("Restoring the book…"), FALSE, restore_work, restore_ended, restore,
                     restore_free);
}

/* A copy never takes the place of a book: it gets a name of its own. */
static void
restore_from (GtkWidget *from, GFile *file, gpointer data)
{
  Restore *restore = g_new0 (Restore, 1);
  g_autofree char *base = g_file_get_basename (file), *stem = NULL, *name = NULL;
  const char *end = strrchr (base, '.');

  restore->source = g_file_get_path (file);
  stem = g_strndup (base, end != NULL ? (gsize) (end - base) : strlen (base));
  name = g_strconcat (stem, ".chamsao", NULL);
  if (restore->source == NULL)
    restore_free (restore);
  else
    cs_feedback_choose_file (from, _ ("Where the Restored Book Goes"), GTK_FILE_CHOOSER_ACTION_SAVE, name,
                             _ ("Books"), "*.chamsao", restore_to, restore, restore_free);
}

static void
restore (GtkWidget *widget, const char *action, GVariant *parameter)
{
  if (!is_busy (CS_WINDOW (widget)))
    cs_feedback_choose_file (widget, _ ("Restore a Backup"), GTK_FILE_CHOOSER_ACTION_OPEN, NULL,
                             _ ("Backups"), "*" CS_BACKUP_SUFFIX, restore_from, NULL, NULL);
}

/* --- by itself --- */

static gboolean
automatic_work (gpointer snapshot, GCancellable *cancellable, GError **error)
{
  return cs_copies_make (snapshot, CS_BOOK_COPY_OPENING, error);
}

static void
tell_no_copy (CsWindow *self, const GError *error)
{
  g_autofree char *text = NULL;

  if (self->store == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  text = g_strdup_printf (_ ("No copy of the book was made: %s"), error->message);
  cs_feedback_toast (GTK_WIDGET (self), text);
}

/* The window does not wait for its copy. Returns: (transfer full) (nullable) */
static CsWindow *
take_window (GWeakRef *weak)
{
  CsWindow *self = g_weak_ref_get (weak);

  g_weak_ref_clear (weak);
  g_free (weak);
  return self;
}

static GWeakRef *
weak_window (CsWindow *self)
{
  GWeakRef *weak = g_new0 (GWeakRef, 1);

  g_weak_ref_init (weak, self);
  return weak;
}

static void
automatic_ended (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CsWindow) self = take_window (data);
  g_autoptr (GError) error = NULL;

  if (!cs_worker_run_finish (result, &error) && self != NULL)
    tell_no_copy (self, error);
}

static void
automatic_snapshot (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CsWindow) self = take_window (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (CsStore) snapshot = cs_store_snapshot_finish (result, &error);

  if (self == NULL)
    return;
  if (snapshot != NULL)
    cs_worker_run_async (automatic_work, g_steal_pointer (&snapshot), g_object_unref, self->copying,
                         automatic_ended, weak_window (self));
  else
    tell_no_copy (self, error);
}

void
_cs_window_copy_book (CsWindow *self)
{
  g_autoptr (GError) error = NULL;
  gboolean due = FALSE;

  if (!cs_copies_is_due (self->store, &due, &error))
    tell_no_copy (self, error);
  else if (due)
    {
      self->copying = g_cancellable_new ();
      cs_store_snapshot_async (self->store, self->copying, automatic_snapshot, weak_window (self));
    }
}

void
_cs_window_stop_copy (CsWindow *self)
{
  if (self->copying != NULL)
    g_cancellable_cancel (self->copying);
  g_clear_object (&self->copying);
}

static void
show_copies (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CsWindow *self = CS_WINDOW (widget);
  const char *path = self->store != NULL ? cs_store_get_path (self->store) : self->refused;

  if (path != NULL)
    cs_copies_window_present (GTK_WINDOW (self), path);
}

/* A copy has its name from its moment; what is made of it is called as the book is. */
static void
restore_copy (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CsWindow *self = CS_WINDOW (widget);
  Restore *restore;
  g_autofree char *folder = NULL, *base = NULL, *stem = NULL, *name = NULL;

  if (is_busy (self))
    return;
  restore = g_new0 (Restore, 1);
  restore->source = g_strdup (g_variant_get_string (parameter, NULL));
  folder = g_path_get_dirname (restore->source);
  base = g_path_get_basename (folder); /* so.chamsao.copies */
  stem = g_strndup (base, strcspn (base, "."));
  /* Translators: name of a file: that of a book and a word for what it is */
  name = g_strdup_printf (_ ("%s-restored.chamsao"), stem);
  cs_feedback_choose_file (widget, _ ("Where the Restored Book Goes"), GTK_FILE_CHOOSER_ACTION_SAVE, name,
                           _ ("Books"), "*.chamsao", restore_to, restore, restore_free);
}

void
_cs_window_install_copies (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.export", NULL, export_book);
  gtk_widget_class_install_action (widget_class, "win.back-up", NULL, back_up);
  gtk_widget_class_install_action (widget_class, "win.copies", NULL, show_copies);
  gtk_widget_class_install_action (widget_class, "win.restore", NULL, restore);
  gtk_widget_class_install_action (widget_class, "win.restore-copy", "s", restore_copy);
}
