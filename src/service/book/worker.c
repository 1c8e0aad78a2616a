/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/book/worker.h"

typedef struct
{
  CsWork work; /* NULL: end the thread */
  gpointer data;
  GDestroyNotify data_free;
} Piece;

static GThread *thread; /* (nullable) */
static GAsyncQueue *queue;

static void
piece_free (Piece *piece)
{
  if (piece->data_free != NULL)
    piece->data_free (piece->data);
  g_free (piece);
}

static gpointer
work_on (gpointer unused)
{
  for (;;)
    {
      g_autoptr (GTask) task = g_async_queue_pop (queue);
      g_autoptr (GError) error = NULL;
      Piece *piece = g_task_get_task_data (task);

      if (piece->work == NULL)
        return NULL;
      if (g_cancellable_set_error_if_cancelled (g_task_get_cancellable (task), &error)
          || !piece->work (piece->data, g_task_get_cancellable (task), &error))
        g_task_return_error (task, g_steal_pointer (&error));
      else
        g_task_return_boolean (task, TRUE);
    }
}

static void
hand_over (GTask *task, CsWork work, gpointer data, GDestroyNotify data_free)
{
  Piece *piece = g_new0 (Piece, 1);

  piece->work = work;
  piece->data = data;
  piece->data_free = data_free;
  g_task_set_task_data (task, piece, (GDestroyNotify) piece_free);
  if (queue == NULL)
    queue = g_async_queue_new_full (g_object_unref);
  g_async_queue_push (queue, task);
}

void
cs_worker_run_async (CsWork work,
                     gpointer data,
                     GDestroyNotify data_free,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);

  g_return_if_fail (work != NULL);
  g_task_set_source_tag (task, cs_worker_run_async);
  /* what was done is done: being cancelled later does not unmake it */
  g_task_set_check_cancellable (task, FALSE);
  hand_over (task, work, data, data_free);
  if (thread == NULL)
    thread = g_thread_new ("chamsao-worker", work_on, NULL);
}

gboolean
cs_worker_run_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, cs_worker_run_async), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
cs_worker_stop (void)
{
  if (thread == NULL)
    return;
  hand_over (g_task_new (NULL, NULL, NULL, NULL), NULL, NULL, NULL);
  g_thread_join (g_steal_pointer (&thread));
  g_clear_pointer (&queue, g_async_queue_unref);
}
