/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/app/window-files-private.h"
#include "ui/app/window-private.h"

#include "service/book/files.h"
#include "service/book/worker.h"
#include "service/dossiers/evidence.h"
#include "ui/widgets/feedback.h"

#include <glib/gi18n-lib.h>

/* What the worker needs; no widget among it. */
typedef struct
{
  char *book;
  GFile *folder;      /* (nullable): where they are looked for; NULL: only whether they are there */
  GPtrArray *digests; /* (element-type utf8): those that are not there, once that was looked at */
  guint found;
} Search;

static void
search_free (gpointer data)
{
  Search *search = data;

  g_free (search->book);
  g_clear_object (&search->folder);
  g_clear_pointer (&search->digests, g_ptr_array_unref);
  g_free (search);
}

/* Returns: (transfer full) (nullable): NULL when the book names no file. */
static Search *
search_new (CsWindow *self)
{
  g_autoptr (GPtrArray) digests = self->store != NULL ? cs_evidence_digests (self->store, NULL) : NULL;
  Search *search;

  if (digests == NULL || digests->len == 0)
    return NULL;
  search = g_new0 (Search, 1);
  search->book = g_strdup (cs_store_get_path (self->store));
  search->digests = g_steal_pointer (&digests);
  return search;
}

/* --- are they there? --- */

typedef struct
{
  GWeakRef window;
  Search *search; /* (not owned): the worker's, alive until this was called */
} Look;

static gboolean
look_work (gpointer data, GCancellable *cancellable, GError **error)
{
  Search *search = data;
  GPtrArray *missing = cs_files_missing (search->book, search->digests);

  g_ptr_array_unref (search->digests);
  search->digests = missing;
  return TRUE;
}

static void
tell_missing (CsWindow *self, guint n)
{
  g_autofree char *text = NULL;

  if (n == 0)
    {
      if (self->notice_is_about_papers)
        cs_window_set_notice (self, NULL);
      return;
    }
  text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE,
                   "%u file of papers is not beside the book. Was the book moved without it?",
                   "%u files of papers are not beside the book. Was the book moved without"
                   " them?",
                   n),
      n);
  cs_window_set_notice (self, text);
  cs_notice_bar_set_action (self->notice, _ ("_Find Them…"), "win.find-files");
  self->notice_is_about_papers = TRUE;
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Look *look = data;
  g_autoptr (CsWindow) self = g_weak_ref_get (&look->window);

  /* another strip says what is worse */
  if (self != NULL && self->store != NULL && cs_worker_run_finish (result, NULL)
      && g_str_equal (cs_store_get_path (self->store), look->search->book)
      && (cs_notice_bar_get_text (self->notice) == NULL || self->notice_is_about_papers))
    tell_missing (self, look->search->digests->len);
  g_weak_ref_clear (&look->window);
  g_free (look);
}

void
_cs_window_look_for_files (CsWindow *self)
{
  Search *search = search_new (self);
  Look *look;

  if (search == NULL)
    return;
  look = g_new0 (Look, 1);
  g_weak_ref_init (&look->window, self);
  look->search = search;
  cs_worker_run_async (look_work, search, search_free, NULL, looked_cb, look);
}

/* --- where are they? --- */

static gboolean
find_work (
    gpointer data, CsProgress progress, gpointer progress_data, GCancellable *cancellable, GError **error)
{
  Search *search = data;

  return cs_files_adopt (search->book, search->folder, search->digests, progress, progress_data, cancellable,
                         &search->found, error);
}

static void
found_cb (CsWorkBar *bar, gpointer data, const GError *error)
{
  CsWindow *self = CS_WINDOW (gtk_widget_get_ancestor (GTK_WIDGET (bar), CS_TYPE_WINDOW));
  const Search *search = data;
  g_autofree char *text = NULL;

  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    cs_feedback_error (GTK_WIDGET (bar), _ ("The Files Could Not Be Copied"), error);
  else
    {
      text = search->found == 0
                 ? g_strdup (_ ("None of them is in that folder"))
                 : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u file of papers is beside the book now",
                                                 "%u files of papers are beside the book now", search->found),
                                    search->found);
      cs_feedback_toast (GTK_WIDGET (bar), text);
    }
  _cs_window_look_for_files (self);
}

static void
find_in (GtkWidget *from, GFile *folder, gpointer data)
{
  CsWindow *self = CS_WINDOW (from);
  Search *search = search_new (self);

  if (search == NULL || cs_work_bar_is_busy (self->work))
    {
      g_clear_pointer (&search, search_free);
      return;
    }
  search->folder = g_object_ref (folder);
  cs_work_bar_run (self->work, _ ("Copying the files of papers…"), TRUE, find_work, found_cb, search,
                   search_free);
}

static void
find_files (GtkWidget *widget, const char *action, GVariant *parameter)
{
  cs_feedback_choose_file (widget, _ ("Where Are the Files of Papers?"),
                           GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, NULL, NULL, NULL, find_in, NULL, NULL);
}

void
_cs_window_install_files (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.find-files", NULL, find_files);
}
