/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/app/window-damage-private.h"
#include "ui/app/window-private.h"

#include "service/book/store-damaged.h"
#include "service/book/store-copies.h"
#include "service/book/worker.h"
#include "ui/app/findings-window.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What the worker needs; no widget among it. */
typedef struct
{
  char *path;
  GPtrArray *findings; /* (element-type utf8) */
  CsStore *store;      /* (nullable): what is left of the book */
} Damage;

static void
damage_free (gpointer data)
{
  Damage *damage = data;

  g_clear_object (&damage->store);
  g_ptr_array_unref (damage->findings);
  g_free (damage->path);
  g_free (damage);
}

typedef struct
{
  GWeakRef window;
  Damage *damage; /* (not owned): the worker's, alive until this was called */
} Look;

static gboolean
look_work (gpointer data, GCancellable *cancellable, GError **error)
{
  Damage *damage = data;

  damage->store = cs_store_open_damaged (damage->path, damage->findings, NULL);
  /* it may say no more than the first of them */
  if (damage->findings->len > 1
      && strstr (g_ptr_array_index (damage->findings, 0), g_ptr_array_index (damage->findings, 1)) != NULL)
    g_ptr_array_remove_index (damage->findings, 0);
  return TRUE;
}

static gboolean
has_copies (const char *path)
{
  g_autoptr (GPtrArray) copies = cs_copies_list (path, NULL);

  return copies != NULL && copies->len > 0;
}

static void
show (CsWindow *self, Damage *damage)
{
  g_autofree char *text = NULL;
  const char *before = cs_notice_bar_get_text (self->notice);

  if (damage->store != NULL)
    {
      cs_window_set_store (self, damage->store);
      text = g_strdup_printf (
          _ ("The book %s is damaged. What is left of it is shown, for reading only; results may be wrong."),
          damage->path);
    }
  else
    text = g_strdup (before);
  cs_window_set_notice (self, text);
  /* of what is no book at all nothing more is known */
  if (damage->store != NULL || damage->findings->len > 1)
    cs_notice_bar_set_action (self->notice, _ ("What Is _Wrong…"), "win.findings");
  else if (has_copies (damage->path))
    cs_notice_bar_set_action (self->notice, _ ("Automatic _Copies…"), "win.copies");
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_free (self->refused);
  self->refused = g_strdup (damage->path);
  self->findings = g_ptr_array_ref (damage->findings);
  _cs_window_update_actions (self);
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Look *look = data;
  g_autoptr (CsWindow) self = g_weak_ref_get (&look->window);

  cs_worker_run_finish (result, NULL);
  /* meanwhile another book may have been opened */
  if (self != NULL && self->store == NULL && !self->awaiting
      && g_strcmp0 (self->refused, look->damage->path) == 0 && gtk_widget_get_visible (GTK_WIDGET (self)))
    show (self, look->damage);
  g_weak_ref_clear (&look->window);
  g_free (look);
}

void
_cs_window_look_at_damage (CsWindow *self, const char *path, const GError *error)
{
  Damage *damage = g_new0 (Damage, 1);
  Look *look = g_new0 (Look, 1);

  damage->path = g_strdup (path);
  damage->findings = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (damage->findings, g_strdup (error->message));
  g_weak_ref_init (&look->window, self);
  look->damage = damage;
  cs_worker_run_async (look_work, damage, damage_free, NULL, looked_cb, look);
}

static void
show_findings (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CsWindow *self = CS_WINDOW (widget);

  gboolean whole = self->store != NULL && !cs_store_is_damaged (self->store);

  if (self->findings != NULL)
    cs_findings_window_present (GTK_WINDOW (self),
                                whole ? _ ("Somebody changed these with another program, after they were "
                                           "sealed or closed. They have no result"
                                           " any more, on no page and on no paper. Take a copy from before "
                                           "that, or open the closing again and"
                                           " let the members score anew.")
                                      : _ ("The file was damaged by a disk, a stick or another program. "
                                           "Nothing is written to it any more. Take"
                                           " the newest copy that is whole and enter anew what was done "
                                           "since; keep the damaged file until"
                                           " somebody has looked at it."),
                                self->findings);
}

void
_cs_window_install_damage (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.findings", NULL, show_findings);
}
