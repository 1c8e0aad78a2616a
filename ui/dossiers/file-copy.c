/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/dossiers/file-copy.h"

#include "service/book/files.h"
#include "service/book/worker.h"
#include "ui/widgets/feedback.h"

#include <glib/gi18n-lib.h>

#define POLL_MS 100

struct _CsFileCopy
{
  GObject parent_instance;

  GtkWidget *from;
  CsStore *store;
  GCancellable *cancellable;
  guint poll;
};

enum
{
  PROGRESS,
  ENDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CsFileCopy, cs_file_copy, G_TYPE_OBJECT)

/* What the worker has: values only. */
typedef struct
{
  CsFileCopy *copy; /* (owned): not for the worker */
  char *book;
  GFile *file;
  CsEvidence *paper;
  int share; /* (atomic): of a hundred */
} Work;

static void
work_free (Work *work)
{
  g_object_unref (work->copy);
  g_free (work->book);
  g_object_unref (work->file);
  cs_evidence_free (work->paper);
  g_free (work);
}

static void
progress_cb (guint done, guint total, gpointer data)
{
  g_atomic_int_set (&((Work *) data)->share, total > 0 ? (int) (100 * (guint64) done / total) : 0);
}

static gboolean
copy_work (gpointer data, GCancellable *cancellable, GError **error)
{
  Work *work = data;

  return cs_files_store (work->book, work->file, work->paper, progress_cb, work, cancellable, error);
}

static gboolean
poll_cb (gpointer data)
{
  Work *work = data;

  g_signal_emit (work->copy, signals[PROGRESS], 0, (guint) g_atomic_int_get (&work->share));
  return G_SOURCE_CONTINUE;
}

/* Returns: (transfer full): the paper as the book has it by now; the one that was waited for when it has none
 */
static CsEvidence *
paper_now (CsStore *store, CsEvidence *waiting, GError **error)
{
  g_autoptr (GPtrArray) papers = cs_evidence_list (store, waiting->dossier, error);

  for (guint i = 0; papers != NULL && i < papers->len; i++)
    if (((CsEvidence *) g_ptr_array_index (papers, i))->id == waiting->id)
      return g_ptr_array_steal_index (papers, i);
  return papers != NULL ? cs_evidence_dup (waiting) : NULL;
}

static gboolean
write_paper (CsStore *store, CsEvidence *waiting, GError **error)
{
  g_autoptr (CsEvidence) paper = paper_now (store, waiting, error);

  if (paper == NULL)
    return FALSE;
  cs_evidence_take_file (paper, waiting);
  return cs_evidence_put (store, paper, NULL, error);
}

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Work *work = data;
  CsFileCopy *self = work->copy;
  g_autoptr (GError) error = NULL;
  gboolean good = cs_worker_run_finish (result, &error);

  g_clear_handle_id (&self->poll, g_source_remove);
  if (g_cancellable_is_cancelled (self->cancellable))
    g_clear_error (&error);
  else if (good)
    write_paper (self->store, work->paper, &error);
  g_signal_emit (self, signals[ENDED], 0);
  if (error != NULL)
    cs_feedback_error (self->from, _ ("The file was not added"), error);
  work_free (work);
}

static void
cs_file_copy_finalize (GObject *object)
{
  CsFileCopy *self = CS_FILE_COPY (object);

  g_object_unref (self->from);
  g_object_unref (self->store);
  g_object_unref (self->cancellable);
  G_OBJECT_CLASS (cs_file_copy_parent_class)->finalize (object);
}

static void
cs_file_copy_class_init (CsFileCopyClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cs_file_copy_finalize;
  signals[PROGRESS] = g_signal_new ("progress", CS_TYPE_FILE_COPY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[ENDED] =
      g_signal_new ("ended", CS_TYPE_FILE_COPY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cs_file_copy_init (CsFileCopy *self)
{
  self->cancellable = g_cancellable_new ();
}

CsFileCopy *
cs_file_copy_new (GtkWidget *from, CsStore *store, const CsEvidence *paper, GFile *file)
{
  CsFileCopy *self = g_object_new (CS_TYPE_FILE_COPY, NULL);
  Work *work = g_new0 (Work, 1);

  self->from = g_object_ref (from);
  self->store = g_object_ref (store);
  work->copy = g_object_ref (self);
  work->book = g_strdup (cs_store_get_path (store));
  work->file = g_object_ref (file);
  work->paper = cs_evidence_dup (paper);
  self->poll = g_timeout_add (POLL_MS, poll_cb, work);
  cs_worker_run_async (copy_work, work, NULL, self->cancellable, copied_cb, work);
  return self;
}

void
cs_file_copy_give_up (CsFileCopy *self)
{
  g_return_if_fail (CS_IS_FILE_COPY (self));

  g_cancellable_cancel (self->cancellable);
}
