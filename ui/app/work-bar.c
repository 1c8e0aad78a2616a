/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/app/work-bar.h"

#include "service/book/worker.h"

#include <glib/gi18n-lib.h>

#define POLL_MS 100

/* Shared by the two threads: the bar reads how far it is, the worker writes it. */
typedef struct
{
  CsLongWork work;
  CsLongWorkEnded ended;
  gpointer data;
  GDestroyNotify data_free;
  int done;  /* (atomic) */
  int total; /* (atomic): 0 while it is not known */
} Job;

struct _CsWorkBar
{
  AdwBin parent_instance;

  GtkRevealer *revealer;
  GtkProgressBar *progress;
  GtkLabel *label;
  GtkLabel *share;
  GtkWidget *cancel;

  Job *job; /* (nullable) */
  GCancellable *cancellable;
  guint poll;
};

G_DEFINE_FINAL_TYPE (CsWorkBar, cs_work_bar, ADW_TYPE_BIN)

static void
job_clear (gpointer data)
{
  Job *job = data;

  if (job->data_free != NULL)
    job->data_free (job->data);
}

static void
job_unref (gpointer job)
{
  g_atomic_rc_box_release_full (job, job_clear);
}

static void
note_progress (guint done, guint total, gpointer data)
{
  Job *job = data;

  g_atomic_int_set (&job->done, (int) done);
  g_atomic_int_set (&job->total, (int) total);
}

static gboolean
work (gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;

  return job->work (job->data, note_progress, job, cancellable, error);
}

static gboolean
poll_cb (gpointer data)
{
  CsWorkBar *self = data;
  int total = self->job != NULL ? g_atomic_int_get (&self->job->total) : 0;
  int done = self->job != NULL ? g_atomic_int_get (&self->job->done) : 0;

  if (total <= 0)
    {
      gtk_progress_bar_pulse (self->progress);
      return G_SOURCE_CONTINUE;
    }
  else
    {
      double fraction = CLAMP ((double) done / total, 0.0, 1.0);
      g_autofree char *text = g_strdup_printf ("%d %%", (int) (fraction * 100));

      gtk_progress_bar_set_fraction (self->progress, fraction);
      gtk_label_set_text (self->share, text);
    }
  return G_SOURCE_CONTINUE;
}

static void
forget_job (CsWorkBar *self)
{
  g_clear_handle_id (&self->poll, g_source_remove);
  g_clear_pointer (&self->job, job_unref);
  g_clear_object (&self->cancellable);
}

static void
ended_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GWeakRef *weak = data;
  g_autoptr (CsWorkBar) self = g_weak_ref_get (weak);
  g_autoptr (GError) error = NULL;
  Job *job;

  g_weak_ref_clear (weak);
  g_free (weak);
  cs_worker_run_finish (result, &error);
  if (self == NULL || self->job == NULL)
    return;
  job = g_steal_pointer (&self->job);
  forget_job (self);
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
  job->ended (self, job->data, error);
  job_unref (job);
}

static void
cs_work_bar_dispose (GObject *object)
{
  CsWorkBar *self = CS_WORK_BAR (object);

  /* nobody is left to tell */
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  forget_job (self);
  G_OBJECT_CLASS (cs_work_bar_parent_class)->dispose (object);
}

static void
cs_work_bar_class_init (CsWorkBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cs_work_bar_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/chamsao/ChamSao/app/work-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, CsWorkBar, cancel);
  gtk_widget_class_bind_template_child (widget_class, CsWorkBar, label);
  gtk_widget_class_bind_template_child (widget_class, CsWorkBar, progress);
  gtk_widget_class_bind_template_child (widget_class, CsWorkBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, CsWorkBar, share);
  gtk_widget_class_bind_template_callback (widget_class, cs_work_bar_cancel);
}

static void
cs_work_bar_init (CsWorkBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
cs_work_bar_new (void)
{
  return g_object_new (CS_TYPE_WORK_BAR, NULL);
}

static void
show (CsWorkBar *self, const char *label)
{
  self->cancellable = g_cancellable_new ();
  gtk_label_set_text (self->label, label);
  gtk_label_set_text (self->share, "");
  gtk_progress_bar_set_fraction (self->progress, 0);
  gtk_widget_set_visible (self->cancel, TRUE);
  gtk_widget_set_sensitive (self->cancel, TRUE);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
  self->poll = g_timeout_add (POLL_MS, poll_cb, self);
}

GCancellable *
cs_work_bar_prepare (CsWorkBar *self, const char *label)
{
  g_return_val_if_fail (CS_IS_WORK_BAR (self), NULL);
  if (cs_work_bar_is_busy (self))
    return NULL;
  show (self, label);
  return self->cancellable;
}

void
cs_work_bar_stop (CsWorkBar *self)
{
  g_return_if_fail (CS_IS_WORK_BAR (self));

  forget_job (self);
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
}

gboolean
cs_work_bar_run (CsWorkBar *self,
                 const char *label,
                 gboolean cancellable,
                 CsLongWork long_work,
                 CsLongWorkEnded ended,
                 gpointer data,
                 GDestroyNotify data_free)
{
  GWeakRef *weak;
  Job *job = g_atomic_rc_box_new0 (Job);

  g_return_val_if_fail (CS_IS_WORK_BAR (self), FALSE);
  job->work = long_work;
  job->ended = ended;
  job->data = data;
  job->data_free = data_free;
  if (self->job != NULL)
    {
      job_unref (job);
      return FALSE;
    }
  self->job = job;
  if (self->cancellable == NULL)
    show (self, label);
  gtk_widget_set_visible (self->cancel, cancellable);
  weak = g_new0 (GWeakRef, 1);
  g_weak_ref_init (weak, self);
  cs_worker_run_async (work, g_atomic_rc_box_acquire (job), job_unref, self->cancellable, ended_cb, weak);
  return TRUE;
}

gboolean
cs_work_bar_is_busy (CsWorkBar *self)
{
  return self->cancellable != NULL;
}

void
cs_work_bar_cancel (CsWorkBar *self)
{
  if (self->cancellable == NULL)
    return;
  gtk_widget_set_sensitive (self->cancel, FALSE);
  g_cancellable_cancel (self->cancellable);
}
