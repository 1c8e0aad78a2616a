/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/app/window-opening.h"
#include "ui/app/window-clock-private.h"
#include "ui/app/window-copies-private.h"
#include "ui/app/window-damage-private.h"
#include "ui/app/window-files-private.h"
#include "ui/app/window-private.h"
#include "ui/app/window-seals-private.h"

#include "base/error.h"
#include "service/book/store-damaged.h"
#include "service/book/store-opening.h"
#include "service/book/worker.h"
#include "ui/app/welcome-page.h"
#include "ui/widgets/feedback.h"
#include "ui/widgets/settings.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* From here on the check of a book takes so long that it is shown. */
#define LARGE (32 * 1024 * 1024) /* bytes */

void
_cs_window_show_welcome (CsWindow *self)
{
  if (self->welcome == NULL)
    {
      self->welcome = cs_welcome_page_new ();
      gtk_stack_add_named (self->pages, self->welcome, "welcome");
    }
  gtk_widget_set_visible (self->sidebar, FALSE);
  gtk_stack_set_visible_child (self->pages, self->welcome);
}

void
cs_window_await_book (CsWindow *self, const char *path)
{
  g_autoptr (GPtrArray) books = NULL;

  g_return_if_fail (CS_IS_WINDOW (self) && self->store == NULL);

  books = cs_settings_list_recent (cs_settings_get_default ());
  self->awaiting = TRUE;
  gtk_widget_set_visible (self->sidebar, TRUE);
  gtk_stack_set_visible_child (self->pages, self->opening);
  for (guint i = 0; i < books->len; i++)
    {
      const CsRecentBook *book = g_ptr_array_index (books, i);

      if (g_str_equal (book->path, path))
        adw_window_title_set_title (self->title, book->unit);
    }
}

void
cs_window_tell_failure (CsWindow *self, const char *path, const GError *error)
{
  gboolean lasting;

  g_return_if_fail (CS_IS_WINDOW (self) && error != NULL);

  lasting = g_error_matches (error, CS_ERROR, CS_ERROR_CORRUPT)
            || g_error_matches (error, CS_ERROR, CS_ERROR_READ_ONLY)
            || g_error_matches (error, CS_ERROR, CS_ERROR_TOO_NEW);
  self->awaiting = FALSE;
  if (self->store == NULL)
    {
      _cs_window_show_welcome (self);
      _cs_window_show_titles (self);
    }
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  /* what is wrong with the file stays wrong: a strip that stays is better than a dialog that goes */
  if (lasting && self->store == NULL)
    {
      cs_window_set_notice (self, error->message);
      if (g_error_matches (error, CS_ERROR, CS_ERROR_CORRUPT))
        {
          g_free (self->refused);
          self->refused = g_strdup (path);
          _cs_window_update_actions (self);
          _cs_window_look_at_damage (self, path, error);
        }
    }
  else
    cs_feedback_error (GTK_WIDGET (self),
                       g_error_matches (error, CS_ERROR, CS_ERROR_BUSY)
                           ? _ ("The Book Is Open in Another Program")
                           : _ ("The Book Could Not Be Opened"),
                       error);
}

/* --- the check of the file, while the book is shown --- */

/* A book that is damaged is closed again; nothing was written to it. */
static void
settle (CsWindow *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  if (self->store == NULL)
    return;
  if (cs_store_settle (self->store, &error))
    {
      _cs_window_look_at_clock (self);
      _cs_window_copy_book (self);
      _cs_window_look_for_files (self);
      _cs_window_verify_seals (self);
      return;
    }
  path = g_strdup (cs_store_get_path (self->store));
  cs_window_set_store (self, NULL);
  cs_window_tell_failure (self, path, error);
}

static gboolean
long_check (
    gpointer data, CsProgress progress, gpointer progress_data, GCancellable *cancellable, GError **error)
{
  return cs_opening_run (data, progress, progress_data, cancellable, error);
}

static void
long_check_ended (CsWorkBar *bar, gpointer data, const GError *error)
{
  CsWindow *self = CS_WINDOW (gtk_widget_get_ancestor (GTK_WIDGET (bar), CS_TYPE_WINDOW));

  self->checking = FALSE;
  settle (self);
}

static gboolean
short_check (gpointer data, GCancellable *cancellable, GError **error)
{
  return cs_opening_run (data, NULL, NULL, cancellable, error);
}

static void
short_check_ended_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GWeakRef *weak = data;
  g_autoptr (CsWindow) self = g_weak_ref_get (weak);

  g_weak_ref_clear (weak);
  g_free (weak);
  cs_worker_run_finish (result, NULL); /* settling tells it again */
  if (self != NULL)
    settle (self);
}

void
_cs_window_check_book (CsWindow *self)
{
  CsOpening *opening = cs_store_get_opening (self->store);
  GWeakRef *weak;
  GStatBuf about;

  if (opening == NULL)
    {
      /* a private copy was looked through when it was made */
      if (cs_store_is_reading_only (self->store) && !cs_store_is_damaged (self->store))
        _cs_window_verify_seals (self);
      return;
    }
  if (g_stat (cs_store_get_path (self->store), &about) == 0 && about.st_size > LARGE
      && !cs_work_bar_is_busy (self->work))
    {
      self->checking = TRUE;
      cs_work_bar_run (self->work, _ ("Checking the book…"), TRUE, long_check, long_check_ended, opening,
                       (GDestroyNotify) cs_opening_unref);
      return;
    }
  weak = g_new0 (GWeakRef, 1);
  g_weak_ref_init (weak, self);
  cs_worker_run_async (short_check, opening, (GDestroyNotify) cs_opening_unref, NULL, short_check_ended_cb,
                       weak);
}

void
_cs_window_stop_check (CsWindow *self)
{
  if (self->checking)
    cs_work_bar_cancel (self->work);
}
