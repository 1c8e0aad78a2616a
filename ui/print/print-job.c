/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/print/print-job.h"

#include "ui/widgets/feedback.h"
#include "ui/widgets/icons.h"
#include "report/page/page.h"

#include <glib/gi18n-lib.h>

struct _CsPrintJob
{
  GtkPrintOperation parent_instance;

  CsLayout *layout;
  gboolean done; /* "done" was emitted: nothing is left to tell */
};

G_DEFINE_FINAL_TYPE (CsPrintJob, cs_print_job, GTK_TYPE_PRINT_OPERATION)

/* What was chosen last: somebody who prints nine papers chooses the printer once. */
static GtkPrintSettings *last_settings;

static void
cs_print_job_begin_print (GtkPrintOperation *operation, GtkPrintContext *context)
{
  gtk_print_operation_set_n_pages (operation, (int) cs_layout_n_pages (CS_PRINT_JOB (operation)->layout));
}

/* The page is scaled only when a person chose other paper than ours. */
static void
cs_print_job_draw_page (GtkPrintOperation *operation, GtkPrintContext *context, int page)
{
  CsPrintJob *self = CS_PRINT_JOB (operation);
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double paper_width = gtk_print_context_get_width (context);
  double paper_height = gtk_print_context_get_height (context);
  double width, height, scale;

  cs_layout_page_size (self->layout, (guint) page, &width, &height);
  scale = MIN (paper_width / width, paper_height / height);
  if (ABS (scale - 1) > 0.005)
    {
      cairo_translate (cr, (paper_width - width * scale) / 2, (paper_height - height * scale) / 2);
      cairo_scale (cr, scale, scale);
    }
  cs_layout_draw_page (self->layout, (guint) page, cr);
}

static void
cs_print_job_finalize (GObject *object)
{
  cs_layout_unref (CS_PRINT_JOB (object)->layout);
  G_OBJECT_CLASS (cs_print_job_parent_class)->finalize (object);
}

static void
cs_print_job_class_init (CsPrintJobClass *klass)
{
  GtkPrintOperationClass *operation_class = GTK_PRINT_OPERATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cs_print_job_finalize;
  operation_class->begin_print = cs_print_job_begin_print;
  operation_class->draw_page = cs_print_job_draw_page;
}

static void
cs_print_job_init (CsPrintJob *self)
{
}

static gboolean
is_nearly (double a, double b)
{
  return ABS (a - b) < 1;
}

/* A4 by its name, so that every printer knows the tray; any other size as it is. */
static GtkPageSetup *
page_setup_of (const CsLayout *layout)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  CsPage a4 = cs_page_a4 (CS_PAGE_PORTRAIT);
  double width, height;
  GtkPaperSize *size;

  cs_layout_page_size (layout, 0, &width, &height);
  if (is_nearly (MIN (width, height), a4.width) && is_nearly (MAX (width, height), a4.height))
    size = gtk_paper_size_new (GTK_PAPER_NAME_A4);
  else
    size = gtk_paper_size_new_custom ("chamsao", _ ("Size of the paper"), MIN (width, height),
                                      MAX (width, height), GTK_UNIT_POINTS);
  gtk_page_setup_set_paper_size (setup, size);
  gtk_page_setup_set_orientation (setup, width > height ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                        : GTK_PAGE_ORIENTATION_PORTRAIT);
  gtk_paper_size_free (size);
  return setup;
}

CsPrintJob *
cs_print_job_new (CsLayout *layout, const char *title)
{
  CsPrintJob *self = g_object_new (CS_TYPE_PRINT_JOB, NULL);
  GtkPrintOperation *operation = GTK_PRINT_OPERATION (self);
  g_autoptr (GtkPageSetup) setup = page_setup_of (layout);

  self->layout = cs_layout_ref (layout);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE); /* the layout has its own margins */
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_job_name (operation, title);
  gtk_print_operation_set_n_pages (operation, (int) cs_layout_n_pages (layout));
  return self;
}

/* --- running --- */

static void
tell_error (GtkWidget *from, const GError *error)
{
  if (error != NULL)
    cs_feedback_error (from, _ ("The paper could not be printed"), error);
}

/* Runs once for every job, whatever became of it; @from is kept alive by the closure. */
static void
done_cb (CsPrintJob *self, GtkPrintOperationResult result, GtkWidget *from)
{
  GtkPrintOperation *operation = GTK_PRINT_OPERATION (self);

  self->done = TRUE;
  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    {
      g_autoptr (GError) error = NULL;

      gtk_print_operation_get_error (operation, &error);
      tell_error (from, error);
    }
  else if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    g_set_object (&last_settings, gtk_print_operation_get_print_settings (operation));
}

static void
release_cb (gpointer from, GClosure *closure)
{
  g_object_unref (from);
}

static void
remember_settings (GtkPrintOperation *operation)
{
  g_autoptr (GtkPrintSettings) settings = NULL;

  if (last_settings == NULL)
    return;
  settings = gtk_print_settings_copy (last_settings);
  /* pages and copies were the other paper's */
  gtk_print_settings_unset (settings, GTK_PRINT_SETTINGS_PAGE_RANGES);
  gtk_print_settings_set_print_pages (settings, GTK_PRINT_PAGES_ALL);
  gtk_print_settings_set_n_copies (settings, 1);
  gtk_print_operation_set_print_settings (operation, settings);
}

void
cs_print_job_run (GtkWidget *from, CsLayout *layout, const char *title)
{
  g_autoptr (CsPrintJob) job = cs_print_job_new (layout, title);
  GtkPrintOperation *operation = GTK_PRINT_OPERATION (job);
  GtkRoot *root = gtk_widget_get_root (from);
  g_autoptr (GError) error = NULL;
  GtkPrintOperationResult result;

  remember_settings (operation);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_show_progress (operation, TRUE);
  g_signal_connect_data (operation, "done", G_CALLBACK (done_cb), g_object_ref (from), release_cb, 0);
  /* nobody else holds the job while the dialog is open */
  g_signal_connect_after (operation, "done", G_CALLBACK (g_object_unref), NULL);
  g_object_ref (job);
  cs_icons_ask_machine (); /* the dialog is of GTK */
  result = gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                                    GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, &error);
  if (result == GTK_PRINT_OPERATION_RESULT_ERROR && !job->done)
    {
      tell_error (from, error);
      g_object_unref (job);
    }
}
